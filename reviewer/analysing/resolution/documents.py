"""Statements, letters and studies: they are given to whoever issued them."""

import re
from collections.abc import Sequence

from reviewer.analysing.entities import Entity, EntityKind, name_words
from reviewer.analysing.issuers import STUDIES
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.analysing.resolution.institutions import by_institution_word
from reviewer.analysing.resolution.names import by_name
from reviewer.analysing.resolution.pronouns import by_pronoun
from reviewer.analysing.resolution.roles import by_role
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_ISSUED_BY = re.compile(
    r"(?<!seen )(?<!obtained )(?<!reviewed )(?<!viewed )\b(?:by|from)\s+"
    r"(?!(?:an?|the|his|her|their|its|[\w’'-]+['’]s)\s+(?:[\w-]+\s+)?(?:phone|mobile|account|number|address|laptop|computer|"
    r"e-?mail|scene|day|time|period)\b)(.+?)"
    r"(?=,\s+(?:who|whose|which)\b|\s+(?:to|about)\s|"
    r"\s+(?:on|in|last|dated)\s+(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|\d|week|month|year)|$)",
    re.DOTALL,
)
_NOT_ISSUED_BY = re.compile(
    r"\b(?:(?:seen|obtained|reviewed|viewed|quoted|cited|reported) by|to|at|in|on|about|against|into|concerning|"
    r"regarding|with|before|on behalf of)\s+"
    r"(?:(?!by\b|from\b)[\w’'-]+\s+){0,4}$"
)
"""Whom a document is to or about, and where it lies, has not issued it."""
_TOLD_OF = re.compile(
    r",?\s+(?:published|released|issued|filed|seen|obtained|reviewed|viewed|shown|sent|signed|written|posted|leaked|dated|"
    r"released|circulated|tabled|lodged|submitted|kept|held|compiled|prepared|drawn|presented|put|made|given|read|handed|"
    r"on|in|at|to|before|last|this|that|which|earlier)\b.*",
    re.DOTALL,
)
"""What became of a document, behind the noun: "accounts filed on Friday"."""
_DOCUMENTS_PEOPLE = re.compile(r"(?<=\w)\s?['’]s?\s+(?:[a-z-]+\s+)?(?:authors?|writers?|compilers?|editors?)$")
_BY_ASIDE = re.compile(r",? by ([^,.;:“”\"]{3,70}),")
_DETERMINERS = word_set("grammar", "determiners")


def by_document(cast: Cast, mention: Span, words: list[str]) -> Resolved | None:
    """Give a statement, letter or study to whoever issued it."""
    if _DOCUMENTS_PEOPLE.search(mention.of(cast.text)):
        return _of_document(cast, mention)
    content = [word for word in words if word not in _DETERMINERS]
    head = next((word for word in content if word in lexicon().documents), None)
    if head is None and not (content and content[-1] in cast.issuers):
        return None
    by = _ISSUED_BY.search(mention.of(cast.text))
    if by is not None:
        return _remembered(cast, head, _issued_by(cast, Span(mention.start + by.start(1), mention.start + by.end(1))))
    aside = _BY_ASIDE.match(cast.text, mention.end, min(len(cast.text), mention.end + 90))
    if aside is not None:
        return _remembered(cast, head, _issued_by(cast, Span(aside.start(1), aside.end(1))))
    owner = _owner(cast, mention)
    if owner is not None:
        return _remembered(cast, head, owner)
    named = [
        one for one in cast.named_in(mention) if one.kind is not EntityKind.PLACE and _may_issue(cast, one, mention)
    ]
    if named:
        return _remembered(cast, head, Resolved(named[-1].name, mention.of(cast.text), named[-1]))
    known = cast.issued_by.get(content[-1]) if words[0] in ("the", "this", "that") else None
    issuer = cast.issuers.get(content[-1])
    if known is None and issuer is not None:
        known = cast.resolved(issuer)
    if known is None and words[0] in ("the", "this", "that"):
        known = _named_document(cast, content[-1], mention)
    if known is None:
        known = cast.voice or _issuer_in_focus(cast, head, words[0] in ("the", "this", "that"))
    if known is None:
        return _document_itself(cast, mention, head)
    return _remembered(cast, head, known)


def _may_issue(cast: Cast, entity: Entity, mention: Span) -> bool:
    start = next((one.start for one in entity.mentions if mention.contains(one)), mention.start)
    return _NOT_ISSUED_BY.search(cast.text, mention.start, start) is None


def _document_itself(cast: Cast, mention: Span, head: str | None) -> Resolved | None:
    """Return a document that nobody is said to have issued, without what became of it: "accounts filed on Friday"."""
    printed = mention.of(cast.text)
    short = _TOLD_OF.sub("", printed)
    if short == printed or head is None or name_words(short)[-1:] != [head]:
        return None
    return Resolved(without_article(short), printed)


def tells_issuer(mention: str) -> bool:
    """Return whether a mention is a document that says by whom it is: "the statement issued by a faction led by X"."""
    head = _ISSUED_BY.split(mention)[0].split()
    if _is_document(mention) or _DOCUMENTS_PEOPLE.search(mention):
        return True
    if len(head) == len(mention.split()) or not head:
        return False
    nouns = head[:-1] if head[-1].casefold() in word_set("grammar", "ways_to_issue") else head
    return bool(nouns) and nouns[-1].casefold() in lexicon().documents


def _is_document(mention: str) -> bool:
    """Return whether a mention turns on a document: "a letter sent to Mr X", not "the author of a letter"."""
    words = name_words(re.split(r",|\s(?:that|which)\s", _TOLD_OF.sub("", mention))[0])
    stops = ("of", "by", "from", "for", "about", "into", "against", "between", "with", "to", "on")
    end = next((place for place, word in enumerate(words) if word in stops), len(words))
    return 0 < end < len(name_words(mention)) and words[end - 1] in lexicon().documents


def _named_document(cast: Cast, word: str, mention: Span) -> Resolved | None:
    """Give "the report" to the study that the text calls by a name of its own ("the Harbour Depth Survey")."""
    named = [one for one in cast.entities if len(one.words) > 2 and one.words[-1] in STUDIES & lexicon().documents]
    before = [one for one in named if cast.recency(one, mention.start) >= 0] if word in STUDIES else []
    entity = max(before, key=lambda one: cast.recency(one, mention.start), default=None)
    return cast.resolved(entity) if entity is not None else None


def _of_document(cast: Cast, mention: Span) -> Resolved:
    """Give "the report's authors" to the report's issuer; without one they stand for themselves."""
    printed = mention.of(cast.text)
    end = _DOCUMENTS_PEOPLE.search(printed)
    owner = Span(mention.start, mention.start + end.start()) if end is not None else mention
    words = name_words(owner.of(cast.text))
    found = by_document(cast, owner, words) if words and words[-1] in lexicon().documents else None
    return found or Resolved(without_article(printed), printed)


def _owner(cast: Cast, mention: Span) -> Resolved | None:
    """Resolve the owner of a document: "the office's notice", "its report"."""
    printed = mention.of(cast.text)
    genitive = re.match(r"(.{2,60}?)(?:['’]s|(?<=s)['’])\s", printed)
    if genitive is not None:
        owner = Span(mention.start, mention.start + genitive.end(1))
        words = name_words(owner.of(cast.text))
        rules = (by_name, by_role, by_institution_word)
        found = next(filter(None, (rule(cast, owner, words) for rule in rules if words)), None)
        return found or Resolved(without_article(owner.of(cast.text)), printed)
    noun = re.match(r"(?:the|a|an|this)\s+((?:[\w’'-]+\s+){1,3})[\w-]+$", printed, re.IGNORECASE)
    describing = name_words(noun.group(1)) if noun is not None else []
    if describing and describing[-1] in lexicon().collectives:
        unnamed = Resolved(" ".join(describing), printed)
        return by_institution_word(cast, mention, ["the", *describing]) or unnamed
    pronoun = {"its": "it", "his": "he", "her": "she", "their": "they"}.get(printed.split()[0].casefold(), "")
    return by_pronoun(cast, pronoun, mention.start) if pronoun else None


def _issuer_in_focus(cast: Cast, document: str | None, definite: bool) -> Resolved | None:
    """Give a statement or letter to whoever spoke last; a report or inquiry only to an institution."""
    issuer = cast.last_speaker if definite else cast.subject
    if issuer is None or document in lexicon().personal_documents:
        return issuer
    is_institution = issuer.entity is not None and issuer.entity.kind is EntityKind.ORGANISATION
    return issuer if is_institution and document in ("report", "findings", "results", "study", "survey") else None


def _remembered(cast: Cast, document: str | None, issuer: Resolved) -> Resolved:
    if document is not None:
        cast.issued_by[document] = issuer
    return issuer


def _issued_by(cast: Cast, issuer: Span) -> Resolved:
    words = name_words(issuer.of(cast.text))
    found = by_name(cast, issuer, words) if words and _is_name_only(words, cast.named_in(issuer)) else None
    printed = issuer.of(cast.text)
    return found or Resolved(without_article(printed), printed)


def _is_name_only(words: list[str], named: Sequence[Entity]) -> bool:
    covered = {word for entity in named for word in entity.words}
    return all(word in covered or word in _DETERMINERS or word in lexicon().titles for word in words)
