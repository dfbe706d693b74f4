"""A claim in other words that denies what its passage says, or says what it denies."""

import re
from collections.abc import Sequence

from reviewer.matching.content import Hit
from reviewer.matching.differences.negation import are_opposites, is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.62
_SCOPE = 4
"""Items before a word in which a denial reaches it."""

_CLAUSE_END = re.compile(r"[,;:.!?–—]|\b(?:but|and|or|while|whereas|although)\b", re.IGNORECASE)


def negation_conflicts(case: Case) -> list[Conflict]:
    """Report a denial that only one side has over the same word, when the passage holds most of the claim."""
    if not case.paraphrase.passages:
        return []
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    mine = _denied(case.paraphrase.items, case.article.text)
    theirs = _denied(passage.items, case.text_of(passage))
    split = [hit for hit in passage.hits if hit.point.item.kind is ItemKind.WORD]
    mismatched = [hit for hit in split if (hit.point.item.start in mine) != (hit.item.start in theirs)]
    agreeing = [hit for hit in split if hit.point.item.start in mine and hit.item.start in theirs]
    opposite = _opposite(case, passage.items)
    both_deny = any(map(is_negation, case.paraphrase.items)) and any(map(is_negation, passage.items))
    if both_deny or bool(mine) == bool(theirs) or agreeing or opposite or not mismatched:
        return []
    denying = [item for item in (passage.items if theirs else case.paraphrase.items) if is_negation(item)]
    hit = _nearest(mismatched, denying[0], bool(theirs))
    if theirs:
        return [difference(case, DifferenceKind.NEGATION, hit.point.item, 0, denying[0])]
    return [difference(case, DifferenceKind.NEGATION, denying[0], 0, hit.item)]


def _denied(items: Sequence[Item], text: str) -> set[int]:
    """Return the starts of the words that a denial before them reaches within the clause."""
    reached: set[int] = set()
    for at, item in enumerate(items):
        if not is_negation(item):
            continue
        for other in items[at + 1 : at + 1 + _SCOPE]:
            if _CLAUSE_END.search(text[item.end : other.start]):
                break
            reached.add(other.start)
    return reached


def _opposite(case: Case, theirs: Sequence[Item]) -> bool:
    return any(are_opposites(a.form, b.form) for a in case.paraphrase.items for b in theirs)


def _nearest(hits: Sequence[Hit], denying: Item, in_source: bool) -> Hit:
    return min(hits, key=lambda h: abs((h.item if in_source else h.point.item).start - denying.start))
