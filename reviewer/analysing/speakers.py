"""Whom a mention means: surnames, roles, institutions by a word for them, and pronouns."""

import re
from collections.abc import Callable, Sequence

import msgspec

from reviewer.analysing.entities import Entity, EntityKind, name_words
from reviewer.analysing.issuers import find_issuers
from reviewer.analysing.lexicon import lexicon
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_DETERMINERS = word_set("grammar", "determiners")
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_ISSUED_BY = re.compile(
    r"\b(?:issued|released|published|signed|sent|written|put out|drawn up)?\s*by\s+(.+)$", re.DOTALL
)
_MEMORY = 4
"""Paragraphs after which a person who was not mentioned again is no longer meant by a pronoun."""


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
    """The entities of a document and who was in focus last, while its sentences are read in order."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self.entities = list(entities)
        self._focus: list[Focus] = []
        self._last_speaker: Resolved | None = None
        self._last_group: Resolved | None = None
        self.voice: Resolved | None = None
        self.first_person: Resolved | None = None
        self.introduced: Resolved | None = None
        self._subject: Resolved | None = None
        self._paragraph = 0
        self._spoke_in = -1
        self._issued: dict[str, Resolved] = {}
        self._issuers = find_issuers(text, self.entities)
        self._by_start = sorted(
            ((mention.start, mention.end, entity) for entity in entities for mention in entity.mentions),
            key=lambda m: m[:2],
        )

    @property
    def last_speaker(self) -> Resolved | None:
        """Return who spoke last, None before anybody did."""
        return self._last_speaker

    def named_in(self, span: Span) -> list[Entity]:
        """Return the entities whose names stand in a stretch, in text order."""
        return [entity for start, end, entity in self._by_start if span.start <= start and end <= span.end + 2]

    def remember(self, entity: Entity, at: int, paragraph: int, weight: float) -> None:
        """Put an entity in focus; a speaker or the subject of a sentence weighs more than somebody mentioned."""
        self._focus.append(Focus(entity, at, paragraph, weight))

    def begin_sentence(self, subject: Entity | None) -> None:
        """Note whom a sentence begins with: a statement mentioned in it is theirs."""
        self._subject = Resolved(subject.name, self._full_mention(subject), subject) if subject is not None else None

    def learn_gender(self, sentence: Span, named: Sequence[Entity]) -> None:
        """Learn from "Dana Kroll hailed her side": the only person of a sentence with a pronoun after the name."""
        people = [entity for entity in named if entity.kind is EntityKind.PERSON]
        if len(people) != 1 or people[0].gender:
            return
        after = max(
            (mention.end for mention in people[0].mentions if mention.end <= sentence.end), default=sentence.end
        )
        pronouns = set(re.findall(r"\b(his|himself|her|herself)\b", self._text[after : sentence.end].casefold()))
        if pronouns and (pronouns <= {"his", "himself"} or pronouns <= {"her", "herself"}):
            people[0].gender = "m" if pronouns <= {"his", "himself"} else "f"

    def spoke(self, resolved: Resolved, at: int, paragraph: int) -> None:
        """Note that somebody spoke."""
        self._last_speaker = resolved
        self._spoke_in = paragraph
        if resolved.entity is None or resolved.entity.kind is EntityKind.ORGANISATION:
            self._last_group = resolved
        if resolved.entity is not None:
            self.remember(resolved.entity, at, paragraph, 3.0)

    def spoke_in(self, paragraph: int) -> bool:
        """Return whether somebody has spoken in a paragraph."""
        return self._spoke_in == paragraph

    def resolve(self, mention: Span, paragraph: int) -> Resolved:
        """Return whom a mention means; a mention that no rule can resolve stands for itself."""
        self._paragraph = paragraph
        printed = mention.of(self._text)
        words = name_words(printed)
        if len(words) == 1 and words[0] in ("he", "she", "they", "it", "i", "we", "who"):
            return self._pronoun(words[0], mention.start, paragraph) or Resolved(printed, printed)
        rules = (self._by_name, self._by_spokesperson, self._by_role, self._by_institution_word, self._by_document)
        for rule in rules:
            found = rule(mention, words)
            if found is not None:
                return found
        return self._unnamed(mention, words) or Resolved(_without_article(printed), printed)

    def _unnamed(self, mention: Span, words: list[str]) -> Resolved | None:
        """Keep somebody who has no name, such as "her father" or "the baker", so that a pronoun can mean them."""
        known = lexicon()
        head = words[-1] if words else ""
        is_person = head in known.roles | known.male_words | known.female_words
        if len(words) > 8 or words[0] not in _DETERMINERS | {"one"} or not is_person:
            return None
        printed = mention.of(self._text)
        gender = "m" if head in known.male_words else "f" if head in known.female_words else ""
        entity = Entity(_without_article(printed), EntityKind.PERSON, gender, [printed], [mention])
        self.entities.append(entity)
        return Resolved(entity.name, printed, entity)

    def notice(self, mention: Span, paragraph: int) -> None:
        """Take in somebody without a name whom a sentence begins with."""
        words = name_words(mention.of(self._text))
        found = self._by_role(mention, words) or self._unnamed(mention, words)
        if found is not None and found.entity is not None:
            self.remember(found.entity, mention.start, paragraph, 2.0)

    def _by_name(self, mention: Span, words: list[str]) -> Resolved | None:
        named = self.named_in(mention)
        printed = mention.of(self._text)
        people = [entity for entity in named if entity.kind is EntityKind.PERSON]
        speaking_for = any(word in lexicon().spokespeople for word in words)
        if people and (not speaking_for or self._is_named_last(people[-1], mention)):
            person = people[-1] if speaking_for else people[0]
            return Resolved(person.name, self._full_mention(person), person)
        if len(words) > 1 and words[-1] in lexicon().documents and named and words[-1] in named[-1].words:
            return self._without_document(words, mention)
        organisations = [entity for entity in named if entity.kind is not EntityKind.PERSON]
        if not organisations:
            return None
        entity = (
            organisations[-1]
            if speaking_for or re.search(r"\b(?:at|from|of|for|with)\b", printed)
            else organisations[0]
        )
        if people:
            return Resolved(people[0].name, printed, people[0])
        ends_with_name = any(one.end == mention.end for one in entity.mentions) and len(entity.words) > 1
        if speaking_for or ends_with_name or _is_whole(words, entity) or _speaks_for(words):
            return self._institution(entity, printed)
        return None

    def _by_spokesperson(self, mention: Span, words: list[str]) -> Resolved | None:
        """Let a spokesperson of nobody in particular speak for the institution that was last in focus."""
        if words[-1] not in lexicon().spokespeople or len(words) > 2:
            return None
        if self._last_group is not None:
            return self._last_group
        entity = self._in_focus(mention.start, self._paragraph, lambda one: one.kind is EntityKind.ORGANISATION)
        return Resolved(entity.name, self._full_mention(entity), entity) if entity is not None else None

    def _is_named_last(self, person: Entity, mention: Span) -> bool:
        """Return whether a mention ends with a name: "the spokeswoman, Ilse Brandt", not "Finch's spokeswoman"."""
        return any(one.end == mention.end for one in person.mentions)

    def _without_document(self, words: list[str], mention: Span) -> Resolved:
        """Give "Harbour Board Statement" to the Harbour Board."""
        printed = mention.of(self._text)
        issuer = [word for word in words if word not in lexicon().documents and not word.isdigit()]
        entity = next((one for one in self.entities if one.words == issuer), None)
        if entity is not None:
            return Resolved(entity.name, printed, entity)
        return Resolved(_without_article(printed[: printed.rfind(" ")]), printed)

    def _institution(self, entity: Entity, printed: str) -> Resolved:
        longer = [
            other
            for other in self.entities
            if other is not entity
            and other.kind is EntityKind.ORGANISATION
            and set(entity.words) < set(other.words)
            and entity.kind is not EntityKind.ORGANISATION
        ]
        chosen = longer[0] if longer else entity
        return Resolved(chosen.name, self._full_mention(chosen) if longer else printed, chosen)

    def _by_role(self, mention: Span, words: list[str]) -> Resolved | None:
        content = [word for word in words if word not in _DETERMINERS]
        if not content or content[-1] not in lexicon().roles | lexicon().male_words | lexicon().female_words:
            return None
        candidates = []
        for entity in self.entities:
            for role in entity.roles:
                role_words = name_words(role)
                if content[-1] in role_words and _shared(content, role_words) == len(content):
                    candidates.append((self._recency(entity, mention.start), entity, role))
        if not candidates:
            return None
        _, entity, role = max(candidates, key=lambda item: item[0])
        return Resolved(entity.name, f"{entity.name}, {role}", entity)

    def _by_institution_word(self, mention: Span, words: list[str]) -> Resolved | None:
        content = [word for word in words if word not in _DETERMINERS]
        if not content or words[0] not in _DETERMINERS:
            return None
        head = content[-1]
        kind = lexicon().collectives.get(head)
        if kind is None:
            return None
        own = [entity for entity in self.entities if entity.kind is EntityKind.ORGANISATION and head in entity.words]
        if kind == "business":
            pool = own or self._businesses()
        else:
            described = [word for word in content[:-1] if word not in lexicon().collectives]
            pool = [entity for entity in own if all(word in entity.words for word in described)]
        entity = max(pool, key=lambda one: self._recency(one, mention.start), default=None)
        return None if entity is None else Resolved(entity.name, self._full_mention(entity), entity)

    def _businesses(self) -> list[Entity]:
        """Return the institutions whose names do not say that they are something other than a business."""
        collectives = lexicon().collectives
        kinds = [
            (entity, {collectives[word] for word in entity.words if word in collectives})
            for entity in self.entities
            if entity.kind is EntityKind.ORGANISATION
        ]
        return [entity for entity, own in kinds if not own or "business" in own]

    def _by_document(self, mention: Span, words: list[str]) -> Resolved | None:
        """Give a statement, letter or study to whoever issued it."""
        content = [word for word in words if word not in _DETERMINERS]
        head = next((word for word in content if word in lexicon().documents), None)
        if head is None and not (content and content[-1] in self._issuers):
            return None
        by = _ISSUED_BY.search(mention.of(self._text))
        if by is not None:
            return self._remembered(head, self._issued_by(Span(mention.start + by.start(1), mention.end)))
        owner = self._owner(mention)
        if owner is not None:
            return self._remembered(head, owner)
        named = [entity for entity in self.named_in(mention) if entity.kind is not EntityKind.PLACE]
        if named:
            return self._remembered(head, Resolved(named[-1].name, mention.of(self._text), named[-1]))
        known = self._issued.get(content[-1]) if words[0] in ("the", "this", "that") else None
        issuer = self._issuers.get(content[-1])
        if known is None and issuer is not None:
            known = Resolved(issuer.name, self._full_mention(issuer), issuer)
        if known is None:
            known = self.voice or self._issuer_in_focus(head, words[0] in ("the", "this", "that"))
        return self._remembered(head, known) if known is not None else None

    def _owner(self, mention: Span) -> Resolved | None:
        """Resolve the owner of a document: "the office's notice", "its report"."""
        printed = mention.of(self._text)
        genitive = re.match(r"(.{2,60}?)(?:['’]s|(?<=s)['’])\s", printed)
        if genitive is not None:
            return self.resolve(Span(mention.start, mention.start + genitive.end(1)), self._paragraph)
        pronoun = {"its": "it", "his": "he", "her": "she", "their": "they"}.get(printed.split()[0].casefold(), "")
        return self._pronoun(pronoun, mention.start, self._paragraph) if pronoun else None

    def _issuer_in_focus(self, document: str | None, definite: bool) -> Resolved | None:
        """Give a statement or letter to whoever spoke last; a report or inquiry only to an institution."""
        issuer = self._last_speaker if definite else self._subject
        if issuer is None or document in lexicon().personal_documents:
            return issuer
        is_institution = issuer.entity is not None and issuer.entity.kind is EntityKind.ORGANISATION
        return issuer if is_institution and document in ("report", "findings", "results", "study", "survey") else None

    def _remembered(self, document: str | None, issuer: Resolved) -> Resolved:
        if document is not None:
            self._issued[document] = issuer
        return issuer

    def issued(self, document: str, by: Resolved) -> None:
        """Note whose statement or letter was spoken of last."""
        self._issued[document] = by

    def _issued_by(self, issuer: Span) -> Resolved:
        words = name_words(issuer.of(self._text))
        found = self._by_name(issuer, words) if words and _is_name_only(words, self.named_in(issuer)) else None
        printed = issuer.of(self._text)
        return found or Resolved(_without_article(printed), printed)

    def _pronoun(self, pronoun: str, at: int, paragraph: int) -> Resolved | None:
        if pronoun in ("i", "we"):
            return self.first_person
        if pronoun in ("he", "she"):
            gender = "m" if pronoun == "he" else "f"
            entity = self._in_focus(at, paragraph, lambda one: _may_be(one, gender))
        elif pronoun == "it" and self._last_group is not None and self._last_group is self._last_speaker:
            return self._last_speaker
        elif pronoun == "it":
            entity = self._in_focus(at, paragraph, lambda one: one.kind is not EntityKind.PERSON)
        elif pronoun == "they":
            return self._last_group or self._last_speaker
        else:
            return None
        if entity is None:
            return None
        if not entity.gender and pronoun in ("he", "she"):
            entity.gender = "m" if pronoun == "he" else "f"
        return Resolved(entity.name, self._full_mention(entity), entity)

    def _in_focus(self, at: int, paragraph: int, fits: Callable[[Entity], bool]) -> Entity | None:
        best: tuple[float, Entity] | None = None
        for order, focus in enumerate(self._focus):
            if focus.at >= at or paragraph - focus.paragraph > _MEMORY or not fits(focus.entity):
                continue
            score = focus.weight - 1.5 * (paragraph - focus.paragraph) + 0.0005 * order - 0.002 * (at - focus.at) / 10
            if best is None or score > best[0]:
                best = (score, focus.entity)
        return best[1] if best is not None else None

    def _recency(self, entity: Entity, at: int) -> int:
        before = [mention.start for mention in entity.mentions if mention.start < at]
        return max(before, default=-1)

    def _full_mention(self, entity: Entity) -> str:
        longest = max(entity.mentions, key=lambda mention: mention.length)
        return longest.of(self._text)


def _is_name_only(words: list[str], named: Sequence[Entity]) -> bool:
    covered = {word for entity in named for word in entity.words}
    return all(word in covered or word in _DETERMINERS or word in lexicon().titles for word in words)


def _without_article(mention: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", mention, flags=re.IGNORECASE)


def _is_whole(words: list[str], entity: Entity) -> bool:
    content = [word for word in words if word not in _DETERMINERS]
    return content == entity.words or set(content) <= set(entity.words)


def _speaks_for(words: list[str]) -> bool:
    """Return whether a mention is a collective of the institution it names: "the Hallowmere team"."""
    known = lexicon()
    return any(word in known.collectives or word in known.documents or word in known.roles for word in words)


def _shared(wanted: list[str], role: list[str]) -> int:
    return sum(word in role or word.removesuffix("'s") in role for word in wanted)


def _may_be(entity: Entity, gender: str) -> bool:
    if entity.kind in (EntityKind.ORGANISATION, EntityKind.PLACE):
        return False
    return entity.gender in ("", gender)
