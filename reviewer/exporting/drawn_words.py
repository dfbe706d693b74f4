"""Words put on a page, with what they say where their glyphs do not say it."""

from contextlib import nullcontext

from reviewer.formats.pdf_canvas import Canvas
from reviewer.pages.fonts import Face, FontBook
from reviewer.pages.scripts import has_right_to_left, is_right_to_left_mark, printed_form, printed_letters


def draw_words(
    canvas: Canvas,
    book: FontBook,
    face: Face,
    text: str,
    place: tuple[float, float],
    size: float,
    colour: str,
    space_after: bool = False,
) -> None:
    """Draw a text on one line from its left end and baseline, `place`, as content of the current element.

    Readers that copy text turn right-to-left words round themselves, so that these stand in the page as they are
    printed; the structure tells how they are read. A `space_after` is put behind words that lead on to others.
    """
    x, baseline = place
    if has_right_to_left(text):
        spoken = printed_letters(text) if any(map(is_right_to_left_mark, text)) else ""
        with canvas.tree.node("Span", actual=text) if canvas.is_tagging else nullcontext():
            canvas.glyphs(x, baseline, book.shape(face, text), size, colour, spoken=spoken)
        return
    spoken = "" if text.isascii() or printed_form(text) == text else text
    glyphs = book.shape(face, text + " " if space_after and not spoken else text)
    canvas.glyphs(x, baseline, glyphs, size, colour, spoken=spoken)
