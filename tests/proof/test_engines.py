"""A proof says which engines looked."""

from reviewer.proof.recover import recover
from tests.documents.pdf_builder import PdfBuilder


def test_every_engine_that_reads_a_printed_page_is_named():
    content = PdfBuilder().page().text(72, 100, "The letter was sent in May.").content()
    engines = set(recover("letter.pdf", content, ("Hanes",)).engines)
    assert {"pdfium", "pdfminer", "pypdf", "object walk", "raw bytes"} <= engines


def test_a_plain_text_is_read_by_no_engine_for_pages():
    assert recover("letter.txt", b"It was sent in May.", ("Hanes",)).engines == ("text",)
