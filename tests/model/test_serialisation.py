import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.model.packet import PacketFile, PacketFormat, PacketOptions, Profile
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import (
    Failed,
    MakePacket,
    MatchClaims,
    Matched,
    Message,
    Opened,
    OpenedDocument,
    PacketMade,
    Pixels,
    Progress,
    Request,
    Step,
)
from reviewer.model.review import Review
from tests.model.strategies import documents, reviews

slowly = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@slowly
@given(reviews())
def test_a_review_written_as_json_comes_back_the_same(review):
    assert msgspec.json.decode(msgspec.json.encode(review), type=Review) == review


@slowly
@given(reviews())
def test_a_review_sent_to_a_child_arrives_the_same(review):
    options = PacketOptions((PacketFormat.PDF,), Profile.DESK, "2026-01-02T10:00:00+01:00")
    sent = MakePacket(review, options, {"a": b"\x00\xff"}, {})
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(sent), type=Request) == sent


@slowly
@given(reviews())
def test_claims_and_their_matches_travel_unchanged(review):
    article = review.article
    sent = MatchClaims(article, review.claims, review.sources, tuple(review.analyses.values()))
    back = Matched(dict(review.evidence), dict(review.findings))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(sent), type=Request) == sent
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(back), type=Message) == back


@slowly
@given(documents())
def test_an_opened_document_travels_unchanged(document):
    sent = Opened((OpenedDocument(document, b"raw\x00", b"%PDF"),))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(sent), type=Message) == sent


@pytest.mark.parametrize(
    "message",
    [
        Progress(Step.MATCHING, 3, 9),
        Failed(Problem(ProblemCode.DAMAGED, {"name": "x"})),
        Pixels("d", 1, 2.0, 2, 1, 8, b"12345678"),
        PacketMade((PacketFile("packet.pdf", "application/pdf", b"%PDF", "0" * 64),)),
    ],
    ids=lambda message: type(message).__name__,
)
def test_every_message_is_known_by_its_tag(message):
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(message), type=Message) == message


def test_a_message_of_an_unknown_sort_is_refused():
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode({"type": "Surprise"}), type=Message)


def test_a_message_with_a_value_of_the_wrong_type_is_refused():
    forged = {"type": "Progress", "step": "matching", "done": "3"}
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(forged), type=Message)
