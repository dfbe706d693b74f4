import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.redact import find_redactions, redact_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part

ORDER = RedactionOrder(terms=("Wray",), reason="P1")


def _letter(*files: bytes) -> bytes:
    return build_mail(multipart("mixed", [text_part("Hi."), *files]))


def test_what_was_removed_inside_a_file_is_told_with_its_way():
    made = redact_file("a.eml", _letter(file_part("notes.docx", build_docx(paragraph("By Wray.")))), ORDER)
    assert [applied.part for applied in made.applied] == ["attachment notes.docx, paragraph 1"]


def test_hits_inside_a_file_name_its_way():
    hits = find_redactions("a.eml", _letter(file_part("notes.docx", build_docx(paragraph("By Wray.")))), ORDER)
    assert [hit.part for hit in hits] == ["attachment notes.docx, paragraph 1"]


def test_what_is_wrong_with_the_order_is_not_taken_for_a_bad_file():
    order = RedactionOrder(expressions=("(a",))
    with pytest.raises(ReviewerError) as raised:
        redact_file("a.eml", _letter(file_part("a.txt", b"Wray")), order)
    assert raised.value.problem.code is ProblemCode.BAD_EXPRESSION
