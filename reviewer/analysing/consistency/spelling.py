"""One name spelt in two ways."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reviewer.analysing.consistency.scene import slip
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_SHORTEST = 5
_STOP = re.compile(r"[.!?][”\"’')\]]*\s|\n")
_CAPITAL_WORD = re.compile(
    r"(?<![\w’'-])(?:Mc|Mac|O[’'])?[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?=[’']s\b|(?![\w’'-]))"
)
_LOWER_WORD = re.compile(r"(?<![\w’'-])[a-zß-ÿ]{4,}(?![\w’'-])")
_CAPITAL_BEFORE = re.compile(
    r"\b(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Cllr|Councillor|Insp|Inspector|Sgt|Det|PC|DC|Judge|Justice|Rev|"
    r"Captain|Capt|Professor|Senator|Mayor|And|But|For|When|As|If|After|Then|By|With|So|Yet|While|Later|Now)\b)"
    r"[A-ZÀ-Þ][\w’'-]*\.?\s$"
)
_CAPITAL_AFTER = re.compile(r"\s(?:of\s|and\s(?:Sons?|Co)\b)?[A-ZÀ-Þ][a-zß-ÿ]")
_PERSON_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Cllr|Councillor|Insp|Inspector|Sgt|Judge|Justice|Rev|Professor|"
    r"said|says|added|told|for|by|with|but|and)\.?\s$"
)
_PERSON_AFTER = re.compile(
    r",\s(?:who|whose|whom|\d{1,2}\b|said|an?\b|the\b|of\b|from\b|aged\b)|[’']s\b|\s(?:said|says|told|added|"
    r"was|is|has|had|also|then|later|will|would|"
    r"did|and|argued|denied|left|won|scored|gave|made|took|went|came|joined|admitted|claimed|asked|replied|wrote|spoke|"
    r"accepted|refused|insisted|does|could|might|declined|pleaded|led|finished|crossed)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|outside|of|around)\s$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?<=\w{4})(?:ies|s|n|an|ian|ic|tic|ical|ish|ese|ist|ism|ists|ans|ians)$")
_CROWD = 60
"""More names than this with one beginning, ending or word are a list of some kind, not slips of spelling."""


def misspelt_names(text: str, entities: Sequence[Entity]) -> Iterator[InternalCheck]:
    """Yield every mention of the rarer spelling where two names differ by one letter or two in one word.

    Two full names must agree in their other words; a surname alone is compared with the surnames of people. Names
    that differ by a plural or genitive s, and places, are left alone, and so are two spellings in one sentence: there
    the spelling is the story.
    """
    for first, second in _candidates(entities):
        pair = _variants(first, second)
        if pair is None or _share_a_sentence(text, *pair):
            continue
        right, wrong = pair
        for mention in wrong.mentions:
            yield _slip(text, mention, right)
    yield from _strays(text, entities)


def _slip(text: str, mention: Span, right: Entity) -> InternalCheck:
    return slip(mention, CheckKind.NAME_SPELLING, mention.of(text), right.name, f"also printed as {right.name}")


def _share_a_sentence(text: str, right: Entity, wrong: Entity) -> bool:
    return all(
        any(not _STOP.search(text, min(a.end, b.end), max(a.start, b.start)) for a in right.mentions)
        for b in wrong.mentions
    )


def _strays(text: str, entities: Sequence[Entity]) -> Iterator[InternalCheck]:
    """Yield capitalised words that are nearly the surname of a person named in full: "Chidi Okonkwo … Okonwko"."""
    people = [
        one for one in entities if one.kind is EntityKind.PERSON and len(one.words) > 1 and len(one.words[-1]) >= 4
    ]
    if not people:
        return
    known = {word for one in entities for word in one.words}
    words = [match for match in _CAPITAL_WORD.finditer(text) if len(match.group()) >= 4]
    lower = set(_LOWER_WORD.findall(text))
    for match in words:
        folded = match.group().casefold()
        if folded in known or folded in lower or _is_part_of_a_name(text, match):
            continue
        meant = [one for one in people if _is_slip_of(folded, one.words[-1])]
        is_told = _PERSON_BEFORE.search(text, max(0, match.start() - 12), match.start()) is not None
        is_turned = len(meant) == 1 and _are_letters_turned(folded, meant[0].words[-1])
        is_place = _PLACE_BEFORE.search(text, max(0, match.start() - 12), match.start()) is not None
        if len(meant) == 1 and (
            is_told or (is_turned and not is_place) or _PERSON_AFTER.match(text, match.end()) is not None
        ):
            right = meant[0]
            if all(
                _STOP.search(text, min(one.end, match.end()), max(one.start, match.start())) for one in right.mentions
            ):
                yield _slip(text, Span(*match.span()), right)


def _are_letters_turned(word: str, surname: str) -> bool:
    """Return whether two neighbouring letters alone stand the other way about: no other name comes of that."""
    return len(word) >= _SHORTEST and sorted(word) == sorted(surname) and distance(word, surname) == 1


def _is_part_of_a_name(text: str, match: re.Match[str]) -> bool:
    before = _CAPITAL_BEFORE.search(text, max(0, match.start() - 24), match.start())
    return before is not None or _CAPITAL_AFTER.match(text, match.end()) is not None


def _is_slip_of(word: str, surname: str) -> bool:
    if word[0] != surname[0] or re.sub(r"s$", "", word) == re.sub(r"s$", "", surname):
        return False
    if abs(len(word) - len(surname)) > 2:
        return False
    return distance(word, surname) == 1 or _differs_little(word, surname)


def _candidates(entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Yield the pairs that may be one name: those whose last words begin or end alike, or that share a word."""
    buckets: dict[tuple[str, str], list[int]] = {}
    for number, entity in enumerate(entities):
        words = entity.words
        if not words or entity.kind is EntityKind.PLACE:
            continue
        keys = {("begins", words[-1][:3]), ("ends", words[-1][-3:]), ("letters", "".join(sorted(words[-1])))}
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
    if EntityKind.PLACE in (first.kind, second.kind) or _is_derived(first.words[-1], second.words[-1]):
        return None
    alike = _same_but_one(first.words, second.words) or _is_surname_variant(first, second) or _are_titled(first, second)
    if not alike:
        return None
    rank = sorted((first, second), key=lambda one: (-len(one.words), -len(one.mentions), one.mentions[0].start))
    return rank[0], rank[1]


def _same_but_one(first: Sequence[str], second: Sequence[str]) -> bool:
    if len(first) != len(second) or len(first) < 2:
        return False
    different = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(different) != 1:
        return False
    one, other = different[0]
    if first[-1] == second[-1] and one.rstrip("s") == other.rstrip("s") and min(len(one), len(other)) >= _SHORTEST:
        return True
    return (
        _nearly(one, other) or _one_letter_more(one, other) or _differs_little(one, other) or _sound_alike(one, other)
    )


def _sound_alike(first: str, second: str) -> bool:
    """Return whether two first names are spellings of one: Stephen and Steven, Catherine and Katherine."""
    return any(first in names and second in names for names in _one_name())


@lru_cache(maxsize=1)
def _one_name() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.split("/")) for entry in word_set("people", "spellings_of_first_names"))


def _differs_little(first: str, second: str) -> bool:
    """Return whether two long words differ by doubled letters, the order of two letters, or one part alone."""
    if min(len(first), len(second)) == _SHORTEST and sorted(first) == sorted(second):
        return first[0] == second[0] and distance(first, second) <= 2
    if min(len(first), len(second)) < 6:
        return False
    if re.sub(r"(.)\1", r"\1", first) == re.sub(r"(.)\1", r"\1", second):
        return True
    if sorted(first) == sorted(second) and distance(first, second) <= 2:
        return True
    parts, others = first.split("-"), second.split("-")
    if len(parts) != len(others) or len(parts) < 2:
        return False
    different = [(a, b) for a, b in zip(parts, others, strict=True) if a != b]
    return len(different) == 1 and 0 < distance(*different[0]) <= 2 and min(map(len, different[0])) >= 4


def _is_derived(first: str, second: str) -> bool:
    """Return whether one word is made from the other: Syria and Syrian, Democrats and Democratic."""
    shorter, longer = sorted((_SUFFIX.sub("", first), _SUFFIX.sub("", second)), key=len)
    return first != second and (
        shorter == longer or longer in (shorter + "a", shorter + "e", shorter + "y", shorter + "t")
    )


def _are_titled(first: Entity, second: Entity) -> bool:
    """Return whether two surnames that stand behind titles differ by a letter: Lord Ashcombe, Lord Ashcome."""
    if len(first.words) != 1 or len(second.words) != 1 or first.place_votes or second.place_votes:
        return False
    both = first.kind is EntityKind.PERSON and second.kind is EntityKind.PERSON
    return both and _nearly(first.words[0], second.words[0])


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
    if shorter.words[0] in lexicon().organisation_words or (
        shorter.place_votes and shorter.kind is not EntityKind.PERSON
    ):
        return False
    return _nearly(shorter.words[0], longer.words[-1]) or _differs_little(shorter.words[0], longer.words[-1])


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
