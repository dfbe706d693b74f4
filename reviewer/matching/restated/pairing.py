"""Words of a claim beside the words of its passage that say the same or the opposite, clause by clause."""

from collections.abc import Iterator, Sequence

import msgspec

from reviewer.matching.differences.negation import are_opposites
from reviewer.matching.families import stem
from reviewer.matching.items import Item
from reviewer.matching.restated.binding import keys_of
from reviewer.matching.restated.clause import Clause, Word
from reviewer.matching.rules import negation_rules, opposite_words, synonym_groups

_FAMILY = 0.7
"""What a word in common counts that is only one of the same family."""

_VALUE = 2.0
_OPPOSITE = 2.0
_LESS = 0.75
"""By how much an opposite fits less than the word itself, where a passage has both."""

_SHORTEST = 3
"""Letters that must be left when a beginning that denies comes off, and one more."""

_RECALLED, _MOST_RECALLED = 0.5, 2.0
"""What a word in common counts, and how many do, that a pronoun of the passage may stand for."""


class Pair(msgspec.Struct, frozen=True):
    """Two words with their clauses; `is_opposite` tells of the words alone, `beside` what else the clauses share."""

    mine: Word
    theirs: Word
    clause: Clause
    other: Clause
    is_opposite: bool
    beside: float

    @property
    def is_turned(self) -> bool:
        """Return whether one side says the opposite of the other, denials counted."""
        return (self.mine.denied != self.theirs.denied) != self.is_opposite

    @property
    def is_polar(self) -> bool:
        """Return whether anything denies or opposes at all."""
        return self.mine.denied or self.theirs.denied or self.is_opposite

    @property
    def weight(self) -> float:
        """Return what the pair counts: more where a denial governs the word, or the words are opposites."""
        if self.is_opposite:
            return _OPPOSITE
        most = max(self.mine.weight, self.theirs.weight)
        return most if most > 1 else min(self.mine.weight, self.theirs.weight)


def pairs_of(clause: Clause, others: Sequence[Clause]) -> list[Pair]:
    """Return for each word of a clause the best fitting word of the passage, if any.

    That is the one in the clause which has most in common with the claim's besides; of two such, the one that does not
    turn it round.
    """
    found: list[Pair] = []
    common = [(other, *_in_common(clause, other)) for other in others if not other.is_asked]
    for word in clause.words:
        if word.item.capital and not word.item.leads:
            continue
        able = list(_partners(word, clause, common))
        if able:
            found.append(max(_of_that_time(able, clause), key=_fit))
    return found


def _in_common(clause: Clause, other: Clause) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys that two clauses share, and those more that they share with what stands beside them."""
    here, there = clause.keys(), other.keys()
    return here & there, ((here | clause.recalled) & (there | other.recalled)) - (here & there)


def _of_that_time(able: Sequence[Pair], clause: Clause) -> Sequence[Pair]:
    """Return the pairs with what the passage tells of now, or of once, when the claim tells which it means."""
    if clause.is_now is None:
        return able
    fitting = [pair for pair in able if pair.other.is_now is clause.is_now]
    others = [pair for pair in able if pair.other.is_now is not (not clause.is_now)]
    return fitting or others or able


def _fit(pair: Pair) -> tuple[float, bool, bool]:
    return (
        pair.beside - has_other_subject(pair) - _LESS * pair.is_opposite,
        pair.mine.grade == pair.theirs.grade,
        not pair.is_turned,
    )


def has_other_subject(pair: Pair) -> bool:
    """Return whether both clauses have a subject, with no word in common."""
    mine = [word.item for word in pair.clause.words if not word.follows_verb]
    theirs = [word.item for word in pair.other.words if not word.follows_verb]
    return bool(mine and theirs) and not any(relation_of(one, other) for one in mine for other in theirs)


def _partners(
    word: Word, clause: Clause, common: Sequence[tuple[Clause, frozenset[str], frozenset[str]]]
) -> Iterator[Pair]:
    for other, shared, rest in common:
        for theirs in other.words:
            if theirs.item.capital and not theirs.item.leads:
                continue
            relation = relation_of(word.item, theirs.item)
            if relation:
                own = keys_of(word.item) | keys_of(theirs.item)
                beside = _shared(shared, own) + _RECALLED * min(_MOST_RECALLED, _shared(rest, own))
                yield Pair(word, theirs, clause, other, relation < 0, beside)


def _shared(keys: frozenset[str], own: frozenset[str]) -> float:
    rest = keys - own
    words = sum(1.0 if key[:6] != "value:" else _VALUE for key in rest if key[0] != "#")
    families = sum(1 for key in rest if key[0] == "#")
    return words + _FAMILY * max(0, families - sum(1 for key in rest if key[0] != "#"))


def relation_of(one: Item, other: Item) -> int:
    """Return 1 for two words that say the same, -1 for opposites, 0 for neither."""
    if one.form == other.form:
        return 1
    if opposite_side(one.form, other.form) or _is_denied_form(one.form, other.form):
        return -1
    if stem(one.form) == stem(other.form):
        return 1
    groups = synonym_groups()
    same_side = set(opposite_words().get(one.form, ())) & set(opposite_words().get(other.form, ()))
    return int(bool(same_side or set(groups.get(one.form, ())) & set(groups.get(other.form, ()))))


def _is_denied_form(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short in negation_rules().no_stems:
        return False
    if are_opposites(one, other):
        return True
    rest = long[2:] if long.startswith("un") else long[3:] if long.startswith("non") else ""
    return (
        len(rest) > 3
        and rest not in negation_rules().no_stems
        and stem(rest) == stem(short)
        and long not in opposite_words()
    )


def opposite_side(one: str, other: str) -> bool:
    """Return whether two words stand on the two sides of a pair of opposites."""
    pairs = opposite_words()
    return any((pair, 1 - side) in pairs.get(other, ()) for pair, side in pairs.get(one, ()))
