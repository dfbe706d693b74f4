"""Runs of bytes that may be text of two bytes a letter, found in large data by columns instead of place by place."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

LITTLE = re.compile(rb"(?:[\x00-\xff][\x00-\x06]|[\x00-\x2f]\x20){3,}")
BIG = re.compile(rb"(?:[\x00-\x06][\x00-\xff]|\x20[\x00-\x2f]){3,}")
"""Letters below U+0700 and general punctuation, low byte first and high byte first."""

_FEWEST = 3
_HIGHEST, _PUNCTUATION, _LAST_SIGN = 0x06, 0x20, 0x2F
_LARGE = 4_096


def wide_runs(pattern: re.Pattern[bytes], data: bytes) -> Iterator[bytes]:
    """Yield what `findall` would of LITTLE or BIG; in noise nearly no place begins a run, and those are known first."""
    if len(data) < _LARGE:
        yield from pattern.findall(data)
        return
    starts = np.flatnonzero(_begins(pattern is BIG, np.frombuffer(data, np.uint8)))
    at = 0
    while at < len(starts):
        match = pattern.match(data, int(starts[at]))
        if match is None:
            at += 1
            continue
        yield match.group()
        at = int(np.searchsorted(starts, match.end()))


def _begins(is_big: bool, octets: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return at which places three pairs of bytes stand that may be letters."""
    first, second = octets[:-1], octets[1:]
    high, low = (first, second) if is_big else (second, first)
    pairs = (high <= _HIGHEST) | ((high == _PUNCTUATION) & (low <= _LAST_SIGN))
    reach = len(pairs) - 2 * (_FEWEST - 1)
    begins: NDArray[np.bool_] = pairs[:reach] & pairs[2 : reach + 2] & pairs[4 : reach + 4]
    return begins
