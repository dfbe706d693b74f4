"""One person under two spellings: the slip joins whoever is named in full, so that their words are not parted."""

from collections.abc import Sequence

import msgspec

from reviewer.analysing.consistency.spelling import distance
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.text.wordlists import word_set

_SHORTEST = 5
_LONG = 8
"""Letters from which on two of them may be wrong."""


def joined_spellings(entities: Sequence[Entity]) -> dict[int, Entity]:
    """Return the person that each misspelt entity means, by its id; their mentions are those of both together.

    A surname alone ("Mr Teirney") joins the one full name that it is a slip of, and of two full names that share the
    first the rarer joins the other. Whose name is an institution's or a place's is left alone.
    """
    people = [one for one in entities if one.kind is not EntityKind.PLACE and 1 < len(one.words) < 5]
    meant: dict[int, Entity] = {}
    for entity in entities:
        near = [one for one in people if one is not entity and _is_slip(entity, one)]
        if len(near) == 1:
            meant[id(entity)] = near[0]
    merged: dict[int, Entity] = {}
    for person in people:
        slips = [one for one in entities if meant.get(id(one)) is person]
        if slips and id(person) not in meant:
            mentions = sorted(mention for one in (person, *slips) for mention in one.mentions)
            gender = next((one.gender for one in (person, *slips) if one.gender), "")
            whole = msgspec.structs.replace(person, mentions=mentions, gender=gender, kind=EntityKind.PERSON)
            merged.update({id(one): whole for one in (person, *slips)})
    return merged


def _is_slip(entity: Entity, person: Entity) -> bool:
    """Return whether a name is a misspelling of a person's whole name or surname."""
    words, right = entity.words, person.words
    if entity.kind is EntityKind.PLACE or entity.place_votes or not words:
        return False
    if EntityKind.PERSON not in (entity.kind, person.kind):
        return False
    if set(words + right) & (lexicon().organisation_words | word_set("people", "geographic_words")):
        return False
    if entity.gender and person.gender and entity.gender != person.gender:
        return False
    if len(words) == 1:
        return _near(words[0], right[-1]) and (entity.kind is EntityKind.PERSON or bool(entity.person_votes))
    rarer = (len(entity.mentions), -entity.mentions[0].start) < (len(person.mentions), -person.mentions[0].start)
    return rarer and len(words) == len(right) and words[:-1] == right[:-1] and _near(words[-1], right[-1], more=1)


def _near(word: str, right: str, more: int = 0) -> bool:
    """Return whether a word is a slip of another: one letter wrong, or two in a long word or in one that has `more`."""
    if word == right or word[0] != right[0] or word + "s" == right or right + "s" == word:
        return False
    shortest = min(len(word), len(right))
    if shortest < _SHORTEST - more:
        return False
    swapped = shortest > _SHORTEST and sorted(word) == sorted(right)
    return distance(word, right) <= (2 if shortest >= _LONG or more or swapped else 1)
