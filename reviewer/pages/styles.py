"""How each kind of block is set in the galley, and the measures of its page. All sizes are in points."""

from typing import Final

import msgspec

from reviewer.model.document import Block, BlockKind
from reviewer.pages.canvas import GREY, INK, PALE, Colour
from reviewer.pages.fonts import Face

PAGE_WIDTH: Final = 408.0
PAGE_HEIGHT: Final = 842.0
MEASURE: Final = 272.0
LEFT: Final = 60.0
TOP: Final = 48.0
BOTTOM: Final = 798.0
NUMBER_RIGHT: Final = 46.0
NUMBER_SIZE: Final = 6.5
FOOT: Final = 822.0
"""The text column is as narrow as the one of the packet's annotated article, so that lines can be kept there.
A4's height, but less wide: beside a list and a second galley the whole width stays legible on a laptop's screen."""


class Style(msgspec.Struct, frozen=True):
    """Face, size and line distance, colour, space before and after, indent, and whether it clings to what follows."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK
    before: float = 0.0
    after: float = 6.0
    indent: float = 0.0
    keeps_with_next: bool = False


_BODY = Style(Face.SERIF, 10.875, 16.5, after=6.5)
_FURNITURE = Style(Face.SANS, 9.0, 14.0, PALE, after=6.0)
AFTER_MAIL_HEADER: Final = 12.0
PREFORMATTED: Final = Style(Face.MONO, 8.0, 12.0, after=6.5)
SMALLEST_PREFORMATTED: Final = 6.5

_STYLES: dict[BlockKind, Style] = {
    BlockKind.HEADLINE: Style(Face.SERIF_BOLD, 16.5, 20.5, before=3.0, after=6.0, keeps_with_next=True),
    BlockKind.STANDFIRST: Style(Face.SERIF, 12.0, 17.5, GREY, after=8.0),
    BlockKind.HEADING: Style(Face.SERIF_BOLD, 11.5, 16.5, before=7.0, after=3.0, keeps_with_next=True),
    BlockKind.PARAGRAPH: _BODY,
    BlockKind.LIST_ITEM: Style(Face.SERIF, 10.875, 16.5, after=3.0, indent=14.0),
    BlockKind.QUOTE: Style(Face.SERIF, 10.875, 16.5, after=6.5, indent=16.0),
    BlockKind.TABLE_CELL: Style(Face.SERIF, 9.5, 13.5, after=4.0),
    BlockKind.CAPTION: Style(Face.SANS, 8.5, 13.0, GREY),
    BlockKind.PAGE_HEADER: Style(Face.SANS, 8.0, 12.0, PALE),
    BlockKind.PAGE_FOOTER: Style(Face.SANS, 8.0, 12.0, PALE),
    BlockKind.FOOTNOTE: Style(Face.SERIF, 9.0, 13.5, after=4.0),
    BlockKind.COMMENT: Style(Face.SANS, 8.5, 13.0, GREY, indent=16.0),
    BlockKind.TEXT_BOX: Style(Face.SERIF, 10.0, 15.0, after=6.5, indent=16.0),
    BlockKind.MAIL_HEADER: Style(Face.SANS, 8.5, 13.5, after=0.5),
}


def style_of(block: Block) -> Style:
    """Return how a block is set; furniture is small grey sans whatever it is."""
    return _FURNITURE if block.furniture is not None else _STYLES[block.kind]
