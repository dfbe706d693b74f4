"""The order in which the rules are asked whom a mention means."""

from reviewer.analysing.entities import name_words
from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.resolution.cast import Cast, Resolved, without_article
from reviewer.analysing.resolution.documents import by_document, tells_issuer
from reviewer.analysing.resolution.groups import by_group
from reviewer.analysing.resolution.institutions import by_institution_word, unnamed_institution
from reviewer.analysing.resolution.names import by_name, by_spokesperson
from reviewer.analysing.resolution.pronouns import by_pronoun
from reviewer.analysing.resolution.roles import by_role, unnamed
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who"))
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they", "our": "we", "my": "i"}
"""Whom "by her count" means: the same as "she said" would."""
_RULES = (by_name, by_group, by_spokesperson, by_role, by_institution_word, by_document, unnamed)


def resolve(cast: Cast, mention: Span, paragraph: int) -> Resolved:
    """Return whom a mention means; a mention that no rule can resolve stands for itself.

    An institution without a name keeps the fullest words it was called by ("the roads agency", then "the agency").
    """
    cast.paragraph = paragraph
    printed = mention.of(cast.text)
    words = name_words(printed)
    if not words:
        return Resolved(printed, printed)
    pronoun = _OWNERS.get(words[0], words[0])
    if len(words) == 1 and pronoun in _PRONOUNS:
        return by_pronoun(cast, pronoun, mention.start) or Resolved(printed, printed)
    rules = (by_document, *_RULES) if tells_issuer(mention.of(cast.text)) else _RULES
    if len(words) == 2 and words[0] == "the" and words[1] in word_set("people", "positions"):
        rules = (by_role, *rules)
    found = next(filter(None, (rule(cast, mention, words) for rule in rules)), None)
    return found or _group(cast, printed, words)


def notice(cast: Cast, mention: Span, paragraph: int) -> None:
    """Take in somebody without a name whom a sentence begins with."""
    cast.paragraph = paragraph
    words = name_words(mention.of(cast.text))
    rules = (by_role, unnamed, by_institution_word, unnamed_institution)
    found = next(filter(None, (rule(cast, mention, words) for rule in rules)), None)
    if found is not None and found.entity is not None:
        cast.remember(found.entity, mention.start, paragraph, 2.0)


def notice_pronoun(cast: Cast, mention: Span, paragraph: int) -> None:
    """Keep in focus whoever a sentence goes on about as "he" or "she"."""
    cast.paragraph = paragraph
    found = by_pronoun(cast, mention.of(cast.text).casefold(), mention.start)
    if found is not None and found.entity is not None:
        cast.remember(found.entity, mention.start, paragraph, 2.0)


def notice_role(cast: Cast, mention: Span, paragraph: int) -> None:
    """Take in a named person of whom a sentence speaks by role ("... whether the minister would")."""
    cast.paragraph = paragraph
    words = name_words(mention.of(cast.text))
    known = lexicon().roles
    found = by_role(cast, mention, words) if words[-1] in known else None
    if found is not None and found.entity is not None and found.entity.name[0].isupper():
        cast.remember(found.entity, mention.start, paragraph)


def _group(cast: Cast, printed: str, words: list[str]) -> Resolved:
    if words[-1] not in lexicon().collectives:
        return Resolved(without_article(printed), printed)
    if words[:-1] in ([], ["the"]) and words[-1] in cast.groups:
        return cast.groups[words[-1]]
    fuller = Resolved(without_article(printed), printed)
    known = cast.groups.get(words[-1])
    if known is None or len(name_words(known.name)) == 1:
        cast.groups[words[-1]] = fuller
    return cast.groups[words[-1]]
