"""A review without what the editor marked in it: every text, offset, quotation, note, name and id.

Everything that reaches a packet goes through here first, so that no writer can let a marked word slip. A field that
nobody thought of is treated like any other string. Ids that are hashes of original offsets or of an original whole
are replaced too: whoever knows the rest of a text could try words, or lengths, until the hash is right.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

import msgspec

from reviewer.exporting.blocks import BLOCK
from reviewer.exporting.hiding import Hider
from reviewer.exporting.redacted_pages import PrintedPages, redacted_pages
from reviewer.exporting.redaction_log import SAME_WORDS
from reviewer.exporting.text_map import TextMap
from reviewer.model.analysis import Analysis, InternalCheck, Sensitive, Speaker
from reviewer.model.anchor import CONTEXT, Anchor, anchor_at
from reviewer.model.claim import Attribution, Claim
from reviewer.model.document import Block, Document, Page, Revision
from reviewer.model.evidence import AlignedRun, Difference, Evidence
from reviewer.model.finding import Finding
from reviewer.model.geometry import Box, Span
from reviewer.model.packet import PacketOptions, PacketRedaction
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.model.review import Desk, Review
from reviewer.model.verdict import Verdict
from reviewer.text.needles_folding import Folded

_Record = TypeVar("_Record", bound=msgspec.Struct)
_Stretch = TypeVar("_Stretch", Block, Revision, InternalCheck, Sensitive)
_Spoken = TypeVar("_Spoken", Finding, InternalCheck)
_TwoSided = TypeVar("_TwoSided", Difference, AlignedRun)

_MOMENTS = frozenset({"at", "made_at"})
"""Fields that hold a moment, which the writers have to understand."""

_ID_DIGITS = 16


@dataclass(frozen=True)
class RedactedReview:
    """The review as it may leave, with the new id of every document and claim by its old one.

    `redacted` are the new ids of documents whose old one, the hash of the file, must not be told.
    """

    review: Review
    ids: Mapping[str, str]
    redacted: frozenset[str]
    hider: Hider

    def options(self, options: PacketOptions) -> PacketOptions:
        """Return a packet's choices in the words and ids of the redacted review."""
        return msgspec.structs.replace(
            options,
            claims=tuple(self.ids.get(claim, claim) for claim in options.claims),
            made_by=self.hider.hide(options.made_by),
            deadline=self.hider.hide(options.deadline),
        )


def redact_review(review: Review, redaction: PacketRedaction, printed: PrintedPages) -> RedactedReview:
    """Return a review without its marked words, as told by a redaction.

    The same review and redaction give the same result. Every anchor's words stand at its offsets; what stood in order
    still does; a verdict that held for a claim's wording holds for the redacted one. `printed` gives the words on the
    pages of the redacted galleys. Marks on documents that are not in the review are left out.
    """
    walk = _Walk(review, redaction, printed)
    made = walk.review()
    changed = frozenset(walk.ids[old] for old in walk.changed)
    return RedactedReview(made, walk.ids, changed, walk.hider)


class _Walk:
    """Goes through a review once."""

    def __init__(self, review: Review, redaction: PacketRedaction, printed: PrintedPages) -> None:
        self.hider = Hider(redaction.terms, redaction.reasons)
        self._old = review
        self._printed = printed
        self._maps = {
            key: TextMap(document.text, redaction.cuts.get(key, ()), self.hider.is_clean)
            for key, document in review.documents.items()
        }
        self.changed = _with_relatives(review, {*_cut_or_marked(review, self._maps)})
        self.ids = self._document_ids()
        self.ids |= self._claim_ids()
        self._lost = self._lost_words()
        self._wordings = {claim.id: (claim.text, self._anchor(claim.anchor).exact) for claim in _claims(review)}

    def review(self) -> Review:
        """Return the whole review without what was counted or hashed with the marked words in it.

        That are the shares lifted from sources, and the hash of a review.json that decisions came from.
        """
        origins = tuple(msgspec.structs.replace(one, sha256="") for one in self._old.desk.taken_over)
        desk = msgspec.structs.replace(self._old.desk, marks=tuple(self._marks()), taken_over=origins)
        made: Review = self._value(msgspec.structs.replace(self._old, desk=desk, lifted={}))
        return made

    def _marks(self) -> Iterator[RedactionMark]:
        """Yield the marks, numbered anew, and one for each place that went because its words were marked elsewhere."""
        marks = [mark for mark in self._old.desk.marks if mark.target.document in self._maps]
        for number, mark in enumerate(marks, 1):
            yield msgspec.structs.replace(mark, id=str(number))
        for key, text_map in self._maps.items():
            for cut in text_map.cuts:
                if not cut.marked:
                    anchor = anchor_at(self._old.documents[key], Span(cut.start, cut.end))
                    yield RedactionMark(SAME_WORDS, anchor, cut.reason, self._old.desk.marks[-1].by)

    def _document_ids(self) -> dict[str, str]:
        ids = {key: key for key in self._maps}
        for key in sorted(self.changed, key=list(self._maps).index):
            new = hashlib.sha256(self._maps[key].text.encode("utf-8", "surrogatepass")).hexdigest()
            while new in ids.values():
                new = hashlib.sha256(new.encode()).hexdigest()
            ids[key] = new
        return ids

    def _claim_ids(self) -> dict[str, str]:
        """Return new ids for the claims of changed documents, made of where they stand now."""
        ids: dict[str, str] = {}
        for claim in _claims(self._old):
            if claim.id in ids:
                continue
            ids[claim.id] = claim.id
            document = claim.anchor.document
            if document in self.changed:
                span = self._maps[document].span(claim.span)
                seed = f"{self.ids[document]}:{span.start}:{span.end}"
                while (new := hashlib.sha256(seed.encode()).hexdigest()[:_ID_DIGITS]) in ids.values():
                    seed += "+"
                ids[claim.id] = new
        return ids

    def _value(self, value: Any, field: str = "") -> Any:  # noqa: ANN401 - any value of the model
        match value:
            case str():
                return self._string(value, field)
            case Document():
                return self._document(value)
            case Analysis():
                return self._analysis(value)
            case Claim():
                return self._claim(value)
            case Evidence():
                return self._evidence(value)
            case Anchor():
                return self._anchor(value)
            case PageArea():
                return msgspec.structs.replace(value, document=self.ids[value.document])
            case HiddenWord():
                return HiddenWord(self.ids[value.document], "")
            case Verdict():
                return self._verdict(value)
            case Finding():
                return self._beside(value, self._lost.get(value.claim, ""))
            case Desk():
                switches = self._switches(value.furniture_switches)
                return self._fields(msgspec.structs.replace(value, furniture_switches={}), furniture_switches=switches)
            case Box() | Span():
                return value
            case msgspec.Struct():
                return self._fields(value)
            case Mapping():
                return {self._key(key): self._value(item) for key, item in value.items()}
            case tuple() | frozenset():
                return type(value)(self._value(item) for item in value)
        return value

    def _fields(self, struct: _Record, **made: object) -> _Record:
        """Return a record with every field gone through, but for those that are given made."""
        changes = {
            name: made[name] if name in made else self._value(getattr(struct, name), name)
            for name in struct.__struct_fields__
        }
        return msgspec.structs.replace(struct, **changes)

    def _string(self, text: str, field: str) -> str:
        if isinstance(text, Enum) or field in _MOMENTS:
            return text
        return self.ids.get(text) or (self.hider.hide_name(text) if field == "title" else self.hider.hide(text))

    def _key(self, key: str) -> str:
        """Return the key of a mapping: an id, an id with something behind a colon, or a word of the model's own."""
        first, colon, rest = key.partition(":")
        return self.ids[first] + colon + rest if first in self.ids else key

    def _switches(self, switches: Mapping[str, bool]) -> dict[str, bool]:
        made = {}
        for key, value in switches.items():
            document, _, start = key.partition(":")
            if document in self._maps and start.isdecimal():
                made[f"{self.ids[document]}:{self._maps[document].start(int(start))}"] = value
        return made

    def _document(self, old: Document) -> Document:
        text_map = self._maps[old.id]
        blocks = tuple(self._stretch(block, text_map) for block in old.blocks)
        revisions = tuple(self._stretch(revision, text_map) for revision in old.revisions)
        bare = msgspec.structs.replace(old, text="", blocks=(), pages=(), revisions=(), name="")
        return msgspec.structs.replace(
            self._fields(bare),
            text=text_map.text,
            name=self.hider.hide_name(old.name),
            blocks=blocks,
            revisions=revisions,
            pages=self._pages(old, text_map),
        )

    def _pages(self, old: Document, text_map: TextMap) -> tuple[Page, ...]:
        if text_map.is_plain:
            return old.pages
        return redacted_pages(old, text_map, self._printed(old.id))

    def _stretch(self, value: _Stretch, text_map: TextMap) -> _Stretch:
        span = text_map.span(Span(value.start, value.end))
        return self._fields(value, start=span.start, end=span.end)

    def _analysis(self, old: Analysis) -> Analysis:
        text_map = self._maps.get(old.document)
        if text_map is None:
            return Analysis(old.document, old.depth)
        return self._fields(
            old,
            speakers=tuple(self._speaker(speaker, text_map) for speaker in old.speakers),
            checks=tuple(self._check(check, old.document) for check in old.checks),
            sensitive=tuple(self._stretch(found, text_map) for found in old.sensitive),
            furniture=tuple(text_map.span(span) for span in old.furniture),
        )

    def _check(self, old: InternalCheck, document: str) -> InternalCheck:
        lost = self._cut_letters(document, Span(old.start, old.end))
        return self._beside(self._stretch(old, self._maps[document]), lost)

    def _beside(self, old: _Spoken, lost: str) -> _Spoken:
        """Return a finding or check whose values hold nothing of the cuts it speaks of, given by their letters."""
        values = {
            key: BLOCK if (letters := Folded(value).letters) and letters in lost else self.hider.hide(value)
            for key, value in old.arguments.items()
        }
        return self._fields(old, arguments=values)

    def _lost_words(self) -> dict[str, str]:
        """Return the letters of the cuts that each claim and its passages touch, by the claim's id."""
        review, lost = self._old, {}
        for claim in _claims(review):
            anchors = [one.anchor for one in review.passages(claim.id) if one.anchor is not None]
            lost[claim.id] = "|".join(self._cut_letters(one.document, one.span) for one in (claim.anchor, *anchors))
        return lost

    def _cut_letters(self, document: str, span: Span) -> str:
        text_map = self._maps.get(document)
        if text_map is None:
            return ""
        cuts = (text_map.cuts[number] for number in text_map.touching(span.start, span.end))
        text = self._old.documents[document].text
        return "|".join(Folded(text[cut.start : cut.end]).letters for cut in cuts)

    def _speaker(self, old: Speaker, text_map: TextMap) -> Speaker:
        return self._fields(old, mentions=tuple(text_map.span(span) for span in old.mentions))

    def _claim(self, old: Claim) -> Claim:
        text_map = self._maps[old.anchor.document]
        said = old.attribution
        return self._fields(
            old,
            quoted=tuple(text_map.span(span) for span in old.quoted),
            said=tuple(text_map.span(span) for span in old.said),
            attribution=self._attribution(said, old.anchor.document) if said else None,
        )

    def _attribution(self, old: Attribution, document: str) -> Attribution:
        text, text_map = self._old.documents[document].text, self._maps[document]
        return self._fields(
            old,
            speaker=self._words(old.speaker, old.speaker_span, text, text_map),
            cue=self._words(old.cue, old.cue_span, text, text_map),
            speaker_span=text_map.span(old.speaker_span) if old.speaker_span else None,
            cue_span=text_map.span(old.cue_span) if old.cue_span else None,
        )

    def _words(self, words: str, span: Span | None, text: str, text_map: TextMap) -> str:
        """Return what stands now where words were copied from, or the words with labels where they were not."""
        if span is None or span.of(text) != words:
            return self.hider.hide(words)
        return text_map.span(span).of(text_map.text)

    def _anchor(self, old: Anchor) -> Anchor:
        text_map = self._maps.get(old.document)
        if text_map is None:
            return Anchor(old.document, 0, 0, "")
        span, text = text_map.span(old.span), text_map.text
        if old.span.of(self._old.documents[old.document].text) != old.exact:
            exact = self.hider.hide(old.exact)
            return Anchor(self.ids[old.document], span.start, span.start + len(exact), exact)
        before = text[max(0, span.start - CONTEXT) : span.start] if old.prefix else ""
        after = text[span.end : span.end + CONTEXT] if old.suffix else ""
        return Anchor(self.ids[old.document], span.start, span.end, span.of(text), before, after)

    def _evidence(self, old: Evidence) -> Evidence:
        article, source = self._old.desk.article or "", old.anchor.document if old.anchor else ""
        if article not in self._maps or source not in self._maps:
            return self._fields(old, differences=(), runs=())
        return self._fields(
            old,
            runs=tuple(self._two_sided(run, article, source) for run in old.runs),
            differences=tuple(self._difference(one, article, source) for one in old.differences),
        )

    def _two_sided(self, old: _TwoSided, article: str, source: str, /, **made: object) -> _TwoSided:
        mine = self._maps[article].span(Span(old.article_start, old.article_end))
        theirs = self._maps[source].span(Span(old.source_start, old.source_end))
        return self._fields(
            old,
            article_start=mine.start,
            article_end=mine.end,
            source_start=theirs.start,
            source_end=theirs.end,
            **made,
        )

    def _difference(self, old: Difference, article: str, source: str) -> Difference:
        texts = self._old.documents
        mine, theirs = Span(old.article_start, old.article_end), Span(old.source_start, old.source_end)
        return self._two_sided(
            old,
            article,
            source,
            article=self._words(old.article, mine, texts[article].text, self._maps[article]),
            source=self._words(old.source, theirs, texts[source].text, self._maps[source]),
        )

    def _verdict(self, old: Verdict) -> Verdict:
        before, now = self._wordings.get(old.claim, ("", ""))
        text = now if old.claim_text == before else self.hider.hide(old.claim_text)
        return self._fields(old, claim_text=text)


def _claims(review: Review) -> Iterable[Claim]:
    """Go through the claims of all documents in the review, those to judge first."""
    analyses = (review.analyses[key] for key in review.documents if key in review.analyses)
    everything = (*review.claims, *review.desk.added_claims, *(claim for one in analyses for claim in one.claims))
    return (claim for claim in everything if claim.anchor.document in review.documents)


def _cut_or_marked(review: Review, maps: Mapping[str, TextMap]) -> Iterator[str]:
    """Yield the documents whose text loses something, and those whose file does outside its text."""
    yield from (key for key, text_map in maps.items() if not text_map.is_plain)
    yield from (mark.target.document for mark in review.desk.marks if mark.target.document in maps)


def _with_relatives(review: Review, changed: set[str]) -> set[str]:
    """Return documents with those they came in and those that came in them, whose bytes hold the same words."""
    grown = set(changed)
    while True:
        more = {
            key
            for key, document in review.documents.items()
            if key not in grown
            and (document.parent in grown or any(review.documents[one].parent == key for one in grown))
        }
        if not more:
            return grown
        grown |= more
