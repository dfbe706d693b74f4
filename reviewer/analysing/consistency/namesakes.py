"""Names spelt two ways that only their company shows: a town's second word, a firm's partner, a title and a sound."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reviewer.analysing.consistency.scene import slip
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.analysing.lexicon import lexicon
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_CAP = r"(?:Mc|Mac|O[’'])?[A-ZÀ-Þ][a-zß-ÿ]+"
_PHRASE = re.compile(rf"(?<![\w’'-])(?P<word>{_CAP})\s(?P<rest>{_CAP}(?:\s{_CAP})?)(?![\w-])")
_PARTNERS = re.compile(rf"(?<![\w’'-])(?P<word>{_CAP})\s(?:and|&)\s(?P<rest>{_CAP})(?![\w-])")
_TITLES = (
    r"(?:Judge|Justice|Sir|Dame|Lord|Lady|Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Cllr|Councillor|Inspector|PC|DC|Sgt|"
    r"Sergeant|Captain|Senator|Father|Sister|Rev|Bishop|Superintendent|Constable|Detective|Mayor)"
)
_TITLED = re.compile(rf"\b(?P<title>{_TITLES})\.?\s(?P<word>{_CAP})(?![\w-]|\s{_CAP})")
_STOP = re.compile(r"[.!?][”\"’')\]]*\s|\n")
_SHORTEST = 5
_LONGEST_TEXT = 400_000
_SOUNDS = (
    (r"(?<=\w)(?:leigh|ley|lea|lee)\b", "li"),
    (r"ight\b|ight(?=[b-df-hj-np-tv-z])|ite\b|ite(?=[b-df-hj-np-tv-z])|yte", "it"),
    ("^je", "ge"),
    ("^geo", "ge"),
    ("ph", "f"),
    ("[ck]+h?(?![eiy])|ck", "k"),
    ("c(?=[eiy])|z", "s"),
    ("x", "ks"),
    ("^kn", "n"),
    ("^wr", "r"),
    (r"e[iy]\b|ie\b|ee\b|y\b", "i"),
    ("e[iea]|ie|y", "i"),
    ("a[iy]|ei", "a"),
    ("o[aouw]+", "o"),
    ("(?<=[a-z])h", ""),
    (r"(.)\1", r"\1"),
    (r"(?<=\w\w)e\b", ""),
)


def misspelt_namesakes(text: str, entities: Sequence[Entity]) -> Iterator[InternalCheck]:
    """Yield the later spelling where two names of the same company sound alike or differ by one letter.

    Two spellings in one sentence are left alone: there the spelling is the story.
    """
    if len(text) > _LONGEST_TEXT:
        return
    yield from _phrases(text)
    yield from _behind_titles(text, entities)


def _phrases(text: str) -> Iterator[InternalCheck]:
    """Check "Stoneleigh Cross … Stonleigh Cross", "Colby and Rudd … Colbey and Rudd"."""
    company: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for name, pattern in (("of", _PHRASE), ("and", _PARTNERS)):
        for match in pattern.finditer(text):
            if name == "and" or _is_common(match["rest"]):
                words = company.setdefault((name, match["rest"]), {})
                words.setdefault(match["word"], []).append(Span(*match.span("word")))
    for spelt in company.values():
        ranked = sorted(spelt, key=lambda word: (-len(spelt[word]), spelt[word][0].start))
        for place, wrong in enumerate(ranked):
            right = next((word for word in ranked[:place] if is_one_name(word, wrong)), None)
            if right is not None and not _share_a_sentence(text, spelt[right], spelt[wrong]):
                for place_of_it in spelt[wrong]:
                    yield slip(place_of_it, CheckKind.NAME_SPELLING, wrong, right, f"also printed as {right}")


def _is_common(rest: str) -> bool:
    """Return whether the words after a name are what towns, streets, firms and bodies are called."""
    words = [word.casefold() for word in rest.split()]
    known = lexicon().organisation_words | word_set("people", "geographic_words") | word_set("relations", "of_places")
    return any(word in known for word in words)


def _behind_titles(text: str, entities: Sequence[Entity]) -> Iterator[InternalCheck]:
    """Check "Judge Philippa Reid … Judge Reed", "Sir Geoffrey Lyle … Sir Jeffrey": one bearer of the name in full."""
    people = [one for one in entities if one.kind is not EntityKind.PLACE and len(one.words) > 1]
    known = {word for one in people for word in one.words}
    for match in _TITLED.finditer(text):
        folded = match["word"].casefold()
        if folded in known or len(folded) < 4:
            continue
        at = 0 if match["title"] in ("Sir", "Dame") else -1
        meant = [one for one in people if one.words[at] != folded and sound_alike(one.words[at], folded)]
        full = meant[0].name.split()[at] if len(meant) == 1 else ""
        if full and not _share_a_sentence(text, meant[0].mentions, [Span(*match.span("word"))]):
            span = Span(*match.span("word"))
            yield slip(span, CheckKind.NAME_SPELLING, match["word"], full, f"also printed as {meant[0].name}")


def is_one_name(first: str, second: str) -> bool:
    """Return whether two words are spellings of one: a letter apart, two letters turned about, or of one sound."""
    a, b = first.casefold(), second.casefold()
    if a.rstrip("s") == b.rstrip("s") or min(len(a), len(b)) < _SHORTEST:
        return False
    return _is_letter_apart(a, b) or sound_alike(a, b)


def _is_letter_apart(a: str, b: str) -> bool:
    """Return whether one letter inside two words is missing or turned about; another letter is another name."""
    if a[0] != b[0]:
        return False
    if len(a) == len(b):
        apart = [at for at, (one, other) in enumerate(zip(a, b, strict=True)) if one != other]
        return (
            len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
        )
    shorter, longer = sorted((a, b), key=len)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer) - 1)
    )


def sound_alike(first: str, second: str) -> bool:
    """Return whether two words sound alike by the spellings of English: Reid and Reed, Colby and Colbey."""
    if first == second or first.rstrip("s") == second.rstrip("s"):
        return False
    if any(first in names and second in names for names in _one_first_name()):
        return True
    return abs(len(first) - len(second)) <= 2 and _sound(first) == _sound(second)


@lru_cache(maxsize=1)
def _one_first_name() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.split("/")) for entry in word_set("people", "spellings_of_first_names"))


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    for pattern, letters in _SOUNDS:
        word = re.sub(pattern, letters, word)
    return word


def _share_a_sentence(text: str, first: Sequence[Span], second: Sequence[Span]) -> bool:
    return any(not _STOP.search(text, min(a.end, b.end), max(a.start, b.start)) for a in first for b in second)
