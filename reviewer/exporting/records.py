"""The claim record: everything a packet says about one claim, gathered once for PDF, DOCX and data alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.model.claim import Claim, ClaimKind
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.finding import CLEAN, Finding, Tone, tone_of
from reviewer.model.geometry import Span
from reviewer.model.locator import Locator, locate_on_pages
from reviewer.model.review import Review
from reviewer.model.source import SourceEntry
from reviewer.model.standing import MAY_RUN
from reviewer.model.verdict import Correction, Decision, NoteKind, Signature, Verdict


@dataclass(frozen=True)
class SourcePassage:
    """A passage in a source: how the source stands in the review, the words, and where they stand."""

    entry: SourceEntry
    document: Document
    evidence: Evidence
    span: Span
    text: str
    locator: str

    @property
    def reference(self) -> str:
        """Return "S1 p1 l4–5"."""
        return f"{self.entry.label} {self.locator}".strip()


@dataclass(frozen=True)
class ClaimRecord:
    """One claim with what was found and decided; `locator` is where it stands in the article.

    `passages` hold the claim, the one shown first; `nearest` is the nearest passage where none holds it.
    `carried` says what became of the verdict on a new draft: unchanged, recheck, new, gone.
    """

    claim: Claim
    number: str
    locator: str
    tone: Tone
    findings: tuple[Finding, ...]
    passages: tuple[SourcePassage, ...]
    nearest: SourcePassage | None
    verdict: Verdict | None
    correction: Correction | None
    second: Signature | None
    notes: Mapping[NoteKind, str]
    carried: str = ""

    @property
    def decision(self) -> Decision | None:
        """Return the verdict's decision, None while the claim is open."""
        return self.verdict.decision if self.verdict else None

    @property
    def needs_action(self) -> bool:
        """Return whether the article cannot run before something happens to this claim."""
        return self.decision not in MAY_RUN

    @property
    def differs(self) -> bool:
        """Return whether a passage was found, and may be shown, that the claim does not agree with."""
        shown = self.passage is not None and bool(self.passage.text)
        return shown and any(finding.rule not in CLEAN for finding in self.findings)

    @property
    def passage(self) -> SourcePassage | None:
        """Return the passage shown."""
        return self.passages[0] if self.passages else None

    @property
    def rule(self) -> str:
        """Return the worst finding as words; empty when the machine found nothing."""
        return wording.rule_words(self.findings[0].rule) if self.findings else ""

    @property
    def other_rules(self) -> tuple[str, ...]:
        """Return the other findings as words."""
        first, *others = [wording.rule_words(finding.rule) for finding in self.findings] or [""]
        return tuple(dict.fromkeys(other for other in others if other != first))

    @property
    def references(self) -> str:
        """Return the passage shown as "S1 p1 l4–5", "" when there is none."""
        return self.passage.reference if self.passage else ""

    @property
    def said_by(self) -> str:
        """Return who says it: the resolved speaker, or the newsroom itself."""
        attribution = self.claim.attribution
        if attribution and (attribution.resolved or attribution.speaker):
            return attribution.resolved or attribution.speaker
        return "Newsroom" if self.claim.kind in (ClaimKind.FIGURE, ClaimKind.ASSERTION) else "speaker not found"

    @property
    def description(self) -> str:
        """Return "figure, Newsroom, body l8–9"."""
        kind, place = wording.kind_words(self.claim.kind), self.claim.place.value
        return ", ".join(part for part in (kind, self.said_by, f"{place} {self.locator}".strip()) if part)

    @property
    def initials(self) -> str:
        """Return the initials of checker and second reader."""
        signed = [self.verdict.by.initials if self.verdict else "", self.second.initials if self.second else ""]
        return " ".join(part for part in signed if part)


def build_records(review: Review) -> tuple[ClaimRecord, ...]:
    """Return the records of all claims in text order."""
    article = review.article
    if article is None:
        return ()
    return tuple(_record(review, article, claim) for claim in review.claims)


def printed_locator(locator: Locator | None) -> str:
    """Return a locator as it is printed, with en dashes; empty for a passage on no page."""
    return str(locator).replace("-", "–") if locator else ""


def one_line(text: str) -> str:
    """Return text with every run of white space made one space."""
    return " ".join(text.split())


def _record(review: Review, article: Document, claim: Claim) -> ClaimRecord:
    passages, nearest = _passages(review, claim.id)
    findings = sorted(review.findings.get(claim.id, ()), key=lambda finding: -finding.severity)
    desk = review.desk
    verdict = review.verdict(claim)
    return ClaimRecord(
        claim=claim,
        number=review.display_id(claim.id) or "–",
        locator=printed_locator(locate_on_pages(article, claim.span)),
        tone=tone_of(tuple(findings)),
        findings=tuple(findings),
        passages=passages,
        nearest=nearest,
        verdict=verdict,
        correction=desk.corrections.get(claim.id),
        second=desk.second_readings.get(claim.id) if verdict else None,
        notes={kind: review.note(claim.id, kind) for kind in NoteKind},
        carried=review.carried[claim.id].value if claim.id in review.carried else "",
    )


def _passages(review: Review, claim: str) -> tuple[tuple[SourcePassage, ...], SourcePassage | None]:
    """Return the passages that hold the claim, the one shown first, and the nearest one when none does.

    A passage that an editor linked or chose counts whatever the machine thinks of it.
    """
    shown = review.passage(claim)
    if shown is None:
        return (), None
    chosen = claim in review.desk.candidates or shown in review.desk.links.get(claim, ())
    others = [other for other in review.passages(claim) if other is not shown and other.supports]
    first = _passage(review, shown)
    if first is None or not (shown.supports or chosen):
        return tuple(filter(None, (_passage(review, other) for other in others))), first
    return tuple(filter(None, (first, *(_passage(review, other) for other in others)))), None


def _passage(review: Review, evidence: Evidence) -> SourcePassage | None:
    anchor = evidence.anchor
    if anchor is None:
        return None
    entry, document = review.source_entry(anchor.document), review.documents.get(anchor.document)
    if entry is None or document is None:
        return None
    locator = printed_locator(locate_on_pages(document, anchor.span))
    return SourcePassage(entry, document, evidence, anchor.span, anchor.exact, locator)
