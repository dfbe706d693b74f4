"""Mentions by role: "the harbour master", "her father"."""

import re

from reviewer.analysing.entities import Entity, EntityKind, name_words
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_DETERMINERS = word_set("grammar", "determiners")
_LONGEST_UNNAMED = 10
_SOON_NAMED = 250
"""Code points after an office within which its holder may be named."""


def by_role(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Return the person with a role, the one mentioned last when several have it."""
    content = [word for word in words if word not in _DETERMINERS]
    if content and content[-1].endswith("-year-old"):
        return _by_position(cast, mention, words, content)
    head = head_of(content)
    if head not in lexicon().roles | lexicon().male_words | lexicon().female_words:
        return None
    held = _holders(cast, mention.start, content, head)
    if held is None or held[0].name == without_article(held[1]):
        named = _named_after_office(cast, mention.start, content)
        if named is not None:
            return cast.resolved(named)
    if held is None:
        return _by_position(cast, mention, words, content)
    entity, role = held
    return Resolved(entity.name, f"{entity.name}, {role}", entity)


def _holders(cast: Cast, at: int, content: list[str], head: str) -> tuple[Entity, str] | None:
    """Return who has a role and as what, the one mentioned last of several; whoever has it still comes first.

    When the role is one that somebody had, it is their successor's now.
    """
    candidates = []
    wants_past = bool({"former", "ex", "outgoing", "previous"} & set(content))
    for entity in cast.entities:
        for role in entity.roles:
            role_words = name_words(role)
            if head in role_words and _shared(content, role_words) == len(content):
                past = role in entity.past_roles
                candidates.append((past == wants_past, cast.recency(entity, at), entity, role))
    if not candidates:
        return None
    fits, _, entity, role = max(candidates, key=lambda item: item[:2])
    if not fits and not wants_past:
        later = [one for one in cast.entities if any("successor" in name_words(role) for role in one.roles)]
        return (later[-1], f"successor of {entity.name}") if later else (entity, role)
    return entity, role


def _named_after_office(cast: Cast, at: int, content: list[str]) -> Entity | None:
    """Return whom the text names next after an office of which there is one: "The minister declined. Ann Dale said"."""
    if content[0] not in word_set("people", "offices_of_one"):
        return None
    office = re.compile(rf"\b[Tt]he {content[0]}\b", re.IGNORECASE).search(cast.text)
    if office is None or office.start() >= at:
        return None
    named = [one for one in cast.entities if one.mentions and one.mentions[0].start > office.start()]
    people = [one for one in named if one.kind is EntityKind.PERSON and " " in one.name and one.mentions[0].start < at]
    first = min(people, key=lambda one: one.mentions[0].start, default=None)
    if first is None or first.roles or first.mentions[0].start - office.end() > _SOON_NAMED:
        return None
    return first


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
