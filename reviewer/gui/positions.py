"""The one place where offsets and coordinates are converted.

Python counts code points, Qt counts UTF-16 units. The model measures pages in points from the top left of the visible
page, the window in logical pixels from the top left of the first page's desk.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from reviewer.model.document import Document, Page, Word
from reviewer.model.geometry import Box, Span
from reviewer.model.locator import LineBox

PIXELS_PER_POINT = 96 / 72
"""Logical pixels a point has at 100 %."""

PAGE_GAP = 16
"""Logical pixels of desk above, between and below pages, at every zoom."""

_REMEMBERED_PAGES = 256
_REMEMBERED_PASSAGES = 4096


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def to_utf16(text: str, offset: int) -> int:
    """Return Qt's offset of the code point at `offset`."""
    return utf16_length(text[:offset])


def to_code_point(text: str, units: int) -> int:
    """Return the offset in code points of Qt's offset `units`; one inside a surrogate pair means its start."""
    at = 0
    for offset, character in enumerate(text):
        width = 2 if character > "\uffff" else 1
        if at + width > units:
            return offset
        at += width
    return len(text)


@lru_cache(_REMEMBERED_PAGES)
def words_of(page: Page) -> tuple[Word, ...]:
    """Return a page's words unpacked; the last pages looked at are remembered."""
    return tuple(page.words)


@lru_cache(_REMEMBERED_PAGES)
def text_edges(page: Page) -> tuple[float, float]:
    """Return where the text of a page begins on the left and ends on the right, in points; a bare page's own edges."""
    words = words_of(page)
    if not words:
        return 0.0, page.width
    return min(word.box.x0 for word in words), max(word.box.x1 for word in words)


def pages_touching(document: Document, span: Span) -> tuple[Page, ...]:
    """Return the pages whose text shares a code point with the span, without looking at all of a long document.

    Pages stand in text order, as reading and typesetting leave them.
    """
    pages = document.pages
    first = bisect_right(pages, span.start, key=lambda page: page.end)
    last = bisect_left(pages, span.end, key=lambda page: page.start)
    return pages[first:last]


def boxes_of(document: Document, span: Span) -> tuple[LineBox, ...]:
    """Return one box for each printed line of a span, in points of its page."""
    return _boxes(pages_touching(document, span), span)


@lru_cache(_REMEMBERED_PASSAGES)
def _boxes(pages: tuple[Page, ...], span: Span) -> tuple[LineBox, ...]:
    return tuple(box for page in pages for box in _page_boxes(page, span))


def _page_boxes(page: Page, span: Span) -> list[LineBox]:
    """Return what `line_boxes` of the model returns, from words that are unpacked once a page and not once a span."""
    lines: dict[int, Box] = {}
    for word in words_of(page):
        if word.start < span.end and word.end > span.start:
            box = _covered_part(word, span)
            lines[word.line] = lines[word.line].union(box) if word.line in lines else box
    return [LineBox(page.number, line, box) for line, box in lines.items()]


def _covered_part(word: Word, span: Span) -> Box:
    if span.start <= word.start and word.end <= span.end:
        return word.box
    width = word.box.width / (word.end - word.start)
    left = max(0, span.start - word.start) * width
    right = max(0, word.end - span.end) * width
    return Box(word.box.x0 + left, word.box.y0, word.box.x1 - right, word.box.y1)


@dataclass(frozen=True)
class Trim:
    """How much blank margin is left off every page, in points."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0


@dataclass(frozen=True)
class Strip:
    """Pages one below the other, at one scale.

    `scale` is logical pixels a point; `tops` are the summed heights of the pages before each page, in points and
    untrimmed, made once for a document: another zoom or trim only multiplies. `widest` is the width of the widest
    page, untrimmed.
    """

    pages: Sequence[Page]
    tops: Sequence[float]
    widest: float
    scale: float = PIXELS_PER_POINT
    trim: Trim = field(default_factory=Trim)

    @classmethod
    def of(cls, pages: Sequence[Page], scale: float = PIXELS_PER_POINT) -> "Strip":
        """Lay out a document's pages, untrimmed."""
        tops = tuple(accumulate((page.height for page in pages), initial=0.0))
        return cls(pages, tops, max((page.width for page in pages), default=0.0), scale)

    def at_scale(self, scale: float) -> "Strip":
        """Return the same pages at another scale."""
        return replace(self, scale=scale)

    def trimmed(self, trim: Trim) -> "Strip":
        """Return the same pages with other margins left off."""
        return replace(self, trim=trim)

    @property
    def widest_paper(self) -> float:
        """Return what is left of the widest page's width, in points."""
        return max(0.0, self.widest - self.trim.left - self.trim.right)

    @property
    def height(self) -> float:
        """Return the height of everything in logical pixels."""
        count = len(self.pages)
        return (self.tops[-1] - self.trim.top * count) * self.scale + PAGE_GAP * (count + 1)

    @property
    def width(self) -> float:
        """Return the width of the widest page with the desk beside it, in logical pixels."""
        return self.widest_paper * self.scale + 2 * PAGE_GAP

    def top(self, index: int) -> float:
        """Return where the paper of page `index` (from 0) begins, in logical pixels."""
        return (self.tops[index] - self.trim.top * index) * self.scale + PAGE_GAP * (index + 1)

    def page_rect(self, index: int, width: float) -> QRectF:
        """Return a whole page in logical pixels, what is left on of it centred on a strip of this width."""
        page = self.pages[index]
        kept = (page.width - self.trim.left - self.trim.right) * self.scale
        left = (max(width, self.width) - kept) / 2 - self.trim.left * self.scale
        return QRectF(
            left, self.top(index) - self.trim.top * self.scale, page.width * self.scale, page.height * self.scale
        )

    def paper_of(self, page: QRectF) -> QRectF:
        """Return the part of a whole page, in logical pixels, that is left when its margins are trimmed."""
        left, right, top = (side * self.scale for side in (self.trim.left, self.trim.right, self.trim.top))
        return page.adjusted(left, top, -right, 0)

    def page_at(self, y: float) -> int:
        """Return the page (from 0) at a height in logical pixels; the gap below a page belongs to it."""
        low, high = 0, max(0, len(self.pages) - 1)
        while low < high:
            middle = (low + high + 1) // 2
            if self.top(middle) <= y:
                low = middle
            else:
                high = middle - 1
        return low

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages (from 0) with any part between two heights, in logical pixels."""
        if not self.pages:
            return range(0)
        return range(self.page_at(top), self.page_at(bottom) + 1)


def to_pixels(box: Box, page: QRectF, scale: float) -> QRectF:
    """Return where a box in points stands when its page's paper is drawn at `page`, in logical pixels."""
    return QRectF(page.x() + box.x0 * scale, page.y() + box.y0 * scale, box.width * scale, box.height * scale)


def to_points(point: QPointF, page: QRectF, scale: float) -> QPointF:
    """Return the place on a page, in points, of a point in logical pixels."""
    return QPointF((point.x() - page.x()) / scale, (point.y() - page.y()) / scale)
