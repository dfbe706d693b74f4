import pymupdf
import pypdfium2
import pytest

from reviewer.model.geometry import Box
from reviewer.model.redaction import RedactionOrder
from reviewer.pages.ocr import OcrWord
from reviewer.redacting.pdf import redact_pdf
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_pictures import PageReading
from tests.redacting.surnames import surnames
from tests.redacting.width_pages import SETTINGS
from tests.redacting.widths import bits_given_away, line_breaks, written


@pytest.mark.parametrize("setting", SETTINGS)
def test_names_that_break_the_lines_alike_leave_the_same_page_byte_for_byte(setting: str) -> None:
    names = surnames(16)
    redacted = redact_pdf("n.pdf", SETTINGS[setting](names), RedactionOrder(terms=tuple(names), reason="b(6)"))
    document = pypdfium2.PdfDocument(redacted.content)
    breaks = [line_breaks(page) for page in document]
    document.close()
    pages = dict.fromkeys(zip(breaks, written(redacted.content), strict=True))
    assert len(pages) == len(set(breaks)) < len(names)


def test_what_tells_names_apart_is_counted_in_bits() -> None:
    assert bits_given_away(["a", "b", "c", "d"]) == 2 and bits_given_away(["a", "a", "a", "a"]) == 0
    assert bits_given_away(["a", "a", "b", "b"]) == 1


@pytest.mark.parametrize(
    ("others", "end"), [(("The board met", "on the old pier,", "and left again."), 312), (("Signed",), 311), ((), 313)]
)
def test_a_long_line_set_right_does_not_tell_its_length_by_a_small_indent(others, end):
    copies = set()
    for name in ("Illo Frittom", "Wim Mamm", "Ann Mamow"):
        document = pymupdf.open()
        page = document.new_page(width=612, height=400)
        for number, line in enumerate(others):
            page.insert_text((72, 60 + 20 * number), line, fontname="helv")
        line = f"{name} wrote for the old board on the quay"
        left = end - pymupdf.get_text_length(line, "helv", 11)
        assert 72 < left < 72 + 2.5 * 11
        page.insert_text((left, 160), line, fontname="helv")
        copies.add(redact_pdf("a.pdf", document.tobytes(no_new_id=True), RedactionOrder((name,))).content)
    assert len(copies) == 1


@pytest.mark.parametrize("place", [lambda width: 480 - width, lambda width: 306 - width / 2])
def test_a_line_alone_at_the_right_or_in_the_middle_does_not_tell_how_long_it_was(place):
    copies = set()
    for name in ("Ott", "Mmwmwwm", "Quillworth"):
        document = pymupdf.open()
        page = document.new_page(width=612, height=400)
        for number, line in enumerate(("The board met", "on the old pier,", "and left again.")):
            page.insert_text((72, 60 + 20 * number), line, fontname="helv")
        line = f"{name}, for the board"
        page.insert_text((place(pymupdf.get_text_length(line, "helv", 11)), 160), line, fontname="helv")
        content = document.tobytes(no_new_id=True)
        copies.add(redact_pdf("a.pdf", content, RedactionOrder((name,))).content)
    assert len(copies) == 1


def test_words_of_a_picture_are_covered_as_far_as_the_longest_line_above_or_below():
    words = [
        OcrWord("The", Box(10, 10, 40, 20), 0), OcrWord("whole", Box(45, 10, 300, 20), 0), OcrWord("by", Box(10, 30, 25, 40), 1),
    ]  # fmt: skip
    ends = set()
    for width in (15, 60, 90):
        reading = PageReading([*words, OcrWord("Hanes", Box(30, 30, 30 + width, 40), 1)], 1.0)
        ends.update(box.x1 for box, _ in reading.find(Finder(RedactionOrder(("Hanes",)))))
    assert len(ends) == 1


@pytest.mark.parametrize("neighbours", [(), (10, 50)])
def test_words_of_a_picture_are_covered_as_high_whatever_letters_hang_or_rise_in_them(neighbours):
    around = [OcrWord("whole", Box(10, top, 200, top + 10), number) for number, top in enumerate(neighbours)]
    sides = set()
    for top, bottom in ((30, 40), (28, 40), (30, 43), (28, 43)):
        reading = PageReading([*around, OcrWord("Hanes", Box(30, top, 90, bottom), 5)], 1.0)
        ((box, _),) = reading.find(Finder(RedactionOrder(("Hanes",))))
        assert box.y0 < top
        assert box.y1 > bottom
        sides.add((box.y0, box.y1))
    assert len(sides) == 1
