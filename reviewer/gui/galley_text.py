"""Which text stands at a place of a page, and which comes next: what selecting with mouse and keys needs."""

import re
from bisect import bisect_right

from reviewer.gui.positions import pages_touching, words_of
from reviewer.model.document import Document, Page, Word
from reviewer.model.geometry import Span

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")


def offset_at(page: Page, x: float, y: float) -> int | None:
    """Return the code point nearest to a place, in points, or None on a page without words.

    The nearest line counts first, then the nearest word of it; inside a word the offset is in proportion.
    """
    words = words_of(page)
    if not words:
        return None
    word = min(words, key=lambda candidate: (_beside(candidate.box.y0, candidate.box.y1, y), _gap(candidate, x)))
    across = min(1.0, max(0.0, (x - word.box.x0) / word.box.width)) if word.box.width > 0 else 0.0
    return word.start + round(across * (word.end - word.start))


def word_under(page: Page, x: float, y: float) -> Word | None:
    """Return the word whose box holds a place, in points, or None."""
    return next(
        (w for w in words_of(page) if w.box.x0 <= x <= w.box.x1 and w.box.y0 <= y <= w.box.y1),
        None,
    )


def word_round(document: Document, offset: int) -> Span:
    """Return the word at an offset without the punctuation beside it."""
    page = page_of(document, offset)
    for word in words_of(page) if page else ():
        if word.start <= offset < word.end:
            inner = list(_WORD.finditer(document.text, word.start, word.end))
            nearest = min(inner, key=lambda m: 0 if m.start() <= offset <= m.end() else 1, default=None)
            return Span(*nearest.span()) if nearest else Span(word.start, word.end)
    return Span(offset, offset)


def block_round(document: Document, offset: int) -> Span:
    """Return the paragraph at an offset, or an empty stretch between paragraphs."""
    block = document.block_at(offset)
    return block.span if block else Span(offset, offset)


def page_of(document: Document, offset: int) -> Page | None:
    """Return the page on which a code point is printed, or the last one before it."""
    touching = pages_touching(document, Span(offset, offset + 1))
    if touching:
        return touching[0]
    before = bisect_right(document.pages, offset, key=lambda page: page.start)
    return document.pages[max(0, before - 1)] if document.pages else None


def next_word(document: Document, offset: int, forward: bool) -> int:
    """Return the end of the next word, or the start of the one before."""
    text = document.text
    if forward:
        found = _WORD.search(text, min(offset + 1, len(text)))
        inside = _WORD.search(text, offset)
        if inside and inside.start() <= offset < inside.end():
            return inside.end()
        return found.end() if found else len(text)
    start = max(0, offset - 400)
    before = [m.start() for m in _WORD.finditer(text, start, offset)]
    return before[-1] if before else start


def next_line(document: Document, offset: int, forward: bool) -> int:
    """Return the offset one printed line below or above, at the same place across; the same at the ends."""
    page = page_of(document, max(0, offset))
    words = words_of(page) if page else ()
    here = next((w for w in words if w.start <= offset <= w.end), None)
    if page is None or here is None:
        return offset
    across = here.box.x0 + here.box.width * (offset - here.start) / max(1, here.end - here.start)
    wanted = here.line + (1 if forward else -1)
    line = [w for w in words if w.line == wanted]
    if not line:
        return page.end if forward else page.start
    y = (line[0].box.y0 + line[0].box.y1) / 2
    found = offset_at(page, across, y)
    return offset if found is None else found


def _beside(low: float, high: float, at: float) -> float:
    return max(low - at, 0.0, at - high)


def _gap(word: Word, x: float) -> float:
    return _beside(word.box.x0, word.box.x1, x)
