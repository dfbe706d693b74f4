"""What a person's name is made of: given names, particles, surnames; titles and letters behind the name taken off."""

import re

import msgspec

from reviewer.text.wordlists import word_set

_PARTICLES = word_set("people", "particles")
_ALSO_GIVEN = frozenset(("Al", "Ben", "Van", "Di", "Mac", "San", "Ab", "Abu", "E", "I", "O", "Y"))
_LINKS_OF_SURNAMES = frozenset(("y", "e", "i", "und"))
_PART_OF_SURNAME = frozenset(("mc", "mac", "o", "st", "saint", "san"))
_PREFIX = re.compile(r"(?:al|el|as|at|ar|an|ad|ash|ul|bin|ibn|ben)[-‐‑–](?=\w)", re.IGNORECASE)
_ALSO_FIRST_NAMES = frozenset(("dean", "justice", "prince", "marshal", "baron", "king"))
_TITLES = (
    frozenset(map(str.casefold, word_set("text", "titles") | word_set("people", "ranks") | {"mme", "herr", "frau"}))
    - _ALSO_FIRST_NAMES
)
_BEHIND = {"jnr", "junior", "snr", "senior", "iv", "bsc", "msc"} | frozenset(
    letters.strip(".").casefold() for letters in word_set("people", "postnominals")
)
_BIRTH_NAME = re.compile(r"\W+(?:née|nee|né|born|formerly|geb\.?|roz\.)\s+", re.IGNORECASE)
_NICKNAME = re.compile(r"""\s["'“”‘’„«(]+([^"'“”‘’„«»()]{2,30})["'“”‘’»)]+(?=\s|$)""")


class NameParts(msgspec.Struct, frozen=True):
    """The parts of a name as printed; `given` is empty for a surname alone, `surnames` has always one word or more."""

    given: tuple[str, ...]
    particles: tuple[str, ...]
    surnames: tuple[str, ...]
    nickname: str = ""
    birth_surname: str = ""

    @property
    def surname(self) -> str:
        """Return particles and surnames as they are printed together."""
        return " ".join((*self.particles, *self.surnames))


def name_parts(name: str) -> NameParts | None:
    """Take a name apart as it is printed, "Surname, Given" included; None where there is no letter in it.

    Two or more words without a particle are given names and, last, a surname; whether a middle word is a second given
    name or a first surname cannot be told and is left to the caller, who finds it among `given`.
    """
    name, birth_surname = _without_birth_name(" ".join(name.split()))
    nickname = _NICKNAME.search(name)
    if nickname and nickname.start():
        name = name[: nickname.start()] + name[nickname.end() :]
    words = _in_order(name)
    if not words:
        return None
    given, particles, surnames = _split(words)
    return NameParts(given, particles, surnames, nickname.group(1).strip() if nickname else "", birth_surname)


def is_particle(word: str) -> bool:
    """Return whether a word is one that links given names and surnames (van, de, al)."""
    return word.casefold() in _PARTICLES


def without_prefix(surname: str) -> str:
    """Return a surname without an article tied to it by a hyphen: Rashid for al-Rashid."""
    return _PREFIX.sub("", surname, count=1) if _PREFIX.match(surname) else surname


def _without_birth_name(name: str) -> tuple[str, str]:
    parts = _BIRTH_NAME.split(name, maxsplit=1)
    if len(parts) < 2 or not parts[0]:
        return name, ""
    born = _words(parts[1])
    return parts[0], born[-1] if born else ""


def _in_order(name: str) -> list[str]:
    """Return the words of a name, given names first, without titles and letters behind it."""
    last, comma, first = name.partition(",")
    behind = _words(first)
    if comma and behind and not all(_is_behind(word) for word in behind):
        return _bare([*behind, *_words(last)])
    return _bare(_words(last if comma else name))


def _bare(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0].strip(".").casefold() in _TITLES:
        words = words[1:]
    while len(words) > 1 and _is_behind(words[-1]):
        words = words[:-1]
    return words


def _is_behind(word: str) -> bool:
    return word.strip(".").replace(".", "").casefold() in _BEHIND


def _words(name: str) -> list[str]:
    apart = re.sub(r"(?<=\w\.)(?=[^\W\d_])", " ", name)
    return [word for raw in apart.split() if any(map(str.isalpha, word := raw.strip('"“”„«»()[];:,')))]


def _split(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Divide words at the first particle, or before the last word."""
    for at, word in enumerate(words[:-1]):
        if is_particle(word) and not (at == 0 and word in _ALSO_GIVEN):
            if word.casefold() in _PART_OF_SURNAME:
                return tuple(words[:at]), (), tuple(words[at:])
            if at > 1 and word.casefold() in _LINKS_OF_SURNAMES:
                return tuple(words[: at - 1]), (), tuple(words[at - 1 :])
            stop = at + 1
            while stop < len(words) - 1 and is_particle(words[stop]):
                stop += 1
            return tuple(words[:at]), tuple(words[at:stop]), tuple(words[stop:])
    return tuple(words[:-1]), (), (words[-1],)
