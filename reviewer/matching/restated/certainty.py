"""A claim that is surer than its passage: told as done, or as sure, what was planned, hoped, alleged or left open."""

from collections.abc import Sequence

from reviewer.matching.families import stem
from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.clause import Clause, Word
from reviewer.matching.restated.operators import FACT, OPEN, PLAN, WILL, WOULD, operator_rules
from reviewer.matching.restated.pairing import Pair, pairs_of
from reviewer.matching.restated.told import claim_clauses, passage_clauses
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.35
_ENOUGH = 2.0
"""Weight of words that the claim is surer of: one that stands alone may be chance."""


def certainty_conflicts(case: Case) -> list[Conflict]:
    """Report a clause of the claim that is surer of most of its words than the passage is.

    `Will` is surer than `expects`, `plans` and `hopes`; what was done is surer than all of them. A clause in the
    present tense may tell of a plan (as headlines do), and counts as promised.
    """
    passage = case.paraphrase.passages[0]
    if case.share_of_words(passage) < _LEAST_HELD:
        return []
    theirs = passage_clauses(case, 0)
    for clause in claim_clauses(case):
        if found := _surer(clause, theirs):
            return [difference(case, DifferenceKind.HEDGE, found.mine.item, 0, _weakest(found))]
    return []


def _surer(clause: Clause, theirs: Sequence[Clause]) -> Pair | None:
    if clause.marker in _TELLING_NOTHING or clause.is_asked or clause.rebuts:
        return None
    pairs = [pair for pair in pairs_of(clause, theirs) if pair.mine.follows_verb or pair.theirs.follows_verb]
    surer = [pair for pair in pairs if is_surer(pair, clause)]
    rest = [pair for pair in pairs if pair not in surer]
    told_surer = sum(_worth(pair) for pair in surer)
    if (
        (told_surer < _ENOUGH and len(clause.words) > 2)
        or not surer
        or told_surer <= sum(_worth(pair) for pair in rest)
    ):
        return None
    return max(surer, key=lambda pair: pair.beside)


_TELLING_NOTHING = frozenset({"if", "unless", "whether", "before", "after", "when", "until", "once", "while", "since"})
"""Words that open a clause which sets a time or condition and does not tell that it came about."""


_PERMITTING = frozenset({"allowed", "permitted", "allows", "permits", "limited", "restricted", "free", "welcome"})
"""Words that a claim may have for the `may` of a rule."""


def _worth(pair: Pair) -> float:
    return 1.0 + (pair.beside >= 1)


def _weakest(pair: Pair) -> Item:
    return min(pair.theirs.weakened, key=lambda one: one.grade).item


def is_surer(pair: Pair, clause: Clause) -> bool:
    """Return whether the claim's side of a pair is surer than the passage's by more than a shade.

    An act that both tell of (`asked to pay`) weakens neither beside the other.
    """
    if pair.mine.is_operator or (pair.mine.denied and pair.theirs.denied):
        return False
    mine, theirs = _grade(pair.mine, pair.theirs), _grade(pair.theirs, pair.mine)
    if any(one.item.form == "may" for one in pair.theirs.weakened) and _permits(clause):
        return False
    if mine == FACT and not clause.is_past:
        mine = WILL
    if theirs == OPEN:
        return mine >= PLAN
    if mine == FACT:
        return theirs < FACT
    return mine > WOULD and theirs <= PLAN


def _grade(word: Word, other: Word) -> int:
    """Return how sure a side is of its word, acts that both sides tell of left aside."""
    acts = {stem(act) for act in operator_rules().acts}
    common = {stem(one.item.form) for one in other.weakened} & acts
    return min((one.grade for one in word.weakened if stem(one.item.form) not in common), default=FACT)


def _permits(clause: Clause) -> bool:
    return any(item.form in _PERMITTING for item in clause.items)
