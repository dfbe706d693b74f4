"""Verbs that deny (`failed to see`, `denied that`) which only one side has, or denies itself."""

from collections.abc import Sequence

from reviewer.matching.differences.negation import are_opposites, is_negation
from reviewer.matching.items import Item
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import negation_rules
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
_REACH = 4


def refusal_conflicts(case: Case) -> list[Conflict]:
    """Report a verb that denies before a word of both, which the claim lacks while it denies as often otherwise.

    `No witness failed to see it` and `no witness saw it` say the opposite of one another; so do `did not deny that` and
    `denied that`.
    """
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    held = {hit.item.start: hit.point.item for hit in passage.hits}
    mine = case.every_item()
    for clause in clauses(passage.items, case.text_of(passage)):
        for at, item in enumerate(clause[:-2]):
            if item.form not in negation_rules().refusing or clause[at + 1].form not in ("to", "that"):
                continue
            governed = [held[o.start] for o in clause[at + 2 : at + 2 + _REACH] if o.start in held]
            governed = [word for word in governed if word.form not in STOPWORDS]
            if governed and (turned := _turned(item, clause, mine, governed[0])):
                return [difference(case, DifferenceKind.NEGATION, turned, 0, item)]
    return []


def _turned(item: Item, clause: Sequence[Item], mine: Sequence[Item], governed: Item) -> Item | None:
    """Return the word of the claim that turns the sense round, None when both sides deny alike or in other words."""
    refusing = negation_rules().refusing
    own = [other for other in mine if other.form in refusing and other.form[:3] == item.form[:3]]
    if any((other.form in refusing and other not in own) or are_opposites(other.form, item.form) for other in mine):
        return None
    denials = sum(map(is_negation, mine)) - sum(map(is_negation, clause))
    if bool(own) == (denials % 2 == 0):
        return None
    return own[0] if own else governed
