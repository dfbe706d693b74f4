"""Checks of what a child found in documents: every passage must stand where the child says that it stands."""

from collections.abc import Iterable

from reviewer.isolation.validation_of_documents import require
from reviewer.model.analysis import Analysis
from reviewer.model.anchor import Anchor
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import AlignedRun, Difference, Evidence
from reviewer.model.geometry import Span
from reviewer.model.request import MatchClaims, Matched

_ONE = 1 + 1e-6
_INDEX = 24
"""Bytes of an index for a code point of its text: more than one of nothing but different words needs."""


def check_analysis(document: Document, untrusted: Analysis) -> None:
    """Check every place in an analysis against the document that was sent. Raises GarbledError."""
    length = len(document.text)
    require(untrusted.document == document.id, "the analysis of another document")
    for claim in untrusted.claims:
        _check_claim(document, claim)
    require(len({claim.id for claim in untrusted.claims}) == len(untrusted.claims), "two claims of one id")
    for speaker in untrusted.speakers:
        _check_spans(speaker.mentions, length)
    for check in untrusted.checks:
        require(0 <= check.start <= check.end <= length, "a check outside the text")
    for sensitive in untrusted.sensitive:
        require(0 <= sensitive.start <= sensitive.end <= length, "sensitive data outside the text")
    _check_spans(untrusted.furniture, length)


def check_matches(request: MatchClaims, untrusted: Matched) -> None:
    """Check evidence and findings against the claims and sources that were sent. Raises GarbledError."""
    claims = {claim.id for claim in request.claims}
    sources = {source.id: source for source in request.sources}
    require(claims >= untrusted.evidence.keys() | untrusted.findings.keys(), "a claim that was not sent")
    require(claims >= set(untrusted.uncompared), "a claim that was not sent")
    for document, index in untrusted.indexes.items():
        require(document in sources, "the index of a source that was not sent")
        require(len(index) <= _INDEX * len(sources[document].text), "an index far larger than its text")
    for document, share in untrusted.lifted.items():
        require(document in sources, "a share lifted from a source that was not sent")
        require(0 <= share <= _ONE, "a share outside 0 to 1")
    for claim, passages in untrusted.evidence.items():
        for passage in passages:
            require(passage.claim == claim, "evidence under another claim")
            _check_evidence(passage, sources, len(request.article.text))
    for claim, findings in untrusted.findings.items():
        passages = untrusted.evidence.get(claim, ())
        for finding in findings:
            require(finding.claim == claim, "a finding under another claim")
            require(finding.evidence is None or 0 <= finding.evidence <= len(passages), "a finding about no passage")


def _check_claim(document: Document, untrusted: Claim) -> None:
    length = len(document.text)
    _check_anchor(untrusted.anchor, document)
    _check_spans(untrusted.quoted, length)
    require(0 <= untrusted.worth_checking <= _ONE, "a worth outside 0 to 1")
    attribution = untrusted.attribution
    if attribution is not None:
        _check_spans((span for span in (attribution.speaker_span, attribution.cue_span) if span), length)


def _check_evidence(untrusted: Evidence, sources: dict[str, Document], article_length: int) -> None:
    require(0 <= untrusted.coverage <= _ONE, "a coverage outside 0 to 1")
    anchors = [anchor for anchor in (untrusted.anchor, *untrusted.segments) if anchor is not None]
    for anchor in anchors:
        require(anchor.document in sources, "a passage in a source that was not sent")
        _check_anchor(anchor, sources[anchor.document])
    source_length = max((len(sources[anchor.document].text) for anchor in anchors), default=0)
    parts: tuple[Difference | AlignedRun, ...] = (*untrusted.differences, *untrusted.runs)
    for part in parts:
        require(0 <= part.article_start <= part.article_end <= article_length, "a difference outside the article")
        require(0 <= part.source_start <= part.source_end <= source_length, "a difference outside the source")


def _check_anchor(untrusted: Anchor, document: Document) -> None:
    require(untrusted.document == document.id, "an anchor in another document")
    require(0 <= untrusted.start <= untrusted.end <= len(document.text), "an anchor outside the text")
    require(document.text[untrusted.start : untrusted.end] == untrusted.exact, "words that do not stand there")


def _check_spans(untrusted: Iterable[Span], length: int) -> None:
    for span in untrusted:
        require(span.end <= length, "a stretch outside the text")
