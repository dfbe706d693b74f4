"""Sources that say otherwise than the newsroom's own claim."""

from collections.abc import Sequence

from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import opposite_words, word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.5
_DIFFERENCES = word_list("differences")
_ADVERBS = word_list("adverbs_of_degree")
_COMPARING = word_list("comparing")


def denied_differences(case: Case) -> list[Conflict]:
    """Report a claim that compares (`thicker than`) where the passage finds no difference."""
    compares = [
        i for i in case.paraphrase.items if i.form in _COMPARING or (i.form.endswith("er") and _precedes_than(i, case))
    ]
    if not compares or any(is_negation(item) for item in case.paraphrase.items):
        return []
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        if passage.share < 0.4:
            continue
        denial = _no_difference(passage.items)
        if denial:
            return [difference(case, DifferenceKind.NEGATION, compares[0], rank, denial)]
    return []


def _precedes_than(item: Item, case: Case) -> bool:
    items = case.paraphrase.items
    at = next(place for place, other in enumerate(items) if other.start == item.start)
    return any(other.form == "than" for other in items[at + 1 : at + 4])


def _no_difference(items: tuple[Item, ...]) -> Item | None:
    for at, item in enumerate(items):
        if item.form not in ("no", "not", "without") or item.kind is not ItemKind.WORD:
            continue
        for other in items[at + 1 : at + 4]:
            if other.form in _DIFFERENCES:
                return Item(item.start, other.end, "no difference")
            if other.form not in _ADVERBS and other.form not in ("any", "a", "find", "found", "show"):
                break
    return None


_NEAR = 6
"""Items within which a word of direction and a figure or word that both sides have belong together."""


def turned_round(case: Case) -> list[Conflict]:
    """Report a claim that says the opposite of a word of its passage (`rose`, `fell`) about the same figure or thing.

    Only when neither side has the other's word too, nothing is denied, and both words stand near something that the
    two sides share: a figure, or two words.
    """
    passage = case.paraphrase.passages[0] if case.paraphrase.passages else None
    if (
        passage is None
        or passage.share < _LEAST_HELD
        or any(map(is_negation, (*case.paraphrase.items, *passage.items)))
    ):
        return []
    mine, theirs = _directions(case.paraphrase.items), _directions(passage.items)
    for (pair, side), item in mine.items():
        other = theirs.get((pair, 1 - side))
        if other is None or (pair, side) in theirs or (pair, 1 - side) in mine:
            continue
        shared = [
            hit
            for hit in passage.hits
            if _is_near(hit.point.item, item, case.paraphrase.items) and _is_near(hit.item, other, passage.items)
        ]
        if len(shared) >= 2 or any(hit.point.item.kind is not ItemKind.WORD for hit in shared):
            return [difference(case, DifferenceKind.NEGATION, item, 0, other)]
    return []


def _directions(items: Sequence[Item]) -> dict[tuple[int, int], Item]:
    opposites = opposite_words()
    return {key: item for item in items for key in opposites.get(item.form, ()) if item.kind is ItemKind.WORD}


def _is_near(one: Item, other: Item, items: Sequence[Item]) -> bool:
    starts = [item.start for item in items]
    return abs(starts.index(one.start) - starts.index(other.start)) <= _NEAR
