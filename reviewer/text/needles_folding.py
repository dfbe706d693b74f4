"""Text with all spelling taken off: bare letters and digits in one case, each with its place in the text."""

import re
import unicodedata
from array import array
from functools import cached_property
from itertools import compress

from reviewer.model.geometry import Span

_DROPPED_MARKS = (
    (0x0300, 0x0370),  # accents of Latin, Greek and Cyrillic letters
    (0x0483, 0x0488),
    (0x0591, 0x05C8),  # Hebrew points
    (0x0610, 0x061B),
    (0x064B, 0x0660),  # Arabic vowel signs
    (0x0670, 0x0671),
    (0x06D6, 0x06EE),
    (0x1AB0, 0x1B00),
    (0x1DC0, 0x1E00),
    (0x20D0, 0x2100),
    (0xFE20, 0xFE30),
)
_JOINED_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ƒ": "f", "ȷ": "j", "ə": "e",
    "\u06cc": "\u064a", "\u0649": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647", "\u06c1": "\u0647",
}  # fmt: skip
"""Letters that Unicode does not take apart but people write without their stroke or as two, and Arabic ones that
keyboards and habits exchange (yeh, kaf, heh)."""

_JOINED_LETTERS |= {
    chr(first + number): chr(ord("a") + number) for first in (0x1F150, 0x1F170, 0x1F1E6) for number in range(26)
}
"""White letters in black circles and squares, and those of flags, which Unicode does not take apart either."""

_TATWEEL = "\u0640"
_LOOKALIKES = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХԚԜ" + "аеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "οναρικυϲ"
        "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡɩ",
        "abesijkmhopctyxqw" + "aesijopcyxhdqw" + "abezhikmnoptyx" + "ovapikuc"
        "abcdefghijklmnoprstuvwyzagi",
        strict=True,
    )
)  # fmt: skip
"""Cyrillic, Greek and small-capital letters by the Latin ones they look like (after Unicode's confusables)."""

IGNORABLE = frozenset(
    map(
        chr,
        (
            *(code for code in range(0x20) if code not in (2, 9, 10, 11, 12, 13, 28, 29, 30, 31)),
            0x7F,
            *range(0x80, 0x85),
            *range(0x86, 0xA0),
            0xAD,
            0x34F,
            0x61C,
            *range(0x17B4, 0x17B6),
            *range(0x180B, 0x1810),
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2060, 0x2070),
            *range(0xFE00, 0xFE10),
            0xFEFF,
            *range(0xFFF9, 0xFFFC),
            *range(0xE0000, 0xE0200),
        ),
    )
)
"""Characters that show nothing: soft hyphens, zero-width and direction marks, selectors, controls."""


class _Folding(dict[int, str]):
    """Code point to folded letters, worked out when first asked for; empty for everything that is no letter."""

    def __init__(self, lookalikes: bool) -> None:
        super().__init__()
        self._lookalikes = lookalikes

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if self._lookalikes:
            character = _LOOKALIKES.get(character, character)
        folded = "".join(map(_letters, unicodedata.normalize("NFKD", _folded_case(character))))
        self[code] = folded
        return folded


def _folded_case(character: str) -> str:
    return unicodedata.normalize("NFKD", character).casefold()


def _letters(character: str) -> str:
    if character in IGNORABLE or is_dropped_mark(character):
        return ""
    if character in _JOINED_LETTERS:
        return _JOINED_LETTERS[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character if character.isalnum() or unicodedata.category(character)[0] == "M" else ""


_PLAIN = _Folding(lookalikes=False)
_LOOKING = _Folding(lookalikes=True)
_ANY_LOOKALIKE = re.compile(f"[{re.escape(''.join(_LOOKALIKES))}]")


class Folded:
    """The letters of a text without anything else, and where each of them stands.

    Compatibility forms, ligatures, case and accents are folded; everything that is neither letter nor digit is left
    out and can be asked for as the gap before a letter. With `lookalikes`, letters of other scripts become the Latin
    ones that they look like.
    """

    def __init__(self, text: str, lookalikes: bool = False) -> None:
        self.text = text
        self._folding = _LOOKING if lookalikes else _PLAIN
        self.letters = text.translate(self._folding)

    @cached_property
    def _starts(self) -> "array[int]":
        if self.text.isascii():
            return array("L", compress(range(len(self.text)), map(str.isalnum, self.text)))
        starts = array("L")
        folding = self._folding
        for at, character in enumerate(self.text):
            folded = folding[ord(character)]
            if folded:
                starts.extend([at] * len(folded))
        return starts

    def source(self, letter: int) -> str:
        """Return the character of the text that the numbered letter comes from."""
        return self.text[self._starts[letter]]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the text, in code points, from a first to a last letter, marks on it included."""
        end = self._starts[last] + 1
        while end < len(self.text) and is_dropped_mark(self.text[end]):
            end += 1
        return Span(self._starts[first], end)

    def gap(self, letter: int) -> str:
        """Return what stands between the numbered letter and the one before it; whole text edges for the outermost."""
        before = self._starts[letter - 1] + 1 if letter > 0 else 0
        here = self._starts[letter] if letter < len(self._starts) else len(self.text)
        return self.text[before:here]


def is_dropped_mark(character: str) -> bool:
    """Return whether a character is an accent or vowel sign that folding takes off."""
    code = ord(character)
    return character == _TATWEEL or (code >= 0x300 and any(low <= code < high for low, high in _DROPPED_MARKS))


def has_lookalikes(text: str) -> bool:
    """Return whether a text holds letters of another script, or small capitals, that look like Latin ones."""
    return not text.isascii() and _ANY_LOOKALIKE.search(text) is not None


def without_invisible(text: str) -> str:
    """Return a text without the characters that show nothing."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_INVISIBLE)


_INVISIBLE = {ord(character): None for character in IGNORABLE}
