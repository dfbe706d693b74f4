"""Type 1 font programs (Adobe Type 1 Font Format, 1990) cut to some of their glyphs."""

import re
from collections.abc import Iterator

_EEXEC = re.compile(rb"currentfile\s+eexec(?:\r\n|[ \t\r\n])")
_KEY_OF_FONT, _KEY_OF_GLYPH = 55665, 4330
_FACTOR, _ADDEND = 52845, 22719
_RANDOM = 4
_GLYPHS = re.compile(rb"(/CharStrings\s+)(\d{1,5})(\s+dict[^/]*)")
_GLYPH = re.compile(rb"\s*/(\S+)\s+(\d{1,5})\s+\S+ ")
_RANDOM_IN_GLYPHS = re.compile(rb"/lenIV\s+(\d+)")
_ENCODED = re.compile(rb"dup\s+(\d{1,3})\s*/(\S+)\s+put[ \t]*(?:\r\n|\r|\n)?")
_HEX = re.compile(rb"[0-9A-Fa-f\s]{8}")
_NOTHING = ".notdef"
_COMPOSED, _ESCAPE, _DIVISION = 6, 12, 12
_ACCENTS = re.findall(
    r"\S+",
    "grave acute circumflex tilde macron breve dotaccent dieresis . ring cedilla . hungarumlaut ogonek caron",
)
_FIRST_ACCENT, _DOTLESS_I = 193, 245


class UncutError(ValueError):
    """The program is none that can be taken apart here."""


def glyph_names(program: bytes) -> list[str]:
    """Return the names of all glyphs of a program. Raises UncutError."""
    private = _decrypted(_parts(program)[1], _KEY_OF_FONT)
    table = _GLYPHS.search(private)
    return list(_entries(private, table.end())[0]) if table else []


def names_by_code(program: bytes) -> dict[int, str]:
    """Return the glyph names of a program's own encoding; nothing when that is the standard one."""
    return {int(code): name.decode("latin-1") for code, name in _ENCODED.findall(_parts(program)[0])}


def cut_type1(program: bytes, glyphs: set[str], codes: set[int]) -> tuple[bytes, int, int]:
    """Return a program with some glyphs and codes alone, the length of its clear part and of its encrypted one.

    Parts of which those glyphs are composed stay too. Raises UncutError.
    """
    clear, secret, rest = _parts(program)
    private = _decrypted(secret, _KEY_OF_FONT)
    table = _GLYPHS.search(private)
    if table is None:
        raise UncutError("no list of glyphs")
    entries, end = _entries(private, table.end())
    kept = _with_parts({_NOTHING, *glyphs}, entries, private)
    written = [whole for name, (whole, _) in entries.items() if name in kept]
    head = private[: table.start()] + b"%s%d%s" % (table[1], len(written), table[3])
    bare = _encrypted(head + b"".join(written) + private[end:], _KEY_OF_FONT)

    def listed(match: re.Match[bytes]) -> bytes:
        return match.group() if int(match[1]) in codes and match[2].decode("latin-1") in kept else b""

    clear = _ENCODED.sub(listed, clear)
    return clear + bare + rest, len(clear), len(bare)


def _parts(program: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the clear part, the encrypted one, and the noughts behind it."""
    start = _EEXEC.search(program)
    if start is None or program.startswith(b"\x80") or _HEX.match(program, start.end()):
        raise UncutError("no Type 1 program in bytes")
    end = program.rfind(b"cleartomark")
    noughts = program[start.end() : end if end > start.end() else len(program)]
    length = len(noughts.rstrip(b"0\r\n \t")) if end > start.end() else len(noughts)
    return program[: start.end()], noughts[:length], program[start.end() + length :]


def _entries(private: bytes, at: int) -> tuple[dict[str, tuple[bytes, bytes]], int]:
    """Return each glyph's whole entry and its encrypted outline by name, and where the list ends."""
    found: dict[str, tuple[bytes, bytes]] = {}
    while match := _GLYPH.match(private, at):
        end = match.end() + int(match[2])
        behind = re.compile(rb"[^/]*?(?=\s*/|\s*end\b)").match(private, end)
        if behind is None or match[1].decode("latin-1") in found:
            raise UncutError("a list of glyphs that goes on in another way")
        found[match[1].decode("latin-1")] = (private[at : behind.end()], private[match.end() : end])
        at = behind.end()
    if _NOTHING not in found:
        raise UncutError("no glyphs")
    return found, at


def _with_parts(names: set[str], entries: dict[str, tuple[bytes, bytes]], private: bytes) -> set[str]:
    given = _RANDOM_IN_GLYPHS.search(private)
    skipped = int(given[1]) if given else _RANDOM
    kept: set[str] = set()
    waiting = [name for name in names if name in entries]
    while waiting:
        name = waiting.pop()
        if name not in entries:
            raise UncutError("a glyph composed of others that are not there")
        if name not in kept:
            kept.add(name)
            waiting += _composed_of(_decrypted(entries[name][1], _KEY_OF_GLYPH, skipped))
    return kept


def _composed_of(outline: bytes) -> Iterator[str]:
    """Go through the names of the glyphs that an outline puts one over the other (operator seac)."""
    numbers: list[int] = []
    at = 0
    while at < len(outline):
        first = outline[at]
        at += 1
        if first >= 32:
            size = 0 if first < 247 else 1 if first < 255 else 4
            numbers.append(_number(first, outline[at : at + size]))
            at += size
        elif first == _ESCAPE and outline[at : at + 1] == bytes([_COMPOSED]) and len(numbers) >= 2:
            yield from map(_standard_name, numbers[-2:])
            return
        elif first == _ESCAPE:
            at += 1


def _number(first: int, more: bytes) -> int:
    if first < 247:
        return first - 139
    if first == 255:
        return int.from_bytes(more, "big", signed=True)
    return (first - 247) * 256 + more[0] + 108 if first < 251 else -(first - 251) * 256 - more[0] - 108


def _standard_name(code: int) -> str:
    """Return the name that the standard encoding has for a letter or an accent."""
    if chr(code).isascii() and chr(code).isalpha():
        return chr(code)
    accent = code - _FIRST_ACCENT
    name = _ACCENTS[accent] if 0 <= accent < len(_ACCENTS) else "dotlessi" if code == _DOTLESS_I else "."
    if name == ".":
        raise UncutError("a glyph composed of a rare part")
    return name


def _decrypted(data: bytes, key: int, skipped: int = 0) -> bytes:
    plain = bytearray()
    for byte in data:
        plain.append(byte ^ (key >> 8))
        key = ((byte + key) * _FACTOR + _ADDEND) & 0xFFFF
    return bytes(plain[skipped:])


def _encrypted(plain: bytes, key: int) -> bytes:
    data = bytearray()
    for byte in plain:
        secret = byte ^ (key >> 8)
        data.append(secret)
        key = ((secret + key) * _FACTOR + _ADDEND) & 0xFFFF
    return bytes(data)
