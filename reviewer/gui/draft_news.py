"""What a new draft did to the verdicts, in one sentence: nothing moves silently."""

from collections import Counter

from reviewer.gui.translation import noop, translated
from reviewer.model.review import Review
from reviewer.model.verdict import CarryOver
from reviewer.reviewing.session import Change

KEPT, REOPENED, CHANGED, NEW, GONE = (
    noop("Drafts", "{count} verdicts carried"),
    noop("Drafts", "{count} judged claims reworded and open again"),
    noop("Drafts", "{count} open claims reworded"),
    noop("Drafts", "{count} new claims"),
    noop("Drafts", "{count} judged claims gone"),
)
PARTS = (KEPT, REOPENED, CHANGED, NEW, GONE)


def draft_news(change: Change) -> str:
    """Return what became of the claims when a later draft was analysed; empty when nothing did."""
    carried, draft = change.after.carried, change.after.desk.draft
    if draft < 2 or carried is change.before.carried or not carried or change.before.carried == carried:
        return ""
    counts = _counts(change.after)
    parts = [translated("Drafts", text).format(count=counts[text]) for text in PARTS if counts[text]]
    title = translated("Drafts", noop("Drafts", "Draft {number}: {what}."))
    nothing = translated("Drafts", noop("Drafts", "the claims are the same"))
    return title.format(number=draft, what=", ".join(parts) or nothing)


def _counts(review: Review) -> Counter[str]:
    verdicts, counts = review.desk.verdicts, Counter[str]()
    counts[KEPT] = sum(review.verdict(claim) is not None for claim in review.claims)
    for claim, became in review.carried.items():
        if became is CarryOver.RECHECK:
            counts[REOPENED if claim in verdicts else CHANGED] += 1
        elif became is CarryOver.NEW:
            counts[NEW] += 1
        elif became is CarryOver.GONE:
            counts[GONE] += 1
    return counts
