"""Mentions by role: "the harbour master", "her father"."""

import re

from reviewer.analysing.entities import Entity, EntityKind, name_words
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_DETERMINERS = word_set("grammar", "determiners")
_LONGEST_UNNAMED = 10


def by_role(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Return the person with a role, the one mentioned last when several have it."""
    content = [word for word in words if word not in _DETERMINERS]
    if content and content[-1].endswith("-year-old"):
        return _by_position(cast, mention, words, content)
    head = head_of(content)
    if head not in lexicon().roles | lexicon().male_words | lexicon().female_words:
        return None
    candidates = []
    for entity in cast.entities:
        for role in entity.roles:
            role_words = name_words(role)
            if head in role_words and _shared(content, role_words) == len(content):
                candidates.append((cast.recency(entity, mention.start), entity, role))
    if not candidates:
        return _by_position(cast, mention, words, content)
    _, entity, role = max(candidates, key=lambda item: item[0])
    return Resolved(entity.name, f"{entity.name}, {role}", entity)


def _by_position(cast: Cast, mention: Span, words: list[str], content: list[str]) -> Resolved | None:
    """Give "the striker" and "the 19-year-old" to the person in focus when nobody was called so before."""
    if words[0] != "the" or len(content) != 1:
        return None
    if content[0] not in word_set("people", "positions") and not content[0].endswith("-year-old"):
        return None
    entity = cast.in_focus(mention.start, lambda one: one.kind is EntityKind.PERSON)
    return cast.resolved(entity) if entity is not None else None


def unnamed(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Keep somebody who has no name, such as "her father" or "the baker", so that a pronoun can mean them."""
    known = lexicon()
    head = head_of(words)
    is_person = head in known.roles | known.male_words | known.female_words
    printed = re.split(r",? and who\b|,", mention.of(cast.text))[0]
    if len(name_words(printed)) > _LONGEST_UNNAMED or words[0] not in _DETERMINERS | {"one"} or not is_person:
        return None
    before = next((one for one in cast.entities if any(m.start == mention.start for m in one.mentions)), None)
    if before is not None:
        before.name = max(before.name, without_article(printed), key=len)
        return Resolved(before.name, printed, before)
    gender = "m" if head in known.male_words else "f" if head in known.female_words else ""
    entity = Entity(without_article(printed), EntityKind.PERSON, gender, [printed], [mention])
    cast.entities.append(entity)
    return Resolved(entity.name, printed, entity)


def head_of(words: list[str]) -> str:
    """Return the noun that a mention turns on: `woman` of "a woman who was in town", `head` of "head of the union"."""
    stops = word_set("grammar", "words_after_heads")
    end = next((place for place, word in enumerate(words) if word in stops and place), len(words))
    return words[end - 1] if words else ""


def _shared(wanted: list[str], role: list[str]) -> int:
    return sum(word in role or word.removesuffix("'s") in role for word in wanted)
