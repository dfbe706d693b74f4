"""Several people by one word: "the pair", "both", "the couple", and one of two by "the former", "the latter"."""

import re
from itertools import pairwise

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_BETWEEN = re.compile(
    r"(?:,?\s*\(?\d{1,3}\)?)?(?:,\s*|,?\s+(?:and|&)\s+)(?:(?:his|her|their|the|an?|[a-z][\w’'-]+),?\s+){0,4}"
)
"""What may stand between two names that are listed: "Ann Dale, 44, and her brother Rob Dale"."""
_REACH = 700
"""Code points within which a list of people is still meant by "the pair"."""
_ONE_OF_TWO: dict[tuple[str, ...], int] = {("former",): 0, ("first",): 0, ("latter",): 1, ("second",): 1}


def by_group(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Give "the pair" and "both" to the people listed last, "the latter" to the second of two named together."""
    content = [word for word in words if word not in ("the", "of", "them", "these", "those", "all")]
    if words[0] == "the" and tuple(content) in _ONE_OF_TWO:
        two = _last_two(cast, mention.start)
        return cast.resolved(two[_ONE_OF_TWO[tuple(content)]]) if two else None
    if len(content) != 1 or words[0] not in ("the", "both", "all"):
        return None
    number = _how_many(content[0])
    people = _listed_last(cast, mention.start, number) if number else []
    if not people:
        return None
    names = [one.name for one in people]
    return Resolved(", ".join(names[:-1]) + " and " + names[-1], mention.of(cast.text))


def _how_many(word: str) -> int:
    if word in word_set("people", "groups_of_two"):
        return 2
    return 3 if word in ("trio", "three", "threesome", "triplets") else 0


def _listed_last(cast: Cast, at: int, number: int) -> list[Entity]:
    """Return the people that the text lists last before a place, when they are as many as that."""
    people = _people_before(cast, at)
    for last in range(len(people), number - 1, -1):
        group = people[last - number : last]
        ends = list(pairwise(group))
        joined = all(_BETWEEN.fullmatch(cast.text, one[0].end, other[0].start) for one, other in ends)
        spoken = " and " in cast.text[group[-2][0].end : group[-1][0].start] if number > 1 else False
        if joined and spoken and len({id(entity) for _, entity in group}) == number:
            return [entity for _, entity in group]
    return []


def _last_two(cast: Cast, at: int) -> list[Entity]:
    """Return the two that the sentence before a place names, in their order there; none unless they are two."""
    before = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", cast.text[:at].rstrip())
    end = at
    start = end - len(before[-1]) if before else end
    for sentence in reversed(before[-3:]):
        start = cast.text.rfind(sentence, 0, end)
        named = cast.named_in(Span(start, start + len(sentence)))
        distinct = list({id(entity): entity for entity in named if entity.kind is not EntityKind.PLACE}.values())
        if len(distinct) >= 2:
            return distinct if len(distinct) == 2 else []
        end = start
    return []


def _people_before(cast: Cast, at: int) -> list[tuple[Span, Entity]]:
    found = [
        (mention, entity)
        for entity in cast.entities
        if entity.kind in (EntityKind.PERSON, EntityKind.UNKNOWN)
        for mention in entity.mentions
        if at - _REACH <= mention.start < at and not _is_common(mention.of(cast.text))
    ]
    return sorted(found, key=lambda place: place[0])


def _is_common(printed: str) -> bool:
    """Return whether a mention is somebody without a name ("her father")."""
    words = printed.split()
    return words[0][0].islower() and words[-1].casefold() in lexicon().roles
