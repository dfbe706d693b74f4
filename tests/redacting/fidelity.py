"""How two PDFs differ outside the lines on which a word stood, as pdfium shows and reads them."""

import ctypes
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from reviewer.model.geometry import Box
from reviewer.text.needles import Needles

DPI = 150
_SCALE = DPI / 72
_SAME_PLACE = 0.06
_MOVED = 12.0
_CELL_GAP = 1.9
Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Change:
    """Characters lost, glyphs moved by more than 0.03 points, pixels that differ in any channel."""

    lost: int = 0
    moved: int = 0
    pixels: int = 0

    def plus(self, other: "Change") -> "Change":
        return Change(self.lost + other.lost, self.moved + other.moved, self.pixels + other.pixels)


@dataclass(frozen=True)
class Letter:
    """A character with its origin and rectangle in pixels of the page as displayed."""

    text: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    size: float
    is_generated: bool


def changes(before: bytes, after: bytes, term: str, boxes: Sequence[Box] = ()) -> Change:
    """Measure what differs outside the lines that hold a term, over all pages.

    `boxes` are those that were painted, in points as displayed: a line may have been set anew from there on.
    """
    old, new = pypdfium2.PdfDocument(before), pypdfium2.PdfDocument(after)
    try:
        total = Change()
        for first, second in zip(old, new, strict=True):
            total = total.plus(_page_changes(first, second, term, boxes))
        return total
    finally:
        old.close()
        new.close()


def _page_changes(before: pypdfium2.PdfPage, after: pypdfium2.PdfPage, term: str, boxes: Sequence[Box]) -> Change:
    letters, marked = _marked(_letters(before), term)
    areas = [_with_boxes(_area(run), boxes) for run in marked]
    excused = {id(letter) for run in marked for letter in run}
    standing = [one for one in letters if id(one) not in excused and not one.is_generated and one.text.strip()]
    there: dict[str, list[Letter]] = defaultdict(list)
    for letter in _letters(after):
        there[letter.text].append(letter)
    lost = moved = 0
    for letter in standing:
        distance = min(
            (max(abs(one.x - letter.x), abs(one.y - letter.y)) for one in there[letter.text]), default=_MOVED
        )
        lost += distance >= _MOVED
        moved += _SAME_PLACE < distance < _MOVED
    return Change(lost, moved, _different_pixels(before, after, areas))


def _different_pixels(before: pypdfium2.PdfPage, after: pypdfium2.PdfPage, areas: list[Area]) -> int:
    one, other = (page.render(scale=_SCALE).to_numpy().astype(np.int16) for page in (before, after))
    if one.shape != other.shape:
        return int(one.shape[0] * one.shape[1])
    differs = (one != other).any(axis=2)
    for x0, y0, x1, y1 in areas:
        differs[max(0, int(y0)) : max(0, int(y1) + 1), max(0, int(x0)) : max(0, int(x1) + 1)] = False
    return int(differs.sum())


def _letters(page: pypdfium2.PdfPage) -> list[Letter]:
    text = page.get_textpage()
    width, height = (round(side * _SCALE) for side in page.get_size())
    found: list[Letter] = []
    for index in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        corners = [_on_screen(page, (width, height), *point) for point in ((left, bottom), (right, top))]
        place = _on_screen(page, (width, height), x.value, y.value)
        box = (
            min(c[0] for c in corners), min(c[1] for c in corners), max(c[0] for c in corners), max(c[1] for c in corners)
        )  # fmt: skip
        character = chr(raw.FPDFText_GetUnicode(text, index))
        size = raw.FPDFText_GetFontSize(text, index)
        found.append(Letter(character, *place, box, size, raw.FPDFText_IsGenerated(text, index) == 1))
    text.close()
    return found


def _on_screen(page: pypdfium2.PdfPage, size: tuple[int, int], x: float, y: float) -> tuple[float, float]:
    """Return a point of the page in pixels: pdfium gives whole ones, so it is asked for a page 1,000 times as large."""
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, size[0] * 1000, size[1] * 1000, 0, x, y, left, top)
    return left.value / 1000, top.value / 1000


def _marked(letters: list[Letter], term: str) -> tuple[list[Letter], list[list[Letter]]]:
    """Return all letters, and the runs of them in which a term stands."""
    text = "".join(letter.text for letter in letters)
    runs = _runs(letters)
    marked: dict[int, list[Letter]] = {}
    for match in Needles([term]).find(text):
        for index in range(match.span.start, match.span.end):
            run = runs[index]
            marked[id(run)] = run
    return letters, list(marked.values())


def _runs(letters: list[Letter]) -> list[list[Letter]]:
    """Return for each letter the run of letters on one line, without wide gaps, to which it belongs."""
    runs: list[list[Letter]] = []
    current: list[Letter] = []
    before: Letter | None = None
    for letter in letters:
        if not letter.text.strip() or letter.is_generated:
            runs.append(current)
            continue
        if before is not None and not _follows(before, letter):
            current = []
        current.append(letter)
        runs.append(current)
        before = letter
    return runs


def _follows(before: Letter, letter: Letter) -> bool:
    height = max(min(_side(before), 90.0), 4.0)
    dx, dy = abs(letter.x - before.x), abs(letter.y - before.y)
    is_level = dy < 0.35 * height or dx < 0.35 * height
    return is_level and max(dx, dy) < (1.0 + _CELL_GAP) * height


def _side(letter: Letter) -> float:
    x0, y0, x1, y1 = letter.box
    return max(x1 - x0, y1 - y0)


def _with_boxes(area: Area, boxes: Sequence[Box]) -> Area:
    """Return an area grown round the boxes that lie on its line, where that is level."""
    x0, y0, x1, y1 = area
    for box in boxes:
        top, bottom = box.y0 * _SCALE, box.y1 * _SCALE
        if min(y1, bottom) - max(y0, top) > 0.6 * (bottom - top) and x1 - x0 > y1 - y0:
            x0, y0, x1, y1 = (
                min(x0, box.x0 * _SCALE - 1),
                min(y0, top - 1),
                max(x1, box.x1 * _SCALE + 1),
                max(y1, bottom),
            )
    return x0, y0, x1, y1


def _area(run: list[Letter]) -> Area:
    """Return the rectangle in which a marked run may look different: its line, and room for a box at its end."""
    x0, y0 = min(letter.box[0] for letter in run), min(letter.box[1] for letter in run)
    x1, y1 = max(letter.box[2] for letter in run), max(letter.box[3] for letter in run)
    if x1 - x0 >= y1 - y0:
        return x0 - 2, y0 - 1, x1 + 3 * (y1 - y0), y1 + 1
    return x0 - 1, y0 - 3 * (x1 - x0), x1 + 1, y1 + 3 * (x1 - x0)
