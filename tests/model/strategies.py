"""Random reviews, for tests of what must hold for every one."""

import msgspec
from hypothesis import strategies as st

from reviewer.model.analysis import Analysis, CheckKind, Depth, InternalCheck, Sensitive, SensitiveKind, Speaker
from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.claim import Attribution, Claim, ClaimKind, Place, claim_id
from reviewer.model.document import Notice, NoticeCode, Revision, RevisionState
from reviewer.model.evidence import AlignedRun, Difference, DifferenceKind, Evidence, RunKind
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.model.review import Desk, Review, note_key
from reviewer.model.source import Grade, SourceEntry, SourceKind
from reviewer.model.verdict import CarryOver, Correction, Decision, Method, Note, NoteKind, Signature, Verdict
from tests.documents.plain_text import document_of

WORDS = st.text(alphabet=st.sampled_from("abc “é”👩‍👧\r\n\u00a0\u200fאב"), min_size=1, max_size=60)
SPANS = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(lambda ends: Span(min(ends), max(ends)))
SIGNATURES = st.builds(Signature, WORDS, WORDS, st.just("2026-01-02T10:00:00+01:00"))
ARGUMENTS = st.dictionaries(WORDS, WORDS, max_size=2)


@st.composite
def documents(draw):
    document = document_of(draw(WORDS), draw(WORDS))
    return msgspec.structs.replace(
        document,
        revisions=tuple(draw(st.lists(revisions(), max_size=2))),
        notices=tuple(draw(st.lists(st.builds(Notice, st.sampled_from(NoticeCode), ARGUMENTS), max_size=2))),
        parent=draw(st.none() | st.just("0" * 64)),
    )


@st.composite
def revisions(draw):
    span = draw(SPANS)
    return Revision(draw(st.sampled_from(RevisionState)), span.start, span.end, draw(WORDS), draw(WORDS), "2026")


@st.composite
def claims(draw, document):
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    attribution = st.builds(Attribution, WORDS, WORDS, WORDS, WORDS, st.none() | SPANS, st.none() | SPANS)
    return Claim(
        id=claim_id(document.id, Span(start, end)),
        anchor=anchor_at(document, Span(start, end)),
        kind=draw(st.sampled_from(ClaimKind)),
        place=draw(st.sampled_from(Place)),
        attribution=draw(st.none() | attribution),
        quoted=tuple(draw(st.lists(SPANS, max_size=2))),
        worth_checking=draw(st.floats(0, 1)),
        duplicates=tuple(draw(st.lists(WORDS, max_size=1))),
        added_by_editor=draw(st.booleans()),
    )


def anchors(document):
    return st.builds(Anchor, st.just(document.id), st.integers(0, 9), st.integers(9, 20), WORDS, WORDS, WORDS)


def evidence_for(claim, document):
    offsets = [st.integers(0, 99)] * 4
    return st.builds(
        Evidence,
        claim=st.just(claim.id),
        anchor=st.none() | anchors(document),
        coverage=st.floats(0, 1),
        supports=st.booleans(),
        differences=st.lists(
            st.builds(Difference, st.sampled_from(DifferenceKind), WORDS, WORDS, *offsets, st.booleans()), max_size=2
        ).map(tuple),
        runs=st.lists(st.builds(AlignedRun, st.sampled_from(RunKind), *offsets), max_size=2).map(tuple),
        segments=st.lists(anchors(document), max_size=2).map(tuple),
        speaker=WORDS,
    )


@st.composite
def analyses(draw, document, found):
    span = draw(SPANS)
    return Analysis(
        document=document.id,
        depth=draw(st.sampled_from(Depth)),
        claims=tuple(found),
        speakers=(Speaker(draw(WORDS), (draw(WORDS),), (span,)),),
        checks=(InternalCheck(span.start, span.end, draw(st.sampled_from(CheckKind)), draw(ARGUMENTS)),),
        sensitive=(Sensitive(span.start, span.end, draw(st.sampled_from(SensitiveKind))),),
        furniture=(span,),
        published=draw(st.none() | st.just("2026-01-02")),
        model=draw(WORDS),
    )


@st.composite
def desks(draw, article, source, claim):
    signature = draw(SIGNATURES)
    decision, method = draw(st.sampled_from(Decision)), draw(st.sampled_from(Method))
    kind = draw(st.sampled_from(NoteKind))
    area, hidden = PageArea(article.id, 1, Box(0, 0, 9, 9)), HiddenWord(article.id, "Ilse Tarn")
    target = draw(anchors(article) | st.sampled_from([area, hidden]))
    entry = SourceEntry(source.id, "S1", draw(st.sampled_from(SourceKind)), draw(st.sampled_from(Grade)), draw(WORDS))
    return Desk(
        title=draw(WORDS),
        article=article.id,
        sources=(entry,),
        verdicts={claim.id: Verdict(claim.id, decision, signature, claim.text, method)},
        notes={note_key(claim.id, kind): Note(claim.id, kind, draw(WORDS), signature)},
        corrections={claim.id: Correction(claim.id, draw(WORDS), signature)},
        second_readings={claim.id: signature},
        marks=(RedactionMark("m1", target, draw(WORDS), signature),),
        added_claims=(claim,) if draw(st.booleans()) else (),
        dismissed=frozenset(draw(st.sets(WORDS, max_size=2))),
        links={claim.id: (draw(evidence_for(claim, source)),)},
        candidates={claim.id: 0},
        furniture_switches={f"{article.id}:0": draw(st.booleans())},
        drafts=(draw(WORDS),),
    )


@st.composite
def reviews(draw):
    article, source = draw(documents()), draw(documents())
    claim = draw(claims(article))
    found = Finding(claim.id, draw(st.sampled_from(Rule)), draw(ARGUMENTS), draw(st.none() | st.integers(0, 3)))
    return Review(
        desk=draw(desks(article, source, claim)),
        documents={article.id: article, source.id: source},
        analyses={article.id: draw(analyses(article, [claim]))},
        evidence={claim.id: (draw(evidence_for(claim, source)),)},
        findings={claim.id: (found,)},
        numbers={claim.id: 4},
        carried={claim.id: draw(st.sampled_from(CarryOver))},
        revision=draw(st.integers(0, 9)),
    )
