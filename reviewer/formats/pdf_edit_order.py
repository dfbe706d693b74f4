"""What is to be changed in the content of a page, glyph by glyph, and what stands in the way of it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from reviewer.formats.pdf_marked import EditedSections
from reviewer.formats.pdf_matrix import Matrix, Point
from reviewer.model.geometry import Box


class NotEditableError(ValueError):
    """The content cannot be changed in its marked places alone."""


class PaintedGlyphs(msgspec.Struct, frozen=True):
    """The glyphs of a page as a reader traced them: their origins on the page as displayed, their advances in ems.

    `is_head` is false for the further letters of a glyph that means several.
    """

    xs: NDArray[np.float64]
    ys: NDArray[np.float64]
    advances: NDArray[np.float64]
    is_head: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.xs)

    def are_heads(self, first: int, end: int) -> bool:
        """Return whether some glyphs that are side by side mean one letter each."""
        return end <= len(self) and bool(self.is_head[first : end + 1].all())


@dataclass
class EditOrder:
    """How a page's content is to be changed; boxes and points are those of the page as displayed.

    `glyphs` are all the glyphs that the content paints, in its order; `dropped` go, `placed` get new origins and, by
    `stretched`, another width of their letters. In `blanked` areas nothing may remain; drawings and clips that lie
    wholly in one of the `ruled` go or, for clips, grow to the lane of the same number. `shown` is the matrix from the
    page's own points to the page as displayed. Editing notes in `expected` where
    a reader will see the glyphs of the operators that it wrote anew, and in `sections` what marked content lost.
    """

    glyphs: PaintedGlyphs
    shown: Matrix
    dropped: set[int] = field(default_factory=set)
    placed: dict[int, Point] = field(default_factory=dict)
    stretched: dict[int, float] = field(default_factory=dict)
    blanked: Sequence[Box] = ()
    ruled: Sequence[Box] = ()
    lanes: Sequence[Box] = ()
    expected: dict[int, Point] = field(default_factory=dict)
    sections: EditedSections = field(default_factory=EditedSections)

    @cached_property
    def _touched(self) -> list[int]:
        return sorted({*self.dropped, *self.placed})

    def touches(self, first: int, end: int) -> bool:
        """Return whether any of some glyphs that are side by side goes or moves; asked when all is ordered."""
        at = bisect_left(self._touched, first)
        return at < len(self._touched) and self._touched[at] < end
