"""Compressed data found by its own marks, wherever it lies and whatever the file says about it."""

import re
import zlib
from collections.abc import Iterator

import msgspec

_ZLIB_HEAD = re.compile(rb"[\x28\x38\x48\x58\x68\x78][\x00-\xff]")
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 64 * 1024
_MOST_INFLATED = 256 * 1024 * 1024
_FEW = 8


class Inflated(msgspec.Struct, frozen=True):
    """What came out, and the stretch of bytes that it came from."""

    data: bytes
    start: int
    end: int


def inflate_everything(content: bytes) -> Iterator[Inflated]:
    """Go through all zlib data in bytes, complete or cut off, in order; also raw deflate data of PDF streams."""
    heads = (match.start() for match in _ZLIB_HEAD.finditer(content) if _is_head(content, match.start()))
    end = 0
    for start in heads:
        if start < end:
            continue
        inflated = inflate(content, start)
        if inflated is not None:
            end = inflated.end
            yield inflated
    for match in _STREAM.finditer(content):
        if content[match.end() : match.end() + 1] not in (b"x", b"h", b"X", b"H"):
            raw = inflate(content, match.end(), window=-15)
            if raw is not None and raw.end - raw.start > _FEW:
                yield raw


def inflate(content: bytes, start: int, window: int = 15, stop: int | None = None) -> Inflated | None:
    """Inflate what begins at a place, as far as it goes; None when nothing does. At most 256 MB come out."""
    decompressor = zlib.decompressobj(window)
    pieces: list[bytes] = []
    size = 0
    at = start
    stop = len(content) if stop is None else stop
    while at < stop and not decompressor.eof and size < _MOST_INFLATED:
        chunk = content[at : min(at + _CHUNK, stop)]
        try:
            piece = decompressor.decompress(chunk, _MOST_INFLATED - size)
        except zlib.error:
            break
        pieces.append(piece)
        size += len(piece)
        at += len(chunk) - len(decompressor.unused_data)
    data = b"".join(pieces)
    return Inflated(data, start, at) if len(data) >= _FEW else None


def _is_head(content: bytes, at: int) -> bool:
    return (content[at] << 8 | content[at + 1]) % 31 == 0
