"""Words that only show on the picture of a page: scans, drawn letters, fonts that say one thing and show another."""

import hashlib
import math
from collections.abc import Sequence
from statistics import median
from typing import Any

import numpy as np

from reviewer.model.geometry import Box
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.ocr import OcrWord, read_picture
from reviewer.pages.page_pixels import PagePixels, cut_out, page_pixels
from reviewer.pages.page_trace import PageTrace
from reviewer.pages.painted_picture import Picture
from reviewer.pages.picture_capture import BarePicture, capture_pictures
from reviewer.redacting.pdf_finding import Finder

_DPI = 200
_SMALLEST_PICTURE = 6.0
_SMALLEST_PIXELS = 12
_FEW_GLYPHS = 12
_MANY_CURVES = 30
_MANY_BRICKS = 12
_UNKNOWN = 0xFFFD
_PRIVATE = 0xE000, 0xF8FF
_MARGIN = 1.5
_STEP = 8
_NEAR = 2.0
_GRID = 12.0
"""Points: about a line of print, so that a hanging letter seldom makes a box one step longer."""

_ACROSS, _DOWN = 60.0, 14.0
"""Points round a picture that are read with it."""

_MUCH_OF_A_PAGE = 0.5
_MOST_KNOWN = 500
_POINTS_AN_INCH = 72.0


def may_show_other_words(trace: PageTrace) -> bool:
    """Return whether a page may show words that are not among its glyphs, so that its picture has to be read."""
    if _large_pictures(trace):
        return True
    return _may_show_them_anywhere(trace)


def places_to_read(trace: PageTrace) -> list[Box] | None:
    """Return where a page that may show other words has to be read, points from its top left; None for everywhere.

    That is round its pictures, with the words that begin or end there, as long as nothing else on it may be letters.
    """
    pictures = _large_pictures(trace)
    if trace.curves or trace.windings or trace.tiles or _may_show_them_anywhere(trace):
        return None
    page = Box(0, 0, trace.width, trace.height)
    places: list[Box] = []
    for box in (one.box for one in pictures):
        around = Box(
            max(box.x0 - _ACROSS, page.x0), max(box.y0 - _DOWN, page.y0),
            min(box.x1 + _ACROSS, page.x1), min(box.y1 + _DOWN, page.y1),
        )  # fmt: skip
        if around.x0 < around.x1 and around.y0 < around.y1:
            places = _with(places, around)
    covered = sum(place.width * place.height for place in places)
    return places if places and covered <= _MUCH_OF_A_PAGE * page.width * page.height else None


def _with(places: list[Box], new: Box) -> list[Box]:
    """Return places that lie apart, one more among them: those that meet become one."""
    while any(place.touches(new) for place in places):
        for place in places:
            new = new.union(place) if place.touches(new) else new
        places = [place for place in places if not place.touches(new)]
    return [*places, new]


def _large_pictures(trace: PageTrace) -> list[Picture]:
    return [one for one in trace.pictures if one.box.width > _SMALLEST_PICTURE and one.box.height > _SMALLEST_PICTURE]


def _may_show_them_anywhere(trace: PageTrace) -> bool:
    if (
        trace.curves > _MANY_CURVES
        or trace.bricks >= _MANY_BRICKS
        or any(span.font.startswith("Type3 ") for span in trace.glyphs.columns.table)
    ):
        return True
    columns = trace.glyphs.columns
    if np.count_nonzero(columns.is_seen) < _FEW_GLYPHS and trace.paths > 2:
        return True
    codes = columns.codes
    is_unknown = (codes == _UNKNOWN) | ((codes >= _PRIVATE[0]) & (codes <= _PRIVATE[1])) | columns.is_doubtful
    return bool((is_unknown & columns.is_seen).any())


def hidden_picture_finds(page: PdfPage, trace: PageTrace, finder: Finder) -> list[tuple[Box, str]]:
    """Read pictures by themselves that the page shows turned, in part, or under something else.

    Returns areas as `PageReading.find` does. Raises ReviewerError with DAMAGED.
    """
    wanted = {number for number, picture in enumerate(trace.pictures) if _is_odd(picture)}
    found: list[tuple[Box, str]] = []
    for bare in capture_pictures(page, wanted) if wanted else ():
        reading = PageReading(read_picture(bare.width, bare.height, bare.samples, bare.channels, _DPI), 1.0)
        for box, words in reading.find(finder):
            found.append((_on_page(box, bare), words))
    return found


def _is_odd(picture: Picture) -> bool:
    if min(picture.width, picture.height) < _SMALLEST_PIXELS:
        return False
    a, b, c, d, _, _ = picture.matrix
    is_upright = abs(b) < 0.01 * abs(a) and abs(c) < 0.01 * abs(d) and a > 0 and d > 0
    shown = picture.shown
    is_whole = shown is not None and shown.width > picture.box.width - 2 and shown.height > picture.box.height - 2
    return not is_upright or not is_whole or picture.is_covered


def _on_page(box: Box, bare: BarePicture) -> Box:
    a, b, c, d, e, f = bare.matrix
    corners = [(x / bare.width, y / bare.height) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


class PageReading:
    """The words read off the picture of a page; boxes in points from the top left of the page as displayed."""

    def __init__(self, words: Sequence[OcrWord], scale: float) -> None:
        self.words = [
            (
                word.text,
                Box(word.box.x0 / scale, word.box.y0 / scale, word.box.x1 / scale, word.box.y1 / scale),
                word.line,
            )
            for word in words
        ]

    @classmethod
    def of_page(
        cls, page: PdfPage, places: Sequence[Box] | None = None, known: "KnownReadings | None" = None
    ) -> "PageReading":
        """Read the picture of a page, or only some places of it, in points. Raises ReviewerError with DAMAGED.

        What is `known` by its pixels is not read again.
        """
        pixels = page_pixels(page, _DPI)
        scale = pixels.width / page.width if page.width else 1.0
        known = known if known is not None else KnownReadings()
        words: list[OcrWord] = []
        for place in places if places is not None else [Box(0, 0, page.width, page.height)]:
            part = cut_out(pixels, place, scale)
            left, top, lines = int(place.x0 * scale), int(place.y0 * scale), len(words)
            words += (_moved(word, left, top, lines) for word in known.words_of(part))
        return cls(words, _DPI / _POINTS_AN_INCH)

    def find(self, finder: Finder) -> list[tuple[Box, str]]:
        """Return the areas to be blanked, each running to the end of its line, with the words found there."""
        text, origins = self._text()
        found: list[tuple[Box, str]] = []
        for match in finder.matches(text):
            numbers = sorted({number for number in origins[match.span.start : match.span.end] if number >= 0})
            for line in sorted({self.words[number][2] for number in numbers}):
                first = min((self.words[number][1] for number in numbers if self.words[number][2] == line), key=_left)
                found.append((self._to_the_end(first, line), match.span.of(text)))
        return found

    def left(self, finder: Finder, part: str) -> bool:
        """Return whether any words were read that none of the places kept on this part explains."""
        return bool(finder.left_in(self._text()[0], part, "ocr"))

    def _text(self) -> tuple[str, list[int]]:
        parts: list[str] = []
        origins: list[int] = []
        line = -1
        for number, (word, _, own_line) in enumerate(self.words):
            gap = "" if not parts else (" " if own_line == line else "\n")
            parts += (gap, word)
            origins += [-1] * len(gap) + [number] * len(word)
            line = own_line
        return "".join(parts), origins

    def _to_the_end(self, first: Box, line: int) -> Box:
        """Return the rest of a line, as far as the widest line of its column: where it ends tells how long it was."""
        same = [box for _, box, own in self.words if own == line and box.x0 >= first.x0 - 0.1]
        end = max(box.x1 for box in same)
        top, bottom = self._room_of(line, first.x0, min(box.y0 for box in same), max(box.y1 for box in same))
        others = [box for _, box, own in self.words if own != line]
        beside = [box.x0 for box in others if box.x0 >= end and box.y0 < bottom and box.y1 > top]
        step = _STEP * (bottom - top)
        reach = max(first.x0 + step * (int((end - first.x0) / step) + 1), *self._ends_of_column(first.x0, end))
        return Box(
            first.x0 - _MARGIN, top, max(end + _MARGIN, min(reach, min(beside, default=reach) - 2 * _MARGIN)), bottom
        )

    def _room_of(self, line: int, start: float, top: float, bottom: float) -> tuple[float, float]:
        """Return where a line's box begins and ends, points from the top: whatever letters hang or rise in it.

        It fills the room between the lines above and below; where none is near, it ends on a coarse grid.
        """
        near = _NEAR * median(box.height for _, box, _ in self.words)
        others = [box for _, box, own in self.words if own != line and box.x1 > start]
        above = [box.y1 for box in others if top - near < box.y1 <= top]
        below = [box.y0 for box in others if bottom <= box.y0 < bottom + near]
        upper, lower = top - _MARGIN, bottom + _MARGIN
        return (
            min(upper, max(above) + _MARGIN) if above else _GRID * math.floor(upper / _GRID),
            max(lower, min(below) - _MARGIN) if below else _GRID * math.ceil(lower / _GRID),
        )

    def _ends_of_column(self, start: float, end: float) -> list[float]:
        lines: dict[int, tuple[float, float]] = {}
        for _, box, own in self.words:
            low, high = lines.get(own, (box.x0, box.x1))
            lines[own] = min(low, box.x0), max(high, box.x1)
        return [high for low, high in lines.values() if low < end and start < high]


class KnownReadings:
    """What was read off pictures of pages, by their pixels: letterheads and logos are the same on every page."""

    def __init__(self) -> None:
        self._words: dict[bytes, list[OcrWord]] = {}

    def words_of(self, pixels: PagePixels) -> list[OcrWord]:
        """Return the words of a picture. Raises ReviewerError with DAMAGED."""
        samples = bytes(pixels.samples)
        mark = hashlib.sha256(f"{pixels.width} {pixels.height} ".encode() + samples).digest()
        if mark not in self._words:
            if len(self._words) >= _MOST_KNOWN:
                del self._words[next(iter(self._words))]
            self._words[mark] = read_picture(pixels.width, pixels.height, samples, 3, _DPI)
        return self._words[mark]


def _moved(word: OcrWord, left: int, top: int, lines: int) -> OcrWord:
    box = Box(word.box.x0 + left, word.box.y0 + top, word.box.x1 + left, word.box.y1 + top)
    return OcrWord(word.text, box, word.line + lines)


def _left(box: Box) -> float:
    return box.x0


def words_inside(words: Sequence[tuple[str, Box, Any]], area: Box) -> str:
    """Return the words that stand inside an area."""
    inside = [
        word
        for word, box, _ in words
        if area.x0 <= (box.x0 + box.x1) / 2 <= area.x1 and area.y0 <= (box.y0 + box.y1) / 2 <= area.y1
    ]
    return " ".join(inside)
