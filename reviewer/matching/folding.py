"""Cuts a text into coarse words and numbers them, without a loop over the words.

For finding places only: what differs is told by `items`, which reads the few stretches that come into question.
"""

import unicodedata

import msgspec
import numpy as np
import numpy.typing as npt

STEM_LENGTH = 5
"""Letters that the stem keeps: enough to tell words apart, short enough to join `climb` with `climbing`."""

_BREAK, _SKIP = 0, 1
_UNKNOWN = np.uint32(0xFFFFFFFF)
_BASE = np.uint64(0x9E3779B97F4A7C15)
_LONGEST = 48
_POWERS = np.cumprod(np.full(_LONGEST, _BASE, dtype=np.uint64))
_STEM_POWERS = np.where(np.arange(_LONGEST) < STEM_LENGTH, _POWERS, np.uint64(0))
_folds = np.full(0x110000, _UNKNOWN, dtype=np.uint32)

_PIECE = 1 << 20
"""Code points folded at a time: what is needed for that is about fifty bytes each."""

Ids = npt.NDArray[np.uint64]
Stems = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int32]


class FoldedText(msgspec.Struct, frozen=True):
    """The coarse words of a text: their place in code points, an id for the word and one for its stem."""

    starts: Places
    ends: Places
    words: Ids
    stems: Stems


def fold(text: str) -> FoldedText:
    """Cut a text into runs of letters and digits, folded for case, accents and compatibility forms.

    Ids are 64-bit polynomial hashes of the folded letters, those of stems their upper half, equal for equal words on
    every machine. Soft hyphens,
    joiners and combining marks are passed over; everything else that is no letter or digit ends a word.
    """
    if len(text) <= _PIECE:
        return _fold_piece(text)
    pieces: list[FoldedText] = []
    start = 0
    while start < len(text):
        end = _end_of_piece(text, start)
        piece = _fold_piece(text[start:end])
        pieces.append(msgspec.structs.replace(piece, starts=piece.starts + start, ends=piece.ends + start))
        start = end
    return FoldedText(
        np.concatenate([piece.starts for piece in pieces]),
        np.concatenate([piece.ends for piece in pieces]),
        np.concatenate([piece.words for piece in pieces]),
        np.concatenate([piece.stems for piece in pieces]),
    )


def _end_of_piece(text: str, start: int) -> int:
    """Return where the next piece ends: at a space, so that no word is cut (but one of half a million letters)."""
    end = start + _PIECE
    if end >= len(text):
        return len(text)
    return max(text.rfind(" ", start + _PIECE // 2, end), text.rfind("\n", start + _PIECE // 2, end)) + 1 or end


def _fold_piece(text: str) -> FoldedText:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _fold_codes(codes)
    places = np.flatnonzero(folded != _SKIP)
    folded = folded[places]
    inside = folded > _SKIP
    before = np.concatenate(([False], inside[:-1]))
    first = np.flatnonzero(inside & ~before)
    last = np.flatnonzero(inside & ~np.concatenate((inside[1:], [False])))
    if not len(first):
        none = np.empty(0, dtype=np.int32)
        return FoldedText(none, none, none.astype(np.uint64), none.astype(np.uint32))
    lengths = last - first + 1
    letters = folded[inside].astype(np.uint64)
    offsets = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    within = np.minimum(np.arange(len(letters)) - np.repeat(offsets, lengths), _LONGEST - 1)
    stems = np.add.reduceat(letters * _STEM_POWERS[within], offsets)
    return FoldedText(
        places[first].astype(np.int32),
        (places[last] + 1).astype(np.int32),
        np.add.reduceat(letters * _POWERS[within], offsets),
        (stems >> np.uint64(32)).astype(np.uint32),
    )


def _fold_codes(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    folded: npt.NDArray[np.uint32] = _folds[codes]
    unknown = folded == _UNKNOWN
    if unknown.any():
        for code in np.unique(codes[unknown]).tolist():
            _folds[code] = _fold_character(chr(code))
        folded = _folds[codes]
    return folded


def _fold_character(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Mn", "Mc", "Me", "Cf"):
        return _SKIP
    if category[0] not in "LN":
        return _BREAK
    base = unicodedata.normalize("NFKD", character).casefold()
    return ord(base[0]) if base[0].isalnum() else ord(character)
