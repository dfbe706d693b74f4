import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.pdf_attack import is_held, recovered
from tests.redacting.pdf_cases_around import ANNOTATION_CASES, DOCUMENT_CASES, FILE_CASES
from tests.redacting.pdf_cases_content import CONTENT_CASES, HIDDEN_CASES
from tests.redacting.pdf_cases_pictures import BESIDE_CASES, SEEN_CASES, Case
from tests.redacting.pdf_cases_tags import TAG_CASES
from tests.redacting.pdf_sheet import WORD

ORDER = RedactionOrder(terms=(WORD,), reason="s 40")
IN_BYTES = CONTENT_CASES | HIDDEN_CASES | ANNOTATION_CASES | DOCUMENT_CASES | FILE_CASES | BESIDE_CASES | TAG_CASES
OCR_CASES_IN_THE_SUITE = ("pixels turned", "pixels outside the clip", "font that says other letters")


@pytest.mark.parametrize("build", IN_BYTES.values(), ids=IN_BYTES.keys())
def test_the_word_is_in_the_file_before_and_cannot_be_recovered_after(build: Case) -> None:
    before = build()
    assert is_held(before, WORD)
    assert recovered(redact_pdf("memo.pdf", before, ORDER).content, WORD) == []


@pytest.mark.parametrize("name", OCR_CASES_IN_THE_SUITE)
def test_a_word_that_only_shows_is_taken_off_the_picture(name: str) -> None:
    before = SEEN_CASES[name]()
    after = redact_pdf("memo.pdf", before, ORDER)
    assert after.content != before
    assert recovered(after.content, WORD) == []
    assert after.applied
