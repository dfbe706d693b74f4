"""What is marked on a galley: claims in the article, and in each source the passages they rest on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reviewer.gui.positions import boxes_of
from reviewer.gui.wording import decision_word
from reviewer.model.anchor import Anchor, locate
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, Evidence
from reviewer.model.finding import Tone, tone_of
from reviewer.model.geometry import Span
from reviewer.model.locator import LineBox
from reviewer.model.review import Review
from reviewer.model.verdict import Decision


@dataclass(frozen=True)
class GalleyMark:
    """A claim as it is drawn on a galley; boxes in points of their pages.

    `claim` is its id and `label` its display number. `tone` chooses tint and underline, `decision` the shape in the
    margin. `changed` are the words in it that differ from the other side. `nearest_only` marks a passage that does
    not hold the claim: it is drawn only while the claim is the current one.
    """

    claim: str
    label: str
    boxes: tuple[LineBox, ...]
    tone: Tone
    decision: Decision | None
    changed: tuple[LineBox, ...] = ()
    nearest_only: bool = False


def article_marks(review: Review) -> tuple[GalleyMark, ...]:
    """Return the marks of the article, one for each claim that stands on its pages."""
    article = review.article
    if article is None:
        return ()
    marks = []
    for claim in review.claims:
        span = locate(claim.anchor, article)
        if span is None:
            continue
        changed = (Span(d.article_start, d.article_end) for d in _harmful(review.passage(claim.id)))
        marks.append(_mark(review, claim, boxes_of(article, span), _inside(article, span, changed)))
    return tuple(mark for mark in marks if mark.boxes)


def source_marks(review: Review, document: str) -> tuple[GalleyMark, ...]:
    """Return the marks of a source, one for each claim whose shown passage stands in it."""
    source = review.documents.get(document)
    if source is None:
        return ()
    marks = []
    for claim in review.claims:
        evidence = review.passage(claim.id)
        spans = passage_spans(evidence, source)
        if not spans:
            continue
        boxes = tuple(box for span in spans for box in boxes_of(source, span))
        changed = [Span(d.source_start, d.source_end) for d in _harmful(evidence)]
        words = tuple(box for span in spans for box in _inside(source, span, changed))
        supports = evidence is not None and evidence.supports
        marks.append(replace(_mark(review, claim, boxes, words), nearest_only=not supports))
    return tuple(mark for mark in marks if mark.boxes)


def mark_hint(mark: GalleyMark) -> str:
    """Return a mark's number and verdict in words, for hints and screen readers."""
    return f"{mark.label} · {decision_word(mark.decision)}"


def passage_spans(evidence: Evidence | None, source: Document) -> tuple[Span, ...]:
    """Return where a claim's passage stands in a source: several stretches when it was spliced from them."""
    if evidence is None:
        return ()
    anchors: tuple[Anchor | None, ...] = evidence.segments or (evidence.anchor,)
    here = [anchor for anchor in anchors if anchor is not None and anchor.document == source.id]
    found = [locate(anchor, source) for anchor in here]
    return tuple(span for span in found if span is not None and span.length)


def _mark(review: Review, claim: Claim, boxes: tuple[LineBox, ...], changed: tuple[LineBox, ...]) -> GalleyMark:
    verdict = review.verdict(claim)
    return GalleyMark(
        claim=claim.id,
        label=review.display_id(claim.id),
        boxes=boxes,
        tone=tone_of(review.findings.get(claim.id, ())),
        decision=verdict.decision if verdict else None,
        changed=changed,
    )


def _harmful(evidence: Evidence | None) -> tuple[Difference, ...]:
    if evidence is None:
        return ()
    return tuple(difference for difference in evidence.differences if not difference.harmless)


def _inside(document: Document, whole: Span, parts: Iterable[Span]) -> tuple[LineBox, ...]:
    kept = (part for part in parts if part.length and whole.contains(part))
    return tuple(box for part in kept for box in boxes_of(document, part))
