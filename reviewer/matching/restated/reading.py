"""A stretch of text read as clauses.

A word stands denied when an odd number of denials reach it, whatever makes them (`not`, `nobody`, `refused`), so that
`did not deny` and `admitted` come to the same. A short clause that leaves off its verb (`The trams are not`) and an
answer (`No.`) are read with the words that they leave off.
"""

from collections.abc import Sequence

import msgspec

from reviewer.matching.families import stem
from reviewer.matching.items import Item
from reviewer.matching.restated.clause import Clause
from reviewer.matching.restated.cutting import parts_of, sentences_of
from reviewer.matching.restated.filling import answered, completed
from reviewer.matching.restated.operators import operator_rules, operators_in
from reviewer.matching.restated.standing import WEAKENING, read_word, weakening_of
from reviewer.matching.restated.verbs import SUBJECTS, is_bound, is_finite, is_past, says_something, takes_sides

_POINTING = frozenset(
    {"it", "he", "she", "they", "them", "him", "this", "that", "these", "those", "one", "his", "her", "its"}
)
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
_BACK = 3
"""Clauses before one with a pronoun that may name what it stands for."""


def read_clauses(items: Sequence[Item], text: str, speaker: str = "") -> list[Clause]:
    """Read some items, in text order, into clauses; `speaker` is who says `I` and `we` in them."""
    unique = list({item.start: item for item in items}.values())
    found: list[Clause] = []
    for number, sentence in enumerate(sentences_of(unique, text)):
        following = text[sentence[-1].end : sentence[-1].end + 2]
        read = [_clause(part, text, number, "?" in following) for part in parts_of(sentence, text)]
        if found and found[-1].is_asked and (told := answered(found, sentence, read, text)):
            found += told
        for clause in read:
            filled = completed(clause, found)
            if filled is not clause and _goes_back_on(clause, found[-1]):
                found[-1] = msgspec.structs.replace(found[-1], is_asked=True)
            found.append(filled)
    found = [_limited(clause, after) for clause, after in zip(found, [*found[1:], None], strict=True)]
    return [_with_recalled(found, at, speaker) for at in range(len(found))]


def _clause(items: Sequence[Item], text: str, number: int, is_asked: bool) -> Clause:
    operators = operators_in(items, text)
    verb = next((at for at, item in enumerate(items) if is_finite(item)), -1)
    small = {at for o in operators if o.kind == "not" for at in range(o.first, o.last + 1)}
    words = tuple(
        read_word(items, at, operators, text, verb)
        for at, item in enumerate(items)
        if at not in small and (says_something(item) or takes_sides(items, at)) and not is_bound(items, at)
    )
    marker = items[0].form if items and items[0].form in operator_rules().subordinators else ""
    denies = sum(operator.kind in ("not", "deny") for operator in operators) % 2 == 1
    weakened = tuple(weakening_of(items, operator) for operator in operators if operator.kind in WEAKENING)
    stems = {stem(item.form) for o in operators if o.kind == "deny" for item in items[o.first : o.last + 1]}
    return Clause(
        words,
        tuple(items),
        marker,
        is_asked,
        is_past(items),
        denies,
        weakened,
        number,
        rebuts=bool(stems & {stem(word) for word in operator_rules().rebutting}),
        is_now=_tells_of_now(items),
    )


def _tells_of_now(items: Sequence[Item]) -> bool | None:
    """Return whether a clause says that it is so now, or that it was so once; None when it says neither."""
    forms = {item.form for item in items}
    if forms & operator_rules().now or "longer" in forms:
        return True
    return False if forms & operator_rules().then else None


def _with_recalled(found: Sequence[Clause], at: int, speaker: str) -> Clause:
    """Return a clause with the keys of what it may speak of besides its own words.

    That is what the rest of its sentence names, what was named just before when it has a pronoun, and the speaker.
    """
    clause = found[at]
    beside = [one for one in found if one.sentence == clause.sentence and one is not clause]
    if any(item.form in _POINTING for item in clause.items):
        beside += found[max(0, at - _BACK) : at]
    recalled = frozenset[str]().union(*(one.keys() for one in beside))
    if any(item.form in _FIRST_PERSON for item in clause.items):
        recalled |= {stem(word) for word in speaker.casefold().split()}
    return msgspec.structs.replace(clause, recalled=recalled)


def _limited(clause: Clause, after: Clause | None) -> Clause:
    """Return a clause that denies something up to a limit (`not tested until`, `nobody without a permit`) marked so."""
    rules = operator_rules()
    goes_on = after is not None and after.sentence == clause.sentence and after.marker in rules.limiting
    within = any(item.form in rules.limiting or item.form == "without" for item in clause.items[1:])
    return msgspec.structs.replace(clause, is_limited=goes_on or within) if clause.denies else clause


def _goes_back_on(clause: Clause, before: Clause) -> bool:
    """Return whether a clause takes back what the one before it says of somebody (`I trusted him. I don't now`)."""
    return (
        clause.denies != before.denies
        and clause.items[0].form == before.items[0].form
        and clause.items[0].form in SUBJECTS
        and clause.is_past <= before.is_past
    )
