"""Published checks in the vocabulary that search engines and archives of fact checks read.

https://schema.org/ClaimReview : what was claimed, by whom, where, and how the check ended. Open claims are no checks
and are left out, as is everything the desk notes for itself.
"""

import json
from collections.abc import Iterable
from typing import Any

from reviewer.exporting import wording
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.model.verdict import Decision

_RATINGS: dict[Decision, int] = {Decision.VERIFIED: 5, Decision.FIX: 2, Decision.UNSOURCED: 2, Decision.CUT: 1}
"""From 1, must not stand, to 5, stands as printed. Queries and what cannot be checked get words but no number."""


def claim_reviews(facts: PacketFacts) -> bytes:
    """Return one ClaimReview a judged claim as JSON-LD; same review and options, same bytes."""
    graph = [_review(facts, record) for record in _judged(facts.records)]
    document = {"@context": "https://schema.org", "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _judged(records: Iterable[ClaimRecord]) -> Iterable[ClaimRecord]:
    return (record for record in records if record.verdict is not None)


def _review(facts: PacketFacts, record: ClaimRecord) -> dict[str, Any]:
    assert record.verdict is not None
    decision = record.verdict.decision
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": wording.DECISIONS[decision]}
    if decision in _RATINGS:
        rating |= {"ratingValue": _RATINGS[decision], "worstRating": 1, "bestRating": 5}
    made: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"urn:reviewer:claim:{record.claim.id}",
        "claimReviewed": one_line(record.claim.text),
        "itemReviewed": _claim(facts, record),
        "reviewRating": rating,
        "datePublished": record.verdict.by.at[:10],
    }
    if facts.review.desk.desk_name:
        made["author"] = {"@type": "Organization", "name": facts.review.desk.desk_name}
    if record.correction is not None:
        made["reviewBody"] = one_line(record.correction.text)
    return made


def _claim(facts: PacketFacts, record: ClaimRecord) -> dict[str, Any]:
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": facts.headline or facts.slug,
        "identifier": f"urn:sha256:{facts.article.id}",
    }
    if facts.article.published:
        article["datePublished"] = facts.article.published
    claim: dict[str, Any] = {"@type": "Claim", "appearance": article}
    said = record.claim.attribution
    if said is not None and said.resolved:
        claim["author"] = {"@type": "Thing", "name": said.resolved}
    return claim
