"""The entities of a document and who was in focus last, while its sentences are read in order."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.issuers import find_issuers
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.introductions import find_introduced
from reviewer.analysing.resolution.misspellings import joined_spellings
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_MEMORY = 4
"""Paragraphs after which a person who was not mentioned again is no longer meant by a pronoun."""
SOON = 2
"""Paragraphs within which "they" are those who spoke together last."""
_FADES = 1.5
"""How much prominence somebody loses with each paragraph."""
_SPEAKER = 3.0
"""Prominence of whoever speaks; the subject of a sentence has two thirds of it, anybody else mentioned a third."""

ADDRESSED = 3.5
"""Prominence of whoever was asked something: the next word is theirs."""
_KNOWN_GENDER = 1.0
"""What it adds to somebody's prominence that a pronoun fits a gender that is known."""


class Resolved(msgspec.Struct, frozen=True):
    """Whom a mention means and the text that this rests on; `entity` is None when no known name is meant."""

    name: str
    resolved_from: str
    entity: Entity | None = None


class Focus(msgspec.Struct, frozen=True):
    """Somebody talked about: where, and how prominently."""

    entity: Entity
    at: int
    paragraph: int
    weight: float


class Cast:
    """The people and institutions of one document.

    `voice` is whose words the paragraph being read is, `first_person` whom "I" means in it, `introduced` whom the
    paragraph before brought on with a colon. `last_plural` are the last several people who spoke together, with their
    paragraph. `issued_by` maps document words to whoever issued the one last spoken
    of, `issuers` to the institution that the whole text gives for it; `introduced_as` maps common nouns to the
    institutions that are introduced by them. A misspelt name is one with the person it means.
    """

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        spellings = joined_spellings(entities)
        whole = [spellings.get(id(entity), entity) for entity in entities]
        self.entities = list({id(entity): entity for entity in whole}.values())
        self.paragraph = 0
        self.last_speaker: Resolved | None = None
        self.last_group: Resolved | None = None
        self.last_plural: tuple[Resolved, int] | None = None
        self.subject: Resolved | None = None
        self.voice: Resolved | None = None
        self.first_person: Resolved | None = None
        self.introduced: Resolved | None = None
        self.issued_by: dict[str, Resolved] = {}
        self.groups: dict[str, Resolved] = {}
        self.introduced_as = find_introduced(text, self.entities)
        self.issuers = find_issuers(text, self.entities)
        self._spoke_in = -1
        self._focus: list[Focus] = []
        places = [(mention, entity) for entity in self.entities for mention in entity.mentions]
        self._places = sorted(places, key=lambda place: place[0])
        self._starts = [mention.start for mention, _ in self._places]

    def named_in(self, span: Span) -> list[Entity]:
        """Return the entities whose names stand in a stretch, in text order; a genitive s may hang over its end."""
        found = []
        for mention, entity in self._places[bisect_left(self._starts, span.start) :]:
            if mention.start >= span.end:
                break
            if mention.end <= span.end + 2:
                found.append(entity)
        return found

    def named_outside(self, span: Span, quotations: Sequence[Span]) -> list[tuple[Entity, int]]:
        """Return the entities named outside the quotations of a sentence, each with where it is first named there.

        Whoever is only talked about in somebody's words is not the "he" of "he said" beside them.
        """
        found: dict[int, tuple[Entity, int]] = {}
        for mention, entity in self._places[bisect_left(self._starts, span.start) :]:
            if mention.start >= span.end:
                break
            if mention.end <= span.end + 2 and not any(quote.contains(mention) for quote in quotations):
                found.setdefault(id(entity), (entity, mention.start))
        return list(found.values())

    def remember(self, entity: Entity, at: int, paragraph: int, weight: float = _SPEAKER / 3) -> None:
        """Put an entity in focus; a speaker or the subject of a sentence weighs more than somebody mentioned."""
        self._focus.append(Focus(entity, at, paragraph, weight))

    def begin_sentence(self, subject: Entity | None) -> None:
        """Note whom a sentence begins with: a statement mentioned in it is theirs."""
        self.subject = self.resolved(subject) if subject is not None else None

    def learn_gender(self, sentence: Span, named: Sequence[Entity]) -> None:
        """Learn from "Dana Kroll hailed her side": the only person of a sentence with a pronoun after the name."""
        people = [entity for entity in named if entity.kind is EntityKind.PERSON]
        if len(people) != 1 or people[0].gender:
            return
        ends = [mention.end for mention in people[0].mentions if sentence.start <= mention.end <= sentence.end]
        after = self.text[max(ends, default=sentence.end) : sentence.end].casefold()
        pronouns = set(re.findall(r"\b(his|himself|her|herself)\b", after))
        if pronouns and (pronouns <= {"his", "himself"} or pronouns <= {"her", "herself"}):
            people[0].gender = "m" if pronouns <= {"his", "himself"} else "f"

    def spoke(self, resolved: Resolved, at: int, paragraph: int, mention: str = "") -> None:
        """Note that somebody spoke, and by which mention."""
        self.last_speaker = resolved
        if is_plural(mention):
            self.last_plural = resolved, paragraph
        self._spoke_in = paragraph
        known = resolved.entity.kind if resolved.entity is not None else None
        if known is not EntityKind.PERSON and resolved.name.casefold() not in word_set("grammar", "pronouns"):
            self.last_group = resolved
        if resolved.entity is not None:
            self.remember(resolved.entity, at, paragraph, _SPEAKER)

    def spoke_in(self, paragraph: int) -> bool:
        """Return whether somebody has spoken in a paragraph."""
        return self._spoke_in == paragraph

    def in_focus(self, at: int, fits: Callable[[Entity], bool], gender: str = "") -> Entity | None:
        """Return the most prominent entity before a place, for those that fit; what is far back has faded.

        In one paragraph, whoever is known to have the gender, or has no name that could tell it, comes before somebody
        as prominent whose name leaves it open.
        """
        best: tuple[float, Entity] | None = None
        for focus in reversed(self._focus):
            distance = self.paragraph - focus.paragraph
            if distance > _MEMORY:
                break
            if focus.at >= at or not fits(focus.entity):
                continue
            score = focus.weight - _FADES * distance - (at - focus.at) / 5000
            is_open = focus.entity.gender != gender and focus.entity.name[:1].isupper()
            score += _KNOWN_GENDER if gender and not is_open and not distance else 0
            if best is None or score > best[0]:
                best = (score, focus.entity)
        return best[1] if best is not None else None

    def recency(self, entity: Entity, at: int) -> int:
        """Return where an entity was last mentioned before a place, -1 for nowhere."""
        place = bisect_left(entity.mentions, Span(at, at))
        return entity.mentions[place - 1].start if place else -1

    def full_mention(self, entity: Entity) -> str:
        """Return the longest mention of an entity as printed."""
        return max(entity.mentions, key=lambda mention: mention.length).of(self.text)

    def resolved(self, entity: Entity) -> Resolved:
        """Return a resolution to an entity that rests on its longest mention."""
        return Resolved(entity.name, self.full_mention(entity), entity)


def without_article(mention: str) -> str:
    """Return a mention without the article that it begins with."""
    return re.sub(r"^(?:the|a|an)\s+", "", mention.strip(), flags=re.IGNORECASE)


def is_plural(mention: str) -> bool:
    """Return whether a mention is of several: "two neighbours", "Ann Dale and Rob Ince", "the police"."""
    words = re.findall(r"[\w’'-]+", mention)
    known = lexicon()
    head = next((w for w in reversed(re.split(r"\b(?:of|for|from|in|at|on|who|with)\b", mention)[0].split())), "")
    singular = head.casefold().removesuffix("s")
    listed = singular != head.casefold() and (singular in known.roles or singular in known.collectives)
    return listed or head.casefold() in ("police", "people") or ("and" in words and words[0][0].isupper())
