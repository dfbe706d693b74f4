"""The word lists that the rules rest on, read from resources/rules."""

import json
from functools import lru_cache

import msgspec

from reviewer.assets import resource
from reviewer.model.quoting import QuoteProfile


class NegationRules(msgspec.Struct, frozen=True):
    """What denies: words, prefixes, verbs of denial, and pairs of opposites.

    `no_stems` are words that another one ends in without being denied by its beginning (`cover`, `discover`).
    """

    words: frozenset[str]
    prefixes: tuple[str, ...]
    refusing: frozenset[str]
    pairs: tuple[tuple[str, str], ...]
    no_stems: frozenset[str]


class StrengthRules(msgspec.Struct, frozen=True):
    """How sure a wording is: ladders of words from weak (1) to strong (3), hedges and conditions."""

    ladders: dict[str, dict[str, int]]
    hedges: frozenset[str]
    number_hedges: frozenset[str]
    opening_hedges: tuple[str, ...]
    conditions: tuple[str, ...]


class SupportRules(msgspec.Struct, frozen=True):
    """What share of a claim passages must hold to support it; what each means is in resources/rules/support.json."""

    source: str
    holds: float
    value: float
    together: float
    voice: float
    heading: float
    superlative: float
    sure: float
    date: float
    disputed: float
    small_count: float
    figure: float
    telling_figure: float
    first_figure: float
    other_clause: float
    value_beside: float


class _StrengthFile(msgspec.Struct):
    ladders: dict[str, dict[str, list[str]]]
    hedges: frozenset[str]
    number_hedges: frozenset[str]
    opening_hedges: tuple[str, ...]
    conditions: tuple[str, ...]


def _read(name: str) -> bytes:
    return resource("rules", name).read_bytes()


@lru_cache(maxsize=1)
def negation_rules() -> NegationRules:
    """Return the rules of negation."""
    raw = json.loads(_read("negation.json"))
    return msgspec.convert(raw | {"no_stems": raw["no_stems"].split()}, NegationRules)


@lru_cache(maxsize=1)
def strength_rules() -> StrengthRules:
    """Return the rules of strength."""
    raw = msgspec.json.decode(_read("strength.json"), type=_StrengthFile)
    ladders = {
        name: {word: int(level) for level, words in steps.items() for word in words}
        for name, steps in raw.ladders.items()
    }
    return StrengthRules(ladders, raw.hedges, raw.number_hedges, raw.opening_hedges, raw.conditions)


@lru_cache(maxsize=1)
def support_rules() -> SupportRules:
    """Return the thresholds of support."""
    return msgspec.json.decode(_read("support.json"), type=SupportRules)


@lru_cache(maxsize=8)
def quote_profile(name: str) -> QuoteProfile:
    """Return a quote profile by name; an unknown name gives the standard one."""
    profiles = json.loads(_read("quote_profiles.json"))
    return msgspec.convert(profiles.get(name, profiles["standard"]), QuoteProfile)


@lru_cache(maxsize=1)
def opposite_words() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each word the pairs of opposites that it belongs to, and on which side (0 or 1)."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for at, sides in enumerate(json.loads(_read("opposites.json"))):
        for side, words in enumerate(sides):
            for word in words.split():
                found[word] = (*found.get(word, ()), (at, side))
    return found


@lru_cache(maxsize=32)
def word_list(name: str) -> frozenset[str]:
    """Return one of the plain word lists."""
    lists: dict[str, str] = json.loads(_read("word_lists.json"))
    return frozenset(lists[name].split())


@lru_cache(maxsize=1)
def synonym_groups() -> dict[str, tuple[int, ...]]:
    """Return the groups that each word of the thesaurus belongs to."""
    return _groups_by_word(json.loads(_read("synonyms.json")))


@lru_cache(maxsize=1)
def related_words() -> dict[str, tuple[int, ...]]:
    """Return the groups of words for one thing that each word belongs to: the thesaurus and wider groups beside it."""
    return _groups_by_word([*json.loads(_read("synonyms.json")), *json.loads(_read("related.json"))["groups"]])


def _groups_by_word(groups: list[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, group in enumerate(groups):
        for word in group.split():
            found[word] = (*found.get(word, ()), at)
    return found


@lru_cache(maxsize=1)
def irregular_forms() -> dict[str, str]:
    """Return the first form for each irregular form of a verb or noun, itself included."""
    groups: list[str] = json.loads(_read("irregular.json"))["forms"]
    found: dict[str, str] = {}
    for group in groups:
        forms = group.split()
        for form in forms:
            found.setdefault(form, found.get(forms[0], forms[0]))
    return found


@lru_cache(maxsize=1)
def word_families() -> tuple[tuple[str, ...], ...]:
    """Return words of one family that begin differently, or are spelt or cut short differently: one with its kin."""
    rules = json.loads(_read("derivations.json"))
    return tuple(tuple(line.split()) for line in (*rules["spellings"], *rules["families"]))


@lru_cache(maxsize=1)
def title_classes() -> dict[str, int]:
    """Return the class of every rank and office; those of one class are one title."""
    classes: list[list[str]] = json.loads(_read("title_classes.json"))
    return {title: at for at, titles in enumerate(classes) for title in titles}


@lru_cache(maxsize=1)
def quantifiers() -> dict[str, int]:
    """Return how much each word of number takes in, from none (0) to all."""
    levels: dict[str, str] = json.loads(_read("quantifiers.json"))
    return {word: int(level) for level, words in levels.items() for word in words.split()}


@lru_cache(maxsize=1)
def kinds() -> dict[str, tuple[int, int]]:
    """Return for each member of a closed kind (colours, relatives) the kind and the member within it."""
    groups: list[str] = json.loads(_read("kinds.json"))
    return {
        form: (at, member)
        for at, group in enumerate(groups)
        for member, forms in enumerate(group.split())
        for form in forms.split("|")
    }
