"""The positional index of a review's sources: where each stem stands, and which word stands at each place."""

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reviewer.matching.folding import FoldedText, Ids, Stems, fold
from reviewer.matching.index_file import pack, unpack
from reviewer.model.document import Document

_GAP = 256
"""Positions left free between two documents: no window reaches across."""

_FOLDED_KEPT, _INDEXES_KEPT = 256, 4

WORTH_KEEPING = 100_000
"""Code points from which an index is kept in a file: one of fewer is made in five milliseconds."""

Positions = npt.NDArray[np.int64]


class Postings(msgspec.Struct, frozen=True):
    """Positions by key: those of `keys[i]` are `positions[offsets[i]:offsets[i + 1]]`, in text order."""

    keys: Stems
    offsets: npt.NDArray[np.int64]
    positions: npt.NDArray[np.int32]

    def counts(self, wanted: Stems) -> npt.NDArray[np.int64]:
        """Return how often each wanted key occurs."""
        if not len(self.keys):
            return np.zeros(len(wanted), dtype=np.int64)
        at = np.searchsorted(self.keys, wanted)
        at[at == len(self.keys)] = 0
        return np.where(self.keys[at] == wanted, self.offsets[at + 1] - self.offsets[at], 0)

    def of(self, key: np.uint32) -> npt.NDArray[np.int32]:
        """Return the positions of one key, in text order."""
        at = int(np.searchsorted(self.keys, key))
        if at == len(self.keys) or self.keys[at] != key:
            return self.positions[:0]
        return self.positions[self.offsets[at] : self.offsets[at + 1]]


class SourceIndex(msgspec.Struct, frozen=True):
    """One index over several documents.

    A position counts coarse words from 0 through all documents in order, with a gap between any two; `bases` are the
    positions at which the documents start, `at` the words by position.
    """

    folded: tuple[FoldedText, ...]
    bases: Positions
    stems: Postings
    at: Ids
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

    def pairs(self, words: Ids, stems: Stems, wanted: npt.NDArray[np.bool_], most: int) -> list[npt.NDArray[np.int32]]:
        """Return where neighbouring words stand next to one another, one array for each pair whose first is wanted.

        The rarer one's places are looked at, so that pairs need no postings of their own; a pair of two words that are
        both commoner than `most` is left out.
        """
        counts = self.stems.counts(stems).tolist()
        found: list[npt.NDArray[np.int32]] = []
        for at in range(len(words) - 1):
            rarer = int(counts[at + 1] < counts[at])
            if not wanted[at] or not 0 < counts[at + rarer] <= most:
                continue
            first = self.stems.of(stems[at + rarer]) - np.int32(rarer)
            found.append(first[(self.at[first] == words[at]) & (self.at[first + 1] == words[at + 1])])
        return found


def build_index(folded: Sequence[FoldedText]) -> SourceIndex:
    """Build the index of folded texts: one sort, no loop over their words."""
    lengths = np.array([len(text.words) + _GAP for text in folded], dtype=np.int64)
    bases = np.concatenate(([0], np.cumsum(lengths)[:-1])) if len(folded) else lengths
    at = np.zeros(int(lengths.sum()), dtype=np.uint64)
    kept: list[FoldedText] = []
    for text, base in zip(folded, bases.tolist(), strict=True):
        place = at[base : base + len(text.words)]
        place[:] = text.words
        kept.append(msgspec.structs.replace(text, words=place))
    stems = _post([text.stems for text in folded], bases)
    return SourceIndex(tuple(kept), bases, stems, at, sum(len(text.words) for text in folded))


def _post(ids_of: Sequence[Stems], bases: Positions) -> Postings:
    """Sort the stems with their positions in one number each, which is faster than to sort the places by the stems."""
    none = np.empty(0, dtype=np.uint64)
    places = [
        (ids.astype(np.uint64) << np.uint64(32)) | np.arange(base, base + len(ids), dtype=np.uint64)
        for ids, base in zip(ids_of, bases.tolist(), strict=True)
    ]
    joined = np.concatenate([none, *places])
    del places
    joined.sort()
    ids = (joined >> np.uint64(32)).astype(np.uint32)
    first = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1]))) if len(ids) else np.empty(0, np.int64)
    return Postings(ids[first], np.append(first, len(ids)).astype(np.int64), joined.astype(np.uint32).view(np.int32))


class IndexShelf:
    """Keeps folded documents and the latest indexes at hand, by the documents' content hashes."""

    def __init__(self) -> None:
        self._folded: OrderedDict[str, FoldedText] = OrderedDict()
        self._indexes: OrderedDict[tuple[str, ...], SourceIndex] = OrderedDict()

    def index_of(self, documents: Sequence[Document]) -> SourceIndex:
        """Return the index of these documents in this order, built when it is not at hand."""
        key = tuple(map(_key, documents))
        index = self._indexes.pop(key, None)
        if index is None:
            index = build_index([self._fold(document, name) for document, name in zip(documents, key, strict=True)])
        self._indexes[key] = index
        while len(self._indexes) > _INDEXES_KEPT:
            self._indexes.popitem(last=False)
        return index

    def put(self, documents: Sequence[Document], files: Mapping[str, bytes]) -> frozenset[str]:
        """Take the kept index files of documents, by document id, and return the ids of those that were taken.

        One that does not fit its document is passed over.
        """
        taken: set[str] = set()
        for document in documents:
            folded = unpack(files[document.id], document.text) if document.id in files else None
            if folded is not None:
                self._keep(_key(document), folded)
                taken.add(document.id)
        return frozenset(taken)

    def files(self, documents: Sequence[Document], known: Collection[str]) -> dict[str, bytes]:
        """Return the index files to keep of documents, by document id: of long ones that are not among the known."""
        missing = {d.id: d for d in documents if d.id not in known and len(d.text) >= WORTH_KEEPING}
        return {name: pack(self._fold(document, _key(document)), document.text) for name, document in missing.items()}

    def _fold(self, document: Document, key: str) -> FoldedText:
        folded = self._folded.pop(key, None) or fold(document.text)
        self._keep(key, folded)
        return folded

    def _keep(self, key: str, folded: FoldedText) -> None:
        self._folded[key] = folded
        while len(self._folded) > _FOLDED_KEPT:
            self._folded.popitem(last=False)


def _key(document: Document) -> str:
    return f"{document.id}:{len(document.text)}"
