"""Colour profiles (ICC.1:2022): what they say in words apart from the numbers of their curves."""

import struct
from collections.abc import Iterator

_HEADER = 128
_ENTRY = 12
_MARK_AT = 36
_MOST_TAGS = 200
_NUMBERS = (b"curv", b"para", b"mft1", b"mft2", b"mAB ", b"mBA ", b"XYZ ", b"sf32", b"chrm")


def is_profile(data: bytes) -> bool:
    """Return whether bytes are a colour profile."""
    return data[_MARK_AT : _MARK_AT + 4] == b"acsp" and len(data) > _HEADER


def texts_of_profile(data: bytes) -> Iterator[bytes]:
    """Go through all of a profile that is not a known kind of numbers: its header, its texts, what lies between them.

    A profile whose list of tags makes no sense is one piece.
    """
    numbers = sorted(_stretches_of_numbers(data))
    at = 0
    for start, end in numbers:
        if start > at:
            yield data[at:start]
        at = max(at, end)
    if at < len(data):
        yield data[at:]


def _stretches_of_numbers(data: bytes) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">I", data, _HEADER)[0] if len(data) >= _HEADER + 4 else 0
    for number in range(min(count, _MOST_TAGS)):
        place = _HEADER + 4 + number * _ENTRY
        if place + _ENTRY > len(data):
            return
        _, start, size = struct.unpack_from(">4sII", data, place)
        if data[start : start + 4] in _NUMBERS and start + size <= len(data):
            yield start, start + size
