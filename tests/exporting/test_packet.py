"""Whole packets: names, sameness, refusals, what each profile holds."""

import hashlib
import io
import json
import zipfile

import msgspec
import pikepdf
import pytest

from reviewer.exporting.packet import make_packet, packet_name
from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule
from reviewer.model.packet import PacketFormat, PacketRedaction, PaperSize, Profile
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Step
from reviewer.model.review import Review, TakenOver
from reviewer.model.source import Grade, SourceKind
from reviewer.model.verdict import Decision, NoteKind
from tests.documents.review_builder import CHECKER, ReviewBuilder, options
from tests.documents.sallowmere import LEGAL_NOTE, sallowmere
from tests.exporting.conftest import BOTH, page_texts

QUIET = "Quiet day in Sallowmere\nNothing at all happened in the town on Tuesday.\n"


def made(builder, profile=Profile.DESK, formats=BOTH, **changes):
    files = make_packet(builder.build(), options(profile, formats, **changes), builder.originals, builder.galleys)
    return {file.name.rsplit(".", 1)[-1]: file for file in files}


def test_a_desk_packet_holds_both_formats_and_the_data_files(desk):
    names = sorted(file.name for file in desk.values())
    assert names == [
        "claims.csv",
        "manifest.sha256",
        "review.json",
        "sallowmere-results-desk.docx",
        "sallowmere-results-desk.pdf",
    ]


def test_every_file_carries_its_own_hash(desk):
    assert all(file.sha256 == hashlib.sha256(file.content).hexdigest() for file in desk.values())


def test_the_manifest_lists_every_file_but_itself(desk):
    listed = dict(reversed(line.split("  ")) for line in desk["sha256"].content.decode().splitlines())
    assert listed == {file.name: file.sha256 for key, file in desk.items() if key != "sha256"}


def test_the_same_review_and_options_give_the_same_bytes():
    first, second = (made(sallowmere()) for _ in range(2))
    assert first == second


def test_the_packet_id_holds_the_day_it_was_made():
    packet = made(ReviewBuilder(QUIET), formats=(PacketFormat.PDF,), made_at="2027-01-31T23:59:00+00:00")
    assert "Packet RV-2027-0131-" in page_texts(packet["pdf"].content)[0]


def test_a_review_without_article_is_refused_with_a_sentence():
    with pytest.raises(ReviewerError) as refused:
        make_packet(Review(), options(), {}, {})
    assert refused.value.problem.code is ProblemCode.NO_ARTICLE


def test_progress_is_told_part_by_part_up_to_the_check():
    told = []
    builder = sallowmere()
    make_packet(builder.build(), options(), builder.originals, builder.galleys, told.append)
    assert {progress.step for progress in told} == {Step.WRITING_PACKET, Step.CHECKING_PACKET}
    assert told[-1].done == told[-1].total


@pytest.mark.parametrize("paper, width", [(PaperSize.A4, 595.276), (PaperSize.LETTER, 612)])
def test_the_pages_have_the_size_of_the_paper(paper, width):
    packet = made(sallowmere(), formats=(PacketFormat.PDF,), paper=paper)
    with pikepdf.open(io.BytesIO(packet["pdf"].content)) as pdf:
        assert {round(float(page.mediabox[2]), 3) for page in pdf.pages} == {width}


def test_a_review_without_claims_and_sources_makes_a_packet_that_says_so():
    packet = made(ReviewBuilder(QUIET))
    text = " ".join(page_texts(packet["pdf"].content))
    assert "Nothing was checked" in text
    assert "No source was supplied" in text
    assert "No claim was found in the article" in text


def test_the_summary_tells_what_was_lifted_from_each_source():
    builder = sallowmere()
    review = builder.build()
    first, second = review.desk.sources[:2]
    lifted = msgspec.structs.replace(review, lifted={first.document: 0.0, second.document: 0.337})
    files = make_packet(lifted, options(), builder.originals, builder.galleys)
    (pdf,) = (file.content for file in files if file.name.endswith(".pdf"))
    text = " ".join(page_texts(pdf))
    assert f"Lifted from {second.label}: 34%" in text
    assert f"Lifted from {first.label}" not in text


def test_a_review_with_only_open_claims_is_on_hold():
    builder = ReviewBuilder(QUIET)
    builder.claim("Nothing at all happened in the town on Tuesday.")
    cover = page_texts(made(builder)["pdf"].content)[0]
    assert "HOLD" in cover
    assert "1 of 1 claim stands in the way" in cover


def test_a_review_with_every_claim_verified_is_ready():
    builder = ReviewBuilder(QUIET)
    claim = builder.claim("Nothing at all happened in the town on Tuesday.")
    builder.verdict(claim, Decision.VERIFIED)
    pages = page_texts(made(builder)["pdf"].content)
    assert "READY" in pages[0]
    assert "HOLD" not in pages[0]
    assert "What was checked" in pages[1]


def test_a_marked_review_makes_no_packet_before_it_is_said_what_has_to_go():
    builder = ReviewBuilder(QUIET)
    builder.mark(builder.article, "Sallowmere")
    with pytest.raises(ReviewerError) as caught:
        made(builder)
    assert caught.value.problem.code is ProblemCode.PACKET_LEAKS


def test_a_review_without_marks_makes_the_same_files_whatever_is_looked_for():
    nothing = PacketRedaction({}, ())
    files = made(sallowmere())
    again = make_packet(
        sallowmere().build(),
        options(Profile.DESK, BOTH),
        {},
        sallowmere().galleys,
        redaction=nothing,
    )
    assert [file.content for file in again] == [file.content for file in files.values()]


def test_legal_notes_are_in_the_legal_packet(packets):
    texts = " ".join(page_texts(packets(Profile.LEGAL)["pdf"].content))
    assert "Counsel advises that the reversal" in texts


def test_legal_notes_are_in_no_file_of_the_desk_packet(desk):
    for file in desk.values():
        parts = [file.content]
        if file.name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        assert not any(b"Counsel advises" in part for part in parts)
    assert "Counsel advises" not in " ".join(page_texts(desk["pdf"].content))


def test_a_legal_note_copied_into_the_correction_stops_the_desk_packet():
    builder = sallowmere()
    builder.correction(builder.claims[0], LEGAL_NOTE)
    with pytest.raises(ReviewerError) as refused:
        made(builder, formats=(PacketFormat.DOCX,))
    assert refused.value.problem.code is ProblemCode.PACKET_LEAKS
    assert "actionable" not in str(refused.value)


def test_a_legal_note_that_quotes_the_article_stops_nothing():
    builder = sallowmere()
    quoted = "higher fares made up for dearer fuel is the phrase to watch"
    builder.note(builder.claims[1], quoted, NoteKind.LEGAL)
    assert made(builder, formats=(PacketFormat.PDF,))


def with_anonymous_source():
    builder = ReviewBuilder(QUIET)
    secret = "I saw the ledger myself and nothing at all happened in the town on Tuesday, whatever they say."
    source = builder.source("Hollis Tern memo.txt", secret, SourceKind.OTHER, Grade.ANONYMOUS, "met by the quay")
    builder.speaker(source, "Hollis Tern")
    claim = builder.claim("Nothing at all happened in the town on Tuesday.", ClaimKind.ASSERTION)
    builder.found(claim, source, "nothing at all happened in the town on Tuesday", Rule.PARAPHRASE_OK)
    builder.verdict(claim, Decision.VERIFIED)
    return builder


def test_a_reporter_packet_names_no_confidential_source():
    packet = made(with_anonymous_source(), Profile.REPORTER)
    text = " ".join(page_texts(packet["pdf"].content))
    assert "Hollis" not in text
    assert "ledger" not in text
    assert "confidential source" in text


def test_a_claim_that_a_confidential_source_holds_is_not_called_unsourced():
    pages = page_texts(made(with_anonymous_source(), Profile.REPORTER)["pdf"].content)
    table = next(page for page in pages if "Exact text" in page)
    assert "none found" not in table
    assert "S1" in table


def test_a_confidential_name_written_into_a_note_stops_the_reporter_packet():
    builder = with_anonymous_source()
    builder.note(builder.claims[0], "Ask Hollis Tern again.")
    with pytest.raises(ReviewerError) as refused:
        made(builder, Profile.REPORTER)
    assert refused.value.problem.code is ProblemCode.PACKET_LEAKS


def test_a_reporter_packet_has_no_attachments(packets):
    assert sorted(packets(Profile.REPORTER)) == ["docx", "pdf"]
    with pikepdf.open(io.BytesIO(packets(Profile.REPORTER)["pdf"].content)) as pdf:
        assert len(pdf.attachments) == 0


def test_an_outside_packet_holds_chosen_claims_numbered_with_a_deadline():
    builder = sallowmere()
    chosen = (builder.claims[3].id, "C11")
    packet = made(builder, Profile.OUTSIDE, claims=chosen, deadline="2026-05-07T12:00:00+01:00")
    text = " ".join(page_texts(packet["pdf"].content))
    assert "1. Passenger fares brought in €38.2 million" in text
    assert "2. The fleet shrank by two to 31." in text
    assert "Please answer by Thursday 7 May 2026, 12:00 (UTC+1)." in text
    assert "dividend" not in text


def test_a_letter_without_a_deadline_does_not_speak_of_one():
    text = " ".join(page_texts(made(sallowmere(), Profile.OUTSIDE, formats=(PacketFormat.PDF,))["pdf"].content))
    assert "Please answer by number, as soon as you can." in text
    assert "deadline" not in text.casefold()
    assert "by the time given" not in text


def test_a_statement_of_a_letter_does_not_end_with_the_comma_that_led_on():
    text = " ".join(page_texts(made(sallowmere(), Profile.OUTSIDE, formats=(PacketFormat.PDF,))["pdf"].content))
    assert "“Sallowmere has been too slow to replace its oldest ships”" in text


def test_an_outside_packet_names_nobody_and_carries_nothing(packets):
    packet = packets(Profile.OUTSIDE)
    assert sorted(packet) == ["docx", "pdf"]
    with pikepdf.open(io.BytesIO(packet["pdf"].content)) as pdf:
        assert len(pdf.attachments) == 0
        assert "/Author" not in pdf.docinfo
    with zipfile.ZipFile(io.BytesIO(packet["docx"].content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Dunmore" not in everything
    assert b"Lindqvist" not in everything


def test_an_outside_packet_takes_the_claims_to_which_a_response_was_sought():
    packet = made(sallowmere(), Profile.OUTSIDE, formats=(PacketFormat.PDF,))
    text = " ".join(page_texts(packet["pdf"].content))
    assert "too slow to replace its oldest ships" in text
    assert "2." not in text


def test_a_chosen_claim_that_is_not_there_is_named():
    with pytest.raises(ReviewerError) as refused:
        made(sallowmere(), Profile.OUTSIDE, claims=("C99",))
    assert refused.value.problem.code is ProblemCode.UNKNOWN_CLAIM
    assert "C99" in str(refused.value)


def test_review_json_is_the_file_whose_hash_stands_in_each_foot(desk, desk_texts):
    digest = hashlib.sha256(desk["json"].content).hexdigest()
    short = " ".join(digest[at : at + 4] for at in range(0, 16, 4))
    assert all(short in text for text in desk_texts)
    assert json.loads(desk["json"].content)["type"] == "AnnotationCollection"


@pytest.mark.parametrize(
    "slug, name",
    [
        ("../../etc/passwd", "etc-passwd-desk"),
        ("a\nb/c:d", "a-b-c-d-desk"),
        ("...", "packet-desk"),
        ("Überfähre 2026", "Überfähre-2026-desk"),
        ("x" * 300, "x" * 60 + "-desk"),
    ],
)
def test_file_names_are_safe_on_every_system(slug, name):
    assert packet_name(slug, Profile.DESK) == name


def test_the_packet_says_which_verdicts_came_from_another_review():
    builder = ReviewBuilder(QUIET)
    origin = TakenOver("review.json", "ab12" * 16, "2026-05-05T09:00:00+01:00", "Reviewer 9", CHECKER, verdicts=1)
    builder.desk = msgspec.structs.replace(builder.desk, taken_over=(origin,))
    text = " ".join(page_texts(made(builder)["pdf"].content))
    assert "1 verdict from review.json, sha256 ab12 ab12 ab12 ab12, made Tuesday 5 May 2026" in text
    assert "taken over by Mara Dunmore" in text
