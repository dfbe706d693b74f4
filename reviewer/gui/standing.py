"""How far a review is: judged, open, and what stands in the way."""

from collections import Counter
from dataclasses import dataclass

from reviewer.model.review import Review
from reviewer.model.verdict import Decision

DONE = (Decision.VERIFIED, Decision.NOT_CHECKABLE)
"""Verdicts after which a claim may run as it stands; after any other, something has to be done first."""


@dataclass(frozen=True)
class Standing:
    """Numbers of claims: all, judged, and by verdict (None is open)."""

    total: int
    judged: int
    by_decision: Counter[Decision | None]

    @property
    def in_the_way(self) -> int:
        """Return how many claims keep the article from running."""
        return self.total - sum(self.by_decision[decision] for decision in DONE)

    @property
    def must_change(self) -> int:
        """Return how many judged claims still need something done."""
        return self.in_the_way - self.by_decision[None]


def standing_of(review: Review) -> Standing:
    """Count a review's claims by verdict."""
    decisions: Counter[Decision | None] = Counter()
    for claim in review.claims:
        verdict = review.verdict(claim)
        decisions[verdict.decision if verdict else None] += 1
    total = decisions.total()
    return Standing(total, total - decisions[None], decisions)
