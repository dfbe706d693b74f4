"""The words that turn, weaken or leave open what a clause says, found in the order in which they stand."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from reviewer.assets import resource
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.stopwords import STOPWORDS

FACT, WILL, WOULD, PLAN, HOPE, OPEN = 40, 30, 25, 20, 10, 0
"""How sure a clause is: told as done or so, promised, conditional, planned, hoped or possible, left open."""


class OperatorRules(msgspec.Struct, frozen=True):
    """The lists of resources/rules/operators.json, as expressions over the words of a clause in small letters."""

    exempt: re.Pattern[str]
    kinds: tuple[tuple[str, int, re.Pattern[str]], ...]
    carrying: frozenset[str]
    restrictions: tuple[str, ...]
    conditional: tuple[str, ...]
    finite: frozenset[str]
    present: frozenset[str]
    speaking: frozenset[str]
    limiting: frozenset[str]
    acts: frozenset[str]
    now: frozenset[str]
    then: frozenset[str]
    rebutting: frozenset[str]
    subordinators: frozenset[str]
    determiners: frozenset[str]
    noun_grades: frozenset[str]
    only_nouns: frozenset[str]
    likely_yes: re.Pattern[str]
    likely_no: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    unanswered: re.Pattern[str]


class Operator(msgspec.Struct, frozen=True):
    """An operator over the items `first` to `last` of a clause.

    `kind` is `not`, `deny` or `beside` for what denies, `open`, `possible` or `grade` for what makes less sure.
    """

    kind: str
    first: int
    last: int
    grade: int = FACT


def _whole_words(alternatives: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{'|'.join(alternatives)})(?![\w'])")


@lru_cache(maxsize=1)
def operator_rules() -> OperatorRules:
    """Return the rules on what turns, weakens or leaves open what a clause says."""
    raw = json.loads(resource("rules", "operators.json").read_bytes())
    kinds = [(kind, FACT, _whole_words(raw[kind])) for kind in ("open", "possible", "beside", "deny", "not")]
    kinds += [("grade", int(level), _whole_words(words)) for level, words in raw["grades"].items()]
    names = (
        "finite",
        "present",
        "speaking",
        "limiting",
        "acts",
        "now",
        "then",
        "rebutting",
        "subordinators",
        "determiners",
        "noun_grades",
        "only_nouns",
    )
    plain: dict[str, Any] = {name: frozenset(raw[name].split()) for name in names}
    plain |= {name: re.compile(raw[name]) for name in ("likely_yes", "likely_no", "yes", "no", "unanswered")}
    return OperatorRules(
        exempt=_whole_words(raw["exempt"]),
        kinds=tuple(kinds),
        carrying=frozenset(raw["carrying"]),
        restrictions=tuple(raw["restrictions"]),
        conditional=tuple(raw["conditional"]),
        **plain,
    )


def as_words(items: Sequence[Item], text: str) -> tuple[str, list[int]]:
    """Return the words of some items in one line, a comma where one stands, and where in it each item begins."""
    line, starts = "", []
    for at, item in enumerate(items):
        if at:
            line += ", " if "," in text[items[at - 1].end : item.start] else " "
        starts.append(len(line))
        line += _word(item)
    return line, starts


def _word(item: Item) -> str:
    if item.kind is not ItemKind.WORD:
        return "0" if item.kind is ItemKind.QUANTITY else "day"
    if item.form == "cannot":
        return "can not"
    is_name = item.capital and not item.leads and (item.form not in STOPWORDS or item.form in ("may", "will"))
    return item.form.capitalize() if is_name else item.form


def operators_in(items: Sequence[Item], text: str) -> list[Operator]:
    """Return the operators of a clause in text order; one that is part of a longer one is not told of as well."""
    rules = operator_rules()
    line, starts = as_words(items, text)
    hidden = _blank(line, rules.exempt)
    found: list[Operator] = []
    for kind, grade, pattern in rules.kinds:
        for match in pattern.finditer(hidden):
            if match.group() == "no" and hidden[match.end() : match.end() + 1] == ",":
                continue
            first = max(at for at, start in enumerate(starts) if start <= match.start())
            last = max(at for at, start in enumerate(starts) if start < match.end())
            if kind == "beside" and match.group() == "not" and not _is_contrast(items, first):
                continue
            found.append(Operator(kind, first, last, grade))
        if kind != "grade":
            hidden = _blank_found(hidden, starts, found)
    return sorted(found, key=lambda operator: operator.first)


def _is_contrast(items: Sequence[Item], at: int) -> bool:
    """Return whether a `not` sets something apart (`with him, not with me`) and does not deny the verb."""
    finite = operator_rules().finite
    before = [item.form for item in items[:at]]
    is_verbal = bool((finite | {"'s", "need", "dare"}) & set(before[-2:]))
    is_verbal |= [item.form for item in items[at + 1 : at + 2]] == ["to"]
    return not is_verbal and any(form in finite or form.endswith(("ed", "ing")) for form in before[1:])


def _blank(line: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: "_" * len(match.group()), line)


def _blank_found(line: str, starts: Sequence[int], found: Sequence[Operator]) -> str:
    ends = [*(start - 1 for start in starts[1:]), len(line)]
    for operator in found:
        start, end = starts[operator.first], ends[operator.last]
        line = line[:start] + "_" * (end - start) + line[end:]
    return line
