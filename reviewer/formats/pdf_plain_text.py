"""Operators of a content stream that show unmarked glyphs: how many, and, only when it is asked, where each stands."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import msgspec
import numpy as np
import pikepdf
from numpy.typing import NDArray

from reviewer.formats.pdf_edit_order import PaintedGlyphs
from reviewer.formats.pdf_font_codes import FontCodes

_SPACE = ord(" ")


class Stretch(msgspec.Struct, frozen=True):
    """The glyphs of one operator: their numbers and where the page's reader has its pen before each.

    `end` is where the pen stands behind them, `read_end` where that of the reader does, which takes widths as whole
    numbers.
    """

    numbers: Sequence[int]
    read: Sequence[float]
    end: float
    read_end: float


class PlainText:
    """What an operator shows whose glyphs mean a letter each: `parts` are strings and moves, `first` its first glyph.

    `em` is the width of an em and `spacing`, `word_spacing` what is added behind a glyph and a space, in text space.
    """

    def __init__(
        self, parts: list[Any], first: int, count: int, font: FontCodes, em: float, spacing: float, word_spacing: float
    ) -> None:
        self.first, self.count = first, count
        self._parts, self._font = parts, font
        self._em, self._spacing, self._word_spacing = em, spacing, word_spacing

    @property
    def start(self) -> float:
        """Return where the pen stands before the first glyph."""
        pen = 0.0
        for part in self._parts:
            if isinstance(part, pikepdf.String):
                if len(bytes(part)):
                    break
            else:
                pen -= self._move(part)
        return pen

    def stretch(self, glyphs: PaintedGlyphs) -> Stretch:
        """Return where each glyph stands; widths that the font does not say are those that were read."""
        numbers, moves = self._codes
        widths = self._font.all_widths[numbers]
        last = self.first + self.count
        if (unknown := np.isnan(widths)).any():
            widths = np.where(unknown, np.round(glyphs.advances[self.first : last] * 1000, 3), widths)
        spaces = np.full(self.count, self._spacing)
        if self._word_spacing and not self._font.is_composite:
            spaces[numbers == _SPACE] += self._word_spacing
        pens, reads = np.zeros(self.count + 1), np.zeros(self.count + 1)
        np.cumsum(widths / 1000 * self._em + spaces, out=pens[1:])
        np.cumsum(np.floor(widths + 0.5) / 1000 * self._em + spaces, out=reads[1:])
        for at, back in moves:
            pens[at:] -= back
            reads[at:] -= back
        return Stretch(range(self.first, last), reads[: self.count].tolist(), float(pens[-1]), float(reads[-1]))

    @cached_property
    def _codes(self) -> tuple[NDArray[np.int64], list[tuple[int, float]]]:
        strings = [np.zeros(0, np.int64)]
        moves: list[tuple[int, float]] = []
        count = 0
        for part in self._parts:
            if isinstance(part, pikepdf.String):
                strings.append(self._font.numbers(bytes(part)))
                count += len(strings[-1])
            else:
                moves.append((count, self._move(part)))
        return np.concatenate(strings), moves

    def _move(self, part: Any) -> float:  # noqa: ANN401 - a number
        return float(part) / 1000 * self._em
