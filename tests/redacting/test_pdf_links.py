import io

import pikepdf
import pymupdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.model.geometry import Box
from reviewer.model.redaction import LossNote, PageBox, RedactionLoss, RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.pdf_sheet import Sheet

ADDRESS = "https://harbour.example/"
ORDER = RedactionOrder(terms=("Hanes",), reason="s 40")


def linked(angle: int, crop: list[int] | None = None, unit: float = 1) -> Sheet:
    """A page with a marked line and, far from it, a link over the words "times changed"."""
    sheet = Sheet().line("Then Mr Hanes left.", y=150)
    sheet.page.Rotate = angle
    sheet.page.UserUnit = unit
    if crop:
        sheet.page.CropBox = Array(crop)
    sheet.annotation("Link", (20, 265, 120, 285), A=Dictionary(S=Name.URI, URI=String(ADDRESS)))
    return sheet


def under_link(content: bytes) -> tuple[str, str]:
    """The words that pdfium reads under the only link of a page, and where it leads."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        left, bottom, right, top = (float(at) for at in link.Rect)
        address = str(link.A.URI)
    document = pypdfium2.PdfDocument(content)
    words = document[0].get_textpage().get_text_bounded(left, bottom, right, top)
    document.close()
    return words.strip(), address


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, [10, 40, 290, 295]])
def test_a_link_stays_over_its_words_on_turned_and_cropped_pages(angle: int, crop: list[int] | None) -> None:
    before = linked(angle, crop).finished()
    redacted = redact_pdf("memo.pdf", before, ORDER)
    assert under_link(redacted.content) == under_link(before) == ("Ferry times change", ADDRESS)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_link_stays_over_its_words_on_pages_that_were_drawn_anew(angle: int) -> None:
    sheet = linked(angle, [10, 40, 290, 295])
    pixels = sheet.stream(bytes(64), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8)
    pixels.ColorSpace = Name.DeviceGray
    sheet.resource("XObject", "Im", pixels).draw("q 60 0 0 60 200 60 cm /Im Do Q")
    before = sheet.finished()
    with pymupdf.open(stream=before) as document:
        picture = document[0].get_image_rects(document[0].get_images()[0][0])[0] * document[0].rotation_matrix
    area = PageBox(1, Box(picture.x0 + 5, picture.y0 + 5, picture.x1 - 5, picture.y1 - 5))
    redacted = redact_pdf("memo.pdf", before, RedactionOrder(areas=(area,)))
    assert under_link(redacted.content) == under_link(before) == ("Ferry times change", ADDRESS)


def test_a_link_over_a_marked_line_goes_and_this_is_told() -> None:
    sheet = Sheet().line("Then Mr Hanes left.", y=150)
    sheet.annotation("Link", (60, 148, 110, 162), A=Dictionary(S=Name.URI, URI=String(ADDRESS)))
    redacted = redact_pdf("memo.pdf", sheet.finished(), ORDER)
    assert LossNote(RedactionLoss.LINKS, "page 1") in redacted.losses
    with pikepdf.open(io.BytesIO(redacted.content)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj


def test_the_outline_and_the_title_come_along_with_turned_pages() -> None:
    sheet = linked(90)
    sheet.pdf.docinfo["/Title"] = String("Harbour notes")
    with sheet.pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Harbour", 0))
    with pymupdf.open(stream=redact_pdf("memo.pdf", sheet.finished(), ORDER).content) as document:
        assert [entry[1:] for entry in document.get_toc()] == [["Harbour", 1]]
        assert document.metadata["title"] == "Harbour notes"
