"""Font programs without the words in them: names, notices, designers, and the names of glyphs that nobody needs.

What draws a glyph is left as it is. Layouts are those of OpenType (ISO/IEC 14496-22), of Adobe Technical Notes 5176
(CFF), and of the Adobe Type 1 Font Format.
"""

import re
import struct
from collections.abc import Callable
from itertools import pairwise

_DRAWING_TABLES = frozenset(
    {
        b"OS/2", b"cmap", b"cvt ", b"fpgm", b"gasp", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep",
        b"vhea", b"vmtx", b"VORG", b"CFF ", b"CBDT", b"CBLC", b"COLR", b"CPAL", b"sbix",
    }
)  # fmt: skip
_SFNT_MARKS = (b"\0\1\0\0", b"true", b"OTTO")
_NO_NAMES = struct.pack(">HHH", 0, 0, 6)
_VENDOR = slice(58, 62)
_POST_HEAD = 32
_POST_WITH_STANDARD_NAMES, _POST_WITH_NAMES, _POST_WITHOUT_NAMES = 0x00010000, 0x00020000, 0x00030000
_STANDARD_POST_NAMES = 258
_CHECKSUM_AT, _CHECKSUM_OF_FILE = 8, 0xB1B0AFBA
_COLLECTIONS = frozenset(
    (b"Adobe", b"Identity", b"Japan1", b"Japan2", b"GB1", b"CNS1", b"Korea1", b"KR", b"Manga1", b"UCS")
)
_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)"
_SAID = re.compile(rb"(/(?:version|Notice|Copyright|FullName|FamilyName|Weight)\s*)(" + _STRING + rb")", re.DOTALL)
_NAMED = re.compile(rb"(/FontName\s*/)([^\s/()<>\[\]{}%]+)")
_REMARK = re.compile(rb"(%!(?:PS-AdobeFont-|FontType)[\d.]*|%)([^\r\n]*)")

NameCheck = Callable[[str], bool]


def without_names(program: bytes, keeps: NameCheck = lambda _: False) -> bytes:
    """Return a font program (TrueType, OpenType, CFF or Type 1) that draws the same and names nothing.

    Names of glyphs for which `keeps` is true stay, for simple fonts of a PDF choose glyphs by name. Nothing is said of
    programs of other kinds and of damaged ones: they come back as they are.
    """
    try:
        if program[:4] in _SFNT_MARKS:
            return _bare_sfnt(program, keeps)
        if program[:2] == b"\1\0":
            return _bare_cff(program, keeps)
        if b"%!" in program[:8]:
            return _bare_type1(program)
    except (struct.error, IndexError, ValueError):
        pass
    return program


def _bare_sfnt(program: bytes, keeps: NameCheck) -> bytes:
    tables: dict[bytes, bytes] = {}
    for number in range(struct.unpack_from(">H", program, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sLLL", program, 12 + 16 * number)
        if start + length > len(program):
            raise ValueError("a table that reaches beyond the font")
        tables[tag] = program[start : start + length]
    kept = {tag: data for tag, data in tables.items() if tag in _DRAWING_TABLES}
    if b"name" in tables:
        kept[b"name"] = _NO_NAMES
    if b"post" in tables:
        kept[b"post"] = _bare_post(tables[b"post"], keeps)
    if b"CFF " in kept:
        kept[b"CFF "] = _bare_cff(kept[b"CFF "], keeps)
    if len(kept.get(b"OS/2", b"")) >= _VENDOR.stop:
        kept[b"OS/2"] = kept[b"OS/2"][: _VENDOR.start] + b"    " + kept[b"OS/2"][_VENDOR.stop :]
    return _sfnt(program[:4], kept)


def _sfnt(mark: bytes, tables: dict[bytes, bytes]) -> bytes:
    """Put tables together to a font, with the checksums of each and of the whole."""
    if b"head" in tables:
        head = tables[b"head"]
        tables[b"head"] = head[:_CHECKSUM_AT] + bytes(4) + head[_CHECKSUM_AT + 4 :]
    count = len(tables)
    power = max(count, 1).bit_length() - 1
    directory = struct.pack(">4sHHHH", mark, count, 16 << power, power, 16 * count - (16 << power))
    body = b""
    start, head_at = len(directory) + 16 * count, 0
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag, _checksum(data), start + len(body), len(data))
        head_at = start + len(body) if tag == b"head" else head_at
        body += data + bytes(-len(data) % 4)
    font = directory + body
    if not head_at:
        return font
    whole = struct.pack(">L", (_CHECKSUM_OF_FILE - _checksum(font)) & 0xFFFFFFFF)
    return font[: head_at + _CHECKSUM_AT] + whole + font[head_at + _CHECKSUM_AT + 4 :]


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(numbers) & 0xFFFFFFFF


def _bare_post(table: bytes, keeps: NameCheck) -> bytes:
    """Return a `post` table that names no glyphs but those to be kept."""
    kind = struct.unpack_from(">L", table)[0]
    if kind != _POST_WITH_NAMES:
        return table[:_POST_HEAD] if kind == _POST_WITH_STANDARD_NAMES else _unnaming_post(table)
    count = struct.unpack_from(">H", table, _POST_HEAD)[0]
    numbers = struct.unpack_from(f">{count}H", table, _POST_HEAD + 2)
    names = _pascal_strings(table[_POST_HEAD + 2 + 2 * count :])
    new: dict[int, int] = {}
    kept: list[bytes] = []
    for number in sorted({one for one in numbers if one >= _STANDARD_POST_NAMES}):
        name = names[number - _STANDARD_POST_NAMES]
        if keeps(name.decode("latin-1")):
            new[number] = _STANDARD_POST_NAMES + len(kept)
            kept.append(name)
    if not kept and all(number >= _STANDARD_POST_NAMES or not number for number in numbers):
        return _unnaming_post(table)
    numbered = (number if number < _STANDARD_POST_NAMES else new.get(number, 0) for number in numbers)
    strings = b"".join(bytes([len(name)]) + name for name in kept)
    return table[:_POST_HEAD] + struct.pack(f">H{count}H", count, *numbered) + strings


def _unnaming_post(table: bytes) -> bytes:
    return struct.pack(">L", _POST_WITHOUT_NAMES) + table[4:_POST_HEAD]


def _pascal_strings(data: bytes) -> list[bytes]:
    strings: list[bytes] = []
    at = 0
    while at < len(data):
        strings.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return strings


def _bare_cff(program: bytes, keeps: NameCheck) -> bytes:
    """Blank the names and strings of a CFF font in place: every offset in it stays right."""
    bare = bytearray(program)
    names, at = _index(program, program[2])
    for name in names:
        bare[name] = b"_" * (name.stop - name.start)
    _, at = _index(program, at)
    strings, _ = _index(program, at)
    for one in strings:
        text = program[one]
        if text not in _COLLECTIONS and not keeps(text.decode("latin-1")):
            bare[one] = b"_" * len(text)
    return bytes(bare)


def _index(data: bytes, at: int) -> tuple[list[slice], int]:
    """Return where the items of a CFF INDEX lie, and where it ends. Raises ValueError when it is broken."""
    count = struct.unpack_from(">H", data, at)[0]
    if not count:
        return [], at + 2
    size = data[at + 2]
    start = at + 2 + (count + 1) * size
    ends = [int.from_bytes(data[at + 3 + size * n : at + 3 + size * (n + 1)], "big") for n in range(count + 1)]
    if not 1 <= size <= 4 or ends != sorted(ends) or start + ends[-1] > len(data):
        raise ValueError("an INDEX that does not add up")
    return [slice(start + low, start + high) for low, high in pairwise(ends)], start + ends[-1]


def _bare_type1(program: bytes) -> bytes:
    """Blank what the plain part of a Type 1 font says, in place."""
    end = program.find(b"eexec")
    if end < 0:
        raise ValueError("no encrypted part")
    plain = _SAID.sub(lambda said: said[1] + b"(" + b"_" * (len(said[2]) - 2) + b")", program[:end])
    plain = _NAMED.sub(lambda named: named[1] + b"_" * len(named[2]), plain)
    plain = _REMARK.sub(lambda remark: remark[1] + b" " * len(remark[2]), plain)
    return plain + program[end:]
