"""Mentions that hold a name, and people who speak for an institution."""

import re

from reviewer.analysing.entities import Entity, EntityKind, name_words
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.analysing.resolution.institutions import by_institution_word
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_JOINT = re.compile(r"\band\b|&")
_OF_A_NATION = re.compile(r"(?:[A-Z]\w+-)?[A-Z]\w*(?:ish|ese|ian|ean|ench|utch|wiss|erman|exican|merican)")
"""An adjective of nation: "the Swiss group" has no name."""
_DETERMINERS = word_set("grammar", "determiners")
_COMMON_NOUN = re.compile(r"(?:\s+[a-z][\w-]*){0,3}?\s+(?P<head>[a-z][\w-]+)")
_BODIES_WITHIN = frozenset(("board", "committee", "department", "office", "team", "service", "force"))
"""Words for a part of an institution: what "the Norrmar board" says, Norrmar Lines says."""
_OFFICES = frozenset(("minister", "mayor", "ambassador", "president", "governor", "chancellor", "commissioner"))


def by_name(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Return the person or institution named in a mention; a person comes before the institution they are from."""
    named = [one for one in cast.named_in(mention) if not _only_describes(cast, one, mention)]
    printed = mention.of(cast.text)
    people = [one for one in named if one.kind is EntityKind.PERSON and not _is_acted_for(cast, one, mention)]
    people = [one for one in people if not _holds_office_spoken_for(cast, one, mention)]
    speaking_for = any(word in lexicon().spokespeople for word in words)
    if len(people) > 1 and _JOINT.search(printed) and _is_joint(cast, mention, people):
        return Resolved(_joined([one.name for one in people]), printed)
    if people and (not speaking_for or _is_named_last(people[-1], mention)):
        person = people[-1] if speaking_for or _leads_up_to(cast, people[-1], mention) else people[0]
        return cast.resolved(person)
    if len(words) > 1 and words[-1] in lexicon().documents and named and words[-1] in named[-1].words:
        return _without_document(cast, words, mention)
    organisations = [one for one in named if one.kind is not EntityKind.PERSON and _may_be_meant(cast, one, mention)]
    if not organisations:
        return None
    last = any(m.end == mention.end for m in organisations[-1].mentions) and lexicon().roles.isdisjoint(words)
    entity = (
        organisations[-1]
        if speaking_for or last or re.search(r"\b(?:at|from|of|for|with)\b", printed)
        else organisations[0]
    )
    if people:
        return Resolved(people[0].name, printed, people[0])
    ends_with_name = any(one.end == mention.end for one in entity.mentions) and len(entity.words) > 1
    if speaking_for or ends_with_name or _is_whole(words, entity) or _speaks_for(words):
        return _institution(cast, entity, printed)
    return None


def _may_be_meant(cast: Cast, entity: Entity, mention: Span) -> bool:
    """Return whether a mention may mean an institution named in it.

    A place is meant only when nothing but its name is printed ("Bern said"), not by "the transport office in Bern" or
    "Bern officials"; nor is a name that only describes what follows "of" ("the operator of the Sella dam").
    """
    printed = mention.of(cast.text)
    content = [word for word in name_words(printed) if word not in _DETERMINERS]
    if entity.kind is EntityKind.PLACE or _OF_A_NATION.fullmatch(entity.name):
        return content == entity.words
    last = max((one.end for one in entity.mentions if mention.contains(one)), default=mention.end)
    tail = cast.text[last : mention.end]
    return re.search(r"\b(?:of|for)\b", printed) is None or re.match(r"['’]?s?\s+[a-z]", tail) is None


def _only_describes(cast: Cast, entity: Entity, mention: Span) -> bool:
    """Return whether a name of one word only says which council, court or minister is meant: "the Velm council".

    It does not when the name is short for an institution of that kind ("Velm Town Council") or for a business.
    """
    place = next((one for one in entity.mentions if mention.contains(one)), None)
    noun = _COMMON_NOUN.fullmatch(cast.text, place.end, mention.end) if place is not None else None
    if place is None or noun is None or " " in place.of(cast.text):
        return False
    head = noun.group("head")
    kind = lexicon().collectives.get(head, "")
    if len(entity.words) > 1:
        called = set(entity.words) & lexicon().collectives.keys()
        return kind == "public" and head not in _BODIES_WITHIN and bool(called) and head not in called
    return (kind in ("public", "civil") and head not in ("team", "group")) or head in _OFFICES


def _is_acted_for(cast: Cast, person: Entity, mention: Span) -> bool:
    """Return whether a person is only named as whose lawyer, wife or friend somebody is: "a lawyer for Mr Tranter"."""
    start = next((one.start for one in person.mentions if mention.contains(one)), mention.start)
    before = name_words(cast.text[mention.start : start])
    known = lexicon()
    roles = known.roles | known.male_words | known.female_words
    return before[-1:] in (["for"], ["of"], ["to"]) and len(before) > 1 and before[-2] in roles


def _holds_office_spoken_for(cast: Cast, person: Entity, mention: Span) -> bool:
    """Return whether a name only says who holds the office that is spoken for.

    "A spokeswoman for the Minister, Cathal Breen, said": the office is a person's, so that the name is the minister's.
    "A spokeswoman for the port, Kay Lorne, said": an institution is spoken for, so that the name is the spokeswoman's.
    """
    start = next((one.start for one in person.mentions if mention.contains(one)), mention.start)
    before = name_words(cast.text[mention.start : start])
    known = lexicon()
    at = next((place for place, word in enumerate(before) if word in known.spokespeople), None)
    if at is None or before[at + 1 : at + 2] not in (["for"], ["of"]):
        return False
    return before[-1] in known.roles or before[-2:-1] in (["minister"], ["secretary"], ["minister's"])


def _leads_up_to(cast: Cast, person: Entity, mention: Span) -> bool:
    """Return whether a mention leads up to the name it ends with: "Dunn campaign manager Patty Oakes"."""
    start = next((one.start for one in person.mentions if one.end == mention.end), mention.start)
    before = re.findall(r"[\w’'-]+", cast.text[mention.start : start].casefold())
    return bool(before) and before[-1] not in ("of", "for", "to", "from", "with", "by", "and", "about", "against")


def _is_joint(cast: Cast, mention: Span, people: list[Entity]) -> bool:
    """Return whether a mention lists people who speak together: nothing but names, titles, roles, "and" and commas."""
    rest = mention.of(cast.text)
    for place in sorted((m for one in people for m in one.mentions if mention.contains(m)), reverse=True):
        rest = rest[: place.start - mention.start] + " " + rest[place.end - mention.start :]
    words = re.findall(r"[\w’'-]+", rest.casefold())
    known = lexicon()
    others = {"and", "both"} | word_set("people", "groups_of_two")
    return all(word in _DETERMINERS or word in known.roles or word in others for word in words)


def _joined(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]


def by_spokesperson(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Let a spokesperson of nobody in particular speak for the institution that was last in focus."""
    known = lexicon()
    if words[-1] in known.collectives and len(words) > 3 and words[-3] in ("for", "of") and words[-2] == "the":
        if words[-4] not in known.spokespeople:
            return None
        start = cast.text.rindex("the", mention.start, mention.end)
        return by_institution_word(cast, Span(start, mention.end), words[-2:])
    if words[-1] not in known.spokespeople or len(words) > 2:
        return None
    if cast.last_group is not None:
        return cast.last_group
    entity = cast.in_focus(mention.start, lambda one: one.kind is EntityKind.ORGANISATION)
    return cast.resolved(entity) if entity is not None else None


def _is_named_last(person: Entity, mention: Span) -> bool:
    """Return whether a mention ends with a name: "the spokeswoman, Ilse Brandt", not "Finch's spokeswoman"."""
    return any(one.end == mention.end for one in person.mentions)


def _without_document(cast: Cast, words: list[str], mention: Span) -> Resolved:
    """Give "Harbour Board Statement" to the Harbour Board."""
    printed = mention.of(cast.text)
    issuer = [word for word in words if word not in lexicon().documents and not word.isdigit()]
    entity = next((one for one in cast.entities if one.words == issuer), None)
    if entity is not None:
        return Resolved(entity.name, printed, entity)
    return Resolved(without_article(printed[: printed.rfind(" ")]), printed)


def _institution(cast: Cast, entity: Entity, printed: str) -> Resolved:
    longer = [
        other
        for other in cast.entities
        if other is not entity
        and other.kind is EntityKind.ORGANISATION
        and set(entity.words) < set(other.words)
        and entity.kind is not EntityKind.ORGANISATION
    ]
    chosen = longer[0] if longer else entity
    return Resolved(chosen.name, cast.full_mention(chosen) if longer else printed, chosen)


def _is_whole(words: list[str], entity: Entity) -> bool:
    content = [word for word in words if word not in _DETERMINERS]
    return content == entity.words or set(content) <= set(entity.words)


def _speaks_for(words: list[str]) -> bool:
    """Return whether a mention is a collective of the institution it names: "the Hallowmere team"."""
    known = lexicon()
    listed = any(word in known.collectives or word in known.documents for word in words)
    return listed and words[-1] not in known.roles
