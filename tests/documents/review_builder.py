"""Builds complete reviews in code: documents with galleys, claims, evidence, findings, verdicts and notes."""

import difflib
import hashlib
import re
from dataclasses import dataclass, field

import msgspec

from reviewer.model.analysis import Analysis, Depth, Sensitive, SensitiveKind, Speaker
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Attribution, Claim, ClaimKind, Place, claim_id
from reviewer.model.document import Block, BlockKind, Document, Furniture, Notice
from reviewer.model.evidence import AlignedRun, Difference, Evidence, RunKind
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span
from reviewer.model.packet import PacketFormat, PacketOptions, Profile
from reviewer.model.redaction import RedactionMark
from reviewer.model.review import Desk, Review, note_key
from reviewer.model.source import Grade, SourceEntry, SourceKind
from reviewer.model.verdict import Correction, Method, Note, NoteKind, Signature, Verdict
from reviewer.pages.typeset import typeset

CHECKER = Signature("MD", "Mara Dunmore", "2026-05-06T10:42:00+01:00")
SECOND_READER = Signature("OK", "Orla Kestrel", "2026-05-06T11:20:00+01:00")
MADE_AT = "2026-05-06T11:34:00+01:00"


def blocks_of(text: str, furniture: dict[str, Furniture] | None = None) -> tuple[Block, ...]:
    """One block a non-empty line; the first one that is no furniture is the headline."""
    blocks, at, seen_headline = [], 0, False
    for line in text.splitlines(keepends=True):
        stripped = line.rstrip("\r\n")
        if stripped.strip():
            reason = (furniture or {}).get(stripped)
            kind = BlockKind.PARAGRAPH
            if reason is None and not seen_headline:
                kind, seen_headline = BlockKind.HEADLINE, True
            blocks.append(Block(at, at + len(stripped), kind, reason))
        at += len(line)
    return tuple(blocks)


@dataclass
class ReviewBuilder:
    """Collects a review; every method takes the words themselves and finds their place."""

    article_text: str
    article_name: str = "article.txt"
    furniture: dict[str, Furniture] = field(default_factory=dict)
    desk: Desk = field(default_factory=Desk)

    def __post_init__(self):
        self.originals: dict[str, bytes] = {}
        self.galleys: dict[str, bytes] = {}
        self.documents: dict[str, Document] = {}
        self.claims: list[Claim] = []
        self.evidence: dict[str, tuple[Evidence, ...]] = {}
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.sensitive: dict[str, list[Sensitive]] = {}
        self.speakers: dict[str, list[Speaker]] = {}
        self.article = self.add_document(
            self.article_name, self.article_text, blocks_of(self.article_text, self.furniture)
        )
        self.desk = msgspec.structs.replace(self.desk, article=self.article.id)

    def add_document(self, name, text, blocks=None, notices=()):
        content = text.encode()
        galley = typeset(text, blocks if blocks is not None else blocks_of(text), name)
        document = Document(
            id=hashlib.sha256(content + name.encode()).hexdigest(),
            name=name,
            media_type="text/plain",
            text=text,
            blocks=blocks if blocks is not None else blocks_of(text),
            pages=galley.pages,
            typeset=True,
            notices=tuple(notices),
        )
        return self.adopt(document, content, galley.pdf)

    def adopt(self, document, original, galley):
        self.originals[document.id] = original
        self.galleys[document.id] = galley
        self.documents[document.id] = document
        return document

    def use_article(self, document, original, galley):
        """Make a document read by another room the article."""
        self.article = self.adopt(document, original, galley)
        self.desk = msgspec.structs.replace(self.desk, article=document.id)
        return self

    def source(
        self,
        name,
        text,
        kind=SourceKind.STATEMENT,
        grade=Grade.PRIMARY,
        obtained="by mail",
        notices: tuple[Notice, ...] = (),
    ):
        document = self.add_document(name, text, notices=notices)
        label = f"S{len(self.desk.sources) + 1}"
        entry = SourceEntry(document.id, label, kind, grade, obtained)
        self.desk = msgspec.structs.replace(self.desk, sources=(*self.desk.sources, entry))
        return document

    def claim(self, words, kind=ClaimKind.ASSERTION, said_by="", place=Place.BODY):
        start = self.article.text.index(words)
        return self.claim_at(Span(start, start + len(words)), kind, said_by, place)

    def claim_at(self, span, kind=ClaimKind.ASSERTION, said_by="", place=Place.BODY):
        attribution = Attribution(said_by, said_by, "said") if said_by else None
        made = Claim(claim_id(self.article.id, span), anchor_at(self.article, span), kind, place, attribution)
        self.claims.append(made)
        return made

    def found(self, claim, document, words, rule=Rule.VERBATIM, differences=(), supports=True, **arguments):
        """Say where a claim stands in a source; differences are (kind, words in article, words in source)."""
        start = document.text.index(words)
        span = Span(start, start + len(words))
        made = Evidence(
            claim=claim.id,
            anchor=anchor_at(document, span),
            coverage=1.0 if rule in (Rule.VERBATIM, Rule.PARAPHRASE_OK) else 0.8,
            supports=supports,
            differences=tuple(self._difference(claim, document, span, *difference) for difference in differences),
            runs=aligned_runs(self.article, claim.span, document, span),
        )
        self.evidence[claim.id] = (*self.evidence.get(claim.id, ()), made)
        return self.finding(claim, rule, **arguments)

    def _difference(self, claim, source, span, kind, in_article, in_source):
        runs = aligned_runs(self.article, claim.span, source, span)
        source_start = source.text.index(in_source, span.start) if in_source else span.end
        lacking = [run.article_start for run in runs if run.source_start >= source_start] or [claim.span.end]
        article_start = self.article.text.index(in_article, claim.span.start) if in_article else lacking[0]
        return Difference(
            kind=kind,
            article=in_article,
            source=in_source,
            article_start=article_start,
            article_end=article_start + len(in_article),
            source_start=source_start,
            source_end=source_start + len(in_source),
        )

    def finding(self, claim, rule, **arguments):
        evidence = 0 if claim.id in self.evidence else None
        found = Finding(claim.id, rule, arguments, evidence)
        self.findings[claim.id] = (*self.findings.get(claim.id, ()), found)
        return self

    def verdict(self, claim, decision, at="", method=Method.DOCUMENT, by=CHECKER, second=False):
        signature = Signature(by.initials, by.name, at or by.at)
        verdicts = {**self.desk.verdicts, claim.id: Verdict(claim.id, decision, signature, claim.text, method)}
        self.desk = msgspec.structs.replace(self.desk, verdicts=verdicts)
        if second:
            readings = {**self.desk.second_readings, claim.id: SECOND_READER}
            self.desk = msgspec.structs.replace(self.desk, second_readings=readings)
        return self

    def note(self, claim, text, kind=NoteKind.DESK, by=CHECKER):
        notes = {**self.desk.notes, note_key(claim.id, kind): Note(claim.id, kind, text, by)}
        self.desk = msgspec.structs.replace(self.desk, notes=notes)
        return self

    def correction(self, claim, text):
        corrections = {**self.desk.corrections, claim.id: Correction(claim.id, text, CHECKER)}
        self.desk = msgspec.structs.replace(self.desk, corrections=corrections)
        return self

    def mark(self, document, words, reason="R2", after=""):
        start = document.text.index(words, document.text.index(after))
        target = anchor_at(document, Span(start, start + len(words)))
        made = RedactionMark(f"m{len(self.desk.marks) + 1}", target, reason, CHECKER)
        self.desk = msgspec.structs.replace(self.desk, marks=(*self.desk.marks, made))
        return self

    def embargo(self, document, words):
        start = document.text.index(words)
        found = Sensitive(start, start + len(words), SensitiveKind.EMBARGO)
        self.sensitive.setdefault(document.id, []).append(found)
        return self

    def speaker(self, document, name):
        self.speakers.setdefault(document.id, []).append(Speaker(name))
        return self

    def build(self) -> Review:
        analyses = {
            key: Analysis(
                document=key,
                depth=Depth.FULL,
                claims=tuple(self.claims) if key == self.article.id else (),
                speakers=tuple(self.speakers.get(key, ())),
                sensitive=tuple(self.sensitive.get(key, ())),
                model="en_core_web_sm 3.8.0",
            )
            for key in self.documents
        }
        ordered = sorted(self.claims, key=lambda claim: (claim.anchor.start, claim.anchor.end))
        return Review(
            desk=self.desk,
            documents=self.documents,
            analyses=analyses,
            evidence=self.evidence,
            findings=self.findings,
            numbers={claim.id: place for place, claim in enumerate(ordered, 1)},
            revision=7,
        )


def aligned_runs(article, claim, source, passage):
    """Align word by word, well enough for tests."""
    left = [(m.start() + claim.start, m.end() + claim.start) for m in re.finditer(r"\S+", claim.of(article.text))]
    right = [(m.start() + passage.start, m.end() + passage.start) for m in re.finditer(r"\S+", passage.of(source.text))]
    words = [
        [text[a:b].casefold().strip(".,“”") for a, b in spans]
        for text, spans in ((article.text, left), (source.text, right))
    ]
    kinds = {"equal": RunKind.EQUAL, "replace": RunKind.CHANGED, "insert": RunKind.DROPPED, "delete": RunKind.ADDED}
    runs = []
    for code, a0, a1, b0, b1 in difflib.SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        start, end = (left[a0][0], left[a1 - 1][1]) if a1 > a0 else (_place(left, a0, claim.end),) * 2
        first, last = (right[b0][0], right[b1 - 1][1]) if b1 > b0 else (_place(right, b0, passage.end),) * 2
        runs.append(AlignedRun(kinds[code], start, end, first, last))
    return tuple(runs)


def _place(spans, index, end):
    return spans[index][0] if index < len(spans) else end


def options(profile=Profile.DESK, formats=(PacketFormat.PDF,), **changes) -> PacketOptions:
    chosen = {"made_at": MADE_AT, "made_by": "Mara Dunmore"} | changes
    return PacketOptions(formats=formats, profile=profile, **chosen)
