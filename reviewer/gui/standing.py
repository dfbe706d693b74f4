"""How far a review is: judged, open, and what stands in the way."""

from collections import Counter
from dataclasses import dataclass

from reviewer.gui.translation import noop, translated
from reviewer.model.review import Review
from reviewer.model.verdict import Decision

DONE = (Decision.VERIFIED, Decision.NOT_CHECKABLE)
"""Verdicts after which a claim may run as it stands; after any other, something has to be done first."""

REASONS: dict[Decision | None, str] = {
    None: noop("Standing", "{count} open"),
    Decision.FIX: noop("Standing", "{count} to fix"),
    Decision.CUT: noop("Standing", "{count} to cut"),
    Decision.UNSOURCED: noop("Standing", "{count} unsourced"),
    Decision.QUERY: noop("Standing", "{count} queried"),
}
MOST_REASONS = 2


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
    def is_held(self) -> bool:
        """Return whether the article has to wait: something is in the way, or nothing was checked."""
        return bool(self.in_the_way) or not self.total

    @property
    def reasons(self) -> list[str]:
        """Return in words why it has to wait, what is open first; empty when it need not."""
        if not self.total:
            return [translated("Standing", noop("Standing", "nothing checked yet"))]
        counts = self.by_decision
        return [translated("Standing", text).format(count=counts[one]) for one, text in REASONS.items() if counts[one]]

    @property
    def short_reasons(self) -> list[str]:
        """Return the same in at most two parts, for a narrow place."""
        reasons = self.reasons
        if len(reasons) <= MOST_REASONS:
            return reasons
        return [*reasons[: bool(self.by_decision[None])], self._to_settle()]

    def _to_settle(self) -> str:
        return translated("Standing", noop("Standing", "{count} to settle")).format(count=self.must_change)

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
