"""Everything in a zip file such as a DOCX: listed or not, in the entries and between them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from reviewer.formats.markup_vocabulary import is_standard_value, without_part_names
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.inflating import inflate
from reviewer.proof.recovering.places import DEEPEST, Piece, ReadPiece

ENGINE = "zip"
_LOCAL_HEAD = b"PK\x03\x04"
_HEAD_SIZE = 30
_STORED, _DEFLATED = 0, 8
_MOST_ENTRIES = 20_000
_LARGEST_ENTRY = 256 * 1024 * 1024
_ENCRYPTED = 1
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


def read_archive(gathering: Gathering, piece: Piece, read_piece: ReadPiece) -> None:
    """Read names, comments, extra fields and contents of all entries, those without a listing too, and the gaps."""
    gathering.read_bytes(piece.part("the file's bytes"), "raw bytes", without_part_names(piece.content))
    listed: set[int] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(piece.content)) as archive:
            gathering.read_bytes(piece.part("the archive's comment"), ENGINE, archive.comment)
            for info in archive.infolist()[:_MOST_ENTRIES]:
                listed.add(info.header_offset)
                _read_labels(gathering, piece, info)
                _read_entry(gathering, piece, archive, info, read_piece)
    except _FAULTS:
        gathering.mark_unread(piece.part("the list of entries"))
    for offset, name, data in _unlisted(piece.content, listed):
        if data is None:
            gathering.mark_unread(piece.part(f"unlisted entry at {offset}"))
        elif piece.depth < DEEPEST:
            gathering.count_unpacked(len(data))
            read_piece(gathering, piece.inner(f"unlisted entry at {offset}", data, name))


def _read_labels(gathering: Gathering, piece: Piece, info: zipfile.ZipInfo) -> None:
    part = piece.part(f"the labels of {info.filename}")
    names = (name for name in (info.filename, info.orig_filename) if not is_standard_value(name))
    gathering.read_text(part, ENGINE, "\n¦\n".join(names))
    gathering.read_bytes(part, ENGINE, info.comment)
    gathering.read_bytes(part, ENGINE, info.extra)


def _read_entry(
    gathering: Gathering, piece: Piece, archive: zipfile.ZipFile, info: zipfile.ZipInfo, read_piece: ReadPiece
) -> None:
    if info.is_dir() and not info.file_size:
        return
    try:
        if info.flag_bits & _ENCRYPTED or info.file_size > _LARGEST_ENTRY:
            raise ValueError("not to be read")
        with archive.open(info) as entry:
            data = entry.read(_LARGEST_ENTRY)
    except _FAULTS:
        gathering.mark_unread(piece.part(info.filename))
        return
    gathering.count_unpacked(len(data))
    if piece.depth < DEEPEST:
        read_piece(gathering, piece.inner(info.filename, data))
    else:
        gathering.mark_unread(piece.part(info.filename))


def _unlisted(content: bytes, listed: set[int]) -> Iterator[tuple[int, str, bytes | None]]:
    """Yield place, name and data of local entries that the archive's list leaves out; None for data not readable."""
    shift = _shift_of(content, listed)
    at = content.find(_LOCAL_HEAD)
    count = 0
    while at >= 0 and count < _MOST_ENTRIES:
        if at - shift not in listed and at not in listed and at + _HEAD_SIZE <= len(content):
            count += 1
            name, data, is_sound = _local_entry(content, at)
            if is_sound:
                yield at, name, data
        at = content.find(_LOCAL_HEAD, at + 4)


def _shift_of(content: bytes, listed: set[int]) -> int:
    """Return by how many bytes before the archive its offsets are wrong (a prefix that the library allows for)."""
    first = content.find(_LOCAL_HEAD)
    return first - min(listed) if listed and first > 0 and min(listed) != first and 0 in listed else 0


def _local_entry(content: bytes, at: int) -> tuple[str, bytes | None, bool]:
    flags, method, _, _, _, size, _, name_size, extra_size = struct.unpack_from("<HHHHIIIHH", content, at + 6)
    start = at + _HEAD_SIZE + name_size + extra_size
    name = content[at + _HEAD_SIZE : at + _HEAD_SIZE + name_size].decode("utf-8", "replace")
    if start > len(content) or not name.isprintable() or not name:
        return name, None, False
    if flags & _ENCRYPTED or method not in (_STORED, _DEFLATED):
        return name, None, True
    if method == _STORED:
        return name, content[start : start + size], True
    inflated = inflate(content, start, window=-15)
    return name, inflated.data if inflated else b"", True
