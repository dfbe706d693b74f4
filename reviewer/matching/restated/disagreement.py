"""Sources that disagree with one another about the newsroom's own claim."""

import msgspec

from reviewer.matching.paraphrased import Passage
from reviewer.matching.restated.check import Case, Conflict
from reviewer.matching.restated.contradiction import denied_differences, turned_round
from reviewer.matching.restated.date import date_conflicts
from reviewer.matching.restated.figure import figure_conflicts
from reviewer.matching.restated.negation import negation_conflicts

_LEAST_HELD = 0.65
"""Share of the claim that another source must hold to speak of the same thing."""


def disagreeing(case: Case) -> tuple[int, Conflict] | None:
    """Return the rank of a passage in another source that says otherwise than the first one, and how.

    Asked only for a claim that its first passage supports and that names nobody who says so: attributed, it is right
    whoever disagrees.
    """
    first = case.paraphrase.passages[0]
    for rank, passage in enumerate((*case.paraphrase.passages, *case.paraphrase.others)):
        if passage.source == first.source:
            continue
        conflict = _conflict(case, passage)
        if conflict and passage.share + _weight(case, conflict) >= _LEAST_HELD:
            return rank, conflict
    return None


def _weight(case: Case, conflict: Conflict) -> float:
    """Return the share of the claim that the disputed item makes up: the passage cannot hold it, or it would agree."""
    points = case.paraphrase.points
    disputed = sum(p.weight for p in points if p.item.start == conflict.difference.article_start and p.item.quantity)
    return disputed / (sum(p.weight for p in points) or 1.0)


def _conflict(case: Case, passage: Passage) -> Conflict | None:
    alone = msgspec.structs.replace(
        case, paraphrase=msgspec.structs.replace(case.paraphrase, passages=(passage,), others=())
    )
    checks = (figure_conflicts, date_conflicts, denied_differences, turned_round, negation_conflicts)
    return next((c for check in checks for c in check(alone) if not c.difference.harmless), None)
