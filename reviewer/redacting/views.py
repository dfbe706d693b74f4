"""A text in every way it can be read: escapes decoded, backspaces obeyed, right-to-left runs turned round.

A word can stand in a text without standing there letter by letter: as entities or percent escapes, with backspaces,
written backwards between direction marks, in letters of a symbol font. Each view is the text as such a reader would
see it, with the place every character comes from.
"""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.text.zero_width_codes import zero_width_codes

_BYTE = r"(?:%[0-9A-Fa-f]{2}|=[0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2})"
_ESCAPE = re.compile(
    rf"(?P<bytes>{_BYTE}+)|(?P<soft>=\r?\n)|(?P<entity>&(?:#[0-9]{{1,7}}|#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z]\w{{1,30}});?)"
    r"|\\u\{?(?P<unicode>[0-9A-Fa-f]{4,6})\}?|\\(?P<style>[0-9A-Fa-f]{2,6})[ \t\n]?"
)
_ONE_BYTE = re.compile(_BYTE)
_FOLD = re.compile(r"\r?\n[ \t]")
_FOLDED_KIND = re.compile(r"^BEGIN:V(?:CARD|CALENDAR)\b", re.MULTILINE | re.IGNORECASE)
_RIGHT_TO_LEFT, _POP = "\u202e", "\u202c"
_OVERRIDDEN = re.compile(f"{_RIGHT_TO_LEFT}([^{_POP}\\n]*)")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{4}(?:\r?\n[ \t]?)?){2,}(?:[A-Za-z0-9+/_-]{2,3}={0,2})?")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}[ :\r\n]{0,2}){3,}(?![0-9A-Za-z])")
_SYMBOL_LETTER = re.compile("[\uf020-\uf0ff\U000e0020-\U000e007e]")
_LONGEST_SCAN = 32 * 1024 * 1024


@dataclass(frozen=True)
class View:
    """A text as one reader sees it; character `i` comes from `starts[i]` to `ends[i]` of the text itself."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text itself that a stretch of this view comes from; offsets are code points."""
        return min(self.starts[start:end]), max(self.ends[start:end])


_Pieces = Iterator[tuple[str, int, int]]


def views_of(text: str) -> Iterator[View]:
    """Yield the text itself, then every view of it that differs from the one before."""
    view = View(text, range(len(text)), range(1, len(text) + 1))
    yield view
    for change in _CHANGES:
        changed = change(view)
        if changed is not view:
            view = changed
            yield view


def encoded_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and meaning of each stretch that reads as base64, hexadecimal or zero-width text."""
    yield from zero_width_codes(text)
    for pattern, decode in ((_BASE64, _from_base64), (_HEX, _from_hex)):
        for match in pattern.finditer(text, 0, _LONGEST_SCAN):
            for meaning in _meanings(decode(match.group())):
                yield match.start(), match.end(), meaning


def _rebuilt(view: View, pieces: _Pieces) -> View:
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for letter, start, end in pieces:
        letters.append(letter)
        starts.append(view.starts[start])
        ends.append(view.ends[end - 1])
    return View("".join(letters), starts, ends)


def _without_escapes(view: View) -> View:
    if not _ESCAPE.search(view.text):
        return view
    return _rebuilt(view, _unescaped(view.text))


def _unescaped(text: str) -> _Pieces:
    at = 0
    for match in _ESCAPE.finditer(text):
        yield from ((text[place], place, place + 1) for place in range(at, match.start()))
        at = match.end()
        if match["bytes"]:
            yield from _unescaped_bytes(match["bytes"], match.start())
        elif match["entity"]:
            yield from ((letter, match.start(), at) for letter in html.unescape(match["entity"]))
        elif (code := match["unicode"] or match["style"]) and int(code, 16) < 0x110000:
            yield chr(int(code, 16)), match.start(), at
    yield from ((text[place], place, place + 1) for place in range(at, len(text)))


def _unescaped_bytes(escaped: str, offset: int) -> _Pieces:
    escapes = [(match.start() + offset, match.end() + offset) for match in _ONE_BYTE.finditer(escaped)]
    raw = bytes(int(match.group()[-2:], 16) for match in _ONE_BYTE.finditer(escaped))
    try:
        letters, is_utf8 = raw.decode("utf-8"), True
    except UnicodeDecodeError:
        letters, is_utf8 = raw.decode("latin-1"), False
    at = 0
    for letter in letters:
        last = at + (len(letter.encode("utf-8")) if is_utf8 else 1) - 1
        yield letter, escapes[at][0], escapes[last][1]
        at = last + 1


def _without_folds(view: View) -> View:
    if not _FOLDED_KIND.search(view.text) or not _FOLD.search(view.text):
        return view
    folds = {place for match in _FOLD.finditer(view.text) for place in range(*match.span())}
    return _rebuilt(view, ((c, at, at + 1) for at, c in enumerate(view.text) if at not in folds))


def _without_backspaces(view: View) -> View:
    if "\b" not in view.text:
        return view
    kept: list[tuple[str, int, int]] = []
    start = 0
    for at, letter in enumerate(view.text):
        if letter != "\b":
            kept.append((letter, min(start, at), at + 1))
            start = at + 1
        elif kept:
            start = kept.pop()[1]
    return _rebuilt(view, iter(kept))


def _in_plain_letters(view: View) -> View:
    """Read letters in the private places of symbol fonts, and invisible tags, as the characters they stand for."""
    text = _SYMBOL_LETTER.sub(_plain_letter, view.text)
    return view if text == view.text else View(text, view.starts, view.ends)


def _plain_letter(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(code - 0xE0000 if code > 0xFFFF else code - 0xF000)


def _in_visual_order(view: View) -> View:
    if _RIGHT_TO_LEFT not in view.text:
        return view
    order = list(range(len(view.text)))
    for match in _OVERRIDDEN.finditer(view.text):
        start, end = match.span(1)
        order[start:end] = reversed(order[start:end])
    text = "".join(view.text[place] for place in order)
    return View(text, [view.starts[place] for place in order], [view.ends[place] for place in order])


_CHANGES: tuple[Callable[[View], View], ...] = (
    _without_escapes,
    _without_escapes,  # what was escaped twice, as addresses inside addresses are
    _without_folds,
    _without_backspaces,
    _in_plain_letters,
    _in_visual_order,
)


def _from_base64(token: str) -> bytes:
    joined = re.sub(r"\s", "", token).replace("-", "+").replace("_", "/")
    joined += "=" * (-len(joined) % 4)
    try:
        return base64.b64decode(joined)
    except (binascii.Error, ValueError):
        return b""


def _from_hex(token: str) -> bytes:
    digits = re.sub(r"[^0-9A-Fa-f]", "", token)
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def _meanings(raw: bytes) -> Iterator[str]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1252") if raw else ():
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        # What is no text at all reads as letters of every script here and there.
        if all(letter.isprintable() or letter in "\r\n\t" for letter in text):
            yield text
