"""Every text that bytes or another text can be understood as: encodings, escapes, disguises."""

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

import msgspec

from reviewer.formats.encoding import decode, looks_like_text
from reviewer.proof.recovering.wide_runs import BIG, LITTLE, wide_runs
from reviewer.text.zero_width_codes import ZERO_WIDTH_CODE, zero_width_codes

_DEEPEST = 4
_APART = "\n¦\n"
_UTF8_RUN = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){5,}"
)
_LATIN_RUN = re.compile(rb"[\t\n\r\x20-\x7e\x91\x92\xa0-\xff]{5,}")
_TELLING_RUN = 24
_WORTH_A_GUESS = 2_000
_HIGH_BYTES = bytes(range(0x80, 0x100))
_NO_LETTERS = bytes(byte for byte in range(0x41) if byte != ord(" "))
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{4}(?:\r?\n[ \t>]*)?){2,}(?:[A-Za-z0-9+/_-]{2,3}={0,2})?")
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}(?:[ :,]|\r?\n)?){4,}(?![0-9A-Za-z])")
_HEX_ALONE = re.compile(r"[0-9a-f]{24,}|[0-9A-F]{24,}")
"""Digits in base 16, read as such. No text in base 64 looks like them: there, capitals begin with Q to Z, which are no
such digits, and small letters do unless each third one is k, o, s or w."""

_ENTITY = re.compile(r"&(?:#|\w)")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTED = re.compile(r"=(?:[0-9A-Fa-f]{2}|[ \t]*\r?\n)")
_ESCAPE = re.compile(
    r"\\u\{?([0-9A-Fa-f]{4,6})\}?|\\x([0-9A-Fa-f]{2})|\\'([0-9A-Fa-f]{2})|\\([0-7]{3})|\\([0-9A-Fa-f]{1,6})[ ]?|"
    r"\\u(-?\d{3,5})\??|#([0-9A-Fa-f]{2})|(\\\r?\n)|\\([()\\/\"'])"
)
_ESCAPE_BASES = (16, 16, 16, 8, 16, 10, 16)
_SYMBOL = re.compile("[\uf020-\uf0ff]")
_TAG_CHARACTER = re.compile("[\U000e0020-\U000e007e]")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}")
_FOLDED_CARD = re.compile(r"^BEGIN:V(?:CARD|CALENDAR)\b", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]")
_BACKSPACE = re.compile("[^\x08]\x08")
_OVERRIDE = re.compile("\u202e([^\u202c\n]*)")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
_UTF7 = re.compile(r"\+([A-Za-z0-9+/]{3,})-?")
_TAG = re.compile(r"<[/!?A-Za-z][^<>]{0,4000}>")
_HANGING_JOIN = re.compile(r"[\"'`]\s{0,20}[+,.&]\s{0,20}[\"'`]")


class Reading(msgspec.Struct, frozen=True):
    """One way to understand something; in a `noisy` one chance alone spells short words."""

    form: str
    text: str
    noisy: bool = False


def readings_of_text(text: str, form: str = "text", depth: int = 0) -> Iterator[Reading]:
    """Go through all that a text may mean, itself first; `form` names how it was come by."""
    yield Reading(form, text)
    for name, mark, change in _DISGUISES:
        if mark.search(text):
            changed = change(text)
            if changed != text:
                yield Reading(name, changed)
    if depth < _DEEPEST:
        for name, pattern, encoded in (("base64", _BASE64, _from_base64), ("hex", _HEX, _from_hex)):
            yield from _encoded(name, pattern, encoded, text, depth)


def readings_of_bytes(data: bytes, depth: int = 0) -> Iterator[Reading]:
    """Go through all text in bytes of any kind."""
    if looks_like_text(data):
        text = _decoded(data, depth)
        yield from readings_of_text(text, depth=depth)
        if "\ufffd" in text or not text.isascii():
            yield Reading("latin-1", data.decode("cp1252", "replace"))
        return
    if b"\x08" in data and looks_like_text(struck := data.replace(b"\x08", b"")):
        yield Reading("backspaces", _without_backspaces(data.decode("utf-8", "replace")))
        yield Reading("bytes", struck.decode("utf-8", "replace"))
    yield from _runs(data, _UTF8_RUN, "bytes", "utf-8", 1)
    if not data.isascii():
        yield from _runs(data, _LATIN_RUN, "latin-1", "cp1252", 1)
    yield from _runs(data, LITTLE, "utf-16", "utf-16-le", 2)
    yield from _runs(data, BIG, "utf-16", "utf-16-be", 2)
    if depth < _DEEPEST:
        runs = (match for match in _UTF8_RUN.findall(data) if len(match) >= _TELLING_RUN)
        long_runs = b"\n\n".join(run for run in runs if _is_mostly_letters(run))
        text = long_runs.decode("utf-8", "replace")
        for reading in readings_of_text(text, depth=depth):
            yield msgspec.structs.replace(reading, form="bytes" if reading.form == "text" else reading.form)


def _decoded(data: bytes, depth: int) -> str:
    """Decode text; for scraps of other text no encoding is guessed at length."""
    if depth and len(data) < _WORTH_A_GUESS and not data.startswith(_MARKS) and b"\x00" not in data:
        return data.decode("utf-8") if _is_utf8(data) else data.decode("cp1252", "replace")
    return decode(data)[0]


def literal_forms(terms: Sequence[str]) -> list[tuple[int, str, bytes]]:
    """Return term number, form and bytes of terms in scripts whose encoded letters no run of bytes gives away."""
    forms: list[tuple[int, str, bytes]] = []
    for number, term in enumerate(terms):
        if len(term.strip()) < 2 or all(ord(character) < 0x600 for character in term):
            continue
        for form, encoding in (("utf-16", "utf-16-le"), ("utf-16", "utf-16-be"), ("utf-8", "utf-8")):
            encoded = term.strip().encode(encoding, "ignore")
            if len(encoded) >= 4:
                forms.append((number, form, encoded))
        for encoding in ("gb18030", "shift_jis", "big5", "euc_kr", "cp1256", "cp1255"):
            try:
                encoded = term.strip().encode(encoding)
            except UnicodeEncodeError:
                continue
            if len(encoded) >= 6:
                forms.append((number, encoding, encoded))
    return forms


def bytes_in_lower_case(terms: Sequence[str]) -> list[bytes]:
    """Return the longest word of each term as bytes, in every encoding that is common; ASCII letters are small."""
    found: dict[bytes, None] = {}
    for word in (max(term.split(), key=len) for term in terms if term.strip()):
        for variant in (word, word.lower(), word.upper(), word.capitalize()):
            for encoding in ("utf-8", "cp1252", "utf-16-le", "utf-16-be"):
                found.setdefault(variant.encode(encoding, "ignore").lower())
    return [literal for literal in found if literal]


def _runs(data: bytes, pattern: re.Pattern[bytes], form: str, encoding: str, width: int) -> Iterator[Reading]:
    shifted = (0, 1) if width == 2 else (0,)
    for shift in shifted:
        found = wide_runs(pattern, data[shift:]) if width == 2 else pattern.findall(data)
        runs = [match for match in found if encoding != "cp1252" or _is_mostly_ascii(match)]
        if runs:
            yield Reading(form, _APART.join(run.decode(encoding, "replace") for run in runs), noisy=True)
        telling = [run for run in runs if len(run) >= _TELLING_RUN * width and _is_mostly_letters(run)]
        if telling and width == 2:
            yield Reading(form, _APART.join(run.decode(encoding, "replace") for run in telling))


def _is_mostly_ascii(run: bytes) -> bool:
    return len(run.translate(None, _HIGH_BYTES)) >= 0.75 * len(run)


def _is_mostly_letters(run: bytes) -> bool:
    return len(run.translate(None, _NO_LETTERS)) >= 0.4 * len(run)


def _encoded(
    name: str, pattern: re.Pattern[str], encoded: Callable[[str], bytes], text: str, depth: int
) -> Iterator[Reading]:
    for match in pattern.finditer(text):
        if name == "base64" and (_is_plain_word(match.group()) or _HEX_ALONE.fullmatch(match.group())):
            continue
        data = encoded(match.group())
        if len(data) >= 3:
            for reading in readings_of_bytes(data, depth + 1):
                form = name if reading.form in ("text", "bytes") else f"{name}, {reading.form}"
                yield Reading(form, reading.text, reading.noisy or len(data) < _TELLING_RUN)


def _is_plain_word(printed: str) -> bool:
    return printed.isalpha() and (printed[1:].islower() or printed.isupper())


def _from_base64(printed: str) -> bytes:
    compact = "".join(printed.split()).replace(">", "").replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(compact[: len(compact) - (len(compact) % 4 == 1)] + "=" * (-len(compact) % 4))
    except (binascii.Error, ValueError):
        return b""


def _from_hex(printed: str) -> bytes:
    compact = re.sub(r"[^0-9A-Fa-f]", "", printed)
    return bytes.fromhex(compact[: len(compact) // 2 * 2])


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_escaped_character, text)


def _escaped_character(match: re.Match[str]) -> str:
    for group, base in enumerate(_ESCAPE_BASES, 1):
        if match[group]:
            code = int(match[group], base)
            code += 0x10000 if code < 0 else 0
            return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return match[9] or ""


def _unquoted(text: str) -> str:
    joined = re.sub(r"=[ \t]*\r?\n", "", text)
    data = quopri.decodestring(joined.encode("utf-8", "replace"))
    return data.decode("utf-8") if _is_utf8(data) else data.decode("cp1252", "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_backspaces(text: str) -> str:
    before = ""
    while before != text and len(text) < 1_000_000:
        before, text = text, _BACKSPACE.sub("", text)
    return text


def _from_punycode(match: re.Match[str]) -> str:
    try:
        return match[1].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return match[0]


def _from_utf7(match: re.Match[str]) -> str:
    data = _from_base64(match[1])
    return data[: len(data) // 2 * 2].decode("utf-16-be", "ignore")


def _from_selectors(match: re.Match[str]) -> str:
    """Return what bytes spell that are written as variation selectors, the first sixteen and the further 240."""
    codes = map(ord, match[0])
    return bytes(code - 0xFE00 if code < 0x10000 else code - 0xE0100 + 16 for code in codes).decode("utf-8", "replace")


_DISGUISES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("entities", _ENTITY, lambda text: html.unescape(html.unescape(text))),
    ("percent-encoded", _PERCENT, lambda text: unquote(unquote(text, errors="replace"), errors="replace")),
    ("quoted-printable", _QUOTED, _unquoted),
    ("escaped", _ESCAPE, _unescaped),
    ("symbol font", _SYMBOL, lambda text: _SYMBOL.sub(lambda match: chr(ord(match[0]) - 0xF000), text)),
    ("unfolded", _FOLDED_CARD, lambda text: _FOLD.sub("", text)),
    ("tag characters", _TAG_CHARACTER, lambda text: _TAG_CHARACTER.sub(lambda match: chr(ord(match[0]) & 0x7F), text)),
    ("variation selectors", _SELECTORS, lambda text: _SELECTORS.sub(_from_selectors, text)),
    ("zero-width code", ZERO_WIDTH_CODE, lambda text: _APART.join(said for _, _, said in zero_width_codes(text))),
    ("backspaces", _BACKSPACE, _without_backspaces),
    ("reversed", _OVERRIDE, lambda text: _OVERRIDE.sub(lambda match: match[1][::-1], text)),
    ("punycode", _PUNYCODE, lambda text: _PUNYCODE.sub(_from_punycode, text)),
    ("utf-7", _UTF7, lambda text: _UTF7.sub(_from_utf7, text)),
    ("without tags", _TAG, lambda text: html.unescape(_TAG.sub("", text))),
    ("joined strings", _HANGING_JOIN, lambda text: _HANGING_JOIN.sub("", text)),
)
