"""Institutions by a word for them: "the company", "the council"."""

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_DETERMINERS = word_set("grammar", "determiners")


def by_institution_word(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Give "the company" to the business mentioned last, "the council" only to one that is called so."""
    content = [word for word in words if word not in _DETERMINERS]
    if not content or words[0] not in _DETERMINERS:
        return None
    head = content[-1]
    kind = lexicon().collectives.get(head)
    if kind is None:
        return None
    own = [entity for entity in cast.entities if entity.kind is EntityKind.ORGANISATION and head in entity.words]
    if kind == "business":
        pool = own or _businesses(cast) or [one for one in cast.entities if one.kind is EntityKind.UNKNOWN]
    else:
        described = [word for word in content[:-1] if word not in lexicon().collectives]
        pool = [entity for entity in own if all(word in entity.words for word in described)]
    entity = max(pool, key=lambda one: cast.recency(one, mention.start), default=None)
    return None if entity is None else cast.resolved(entity)


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
    return [entity for entity, own in kinds if not own or "business" in own]
