import pytest

from reviewer.exporting.blocks import is_label
from reviewer.exporting.redacted_pages import printed_pages, redacted_pages
from reviewer.exporting.text_map import TextMap
from reviewer.model.packet import TextCut
from reviewer.model.redaction import RedactionOrder
from reviewer.opening.open import open_file
from reviewer.pages.mupdf import Pdf
from reviewer.redacting.redact import redact_file
from tests.documents.pdf_builder import PdfBuilder
from tests.documents.review_builder import ReviewBuilder

LINES = ("The board met on Monday.", "Then Marta Brackenfold, the engineer, spoke.", "Nobody wrote it down.")
NAME = "Marta Brackenfold"


def printed_letter(name=NAME):
    """Return the document and galley of a PDF of three lines."""
    builder = PdfBuilder().page()
    for number, line in enumerate(LINES):
        builder = builder.text(72, 100 + 16 * number, line.replace(NAME, name))
    opened = open_file("letter.pdf", builder.content())[0]
    return opened.document, opened.galley


def typeset_letter(name=NAME):
    """Return the document and galley of the same as a text file."""
    builder = ReviewBuilder("\n".join(LINES).replace(NAME, name) + "\n", "letter.txt")
    return builder.article, builder.galleys[builder.article.id]


def after(letter, name=NAME):
    """Return the words of the first page after redaction, as (text, word), and those that are printed there."""
    document, galley = letter
    start = document.text.index(name)
    text_map = TextMap(document.text, [TextCut(start, start + len(name), "R2")])
    clean = redact_file("letter.pdf", galley, RedactionOrder(terms=(name,), reason="R2")).content
    pages = redacted_pages(document, text_map, printed_pages({document.id: clean})(document.id))
    printed = {word.text: word.box for word in Pdf.open(clean).page(1).printed_words()[0]}
    return [(text_map.text[word.start : word.end], word) for word in pages[0].words], printed


@pytest.mark.parametrize("letter", [printed_letter, typeset_letter])
def test_words_of_a_marked_line_stand_where_the_redacted_page_prints_them(letter):
    words, printed = after(letter())
    for text in ("Then", "engineer,", "spoke."):
        box = next(word.box for found, word in words if found == text)
        assert box.x0 == pytest.approx(printed[text].x0, abs=0.01)


@pytest.mark.parametrize("letter", [printed_letter, typeset_letter])
def test_other_lines_keep_their_words_in_place(letter):
    document, _ = letter()
    before = {document.text[word.start : word.end]: word.box for word in document.pages[0].words}
    words, _ = after(letter())
    for text, word in words:
        if word.line != next(word for found, word in words if is_label(found)).line:
            assert word.box == before[text]


@pytest.mark.parametrize("letter", [printed_letter, typeset_letter])
def test_the_label_stands_between_its_neighbours(letter):
    words, _ = after(letter())
    texts = [text for text, _ in words]
    at = next(place for place, text in enumerate(texts) if is_label(text))
    assert texts[at - 1 : at + 2] == ["Then", "█████ [R2]", ","]
    before, label, behind = (word.box for _, word in words[at - 1 : at + 2])
    assert before.x1 <= label.x0 < label.x1 <= behind.x0 + 0.01


@pytest.mark.parametrize("letter", [printed_letter, typeset_letter])
def test_no_box_on_the_marked_line_tells_how_long_the_words_were(letter):
    short, _ = after(letter("Bo Ek"), "Bo Ek")
    long, _ = after(letter())
    assert [word.box for _, word in short] == [word.box for _, word in long]


def test_words_that_the_page_does_not_print_any_more_follow_the_label_in_fixed_steps():
    made = []
    for name in ("Bo Ek", "Bartholomew Featherstonehaugh"):
        document, _ = printed_letter(name)
        start = document.text.index(name)
        text_map = TextMap(document.text, [TextCut(start, start + len(name))])
        words = redacted_pages(document, text_map, lambda number: ())[0].words
        made.append([tuple(round(side, 2) for side in (word.box.x0, word.box.x1)) for word in words])
    assert made[0] == made[1]
