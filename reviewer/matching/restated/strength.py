"""A claim in other words that is surer than its passage: a hedge or a condition was dropped."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.quantities import compare
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.short_of_fact import (
    following_words,
    intent_conflicts,
    leading_condition,
    only_conflicts,
)
from reviewer.matching.rules import strength_rules, word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
_HOPING = frozenset({"hope", "hopes", "hoped", "expect", "expects", "think", "believe", "suspect", "aim"})
_SPEAKERS = frozenset({"i", "we", "they", "he", "she"})
_DUTY = frozenset({"must", "required", "requires", "obliged", "minimum", "requirement"})
_NUMBER_WORDS = frozenset({"almost", "nearly"})
_PERMITTING = frozenset({"allowed", "permitted", "limited", "restricted"})
"""Words that a claim may have for the `may` of a rule."""

_BOUNDS = frozenset({"at_most", "at_least", "about", "almost", "over", "under"})


def strength_conflicts(case: Case) -> list[Conflict]:
    """Report a claim that states as sure what its passage states with a hedge."""
    if not case.paraphrase.passages or case.paraphrase.passages[0].share < _LEAST_HELD:
        return []
    checks = (
        _open_question,
        _stronger_cause,
        _dropped_modal,
        _dropped_bound,
        _dropped_condition,
        leading_condition,
        intent_conflicts,
        only_conflicts,
    )
    return next((found for check in checks if (found := check(case))), [])


def _open_question(case: Case) -> list[Conflict]:
    """Report a claim that states what its passage leaves open (`we cannot yet say whether ...`)."""
    if any(_leaves_open(item) for item in case.paraphrase.items):
        return []
    passage = case.paraphrase.passages[0]
    held = [hit.item.start for hit in passage.hits]
    for at, item in enumerate(passage.items):
        is_open = any(_leaves_open(other) for other in passage.items[max(0, at - 5) : at])
        after = [start for start in held if start > item.start]
        if item.form == "whether" and is_open and 2 * len(after) >= len(held) > 0:
            return [difference(case, DifferenceKind.HEDGE, passage.hits[0].point.item, 0, item)]
    return []


def _leaves_open(item: Item) -> bool:
    return is_negation(item) or item.form in ("whether", "if") or item.form in word_list("uncertain")


def _stronger_cause(case: Case) -> list[Conflict]:
    """Report `cures` for `may be associated with`: the ladder of cause, where the claim has no weak word itself."""
    ladder = strength_rules().ladders["cause"]
    mine = [item for item in case.paraphrase.items if item.form in ladder]
    theirs = [item for item in _clause_with_most(case) if item.form in ladder]
    if not mine or not theirs or _is_weak(case.paraphrase.items):
        return []
    strongest = max(mine, key=lambda item: ladder[item.form])
    if ladder[strongest.form] == 3 and all(ladder[item.form] == 1 for item in theirs):
        return [difference(case, DifferenceKind.HEDGE, strongest, 0, theirs[0])]
    return []


def _clause_with_most(case: Case) -> list[Item]:
    """Return the clause of the passage that holds most of the claim."""
    passage = case.paraphrase.passages[0]
    held = {hit.item.start for hit in passage.hits}
    found = clauses(passage.items, case.text_of(passage))
    return max(found, key=lambda clause: sum(item.start in held for item in clause), default=[])


def _is_weak(items: Sequence[Item]) -> bool:
    rules = strength_rules()
    weak = {word for ladder in rules.ladders.values() for word, level in ladder.items() if level == 1}
    return any(
        item.form in weak
        or item.form in _PERMITTING
        or (item.form in rules.hedges and item.form not in rules.number_hedges | _NUMBER_WORDS)
        for item in items
    )


def _dropped_modal(case: Case) -> list[Conflict]:
    """Report a weak word right before a word that both sides have, when the claim has no weak word anywhere."""
    if _is_weak(case.every_item()) or _is_question_or_condition(case.paraphrase.items):
        return []
    rules = strength_rules()
    passage = case.paraphrase.passages[0]
    held = {hit.item.start: hit.point.item for hit in passage.hits if hit.point.item.kind is ItemKind.WORD}
    for at, item in enumerate(passage.items):
        is_weak = (
            (item.form in _HOPING and at > 0 and passage.items[at - 1].form in _SPEAKERS)
            or rules.ladders["modal"].get(item.form) == 1
            or (item.form in rules.hedges and item.form not in rules.number_hedges)
        )
        if not is_weak or item.capital:
            continue
        for other in following_words(passage.items, at):
            if other.start in held:
                return [difference(case, DifferenceKind.HEDGE, held[other.start], 0, item)]
    return []


def _is_question_or_condition(items: Sequence[Item]) -> bool:
    return any(item.form in strength_rules().conditions for item in items)


def _dropped_bound(case: Case) -> list[Conflict]:
    """Report a figure whose bound (`at least`, `up to`) was dropped while its value was kept."""
    passage = case.paraphrase.passages[0]
    for item in case.paraphrase.items:
        before = case.article.text[max(0, item.start - 4) : item.start].casefold()
        is_bounded = bool(item.quantity and (item.quantity.high is not None or item.quantity.hedge)) or before == "the "
        if is_bounded or item.quantity is None or _is_a_duty(case.paraphrase.items):
            continue
        twins = [o for o in passage.items if o.quantity and o.quantity.value == item.quantity.value]
        if twins and all(
            o.quantity and o.quantity.hedge in _BOUNDS and compare(item.quantity, o.quantity).is_fair for o in twins
        ):
            twin = twins[0]
            assert twin.quantity is not None
            hedge = Item(twin.quantity.hedge_start, twin.end, twin.form)
            return [difference(case, DifferenceKind.HEDGE, item, 0, hedge)]
    return []


def _is_a_duty(items: Sequence[Item]) -> bool:
    """Return whether a claim says what must be done: a duty's figure is its least one anyway."""
    forms = [item.form for item in items]
    return any(form in _DUTY for form in forms) or any(
        one in ("has", "have", "had", "need", "needs") and other == "to" for one, other in pairwise(forms)
    )


def _dropped_condition(case: Case) -> list[Conflict]:
    """Report a condition that follows right on words of the claim in the passage and that the claim leaves off."""
    passage = case.paraphrase.passages[0]
    text = case.text_of(passage)
    conditions = [c for c in strength_rules().conditions if c not in ("until", "once", "except", "depending on")]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, conditions))})\b", re.IGNORECASE)
    article = case.article.text[case.claim.span.start : case.claim.span.end]
    if pattern.search(article) or passage.share < 0.6:
        return []
    held = [hit.item.end for hit in passage.hits]
    for match in pattern.finditer(text, passage.span.start, passage.span.end):
        near = [end for end in held if 0 < match.start() - end <= 3]
        rest = [hit for hit in passage.hits if hit.item.start > match.end()]
        if near and len(rest) <= 1:
            mine = max((hit.point.item for hit in passage.hits), key=lambda item: item.end)
            return [
                difference(case, DifferenceKind.CONDITION, mine, 0, _condition_clause(match, passage.span.end, text))
            ]
    return []


def _condition_clause(match: re.Match[str], limit: int, text: str) -> Item:
    end = next((at for at in range(match.end(), limit) if text[at] in ",;.!?"), limit)
    return Item(match.start(), end, match.group().casefold())
