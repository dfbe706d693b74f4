"""Words among the bytes of pixels: written there by somebody, or spelt by shades that happen to be letters?"""

import re

_SIDE = 32
_PADDING = 8
_FEWEST_WORDS = 3
_MOST_LETTERS = 20
_MOSTLY = 0.8
_NOTHING = re.compile(rb"\x00{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_REGULAR = re.compile(r"[^\W\d_](?:[^\W\d_A-Z]*|[^\W\d_a-z]*)")


def is_written(data: bytes, start: int, end: int) -> bool:
    """Return whether a stretch of bytes that spells a word stands in a text, or by itself in empty bytes.

    Text is nearly all letters and spaces, in words of one case or with one capital in front, before the word or
    behind it. The bytes may be UTF-8, Latin-1 or, for Latin letters, UTF-16.
    """
    padding = data[max(0, start - _PADDING) : start], data[end : end + _PADDING]
    if all(len(set(side)) <= 1 for side in padding):
        return True
    before, after = data[max(0, start - 2 * _SIDE) : start], data[end : end + 2 * _SIDE]
    return any(
        _is_text(side.decode(encoding, "replace"))
        for encoding in ("utf-8", "cp1252")
        for side in (_plain(before)[-_SIDE:], _plain(after)[:_SIDE])
    )


def plain_text(data: bytes) -> str:
    """Return bytes as Latin text, be it UTF-16 or not."""
    plain = _plain(data)
    return f"{plain.decode('utf-8', 'replace')}\n¦\n{plain.decode('cp1252', 'replace')}"


def _plain(data: bytes) -> bytes:
    return _NOTHING.sub(b" ", data).replace(b"\x00", b"")


def _is_text(side: str) -> bool:
    """Return whether a piece of text, cut off at its ends, is language."""
    usual = sum(character.isalpha() or character.isspace() for character in side)
    words = _WORD.findall(side)
    return (
        usual >= _MOSTLY * max(len(side), 1)
        and len(words) >= _FEWEST_WORDS
        and all(len(word) <= _MOST_LETTERS and _REGULAR.fullmatch(word) for word in words[1:-1])
    )
