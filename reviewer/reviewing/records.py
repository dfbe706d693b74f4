"""Rows of a .review file made into model values and back."""

import struct
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from reviewer.model.analysis import Analysis
from reviewer.model.document import Document, Page, WordArray
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Finding
from reviewer.model.review import Desk, Review
from reviewer.model.verdict import CarryOver
from reviewer.reviewing.desk_delta import DeskDelta, follow
from reviewer.reviewing.history import History, Step

_T = TypeVar("_T")
_LENGTH = struct.Struct("<I")

PART_TYPES: dict[str, object] = {
    "desk": Desk,
    "evidence": dict[str, tuple[Evidence, ...]],
    "findings": dict[str, tuple[Finding, ...]],
    "lifted": dict[str, float],
    "numbers": dict[str, int],
    "carried": dict[str, CarryOver],
}
"""The parts of a review that are kept whole; each analysis is a part of its own, named `analysis:` and the document."""

ANALYSIS_PART = "analysis:"

_MOST_NUMBERS = 1_000_000


def encode(value: object) -> str:
    """Return a value as JSON text."""
    return msgspec.json.encode(value).decode()


def storable(value: _T) -> _T:
    """Return the value as it is, or with lone surrogates replaced by U+FFFD when it holds any."""
    try:
        encode(value)
    except UnicodeEncodeError:
        return msgspec.convert(_without_surrogates(msgspec.to_builtins(value)), type(value))
    return value


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(one) for one in value]
    return value


def document_row(document: Document) -> tuple[str, bytes, str]:
    """Return a document's text, its packed words one page after another, and the rest of its record as JSON."""
    words = b"".join(_LENGTH.pack(len(page.words.packed)) + page.words.packed for page in document.pages)
    bare = tuple(msgspec.structs.replace(page, words=WordArray()) for page in document.pages)
    return document.text, words, encode(msgspec.structs.replace(document, text="", pages=bare))


def document_from_row(text: str, words: bytes, record: str) -> Document:
    """Return the document of a row. Raises msgspec.ValidationError or ValueError when the row is broken."""
    document = msgspec.json.decode(record, type=Document)
    pages: list[Page] = []
    at = 0
    for page in document.pages:
        if at + _LENGTH.size > len(words):
            raise ValueError("words end before the pages do")
        (length,) = _LENGTH.unpack_from(words, at)
        at += _LENGTH.size
        pages.append(msgspec.structs.replace(page, words=WordArray(words[at : at + length])))
        at += length
    if at != len(words):
        raise ValueError("more words than pages")
    return msgspec.structs.replace(document, text=text, pages=tuple(pages))


def parts_of(review: Review) -> dict[str, object]:
    """Return the parts of a review that are written to the file, by name."""
    parts: dict[str, object] = {name: getattr(review, name) for name in PART_TYPES}
    parts.update({ANALYSIS_PART + document: analysis for document, analysis in review.analyses.items()})
    return parts


def review_from(documents: dict[str, Document], parts: dict[str, str], revision: int) -> Review:
    """Return the review of a file's parts.

    Raises msgspec.ValidationError, DecodeError or ValueError when one is broken.
    """
    known = {
        name: msgspec.json.decode(content, type=PART_TYPES[name])
        for name, content in parts.items()
        if name in PART_TYPES
    }
    analyses = {
        name.removeprefix(ANALYSIS_PART): msgspec.json.decode(content, type=Analysis)
        for name, content in parts.items()
        if name.startswith(ANALYSIS_PART)
    }
    review = msgspec.structs.replace(Review(), documents=documents, analyses=analyses, revision=revision, **known)
    if not all(0 < number <= _MOST_NUMBERS for number in review.numbers.values()):
        raise ValueError("an impossible claim number")
    missing = [entry.document for entry in review.desk.sources if entry.document not in documents]
    if missing or (review.desk.article and review.desk.article not in documents):
        raise ValueError("a document of the review is missing")
    return review


def history_from(rows: Sequence[tuple[str, str, str, str]], desk: Desk) -> History:
    """Return the undo history of journal rows (label, forward, backward, standing), oldest first.

    `desk` is the latest; the rows' deltas lead back from it, and forward again over what was undone. Raises
    msgspec.ValidationError or DecodeError when one is broken.
    """
    held = [row for row in rows if row[3] == "held"]
    undone = [row for row in rows if row[3] == "undone"]
    steps: list[Step] = []
    after = desk
    for name, _, backward, _ in reversed(held):
        before = follow(msgspec.json.decode(backward, type=DeskDelta), after)
        steps.insert(0, Step(name, before, after))
        after = before
    before = desk
    for name, forward, _, _ in undone:
        after = follow(msgspec.json.decode(forward, type=DeskDelta), before)
        steps.append(Step(name, before, after))
        before = after
    return History(steps, len(held))
