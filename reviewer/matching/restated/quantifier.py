"""How many: `all`, `most`, `some`, `one`, `none` of a thing, told otherwise by the passage."""

from collections.abc import Sequence

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import clauses, keys_of
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import quantifiers
from reviewer.model.evidence import DifferenceKind

_BESIDE = 2
_LEAST_HELD = 0.5


def quantifier_conflicts(case: Case) -> list[Conflict]:
    """Report `all` or `both` of a thing of which the passage says it of one, some or most only, and the reverse.

    The thing must stand right after both words of number, and the rest of the claim's clause must have more in
    common with that clause of the passage than with any other.
    """
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    mine, theirs = clauses(case.paraphrase.items, case.article.text), clauses(passage.items, case.text_of(passage))
    for clause in mine:
        for item, thing in _quantified(clause):
            others = [c for c in theirs if len(_keys(c) & _keys(clause) - keys_of(thing)) >= 1]
            if not others:
                continue
            best = max(others, key=lambda c: len(_keys(c) & _keys(clause)))
            for other, counted in _quantified(best):
                if keys_of(counted) & keys_of(thing) and abs(_level(item) - _level(other)) >= 2:
                    return [difference(case, DifferenceKind.WORD_CHANGED, item, 0, other)]
    return []


def _keys(clause: Sequence[Item]) -> frozenset[str]:
    return frozenset().union(*(keys_of(item) for item in clause))


def _level(item: Item) -> int:
    return quantifiers().get(item.form, 0)


def _quantified(clause: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Return each word of number with the word after it that says what it counts."""
    found = []
    for at, item in enumerate(clause):
        if item.form not in quantifiers():
            continue
        for thing in clause[at + 1 : at + 2 + _BESIDE]:
            if thing.kind is ItemKind.WORD and keys_of(thing):
                found.append((item, thing))
                break
    return found
