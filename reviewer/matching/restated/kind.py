"""One thing of a kind put for another: `knee` for `ankle`, `father` for `brother`, `fuel` for `food`."""

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import bind, overlap
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import kinds
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4


def kind_conflicts(case: Case) -> list[Conflict]:
    """Report a word of a closed kind where the passage has another of that kind, among the same words.

    Only when the passage lacks the claim's word and the claim the passage's, and two words beside them agree.
    """
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    mine = [item for item in case.paraphrase.items if item.kind is ItemKind.WORD and item.form in kinds()]
    for item in mine:
        here = bind(case.paraphrase.items, [item], case.article.text)
        group = kinds()[item.form]
        members = [other for other in passage.items if _is_of_kind(other, group[0])]
        if any(kinds()[other.form] == group for other in members):
            continue
        others = [other for other in members if not _stands_in(other, mine)]
        there = bind(passage.items, others, case.text_of(passage))
        fitting = [other for other in others if overlap(here[item.start], there[other.start]) >= 2]
        if fitting:
            return [difference(case, DifferenceKind.WORD_CHANGED, item, 0, fitting[0])]
    return []


def _is_of_kind(item: Item, kind: int) -> bool:
    return item.kind is ItemKind.WORD and item.form in kinds() and kinds()[item.form][0] == kind


def _stands_in(other: Item, mine: list[Item]) -> bool:
    return any(kinds()[other.form] == kinds()[item.form] for item in mine)
