"""Anchors: where a passage stands, remembered so that it is found again when the text around it changes."""

import msgspec

from reviewer.model.document import Document
from reviewer.model.geometry import Span

CONTEXT = 32
"""Code points of prefix and suffix kept: enough to tell repeated phrases apart, short enough to survive edits."""


class Anchor(msgspec.Struct, frozen=True, tag=True):
    """A W3C TextPositionSelector and TextQuoteSelector in one; offsets are code points of the document's text."""

    document: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """Return the remembered position."""
        return Span(self.start, self.end)


def anchor_at(document: Document, span: Span) -> Anchor:
    """Make the anchor of a span. Raises ValueError when the span runs past the text."""
    if span.end > len(document.text):
        raise ValueError(f"span {span.start}..{span.end} runs past the text of {document.name}")
    return Anchor(
        document=document.id,
        start=span.start,
        end=span.end,
        exact=span.of(document.text),
        prefix=document.text[max(0, span.start - CONTEXT) : span.start],
        suffix=document.text[span.end : span.end + CONTEXT],
    )


def locate(anchor: Anchor, document: Document) -> Span | None:
    """Find the passage that an anchor points to.

    The remembered position is trusted only while the same words still stand there. Otherwise the words are looked
    for together with their context, and the place nearest to the old one wins. Returns None when the words are
    gone: a lost anchor is shown to the editor, never guessed at. Offsets are code points.
    """
    text = document.text
    if anchor.end <= len(text) and text[anchor.start : anchor.end] == anchor.exact:
        return anchor.span
    if not anchor.exact:
        return None
    places = _occurrences(text, anchor.exact)
    if not places:
        return None
    best = max(places, key=lambda at: (_shared_context(text, at, anchor), -abs(at - anchor.start)))
    return Span(best, best + len(anchor.exact))


def _occurrences(text: str, wanted: str) -> list[int]:
    places = []
    at = text.find(wanted)
    while at != -1:
        places.append(at)
        at = text.find(wanted, at + 1)
    return places


def _shared_context(text: str, at: int, anchor: Anchor) -> int:
    before, after = text[max(0, at - len(anchor.prefix)) : at], text[at + len(anchor.exact) :]
    shared = 0
    for mine, theirs in zip(reversed(before), reversed(anchor.prefix), strict=False):
        if mine != theirs:
            break
        shared += 1
    for mine, theirs in zip(after, anchor.suffix, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared
