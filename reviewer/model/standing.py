"""How far a review is: judged, open, and what stands in the way of printing the article."""

from collections import Counter
from dataclasses import dataclass

from reviewer.model.review import Review
from reviewer.model.verdict import Decision

MAY_RUN: frozenset[Decision | None] = frozenset({Decision.VERIFIED, Decision.NOT_CHECKABLE})
"""Verdicts after which a claim may run as it stands; after any other, and without one, something has to be done."""


@dataclass(frozen=True)
class Standing:
    """Numbers of claims by verdict (None is open), and of redaction marks, which keep nothing from running."""

    by_decision: Counter[Decision | None]
    marks: int = 0

    @property
    def total(self) -> int:
        """Return how many claims there are."""
        return self.by_decision.total()

    @property
    def judged(self) -> int:
        """Return how many claims have a verdict."""
        return self.total - self.by_decision[None]

    @property
    def in_the_way(self) -> int:
        """Return how many claims keep the article from running."""
        return sum(count for decision, count in self.by_decision.items() if decision not in MAY_RUN)

    @property
    def must_change(self) -> int:
        """Return how many judged claims still need something done."""
        return self.in_the_way - self.by_decision[None]

    @property
    def is_held(self) -> bool:
        """Return whether the article has to wait: something is in the way, or nothing was checked."""
        return bool(self.in_the_way) or not self.total


def standing_of(review: Review) -> Standing:
    """Count a review's claims by the verdicts that hold, and its redaction marks."""
    decisions: Counter[Decision | None] = Counter()
    for claim in review.claims:
        verdict = review.verdict(claim)
        decisions[verdict.decision if verdict else None] += 1
    return Standing(decisions, len(review.desk.marks))
