"""The spellings in which a person's name goes through files: what to look for once a name is marked."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from reviewer.text.name_parts import NameParts, is_particle, name_parts, without_prefix
from reviewer.text.needles_folding import Folded
from reviewer.text.wordlists import word_set

_FIRST_NAMES = word_set("people", "male_names") | word_set("people", "female_names")
_FEWEST_LETTERS = 2
_LONGEST_NAME = 200
_HYPHEN = re.compile(r"[-‐‑–]")
_SIGNS = re.compile(r"['’.]")
_WRITTEN_AS_TWO = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "dj", "þ": "th",
}  # fmt: skip
"""How letters are spelt where a keyboard has none of them, other than by leaving the mark off."""

_FIGURES = {"o": "0", "i": "1", "l": "1", "e": "3", "a": "4", "s": "5", "t": "7", "b": "8"}
_MOST_FIGURES = 4


def name_variants(name: str) -> tuple[str, ...]:
    """Return the spellings to offer for a person's name, the likeliest first, none twice (case aside).

    The full name without title comes first, then surname, initial with surname, index forms, the same without
    accents, local parts of mail addresses, parts of file names, the surname with figures for letters. At the end stand
    those that will hit others as well: the first name with an initial, initials, the first name alone last. Nothing
    has fewer than two letters. A text without a letter, or longer than a name can be (200 code points), gives none.
    Endings such as 's are the matcher's to find and are not listed.
    """
    parts = name_parts(name) if len(name) <= _LONGEST_NAME else None
    if parts is None:
        return ()
    likely = list(_likely(parts))
    found = [
        *likely,
        *_without_accents(likely),
        *_addresses(parts),
        *_file_names(parts),
        *_in_figures(parts),
        *_risky(parts),
    ]
    once: dict[str, str] = {}
    for one in found:
        if _letters(one) >= _FEWEST_LETTERS:
            once.setdefault(one.casefold(), one)
    return tuple(once.values())


def _likely(parts: NameParts) -> Iterator[str]:
    surnames = _surnames(parts)
    yield _full(parts, parts.given)
    if len(parts.given) > 1:
        yield _full(parts, parts.given[:1])
    yield from surnames
    for surname in surnames[:1] + ([parts.birth_surname] if parts.birth_surname else []):
        yield from _before_surname(parts, surname)
    if parts.nickname:
        yield f"{parts.nickname} {parts.surname}"
    yield from _double_barrelled(parts)


def _before_surname(parts: NameParts, surname: str) -> Iterator[str]:
    """Give a surname with what stands before it, and turned round as in an index."""
    if not parts.given:
        return
    first, initials = parts.given[0], [_initial(word) for word in parts.given]
    yield f"{initials[0]}. {surname}"
    yield f"{initials[0]} {surname}"
    yield f"{surname}, {' '.join(parts.given)}"
    yield f"{surname}, {initials[0]}."
    yield f"{surname} {first}"
    if len(initials) > 1:
        yield f"{' '.join(f'{one}.' for one in initials)} {surname}"
        yield f"{''.join(initials)} {surname}"
        yield f"{first} {' '.join(f'{one}.' for one in initials[1:])} {surname}"
        yield f"{surname}, {first}"
    if surname == parts.birth_surname:
        yield f"{first} {surname}"


def _surnames(parts: NameParts) -> list[str]:
    """Return how the surname may be cited, the likeliest first.

    With its particles and without; the last two words where the middle one may be a first surname; each of two.
    """
    own = [parts.surname, " ".join(parts.surnames)]
    if not parts.particles and len(parts.given) > 1 and _may_be_surname(parts.given[-1]):
        own += [f"{parts.given[-1]} {parts.surname}", parts.given[-1]]
    own += [one for one in parts.surnames if not is_particle(one)] if len(parts.surnames) > 1 else []
    own += [without_prefix(word) for word in parts.surnames]
    return list(dict.fromkeys([*own, parts.birth_surname] if parts.birth_surname else own))


def _may_be_surname(word: str) -> bool:
    return len(word.strip(".")) > 1 and word.casefold() not in _FIRST_NAMES


def _double_barrelled(parts: NameParts) -> Iterator[str]:
    for word in parts.surnames:
        halves = [half for half in _HYPHEN.split(word) if half]
        if len(halves) > 1 and without_prefix(word) == word:
            yield " ".join(halves)
            yield from halves


def _without_accents(spellings: Iterable[str]) -> Iterator[str]:
    for spelling in spellings:
        if not spelling.isascii():
            yield from (plain for plain in (_plain(spelling), _spelt_out(spelling)) if plain.isascii())


def _addresses(parts: NameParts) -> Iterator[str]:
    """Give the parts of mail addresses before the @, in the orders that firms use; Latin letters only."""
    for last in dict.fromkeys(_bare(one) for one in (parts.surname, *parts.surnames[-1:], _spelt_out(parts.surname))):
        if not last:
            continue
        if parts.given and (first := _bare(parts.given[0])):
            yield from (f"{first}.{last}", f"{first[0]}{last}", f"{first[0]}.{last}", f"{last}.{first}")
            yield f"{last}{first[0]}"
            if len(parts.given) > 1:
                yield "".join(_bare(word)[:1] for word in parts.given) + last
        else:
            yield last


def _file_names(parts: NameParts) -> Iterator[str]:
    if not (parts.given and (first := _bare(parts.given[0])) and (last := _bare(parts.surname))):
        return
    yield from (f"{last}_{first}", f"{first}_{last}", f"{last}-{first}", f"{first}-{last}", f"{last}_{first[0]}")
    camel = [_SIGNS.sub("", _plain(word)) for word in (parts.given[0], *parts.particles, *parts.surnames)]
    if all(word.isascii() for word in camel):
        heads = ["".join(map(_capital, _HYPHEN.split(word))) for word in camel]
        yield "".join(heads)
        yield "".join((*heads[1:], heads[0]))


def _in_figures(parts: NameParts) -> Iterator[str]:
    """Give the surname with figures that look like its letters, as people write past a filter: K0vač."""
    surname = _plain(parts.surname)
    present = [letter for letter in _FIGURES if letter in surname.casefold()][:_MOST_FIGURES]
    for count in range(1, len(present) + 1):
        for chosen in combinations(present, count):
            table = {ord(one): _FIGURES[letter] for letter in chosen for one in (letter, letter.upper())}
            yield surname.translate(table)


def _risky(parts: NameParts) -> Iterator[str]:
    """Give what stands for other people as well: first name with an initial, initials, the first name alone."""
    if not parts.given:
        return
    first = parts.given[0]
    surnames = [without_prefix(word) for word in parts.surnames]
    short = [_initial(word) for word in (first, *surnames[-1:])]
    every = [_initial(word) for word in (*parts.given, *parts.particles, *surnames)]
    yield f"{first} {short[1]}."
    yield f"{first} {short[1]}"
    for initials in (short, every, [one.upper() for one in every]):
        yield "".join(f"{one}." for one in initials)
        yield "".join(initials)
    yield from (one for one in (parts.nickname, _plain(first), first) if one)


def _full(parts: NameParts, given: tuple[str, ...]) -> str:
    return " ".join((*given, parts.surname))


def _initial(word: str) -> str:
    return next((character for character in word if character.isalpha()), "")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _plain(text: str) -> str:
    """Return a text with its accents and strokes off and its case kept."""
    return "".join(_in_case_of(one, Folded(one).letters) if one.isalpha() else one for one in text)


def _spelt_out(text: str) -> str:
    """Return a text with letters such as ü written as two, what is left without accents."""
    return _plain("".join(_in_case_of(one, _WRITTEN_AS_TWO.get(one.casefold(), one)) for one in text))


def _in_case_of(character: str, letters: str) -> str:
    return letters.capitalize() if character.isupper() else letters


def _bare(text: str) -> str:
    """Return the letters of a text as an address has them, empty when they are of no Latin alphabet."""
    letters = Folded(text).letters
    return letters if letters.isascii() else ""


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
