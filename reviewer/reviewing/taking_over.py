"""Decisions of a review.json come into a review of the same article, each to its claim.

What the machine found is found again here. What somebody decided in this review stays; only what is still undecided is
filled in. A passage, a claim or a verdict whose words do not stand where the file says is left out and named.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.exported import ExportedClaim, ExportedReview
from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.review import Desk, Review, TakenOver, note_key
from reviewer.model.verdict import Signature
from reviewer.reviewing.hand_made import hand_made_claim


class TakeOver(msgspec.Struct, frozen=True, tag=True):
    """Take over what people decided in another review of the same article; who does so answers for it."""

    exported: ExportedReview
    by: Signature

    def apply(self, review: Review) -> Desk:
        """Return the desk with the decisions; unchanged when there is nothing new or the article is another one."""
        article = review.article
        if article is None or article.id != self.exported.article:
            return review.desk
        desk = _Taking(review, article, self.exported, self.by).desk()
        before = review.desk
        return before if msgspec.structs.replace(desk, taken_over=before.taken_over) == before else desk


@dataclass(frozen=True)
class Account:
    """What taking a review over came to, to be told to whoever did it.

    `verdicts` came with it; `kept` are claims that were decided otherwise here and stay so; `lost` are claims, and
    `passages` claims with a passage, whose words do not stand where the file says. `absent` are sources that are not
    in this review.
    """

    verdicts: int = 0
    kept: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def check_fits(review: Review, exported: ExportedReview) -> None:
    """Raise ReviewerError when a review cannot take this over.

    NO_ARTICLE, ANOTHER_ARTICLE, or NO_CLAIMS_YET while the claims are still being found: they have to be there, so
    that no claim stands twice.
    """
    article = review.article
    if article is None:
        raise ReviewerError(ProblemCode.NO_ARTICLE)
    if article.id != exported.article:
        raise ReviewerError(ProblemCode.ANOTHER_ARTICLE, name=exported.name, article=exported.article_name)
    if article.id not in review.analyses:
        raise ReviewerError(ProblemCode.NO_CLAIMS_YET, name=exported.name)


def account_of(review: Review, exported: ExportedReview) -> Account:
    """Return what taking this over into the review comes to; the review is the one before."""
    article = review.article
    if article is None:
        return Account()
    taking = _Taking(review, article, exported, Signature("", "", ""))
    taking.desk()
    return Account(
        taking.verdicts,
        tuple(taking.kept),
        tuple(taking.lost),
        tuple(taking.passages),
        tuple(one.name for one in exported.sources if review.source_entry(one.document) is None),
    )


def is_untouched(review: Review) -> bool:
    """Return whether nobody has decided anything about a claim of this review yet."""
    desk = review.desk
    people = (desk.verdicts, desk.notes, desk.corrections, desk.second_readings, desk.links, desk.candidates)
    return not any(people) and not desk.added_claims and not desk.dismissed


def numbers_taken_over(review: Review, exported: ExportedReview) -> dict[str, int]:
    """Return the display numbers that an untouched review's claims had in the other one, by claim id.

    Numbers given twice, and those of claims that are not here, are left out. Claims without one get the next.
    """
    article = review.article
    if article is None:
        return {}
    places = {(claim.anchor.start, claim.anchor.end): claim.id for claim in review.claims}
    numbers: dict[str, int] = {}
    for one in exported.claims:
        anchor = one.claim.anchor
        known = places.get((anchor.start, anchor.end))
        if known and one.number > 0 and one.number not in numbers.values():
            numbers.setdefault(known, one.number)
    last = max(numbers.values(), default=0)
    rest = [claim.id for claim in review.claims if claim.id not in numbers]
    return numbers | {claim: last + place for place, claim in enumerate(rest, 1)}


@dataclass
class _Taking:
    """One walk over the claims of a file; collects the parts of the new desk and what cannot be placed."""

    review: Review
    article: Document
    exported: ExportedReview
    by: Signature
    verdicts: int = 0
    kept: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        desk = self.review.desk
        self._verdicts, self._notes = dict(desk.verdicts), dict(desk.notes)
        self._corrections, self._seconds = dict(desk.corrections), dict(desk.second_readings)
        self._links, self._candidates = dict(desk.links), dict(desk.candidates)
        self._added, self._dismissed = list(desk.added_claims), set(desk.dismissed)
        self._untouched = is_untouched(self.review)
        self._found = {(claim.anchor.start, claim.anchor.end): claim for claim in _all_claims(self.review)}

    def desk(self) -> Desk:
        """Return the desk with all that could be placed."""
        for one in self.exported.claims:
            claim = self._claim(one)
            if claim is None:
                self.lost.append(_shown_number(one))
                continue
            self._judge(claim, one)
            self._note(claim, one)
            self._link(claim, one)
        for anchor in self.exported.dismissed:
            claim = self._found.get((anchor.start, anchor.end))
            if claim and claim.id not in self._verdicts and _stands_in(anchor, self.article):
                self._dismissed.add(claim.id)
        return msgspec.structs.replace(
            self.review.desk,
            verdicts=self._verdicts,
            notes=self._notes,
            corrections=self._corrections,
            second_readings=self._seconds,
            links=self._links,
            candidates=self._candidates,
            added_claims=tuple(self._added),
            dismissed=frozenset(self._dismissed),
            taken_over=(*self.review.desk.taken_over, self._origin()),
            **self._description(),
        )

    def _origin(self) -> TakenOver:
        exported = self.exported
        return TakenOver(
            exported.name, exported.sha256, exported.made_at, exported.made_with, self.by, verdicts=self.verdicts
        )

    def _description(self) -> dict[str, object]:
        """Return what the review and its sources are called, where nobody has worked on this review yet."""
        if not self._untouched:
            return {}
        exported, desk = self.exported, self.review.desk
        described = {one.document: one for one in exported.sources}
        sources = tuple(
            msgspec.structs.replace(entry, kind=one.kind, grade=one.grade, obtained=one.obtained)
            if (one := described.get(entry.document))
            else entry
            for entry in desk.sources
        )
        return {
            "sources": sources,
            "title": exported.title or desk.title,
            "draft": exported.draft,
            "desk_name": exported.desk_name or desk.desk_name,
            "reporter": exported.reporter or desk.reporter,
            "furniture_switches": {**self._switches(), **desk.furniture_switches},
        }

    def _switches(self) -> Mapping[str, bool]:
        starts = {block.start for block in self.article.blocks}
        return {f"{self.article.id}:{at}": on for at, on in self.exported.furniture.items() if at in starts}

    def _claim(self, one: ExportedClaim) -> Claim | None:
        """Return the claim of this review that stands in the same place, else a new one; None when it cannot be."""
        anchor = one.claim.anchor
        if not _stands_in(anchor, self.article):
            return None
        place = (anchor.start, anchor.end)
        if place in self._found:
            return self._found[place]
        made = hand_made_claim(self.article, anchor.span)
        if made is None or made.span != anchor.span:
            return None
        said = one.claim.attribution
        if said is not None:
            said = msgspec.structs.replace(said, speaker_span=None, cue_span=None)
        made = msgspec.structs.replace(made, kind=one.claim.kind, place=one.claim.place, attribution=said)
        self._added.append(made)
        self._found[place] = made
        return made

    def _judge(self, claim: Claim, one: ExportedClaim) -> None:
        verdict, key = one.verdict, claim.id
        if verdict is not None and verdict.claim_text == claim.text:
            mine = self.review.desk.verdicts.get(key)
            if mine is None or mine.claim_text != claim.text:
                self._verdicts[key] = msgspec.structs.replace(verdict, claim=key)
                self.verdicts += 1
                if one.second_reading is not None:
                    self._seconds.setdefault(key, one.second_reading)
            elif mine.decision is not verdict.decision:
                self.kept.append(_shown_number(one))
        if one.correction is not None and one.correction.text.strip():
            self._corrections.setdefault(key, msgspec.structs.replace(one.correction, claim=key))

    def _note(self, claim: Claim, one: ExportedClaim) -> None:
        for note in one.notes:
            if note.text.strip():
                moved = msgspec.structs.replace(note, claim=claim.id)
                self._notes.setdefault(note_key(claim.id, note.kind), moved)

    def _link(self, claim: Claim, one: ExportedClaim) -> None:
        """Link what was linked, and let the same passage be shown, unless somebody chose here."""
        key = claim.id
        if key in self.review.desk.links or key in self.review.desk.candidates:
            return
        linked = [made for anchor in one.links if (made := self._passage(claim, one, anchor))]
        passages = [*linked, *self.review.evidence.get(key, ())]
        if one.shown is not None:
            places = [_place(passage.anchor) for passage in passages]
            if _place(one.shown) in places:
                at = places.index(_place(one.shown))
                if one.chosen or at:
                    self._candidates[key] = at
            elif made := self._passage(claim, one, one.shown):
                linked.insert(0, made)
        if linked:
            self._links[key] = tuple(linked)

    def _passage(self, claim: Claim, one: ExportedClaim, anchor: Anchor) -> Evidence | None:
        document = self.review.documents.get(anchor.document)
        if document is None or self.review.source_entry(anchor.document) is None:
            return None
        if not _stands_in(anchor, document):
            self.passages.append(_shown_number(one))
            return None
        return Evidence(claim.id, anchor_at(document, anchor.span), coverage=1.0, supports=True)


def _all_claims(review: Review) -> Iterator[Claim]:
    """Go through the claims of the article, dismissed ones included."""
    analysis = review.analyses.get(review.desk.article or "")
    yield from (one for one in review.desk.added_claims if one.anchor.document == review.desk.article)
    yield from analysis.claims if analysis else ()


def _stands_in(anchor: Anchor, document: Document) -> bool:
    """Return whether the anchor's words stand in its place; they are not looked for anywhere else."""
    return (
        0 <= anchor.start < anchor.end <= len(document.text)
        and Span(anchor.start, anchor.end).of(document.text) == anchor.exact
    )


def _place(anchor: Anchor | None) -> tuple[str, int, int] | None:
    return (anchor.document, anchor.start, anchor.end) if anchor else None


def _shown_number(one: ExportedClaim) -> str:
    return f"C{one.number:02d}" if one.number else one.claim.text[:40]
