import pymupdf
import pytest

from reviewer.model.geometry import Box
from reviewer.pages.canvas import GREY
from reviewer.pages.fonts import Face
from reviewer.pages.mupdf import Pdf
from reviewer.pages.pdf_writer import PdfWriter


@pytest.fixture
def writer():
    return PdfWriter()


def pixel(content: bytes, x: int, y: int) -> tuple[int, ...]:
    return pymupdf.open(stream=content).load_page(0).get_pixmap().pixel(x, y)


def test_text_stands_where_it_was_written(writer):
    canvas = writer.canvas(400, 300)
    width = canvas.text(50, 100, "Verified", Face.SANS_BOLD, 12)
    writer.add_page(canvas)

    (word,), _ = Pdf.open(writer.finish().save()).page(1).printed_words()

    assert word.text == "Verified"
    assert (word.box.x0, word.box.x1) == (pytest.approx(50, abs=0.1), pytest.approx(50 + width, abs=0.1))
    assert word.box.y0 < 100 < word.box.y1


def test_text_set_right_ends_where_it_should(writer):
    canvas = writer.canvas(400, 300)
    canvas.text_right(350, 100, "page 3 of 7", Face.SANS, 9)
    writer.add_page(canvas)

    words, _ = Pdf.open(writer.finish().save()).page(1).printed_words()

    assert words[-1].box.x1 == pytest.approx(350, abs=0.1)


def test_areas_discs_and_rules_are_painted(writer):
    canvas = writer.canvas(200, 200)
    canvas.area(Box(10, 10, 50, 50), fill=(1, 0, 0))
    canvas.disc((100, 100), 20, fill=(0, 0, 1))
    canvas.rule((0, 180), (200, 180), width=4, colour=GREY)
    canvas.polygon([(150, 10), (190, 10), (170, 40)], stroke=(0, 1, 0), width=3)
    writer.add_page(canvas)
    content = writer.finish().save()

    assert pixel(content, 30, 30) == (255, 0, 0)
    assert pixel(content, 100, 100) == (0, 0, 255)
    assert pixel(content, 100, 180) == pytest.approx((85, 85, 85), abs=1)
    assert pixel(content, 170, 10) == (0, 255, 0)
    assert pixel(content, 170, 25) == (255, 255, 255)


def test_text_of_many_scripts_reads_back(writer):
    canvas = writer.canvas(400, 300)
    canvas.text(50, 100, "Ночь漢字→", Face.SERIF, 12)
    writer.add_page(canvas)

    words, _ = Pdf.open(writer.finish().save()).page(1).printed_words()

    assert "".join(word.text for word in words) == "Ночь漢字→"


def test_outline_metadata_links_and_attachments_are_written(writer):
    for number in (1, 2):
        canvas = writer.canvas(400, 300)
        canvas.text(50, 100, f"part {number}", Face.SANS, 12)
        writer.add_page(canvas)
    pdf = writer.finish({"title": "Packet"})
    pdf.set_outline([(1, "First", 1), (2, "Second", 2)])
    pdf.page(1).add_link(Box(50, 90, 90, 104), 2, 50, 90)
    pdf.attach("review.json", b"{}")

    read = pymupdf.open(stream=pdf.save())

    assert read.get_toc() == [[1, "First", 1], [2, "Second", 2]]
    assert read.metadata["title"] == "Packet"
    assert [link["page"] for link in read[0].get_links()] == [1]
    assert read.embfile_get("review.json") == b"{}"


def test_a_highlight_can_carry_author_and_text(writer):
    canvas = writer.canvas(400, 300)
    canvas.text(50, 100, "Fares rise", Face.SERIF, 12)
    writer.add_page(canvas)
    pdf = writer.finish()
    page = pdf.page(1)
    xref = page.add_highlight([Box(50, 90, 100, 104)], (1, 0.8, 0.2), 0.4)
    pdf.set_key(xref, "T", "(IH)")

    read = pymupdf.open(stream=pdf.save())[0]
    (annotation,) = read.annots()

    assert (annotation.type[1], annotation.info["title"]) == ("Highlight", "IH")


def test_a_thousand_pages_are_written_without_slowing_down(writer):
    for _ in range(1000):
        writer.add_page(writer.canvas(100, 100))

    assert writer.finish().page_count == 1000
