"""Lines of text put together from where glyphs stand, whatever the order in which they were drawn."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

import msgspec

_TURN = math.pi / 36
_SPACE = 0.22
_WIDE_SPACE = 0.9
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


_Placed = tuple[float, float, float, float, str]
"""How far down the middle of a glyph lies, its left and right edge, its height, and its letters."""


def lines_of_glyphs(glyphs: Sequence[Glyph]) -> str:
    """Return the glyphs as lines from top to bottom, read from left to right, for each direction of writing.

    A gap of about a fifth of the letter height is a space, wider ones are two, so that letterspaced words keep apart.
    Glyphs drawn twice in one place, as for bold print, count once.
    """
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
            by_angle[0].append((-(bottom + top) / 2, left, right, max(top - bottom, glyph.size * 0.5, 0.01), text))
    return "\n¦\n".join("\n".join(map(_line, _rows(placed))) for placed in by_angle.values())


def _placed(glyph: Glyph, angle: float) -> _Placed:
    left, bottom, right, top = glyph.box or (0.0, 0.0, 0.0, 0.0)
    cosine, sine = math.cos(-angle), math.sin(-angle)
    corners = [(x * cosine - y * sine, x * sine + y * cosine) for x in (left, right) for y in (bottom, top)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    return -(bottom + top) / 2, left, right, max(top - bottom, glyph.size * 0.5, 0.01), glyph.text


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
            if text == text_before and left - left_before < 0.3 * max(right_before - left_before, 0.1):
                continue
            gap = (left - right_before) / (height if height > height_before else height_before)
            if gap > _SPACE:
                pieces.append("  " if gap > _WIDE_SPACE else " ")
        pieces.append(text)
        before = glyph
    return "".join(pieces)
