"""The JSON of `reviewer check`: a contract that other programs rely on, so fields are added but never renamed."""

import hashlib
from typing import Any

from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.finding import worst
from reviewer.model.locator import locate_on_pages
from reviewer.model.review import Review


def review_as_json(review: Review) -> dict[str, Any]:
    """Return the findings of a review with an article as plain data.

    Offsets are code points in each document's text. `finding` is the worst of `findings`, in the order of
    `model.finding.Rule`. `source` and its offsets are null when no source holds the claim; the nearest passage then
    stands under `nearest`. Raises ValueError when there is no article.
    """
    article = review.article
    if article is None:
        raise ValueError("a review without an article has no findings")
    analysis = review.analyses[article.id]
    return {
        "article": article.name,
        "text_sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "claims": [_claim(review, claim) for claim in review.claims],
        "internal": [_internal(check) for check in analysis.checks],
        "boilerplate": [{"start": span.start, "end": span.end} for span in analysis.furniture],
        "sensitive": _sensitive(review, article),
        "published": analysis.published,
        "model": analysis.model,
        "sources": [_source(review, source) for source in review.sources],
    }


def detail_of(check: InternalCheck) -> str:
    """Return what shows the slip: its working when there is one ("12 of 40 is 30 percent, not 25"), else its values."""
    if "working" in check.arguments:
        says_wrong = check.kind not in (CheckKind.NAME_SPELLING, CheckKind.UNBALANCED_QUOTE)
        return check.arguments["working"] + (f", not {check.arguments['printed']}" if says_wrong else "")
    return "; ".join(f"{name}: {value}" for name, value in check.arguments.items())


def _claim(review: Review, claim: Claim) -> dict[str, Any]:
    findings = review.findings.get(claim.id, ())
    first = worst(findings)
    passage = review.passage(claim.id)
    said = claim.attribution
    return {
        "id": review.display_id(claim.id),
        "start": claim.anchor.start,
        "end": claim.anchor.end,
        "kind": claim.kind.value,
        "text": claim.text,
        "said": [{"start": span.start, "end": span.end} for span in claim.said],
        "place": claim.place.value,
        "speaker": said.resolved if said else None,
        "speaker_text": said.speaker if said else None,
        "resolved_from": said.resolved_from if said else None,
        "cue": said.cue if said else None,
        "score": round(claim.worth_checking, 3),
        **_passage(review, passage if passage and passage.supports else None),
        "nearest": _passage(review, passage) if passage and not passage.supports else None,
        "finding": first.rule.value if first else None,
        "findings": [
            {"rule": finding.rule.value, "arguments": finding.arguments}
            for finding in sorted(findings, key=lambda finding: -finding.severity)
        ],
        "differences": [
            {
                "type": difference.kind.value,
                "article": difference.article,
                "source": difference.source,
                "harmless": difference.harmless,
            }
            for difference in (passage.differences if passage else ())
        ],
    }


def _passage(review: Review, passage: Evidence | None) -> dict[str, Any]:
    if passage is None or passage.anchor is None:
        return {"source": None, "source_start": None, "source_end": None, "locator": None}
    anchor = passage.anchor
    document = review.documents[anchor.document]
    entry = review.source_entry(document.id)
    locator = locate_on_pages(document, anchor.span)
    return {
        "source": document.name,
        "source_start": anchor.start,
        "source_end": anchor.end,
        "locator": f"{entry.label if entry else document.name} {locator}" if locator else None,
    }


def _internal(check: InternalCheck) -> dict[str, Any]:
    return {"start": check.start, "end": check.end, "kind": check.kind.value, "detail": detail_of(check)}


def _sensitive(review: Review, article: Document) -> list[dict[str, Any]]:
    return [
        {
            "where": "article" if document.id == article.id else document.name,
            "start": found.start,
            "end": found.end,
            "kind": found.kind.value,
        }
        for document in (article, *review.sources)
        if document.id in review.analyses
        for found in review.analyses[document.id].sensitive
    ]


def _source(review: Review, source: Document) -> dict[str, Any]:
    entry = review.source_entry(source.id)
    return {
        "source": source.name,
        "label": entry.label if entry else None,
        "sha256": source.id,
        "kind": entry.kind.value if entry else None,
        "grade": entry.grade.value if entry else None,
        "lifted": round(review.lifted.get(source.id, 0.0), 4),
        "notices": [{"code": notice.code.value, "arguments": notice.arguments} for notice in source.notices],
    }
