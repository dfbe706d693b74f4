"""Words and lines as a page's own content gives them, in the coordinates of the page as displayed."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from reviewer.model.geometry import Box

_BOLD_FLAG = 16
_PAINTED_FLAGS = 16 | 32 | 64
_SMALLEST_VISIBLE = 1.0
_WHITE = 0xFFFFFF

Turn = tuple[float, ...]
"""The six numbers of a PDF matrix that turns unrotated coordinates into displayed ones."""


class PrintedWord(msgspec.Struct, frozen=True):
    """A word as the page's content gives it, with the number of its block and line in content order."""

    text: str
    box: Box
    block: int
    line: int


class PrintedLine(msgspec.Struct, frozen=True):
    """How a line is set: its largest font size in points, whether all of it is bold, and whether it runs across.

    `hidden` counts the characters that leave no trace on the page: drawn with the invisible text mode, fully
    transparent, or less than a point high; `white` counts those drawn in white.
    """

    size: float
    bold: bool
    upright: bool = True
    hidden: int = 0
    white: int = 0


def printed_words(
    extracted: Iterable[tuple[float, float, float, float, str, int, int, int]], turn: Turn | None
) -> list[PrintedWord]:
    """Return MuPDF's extracted words as records."""
    return [
        PrintedWord(text, turned(Box(x0, y0, x1, y1), turn) if turn else Box(x0, y0, x1, y1), block, line)
        for x0, y0, x1, y1, text, block, line, _ in extracted
    ]


def printed_lines(extracted: Mapping[str, Any], turn: Turn | None) -> dict[tuple[int, int], PrintedLine]:
    """Return how each (block, line) of MuPDF's extracted structure is set."""
    return {
        (int(block["number"]), index): _setting(line, turn)
        for block in extracted["blocks"]
        for index, line in enumerate(block.get("lines", ()))
    }


def turned(box: Box, turn: Turn | None) -> Box:
    """Return a box of the unrotated page as a box of the displayed one."""
    if turn is None:
        return box
    a, b, c, d, e, f = turn
    xs = sorted((a * box.x0 + c * box.y0 + e, a * box.x1 + c * box.y1 + e))
    ys = sorted((b * box.x0 + d * box.y0 + f, b * box.x1 + d * box.y1 + f))
    return Box(xs[0], ys[0], xs[1], ys[1])


def _setting(line: Mapping[str, Any], turn: Turn | None) -> PrintedLine:
    size, bold, hidden, white = 0.0, True, 0, 0
    for span in line["spans"]:
        text = span["text"]
        if text.isspace():
            continue
        size = max(size, span["size"])
        bold = bold and bool(span["flags"] & _BOLD_FLAG)
        if not span["char_flags"] & _PAINTED_FLAGS or span["alpha"] == 0 or span["size"] < _SMALLEST_VISIBLE:
            hidden += len(text)
        elif span["color"] == _WHITE:
            white += len(text)
    across, down = line["dir"]
    if turn:
        across, down = turn[0] * across + turn[2] * down, turn[1] * across + turn[3] * down
    return PrintedLine(size, bold, abs(across) >= abs(down), hidden, white)
