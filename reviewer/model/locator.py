"""Where a passage stands on its pages, as another person can follow it."""

import msgspec

from reviewer.model.document import Document, Page, Word
from reviewer.model.geometry import Box, Span


class Locator(msgspec.Struct, frozen=True):
    """Pages and lines, both from 1; the last ones equal the first for a passage within one line."""

    page: int
    line: int
    last_page: int
    last_line: int

    def __str__(self) -> str:
        """Return the short form used everywhere: `p1 l3`, `p1 l3-5`, `p1 l40-p2 l2`."""
        first = f"p{self.page} l{self.line}"
        if self.last_page != self.page:
            return f"{first}-p{self.last_page} l{self.last_line}"
        if self.last_line != self.line:
            return f"{first}-{self.last_line}"
        return first


class LineBox(msgspec.Struct, frozen=True):
    """One line's part of a passage on a page; `box` in points from the top left of the visible page."""

    page: int
    line: int
    box: Box


def words_in(page: Page, span: Span) -> list[Word]:
    """Return the words of a page that share at least one code point with the span."""
    if span.end <= page.start or span.start >= page.end:
        return []
    return [word for word in page.words if word.start < span.end and word.end > span.start]


def locate_on_pages(document: Document, span: Span) -> Locator | None:
    """Return the page and line of a span, or None when no word of it is printed on any page."""
    found = [(page.number, word.line) for page in document.pages for word in words_in(page, span)]
    if not found:
        return None
    (page, line), (last_page, last_line) = min(found), max(found)
    return Locator(page, line, last_page, last_line)


def line_boxes(document: Document, span: Span) -> list[LineBox]:
    """Return one box for each line and page that the span touches, in reading order.

    A word that the span covers only in part is taken whole, except that the box is cut in proportion to the code
    points covered, so that a mark beside a word does not pull the whole word in.
    """
    boxes: dict[tuple[int, int], Box] = {}
    for page in document.pages:
        for word in words_in(page, span):
            box = _covered_part(word, span)
            key = (page.number, word.line)
            boxes[key] = boxes[key].union(box) if key in boxes else box
    return [LineBox(page, line, box) for (page, line), box in boxes.items()]


def _covered_part(word: Word, span: Span) -> Box:
    length = word.end - word.start
    left = max(0, span.start - word.start) / length
    right = max(0, word.end - span.end) / length
    box = word.box
    return Box(box.x0 + left * box.width, box.y0, box.x1 - right * box.width, box.y1)
