"""Lines of text put together from where glyphs stand, whatever the order in which they were drawn."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

_TURN = math.pi / 36
_SPACE = 0.22
_WIDE_SPACE = 0.9


class Glyph(msgspec.Struct, frozen=True):
    """A drawn character: `box` is left, bottom, right, top in points of the page's own space, None for made-up ones.

    `angle` in radians is how far its line is turned; `size` is the font size in points; glyphs of one font have the
    same number as `font`.
    """

    text: str
    box: tuple[float, float, float, float] | None
    size: float = 0.0
    angle: float = 0.0
    font: int = 0


class _Placed(msgspec.Struct, frozen=True):
    text: str
    left: float
    right: float
    middle: float
    height: float


def lines_of_glyphs(glyphs: Sequence[Glyph]) -> str:
    """Return the glyphs as lines from top to bottom, read from left to right, for each direction of writing.

    A gap of about a fifth of the letter height is a space, wider ones are two, so that letterspaced words keep apart.
    Glyphs drawn twice in one place, as for bold print, count once.
    """
    by_angle: dict[int, list[_Placed]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.box is not None and glyph.text.strip():
            turn = round(glyph.angle / _TURN)
            by_angle[turn].append(_placed(glyph, turn * _TURN))
    return "\n¦\n".join("\n".join(map(_line, _rows(placed))) for placed in by_angle.values())


def _placed(glyph: Glyph, angle: float) -> _Placed:
    left, bottom, right, top = glyph.box or (0.0, 0.0, 0.0, 0.0)
    if angle:
        cosine, sine = math.cos(-angle), math.sin(-angle)
        corners = [(x * cosine - y * sine, x * sine + y * cosine) for x in (left, right) for y in (bottom, top)]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    return _Placed(glyph.text, left, right, (bottom + top) / 2, max(top - bottom, glyph.size * 0.5, 0.01))


def _rows(placed: Iterable[_Placed]) -> list[list[_Placed]]:
    """Sort glyphs into rows: one belongs to a row when its middle lies within half a letter of the row's."""
    rows: list[list[_Placed]] = []
    middle = height = 0.0
    for glyph in sorted(placed, key=lambda one: -one.middle):
        if rows and middle - glyph.middle < 0.5 * max(height, glyph.height):
            rows[-1].append(glyph)
            height = max(height, glyph.height)
        else:
            rows.append([glyph])
            middle, height = glyph.middle, glyph.height
    return rows


def _line(row: list[_Placed]) -> str:
    pieces: list[str] = []
    before: _Placed | None = None
    for glyph in sorted(row, key=lambda one: (one.left, one.right)):
        if before is not None:
            if glyph.text == before.text and glyph.left - before.left < 0.3 * max(before.right - before.left, 0.1):
                continue
            gap = (glyph.left - before.right) / max(before.height, glyph.height)
            pieces.append("  " if gap > _WIDE_SPACE else " " if gap > _SPACE else "")
        pieces.append(glyph.text)
        before = glyph
    return "".join(pieces)
