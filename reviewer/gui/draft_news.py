"""What a new draft did to the verdicts, in one sentence: nothing moves silently."""

from collections import Counter

from reviewer.gui.translation import noop, translated
from reviewer.model.verdict import CarryOver
from reviewer.reviewing.session import Change

PARTS: dict[CarryOver, str] = {
    CarryOver.UNCHANGED: noop("Drafts", "{count} verdicts carried"),
    CarryOver.RECHECK: noop("Drafts", "{count} to check again"),
    CarryOver.NEW: noop("Drafts", "{count} new claims"),
    CarryOver.GONE: noop("Drafts", "{count} claims gone"),
}


def draft_news(change: Change) -> str:
    """Return what became of the claims when a later draft was analysed; empty when nothing did."""
    carried, draft = change.after.carried, change.after.desk.draft
    if draft < 2 or carried is change.before.carried or not carried or change.before.carried == carried:
        return ""
    counts = Counter(carried.values())
    parts = [translated("Drafts", text).format(count=counts[one]) for one, text in PARTS.items() if counts[one]]
    title = translated("Drafts", noop("Drafts", "Draft {number}: {what}."))
    return title.format(number=draft, what=", ".join(parts))
