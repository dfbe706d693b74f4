"""Packets of a marked review: the words are nowhere, whatever the profile and format, and the rest can be read."""

import io
import json
import zipfile

import pikepdf
import pypdfium2
import pytest

from reviewer import packet_workflow
from reviewer.exporting.packet import make_packet
from reviewer.model.packet import Profile
from reviewer.proof.strings import strings_in
from reviewer.text.needles import Needles
from tests.documents.marked_review import GONE, KEPT, NAME, marked_review
from tests.documents.quick_proof import QuickProof
from tests.documents.review_builder import options
from tests.exporting.conftest import BOTH, page_texts
from tests.redacting.pdf_attack import recovered


@pytest.fixture(scope="module")
def redacted():
    """Return a function that makes the packet of the marked review for a profile, once."""
    made = {}

    def packet(profile):
        if profile not in made:
            builder = marked_review()
            files = packet_workflow.make_packet(
                QuickProof(b"%PDF", b"PK"),
                builder.build(),
                options(profile, BOTH),
                builder.originals.__getitem__,
                builder.galleys.__getitem__,
            )
            made[profile] = files
        return made[profile]

    return packet


def kind(files, ending):
    return next(file for file in files if file.name.endswith(ending)).content


def held(file, words):
    """Return which words stand in any text, name, attribute or attachment of a file."""
    texts = [text for _, text in strings_in(file)]
    if file.content.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(file.content)
        texts += [page.get_textpage().get_text_range() for page in document]
        document.close()
    found = Needles(words).present_in("\n\n".join(texts))
    return [word for number, word in enumerate(words) if number in found]


@pytest.mark.parametrize("profile", list(Profile))
def test_the_words_are_in_no_file_and_no_file_name_of_any_profile(redacted, profile):
    for file in redacted(profile):
        assert held(file, GONE) == []
        assert "brackenfold" not in file.name


@pytest.mark.parametrize("profile", list(Profile))
def test_without_the_marks_the_name_is_in_both_formats_of_every_profile(profile):
    builder = marked_review(marked=False)
    files = make_packet(builder.build(), options(profile, BOTH), {}, builder.galleys)
    assert [held(file, [NAME]) for file in files[:2]] == [[NAME], [NAME]]


def test_other_programs_cannot_recover_the_name_from_the_pdf(redacted):
    assert recovered(kind(redacted(Profile.DESK), ".pdf"), NAME) == []


def test_the_files_inside_the_pdf_are_those_beside_it(redacted):
    files = redacted(Profile.DESK)
    with pikepdf.open(io.BytesIO(kind(files, ".pdf"))) as pdf:
        attached = pdf.attachments["review.json"].get_file().read_bytes()
    assert attached == kind(files, "review.json")


def test_a_place_that_was_kept_can_still_be_read(redacted):
    text = " ".join(page_texts(kind(redacted(Profile.DESK), ".pdf")))
    assert f"{KEPT} Works never" in text
    assert f"The men of {KEPT}" not in text


def test_a_claim_whose_wording_was_redacted_keeps_its_verdict(redacted):
    text = " ".join(page_texts(kind(redacted(Profile.DESK), ".pdf")))
    assert "C02 Query" in text
    rows = kind(redacted(Profile.DESK), "claims.csv").decode("utf-8-sig")
    assert "█████ [R2]" in rows


def test_the_log_says_where_why_and_by_whom_that_words_were_removed(redacted):
    text = page_texts(kind(redacted(Profile.DESK), ".pdf"))[-2:]
    assert "Applied in this packet" in " ".join(text)
    assert "S1 p1 l1" in " ".join(text)
    assert "R3" in " ".join(text)


def test_the_data_say_of_each_redaction_that_it_was_applied(redacted):
    marks = json.loads(kind(redacted(Profile.DESK), "review.json"))["reviewer:marks"]
    assert all(mark["applied"] and mark["box"] for mark in marks)


def test_no_hash_of_a_redacted_file_is_told(redacted):
    builder = marked_review()
    files = redacted(Profile.DESK)
    for document in builder.documents:
        for ending in ("review.json", "claims.csv"):
            assert document.encode() not in kind(files, ending)
        assert document[:8] not in "".join(" ".join(page_texts(kind(files, ".pdf"))).split())


def test_the_file_says_that_a_hash_is_of_the_redacted_text(redacted):
    with zipfile.ZipFile(io.BytesIO(kind(redacted(Profile.DESK), ".docx"))) as archive:
        assert "sha256 of the redacted text" in archive.read("word/document.xml").decode()


def test_the_same_review_and_marks_give_the_same_files(redacted):
    builder = marked_review()
    again = packet_workflow.make_packet(
        QuickProof(b"%PDF", b"PK"),
        builder.build(),
        options(Profile.OUTSIDE, BOTH),
        builder.originals.__getitem__,
        builder.galleys.__getitem__,
    )
    assert [file.sha256 for file in again] == [file.sha256 for file in redacted(Profile.OUTSIDE)]
