"""What MuPDF paints on a page, taken down operation by operation: glyphs in spans, pictures, clips, paths."""

import ctypes
import struct
from collections.abc import Callable, Sequence
from typing import Any

import pymupdf as _pymupdf

from reviewer.model.geometry import Box
from reviewer.pages.glyph_columns import CLIP, FILL, IGNORE, SIZE_OF_ITEM, STROKE, GlyphColumns, Span
from reviewer.pages.painted_picture import Matrix, Picture

_low: Any = _pymupdf.mupdf
_raw: Any = _pymupdf.mupdf._mupdf

_FARTHEST = 1e7
_LARGEST_BRICK = 40.0
_PLAIN_POINTS = 6
_SMALLEST_SEEN = 0.5
_SMALLEST_COVER = 3.0
_FAINTEST = 0.01
_WIDEST_STROKE = 2.0
_UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
_KINDS = {"fill_text": FILL, "stroke_text": STROKE, "clip_text": CLIP, "clip_stroke_text": CLIP, "ignore_text": IGNORE}


class PagePainting(_low.FzDevice2):  # type: ignore[misc]
    """A device that takes down what is painted on a page of some size in points.

    A fault inside a callback cannot cross MuPDF: it is kept in `fault`, and nothing more is taken down. `texts` holds
    for each text operation the number of its first glyph; what is counted is what `PageTrace` says.
    """

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        for name in _HANDLERS:
            getattr(self, f"use_virtual_{name}")()
        self.spans: list[Span] = []
        self.texts: list[int] = []
        self.pictures: list[Picture] = []
        self.paths = self.curves = self.tiles = self.bricks = self.windings = 0
        self.fault: Exception | None = None
        self._count = 0
        self._page = Box(0, 0, width, height)
        self._clips: list[Box | None] = [self._page]
        self._tile_depth = 0
        self._walker: _Outline | None = None
        self._fonts: dict[int, Callable[[int], str]] = {}

    def handle(self, name: str, arguments: tuple[Any, ...]) -> int:
        """Deal with one call of MuPDF's; `arguments` are those of the device's function of that name."""
        if self.fault is None:
            try:
                _HANDLERS[name](self, name, *arguments)
            except Exception as error:
                self.fault = error
        return 0

    def text(self, name: str, text: Any, *rest: Any) -> None:  # noqa: ANN401 - native objects
        """Take down the glyphs of one text operation."""
        self.texts.append(self._count)
        first = len(self.spans)
        native = rest[1] if "stroke" in name else rest[0]
        ctm = _matrix(native)
        is_opaque = not name.startswith(("fill", "stroke")) or rest[-2] > _FAINTEST
        span = text.head
        while span:
            self._span(span, ctm, _KINDS[name], is_opaque)
            span = span.next
        if name.startswith("clip"):
            around = GlyphColumns(self.spans[first:]).box_of_all()
            self._clips.append(_common(self._clips[-1], around))

    def _span(self, span: Any, ctm: Matrix, kind: int, is_opaque: bool) -> None:  # noqa: ANN401 - native objects
        length = int(span.len)
        if not length:
            return
        trm = span.trm
        a, b, c, d = _clamped(trm.a), _clamped(trm.b), _clamped(trm.c), _clamped(trm.d)
        along = a * ctm[0] + b * ctm[2], a * ctm[1] + b * ctm[3]
        up = c * ctm[0] + d * ctm[2], c * ctm[1] + d * ctm[3]
        has_size = abs(along[0] * up[1] - along[1] * up[0]) >= _SMALLEST_SEEN**2
        if span.wmode:
            along, up = (-up[0], -up[1]), along
        whole = _low.FzTextSpan(span)
        font = whole.font()
        names = self._fonts.get(font.m_internal_value())
        if names is None:
            names = self._fonts[font.m_internal_value()] = _names_of(font)
        self.spans.append(
            Span(
                items=_items(whole, length),
                ctm=ctm,
                along=along,
                up=up,
                size=float((along[0] ** 2 + along[1] ** 2) ** 0.5),
                kind=kind,
                font=str(_low.fz_font_name(font)),
                can_show=has_size and is_opaque and kind in (FILL, STROKE),
                clip=self._clips[-1],
                tiles=(self._clips[-1] or self._page) if self._tile_depth else None,
                names=names,
            )
        )
        self._count += length

    def path(self, name: str, path: Any, *rest: Any) -> None:  # noqa: ANN401 - native objects
        """Count a painted path; a filled one covers what lies under it."""
        self.paths += 1
        painted = self._bounds(path, rest[1])
        self.windings += self._walker is not None and len(self._walker.points) > _PLAIN_POINTS
        self.bricks += painted is not None and max(painted.width, painted.height) <= _LARGEST_BRICK
        if name == "fill_path":
            self._cover(_common(self._clips[-1], painted))

    def clip_path(self, name: str, path: Any, *rest: Any) -> None:  # noqa: ANN401 - native objects
        """Remember what of the page a clip leaves."""
        margin = _WIDEST_STROKE if "stroke" in name else 0.0
        self._clips.append(_common(self._clips[-1], self._bounds(path, rest[1], margin)))

    def image(self, name: str, image: Any, ctm: Any, *_: Any) -> None:  # noqa: ANN401 - native objects
        """Take down a picture; a stencil used as a clip is one too."""
        matrix = _matrix(ctm)
        box = bounds(_UNIT, matrix)
        shown = _common(self._clips[-1], box)
        self._cover(shown)
        if box is not None:
            width, height = int(image.w), int(image.h)
            self.pictures.append(Picture(matrix, width, height, box, shown, name != "fill_image"))
        if name == "clip_image_mask":
            self._clips.append(shown)

    def begin(self, name: str, *_: object) -> None:
        """Remember that a group, mask or pattern begins: it paints on what it is painted on."""
        self._clips.append(self._clips[-1])
        if name == "begin_tile":
            self._tile_depth += 1
            self.tiles += 1

    def end(self, name: str, *_: object) -> None:
        """Forget a clip, group, mask or pattern that ends."""
        if len(self._clips) > 1:
            self._clips.pop()
        self._tile_depth -= name == "end_tile"

    def _bounds(self, path: Any, ctm: Any, margin: float = 0.0) -> Box | None:  # noqa: ANN401 - native objects
        walker = self._walker = self._walker or _Outline()
        walker.points.clear()
        walker.curves = 0
        _low.fz_walk_path(_low.FzPath(_low.ll_fz_keep_path(path)), walker, walker.m_internal)
        self.curves += walker.curves
        return bounds(walker.points, _matrix(ctm), margin)

    def _cover(self, area: Box | None) -> None:
        for picture in self.pictures:
            shared = _common(picture.shown, area)
            if shared is not None and min(shared.width, shared.height) > _SMALLEST_COVER:
                picture.is_covered = True


_HANDLERS: dict[str, Callable[..., None]] = {
    **dict.fromkeys(_KINDS, PagePainting.text),
    "fill_path": PagePainting.path,
    "stroke_path": PagePainting.path,
    "clip_path": PagePainting.clip_path,
    "clip_stroke_path": PagePainting.clip_path,
    "fill_image": PagePainting.image,
    "fill_image_mask": PagePainting.image,
    "clip_image_mask": PagePainting.image,
    "pop_clip": PagePainting.end,
    "begin_mask": PagePainting.begin,
    "end_mask": PagePainting.end,
    "begin_group": PagePainting.begin,
    "end_group": PagePainting.end,
    "begin_tile": PagePainting.begin,
    "end_tile": PagePainting.end,
}


def _callback(name: str) -> Callable[..., int]:
    def called(device: PagePainting, _context: Any, *arguments: Any) -> int:  # noqa: ANN401 - native objects
        return device.handle(name, arguments)

    return called


for _name in _HANDLERS:
    setattr(PagePainting, _name, _callback(_name))


class _Outline(_low.FzPathWalker2):  # type: ignore[misc]
    """Collects the points of paths, those that only bend a curve included, in the paths' own coordinates."""

    def __init__(self) -> None:
        super().__init__()
        for name in ("moveto", "lineto", "curveto", "closepath"):
            getattr(self, f"use_virtual_{name}")()
        self.points: list[tuple[float, float]] = []
        self.curves = 0

    def moveto(self, _context: Any, x: float, y: float) -> None:  # noqa: ANN401 - native
        self.points.append((x, y))

    def lineto(self, _context: Any, x: float, y: float) -> None:  # noqa: ANN401 - native
        self.points.append((x, y))

    def curveto(self, _context: Any, *numbers: float) -> None:  # noqa: ANN401 - native
        self.points += zip(numbers[::2], numbers[1::2], strict=True)
        self.curves += 1

    def closepath(self, _context: Any) -> None:  # noqa: ANN401 - native
        """A closed path has no further points."""


def _items(span: Any, length: int) -> bytes:  # noqa: ANN401 - the native object has no type of its own
    """Return MuPDF's records of the glyphs of a span: read in one go where they lie as they should, else one by one."""
    first = span.items(0)
    address = int(first.this)
    start = ctypes.string_at(address, SIZE_OF_ITEM)
    if start != _record(first) or (length > 1 and int(span.items(length - 1).this) - address != _reach(length)):
        return b"".join(_record(span.items(at)) for at in range(length))
    return ctypes.string_at(address, SIZE_OF_ITEM * length)


def _record(item: Any) -> bytes:  # noqa: ANN401 - the native object has no type of its own
    return struct.pack("=fffiii", item.x, item.y, item.adv, item.gid, item.ucs, item.cid)


def _reach(length: int) -> int:
    return SIZE_OF_ITEM * (length - 1)


def _names_of(font: Any) -> Callable[[int], str]:  # noqa: ANN401 - the native object has no type of its own
    def name_of(glyph: int) -> str:
        return str(_low.fz_get_glyph_name2(font, glyph))

    return name_of


def _clamped(value: float) -> float:
    """Return a number, 0.0 for what is none or so far off that no page reaches there."""
    return value if -_FARTHEST < value < _FARTHEST else 0.0


def _matrix(native: Any) -> Matrix:  # noqa: ANN401 - the native object has no type of its own
    a, b, c, d, e, f = map(_clamped, (native.a, native.b, native.c, native.d, native.e, native.f))
    return a, b, c, d, e, f


def bounds(points: Sequence[tuple[float, float]], matrix: Matrix, margin: float = 0.0) -> Box | None:
    """Return the rectangle round points turned by a matrix, None round none."""
    if not points:
        return None
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return Box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


def _common(first: Box | None, second: Box | None) -> Box | None:
    if first is None or second is None:
        return None
    x0, y0 = max(first.x0, second.x0), max(first.y0, second.y0)
    x1, y1 = min(first.x1, second.x1), min(first.y1, second.y1)
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None
