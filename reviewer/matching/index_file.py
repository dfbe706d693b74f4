"""The index of one document as bytes, to be kept in the review file, and read back with distrust.

A head, then plain arrays of little-endian numbers: the distinct words and their stems; for each word of the text the
code points since the one before, its length, and which of the distinct words it is. Nothing in it is run or trusted:
what does not fit the text is passed over, and the index is made anew.

The words are hashes, but a hash of a word tells the word to whoever guesses it: the bytes are as secret as the text.
"""

import hashlib

import numpy as np
import numpy.typing as npt

from reviewer.matching.folding import FoldedText, fold

_MAGIC = b"RVI1"
_LONGEST = 0xFFFF
_HEAD_LENGTH = 4 + 32 + 4 + 4


def pack(folded: FoldedText, text: str) -> bytes:
    """Return the index of a text as bytes; empty when a word or a gap is too long for the form."""
    gaps = np.diff(folded.starts, prepend=np.int32(0))
    lengths = folded.ends - folded.starts
    if len(gaps) and (int(gaps.max()) > _LONGEST or int(lengths.max()) > _LONGEST):
        return b""
    distinct, first, numbers = np.unique(folded.words, return_index=True, return_inverse=True)
    head = _MAGIC + _digest(text) + len(gaps).to_bytes(4, "little") + len(distinct).to_bytes(4, "little")
    arrays = (
        distinct.astype("<u8"),
        folded.stems[first].astype("<u4"),
        gaps.astype("<u2"),
        lengths.astype("<u2"),
        numbers.astype("<u4"),
    )
    return head + b"".join(array.tobytes() for array in arrays)


def unpack(content: bytes, text: str) -> FoldedText | None:
    """Return the index of a text from its bytes, or None when they are not its index.

    The text's hash must be the one in the head, every number must lie in its range, and the words must be in order
    and inside the text. Whether they are the text's words is asked once, when the file comes in (`is_index_of`).
    """
    if len(content) < _HEAD_LENGTH or content[:4] != _MAGIC or content[4:36] != _digest(text):
        return None
    words, distinct = (int.from_bytes(content[at : at + 4], "little") for at in (36, 40))
    if len(content) != _HEAD_LENGTH + 12 * distinct + 8 * words:
        return None
    forms, at = _read(content, _HEAD_LENGTH, distinct, "<u8")
    stems, at = _read(content, at, distinct, "<u4")
    gaps, at = _read(content, at, words, "<u2")
    lengths, at = _read(content, at, words, "<u2")
    numbers, _ = _read(content, at, words, "<u4")
    if words and (not distinct or int(numbers.max()) >= distinct):
        return None
    starts = np.cumsum(gaps, dtype=np.int64)
    ends = starts + lengths
    if words and (int(ends[-1]) > len(text) or not lengths.all() or bool((starts[1:] < ends[:-1]).any())):
        return None
    places = starts.astype(np.int32), ends.astype(np.int32)
    return FoldedText(*places, forms.astype(np.uint64)[numbers], stems.astype(np.uint32)[numbers])


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _read(content: bytes, at: int, count: int, form: str) -> tuple[npt.NDArray[np.unsignedinteger], int]:
    array: npt.NDArray[np.unsignedinteger] = np.frombuffer(content, dtype=form, count=count, offset=at)
    return array, at + array.nbytes


def is_index_of(content: bytes, text: str) -> bool:
    """Return whether bytes are the whole and true index of a text: the text is folded anew and compared.

    For review files from elsewhere: an index that left a stretch out would hide it from matching.
    """
    kept, mine = unpack(content, text), fold(text)
    if kept is None:
        return content[:4] != _MAGIC
    pairs = ((kept.starts, mine.starts), (kept.ends, mine.ends), (kept.words, mine.words), (kept.stems, mine.stems))
    return all(np.array_equal(one, other) for one, other in pairs)
