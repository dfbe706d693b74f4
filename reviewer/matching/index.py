"""The positional index of a review's sources: where each stem and each pair of words stands."""

from collections import OrderedDict
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reviewer.matching.folding import FoldedText, Ids, fold
from reviewer.model.document import Document

_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_GAP = 256
"""Positions left free between two documents: no window reaches across."""

_FOLDED_KEPT, _INDEXES_KEPT = 256, 4

Positions = npt.NDArray[np.int64]


class Postings(msgspec.Struct, frozen=True):
    """Positions by key: those of `keys[i]` are `positions[offsets[i]:offsets[i + 1]]`, in text order."""

    keys: Ids
    offsets: npt.NDArray[np.int64]
    positions: npt.NDArray[np.int32]

    def counts(self, wanted: Ids) -> npt.NDArray[np.int64]:
        """Return how often each wanted key occurs."""
        if not len(self.keys):
            return np.zeros(len(wanted), dtype=np.int64)
        at = np.searchsorted(self.keys, wanted)
        at[at == len(self.keys)] = 0
        return np.where(self.keys[at] == wanted, self.offsets[at + 1] - self.offsets[at], 0)

    def of(self, key: np.uint64) -> npt.NDArray[np.int32]:
        """Return the positions of one key, in text order."""
        at = int(np.searchsorted(self.keys, key))
        if at == len(self.keys) or self.keys[at] != key:
            return self.positions[:0]
        return self.positions[self.offsets[at] : self.offsets[at + 1]]


class SourceIndex(msgspec.Struct, frozen=True):
    """One index over several documents.

    A position counts coarse words from 0 through all documents in order, with a gap between any two; `bases` are the
    positions at which the documents start.
    """

    folded: tuple[FoldedText, ...]
    bases: npt.NDArray[np.int64]
    stems: Postings
    pairs: Postings
    words: int

    def source_at(self, position: int) -> int:
        """Return which document a position lies in."""
        return int(np.searchsorted(self.bases, position, side="right")) - 1

    def span_of(self, first: int, last: int) -> tuple[int, int, int]:
        """Return the document and the code points from the first to the last of two positions within it."""
        source = self.source_at(first)
        base = int(self.bases[source])
        text = self.folded[source]
        return source, int(text.starts[first - base]), int(text.ends[min(last - base, len(text.ends) - 1)])


def pair_ids(words: Ids) -> Ids:
    """Return the ids of neighbouring words taken together, one fewer than there are words."""
    return words[:-1] * _PAIR + words[1:]


def build_index(folded: Sequence[FoldedText]) -> SourceIndex:
    """Build the index of folded texts: two sorts, no loop over their words."""
    lengths = np.array([len(text.words) + _GAP for text in folded], dtype=np.int64)
    bases = np.concatenate(([0], np.cumsum(lengths)[:-1])) if len(folded) else lengths
    stems = [text.stems for text in folded]
    pairs = [pair_ids(text.words) for text in folded]
    return SourceIndex(
        tuple(folded), bases, _post(stems, bases), _post(pairs, bases), sum(len(text.words) for text in folded)
    )


def _post(ids_of: Sequence[Ids], bases: Positions) -> Postings:
    none = np.empty(0, dtype=np.uint64)
    ids = np.concatenate([none, *ids_of])
    places = [np.arange(len(ids), dtype=np.int32) + np.int32(base) for ids, base in zip(ids_of, bases, strict=True)]
    positions = np.concatenate([np.empty(0, dtype=np.int32), *places])
    order = np.argsort(ids, kind="stable")
    ids = ids[order]
    first = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1]))) if len(ids) else np.empty(0, np.int64)
    return Postings(ids[first], np.append(first, len(ids)).astype(np.int64), positions[order])


class IndexShelf:
    """Keeps folded documents and the latest indexes at hand, by the documents' content hashes."""

    def __init__(self) -> None:
        self._folded: OrderedDict[str, FoldedText] = OrderedDict()
        self._indexes: OrderedDict[tuple[str, ...], SourceIndex] = OrderedDict()

    def index_of(self, documents: Sequence[Document]) -> SourceIndex:
        """Return the index of these documents in this order, built when it is not at hand."""
        key = tuple(f"{document.id}:{len(document.text)}" for document in documents)
        index = self._indexes.pop(key, None)
        if index is None:
            index = build_index([self._fold(document, name) for document, name in zip(documents, key, strict=True)])
        self._indexes[key] = index
        while len(self._indexes) > _INDEXES_KEPT:
            self._indexes.popitem(last=False)
        return index

    def _fold(self, document: Document, key: str) -> FoldedText:
        folded = self._folded.pop(key, None) or fold(document.text)
        self._folded[key] = folded
        while len(self._folded) > _FOLDED_KEPT:
            self._folded.popitem(last=False)
        return folded
