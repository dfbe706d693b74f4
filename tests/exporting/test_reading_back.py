"""A review.json is read back, whoever wrote it."""

import json

import pytest

from reviewer.exporting.data import review_json
from reviewer.exporting.packet import make_packet
from reviewer.exporting.reading_back import read_exported
from reviewer.model.packet import PacketFormat, Profile
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.verdict import NoteKind
from tests.documents.review_builder import ReviewBuilder, options


@pytest.fixture
def written(review):
    return json.loads(review_json(review, options()))


def read(value):
    return read_exported("review.json", value if isinstance(value, bytes) else json.dumps(value).encode())


def refusal(value):
    with pytest.raises(ReviewerError) as caught:
        read(value)
    assert caught.value.problem.code is ProblemCode.NOT_A_REVIEW_JSON
    return caught.value.problem.sentence


def test_every_claim_comes_back_with_its_number_and_place(written, review):
    claims = read(written).claims
    assert [one.claim.anchor for one in claims] == [claim.anchor for claim in review.claims]
    assert [f"C{one.number:02d}" for one in claims] == [review.display_id(claim.id) for claim in review.claims]


def test_verdicts_corrections_notes_and_second_readings_come_back_as_they_were_signed(written, review):
    desk = review.desk
    for one in read(written).claims:
        key = one.claim.id
        assert one.verdict == desk.verdicts.get(key)
        assert one.correction == desk.corrections.get(key)
        assert one.second_reading == desk.second_readings.get(key)
        assert {note.text for note in one.notes} == {
            note.text for kind in NoteKind if (note := desk.notes.get(f"{key}:{kind.value}"))
        }


def test_the_packet_itself_carries_a_review_that_can_be_read(desk):
    from_pdf = read_exported("packet.pdf", desk["pdf"].content)
    from_json = read_exported("review.json", desk["json"].content)
    assert from_pdf.claims == from_json.claims
    assert from_pdf.sha256 == from_json.sha256 == desk["json"].sha256


def test_a_packet_that_carries_none_is_refused_in_one_sentence():
    builder = ReviewBuilder("Headline\nThe mill closed in 1998.\n")
    (letter,) = make_packet(builder.build(), options(Profile.OUTSIDE, (PacketFormat.PDF,)), {}, builder.galleys)
    with pytest.raises(ReviewerError, match=r"no review\.json is attached"):
        read_exported("letter.pdf", letter.content)


def test_the_machines_findings_are_not_read(written):
    for item in written["first"]["items"]:
        item["reviewer:record"]["findings"] = [{"claim": "x", "rule": "verbatim"}] * 3
    assert "verbatim" not in repr(read(written))


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"null",
        b"\xff\xfe\x00",
        b"{}",
        b"[" * 1_000_000,
        b'{"type": "AnnotationCollection", "first": {"items": []}}',
        b"%PDF-1.7 and nothing more",
        b'{"a":' * 200_000,
    ],
    ids=["empty", "null", "no text", "no fields", "deep array", "no article", "no PDF", "deep object"],
)
def test_what_is_no_review_is_refused_in_one_sentence(hostile):
    assert refusal(hostile).count("\n") == 0


def test_another_collection_of_annotations_is_refused(written):
    written["type"] = "OrderedCollection"
    assert "no collection of annotations" in refusal(written)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start", -5),
        ("end", 1 << 40),
        ("start", "7"),
        ("exact", "x" * 200_000),
        ("exact", None),
    ],
)
def test_a_claim_in_no_possible_place_is_refused(written, field, value):
    written["first"]["items"][0]["reviewer:record"]["claim"]["anchor"][field] = value
    refusal(written)


def test_a_verdict_that_nobody_can_give_is_refused(written):
    record = next(item["reviewer:record"] for item in written["first"]["items"] if item["reviewer:record"]["verdict"])
    record["verdict"]["decision"] = "print_it"
    refusal(written)


def test_notes_without_end_are_refused(written):
    record = written["first"]["items"][0]["reviewer:record"]
    signature = {"initials": "MD", "name": "Mara", "at": "2026-05-06T10:42:00+01:00"}
    note = {"claim": record["claim"]["id"], "kind": "desk", "text": "x" * 200_000, "by": signature}
    record["notes"] = {"desk": note}
    assert "too long" in refusal(written)


def test_a_control_character_in_a_field_does_not_reach_the_sentence(written):
    written["first"]["items"][0]["reviewer:record"]["claim"]["kind"] = "a\nb\u202eevil"
    sentence = refusal(written)
    assert sentence.isprintable()


def test_an_impossible_number_is_no_number(written):
    written["first"]["items"][0]["reviewer:number"] = "C99999999999"
    assert read(written).claims[0].number == 0
