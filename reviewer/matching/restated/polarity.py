"""A claim that denies what its passage tells, or tells what it denies, in whatever words either side denies."""

from collections.abc import Sequence

from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.clause import SIDE, Clause
from reviewer.matching.restated.connector import joined_words
from reviewer.matching.restated.operators import HOPE, OPEN
from reviewer.matching.restated.pairing import Pair, has_other_subject, pairs_of
from reviewer.matching.restated.proper import are_one_name, names_among
from reviewer.matching.restated.told import claim_clauses, passage_clauses
from reviewer.matching.rules import word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.28
_ENOUGH = 2.0
"""Weight of words turned round from which a clause says the opposite: that of a word denied, or of an opposite."""


_WELL_HELD, _TWO = 0.5, 2
_BESIDE = 0.5
"""What the two clauses must have in common besides."""


def polarity_conflicts(case: Case) -> list[Conflict]:
    """Report a clause of the claim that says the opposite of its clause in the passage.

    Each word is set against the word of the passage that says the same or the opposite, in the clause that has most in
    common with the claim's. A clause is turned round when the words that stand so outweigh those that agree, and one of
    them is what the denial governs.
    """
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        if case.share_of_words(passage) < (_WELL_HELD if rank else _LEAST_HELD):
            continue
        theirs = passage_clauses(case, rank)
        for clause in claim_clauses(case):
            found = _turned(case, rank, clause, theirs) or _denied_alone(case, rank, clause, theirs)
            if found is not None:
                return [difference(case, DifferenceKind.NEGATION, found.mine.item, rank, found.theirs.item)]
    return []


def _denied_alone(case: Case, rank: int, clause: Clause, theirs: Sequence[Clause]) -> Pair | None:
    """Return a word of a clause that denies what its passage tells with nothing in it that could deny.

    The passage must hold half of the claim and two words of the clause, whose own verb it may say in other words.
    """
    if not clause.denies or case.paraphrase.passages[rank].share < _WELL_HELD:
        return None
    pairs = [pair for pair in pairs_of(clause, theirs) if pair.mine.grade > OPEN]
    told = [pair.other for pair in pairs]
    if len(pairs) < _TWO or any(_may_deny(item) for other in told for item in other.items):
        return None
    if any(other.denies or other.weakened for other in told) or any(pair.is_opposite for pair in pairs):
        return None
    return max(pairs, key=lambda pair: pair.weight)


def _may_deny(item: Item) -> bool:
    zero = item.quantity is not None and item.quantity.value == 0
    return zero or item.form in word_list("denying_without_not") or item.form.endswith("less")


def _turned(case: Case, rank: int, clause: Clause, theirs: Sequence[Clause]) -> Pair | None:
    compared = joined_words(case, rank)
    pairs = [
        pair for pair in pairs_of(clause, theirs) if pair.is_polar and min(pair.mine.grade, pair.theirs.grade) > OPEN
    ]
    if clause.denies and any(item.quantity and item.quantity.value == 0 for other in theirs for item in other.items):
        return None
    pairs = [p for p in pairs if p.mine.item.start not in compared and not _sides_change(case, rank, p)]
    turned = [pair for pair in pairs if pair.is_turned and not clause.is_limited and not pair.other.is_limited]
    turned = [pair for pair in turned if _is_about_one_thing(pair) and not _is_answered_by_denial(pair)]
    against = sum(pair.weight for pair in turned if pair.weight >= 1)
    agreeing = sum(pair.weight for pair in pairs if not pair.is_turned)
    is_all = not agreeing and against >= _ENOUGH and 2 * len(turned) >= len(clause.words)
    if against <= agreeing or not (is_all or any(pair.weight >= _ENOUGH for pair in turned)):
        return None
    return max(turned, key=lambda pair: (pair.weight, pair.beside))


def _is_about_one_thing(pair: Pair) -> bool:
    """Return whether two clauses have something in common besides, or one says little else; counts must agree."""
    mine, theirs = _counts(pair.clause), _counts(pair.other)
    if mine - theirs and theirs - mine:
        return False
    if pair.is_opposite and has_other_subject(pair):
        return False
    return pair.beside >= _BESIDE or min(_own_words(pair.clause), _own_words(pair.other)) <= _TWO


def _counts(clause: Clause) -> set[float]:
    """Return the bare counts of a clause (`two of the seven`)."""
    return {item.quantity.value for item in clause.items if item.quantity and item.quantity.unit == ""}


def _own_words(clause: Clause) -> int:
    return sum(not word.is_operator and word.weight > SIDE for word in clause.words)


def _is_answered_by_denial(pair: Pair) -> bool:
    """Return whether the claim tells that somebody denies what the passage tells as alleged."""
    return pair.clause.rebuts and pair.theirs.grade <= HOPE


def _sides_change(case: Case, rank: int, pair: Pair) -> bool:
    """Return whether names have changed places round two opposites (`A beat B`, `B lost to A`)."""
    if not pair.is_opposite:
        return False
    passage = case.paraphrase.passages[rank]
    before = [n for n in names_among(case.paraphrase.items, case.article.text) if n.end <= pair.mine.item.start]
    names = names_among(passage.items, case.text_of(passage))
    same = [name for name in names if before and are_one_name(before[-1], name)]
    return bool(same) and all(name.start >= pair.theirs.item.end for name in same)
