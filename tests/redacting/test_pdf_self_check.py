import pytest
from pikepdf import Array, Name, Stream, String

from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_self_check import refuse_remains
from tests.redacting.pdf_sheet import Sheet

FINDER = Finder(RedactionOrder(terms=("Hanes",)))


def test_letters_in_the_hash_that_names_a_copy_mean_nothing() -> None:
    sheet = Sheet()
    sheet.pdf.trailer.ID = Array([String("Hanes"), String("Hanes")])
    refuse_remains("memo.pdf", sheet.finished(), FINDER)


def test_a_word_left_in_any_other_string_is_refused() -> None:
    sheet = Sheet()
    sheet.page.Note = String("on Hanes")
    with pytest.raises(ReviewerError):
        refuse_remains("memo.pdf", sheet.finished(), FINDER)


def test_numbers_of_a_table_of_offsets_spell_no_name() -> None:
    sheet = Sheet()
    table = b"".join(bytes((1, 0, letter, 0, 0)) for letter in b" Hanes ")
    sheet.page.Note = Stream(sheet.pdf, table, Type=Name.XRef)
    refuse_remains("memo.pdf", sheet.finished(), FINDER)
    sheet.page.Note = Stream(sheet.pdf, table)
    with pytest.raises(ReviewerError):
        refuse_remains("memo.pdf", sheet.finished(), FINDER)


def test_a_word_left_in_a_table_of_offsets_is_refused() -> None:
    sheet = Sheet()
    sheet.page.Note = Stream(sheet.pdf, b"\x00\x01on Hanes\x00", Type=Name.XRef)
    with pytest.raises(ReviewerError):
        refuse_remains("memo.pdf", sheet.finished(), FINDER)
