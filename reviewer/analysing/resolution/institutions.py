"""Institutions by a word for them: "the company", "the council"."""

import re

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.analysing.resolution.introductions import is_called
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_DETERMINERS = word_set("grammar", "determiners")
_ANY_BUSINESS = frozenset(("company", "firm", "group", "business", "corporation", "employer"))


def by_institution_word(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Give "the company" to the business mentioned last, "the council" only to one that is called so.

    A noun that says more ("the airline") means whoever is called or introduced so, else the only business there is.
    """
    content = [word for word in words if word not in _DETERMINERS]
    if not content or words[0] not in _DETERMINERS:
        return None
    head = content[-1]
    kind = lexicon().collectives.get(head)
    if kind is None:
        return None
    own = _called(cast, head)
    described = [word for word in content[:-1] if word not in lexicon().collectives]
    if kind != "business":
        pool = [entity for entity in own if all(word in entity.words for word in described)]
    elif head in _ANY_BUSINESS:
        pool = own + _businesses(cast) if not described else own
        pool = pool or [one for one in cast.entities if one.kind is EntityKind.UNKNOWN]
    else:
        pool = own or _only_one(_businesses(cast) or [one for one in cast.entities if may_be_a_firm(one)])
        pool = [entity for entity in pool if not described or entity in own]
    entity = max(pool, key=lambda one: cast.recency(one, mention.start), default=None)
    if entity is None or _is_beside_another(cast, entity, own, mention.start):
        return None
    return cast.resolved(entity)


def _called(cast: Cast, noun: str) -> list[Entity]:
    """Return the institutions whose name or introduction says that they are one of a kind."""
    introduced = cast.introduced_as.get(noun, ())
    return [
        entity
        for entity in cast.entities
        if (entity.kind is EntityKind.ORGANISATION and is_called(entity, noun)) or any(entity is i for i in introduced)
    ]


def _only_one(entities: list[Entity]) -> list[Entity]:
    return entities if len(entities) == 1 else []


def may_be_a_firm(entity: Entity) -> bool:
    """Return whether a name of one word may be a firm's: nothing was said of it that is said of people or places."""
    personal = entity.gender or entity.person_votes or entity.roles
    return len(entity.words) == 1 and not personal and not entity.place_votes


def _is_beside_another(cast: Cast, entity: Entity, others: list[Entity], at: int) -> bool:
    """Return whether another of the kind was last named in the same sentence, so that either may be meant."""
    last = cast.recency(entity, at)
    places = [cast.recency(other, at) for other in others if other is not entity]
    return last >= 0 and any(place >= 0 and re.search(r"[.!?]\W|\n", cast.text[place:last]) is None for place in places)


def unnamed_institution(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Keep an institution without a name, such as "the education ministry", so that "it" can mean it."""
    content = [word for word in words if word not in _DETERMINERS]
    if not content or words[0] not in _DETERMINERS or content[-1] not in lexicon().collectives:
        return None
    printed = mention.of(cast.text)
    entity = Entity(without_article(printed), EntityKind.ORGANISATION, mentions=[mention])
    cast.entities.append(entity)
    return Resolved(entity.name, printed, entity)


def _businesses(cast: Cast) -> list[Entity]:
    """Return the institutions whose names do not say that they are something other than a business."""
    collectives = lexicon().collectives
    kinds = [
        (entity, {collectives[word] for word in entity.words if word in collectives})
        for entity in cast.entities
        if entity.kind is EntityKind.ORGANISATION
    ]
    others = [
        id(entity)
        for noun, entities in cast.introduced_as.items()
        for entity in entities
        if collectives[noun] != "business" and "business" not in {collectives.get(word) for word in entity.words}
    ]
    return [entity for entity, own in kinds if (not own or "business" in own) and id(entity) not in others]
