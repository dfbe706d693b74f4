import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.isolation import protocol
from reviewer.isolation.frames import GarbledError
from reviewer.model.analysis import Analysis, Depth
from reviewer.model.exported import ExportedReview
from reviewer.model.geometry import Box
from reviewer.model.packet import PacketFile, PacketFormat, PacketOptions, Profile
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.redaction import (
    AppliedRedaction,
    LossNote,
    PageBox,
    RedactionHit,
    RedactionLoss,
    RedactionOrder,
    Survivor,
)
from reviewer.model.request import (
    Analyse,
    Analysed,
    CheckReviewFile,
    Failed,
    FindRedactions,
    GalleyLoaded,
    LoadGalley,
    MakePacket,
    MatchClaims,
    Matched,
    OpenFile,
    OpenPastedText,
    PacketMade,
    Ping,
    Pixels,
    Pong,
    Progress,
    Proved,
    ProveFile,
    ReadReviewJson,
    Redacted,
    RedactFile,
    RedactionsFound,
    RenderPage,
    Request,
    ReviewFileChecked,
    ReviewJsonRead,
    Step,
)
from reviewer.model.review import Desk, Review
from reviewer.model.verdict import Signature

from .misbehaving_worker import opened_text

OPENED = opened_text("note.txt", b"The mill closed.")
DOCUMENT = OPENED.documents[0].document
OPTIONS = PacketOptions((PacketFormat.PDF,), Profile.DESK, "2026-01-05T09:00:00+00:00")

ORDER = RedactionOrder(("Hanes",), areas=(PageBox(1, Box(0, 0, 9, 9)),), reason="privacy")

REQUESTS = [
    OpenFile("a.pdf", b"%PDF", "secret"),
    OpenPastedText("pasted", "text", "<p>text"),
    LoadGalley("d", b"%PDF galley"),
    RenderPage("d", 1, 2.0, Box(0, 0, 10, 10)),
    Analyse(DOCUMENT, Depth.FULL, "2026-01-05", ()),
    MatchClaims(DOCUMENT, (), (DOCUMENT,), (Analysis(DOCUMENT.id, Depth.FULL),), indexes={"d": b"index"}),
    MakePacket(Review(desk=Desk(dismissed=frozenset({"x"}))), OPTIONS, {"d": b"one", "e": b"two"}, {"d": b"%PDF"}),
    FindRedactions("a.docx", b"PK", ORDER),
    RedactFile("a.docx", b"PK", ORDER, Signature("CP", "Carys Pell", "2026-01-05T09:00:00+00:00")),
    ProveFile("a.docx", b"PK", ("Hanes",), ORDER.areas),
    CheckReviewFile("r.review", b"SQLite format 3", b"log", b"journal"),
    ReadReviewJson("review.json", b"{}"),
    Ping(),
]
REPLIES = [
    OPENED,
    GalleyLoaded("d", 3),
    Pixels("d", 1, 2.0, 2, 1, 8, b"01234567"),
    Analysed(Analysis(DOCUMENT.id, Depth.INSTANT)),
    Matched({}, {}, (), {"d": b"index", "e": b"another"}),
    PacketMade((PacketFile("a.pdf", "application/pdf", b"%PDF", "0" * 64),)),
    RedactionsFound((RedactionHit("page 1", "Hanes", page=1, box=Box(0, 0, 9, 9)),)),
    Redacted(b"PK", (AppliedRedaction("page 1", "privacy"),), (LossNote(RedactionLoss.TAGS),), ("Hanes",)),
    Proved((Survivor("page 1", 0, "pdfium", "text"),), ("page 2",), ("pdfium", "ocr")),
    ReviewFileChecked(1),
    ReviewJsonRead(ExportedReview("review.json", "0" * 64, "d", "a.txt", furniture={4: True})),
    Pong(),
    Failed(Problem(ProblemCode.NO_TEXT, {"name": "x"})),
]


def type_name(value: object) -> str:
    return type(value).__name__


@pytest.mark.parametrize("request_", REQUESTS, ids=type_name)
def test_every_request_arrives_as_it_was_sent(request_):
    assert protocol.decode_request(protocol.encode(request_)) == request_


@pytest.mark.parametrize("reply", REPLIES, ids=type_name)
def test_every_reply_arrives_as_it_was_sent(reply):
    assert protocol.decode_reply(protocol.encode(reply)) == reply


def test_every_kind_of_request_is_tried_here():
    assert {type(request) for request in REQUESTS} == set(Request.__args__)


def test_progress_arrives_as_it_was_sent():
    progress = Progress(Step.MATCHING, 3, 30)

    assert protocol.decode_progress(protocol.encode(progress)) == progress


@pytest.mark.parametrize(
    ("message", "payloads"),
    [
        (OpenFile("a", b"content"), [b"content"]),
        (LoadGalley("a", b"galley"), [b"galley"]),
        (Pixels("d", 1, 1.0, 1, 1, 4, b"argb"), [b"argb"]),
        (OPENED, [b"The mill closed.", OPENED.documents[0].galley]),
        (Ping(), []),
    ],
    ids=["file", "galley", "pixels", "opened", "ping"],
)
def test_large_bytes_travel_outside_the_header(message, payloads):
    assert protocol.encode(message)[1:] == payloads


def test_the_header_does_not_grow_with_the_file():
    assert protocol.encode(OpenFile("a", b"x" * 100_000))[0] == protocol.encode(OpenFile("a", b"x"))[0]


def test_a_reply_is_no_request_and_a_request_no_reply():
    with pytest.raises(GarbledError):
        protocol.decode_request(protocol.encode(Pong()))
    with pytest.raises(GarbledError):
        protocol.decode_reply(protocol.encode(Ping()))


def test_too_few_byte_strings_are_garbled():
    with pytest.raises(GarbledError, match="fewer"):
        protocol.decode_reply(protocol.encode(OPENED)[:-1])


def test_too_many_byte_strings_are_garbled():
    with pytest.raises(GarbledError, match="more"):
        protocol.decode_reply([*protocol.encode(OPENED), b"another"])


def test_bytes_inside_the_header_are_garbled():
    header = msgspec.msgpack.encode(Pixels("d", 1, 1.0, 1, 1, 4, b"argb"))

    with pytest.raises(GarbledError, match="must be empty"):
        protocol.decode_reply([header, b"argb"])


def test_no_parts_at_all_are_garbled():
    with pytest.raises(GarbledError, match="without a header"):
        protocol.decode_reply([])


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "Pixels", "document": "d"},
        {"type": "GalleyLoaded", "document": "d", "pages": "three"},
        {"type": "GalleyLoaded", "document": 7, "pages": 3},
        {"type": "Failed", "problem": {"code": "no such code"}},
        {"type": "SelfDestruct"},
        {},
        [],
        None,
    ],
    ids=str,
)
def test_a_header_of_another_shape_is_garbled(fields):
    with pytest.raises(GarbledError, match="not a record"):
        protocol.decode_reply([msgspec.msgpack.encode(fields)])


def test_a_record_that_refuses_its_values_is_garbled():
    analysed = {
        "type": "Analysed",
        "analysis": {"document": "d", "depth": "full", "furniture": [{"start": 5, "end": 2}]},
    }

    with pytest.raises(GarbledError):
        protocol.decode_reply([msgspec.msgpack.encode(analysed)])


@given(st.lists(st.binary(max_size=200), max_size=4))
def test_arbitrary_bytes_are_garbled_and_nothing_else(parts):
    with pytest.raises(GarbledError):
        protocol.decode_reply([b"\xc1", *parts])
    for decode in (protocol.decode_reply, protocol.decode_request, protocol.decode_progress):
        try:
            decode(parts)
        except GarbledError:
            continue


@given(st.data())
def test_a_damaged_header_is_garbled_or_still_a_record(data):
    header, *payloads = protocol.encode(OPENED)
    place = data.draw(st.integers(0, len(header) - 1))
    damaged = header[:place] + bytes([data.draw(st.integers(0, 255))]) + header[place + 1 :]

    try:
        protocol.decode_reply([damaged, *payloads])
    except GarbledError:
        return
