"""Everything an editor can do to a review, as data: an edit makes the next review and can be written to the journal."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from reviewer.model.claim import Claim
from reviewer.model.evidence import Evidence
from reviewer.model.redaction import RedactionMark
from reviewer.model.review import Desk, Review, note_key
from reviewer.model.source import Grade, SourceEntry, SourceKind
from reviewer.model.verdict import Correction, Decision, Method, Note, NoteKind, Signature, Verdict
from reviewer.reviewing.labels import next_source_label
from reviewer.reviewing.taking_over import TakeOver

_Value = TypeVar("_Value")


class GiveVerdict(msgspec.Struct, frozen=True, tag=True):
    """A person judges a claim; the wording judged is kept with the verdict."""

    claim: str
    decision: Decision
    by: Signature
    method: Method = Method.DOCUMENT

    def apply(self, review: Review) -> Desk:
        """Return the desk with this verdict."""
        text = next((claim.text for claim in review.claims if claim.id == self.claim), "")
        verdict = Verdict(self.claim, self.decision, self.by, text, self.method)
        return _with(review.desk, verdicts=_put(review.desk.verdicts, self.claim, verdict))


class ClearVerdict(msgspec.Struct, frozen=True, tag=True):
    """A claim becomes open again; its second reading goes with the verdict that it confirmed."""

    claim: str

    def apply(self, review: Review) -> Desk:
        """Return the desk without the verdict."""
        desk = review.desk
        return _with(
            desk,
            verdicts=_drop(desk.verdicts, self.claim),
            second_readings=_drop(desk.second_readings, self.claim),
        )


class WriteNote(msgspec.Struct, frozen=True, tag=True):
    """Write a claim's note of one kind; empty text removes it."""

    claim: str
    kind: NoteKind
    text: str
    by: Signature

    def apply(self, review: Review) -> Desk:
        """Return the desk with the note."""
        key = note_key(self.claim, self.kind)
        notes = review.desk.notes
        if not self.text.strip():
            return _with(review.desk, notes=_drop(notes, key))
        return _with(review.desk, notes=_put(notes, key, Note(self.claim, self.kind, self.text, self.by)))


class WriteCorrection(msgspec.Struct, frozen=True, tag=True):
    """Write what should be printed instead; empty text removes it."""

    claim: str
    text: str
    by: Signature

    def apply(self, review: Review) -> Desk:
        """Return the desk with the correction."""
        corrections = review.desk.corrections
        if not self.text.strip():
            return _with(review.desk, corrections=_drop(corrections, self.claim))
        correction = Correction(self.claim, self.text, self.by)
        return _with(review.desk, corrections=_put(corrections, self.claim, correction))


class ReadSecond(msgspec.Struct, frozen=True, tag=True):
    """A second reader adds initials to a judged claim."""

    claim: str
    by: Signature

    def apply(self, review: Review) -> Desk:
        """Return the desk with the second set of initials; a claim that nobody judged has none to confirm."""
        if self.claim not in review.desk.verdicts:
            return review.desk
        return _with(review.desk, second_readings=_put(review.desk.second_readings, self.claim, self.by))


class DismissClaim(msgspec.Struct, frozen=True, tag=True):
    """Say that something found is no claim."""

    claim: str

    def apply(self, review: Review) -> Desk:
        """Return the desk with the claim out of the list; its verdict and notes stay for undo and restore."""
        return _with(review.desk, dismissed=review.desk.dismissed | {self.claim})


class Together(msgspec.Struct, frozen=True, tag=True):
    """Several edits made as one step, so that one undo takes them all back; named after the last of them."""

    edits: tuple[GiveVerdict | ClearVerdict | WriteCorrection | ReadSecond | DismissClaim, ...]

    def apply(self, review: Review) -> Desk:
        """Return the desk after all of them, one after another."""
        for edit in self.edits:
            review = msgspec.structs.replace(review, desk=edit.apply(review))
        return review.desk


class SetArticle(msgspec.Struct, frozen=True, tag=True):
    """Make an opened document the article; it leaves the sources if it was one of them."""

    document: str

    def apply(self, review: Review) -> Desk:
        """Return the desk with this article; a second article is the next draft."""
        desk = review.desk
        rest = tuple(entry for entry in desk.sources if entry.document != self.document)
        if desk.article is None or desk.article == self.document:
            return _with(desk, article=self.document, sources=rest)
        drafts = (*desk.drafts, desk.article)
        return _with(desk, article=self.document, sources=rest, draft=desk.draft + 1, drafts=drafts)


class AddSource(msgspec.Struct, frozen=True, tag=True):
    """Add an opened document to the sources; an attachment gets a label below that of its mail."""

    document: str
    kind: SourceKind = SourceKind.OTHER
    grade: Grade = Grade.SECONDARY
    obtained: str = ""

    def apply(self, review: Review) -> Desk:
        """Return the desk with the source at the end; unchanged when it is there already or is the article."""
        desk = review.desk
        if self.document == desk.article or review.source_entry(self.document):
            return desk
        document = review.documents.get(self.document)
        label = next_source_label(desk.sources, document.parent if document else None)
        entry = SourceEntry(self.document, label, self.kind, self.grade, self.obtained)
        return _with(desk, sources=(*desk.sources, entry))


class RemoveSource(msgspec.Struct, frozen=True, tag=True):
    """Take a source out of the review; its document stays in the file, so that undo brings it back."""

    document: str

    def apply(self, review: Review) -> Desk:
        """Return the desk without the source; the other labels stay as they are."""
        rest = tuple(entry for entry in review.desk.sources if entry.document != self.document)
        return _with(review.desk, sources=rest)


class DescribeSource(msgspec.Struct, frozen=True, tag=True):
    """Say what kind of document a source is, how far it can be relied on and how it was obtained."""

    document: str
    kind: SourceKind
    grade: Grade
    obtained: str = ""

    def apply(self, review: Review) -> Desk:
        """Return the desk with the source described."""
        described = tuple(
            SourceEntry(entry.document, entry.label, self.kind, self.grade, self.obtained)
            if entry.document == self.document
            else entry
            for entry in review.desk.sources
        )
        return _with(review.desk, sources=described)


class DescribeReview(msgspec.Struct, frozen=True, tag=True):
    """Name the review: slug, draft number, desk, reporter."""

    title: str
    draft: int
    desk_name: str
    reporter: str

    def apply(self, review: Review) -> Desk:
        """Return the desk under these names."""
        return _with(review.desk, title=self.title, draft=self.draft, desk_name=self.desk_name, reporter=self.reporter)


class AddClaim(msgspec.Struct, frozen=True, tag=True):
    """Add a claim that the machine did not find."""

    claim: Claim

    def apply(self, review: Review) -> Desk:
        """Return the desk with the claim; one that was dismissed comes back instead of standing there twice."""
        desk = review.desk
        if any(claim.id == self.claim.id for claim in review.claims):
            return desk
        if self.claim.id in desk.dismissed:
            return _with(desk, dismissed=desk.dismissed - {self.claim.id})
        return _with(desk, added_claims=(*desk.added_claims, self.claim))


class ReshapeClaim(msgspec.Struct, frozen=True, tag=True):
    """Let a claim begin or end elsewhere: another one takes its place and its notes.

    Its verdict and correction stay with the old wording: whoever gave them read other words.
    """

    claim: str
    reshaped: Claim

    def apply(self, review: Review) -> Desk:
        """Return the desk with the new claim for the old one; unchanged when it would be the same."""
        if self.reshaped.id == self.claim or all(claim.id != self.claim for claim in review.claims):
            return review.desk
        desk = AddClaim(self.reshaped).apply(review)
        notes = dict(desk.notes)
        for kind in NoteKind:
            note = notes.get(note_key(self.claim, kind))
            if note:
                moved = msgspec.structs.replace(note, claim=self.reshaped.id)
                notes.setdefault(note_key(self.reshaped.id, kind), moved)
        return _with(desk, notes=notes, dismissed=desk.dismissed | {self.claim})


class RestoreClaim(msgspec.Struct, frozen=True, tag=True):
    """Bring a dismissed claim back."""

    claim: str

    def apply(self, review: Review) -> Desk:
        """Return the desk with the claim in the list again."""
        return _with(review.desk, dismissed=review.desk.dismissed - {self.claim})


class LinkPassage(msgspec.Struct, frozen=True, tag=True):
    """Link a passage to a claim by hand; it is shown before those that the machine found."""

    claim: str
    evidence: Evidence

    def apply(self, review: Review) -> Desk:
        """Return the desk with the passage first among the claim's links."""
        desk = review.desk
        links = (self.evidence, *desk.links.get(self.claim, ()))
        return _with(desk, links=_put(desk.links, self.claim, links), candidates=_drop(desk.candidates, self.claim))


class ChooseCandidate(msgspec.Struct, frozen=True, tag=True):
    """Show another of a claim's passages, counted from 0."""

    claim: str
    candidate: int

    def apply(self, review: Review) -> Desk:
        """Return the desk with the choice; a number that has no passage changes nothing."""
        if not 0 <= self.candidate < len(review.passages(self.claim)):
            return review.desk
        return _with(review.desk, candidates=_put(review.desk.candidates, self.claim, self.candidate))


class SwitchFurniture(msgspec.Struct, frozen=True, tag=True):
    """Say whether the block that starts at `start` (code points) of a document is page furniture."""

    document: str
    start: int
    furniture: bool

    def apply(self, review: Review) -> Desk:
        """Return the desk with the switch set."""
        key = f"{self.document}:{self.start}"
        return _with(review.desk, furniture_switches=_put(review.desk.furniture_switches, key, self.furniture))


class AddMarks(msgspec.Struct, frozen=True, tag=True):
    """Mark passages or areas to be redacted; one step for all that were accepted together.

    A target that is marked already keeps the mark it has.
    """

    marks: tuple[RedactionMark, ...]

    def apply(self, review: Review) -> Desk:
        """Return the desk with the marks."""
        marks = list(review.desk.marks)
        targets, ids = {mark.target for mark in marks}, {mark.id for mark in marks}
        for mark in self.marks:
            if mark.target not in targets and mark.id not in ids:
                marks.append(mark)
                targets.add(mark.target)
                ids.add(mark.id)
        return _with(review.desk, marks=tuple(marks))


class RemoveMarks(msgspec.Struct, frozen=True, tag=True):
    """Take redaction marks back, by id."""

    marks: tuple[str, ...]

    def apply(self, review: Review) -> Desk:
        """Return the desk without the marks."""
        gone = frozenset(self.marks)
        return _with(review.desk, marks=tuple(mark for mark in review.desk.marks if mark.id not in gone))


class ChangeReason(msgspec.Struct, frozen=True, tag=True):
    """Give redaction marks, by id, another reason code."""

    marks: tuple[str, ...]
    reason: str
    by: Signature

    def apply(self, review: Review) -> Desk:
        """Return the desk with the marks changed; who changed one is who answers for it."""
        changed = tuple(
            msgspec.structs.replace(mark, reason=self.reason, by=self.by)
            if mark.id in self.marks and mark.reason != self.reason
            else mark
            for mark in review.desk.marks
        )
        return _with(review.desk, marks=changed)


class CarryMarks(msgspec.Struct, frozen=True, tag=True):
    """Mark in a new draft what was marked in one before it: `marks` take the place of those of the ids `instead_of`."""

    instead_of: tuple[str, ...]
    marks: tuple[RedactionMark, ...]

    def apply(self, review: Review) -> Desk:
        """Return the desk with the marks of the new draft."""
        rest = RemoveMarks(self.instead_of).apply(review)
        return AddMarks(self.marks).apply(msgspec.structs.replace(review, desk=rest))


Edit = (
    GiveVerdict
    | ClearVerdict
    | WriteNote
    | WriteCorrection
    | ReadSecond
    | Together
    | SetArticle
    | AddSource
    | RemoveSource
    | DescribeSource
    | DescribeReview
    | AddClaim
    | DismissClaim
    | ReshapeClaim
    | RestoreClaim
    | LinkPassage
    | ChooseCandidate
    | SwitchFurniture
    | AddMarks
    | RemoveMarks
    | ChangeReason
    | CarryMarks
    | TakeOver
)


def apply(edit: Edit, review: Review) -> Review:
    """Return the review after the edit; the same object when nothing changed."""
    desk = edit.apply(review)
    if desk is review.desk or desk == review.desk:
        return review
    return msgspec.structs.replace(review, desk=desk, revision=review.revision + 1)


def label(edit: Edit) -> str:
    """Return the code of an edit's name for the undo menu, such as `GiveVerdict`; the window words it."""
    named = edit.edits[-1] if isinstance(edit, Together) and edit.edits else edit
    return type(named).__name__


def _with(desk: Desk, **changes: object) -> Desk:
    return msgspec.structs.replace(desk, **changes)


def _put(mapping: Mapping[str, _Value], key: str, value: _Value) -> dict[str, _Value]:
    return {**mapping, key: value}


def _drop(mapping: Mapping[str, _Value], key: str) -> Mapping[str, _Value]:
    if key not in mapping:
        return mapping
    return {kept: value for kept, value in mapping.items() if kept != key}
