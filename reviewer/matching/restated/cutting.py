"""Cuts a stretch into sentences and these into clauses, by stops, joining words and the verbs between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.matching.items import Item
from reviewer.matching.restated.binding import ENDS, breaks
from reviewer.matching.restated.operators import operator_rules, operators_in
from reviewer.matching.restated.verbs import SUBJECTS, is_finite, is_verb

_AHEAD = 6
"""Items after a joining word within which the verb of another clause must stand."""

_BEFORE_THAT = 3
"""Items before `that` within which a word that denies or weakens reaches what follows (`denied the claim that`)."""

_ROW = re.compile(r"\n\s*(?:[|•*]|[-\u2013]\s|\d{1,2}[.)]\s)")
_COLUMN = re.compile(r"\S(?: {2,}|\t)\S|\|")


def sentences_of(items: Sequence[Item], text: str) -> Iterator[list[Item]]:
    """Yield the items of each sentence; each row of a table or list is one."""
    sentence: list[Item] = []
    for item in items:
        if sentence and (
            ENDS.search(f"{text[sentence[-1].end : item.start]} ") or _begins_row(sentence[-1], item, text)
        ):
            yield sentence
            sentence = []
        sentence.append(item)
    if sentence:
        yield sentence


def _begins_row(before: Item, item: Item, text: str) -> bool:
    """Return whether a new line is a row of a table or list."""
    between = text[before.end : item.start]
    if "\n" not in between:
        return False
    line = text[item.start : text.find("\n", item.start) % (len(text) + 1)]
    return bool(_ROW.search(between) or _COLUMN.search(line))


def parts_of(sentence: Sequence[Item], text: str) -> Iterator[list[Item]]:
    """Cut a sentence into clauses: at joining words and stops after which another verb follows."""
    part: list[Item] = []
    for at, item in enumerate(sentence):
        if part and _begins(sentence, at, part, text):
            yield part
            part = []
        part.append(item)
    if part:
        yield part


def _begins(sentence: Sequence[Item], at: int, part: Sequence[Item], text: str) -> bool:
    rules = operator_rules()
    item, before = sentence[at], sentence[at - 1]
    between = text[before.end : item.start]
    if breaks(between) and not (item.quantity and between.strip() == ":"):
        return True
    if item.form == "that":
        is_carried = any(other.form in rules.carrying for other in part[-_BEFORE_THAT:])
        is_carried |= any(operator.last >= len(part) - _BEFORE_THAT for operator in operators_in(part, text))
        return not is_carried and before.form not in rules.determiners and before.form not in ("so", "of", "in")
    if item.form == "once" and before.form in rules.subordinators | rules.finite | SUBJECTS:
        return False
    if item.form in rules.subordinators:
        return before.form not in ("not", "only", "even", "of") or item.form == "but"
    if before.form in rules.speaking and item.form in SUBJECTS:
        return True
    if item.form == "as":
        return any(map(is_finite, _up_to_next_cut(sentence[at : at + _AHEAD], text))) and before.form != "as"
    joins = item.form in ("and", "or") or "," in between
    if not joins or not any(map(is_verb, part)):
        return False
    following = _up_to_next_cut(sentence[at : at + _AHEAD], text)
    return any(map(is_finite, following)) or any(
        other.form in SUBJECTS for other in following[item.form in ("and", "or") :][:1]
    )


def _up_to_next_cut(items: Sequence[Item], text: str) -> Sequence[Item]:
    for at, (one, item) in enumerate(pairwise(items)):
        is_joint = item.form in operator_rules().subordinators and one.form != "of"
        if "," in text[one.end : item.start] or is_joint:
            return items[: at + 1]
    return items
