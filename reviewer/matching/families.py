"""What a word has in common with its other forms: `voters`, `voted` and `vote`; `decision` and `decided`."""

from functools import lru_cache

from reviewer.matching.rules import irregular_forms, word_families

_LEAST, _LEAST_DERIVED = 3, 4
"""Letters that must stay when an inflection, or an ending that makes another word, comes off."""

_VOWELS = frozenset("aeiouy")
_DERIVED = (
    "ization", "isation", "ation", "ition", "ibility", "ability", "fulness", "ically", "ment", "ness", "less", "ship",
    "able", "ible", "ance", "ence", "ancy", "ency", "ings", "ical", "ally", "tion", "sion", "ious", "eous", "ial",
    "ion", "ity", "ful", "ous", "ive", "ism", "ist", "ian", "ant", "ent", "ize", "ise", "ate", "ify", "al", "er",
    "or", "ly", "ic", "is",
)  # fmt: skip
"""Endings that make one word from another, longer ones first."""

_CHANGED = (("ription", "rib"), ("eption", "eiv"), ("mission", "mit"), ("ension", "end"), ("ansion", "and"),
            ("lusion", "lud"), ("cision", "cid"), ("vision", "vid"), ("rosion", "rod"), ("plosion", "plod"),
            ("pulsion", "pel"))  # fmt: skip
"""Endings before which the word itself changes (`describe`, `description`)."""

_LONGEST = 8


@lru_cache(maxsize=20_000)
def stem(form: str) -> str:
    """Return what a word, in small letters, shares with its inflections and the words made from it.

    Irregular forms are looked up; of others the plural, the endings of the verb and then one or two endings that make
    words are taken off, and eight letters are kept. Two words are of one family when this is equal.
    """
    if form in irregular_forms():
        return irregular_forms()[form]
    if len(form) <= _LEAST or not form.isalpha():
        return form
    plain = _without_inflection(form)
    if plain in irregular_forms():
        return irregular_forms()[plain]
    for _ in range(2):
        plain = _without_derivation(plain)
    if len(plain) > _LEAST and plain[-1] in "ey":
        plain = plain[:-1]
    if len(plain) > _LEAST_DERIVED and plain.endswith("ct"):
        plain = plain[:-1]
    return plain[:_LONGEST]


def _without_inflection(form: str) -> str:
    if form.endswith(("ies", "ied")):
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "ches", "shes", "zes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    for ending in ("ing", "ed"):
        rest = form.removesuffix(ending)
        if rest != form and len(rest) >= _LEAST and _VOWELS & set(rest) and not form.endswith("eed"):
            return _undoubled(rest)
    return form


def _undoubled(rest: str) -> str:
    return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest


def _without_derivation(form: str) -> str:
    for ending, before in _CHANGED:
        if form.endswith(ending) and len(form) - len(ending) >= 1:
            return form[: -len(ending)] + before
    for ending in _DERIVED:
        rest = form.removesuffix(ending)
        if rest != form and len(rest) >= _LEAST_DERIVED:
            return _undoubled(rest) if ending in ("er", "or") else rest + ("t" if ending == "tion" else "")
    return form


def are_kin(form: str, other: str) -> bool:
    """Return whether two words in small letters are made from one another, though they begin or end differently.

    `departure` and `departed`, `labour` and `labor`, `maths` and `mathematics`; equal stems are for `stem` to say.
    """
    return stem(other) in kin_of(stem(form))


def kin_of(family: str) -> frozenset[str]:
    """Return the stems of the words that are made from those of a stem, or the other way round."""
    return _kin().get(family, frozenset())


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for first, *others in word_families():
        for other in others:
            found.setdefault(stem(first), set()).add(stem(other))
            found.setdefault(stem(other), set()).add(stem(first))
    return {word: frozenset(kin) for word, kin in found.items()}
