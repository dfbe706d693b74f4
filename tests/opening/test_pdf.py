import hashlib

import pytest

from reviewer.model.document import NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Step
from reviewer.opening.pdf import read_pdf
from reviewer.pages.mupdf import Pdf
from tests.documents.pdf_builder import (
    PdfBuilder,
    pdf_without_pages,
    signed_looking,
    simple_pdf,
    with_broken_cross_references,
)

PASSWORD = "harbour"


@pytest.fixture
def locked() -> bytes:
    return PdfBuilder().page().text(72, 100, "Fares rise").content(password=PASSWORD)


def codes(content: bytes) -> list[NoticeCode]:
    return [notice.code for notice in read_pdf("a.pdf", content).document.notices]


def problem(content: bytes, password: str | None = None) -> ProblemCode:
    with pytest.raises(ReviewerError) as caught:
        read_pdf("a.pdf", content, password)
    return caught.value.problem.code


def test_a_pdf_is_its_own_galley():
    content = simple_pdf("Fares rise")

    opened = read_pdf("a.pdf", content)

    assert opened.galley == opened.original == content
    assert not opened.document.typeset


def test_a_document_is_named_by_the_hash_of_its_file():
    content = simple_pdf("Fares rise")

    document = read_pdf("a.pdf", content).document

    assert (document.id, document.name) == (hashlib.sha256(content).hexdigest(), "a.pdf")
    assert document.media_type == "application/pdf"


def test_an_encrypted_file_asks_for_its_password(locked):
    assert problem(locked) is ProblemCode.PASSWORD_NEEDED


def test_a_wrong_password_is_said_to_be_wrong(locked):
    assert problem(locked, "quay") is ProblemCode.PASSWORD_WRONG


def test_the_galley_of_an_encrypted_file_opens_without_a_password(locked):
    opened = read_pdf("a.pdf", locked, PASSWORD)

    assert opened.document.text == "Fares rise"
    assert opened.original == locked
    assert Pdf.open(opened.galley).page_count == 1
    assert PASSWORD.encode() not in opened.galley


def test_a_file_that_only_forbids_copying_is_read_without_a_password():
    content = PdfBuilder().page().text(72, 100, "Fares rise").content(owner_password="owner")

    assert read_pdf("a.pdf", content).document.text == "Fares rise"


def test_a_file_with_a_broken_table_of_objects_is_repaired_and_said_to_be():
    content = with_broken_cross_references(simple_pdf("Fares rise"))

    opened = read_pdf("a.pdf", content)

    assert opened.document.text == "Fares rise"
    assert [notice.code for notice in opened.document.notices] == [NoticeCode.REPAIRED]
    assert not Pdf.open(opened.galley).is_repaired


def test_what_is_no_pdf_is_damaged():
    assert problem(b"%PDF-1.7\n" + b"\xff" * 500) is ProblemCode.DAMAGED


def test_an_empty_file_is_said_to_be_empty():
    assert problem(b"") is ProblemCode.EMPTY_FILE


def test_a_file_without_pages_is_refused():
    assert problem(pdf_without_pages()) is ProblemCode.NO_PAGES


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_cut_short_is_read_or_refused_in_one_sentence(share):
    content = PdfBuilder().page().text(72, 100, "Fares rise").page().text(72, 100, "on Monday").content()

    try:
        opened = read_pdf("a.pdf", content[: int(len(content) * share)])
    except ReviewerError as error:
        assert error.problem.code in (ProblemCode.DAMAGED, ProblemCode.NO_PAGES)
    else:
        assert NoticeCode.REPAIRED in [notice.code for notice in opened.document.notices]


def test_a_scan_is_opened_with_a_notice_and_no_text():
    content = PdfBuilder().page().image(0, 0, 595, 842).content()

    document = read_pdf("a.pdf", content).document

    assert document.text == ""
    assert [notice.code for notice in document.notices] == [NoticeCode.IMAGE_ONLY_PAGE]
    assert len(document.pages) == 1


def test_remarks_attachments_and_signatures_are_noticed():
    assert codes(PdfBuilder().page().text(72, 100, "Fares").highlight("Fares", "Why?").content()) == [
        NoticeCode.ANNOTATIONS
    ]
    assert codes(PdfBuilder().page().text(72, 100, "Fares").attachment("terms.txt", b"terms").content()) == [
        NoticeCode.ATTACHMENTS
    ]
    assert codes(signed_looking(simple_pdf("Fares"))) == [NoticeCode.SIGNED]


def test_values_in_form_fields_are_part_of_the_text():
    content = PdfBuilder().page().text(72, 100, "Name:").form_field(120, 88, 260, 106, "name", "Ada Vass").content()

    opened = read_pdf("a.pdf", content)

    assert opened.document.text.split() == ["Name:", "Ada", "Vass"]
    assert [notice.code for notice in opened.document.notices] == [NoticeCode.FORM_VALUES]
    assert opened.galley == content


def test_progress_says_that_the_file_is_being_read():
    steps = []

    read_pdf("a.pdf", simple_pdf("Fares rise"), None, lambda progress: steps.append(progress.step))

    assert set(steps) == {Step.READING}


def test_a_file_whose_words_all_lie_off_the_page_says_so():
    content = PdfBuilder().page().text(5000, 5000, "Fares rise").content()
    opened = read_pdf("a.pdf", content)
    assert opened.document.text.strip() == ""
    assert [(notice.code, notice.arguments["page"]) for notice in opened.document.notices] == [
        (NoticeCode.PART_NOT_READ, "1")
    ]
