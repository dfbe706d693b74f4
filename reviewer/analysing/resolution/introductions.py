"""What an article introduces an institution as: "Avelair, the airline", "the charity Warm Hands"."""

import re
from collections.abc import Mapping, Sequence

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.text.wordlists import word_set

_WORDS = r"(?:[^\W\d_][\w’'-]*\s+){0,4}?"
_AFTER = re.compile(
    rf"(?:,\s+|\s+\(|\s+(?:is|was|are|has been)\s+)(?:the|an?|its|our|their)\s+{_WORDS}(?P<noun>[a-z][a-z-]+)"
    r"(?=[,.;:)—–]|\s+(?:that|which|who|whose|based|in|at|of|behind|for|with|from|owned|run|founded|near|on|to|and)\b|$)"
)
_BEFORE = re.compile(r"(?:^|[\s“(])(?P<noun>[A-Za-z][a-z-]+)\s+$")
_BEFORE_AND_COMMA = re.compile(rf"\b[Tt]he\s+{_WORDS}(?P<noun>[a-z][a-z-]+),\s+$")
_REACH = 90

_SAID_IN_NAMES = {
    "airline": {"airways", "airlines", "air"},
    "bank": {"banking"},
    "brewery": {"brewing", "breweries", "brewers"},
    "force": {"police", "constabulary"},
    "hospital": {"infirmary"},
    "police": {"constabulary"},
    "school": {"primary", "academy", "secondary"},
    "shipyard": {"shipyards", "shipbuilders"},
}
"""Other words by which the name of an institution says what it is."""


def find_introduced(text: str, entities: Sequence[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Return the institutions introduced by each common noun, in the order of the entities.

    Whoever is introduced so is an institution, whatever a name of one word was taken for.
    """
    introduced: dict[str, list[Entity]] = {}
    for entity in entities:
        nouns = _nouns_beside(text, entity) if _may_be_an_institution(entity) else set()
        for noun in sorted(nouns):
            entity.kind = EntityKind.ORGANISATION
            introduced.setdefault(noun, []).append(entity)
    return introduced


def is_called(entity: Entity, noun: str) -> bool:
    """Return whether a name itself says what an institution is: "Hollins Brewery" a brewery, "Marle Air" an airline."""
    return noun in entity.words or any(word in _SAID_IN_NAMES.get(noun, ()) for word in entity.words)


def _nouns_beside(text: str, entity: Entity) -> set[str]:
    found = set()
    for mention in entity.mentions:
        lead = text[max(0, mention.start - _REACH) : mention.start]
        after = _AFTER.match(text, mention.end, min(len(text), mention.end + _REACH))
        for match in (after, _BEFORE.search(lead), _BEFORE_AND_COMMA.search(lead)):
            noun = match.group("noun").casefold() if match is not None else ""
            if lexicon().collectives.get(noun, "people") != "people":
                found.add(noun)
    return found


def _may_be_an_institution(entity: Entity) -> bool:
    """Return whether nothing tells of a person or a place: no title, gender, age or role, and no "in" before it."""
    if entity.kind is EntityKind.ORGANISATION:
        return True
    known = lexicon()
    first = entity.words[0] if entity.words else ""
    personal = entity.gender or entity.person_votes or entity.roles or first in known.male_names | known.female_names
    is_place = entity.kind is EntityKind.PLACE and (
        entity.place_votes or any(word in word_set("people", "geographic_words") for word in entity.words)
    )
    return bool(entity.words) and not personal and not is_place
