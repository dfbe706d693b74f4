import random

import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.faults import faults_are_damage
from reviewer.pages.mupdf import Pdf
from reviewer.pages.reading import read_pdf_pages
from tests.documents.pdf_builder import PdfBuilder


def test_any_exception_becomes_damage_with_its_reason():
    with pytest.raises(ReviewerError) as caught, faults_are_damage("a.pdf", "it is torn"):
        raise SystemError

    assert caught.value.problem.code is ProblemCode.DAMAGED
    assert caught.value.problem.arguments == {"name": "a.pdf", "reason": "it is torn"}


def test_an_error_that_already_has_its_sentence_keeps_it():
    with pytest.raises(ReviewerError) as caught, faults_are_damage("a.pdf", "it is torn"):
        raise ReviewerError(ProblemCode.NO_PAGES, name="a.pdf")

    assert caught.value.problem.code is ProblemCode.NO_PAGES


def test_running_out_of_memory_is_not_the_file_s_fault():
    with pytest.raises(MemoryError), faults_are_damage("a.pdf", "it is torn"):
        raise MemoryError


@pytest.mark.parametrize("seed", range(60))
def test_a_file_with_changed_bytes_is_read_or_refused_in_one_sentence(seed):
    chance = random.Random(seed)
    builder = PdfBuilder().page().text(72, 100, "Fares").highlight("Fares").form_field(50, 200, 200, 220, "a", "b")
    content = bytearray(builder.image(10, 10, 90, 90).page().text(9, 9, "z").rotated(90).content())
    for _ in range(chance.choice((1, 5, 30))):
        content[chance.randrange(len(content))] = chance.randrange(256)

    try:
        reading = read_pdf_pages(Pdf.open(bytes(content)))
    except ReviewerError as error:
        assert error.problem.code in (ProblemCode.DAMAGED, ProblemCode.NO_PAGES)
    else:
        words = [reading.text[word.start : word.end] for page in reading.pages for word in page.words]
        assert words == reading.text.split()
