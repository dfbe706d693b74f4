"""The bytes of streams without what rides along in them: comments, markers, data behind the end."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|%[^\r\n]*")
_CMAP_NAME = re.compile(rb"/CMapName\s*/[^\s/<>\[\]()]+")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_KEPT_APPS = frozenset({0xEE})
_START, _END, _SCAN, _TEXT = 0xD8, 0xD9, 0xDA, 0xFE


class StrayJpegError(ValueError):
    """The bytes are not those of a JPEG that can be taken apart."""


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments, EXIF, XMP, thumbnails and what follows its end.

    The Adobe marker stays: it tells how colours are coded. Raises StrayJpegError.
    """
    if data[:2] != b"\xff\xd8":
        raise StrayJpegError("it does not begin like a JPEG")
    return b"\xff\xd8" + b"".join(_segments(data)) + b"\xff\xd9"


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise StrayJpegError("a marker is missing")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            return
        if marker in _STANDALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data):
            raise StrayJpegError("a segment is cut off")
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        is_extra = marker == _TEXT or (0xE0 <= marker <= 0xEF and marker not in _KEPT_APPS)
        if not is_extra:
            kept = data[at:end]
            yield kept[:16] if marker == 0xEE and len(kept) > 16 else kept
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
            continue
        return at


def bare_table(data: bytes) -> bytes:
    """Return a character table (CMap) or a PostScript function without comments, its name replaced."""
    without = _COMMENT.sub(lambda found: found.group(0) if found.group(0)[:1] == b"(" else b"", data)
    return _CMAP_NAME.sub(b"/CMapName /Letters", without)
