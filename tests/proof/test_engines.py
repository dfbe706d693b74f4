"""A proof says which engines looked."""

import pymupdf
import pytest

from reviewer.proof.recover import recover
from tests.documents.pdf_builder import PdfBuilder


def test_every_engine_that_reads_a_printed_page_is_named():
    content = PdfBuilder().page().text(72, 100, "The letter was sent in May.").content()
    engines = set(recover("letter.pdf", content, ("Hanes",)).engines)
    assert {"pdfium", "pdfminer", "pypdf", "object walk", "raw bytes"} <= engines


def test_a_plain_text_is_read_by_no_engine_for_pages():
    assert recover("letter.txt", b"It was sent in May.", ("Hanes",)).engines == ("text",)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_spells_no_word_across_its_lines(turn):
    lines = ("Rain all day", "Every boat left", "Less was said", "Noon came and went")
    with pymupdf.open() as document:
        page = document.new_page(width=300, height=200)
        for row, line in enumerate(lines):
            page.insert_text((20, 40 + 12 * row), line, fontsize=10)
        page.set_rotation(turn)
        content = document.tobytes()
    assert not recover("a.pdf", content, ("Reln", "Nler", "Rel", "Eln", "Ler")).survivors
    assert {one.engine for one in recover("a.pdf", content, ("boat",)).survivors} >= {"pdfium", "object walk"}


def test_a_line_that_runs_upwards_is_read_by_the_layout_too(monkeypatch):
    monkeypatch.setattr("reviewer.proof.recovering.pdf_text_engines.same_letters", lambda *_: False)
    with pymupdf.open() as document:
        page = document.new_page(width=300, height=300)
        page.insert_text((100, 250), "Ada Hanes", rotate=90)
        page.insert_text((20, 40), "was on the quay")
        content = document.tobytes()
    found = recover("a.pdf", content, ("Ada Hanes", "on the quay")).survivors
    assert {one.needle for one in found if one.engine == "pdfminer"} == {0, 1}
