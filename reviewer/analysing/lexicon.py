"""The word lists that the rules rest on, read once from the data files."""

import json
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

import msgspec

from reviewer.assets import resource


class Tier(StrEnum):
    """How a verb attributes: it reports words, or an attitude towards something."""

    REPORTING = "reporting"
    ATTITUDE = "attitude"


class Lexicon(msgspec.Struct, frozen=True):
    """Cue words by inflected form, and the words that tell people, roles and institutions."""

    lemma_of: dict[str, str]
    reporting: frozenset[str]
    finding: frozenset[str]
    attitude: frozenset[str]
    needs_clause: frozenset[str]
    with_object: frozenset[str]
    needs_support: frozenset[str]
    with_infinitive: frozenset[str]
    headline: frozenset[str]
    personal_documents: frozenset[str]
    nouns: frozenset[str]
    documents: frozenset[str]
    negative: frozenset[str]
    refusals: frozenset[str]
    titles: dict[str, str]
    roles: frozenset[str]
    spokespeople: frozenset[str]
    male_words: frozenset[str]
    female_words: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    organisation_words: frozenset[str]
    collectives: dict[str, str]

    def cue(self, word: str) -> str:
        """Return the lemma of a cue form such as `said`, empty for any other word."""
        return self.lemma_of.get(word.casefold(), "")

    def tier(self, lemma: str) -> Tier:
        """Return how a cue's lemma attributes."""
        return Tier.REPORTING if lemma in self.reporting or lemma in self.finding else Tier.ATTITUDE


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the word lists. Raises FileNotFoundError when the data files are missing."""
    cues = json.loads(resource("rules", "cues.json").read_text("utf-8"))
    people = json.loads(resource("rules", "people.json").read_text("utf-8"))
    lemmas = {*cues["reporting"], *cues["finding"], *cues["attitude"], *cues["refusals"]}
    sets = (
        "reporting",
        "finding",
        "attitude",
        "needs_clause",
        "with_object",
        "needs_support",
        "with_infinitive",
        "headline",
        "personal_documents",
        "nouns",
        "documents",
        "negative",
        "refusals",
    )
    names = (
        "roles", "spokespeople", "male_words", "female_words", "male_names", "female_names", "organisation_words",
    )  # fmt: skip
    return Lexicon(
        lemma_of={form: lemma for lemma in sorted(lemmas) for form in _forms(lemma, cues["irregular"])},
        titles=people["titles"],
        collectives={word: kind for kind, words in people["collectives"].items() for word in words},
        **{name: frozenset(cues[name]) for name in sets},
        **{name: frozenset(people[name]) for name in names},
    )


def _forms(lemma: str, irregular: dict[str, list[str]]) -> Iterable[str]:
    """Yield the inflected forms of a verb; of a phrasal verb only the first word is inflected elsewhere."""
    if " " in lemma:
        return
    if lemma in irregular:
        yield from irregular[lemma]
        return
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    yield lemma
    yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    yield stem + "ed"
    yield stem + "ing"
