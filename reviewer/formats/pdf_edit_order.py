"""What is to be changed in the content of a page, glyph by glyph, and what stands in the way of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from reviewer.formats.pdf_marked import EditedSections
from reviewer.formats.pdf_matrix import Matrix, Point
from reviewer.model.geometry import Box


class NotEditableError(ValueError):
    """The content cannot be changed in its marked places alone."""


class PaintedGlyph(msgspec.Struct, frozen=True, gc=False):
    """A glyph of a page as a reader traced it: its origin on the page as displayed, its advance in ems.

    `is_head` is false for the further letters of a glyph that means several.
    """

    x: float
    y: float
    advance: float
    is_head: bool


@dataclass
class EditOrder:
    """How a page's content is to be changed; boxes and points are those of the page as displayed.

    `glyphs` are all the glyphs that the content paints, in its order; `dropped` go, `placed` get new origins and, by
    `stretched`, another width of their letters. In `blanked` areas nothing may remain; drawings and clips that lie
    wholly in one of the `ruled` go or, for clips, grow to the lane of the same number. `shown` is the matrix from the
    page's own points to the page as displayed. Editing notes in `expected` where
    a reader will see the glyphs of the operators that it wrote anew, and in `sections` what marked content lost.
    """

    glyphs: Sequence[PaintedGlyph]
    shown: Matrix
    dropped: set[int] = field(default_factory=set)
    placed: dict[int, Point] = field(default_factory=dict)
    stretched: dict[int, float] = field(default_factory=dict)
    blanked: Sequence[Box] = ()
    ruled: Sequence[Box] = ()
    lanes: Sequence[Box] = ()
    expected: dict[int, Point] = field(default_factory=dict)
    sections: EditedSections = field(default_factory=EditedSections)
