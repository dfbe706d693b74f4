"""A sentence as a row of words, punctuation and whole quotations: what the wording rules look at."""

import re
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from reviewer.analysing.passages import Sentence
from reviewer.model.geometry import Span
from reviewer.text.quotation import Quotation

_PIECE = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[’'\-.,]\w+)*|\S")


class Sort(StrEnum):
    """What a piece is."""

    WORD = "word"
    MARK = "mark"
    QUOTE = "quote"


class Piece(msgspec.Struct, frozen=True):
    """One word, one punctuation mark or one whole quotation; offsets are code points."""

    start: int
    end: int
    sort: Sort
    text: str
    quotation: Quotation | None = None

    @property
    def lower(self) -> str:
        """Return the text without regard to capitals."""
        return self.text.casefold()

    @property
    def span(self) -> Span:
        """Return the stretch covered."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Return whether it is a word."""
        return self.sort is Sort.WORD

    @property
    def is_quote(self) -> bool:
        """Return whether it is a whole quotation."""
        return self.sort is Sort.QUOTE


def cut_into_pieces(text: str, sentence: Sentence, quotations: Sequence[Quotation]) -> list[Piece]:
    """Return the pieces of a sentence; the given quotations are one piece each, any other marks are punctuation."""
    pieces: list[Piece] = []
    at = sentence.start
    for quotation in quotations:
        pieces.extend(_words(text, at, max(at, quotation.start)))
        pieces.append(Piece(quotation.start, quotation.end, Sort.QUOTE, quotation.span.of(text), quotation))
        at = quotation.end
    pieces.extend(_words(text, at, sentence.end))
    return pieces


def _words(text: str, start: int, end: int) -> list[Piece]:
    return [
        Piece(match.start(), match.end(), Sort.WORD if match.group()[0].isalnum() else Sort.MARK, match.group())
        for match in _PIECE.finditer(text, start, end)
    ]
