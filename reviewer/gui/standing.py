"""The window's words for how far a review is."""

from reviewer.gui.translation import noop, translated
from reviewer.model.standing import Standing
from reviewer.model.verdict import Decision

REASONS: dict[Decision | None, str] = {
    None: noop("Standing", "{count} open"),
    Decision.FIX: noop("Standing", "{count} to fix"),
    Decision.CUT: noop("Standing", "{count} to cut"),
    Decision.UNSOURCED: noop("Standing", "{count} unsourced"),
    Decision.QUERY: noop("Standing", "{count} queried"),
}
MOST_REASONS = 2


def reasons_of(standing: Standing) -> list[str]:
    """Return in words why the article has to wait, what is open first; empty when it need not."""
    return _claim_reasons(standing)


def short_reasons_of(standing: Standing) -> list[str]:
    """Return the same with at most two parts about claims, for a narrow place."""
    reasons = _claim_reasons(standing)
    if len(reasons) > MOST_REASONS:
        to_settle = _words(noop("Standing", "{count} to settle"), standing.must_change)
        reasons = [*reasons[: bool(standing.by_decision[None])], to_settle]
    return reasons


def _claim_reasons(standing: Standing) -> list[str]:
    if not standing.total:
        return [translated("Standing", noop("Standing", "nothing checked yet"))]
    counts = standing.by_decision
    return [_words(text, counts[one]) for one, text in REASONS.items() if counts[one]]


def _words(text: str, count: int) -> str:
    return translated("Standing", text).format(count=count)
