"""Who gets what: the review as each profile may see it, and the words that must not be found in its packet.

What a profile withholds is taken out of the review before anything is written, so that no writer can let it slip;
the finished files are then searched for it all the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from reviewer.model.anchor import Anchor
from reviewer.model.claim import Claim, ClaimKind
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Rule
from reviewer.model.packet import PacketOptions, Profile
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.review import Desk, Review
from reviewer.model.source import Grade
from reviewer.model.verdict import Decision, NoteKind

CONFIDENTIAL_NAME = "confidential source"

_WITHHELD_NOTES: Mapping[Profile, frozenset[NoteKind]] = {
    Profile.DESK: frozenset({NoteKind.LEGAL}),
    Profile.LEGAL: frozenset(),
    Profile.REPORTER: frozenset({NoteKind.LEGAL}),
    Profile.OUTSIDE: frozenset(NoteKind),
}


@dataclass(frozen=True)
class Edition:
    """A review as its readers may see it.

    `withheld_texts` are notes and passages of which no run of five words may be found, `withheld_names` words that
    may not be found at all; `excused` is what a run may stand in all the same.
    """

    review: Review
    withheld_texts: tuple[str, ...]
    withheld_names: tuple[str, ...]
    excused: tuple[str, ...]
    hidden: frozenset[str] = frozenset()

    def may_show(self, document: str) -> bool:
        """Return whether the pages of a document may be shown."""
        return document not in self.hidden

    def joined(self, redacted: "Edition") -> "Edition":
        """Return a redacted edition of the same review that is searched for what either of them withholds.

        Names come from this one only: in the redacted one they are blocks, which stand everywhere.
        """
        return Edition(
            redacted.review,
            (*self.withheld_texts, *redacted.withheld_texts),
            self.withheld_names,
            (*self.excused, *redacted.excused),
            redacted.hidden,
        )


def edition_for(review: Review, options: PacketOptions) -> Edition:
    """Return the review without what the profile withholds.

    Raises ReviewerError with NO_ARTICLE, or UNKNOWN_CLAIM when a chosen claim is not in the review.
    """
    article = review.article
    if article is None:
        raise ReviewerError(ProblemCode.NO_ARTICLE)
    texts = [note.text for note in review.desk.notes.values() if note.kind in _WITHHELD_NOTES[options.profile]]
    names: list[str] = []
    hidden: tuple[Document, ...] = ()
    shown = _without_notes(review, options.profile)
    excused = [article.text, *(source.text for source in review.sources)]
    if options.profile is Profile.REPORTER:
        hidden = _confidential(review)
        names = _confidential_names(review, hidden, article)
        texts += [document.text for document in hidden]
        excused = [article.text, *(source.text for source in review.sources if source not in hidden)]
        shown = _without_sources(shown, {document.id for document in hidden})
    if options.profile is Profile.OUTSIDE:
        chosen = chosen_claims(review, options)
        texts += [claim.text for claim in review.claims if claim not in chosen]
        names = [name for name in (review.desk.reporter,) if name]
        excused = [claim.text for claim in chosen]
        shown = _only_claims(shown, chosen)
    hidden_ids = frozenset(document.id for document in hidden)
    return Edition(shown, tuple(filter(None, texts)), tuple(names), tuple(excused), hidden_ids)


def chosen_claims(review: Review, options: PacketOptions) -> tuple[Claim, ...]:
    """Return the claims of an outside packet: those named by id or display number, else the allegations.

    Allegations are the claims to which a response was sought. While none was, they are what the article says in
    its own voice about facts that no source was found to hold; failing that, everything it says in its own voice.
    Raises ReviewerError with UNKNOWN_CLAIM for a claim that is not in the review.
    """
    claims = review.claims
    if options.claims:
        known = {claim.id: claim for claim in claims} | {review.display_id(claim.id): claim for claim in claims}
        unknown = [name for name in options.claims if name not in known]
        if unknown:
            raise ReviewerError(ProblemCode.UNKNOWN_CLAIM, claim=unknown[0])
        wanted = {known[name].id for name in options.claims}
        return tuple(claim for claim in claims if claim.id in wanted)
    kept = [claim for claim in claims if not _is_cut(review, claim)]
    sought = [claim for claim in kept if review.note(claim.id, NoteKind.RESPONSE_SOUGHT)]
    own = [claim for claim in kept if claim.kind in (ClaimKind.ASSERTION, ClaimKind.FIGURE)]
    unsupported = [claim for claim in own if any(f.rule is Rule.UNSUPPORTED for f in review.findings.get(claim.id, ()))]
    return tuple(sought or unsupported or own)


def _is_cut(review: Review, claim: Claim) -> bool:
    verdict = review.verdict(claim)
    return verdict is not None and verdict.decision is Decision.CUT


def _without_notes(review: Review, profile: Profile) -> Review:
    kinds = _WITHHELD_NOTES[profile]
    notes = {key: note for key, note in review.desk.notes.items() if note.kind not in kinds}
    return _with_desk(review, notes=notes)


def _confidential(review: Review) -> tuple[Document, ...]:
    """Return anonymous sources and what came attached to them."""
    anonymous = {entry.document for entry in review.desk.sources if entry.grade is Grade.ANONYMOUS}
    return tuple(source for source in review.sources if source.id in anonymous or source.parent in anonymous)


def _confidential_names(review: Review, hidden: tuple[Document, ...], article: Document) -> list[str]:
    """Return the speakers and file names of confidential sources that the article itself does not print."""
    names: set[str] = set()
    for document in hidden:
        names.add(document.name)
        analysis = review.analyses.get(document.id)
        if analysis:
            names.update(speaker.name for speaker in analysis.speakers)
        entry = review.source_entry(document.id)
        if entry and entry.obtained:
            names.add(entry.obtained)
    return sorted(name for name in names if len(name) > 2 and name.casefold() not in article.text.casefold())


def _without_sources(review: Review, hidden: set[str]) -> Review:
    """Return the review with confidential sources reduced to their label and grade."""
    documents = dict(review.documents)
    for key in hidden:
        documents[key] = Document(
            id=key, name=CONFIDENTIAL_NAME, media_type="", text="", blocks=(), pages=(), typeset=True
        )
    entries = tuple(
        msgspec.structs.replace(entry, obtained="") if entry.document in hidden else entry
        for entry in review.desk.sources
    )
    evidence = {claim: _shown_evidence(found, hidden) for claim, found in review.evidence.items()}
    links = {claim: _shown_evidence(found, hidden) for claim, found in review.desk.links.items()}
    findings = {
        claim: tuple(msgspec.structs.replace(finding, arguments={}) for finding in found)
        if any(item.anchor and item.anchor.document in hidden for item in review.passages(claim))
        else found
        for claim, found in review.findings.items()
    }
    analyses = {key: analysis for key, analysis in review.analyses.items() if key not in hidden}
    changed = msgspec.structs.replace(
        review, documents=documents, evidence=evidence, findings=findings, analyses=analyses
    )
    return _with_desk(changed, sources=entries, links=links)


def _shown_evidence(found: tuple[Evidence, ...], hidden: set[str]) -> tuple[Evidence, ...]:
    return tuple(
        _without_words(item, item.anchor) if item.anchor and item.anchor.document in hidden else item for item in found
    )


def _without_words(evidence: Evidence, anchor: Anchor) -> Evidence:
    """Return evidence that tells which source holds a claim and nothing of where or in which words."""
    return Evidence(evidence.claim, Anchor(anchor.document, 0, 0, ""), evidence.coverage, evidence.supports)


def _only_claims(review: Review, chosen: tuple[Claim, ...]) -> Review:
    """Return a review that holds the chosen claims and nothing about them."""
    article = review.article
    if article is None:
        return review
    desk = Desk(title=review.desk.title, article=article.id, desk_name=review.desk.desk_name, added_claims=chosen)
    numbers = {claim.id: place for place, claim in enumerate(chosen, 1)}
    return Review(desk=desk, documents={article.id: article}, numbers=numbers, revision=review.revision)


def _with_desk(review: Review, **changes: object) -> Review:
    return msgspec.structs.replace(review, desk=msgspec.structs.replace(review.desk, **changes))
