"""Streams of old Office files and embedded objects (OLE compound files), put together from their sectors."""

import struct
from collections.abc import Iterator

from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.inflating import inflate_everything
from reviewer.proof.recovering.places import DEEPEST, Piece, ReadPiece

ENGINE = "ole"
_END = 0xFFFFFFF0
_ENTRY = 128
_MOST_SECTORS = 1_000_000
_ENCRYPTED = "EncryptedPackage"


def read_compound(gathering: Gathering, piece: Piece, read_piece: ReadPiece) -> None:
    """Read a compound file: its raw bytes, and each stream with the macros in it unpacked."""
    gathering.read_bytes(piece.part(""), "raw bytes", piece.content)
    for inflated in inflate_everything(piece.content):
        gathering.read_bytes(piece.part(""), "zlib sweep", inflated.data)
    try:
        streams = list(_streams(piece.content))
    except (struct.error, IndexError, ValueError):
        gathering.mark_unread(piece.part("its streams"))
        return
    for name, data in streams:
        part = piece.part(name)
        gathering.read_text(part, ENGINE, name)
        gathering.count_unpacked(len(data))
        if name == _ENCRYPTED:
            gathering.mark_unread(part)
        for source in macros(data):
            gathering.read_bytes(part, "macro", source)
        if piece.depth < DEEPEST and not data.startswith(piece.content[:8]):
            read_piece(gathering, piece.inner(name, data))


def macros(data: bytes) -> Iterator[bytes]:
    """Unpack what looks like compressed macro source ([MS-OVBA] 2.4.1)."""
    at = data.find(b"\x01")
    while at >= 0 and at + 3 <= len(data):
        head = data[at + 2]
        if head & 0x70 == 0x30:
            source = _unpacked(data, at + 1)
            if len(source) > 8:
                yield source
        at = data.find(b"\x01", at + 1)


def _unpacked(data: bytes, at: int) -> bytes:
    out = bytearray()
    while at + 2 <= len(data):
        (head,) = struct.unpack_from("<H", data, at)
        if head & 0x7000 != 0x3000:
            break
        end = min(at + 2 + (head & 0x0FFF) + 1, len(data))
        chunk = _chunk(data[at + 2 : end]) if head & 0x8000 else data[at + 2 : end]
        if chunk is None:
            break
        out += chunk
        at = end
    return bytes(out)


def _chunk(packed: bytes) -> bytes | None:
    out = bytearray()
    at = 0
    while at < len(packed):
        flags = packed[at]
        at += 1
        for bit in range(8):
            if at >= len(packed):
                break
            if not flags >> bit & 1:
                out.append(packed[at])
                at += 1
                continue
            if at + 2 > len(packed) or not out:
                return None
            (token,) = struct.unpack_from("<H", packed, at)
            at += 2
            bits = max((len(out) - 1).bit_length(), 4)
            length = (token & (0xFFFF >> bits)) + 3
            offset = (token >> (16 - bits)) + 1
            if offset > len(out):
                return None
            for _ in range(length):
                out.append(out[-offset])
    return bytes(out)


def _streams(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and data of the streams ([MS-CFB])."""
    shift, small_shift = struct.unpack_from("<HH", content, 30)
    if not (6 <= shift <= 16 and 2 <= small_shift <= shift):
        raise ValueError("not a compound file")
    directory_start, cutoff, small_start = struct.unpack_from("<I4xII", content, 48)
    table = _allocation(content, shift)
    directory = _chain(content, table, directory_start, shift)
    small_table = _numbers(_chain(content, table, small_start, shift))
    small_sectors = b""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        name_size, kind = struct.unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(0, min(name_size, 64) - 2)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<IQ", directory, at + 116)
        size &= 0xFFFFFFFF
        if kind == 5:
            small_sectors = _chain(content, table, start, shift)
        elif kind == 2 and size:
            if size < cutoff:
                yield name, _small_chain(small_sectors, small_table, start, small_shift)[:size]
            else:
                yield name, _chain(content, table, start, shift)[:size]


def _allocation(content: bytes, shift: int) -> list[int]:
    size = 1 << shift
    sectors = list(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<II", content, 68)
    while following < _END and count and len(sectors) < _MOST_SECTORS:
        listed = struct.unpack_from(f"<{size // 4}I", content, (following + 1) << shift)
        sectors += listed[:-1]
        following, count = listed[-1], count - 1
    table: list[int] = []
    for sector in sectors:
        if sector < _END and (sector + 2) << shift <= len(content) + size:
            data = content[(sector + 1) << shift : (sector + 2) << shift]
            table += _numbers(data)
    return table


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _chain(content: bytes, table: list[int], start: int, shift: int) -> bytes:
    pieces: list[bytes] = []
    seen: set[int] = set()
    while start < _END and start not in seen and start < len(table):
        seen.add(start)
        pieces.append(content[(start + 1) << shift : (start + 2) << shift])
        start = table[start]
    return b"".join(pieces)


def _small_chain(sectors: bytes, table: list[int], start: int, shift: int) -> bytes:
    pieces: list[bytes] = []
    seen: set[int] = set()
    while start < len(table) and start not in seen:
        seen.add(start)
        pieces.append(sectors[start << shift : (start + 1) << shift])
        start = table[start]
    return b"".join(pieces)
