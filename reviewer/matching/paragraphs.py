"""The paragraphs of a source as a reader sees them: lines that a break has cut in mid-sentence joined again."""

import re

from reviewer.model.document import Document
from reviewer.model.geometry import Span

_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")
_ONE_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_ENDS = tuple(".!?:;…”\"’')|")
_GOES_ON = re.compile(
    r"(?:,|\b(?:of|and|or|the|a|an|in|on|at|to|by|for|from|with|which|that|who|until|than|but|as|is|are|was|were))$"
)
_LONGEST = 6000


def paragraphs_of(document: Document) -> list[Span]:
    """Return the paragraphs of a source in text order: its blocks, or the stretches between blank lines.

    Two blocks with one line break between them are one when the second goes on in the middle of a sentence: it
    starts with a small letter, or the first ends with a comma or a word that needs another one. Code points.
    """
    blocks = [block.span for block in document.blocks] or _split_at_blank_lines(document.text)
    joined: list[Span] = []
    for span in blocks:
        if joined and span.end - joined[-1].start < _LONGEST and _go_on(document.text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _go_on(text: str, one: Span, other: Span) -> bool:
    if other.start < one.end or not _ONE_BREAK.fullmatch(text, one.end, other.start):
        return False
    before, after = one.of(text).rstrip(), other.of(text).lstrip()
    if not before or not after or before.endswith(_ENDS):
        return False
    return after[0].islower() or bool(_GOES_ON.search(before))


def _split_at_blank_lines(text: str) -> list[Span]:
    spans, start = [], 0
    for match in _BLANK_LINE.finditer(text):
        if match.start() > start:
            spans.append(Span(start, match.start()))
        start = match.end()
    return [*spans, Span(start, len(text))] if start < len(text) else spans
