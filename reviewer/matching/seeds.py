"""Finds the stretches of the sources where a claim may stand: words and pairs of words vote, rare ones louder."""

from collections.abc import Callable
from functools import partial

import msgspec
import numpy as np
import numpy.typing as npt

from reviewer.matching.folding import FoldedText
from reviewer.matching.index import SourceIndex

MOST_HITS = 8000
"""Places looked at for one claim; commoner words than fit in do not vote."""

_PAIR_BONUS = 1.5
"""A pair in the right order says more than its two words do."""

_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_COMMONEST = 20_000
"""Places of the rarer word of a pair up to which they are looked through."""

_SLACK = 10
"""Words by which a passage may be longer than the claim and still be one window."""


class Window(msgspec.Struct, frozen=True, order=True):
    """A stretch of one source in code points, with the votes for it."""

    score: float
    source: int
    start: int
    end: int


class _Votes(msgspec.Struct, frozen=True):
    places: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]


def find_windows(claim: FoldedText, index: SourceIndex, most: int) -> list[Window]:
    """Return the stretches with the most votes over all sources, best first, not overlapping one another.

    A stem's vote weighs as much as it is rare in the sources (logarithm of its inverse frequency), a pair's half as
    much again.
    """
    votes = _collect_votes(claim, index)
    return _best_windows(index, votes, len(claim.words) + _SLACK, most) if len(votes.places) else []


def _rarity(counts: npt.NDArray[np.int64], words: int) -> npt.NDArray[np.float64]:
    weights: npt.NDArray[np.float64] = np.log((words + 1.0) / (counts + 1.0)) / np.log(words + 2.0)
    return np.maximum(weights, 0.0)


def _collect_votes(claim: FoldedText, index: SourceIndex) -> _Votes:
    places: list[npt.NDArray[np.int32]] = []
    weights: list[npt.NDArray[np.float64]] = []
    left = MOST_HITS
    for found, bonus in ((_pairs(claim, index), _PAIR_BONUS), (_stems(claim, index), 1.0)):
        counts = np.array([count for count, _ in found], dtype=np.int64)
        rarity = _rarity(counts, index.words) * bonus
        for at in np.argsort(counts, kind="stable").tolist():
            if not counts[at]:
                continue
            if counts[at] > left and places:
                break
            left -= int(counts[at])
            places.append(found[at][1]())
            weights.append(np.full(int(counts[at]), rarity[at]))
    if not places:
        return _Votes(np.empty(0, dtype=np.int64), np.empty(0))
    joined = np.concatenate(places).astype(np.int64)
    order = np.argsort(joined, kind="stable")
    return _Votes(joined[order], np.concatenate(weights)[order])


_Found = tuple[int, Callable[[], npt.NDArray[np.int32]]]
"""How often a word or pair stands in the sources, and where."""


def _stems(claim: FoldedText, index: SourceIndex) -> list[_Found]:
    keys = np.unique(claim.stems)
    counts = index.stems.counts(keys).tolist()
    return [(count, partial(index.stems.of, key)) for key, count in zip(keys, counts, strict=True)]


def _pairs(claim: FoldedText, index: SourceIndex) -> list[_Found]:
    """Return the pairs of neighbouring words, each once; those of two very common words do not vote."""
    _, firsts = np.unique(claim.words[:-1] * _PAIR + claim.words[1:], return_index=True)
    is_new = np.zeros(len(claim.words), dtype=bool)
    is_new[firsts] = True
    found = index.pairs(claim.words, claim.stems, is_new, _COMMONEST)
    return [(len(places), partial(_same, places)) for places in found if len(places)]


def _same(places: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    return places


def _best_windows(index: SourceIndex, votes: _Votes, length: int, most: int) -> list[Window]:
    """Slide a window that starts at each hit over the hits and keep the best that do not overlap."""
    places = votes.places
    sums = np.concatenate(([0.0], np.cumsum(votes.weights)))
    stops = np.searchsorted(places, places + length)
    scores = sums[stops] - sums[:-1]
    few = min(len(scores), most * 16)
    best = np.argpartition(-scores, few - 1)[:few]
    taken: list[tuple[int, int]] = []
    windows: list[Window] = []
    for at in best[np.lexsort((best, -scores[best]))].tolist():
        first, last = int(places[at]), int(places[stops[at] - 1])
        if all(last < start or first > end for start, end in taken):
            taken.append((first, last))
            windows.append(Window(float(scores[at]), *index.span_of(first, last)))
            if len(windows) == most:
                break
    return windows
