"""A claim in other words that is surer than its passage: a hedge or a condition was dropped."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.items import Item
from reviewer.matching.quantities import compare
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.certainty import certainty_conflicts
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.condition import condition_conflicts
from reviewer.matching.restated.considered import considered_conflicts
from reviewer.matching.restated.short_of_fact import only_conflicts
from reviewer.matching.rules import strength_rules
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
_OR_MORE = re.compile(r"(?:[ ][\w-]+){0,2}[ ](?:or|and) (?:more|over|above|older|fewer|less|under|younger|longer)\b")
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
        certainty_conflicts,
        _stronger_cause,
        _dropped_bound,
        condition_conflicts,
        considered_conflicts,
        only_conflicts,
    )
    return next((found for check in checks if (found := check(case))), [])


def _stronger_cause(case: Case) -> list[Conflict]:
    """Report `cures` for `may be associated with`: the ladder of cause, where the claim has no weak word itself."""
    ladder = strength_rules().ladders["cause"]
    mine = [item for item in case.paraphrase.items if item.form in ladder]
    clause = _clause_with_most(case)
    theirs = [item for item in clause if item.form in ladder]
    theirs += [item for one, item in pairwise(clause) if item.form == "likely" and one.form in ("more", "less")]
    if not mine or not theirs or _is_weak(case.paraphrase.items):
        return []
    strongest = max(mine, key=lambda item: ladder[item.form])
    if ladder[strongest.form] == 3 and all(ladder.get(item.form, 1) == 1 for item in theirs):
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


def _dropped_bound(case: Case) -> list[Conflict]:
    """Report a figure whose bound (`at least`, `up to`) was dropped while its value was kept."""
    passage = case.paraphrase.passages[0]
    for item in case.paraphrase.items:
        before = case.article.text[max(0, item.start - 4) : item.start].casefold()
        is_bounded = bool(item.quantity and (item.quantity.high is not None or item.quantity.hedge)) or before == "the "
        is_bounded = is_bounded or bool(_OR_MORE.match(case.article.text, item.end))
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
