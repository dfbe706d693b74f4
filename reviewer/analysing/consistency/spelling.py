"""One name spelt in two ways."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.consistency.scene import slip
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.model.analysis import CheckKind, InternalCheck

_SHORTEST = 5
_CROWD = 60
"""More names than this with one beginning, ending or word are a list of some kind, not slips of spelling."""


def misspelt_names(text: str, entities: Sequence[Entity]) -> Iterator[InternalCheck]:
    """Yield every mention of the rarer spelling where two names differ by one letter or two in one word.

    Two full names must agree in their other words; a surname alone is compared with the surnames of people. Names
    that differ by a plural or genitive s, and places, are left alone.
    """
    for first, second in _candidates(entities):
        pair = _variants(first, second)
        if pair is None:
            continue
        right, wrong = pair
        for mention in wrong.mentions:
            printed = mention.of(text)
            yield slip(mention, CheckKind.NAME_SPELLING, printed, right.name, f"also printed as {right.name}")


def _candidates(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs that may be one name: those whose last words begin or end alike, or that share a word."""
    buckets: dict[tuple[str, str], list[int]] = {}
    for number, entity in enumerate(entities):
        words = entity.words
        if not words or entity.kind is EntityKind.PLACE:
            continue
        keys = {("begins", words[-1][:3]), ("ends", words[-1][-3:])}
        keys |= {("shares", word) for word in words} if len(words) > 1 else set()
        for key in keys:
            buckets.setdefault(key, []).append(number)
    pairs = {
        (first, second)
        for numbers in buckets.values()
        if len(numbers) <= _CROWD
        for place, first in enumerate(numbers)
        for second in numbers[place + 1 :]
    }
    return ((entities[first], entities[second]) for first, second in sorted(pairs))


def _variants(first: Entity, second: Entity) -> tuple[Entity, Entity] | None:
    """Return the usual spelling and the other one, or None for two different names."""
    if EntityKind.PLACE in (first.kind, second.kind):
        return None
    if not (_same_but_one(first.words, second.words) or _is_surname_variant(first, second)):
        return None
    rank = sorted((first, second), key=lambda one: (-len(one.words), -len(one.mentions), one.mentions[0].start))
    return rank[0], rank[1]


def _same_but_one(first: Sequence[str], second: Sequence[str]) -> bool:
    if len(first) != len(second) or len(first) < 2:
        return False
    different = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(different) == 1 and (_nearly(*different[0]) or _one_letter_more(*different[0]))


def _one_letter_more(first: str, second: str) -> bool:
    """Return whether one first name is the other with one letter inside or after it: Jon and John, Ann and Anne."""
    shorter, longer = sorted((first, second), key=len)
    if len(longer) != len(shorter) + 1 or len(shorter) < 3 or shorter[0] != longer[0] or longer == shorter + "s":
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer)))


def _is_surname_variant(first: Entity, second: Entity) -> bool:
    shorter, longer = sorted((first, second), key=lambda one: len(one.words))
    if len(shorter.words) != 1 or len(longer.words) < 2 or longer.kind is not EntityKind.PERSON:
        return False
    if shorter.words[0] in lexicon().organisation_words or shorter.place_votes:
        return False
    return _nearly(shorter.words[0], longer.words[-1])


def _nearly(first: str, second: str) -> bool:
    """Return whether two words of some length differ by one letter, or by two in a long word."""
    if (
        min(len(first), len(second)) < _SHORTEST
        or first[0] != second[0]
        or re.sub(r"s$", "", first) == re.sub(r"s$", "", second)
    ):
        return False
    return 0 < distance(first, second) <= (2 if min(len(first), len(second)) >= 9 else 1)


def distance(first: str, second: str) -> int:
    """Return how many letters must be changed, added, dropped or swapped (optimal string alignment distance)."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                least = min(least, older[j - 2] + 1)
            row.append(least)
    return row[-1]
