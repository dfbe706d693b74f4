"""The re-read check."""

import msgspec
import pytest

from reviewer.model.packet import packet_file
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.typeset import typeset
from reviewer.proof.reread import ExpectedFile, check_readable
from tests.documents.review_builder import blocks_of

TEXT = "Headline\nA short page.\n"


def pdf_file():
    return packet_file("p.pdf", "application/pdf", typeset(TEXT, blocks_of(TEXT)).pdf)


def refusal(expected):
    with pytest.raises(ReviewerError) as refused:
        check_readable(expected)
    assert refused.value.problem.code is ProblemCode.PACKET_BROKEN
    return str(refused.value)


def test_a_whole_file_passes():
    check_readable(ExpectedFile(pdf_file(), 1, 0, ()))


def test_a_missing_page_is_noticed():
    assert "1 pages instead of 2" in refusal(ExpectedFile(pdf_file(), 2, 0, ()))


def test_a_missing_highlight_is_noticed():
    assert "0 highlights instead of 3" in refusal(ExpectedFile(pdf_file(), 1, 3, ()))


def test_a_missing_attachment_is_noticed():
    assert "review.json is not whole" in refusal(ExpectedFile(pdf_file(), 1, 0, (("review.json", "00"),)))


def test_a_wrong_hash_is_noticed():
    file = msgspec.structs.replace(pdf_file(), sha256="0" * 64)
    assert "hash" in refusal(ExpectedFile(file, 1, 0, ()))


def test_a_cut_off_file_is_noticed():
    whole = pdf_file().content
    file = packet_file("p.pdf", "application/pdf", whole[: len(whole) // 2])
    refusal(ExpectedFile(file, 1, 0, ()))


def test_a_zip_that_is_none_is_noticed():
    refusal(ExpectedFile(packet_file("p.docx", "application/zip", b"PK\x03\x04 no zip"), 0, 0, ()))
