"""Every way to hide a word in a DOCX file: held before, gone after, the rest word for word."""

import io

import docx
import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.opening.docx import read_docx
from reviewer.proof.recover import recover
from reviewer.redacting.docx import find_in_docx, redact_docx
from tests.redacting import docx_cases_body, docx_cases_package, docx_cases_parts, docx_cases_rest
from tests.redacting.attack import holds
from tests.redacting.docx_package_builder import WORD_IN, Case

CASES = [
    *docx_cases_body.cases(),
    *docx_cases_parts.cases(),
    *docx_cases_package.cases(),
    *docx_cases_rest.cases(),
]
ORDER = RedactionOrder(terms=(WORD_IN,), reason="P1")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_word_is_held_before_and_gone_after(case: Case):
    assert holds(case.content, WORD_IN)
    made = redact_docx("notes.docx", case.content, ORDER, None, lambda _: None)
    assert not holds(made.content, WORD_IN)
    proved = recover("notes.docx", made.content, made.removed)
    assert (proved.survivors, proved.unread) == ((), ())
    read = read_docx("notes.docx", made.content).text
    assert [words for words in case.kept if words not in read] == []
    docx.Document(io.BytesIO(made.content))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_finder_finds_what_the_redactor_removes(case: Case):
    assert find_in_docx("notes.docx", case.content, ORDER, None, lambda _: None)


@pytest.mark.parametrize("case", docx_cases_rest.refused(), ids=lambda case: case.name)
def test_a_file_that_readers_read_in_different_ways_is_refused(case: Case):
    with pytest.raises(ReviewerError) as refusal:
        redact_docx("notes.docx", case.content, ORDER, None, lambda _: None)
    assert refusal.value.problem.code is ProblemCode.DAMAGED
