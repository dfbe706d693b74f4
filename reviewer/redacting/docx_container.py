"""What a ZIP container holds beside its entries: comments, extra fields, bytes before, between and behind."""

import io
import zipfile
import zlib

_LOCAL_HEADER = 30
_LONGEST = 4 * 1024 * 1024
_LONGEST_HIDDEN = 64 * 1024 * 1024


def container_text(content: bytes) -> str:
    """Return the words that stand in a container outside the contents of its entries."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            comment = archive.comment
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return ""
    pieces = [comment]
    for entry in entries:
        pieces += [entry.comment, entry.extra]
    pieces += _between(content, entries)
    return "\n".join(_as_text(piece) for piece in pieces if piece)


def hidden_entries(content: bytes) -> list[bytes]:
    """Return the contents of entries that readers pass over because a later one has the same name."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            last = {entry.filename: entry for entry in archive.infolist()}
            hidden = [entry for entry in archive.infolist() if last[entry.filename] is not entry]
            return [archive.open(entry).read(_LONGEST_HIDDEN) for entry in hidden]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        return []


def _between(content: bytes, entries: list[zipfile.ZipInfo]) -> list[bytes]:
    """Return the bytes that belong to no entry; headers and directory are among them."""
    pieces = []
    at = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        pieces.append(content[at : entry.header_offset])
        name_and_extra = content[entry.header_offset + 26 : entry.header_offset + _LOCAL_HEADER]
        size = int.from_bytes(name_and_extra[:2], "little") + int.from_bytes(name_and_extra[2:], "little")
        head = entry.header_offset + _LOCAL_HEADER
        pieces.append(content[head : head + size])
        at = head + size + entry.compress_size
    pieces.append(content[at:])
    return [piece[:_LONGEST] for piece in pieces]


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "replace") + (
        "\n" + data.replace(b"\0", b"").decode("latin-1") if b"\0" in data else ""
    )
