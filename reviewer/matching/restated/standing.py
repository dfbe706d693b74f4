"""How a word stands in its clause: told or denied, and how surely."""

from collections.abc import Sequence

from reviewer.matching.items import Item
from reviewer.matching.restated.clause import HEAD, PLAIN, SIDE, Weakening, Word
from reviewer.matching.restated.operators import HOPE, OPEN, Operator, operator_rules
from reviewer.matching.restated.verbs import is_finite, says_something
from reviewer.matching.rules import word_list

WEAKENING = frozenset({"open", "possible", "grade"})
"""The kinds of operators that make a clause less sure."""

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "get", "got"})
_NOT_LACKING = frozenset({"less", "unless", "regardless", "nevertheless", "nonetheless", "doubtless"})
_NEGATIVE_OBJECTS = frozenset({"nothing", "nobody", "none", "no", "nowhere", "neither"})


def read_word(items: Sequence[Item], at: int, operators: Sequence[Operator], text: str, verb: int) -> Word:
    """Read one word under the operators of its clause."""
    lacks = items[at].form.endswith("less") and items[at].form not in _NOT_LACKING
    count, weight, weakened, is_operator = int(lacks), HEAD if lacks else PLAIN, list[Weakening](), False
    for operator in operators:
        if operator.first <= at <= operator.last:
            is_operator = True
            continue
        if operator.kind in WEAKENING:
            if _is_weakened(items, at, operator, operators):
                weakened.append(weakening_of(items, operator))
        elif at > operator.last:
            if _reaches(items, operator, at, text):
                count += 1
                weight = max(weight, _weight_after(items, operator, at, operators))
        elif operator.kind == "not" or (operator.kind == "deny" and _is_passive(items, operator)):
            count += 1
            is_governed = at == operator.first - 1 and items[operator.first].form in _NEGATIVE_OBJECTS
            weight = HEAD if is_governed else min(weight, SIDE)
    return Word(items[at], count % 2 == 1, weight, tuple(weakened), at >= verb >= 0, is_operator)


def weakening_of(items: Sequence[Item], operator: Operator) -> Weakening:
    """Return what an operator of strength does to the words that it reaches."""
    first, last = items[operator.first], items[operator.last]
    grade = {"open": OPEN, "possible": HOPE}.get(operator.kind, operator.grade)
    return Weakening(grade, Item(first.start, last.end, first.form))


def _is_passive(items: Sequence[Item], operator: Operator) -> bool:
    """Return whether what a verb denies stands before it (`the offer was rejected`)."""
    return any(item.form in _BE for item in items[max(0, operator.first - 2) : operator.first + 1])


def _weight_after(items: Sequence[Item], operator: Operator, at: int, operators: Sequence[Operator]) -> float:
    """Return what a word after a denial counts: most if it is the word denied; little if it is a subject."""
    if operator.kind == "beside":
        return PLAIN
    start = operator.last + 1
    if items[operator.first].form in _NEGATIVE_OBJECTS and not any(map(is_finite, items[: operator.first])):
        verb = next((place for place in range(start, len(items)) if is_finite(items[place])), start)
        if at < verb:
            return SIDE
        start = verb
    return PLAIN if any(says_something(item) for item in without(items, start, at, operators)) else HEAD


def without(items: Sequence[Item], start: int, end: int, operators: Sequence[Operator]) -> list[Item]:
    """Return the items of a stretch that are no part of an operator."""
    return [
        item
        for at, item in enumerate(items[start:end], start)
        if not any(operator.first <= at <= operator.last for operator in operators)
    ]


def _reaches(items: Sequence[Item], operator: Operator, at: int, text: str) -> bool:
    """Return whether a denial reaches a word after it: no comma parts them, but for an aside right after it."""
    commas = [
        place
        for place in range(operator.last + 1, at + 1)
        if "," in text[items[place - 1].end : items[place].start] and items[place].form not in ("or", "nor", "and")
    ]
    if commas and commas[0] <= operator.last + 2:
        commas = commas[2:]
    return not commas and (operator.kind != "beside" or not _is_past_its_phrase(items[operator.last + 1 : at + 1]))


def _is_past_its_phrase(items: Sequence[Item]) -> bool:
    """Return whether the last item is beyond the noun phrase of the first ones (`without the rise | the field`)."""
    rules = operator_rules()
    if any(item.form in rules.finite for item in items):
        return True
    seen = [at for at, item in enumerate(items) if says_something(item) or item.form in word_list("pronouns")]
    return bool(seen) and any(item.form in rules.determiners for item in items[seen[0] + 1 :])


def _is_weakened(items: Sequence[Item], at: int, operator: Operator, operators: Sequence[Operator]) -> bool:
    """Return whether an operator of strength reaches a word; one that is denied itself (`does not plan`) is none."""
    rules = operator_rules()
    if any(other.kind in ("not", "deny") and other.last < operator.first for other in operators):
        return False
    if items[operator.last].form in ("could", "would", "can") and _is_followed_by_not(operator, operators):
        return False
    before = [item.form for item in items[max(0, operator.first - 2) : operator.first]]
    form = items[operator.last].form
    is_noun = form in rules.only_nouns or (form in rules.noun_grades and bool(set(before) & rules.determiners))
    if at < operator.first:
        return not is_noun
    return not is_noun or not any(map(is_finite, items[operator.last + 1 : at + 1]))


def _is_followed_by_not(operator: Operator, operators: Sequence[Operator]) -> bool:
    return any(other.kind == "not" and other.first == operator.last + 1 for other in operators)
