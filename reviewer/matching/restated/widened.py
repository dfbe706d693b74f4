"""What a passage tells of many only, told of most or all."""

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.5
_NEAR = 12
"""Items from the word of number within which the thing must stand that both sides tell of."""


def widened_conflicts(case: Case) -> list[Conflict]:
    """Report `most` or `all` where the passage says it of `many`, `some` or `at least three` of the same things."""
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    wide, narrow = word_list("of_most"), word_list("of_some")
    if any(item.form in wide for item in passage.items):
        return []
    held = {hit.point.item.start: hit.item for hit in passage.hits if hit.point.item.kind is ItemKind.WORD}
    items = case.paraphrase.items
    for at, item in enumerate(items):
        if item.form not in wide or not _is_of(items, at):
            continue
        said = [held[other.start] for other in items[at + 1 : at + _NEAR] if other.start in held]
        for other in passage.items:
            if other.form in narrow and any(0 < one.start - other.start < _REACH for one in said):
                return [difference(case, DifferenceKind.CONDITION, item, 0, other)]
    return []


_REACH = 60
"""Code points after `many` within which the shared word must stand."""


def _is_of(items: tuple[Item, ...], at: int) -> bool:
    """Return whether a word of number counts things (`most of them`) and is no adverb (`the most useful`)."""
    before = items[at - 1].form if at else ""
    return before not in ("the", "at", "a", "after", "of", "in")
