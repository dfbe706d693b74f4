"""Part of a claim that no source holds: `the second half is in no source`."""

from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case

_FEWEST = 3
"""Telling words of a clause from which it says something of its own."""

_HELD = 0.2
"""Share of a clause's weight up to which it is not held: a word in common is chance."""


def unheld_clause(case: Case) -> str:
    """Return the words of the first clause of a claim that none of its passages holds, empty when each is held.

    Only of a claim with another clause that is held: of one that stands nowhere all is missing, and is called so.
    """
    passages = (*case.paraphrase.passages, *case.paraphrase.others)
    held = {hit.point.item.start for passage in passages for hit in passage.hits}
    found = ""
    is_held_elsewhere = False
    for clause in clauses(case.paraphrase.items, case.article.text):
        starts = {item.start for item in clause}
        points = [point for point in case.paraphrase.points if point.item.start in starts]
        weight = sum(point.weight for point in points)
        share = sum(point.weight for point in points if point.item.start in held) / weight if weight else 0.0
        if len(points) >= _FEWEST and share <= _HELD:
            found = found or case.article.text[clause[0].start : clause[-1].end]
        elif share > _HELD:
            is_held_elsewhere = True
    return found if is_held_elsewhere else ""
