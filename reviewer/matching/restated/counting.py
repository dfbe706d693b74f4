"""How many of some things do what a claim says, against how many do it in its passage."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.items import Item
from reviewer.matching.quantities import compare
from reviewer.matching.restated.binding import keys_of
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.clause import Clause
from reviewer.matching.restated.pairing import Pair, pairs_of, relation_of
from reviewer.matching.restated.told import claim_clauses, passage_clauses
from reviewer.matching.restated.verbs import is_finite, says_something
from reviewer.model.evidence import DifferenceKind
from reviewer.text.numbers import Quantity

_LEAST_HELD = 0.35
_MOST = 10_000
"""Above which a number before a verb is hardly a count of persons or things that do something."""

_ALL = frozenset({"all", "every", "both", "each"})
_NONE = frozenset({"none", "neither"})
_REACH = 5
"""Items after a count within which the things that it counts are named."""


class Count(msgspec.Struct, frozen=True):
    """How many things do what their clause says: `value` of `whole`, or `every` or none of them, and their names."""

    item: Item
    value: Quantity | None
    whole: float | None
    is_all: bool
    is_none: bool
    things: frozenset[str]


def count_conflicts(case: Case) -> list[Conflict]:
    """Report a clause whose subject is counted otherwise by the clause of the passage with the same verb.

    `Three of the five failed` against `two of the five failed`, `all of them passed` against `two of them failed`.
    """
    passage = case.paraphrase.passages[0]
    if case.share_of_words(passage) < _LEAST_HELD:
        return []
    theirs = passage_clauses(case, 0)
    for clause in claim_clauses(case):
        mine = subject_count(clause)
        if mine is None:
            continue
        pairs = pairs_of(clause, theirs)
        if _is_counted(mine, clause, theirs):
            continue
        for pair in pairs:
            other = subject_count(pair.other)
            is_of_verb = pair.theirs.follows_verb and pair.mine.item.start > mine.item.end
            if other and is_of_verb and _is_other(mine, other, pair):
                return [difference(case, DifferenceKind.FIGURE, mine.item, 0, other.item)]
    return []


def subject_count(clause: Clause) -> Count | None:
    """Return how many the subject of a clause is, None when nothing counts it."""
    items = clause.items
    verb = next((at for at, item in enumerate(items) if is_finite(item)), len(items))
    for at, item in enumerate(items[:verb]):
        is_bare = item.quantity is not None and item.quantity.unit == "" and item.quantity.value < _MOST
        if not (is_bare or item.form in _ALL | _NONE):
            continue
        after = items[at + 1 : min(verb, at + 1 + _REACH)]
        whole = next((other.quantity.value for other in after if other.quantity and other.quantity.unit == ""), None)
        things = frozenset[str]().union(*(keys_of(other) for other in after if says_something(other)))
        return Count(item, item.quantity, whole, item.form in _ALL, item.form in _NONE, things)
    return None


def _is_other(mine: Count, other: Count, pair: Pair) -> bool:
    """Return whether two counts of the same things differ; of one that says the opposite only `all` does."""
    is_same_thing = bool(mine.things & other.things) or not other.things or not mine.things
    if not is_same_thing and (mine.whole is None or mine.whole != other.whole):
        return False
    value = other.value.value if other.value else None
    if pair.is_turned:
        return mine.is_all and value is not None and value > 0
    if mine.is_all:
        return value is not None and (value < (other.whole or mine.whole or 0) or other.is_none)
    if mine.is_none:
        return bool(value) or other.is_all
    if mine.value is None or other.value is None or mine.value.hedge or other.value.hedge:
        return False
    return not compare(mine.value, other.value).is_fair


def _is_counted(mine: Count, clause: Clause, theirs: Sequence[Clause]) -> bool:
    """Return whether a clause of the passage that says something of the claim's gives its count, or parts of it."""
    if mine.value is None:
        return False
    for other in theirs:
        if not any(relation_of(one.item, word.item) > 0 for one in clause.words for word in other.words):
            continue
        counts = [item.quantity for item in other.items if item.quantity and item.quantity.unit == ""]
        if any(compare(mine.value, count).is_fair for count in counts):
            return True
        if mine.whole is None and sum(count.value for count in counts) == mine.value.value:
            return True
    return False
