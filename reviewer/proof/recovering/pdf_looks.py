"""Which places of a PDF page may show words beside those of its fonts, and how they are put together to be read."""

import ctypes
from collections.abc import Sequence
from typing import Any

import msgspec
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as _pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from reviewer.model.geometry import Box

_SHAPES_OF_A_WORD = 4
_SEGMENTS_OF_A_LETTER = 7
_SEGMENTS_OF_SEVERAL = 24
_TALLEST_LETTER = 150.0
_FEWEST_BRICKS = 12
_LARGEST_BRICK = 40.0
_MOST_DEEP = 6
_MOST_PLACES = 40
_NEAR = 60.0
_MUCH_OF_A_PAGE = 0.5
_ROOM = 20
_MIDDLE = 128
_SEGMENTS_OF_AN_ELLIPSE = 13
_TELLING = (
    _pdfium.FPDF_PAGEOBJ_IMAGE,
    _pdfium.FPDF_PAGEOBJ_SHADING,
    _pdfium.FPDF_PAGEOBJ_PATH,
    _pdfium.FPDF_PAGEOBJ_FORM,
)
Edges = tuple[float, float, float, float]
"""Left, bottom, right, top in points of a page's own space."""


class Looks(msgspec.Struct, frozen=True):
    """Where a page may show words beside its fonts: everywhere when `places` is None, nowhere when it is empty.

    `shapes`: enough of what is drawn may be letters to spell a word.
    """

    places: list[Edges] | None
    shapes: bool


def looks_of(page: Any) -> Looks:  # noqa: ANN401 - the native object has no type of its own
    """Find pictures, shadings and shapes that may be letters on an open page.

    What lies in a form has its place there, not on the page: the form's own is taken. One that has no place that can
    be told may be anywhere.
    """
    places: list[Edges] = []
    letters: list[Edges] = []
    bricks: list[Edges] = []
    shapes = 0
    form: Edges | None = None
    for thing in page.get_objects(filter=_TELLING, max_depth=_MOST_DEEP):
        if not thing.level:
            form = None
        if thing.type == _pdfium.FPDF_PAGEOBJ_FORM:
            form = form or _edges(thing, page)
        elif thing.type == _pdfium.FPDF_PAGEOBJ_PATH:
            count = _letters_in(thing)
            shapes += count
            letters += [form or _edges(thing, page)] if count else []
            bricks += [] if count or not _is_brick(thing) else [form or _edges(thing, page)]
        else:
            places.append(form or _edges(thing, page))
    if len(bricks) >= _FEWEST_BRICKS:
        letters.append(_around(bricks))
        shapes += _SHAPES_OF_A_WORD
    has_shapes = shapes >= _SHAPES_OF_A_WORD
    joined = _joined(places + letters if has_shapes else places)
    whole = page.get_width() * page.get_height()
    covered = sum((right - left + 2 * _NEAR) * (top - bottom) for left, bottom, right, top in joined)
    return Looks(None if len(joined) > _MOST_PLACES or not covered <= _MUCH_OF_A_PAGE * whole else joined, has_shapes)


def displayed(page: Any, edges: Edges) -> Box:  # noqa: ANN401 - the native object has no type of its own
    """Return where edges in a page's own space stand on the page as displayed, in points from its top left."""
    size = (0, 0, int(page.get_width() * 10), int(page.get_height() * 10), 0)
    x, y = ctypes.c_int(), ctypes.c_int()
    corners: list[tuple[float, float]] = []
    for across, up in ((edges[0], edges[1]), (edges[2], edges[3])):
        _pdfium.FPDF_PageToDevice(page, *size, across, up, ctypes.byref(x), ctypes.byref(y))
        corners.append((x.value / 10, y.value / 10))
    (x0, y0), (x1, y1) = corners
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def on_one_sheet(cuts: Sequence[Image.Image]) -> tuple[Image.Image, list[int]]:
    """Put pieces of pages one below the other; return how far down each begins as well, in pixels."""
    width = max(cut.width for cut in cuts) + 2 * _ROOM
    sheet = Image.new("RGB", (width, sum(cut.height + _ROOM for cut in cuts) + _ROOM), "white")
    downs: list[int] = []
    down = _ROOM
    for cut in cuts:
        sheet.paste(cut, (_ROOM, down))
        downs.append(down - _ROOM // 2)
        down += cut.height + _ROOM
    return sheet, downs


def in_black(cut: Image.Image) -> Image.Image:
    """Return a piece of a page in greys from black to white, light letters on a dark ground turned round."""
    grey = ImageOps.autocontrast(cut.convert("L"))
    histogram = grey.histogram()
    return ImageOps.invert(grey) if sum(histogram[:_MIDDLE]) > sum(histogram[_MIDDLE:]) else grey


def _edges(thing: Any, page: Any) -> Edges:  # noqa: ANN401 - native objects
    try:
        left, bottom, right, top = thing.get_bounds()
    except pypdfium2.PdfiumError:
        left, bottom, right, top = page.get_mediabox()
    return float(left), float(bottom), float(right), float(top)


def _joined(places: list[Edges]) -> list[Edges]:
    """Make one of places that stand near one another: letters of a word, strips of a picture."""
    joined: list[Edges] = []
    for edges in sorted(places, key=lambda one: (-one[3], one[0])):
        left, bottom, right, top = edges
        at = next((at for at, other in enumerate(joined) if _is_near(edges, other)), None)
        if at is None:
            joined.append(edges)
        else:
            other = joined[at]
            joined[at] = (min(left, other[0]), min(bottom, other[1]), max(right, other[2]), max(top, other[3]))
    return joined


def _is_near(one: Edges, other: Edges) -> bool:
    return (
        one[0] < other[2] + _NEAR
        and other[0] < one[2] + _NEAR
        and one[1] < other[3] + _NEAR / 4
        and other[1] < one[3] + _NEAR / 4
    )


def _letters_in(path: Any) -> int:  # noqa: ANN401 - the native object has no type of its own
    """Return how many letters a path may draw: rectangles, rules, rounded boxes and dots are none."""
    segments: int = _pdfium.FPDFPath_CountSegments(path.raw)
    if segments < _SEGMENTS_OF_A_LETTER:
        return 0
    if segments == _SEGMENTS_OF_AN_ELLIPSE and _is_ellipse(path):
        return 0
    if segments >= _SEGMENTS_OF_SEVERAL:
        return 1 + segments // _SEGMENTS_OF_SEVERAL
    left, bottom, right, top = path.get_bounds()
    width, height = right - left, top - bottom
    return int(bool(width <= 2 * height + 4 and height <= _TALLEST_LETTER))


def _is_brick(path: Any) -> bool:  # noqa: ANN401 - the native object has no type of its own
    """Return whether a path is so small that a letter may be built of several like it: dots, strokes, small boxes."""
    left, bottom, right, top = path.get_bounds()
    return bool(right - left <= _LARGEST_BRICK and top - bottom <= _LARGEST_BRICK)


def _around(places: Sequence[Edges]) -> Edges:
    lefts, bottoms, rights, tops = zip(*places, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _is_ellipse(path: Any) -> bool:  # noqa: ANN401 - the native object has no type of its own
    """Return whether a path of four curves goes from the middle of one edge of its box to the next."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(_SEGMENTS_OF_AN_ELLIPSE):
        segment = _pdfium.FPDFPath_GetPathSegment(path.raw, number)
        kind = _pdfium.FPDFPathSegment_GetType(segment)
        if kind != (_pdfium.FPDF_SEGMENT_BEZIERTO if number else _pdfium.FPDF_SEGMENT_MOVETO):
            return False
        _pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if not number % 3:
            points.append((x.value, y.value))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    middles = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    slack = 0.02 * (max(xs) - min(xs) + max(ys) - min(ys))
    return all(min(abs(x - middles[0]), abs(y - middles[1])) <= slack for x, y in points)
