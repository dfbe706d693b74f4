"""One sound reply for each kind of request, and every way in which a taken-over child might bend it."""

import hashlib
import math

import pytest
from msgspec.structs import replace

from reviewer.isolation.frames import GarbledError
from reviewer.isolation.validation import REPLY_TYPES, checked_reply
from reviewer.isolation.validation_of_documents import _WORD_LAYOUT
from reviewer.model.analysis import Analysis, CheckKind, Depth, InternalCheck, Sensitive, SensitiveKind, Speaker
from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.claim import Attribution, Claim, ClaimKind
from reviewer.model.document import Block, BlockKind, Page, Revision, RevisionState, Word, WordArray
from reviewer.model.evidence import AlignedRun, Difference, DifferenceKind, Evidence, RunKind
from reviewer.model.exported import ExportedReview
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Box, Span
from reviewer.model.packet import PacketFile, PacketFormat, PacketOptions, Profile
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import (
    Analyse,
    Analysed,
    CheckReviewFile,
    Failed,
    GalleyLoaded,
    LoadGalley,
    MakePacket,
    MatchClaims,
    Matched,
    Opened,
    OpenFile,
    OpenPastedText,
    PacketMade,
    Ping,
    Pixels,
    Pong,
    ReadReviewJson,
    RenderPage,
    Request,
    ReviewFileChecked,
    ReviewJsonRead,
)
from reviewer.model.review import Review

from .misbehaving_worker import opened_text

CONTENT = b"Ann Bell said 120 jobs would go."
OPEN = OpenFile("note.txt", CONTENT)
OPENED = opened_text("note.txt", CONTENT)
FIRST = OPENED.documents[0]
ARTICLE = FIRST.document
SOURCE = opened_text("source.txt", b"It will cost 1,200 jobs, the council says.").documents[0].document


def bent(**changes) -> Opened:
    return Opened((replace(FIRST, document=replace(ARTICLE, **changes)),))


def page_of(words: list[Word], **changes) -> Opened:
    return bent(pages=(replace(ARTICLE.pages[0], words=WordArray.pack(words), **changes),))


def boxed(*sides: float) -> Opened:
    return page_of([Word(0, 3, 1, Box(*sides))])


def assert_garbled(request: Request, reply) -> None:
    with pytest.raises(GarbledError):
        checked_reply(request, reply)


def test_every_kind_of_request_has_a_reply():
    assert set(REPLY_TYPES) == set(Request.__args__)


def test_a_sound_document_passes():
    assert checked_reply(OPEN, OPENED) == OPENED


def test_the_bytes_of_a_file_are_held_once():
    request = OpenFile("own.pdf", b"%PDF its own galley")
    opened = opened_text("own.pdf", bytes(bytearray(request.content)))
    reply = Opened((replace(opened.documents[0], galley=bytes(bytearray(request.content))),))

    first = checked_reply(request, reply).documents[0]

    assert first.original is request.content
    assert first.galley is request.content


def test_words_are_checked_in_the_layout_in_which_the_model_packs_them():
    packed = WordArray.pack([Word(1, 2, 3, Box(4, 5, 6, 7))]).packed

    assert list(_WORD_LAYOUT.iter_unpack(packed)) == [(1, 2, 3, 4, 5, 6, 7)]


def test_attachments_of_the_file_pass():
    child = opened_text("attached.txt", b"attached", parent=ARTICLE.id).documents[0]

    assert checked_reply(OPEN, Opened((FIRST, child)))


def attachment(**changes) -> Opened:
    child = opened_text("attached.txt", b"attached", parent=ARTICLE.id).documents[0]
    return Opened((FIRST, replace(child, document=replace(child.document, **changes))))


BENT_DOCUMENTS = {
    "no document": Opened(()),
    "too many documents": Opened((FIRST,) * 1000),
    "another name": bent(name="other.txt"),
    "an id that is no hash of the bytes": bent(id="0" * 64),
    "an id that is no hash at all": bent(id="../../etc"),
    "another file": opened_text("note.txt", CONTENT + b"!"),
    "other bytes under the right id": Opened((replace(FIRST, original=b"other"),)),
    "a galley that is no PDF": Opened((replace(FIRST, galley=b"MZ"),)),
    "a first document with a parent": bent(parent=ARTICLE.id),
    "an attachment of an unknown parent": attachment(parent="1" * 64),
    "an attachment under a wrong hash": attachment(id="2" * 64),
    "a block past the text": bent(blocks=(Block(0, 999, BlockKind.PARAGRAPH),)),
    "a block before the text": bent(blocks=(Block(-5, 3, BlockKind.PARAGRAPH),)),
    "a block that runs backwards": bent(blocks=(Block(5, 3, BlockKind.PARAGRAPH),)),
    "blocks that overlap": bent(blocks=(Block(0, 9, BlockKind.PARAGRAPH), Block(5, 12, BlockKind.PARAGRAPH))),
    "blocks out of order": bent(blocks=(Block(9, 12, BlockKind.PARAGRAPH), Block(0, 5, BlockKind.PARAGRAPH))),
    "no pages": bent(pages=()),
    "pages that do not count from one": bent(pages=(replace(ARTICLE.pages[0], number=2),)),
    "a page wider than a house": bent(pages=(replace(ARTICLE.pages[0], width=1e9),)),
    "a page of no height": bent(pages=(replace(ARTICLE.pages[0], height=0.0),)),
    "a page without a width": bent(pages=(replace(ARTICLE.pages[0], width=math.nan),)),
    "a page past the text": bent(pages=(replace(ARTICLE.pages[0], end=999),)),
    "a page that runs backwards": bent(pages=(Page(1, 595, 842, WordArray(), 20, 10),)),
    "a word past the text": page_of([Word(0, 999, 1, Box(0, 0, 9, 9))]),
    "an empty word": page_of([Word(3, 3, 1, Box(0, 0, 9, 9))]),
    "a word nowhere": boxed(math.nan, 0, 9, 9),
    "a word infinitely far out": boxed(0, 0, math.inf, 9),
    "a word too far out": boxed(0, 0, 1e7, 9),
    "a tracked change past the text": bent(revisions=(Revision(RevisionState.INSERTED, 5, 999),)),
    "a reply to something else": Pong(),
}


@pytest.mark.parametrize("reply", BENT_DOCUMENTS.values(), ids=BENT_DOCUMENTS.keys())
def test_a_document_is_garbled_when_it_has(reply):
    assert_garbled(OPEN, reply)


def test_pasted_text_is_held_against_its_own_hash():
    assert checked_reply(OpenPastedText("pasted", "text"), OPENED)
    assert_garbled(OpenPastedText("pasted", "text"), bent(id="0" * 64))


RENDER = RenderPage("d", 2, 1.5, Box(0, 0, 10, 10))
PIXELS = Pixels("d", 2, 1.5, 15, 15, 60, bytes(900), Box(0, 0, 10, 10))


def test_sound_pixels_pass_with_or_without_padded_rows():
    assert checked_reply(RENDER, PIXELS)
    assert checked_reply(RENDER, replace(PIXELS, stride=64, data=bytes(960)))


@pytest.mark.parametrize(
    "changes",
    [
        {"document": "e"},
        {"page": 3},
        {"scale": 2.0},
        {"clip": None},
        {"width": 0},
        {"height": -15},
        {"width": 16},
        {"stride": 56},
        {"stride": 1000, "data": bytes(15_000)},
        {"data": bytes(899)},
        {"width": 1 << 20, "height": 1 << 20, "stride": 1 << 22},
    ],
    ids=str,
)
def test_pixels_are_garbled_when_they_do_not_fit(changes):
    assert_garbled(RENDER, replace(PIXELS, **changes))


def test_a_loaded_galley_must_be_the_one_sent_and_have_pages():
    assert checked_reply(LoadGalley("d", b""), GalleyLoaded("d", 3))
    assert_garbled(LoadGalley("d", b""), GalleyLoaded("e", 3))
    assert_garbled(LoadGalley("d", b""), GalleyLoaded("d", 0))


ANALYSE = Analyse(ARTICLE, Depth.FULL)
CLAIM = Claim(
    "c1",
    anchor_at(ARTICLE, Span(0, 32)),
    ClaimKind.INDIRECT_QUOTE,
    attribution=Attribution("Ann Bell", "Ann Bell", "said", "", Span(0, 8), Span(9, 13)),
)
ANALYSIS = Analysis(ARTICLE.id, Depth.FULL, (CLAIM,), (Speaker("Ann Bell", (), (Span(0, 8),)),))
PAST = Span(0, 999)

BENT_ANALYSES = {
    "another document": replace(ANALYSIS, document="e" * 64),
    "a claim in another document": replace(ANALYSIS, claims=(replace(CLAIM, anchor=anchor_at(SOURCE, Span(0, 5))),)),
    "words that do not stand there": replace(
        ANALYSIS, claims=(replace(CLAIM, anchor=replace(CLAIM.anchor, exact="Ann Bell said 1,200 jobs.")),)
    ),
    "a claim past the text": replace(ANALYSIS, claims=(replace(CLAIM, anchor=replace(CLAIM.anchor, end=999)),)),
    "a quotation past the text": replace(ANALYSIS, claims=(replace(CLAIM, quoted=(PAST,)),)),
    "a cue past the text": replace(
        ANALYSIS, claims=(replace(CLAIM, attribution=replace(CLAIM.attribution, cue_span=PAST)),)
    ),
    "an impossible worth": replace(ANALYSIS, claims=(replace(CLAIM, worth_checking=math.nan),)),
    "two claims of one id": replace(ANALYSIS, claims=(CLAIM, CLAIM)),
    "a speaker past the text": replace(ANALYSIS, speakers=(Speaker("x", (), (PAST,)),)),
    "a check past the text": replace(ANALYSIS, checks=(InternalCheck(0, 999, CheckKind.AGE),)),
    "sensitive data before the text": replace(ANALYSIS, sensitive=(Sensitive(-1, 5, SensitiveKind.PHONE),)),
    "furniture past the text": replace(ANALYSIS, furniture=(PAST,)),
}


def test_a_sound_analysis_passes():
    assert checked_reply(ANALYSE, Analysed(ANALYSIS))


@pytest.mark.parametrize("analysis", BENT_ANALYSES.values(), ids=BENT_ANALYSES.keys())
def test_an_analysis_is_garbled_when_it_has(analysis):
    assert_garbled(ANALYSE, Analysed(analysis))


MATCH = MatchClaims(ARTICLE, (CLAIM,), (SOURCE,), ())
DIFFERENCE = Difference(DifferenceKind.FIGURE, "120", "1,200", 14, 17, 13, 18)
EVIDENCE = Evidence(
    "c1",
    anchor_at(SOURCE, Span(0, 23)),
    0.5,
    True,
    (DIFFERENCE,),
    (AlignedRun(RunKind.CHANGED, 14, 17, 13, 18),),
    (anchor_at(SOURCE, Span(0, 5)),),
)
FINDING = Finding("c1", Rule.FIGURE_CHANGED, {"article": "120", "source": "1,200"})
UNSUPPORTED = Finding("c1", Rule.UNSUPPORTED, evidence=None)


def matched(evidence: Evidence = EVIDENCE, finding: Finding = FINDING, claim: str = "c1") -> Matched:
    return Matched({claim: (evidence,)}, {claim: (finding,)})


BENT_MATCHES = {
    "a claim that was not sent": matched(claim="c9"),
    "an uncompared claim that was not sent": replace(matched(), uncompared=("c9",)),
    "the index of a source that was not sent": replace(matched(), indexes={"f" * 64: b"index"}),
    "an index far larger than its text": replace(matched(), indexes={EVIDENCE.anchor.document: bytes(1 << 20)}),
    "a share lifted from a source that was not sent": replace(matched(), lifted={"f" * 64: 0.5}),
    "a share that is none": replace(matched(), lifted={EVIDENCE.anchor.document: math.nan}),
    "evidence under another claim": matched(replace(EVIDENCE, claim="c2")),
    "a finding under another claim": matched(finding=replace(FINDING, claim="c2")),
    "a finding about no passage": matched(finding=replace(FINDING, evidence=7)),
    "a passage in the article": matched(replace(EVIDENCE, anchor=anchor_at(ARTICLE, Span(0, 5)))),
    "words that do not stand there": matched(replace(EVIDENCE, anchor=replace(EVIDENCE.anchor, exact="other"))),
    "an impossible coverage": matched(replace(EVIDENCE, coverage=math.nan)),
    "a difference past the article": matched(replace(EVIDENCE, differences=(replace(DIFFERENCE, article_end=999),))),
    "a difference past the source": matched(replace(EVIDENCE, differences=(replace(DIFFERENCE, source_end=999),))),
    "a run that goes backwards": matched(replace(EVIDENCE, runs=(AlignedRun(RunKind.EQUAL, 9, 3, 0, 5),))),
}


def test_sound_matches_pass():
    assert checked_reply(MATCH, matched())
    assert checked_reply(MATCH, Matched({"c1": ()}, {"c1": (UNSUPPORTED,)}))


@pytest.mark.parametrize("reply", BENT_MATCHES.values(), ids=BENT_MATCHES.keys())
def test_matches_are_garbled_when_they_have(reply):
    assert_garbled(MATCH, reply)


PACKET = MakePacket(Review(), PacketOptions((PacketFormat.PDF,), Profile.DESK, "2026-01-05T09:00:00+00:00"), {}, {})
EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
FILE = PacketFile("Night ferry - packet.pdf", "application/pdf", b"", EMPTY_HASH)


@pytest.mark.parametrize("name", ["packet.pdf", "review.json", "manifest.sha256", "Überblick (2).docx"])
def test_plain_file_names_pass(name):
    assert checked_reply(PACKET, PacketMade((replace(FILE, name=name),)))


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x.pdf", "/etc/x", "a/b.pdf", "a\\b.pdf", "C:x.pdf", ".hidden", "a\nb.pdf", "x" * 300, "a\x00b"],
    ids=repr,
)
def test_file_names_that_lead_elsewhere_are_garbled(name):
    assert_garbled(PACKET, PacketMade((replace(FILE, name=name),)))


def test_a_packet_file_must_match_its_hash_and_no_two_share_a_name():
    assert_garbled(PACKET, PacketMade((replace(FILE, content=b"x"),)))
    assert_garbled(PACKET, PacketMade((FILE, FILE)))
    assert_garbled(PACKET, PacketMade(()))


def test_a_checked_review_has_a_possible_version():
    assert checked_reply(CheckReviewFile("r", b""), ReviewFileChecked(1))
    assert_garbled(CheckReviewFile("r", b""), ReviewFileChecked(-1))


def test_a_review_read_back_is_that_of_the_file_and_possible():
    sent = ReadReviewJson("review.json", b"{}")
    read = ExportedReview("review.json", hashlib.sha256(b"{}").hexdigest(), "d", "a.txt")
    assert checked_reply(sent, ReviewJsonRead(read))
    assert_garbled(sent, ReviewJsonRead(replace(read, name="other.json")))
    assert_garbled(sent, ReviewJsonRead(replace(read, sha256="0" * 64)))
    assert_garbled(sent, ReviewJsonRead(replace(read, draft=0)))
    assert_garbled(sent, ReviewJsonRead(replace(read, title="x" * 100_000)))
    assert_garbled(sent, ReviewJsonRead(replace(read, dismissed=(Anchor("d", -3, -1, "x"),))))


def test_a_refusal_passes_for_every_request_unless_it_is_overlong():
    assert checked_reply(Ping(), Failed(Problem(ProblemCode.NO_TEXT, {"reason": "x"})))
    assert_garbled(Ping(), Failed(Problem(ProblemCode.NO_TEXT, {"reason": "x" * 100_000})))
    assert_garbled(Ping(), Failed(Problem(ProblemCode.NO_TEXT, {str(number): "x" for number in range(100)})))
