"""Pictures of printed words, for what can only be found by looking."""

from reviewer.model.document import Block, BlockKind
from reviewer.model.geometry import Box
from reviewer.pages.crops import crop_png
from reviewer.pages.typeset import typeset


def printed(words: str) -> bytes:
    """Return a PNG of a line of print."""
    pdf = typeset(words, [Block(0, len(words), BlockKind.PARAGRAPH)]).pdf
    return crop_png(pdf, 1, Box(40, 40, 560, 160), dpi=200)
