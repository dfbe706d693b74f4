"""A TrueType font program with its glyphs in another order: many programs number them as a document first shows them.

Sources: the OpenType specification, chapters cmap, glyf, head, hhea, hmtx, loca and maxp.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_KEPT = (b"OS/2", b"cvt ", b"fpgm", b"gasp", b"prep")
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
_SEARCHED = 0, 0, 0

Codes = dict[tuple[int, int], dict[int, int]]
"""By platform and encoding: which glyph each code shows."""


class TrueTypeProgram:
    """A font program read. Raises ValueError when it is not whole or of a kind not known here."""

    def __init__(self, data: bytes) -> None:
        try:
            self._tables = _tables(data)
            self._read()
        except (struct.error, IndexError, KeyError) as error:
            raise ValueError("no whole TrueType program") from error

    def _read(self) -> None:
        tables = self._tables
        count = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
        is_long = struct.unpack_from(">h", tables[b"head"], 50)[0]
        places = struct.unpack_from(f">{count + 1}{'I' if is_long else 'H'}", tables[b"loca"])
        starts = [place if is_long else 2 * place for place in places]
        self.outlines = [tables[b"glyf"][start:end] for start, end in pairwise(starts)]
        full = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
        metrics = tables[b"hmtx"]
        advances = [struct.unpack_from(">H", metrics, 4 * min(glyph, full - 1))[0] for glyph in range(count)]
        places_of = [4 * glyph + 2 if glyph < full else 4 * full + 2 * (glyph - full) for glyph in range(count)]
        bearings = [struct.unpack_from(">h", metrics, place)[0] for place in places_of]
        self._metrics = list(zip(advances, bearings, strict=True))
        self.codes: Codes = _read_codes(tables[b"cmap"]) if b"cmap" in tables else {}
        if b"vmtx" in tables or b"CFF " in tables:
            raise ValueError("a program of another kind")

    def with_parts(self, glyphs: Iterable[int]) -> set[int]:
        """Return glyphs with those that they are made of. Raises ValueError for one that there is not."""
        found: set[int] = set()
        waiting = list(glyphs)
        while waiting:
            glyph = waiting.pop()
            if not 0 <= glyph < len(self.outlines):
                raise ValueError("a glyph that is not in the program")
            if glyph not in found:
                found.add(glyph)
                waiting += [part for _, part in _parts(self.outlines[glyph])]
        return found

    def ordered(self, order: Sequence[int], codes: Codes) -> bytes:
        """Return a program of these glyphs in this order, with these codes of the new numbers."""
        new = {old: number for number, old in enumerate(order)}
        outlines = [_renumbered(self.outlines[old], new) for old in order]
        padded = [outline + bytes(-len(outline) % 4) for outline in outlines]
        starts = [0]
        for outline in padded:
            starts.append(starts[-1] + len(outline))
        head, hhea, maxp = (bytearray(self._tables[name]) for name in (b"head", b"hhea", b"maxp"))
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        struct.pack_into(">H", hhea, 34, len(order))
        struct.pack_into(">H", maxp, 4, len(order))
        tables = {name: self._tables[name] for name in _KEPT if name in self._tables}
        tables |= {b"head": bytes(head), b"hhea": bytes(hhea), b"maxp": bytes(maxp)}
        tables[b"glyf"] = b"".join(padded) or bytes(4)
        tables[b"loca"] = struct.pack(f">{len(starts)}I", *starts)
        tables[b"hmtx"] = b"".join(struct.pack(">Hh", *self._metrics[old]) for old in order)
        tables[b"post"] = struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0)
        if codes:
            tables[b"cmap"] = _written_codes(codes)
        return _written(tables)


def _tables(data: bytes) -> dict[bytes, bytes]:
    if data[:4] not in (b"\0\1\0\0", b"true"):
        raise ValueError("no TrueType program")
    count = struct.unpack_from(">H", data, 4)[0]
    tables: dict[bytes, bytes] = {}
    for number in range(count):
        name, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        tables[name] = data[start : start + length]
    return tables


def _written(tables: Mapping[bytes, bytes]) -> bytes:
    start = 12 + 16 * len(tables)
    records, bodies = [], []
    for name in sorted(tables):
        body = tables[name] + bytes(-len(tables[name]) % 4)
        total = sum(struct.unpack(f">{len(body) // 4}I", body)) & 0xFFFFFFFF
        records.append(struct.pack(">4sIII", name, total, start, len(tables[name])))
        bodies.append(body)
        start += len(body)
    power = len(tables).bit_length() - 1
    head = struct.pack(">IHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    return head + b"".join(records) + b"".join(bodies)


def _parts(outline: bytes) -> list[tuple[int, int]]:
    """Return the glyphs that an outline is made of, each with the place where its number is written."""
    found: list[tuple[int, int]] = []
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return found
    at = 10
    while True:
        flags, part = struct.unpack_from(">HH", outline, at)
        found.append((at + 2, part))
        at += 8 if flags & _WORDS else 6
        at += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _MATRIX)
        if not flags & _MORE:
            return found


def _renumbered(outline: bytes, new: Mapping[int, int]) -> bytes:
    changed = bytearray(outline)
    for place, part in _parts(outline):
        struct.pack_into(">H", changed, place, new[part])
    return bytes(changed)


def _read_codes(table: bytes) -> Codes:
    codes: Codes = {}
    for number in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * number)
        codes[platform, encoding] = {code: glyph for code, glyph in _read_map(table[start:]) if glyph}
    return codes


def _read_map(table: bytes) -> list[tuple[int, int]]:
    kind = struct.unpack_from(">H", table)[0]
    if kind == 0:
        return list(enumerate(table[6:262]))
    if kind == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        return list(enumerate(struct.unpack_from(f">{count}H", table, 10), first))
    if kind == 4:
        return _read_segments(table)
    if kind == 12:
        groups = struct.iter_unpack(">III", table[16 : 16 + 12 * struct.unpack_from(">I", table, 12)[0]])
        return [
            (code, glyph + code - low) for low, high, glyph in groups for code in range(low, min(high, low + 65535) + 1)
        ]
    raise ValueError("a table of codes of another kind")


def _read_segments(table: bytes) -> list[tuple[int, int]]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, _, *rest = (
        struct.unpack_from(f">{size}H", table, place)
        for size, place in (
            (count, 14),
            (1, 14 + 2 * count),
            (count, 16 + 2 * count),
            (count, 16 + 4 * count),
            (count, 16 + 6 * count),
        )
    )
    found: list[tuple[int, int]] = []
    for number, (end, start, delta, offset) in enumerate(zip(ends, *rest, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", table, 16 + 6 * count + 2 * number + offset + 2 * (code - start))[0]
                if not glyph:
                    continue
            found.append((code, (glyph + delta) & 0xFFFF))
    return found


def _written_codes(codes: Codes) -> bytes:
    records, bodies = [], []
    start = 4 + 8 * len(codes)
    for (platform, encoding), glyphs in sorted(codes.items()):
        body = _written_bytes(glyphs) if platform == 1 else _written_segments(glyphs)
        records.append(struct.pack(">HHI", platform, encoding, start))
        bodies.append(body)
        start += len(body)
    return struct.pack(">HH", 0, len(codes)) + b"".join(records) + b"".join(bodies)


def _written_bytes(glyphs: Mapping[int, int]) -> bytes:
    return struct.pack(">HHHHH256H", 6, 522, 0, 0, 256, *(glyphs.get(code, 0) for code in range(256)))


def _written_segments(glyphs: Mapping[int, int]) -> bytes:
    """Write a segment for each code: there are never many."""
    pairs = [(code, glyph) for code, glyph in sorted(glyphs.items()) if code < 0xFFFF]
    count = len(pairs) + 1
    ends = [*(code for code, _ in pairs), 0xFFFF]
    deltas = [*((glyph - code) & 0xFFFF for code, glyph in pairs), 1]
    head = struct.pack(">HHHHHHH", 4, 16 + 8 * count, 0, 2 * count, *_SEARCHED)
    return head + struct.pack(f">{count}HH{3 * count}H", *ends, 0, *ends, *deltas, *([0] * count))
