"""What stands in place of marked words: a label of constant width, in text and drawn on a page."""

from collections.abc import Callable

from reviewer.exporting.style import INK, WHITE
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.geometry import Box
from reviewer.pages.fonts import Face, FontBook

BLOCK = "█████"
_REASON_SIZE, _SMALLEST = 0.62, 4.0
_PADDING = 1.2


def label_for(reason: str, is_clean: Callable[[str], bool] = lambda _: True) -> str:
    """Return the words that stand for marked ones: a block, and the reason unless it names what was removed."""
    reason = " ".join(reason.split())
    return f"{BLOCK} [{reason}]" if reason and is_clean(reason) else BLOCK


def is_label(text: str) -> bool:
    """Return whether a word of a document is such a label."""
    return text.startswith(BLOCK)


def draw_label(canvas: Canvas, fonts: FontBook, text: str, x0: float, x1: float, baseline: float, size: float) -> None:
    """Draw a label as a black box from `x0` to `x1` (points), its reason in it where there is room.

    Whoever selects or listens to the page gets the label's words.
    """
    canvas.box(Box(x0, baseline - 0.78 * size, x1, baseline + 0.22 * size), INK)
    reason = text.removeprefix(BLOCK).strip(" []")
    room = x1 - x0 - 2 * _PADDING
    glyphs = fonts.shape(Face.SANS, reason or "█")
    wanted = min(_REASON_SIZE * size, room / max(glyphs.advance, 0.01))
    if not reason or wanted < _SMALLEST:
        glyphs, wanted, colour = fonts.shape(Face.SANS, "█"), min(size * 0.5, room), INK
    else:
        colour = WHITE
    x = (x0 + x1 - glyphs.advance * wanted) / 2
    canvas.glyphs(x, baseline - 0.28 * size + 0.36 * wanted, glyphs, wanted, colour, spoken=text + " ")
