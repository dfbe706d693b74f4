"""How many: `all`, `most`, `some`, `one`, `none` of a thing, told otherwise by the passage."""

import re
from collections.abc import Sequence

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import clauses, keys_of
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import opposite_words, quantifiers
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
    if exception := _exceptions(case):
        return exception
    mine, theirs = clauses(case.paraphrase.items, case.article.text), clauses(passage.items, case.text_of(passage))
    for clause in mine:
        for item, thing in _quantified(clause):
            others = [c for c in theirs if len(_keys(c) & _keys(clause) - keys_of(thing)) >= 1]
            if not others:
                continue
            best = max(others, key=lambda c: len(_keys(c) & _keys(clause)))
            for other, counted in _quantified(best):
                if keys_of(counted) & keys_of(thing) and _is_other(item, other):
                    return [difference(case, DifferenceKind.WORD_CHANGED, item, 0, other)]
    return []


def _exceptions(case: Case) -> list[Conflict]:
    """Report `all are closed` where the passage, or what follows on it, says that some of them are open.

    Some are a number with `of them` (`eleven of them have opened again`) and a word that says the opposite of one in
    the claim; or a share (`two of the three sheds`) of what the claim says of all.
    """
    every = next((item for item in case.paraphrase.items if _level(item) == _ALL and item.form in quantifiers()), None)
    if every is None:
        return []
    passage = case.paraphrase.passages[0]
    text = case.text_of(passage)
    states = {key for item in case.paraphrase.items for key in opposite_words().get(item.form, ())}
    around = case.paragraph_of(passage)
    for match in _SOME_OF.finditer(text, passage.span.start, passage.span.end + _FOLLOWING):
        after = [item for item in around if match.end() <= item.start < match.end() + _FOLLOWING]
        opposite = any(
            (pair, 1 - side) in states for item in after for pair, side in opposite_words().get(item.form, ())
        )
        if opposite:
            return [difference(case, DifferenceKind.WORD_CHANGED, every, 0, Item(match.start(), match.end(), "some"))]
    return []


_SOME_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|half|several|a few|\d{1,4})"
    r" of (?:them|these|those|the)\b",
    re.IGNORECASE,
)
_FOLLOWING = 120
"""Code points after a passage, or after `some of them`, that are read on."""

_ALL = 5


def _keys(clause: Sequence[Item]) -> frozenset[str]:
    return frozenset().union(*(keys_of(item) for item in clause))


def _is_other(item: Item, other: Item) -> bool:
    """Return whether two words of number are far apart; `one` and `several` are, however near."""
    levels = {_level(item), _level(other)}
    return max(levels) - min(levels) >= 2 or (
        levels == {1, 2} and {item.form, other.form} & {"several", "few"} != set()
    )


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
