"""Lines of text put together from where glyphs stand, whatever the order in which they were drawn."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

import msgspec
import numpy as np
from numpy.typing import NDArray

from reviewer.pages.glyph_columns import text_of_codes

_TURN = math.pi / 36
_SPACE = 0.22
_WIDE_SPACE = 0.9
_STRUCK_TWICE = 0.3
_LOWEST = 0.01
_BY_DEPTH = itemgetter(0)
_BY_EDGES = itemgetter(1, 2)


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A drawn character: `box` is left, bottom, right, top in points of the page's own space, None for made-up ones.

    `angle` in radians is how far its line is turned; `size` is the font size in points; glyphs of one font have the
    same number as `font`.
    """

    text: str
    box: tuple[float, float, float, float] | None
    size: float = 0.0
    angle: float = 0.0
    font: int = 0


class DrawnGlyphs(msgspec.Struct, frozen=True):
    """The drawn characters of a page in columns, as `Glyph` says; `codes` are -1 where a character means nothing.

    `boxes` has four columns; `has_box` is false for made-up characters.
    """

    codes: NDArray[np.int64]
    boxes: NDArray[np.float64]
    has_box: NDArray[np.bool_]
    sizes: NDArray[np.float64]
    angles: NDArray[np.float64]
    fonts: NDArray[np.int64]

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> "DrawnGlyphs":
        """Return glyphs of at most one letter as columns."""
        return cls(
            np.array([ord(one.text) if one.text else -1 for one in glyphs], np.int64),
            np.array([one.box or (0.0, 0.0, 0.0, 0.0) for one in glyphs], np.float64).reshape(-1, 4),
            np.array([one.box is not None for one in glyphs], bool),
            np.array([one.size for one in glyphs], np.float64),
            np.array([one.angle for one in glyphs], np.float64),
            np.array([one.font for one in glyphs], np.int64),
        )

    def __len__(self) -> int:
        return len(self.codes)

    def text(self) -> str:
        """Return all characters in the order of the content."""
        return text_of_codes(self.codes[self.codes >= 0])

    def picked(self, numbers: Iterable[int]) -> list[Glyph]:
        """Return some of the glyphs one by one."""
        return [
            Glyph(
                chr(int(self.codes[one])) if self.codes[one] >= 0 else "",
                tuple(self.boxes[one].tolist()) if self.has_box[one] else None,
                float(self.sizes[one]),
                float(self.angles[one]),
                int(self.fonts[one]),
            )
            for one in numbers
        ]


_Placed = tuple[float, float, float, float, str]
"""How far down the middle of a glyph lies, its left and right edge, its height, and its letters."""


def lines_of_glyphs(glyphs: DrawnGlyphs) -> str:
    """Return the glyphs as lines from top to bottom, read from left to right, for each direction of writing.

    A gap of about a fifth of the letter height is a space, wider ones are two, so that letterspaced words keep apart.
    Glyphs drawn twice in one place, as for bold print, count once.
    """
    shown = np.flatnonzero(glyphs.has_box & ~_are_blank(glyphs.codes))
    if not len(shown):
        return ""
    turns = np.round(glyphs.angles[shown] / _TURN)
    lines = None if turns.any() else _upright_lines(glyphs, shown)
    return _lines_one_by_one(glyphs.picked(shown)) if lines is None else lines


def _are_blank(codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which characters are spaces of any kind or nothing."""
    found, places = np.unique(codes, return_inverse=True)
    blank: NDArray[np.bool_] = np.array([code < 0 or chr(int(code)).isspace() for code in found], bool)[places]
    return blank


def _upright_lines(glyphs: DrawnGlyphs, shown: NDArray[np.intp]) -> str | None:
    """Return the lines of glyphs that stand upright, None when some are drawn twice in one place."""
    left, bottom, right, top = glyphs.boxes[shown].T
    heights = np.maximum(np.maximum(top - bottom, glyphs.sizes[shown] * 0.5), _LOWEST)
    depths = -(bottom + top) / 2
    order = np.argsort(depths, kind="stable")
    shown, left, right, heights = shown[order], left[order], right[order], heights[order]
    rows = np.cumsum(_begin_rows(depths[order], heights))
    order = np.lexsort((right, left, rows))
    shown, left, right, heights = shown[order], left[order], right[order], heights[order]
    codes, is_new_row = glyphs.codes[shown], np.diff(rows) != 0
    is_double = (np.diff(codes) == 0) & (np.diff(left) < _STRUCK_TWICE * np.maximum(right[:-1] - left[:-1], 0.1))
    if (is_double & ~is_new_row).any():
        return None
    wide = (left[1:] - right[:-1]) / np.maximum(heights[1:], heights[:-1])
    spaces = np.where(is_new_row, 1, np.where(wide > _WIDE_SPACE, 2, np.where(wide > _SPACE, 1, 0)))
    places = np.concatenate(([0], np.cumsum(spaces))) + np.arange(len(codes))
    written = np.full(int(places[-1]) + 1, ord(" "))
    written[places] = codes
    written[places[1:][is_new_row] - 1] = ord("\n")
    return text_of_codes(written)


def _begin_rows(depths: NDArray[np.float64], heights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which glyphs, sorted by depth, begin a row: their middle is more than half a letter below its first."""
    begins = np.zeros(len(depths), bool)
    tallest = float(heights.max())
    start, count = 0, len(depths)
    while True:
        end = int(np.searchsorted(depths, depths[start] + 0.5 * tallest, "right"))
        reach = np.maximum.accumulate(heights[start:end])
        far = np.flatnonzero(depths[start:end] - depths[start] >= 0.5 * reach)
        start = start + int(far[0]) if len(far) else end
        if start >= count:
            return begins
        begins[start] = True


def _lines_one_by_one(glyphs: Sequence[Glyph]) -> str:
    by_angle: dict[int, list[_Placed]] = defaultdict(list)
    for glyph in glyphs:
        box, text = glyph.box, glyph.text
        if box is None or not text or text.isspace():
            continue
        turn = round(glyph.angle / _TURN) if glyph.angle else 0
        if turn:
            by_angle[turn].append(_placed(glyph, turn * _TURN))
        else:
            left, bottom, right, top = box
            by_angle[0].append((-(bottom + top) / 2, left, right, max(top - bottom, glyph.size * 0.5, _LOWEST), text))
    return "\n¦\n".join("\n".join(map(_line, _rows(placed))) for placed in by_angle.values())


def _placed(glyph: Glyph, angle: float) -> _Placed:
    left, bottom, right, top = glyph.box or (0.0, 0.0, 0.0, 0.0)
    cosine, sine = math.cos(-angle), math.sin(-angle)
    corners = [(x * cosine - y * sine, x * sine + y * cosine) for x in (left, right) for y in (bottom, top)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    return -(bottom + top) / 2, left, right, max(top - bottom, glyph.size * 0.5, _LOWEST), glyph.text


def _rows(placed: Iterable[_Placed]) -> list[list[_Placed]]:
    """Sort glyphs into rows: one belongs to a row when its middle lies within half a letter of the row's."""
    rows: list[list[_Placed]] = []
    depth = height = 0.0
    for glyph in sorted(placed, key=_BY_DEPTH):
        own_depth, own_height = glyph[0], glyph[3]
        if rows and own_depth - depth < 0.5 * (height if height > own_height else own_height):
            rows[-1].append(glyph)
            height = height if height > own_height else own_height
        else:
            rows.append([glyph])
            depth, height = own_depth, own_height
    return rows


def _line(row: list[_Placed]) -> str:
    pieces: list[str] = []
    before: _Placed | None = None
    for glyph in sorted(row, key=_BY_EDGES):
        _, left, _, height, text = glyph
        if before is not None:
            _, left_before, right_before, height_before, text_before = before
            if text == text_before and left - left_before < _STRUCK_TWICE * max(right_before - left_before, 0.1):
                continue
            gap = (left - right_before) / (height if height > height_before else height_before)
            if gap > _SPACE:
                pieces.append("  " if gap > _WIDE_SPACE else " ")
        pieces.append(text)
        before = glyph
    return "".join(pieces)
