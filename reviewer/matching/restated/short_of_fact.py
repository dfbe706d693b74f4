"""What was allowed to some only, or held there or then only, told as open to all."""

from collections.abc import Iterator, Sequence

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.evidence import DifferenceKind

_LIMITS = frozenset({"in", "for", "if", "when", "after", "with", "to", "from", "by", "on", "at", "those", "people"})
_REACH, _WITHIN = 2, 6


def only_conflicts(case: Case) -> list[Conflict]:
    """Report a claim that leaves off the `only` which says for whom, where or when its passage holds."""
    if any(item.form in word_list("limiting") for item in case.every_item()):
        return []
    held = {hit.item.start: hit.point.item for hit in case.paraphrase.passages[0].hits}
    for clause in _clauses(case):
        for at, item in enumerate(clause[:-1]):
            if item.form != "only" or (at and clause[at - 1].form in ("not", "if", "the", "an")):
                continue
            limits = at == 0 or clause[at + 1].form in _LIMITS
            governed = [held[other.start] for other in _following_words(clause, at) if other.start in held]
            if limits and governed and clause[at + 1].kind is ItemKind.WORD:
                return [difference(case, DifferenceKind.CONDITION, governed[0], 0, item)]
    return []


def _following_words(items: Sequence[Item], at: int) -> Iterator[Item]:
    """Yield the first words with a sense of their own after a place, within a few words."""
    found = 0
    for item in items[at + 1 : at + 1 + _WITHIN]:
        if item.form in STOPWORDS or item.kind is not ItemKind.WORD:
            continue
        yield item
        found += 1
        if found == _REACH:
            return


def _clauses(case: Case) -> list[list[Item]]:
    passage = case.paraphrase.passages[0]
    return [list(clause) for clause in clauses(passage.items, case.text_of(passage))]
