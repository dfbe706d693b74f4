"""The how-manieth: `the third strike`, `the second largest farm`, told otherwise by the passage."""

from collections.abc import Iterator, Sequence

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import keys_of
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import word_list
from reviewer.model.evidence import DifferenceKind
from reviewer.text.number_words import ORDINALS

_LEAST_HELD = 0.5
_BESIDE = 2


def ordinal_conflicts(case: Case) -> list[Conflict]:
    """Report an ordinal of which the passage has only others before the same word, or that it has and the claim lacks.

    Lacking counts before superlatives alone: `the largest farm` is not `the second largest`, but `the strike` may be
    the third one.
    """
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    theirs = list(_counted(passage.items))
    alone = _standing_alone(passage.items, case.text_of(passage))
    for item, place, thing in _counted(case.paraphrase.items):
        if place in alone:
            continue
        same = [(other, at) for other, at, that in theirs if keys_of(that) & keys_of(thing)]
        if same and all(at != place for _, at in same):
            return [difference(case, DifferenceKind.FIGURE, item, 0, same[0][0])]
    mine = {thing.start for _, _, thing in _counted(case.paraphrase.items)}
    for item in case.paraphrase.items:
        if item.form not in word_list("superlatives") or item.start in mine or item.form in ORDINALS:
            continue
        same = [(other, at) for other, at, that in theirs if that.form == item.form and at > 1]
        plain = sum(other.form == item.form for other in passage.items)
        if same and plain == len(same):
            return [difference(case, DifferenceKind.FIGURE, item, 0, same[0][0])]
    return []


def _counted(items: Sequence[Item]) -> Iterator[tuple[Item, float, Item]]:
    """Yield each ordinal with its value and the first telling word behind it."""
    for at, item in enumerate(items):
        place = _place(item)
        if place is None:
            continue
        for thing in items[at + 1 : at + 1 + _BESIDE]:
            if thing.kind is ItemKind.WORD and keys_of(thing):
                yield item, place, thing
                break


def _standing_alone(items: Sequence[Item], text: str) -> set[float]:
    """Return the ordinals without a word behind them: `the second, on 10 June,` may be of any thing told before."""
    ending = [item for item in items if text[item.end : item.end + 1] in (",", ";", ".")]
    return {place for item in ending if (place := _place(item)) is not None}


def _place(item: Item) -> float | None:
    if item.quantity is not None:
        return item.quantity.value if item.quantity.unit == "ordinal" else None
    return float(ORDINALS[item.form]) if item.kind is ItemKind.WORD and item.form in ORDINALS else None
