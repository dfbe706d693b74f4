"""Who is who in a document: every person and institution with the names, roles and pronouns that mean it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from reviewer.analysing.lexicon import lexicon
from reviewer.model.geometry import Span
from reviewer.text.names import Name
from reviewer.text.wordlists import word_set

_LONGEST_PET_NAME = 4
"""Letters: first names too rare for any list are taken for one only when as short as Kit or Bo."""
_SMALL = word_set("grammar", "small_words")
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_ROLE_AFTER = re.compile(r"\s*(?:,\s*|\()([^,.;:()—–\n“”\"]{3,90})(?=[,.;:)—–]|\s[“\"]|$)")
_ROLE_IS = re.compile(
    r"\s+(?:is|was|has been|had been|became|remains|works as|served as|serves as)\s+"
    r"(?:(?:also|now|still|the|a|an|its|their)\s+){0,2}([^\W\d_][^,.;:()—–\n“”\"]{2,60})"
)
_OPENS_ROLE = re.compile(r"\b(?:the|its|his|her|their|our|my|an?) (?=[^\W\d_])", re.IGNORECASE)
_ROLE_AND_COMMA = re.compile(r"([^\W\d_][\w’'-]*(?: [\w’'-]+){0,7}),\s+$")
_ROLE_BEFORE = re.compile(r"((?:[^\W\d_]+(?:[’'\-][^\W\d_]+)*\s+){1,7})$")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|to|near|between|from|outside|around|across|into|towards|via|off)\s+(?:the\s+)?$", re.IGNORECASE
)

_PERSON_AFTER = re.compile(
    r",\s+(?:(?:aged\s+)?\d{1,3}[,.;)]|who(?:se|m)?\b|(?:for the )?(?:prosecuting|prosecution|defending|defence)\b|"
    r"(?:representing|mitigating|presiding|sentencing|chairing)\b|(?:a|an|the)?\s?\d{1,3}-year-old\b)|"
    r"\s+\((?:aged\s+)?\d{1,3}\)|\s+(?:himself|herself)\b"
)


_PAST = re.compile(
    r"\b(?:former|formerly|then|outgoing|previous|previously|retired|late|ex)\b|\b(?:until|till)\b|"
    r"\bfrom \d{4} (?:to|until)\b|\bbetween \d{4} and\b"
)
"""Words by which a role is one that somebody has no longer."""


class EntityKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "unknown"


class Entity(msgspec.Struct):
    """A person or institution while a document is read; `gender` is m, f or empty.

    `past_roles` are those of `roles` that somebody has no longer: "the former mayor", "mayor until 2019".
    """

    name: str
    kind: EntityKind = EntityKind.UNKNOWN
    gender: str = ""
    roles: list[str] = []
    mentions: list[Span] = []
    place_votes: int = 0
    person_votes: int = 0
    label_votes: dict[EntityKind, int] = {}
    past_roles: list[str] = []

    @property
    def words(self) -> list[str]:
        """Return the words of the name without regard to capitals."""
        return name_words(self.name)


def name_words(name: str) -> list[str]:
    """Return the words of a name, folded."""
    return [word.casefold() for word in _WORD.findall(name)]


def build_entities(text: str, names: Sequence[Name], labels: dict[Span, EntityKind]) -> list[Entity]:
    """Group the names of a document into entities, longest names first, so that a surname joins its full name.

    `labels` are the kinds that a language model gave to stretches of the text; empty in the instant pass.
    """
    directory = _Directory()
    starts = sorted(labels)
    for name in sorted(names, key=lambda found: -len(name_words(found.name))):
        entity = directory.find(name)
        if entity is None:
            entity = directory.add(Entity(_plain(_bare(name.name))))
        entity.mentions.append(name.span)
        _learn(text, entity, name, _label(labels, starts, name.span))
    for entity in directory.entities:
        entity.mentions.sort()
        _settle_kind(entity)
    return _with_initials_joined(_with_first_names_joined(directory.entities))


def _with_first_names_joined(entities: Sequence[Entity]) -> list[Entity]:
    """Join "Hedda" to the only person in full whose first name it is, however rare the name."""
    full: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.kind is EntityKind.PERSON and 1 < len(entity.words) < 4 and (entity.person_votes or entity.gender):
            full.setdefault(entity.words[0], []).append(entity)
    kept = []
    for entity in entities:
        meant = full.get(entity.name.casefold(), []) if not entity.place_votes and not entity.roles else []
        if len(meant) == 1 and entity.kind is not EntityKind.PLACE and meant[0].mentions[0] < entity.mentions[0]:
            meant[0].mentions = sorted([*meant[0].mentions, *entity.mentions])
        else:
            kept.append(entity)
    return kept


def _with_initials_joined(entities: Sequence[Entity]) -> list[Entity]:
    """Join "WHO" to the only institution whose name has these initials (World Health Organisation)."""
    full: dict[str, list[Entity]] = {}
    for entity in entities:
        if len(entity.words) > 1 and entity.kind is not EntityKind.PERSON:
            for initials in {_initials(entity.words, frozenset()), _initials(entity.words, _SMALL)}:
                full.setdefault(initials, []).append(entity)
    kept = []
    for entity in entities:
        meant = full.get(entity.name.replace(".", ""), []) if entity.name.isupper() and len(entity.words) == 1 else []
        if len(meant) == 1:
            meant[0].mentions = sorted([*meant[0].mentions, *entity.mentions])
            meant[0].kind = EntityKind.ORGANISATION
        else:
            kept.append(entity)
    return kept


def _initials(words: Sequence[str], without: frozenset[str]) -> str:
    return "".join(word[0] for word in words if word not in without).upper()


class _Directory:
    """Entities by their whole name and by its first and last word, so that long documents take no longer a name."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._whole: dict[tuple[str, ...], Entity] = {}
        self._edges: dict[str, list[Entity]] = {}

    def add(self, entity: Entity) -> Entity:
        self.entities.append(entity)
        words = tuple(entity.words)
        self._whole.setdefault(words, entity)
        for edge in {words[0], words[-1]} if words else ():
            self._edges.setdefault(edge, []).append(entity)
        return entity

    def find(self, name: Name) -> Entity | None:
        """Return the entity that a name means, the nearest one before it when several may be meant."""
        wanted = name_words(_bare(name.name))
        if not wanted:
            return None
        whole = self._whole.get(tuple(wanted))
        if whole is not None:
            return whole
        candidates = {id(one): one for edge in (wanted[0], wanted[-1]) for one in self._edges.get(edge, ())}
        matches = [one for one in candidates.values() if _means(wanted, one)]
        gender = lexicon().titles.get(name.title.casefold().rstrip("."), "")
        matches = [one for one in matches if _gender_of(one) in ("", gender)] or matches if gender else matches
        return matches[0] if len(matches) == 1 or (matches and len(wanted) > 1) else _nearest(name, matches)


def _gender_of(entity: Entity) -> str:
    """Return what a title or the first name tells of somebody's gender."""
    first = entity.words[0] if len(entity.words) > 1 else ""
    known = lexicon()
    return entity.gender or ("m" if first in known.male_names else "f" if first in known.female_names else "")


def _label(labels: dict[Span, EntityKind], starts: Sequence[Span], name: Span) -> EntityKind | None:
    exact = labels.get(name)
    place = bisect_left(starts, name)
    near = starts[max(0, place - 1) : place + 2]
    return exact or next((labels[span] for span in near if _same(span, name)), None)


def _bare(name: str) -> str:
    """Return a name without letters after it such as KC or MP."""
    words = name.split()
    while len(words) > 1 and words[-1] in word_set("people", "postnominals"):
        words.pop()
    return " ".join(words)


def _plain(name: str) -> str:
    words = name.split()
    upper = [word for word in words if len(word) > 3 and word.isupper()]
    if len(words) > 1 and len(upper) >= len([word for word in words if len(word) > 3]) > 0:
        return _capitalised(words)
    return re.sub(r"\s+", " ", name)


def _capitalised(words: Sequence[str]) -> str:
    small = ("of", "and", "for", "the", "on", "in", "at")
    folded = [word.casefold() for word in words]
    return " ".join(
        word if number and word in small else "-".join(part.capitalize() for part in word.split("-"))
        for number, word in enumerate(folded)
    )


def _nearest(name: Name, matches: Sequence[Entity]) -> Entity | None:
    """Return whom a name means of several that share it: by title the last one named, else whom the story is about."""
    if not name.title and len({one.words[-1] for one in matches}) == 1 and name.name.casefold() == matches[0].words[-1]:
        return min(matches, key=lambda entity: min(mention.start for mention in entity.mentions))
    before = [entity for entity in matches if any(mention.end <= name.start for mention in entity.mentions)]
    return max(
        before or matches,
        key=lambda entity: max(m.start for m in entity.mentions if m.end <= name.start or not before),
        default=None,
    )


def _means(wanted: list[str], entity: Entity) -> bool:
    words = entity.words
    if wanted == words:
        return True
    if len(wanted) >= len(words):
        return False
    if _is_organisation(words):
        return wanted == words[: len(wanted)] and wanted[0] not in word_set("grammar", "words_before_institutions")
    if wanted == words[-len(wanted) :]:
        return True
    if len(wanted) == 1 and wanted[0] == words[0] and _may_be_called_so(words):
        return True
    return len(wanted) == len(words) and all(
        a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(wanted, words, strict=True)
    )


def _may_be_called_so(words: Sequence[str]) -> bool:
    """Return whether somebody with this whole name may be called by its first word alone."""
    if words[0] in lexicon().male_names | lexicon().female_names:
        return True
    places = word_set("people", "geographic_words") | word_set("grammar", "words_before_institutions")
    return len(words) == 2 and not set(words) & places and len(words[0]) < _LONGEST_PET_NAME


def _is_organisation(words: Sequence[str]) -> bool:
    return any(word in lexicon().organisation_words for word in words)


def _learn(text: str, entity: Entity, name: Name, label: EntityKind | None) -> None:
    title = name.title.casefold().rstrip(".")
    words = lexicon()
    if title:
        entity.kind = EntityKind.PERSON
        entity.gender = entity.gender or words.titles.get(title.split()[-1], "")
        if title.split()[-1] in words.roles:
            entity.roles.append(name.title)
    if label is not None:
        entity.label_votes[label] = entity.label_votes.get(label, 0) + 1
    entity.person_votes += _is_treated_as_person(text, entity, name)
    if _PLACE_BEFORE.search(text, max(0, name.start - 24), name.start):
        entity.place_votes += 1
    for role in _roles_beside(text, name):
        entity.roles.append(role)
        if _PAST.search(role):
            entity.past_roles.append(role)
        folded = [word.casefold() for word in _WORD.findall(role)]
        if any(word in words.male_words for word in folded):
            entity.gender = entity.gender or "m"
        if any(word in words.female_words for word in folded):
            entity.gender = entity.gender or "f"


def _is_treated_as_person(text: str, entity: Entity, name: Name) -> bool:
    """Return whether a mention is put as only a person is: by surname, with an age, "who", or a part in a trial."""
    own, printed = entity.words, name_words(name.name)
    by_surname = len(own) > 1 and len(printed) < len(own) and printed == own[-len(printed) :]
    return by_surname or _PERSON_AFTER.match(text, name.end) is not None


def _same(labelled: Span, name: Span) -> bool:
    return labelled.overlap(name) * 2 > max(labelled.length, name.length)


def _roles_beside(text: str, name: Name) -> Iterable[str]:
    after = _ROLE_AFTER.match(text, name.end, min(len(text), name.end + 110))
    if after is not None and _holds_role(after.group(1)):
        yield after.group(1)
    told = _ROLE_IS.match(text, name.end, min(len(text), name.end + 90))
    if told is not None and _holds_role(told.group(1)) and " " in name.name:
        ended = re.search(r"\buntil\b", told.group(1))
        role = re.split(r"\s(?:for|since|until|in|at|from|when|who|and)\s", told.group(1))[0]
        yield f"{role} until then" if ended else role
    if " " in name.name:
        yield from _role_and_comma(text, name.start)
    before = _ROLE_BEFORE.search(text, max(0, name.start - 90), name.start)
    if before is not None:
        words = before.group(1).split()
        role_at = [place for place, word in enumerate(words) if word.casefold().rstrip(",") in lexicon().roles]
        if role_at and role_at[-1] == len(words) - 1:
            yield " ".join(words[max(0, role_at[-1] - 3) :])


def _role_and_comma(text: str, at: int) -> Iterable[str]:
    """Yield the role that leads up to a name: "the harbour master, ", "the keeper of the lighthouse, "."""
    known = lexicon()
    for opening in reversed(list(_OPENS_ROLE.finditer(text, max(0, at - 90), at))):
        match = _ROLE_AND_COMMA.match(text, opening.end(), at)
        if match is None:
            return
        role = match.group(1)
        words = re.split(r"\s(?:of|for|at|in|to)\s", role, maxsplit=1)[0].casefold().split()
        if words[-1] in known.roles and words[-1] not in known.spokespeople:
            yield role
            return


def _holds_role(phrase: str) -> bool:
    folded = [word.casefold() for word in _WORD.findall(phrase)]
    return any(word in lexicon().roles for word in folded) and not any(lexicon().cue(word) == "say" for word in folded)


def _settle_kind(entity: Entity) -> None:
    words = entity.words
    known = lexicon()
    if not entity.gender and words:
        entity.gender = "m" if words[0] in known.male_names else "f" if words[0] in known.female_names else ""
    if _is_organisation(words) and not (entity.kind is EntityKind.PERSON and entity.gender):
        entity.kind = EntityKind.ORGANISATION
    elif entity.kind is not EntityKind.PERSON:
        entity.kind = _likeliest(entity)


def _is_institutions(role: str, words: Sequence[str]) -> bool:
    """Return whether a role beside a name of one word may be an institution's: "Ofgrain, the regulator"."""
    return len(words) == 1 and lexicon().collectives.get(name_words(role)[-1], "people") != "people"


def _likeliest(entity: Entity) -> EntityKind:
    words = entity.words
    known = lexicon()
    is_place = len(words) > 1 and words[-1] in word_set("people", "geographic_words")
    if (
        any(not _is_institutions(role, words) for role in entity.roles)
        or entity.person_votes
        or (
            len(words) > 1
            and words[0] in known.male_names | known.female_names
            and not (is_place and entity.place_votes)
        )
    ):
        return EntityKind.PERSON
    if entity.roles and not entity.place_votes:
        return EntityKind.ORGANISATION
    if entity.place_votes * 2 > len(entity.mentions) or (is_place and not entity.label_votes):
        return EntityKind.PLACE
    if len(words) > 1 and EntityKind.PERSON in entity.label_votes and EntityKind.PLACE not in entity.label_votes:
        return EntityKind.PERSON
    if entity.label_votes:
        return max(entity.label_votes, key=lambda kind: entity.label_votes[kind])
    return EntityKind.PERSON if 2 <= len(words) <= 4 else EntityKind.UNKNOWN
