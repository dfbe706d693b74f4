"""The editor's marks as an order to a redactor, and which of the places found for it stay.

A redactor finds words wherever they are in a file; the editor marks passages of the text that was read from it. Here
the two are brought together: places that a reader sees and that no mark covers stay, every other place goes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reviewer.model.anchor import Anchor, anchor_at, locate
from reviewer.model.document import Document
from reviewer.model.geometry import Box, Span
from reviewer.model.locator import LineBox, line_boxes
from reviewer.model.redaction import HiddenWord, PageArea, PageBox, RedactionHit, RedactionMark, RedactionOrder
from reviewer.text.needles_folding import Folded
from reviewer.text.surroundings import HEADERS, Surroundings, surroundings, with_header

_WINDOW = 80
_IN_SIGHT = re.compile(
    rf"line \d+|(?:message, )?(?:paragraph|line) \d+|(?:footnote|endnote|comment|header|footer) \d+(?:, text box)?"
    rf"|body|body, text box|message|{'|'.join(sorted(HEADERS))}"
)
"""Parts of a file whose words stand in the text that was read from it."""

_SPACED_SCRIPTS_END = 0x2E80
_SHARED_ENOUGH = 0.15


class PlacedHit(msgspec.Struct, frozen=True):
    """A place that an order would reach, and the passage of the document's text that it is.

    `anchor` is None for places outside the text: properties, pictures, hidden words, attachments.
    """

    hit: RedactionHit
    anchor: Anchor | None


def place_hits(document: Document, hits: Sequence[RedactionHit]) -> tuple[PlacedHit, ...]:
    """Return each hit with the passage of the document's text that it stands for, in the order given.

    On a file's own pages the passage under the hit's box is meant; elsewhere the one that stands between the same
    words. A passage is given to one hit only. Where the two cannot be told to be one, there is none.
    """
    finder = _PassageFinder(document)
    return tuple(PlacedHit(hit, finder.passage(hit)) for hit in hits)


def lost_marks(document: Document, marks: Sequence[RedactionMark]) -> tuple[RedactionMark, ...]:
    """Return the marks on a document whose words are gone, or whose area is on no page or, typeset by us, empty.

    A word outside the text is never lost: it is looked for wherever it may be.
    """
    return tuple(
        mark
        for mark in _own(document, marks)
        if not marked_spans(document, mark) and not _box(document, mark) and not isinstance(mark.target, HiddenWord)
    )


def marks_order(document: Document, marks: Sequence[RedactionMark]) -> RedactionOrder:
    """Return the order that takes out the marked words and areas of a document, each with its reason.

    A marked passage is one term for each block and page it touches, whole words always. Areas on pages typeset by
    us, which the file itself does not have, become the words under them. A word outside the text is a term as well.
    Where the same words are marked for several reasons, all of them are given.
    """
    reasons: dict[str, dict[str, None]] = {}
    areas: list[PageBox] = []
    for mark in _own(document, marks):
        box = _box(document, mark)
        if box is not None:
            areas.append(box)
        for term in _terms(document, mark):
            reasons.setdefault(term, {})[mark.reason] = None
    joined = {term: ", ".join(filter(None, codes)) for term, codes in reasons.items()}
    return RedactionOrder(terms=tuple(reasons), areas=tuple(dict.fromkeys(areas)), reasons=joined)


def with_kept(
    order: RedactionOrder, document: Document, marks: Sequence[RedactionMark], hits: Sequence[RedactionHit]
) -> RedactionOrder:
    """Return the order with every place kept that stands in plain sight and that no mark covers.

    A place that cannot be told from one that goes, because all round it is the same, goes with it.
    """
    covered = [span for mark in _own(document, marks) for span in marked_spans(document, mark)]
    gone: set[tuple[object, ...]] = set()
    stay: list[RedactionHit] = []
    for placed in place_hits(document, hits):
        anchor = placed.anchor
        if anchor is None or _is_covered(anchor.span, covered) or _is_in_area(placed.hit, order.areas):
            gone.add(_identity(placed.hit))
        else:
            stay.append(placed.hit)
    return msgspec.structs.replace(order, kept=tuple(hit for hit in stay if _identity(hit) not in gone))


def uncovered(
    document: Document, marks: Sequence[RedactionMark], hits: Sequence[RedactionHit]
) -> tuple[tuple[RedactionMark, Span], ...]:
    """Return the marked passages, with their marks, of which some letter is in no place that was found."""
    found = sorted(one.anchor.span for one in place_hits(document, hits) if one.anchor is not None)
    missing: list[tuple[RedactionMark, Span]] = []
    for mark in _own(document, marks):
        for span in marked_spans(document, mark):
            reached = {at for one in found if one.overlap(span) for at in range(one.start, one.end)}
            if any(document.text[at].isalnum() and at not in reached for at in range(span.start, span.end)):
                missing.append((mark, span))
    return tuple(missing)


def areas_of(document: Document, span: Span, reason: str) -> tuple[PageBox, ...]:
    """Return the areas, line by line, that a passage fills on a file's own pages."""
    return tuple(PageBox(line.page, line.box, reason) for line in line_boxes(document, span))


def marked_spans(document: Document, mark: RedactionMark) -> tuple[Span, ...]:
    """Return the passages that a mark covers: none for one that is lost, nor for an area on a file's own pages.

    A word outside the text covers no passage: where the text shows it, it stays.
    """
    match mark.target:
        case Anchor() as anchor:
            span = locate(anchor, document)
            return (_whole_words(document.text, span),) if span is not None and span.length else ()
        case PageArea() as area:
            return tuple(_words_under(document, area)) if document.typeset else ()
        case HiddenWord():
            return ()


class _PassageFinder:
    """Gives passages of one document to hits, each passage once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._folded = Folded(document.text)
        self._places: dict[str, list[Span]] = {}
        self._sides: dict[Span, Surroundings] = {}

    def passage(self, hit: RedactionHit) -> Anchor | None:
        span = self._under_box(hit) if not self._document.typeset else self._between_words(hit)
        return anchor_at(self._document, span) if span is not None else None

    def _under_box(self, hit: RedactionHit) -> Span | None:
        pages = [page for page in self._document.pages if page.number == hit.page]
        if hit.box is None or not pages:
            return None
        best, most = None, 0.5
        spans = self._spelt(hit.text)
        for span in spans[bisect_right(spans, pages[0].start, key=lambda span: span.end) :]:
            if span.start >= pages[0].end:
                break
            lines = [line for line in line_boxes(self._document, span) if line.page == pages[0].number]
            shared = _likeness(hit, hit.box, lines)
            if shared > most:
                best, most = span, shared
        return best

    def _between_words(self, hit: RedactionHit) -> Span | None:
        if not _IN_SIGHT.fullmatch(hit.part):
            return None
        own = surroundings(with_header(hit.part, hit.before), hit.after)
        all_of_it = len(own.before.letters) + len(own.after.letters)
        free = self._spelt(hit.text)
        best, most = None, -1
        for at, span in enumerate(free):
            agreed = self._round(span).agree_with(own)
            if agreed is not None and agreed > most:
                best, most = at, agreed
            if agreed == all_of_it:
                break
        return free.pop(best) if best is not None else None

    def _spelt(self, words: str) -> list[Span]:
        """Return every passage that has these letters, in order; those given to a hit are taken out of it."""
        letters = Folded(words).letters
        key = letters or words
        if key not in self._places:
            self._places[key] = list(self._occurrences(letters, words))
        return self._places[key]

    def _occurrences(self, letters: str, words: str) -> Iterator[Span]:
        text = self._folded.letters if letters else self._document.text
        wanted = letters or words
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            yield self._folded.span(at, end - 1) if letters else Span(at, end)
            at = text.find(wanted, end)

    def _round(self, span: Span) -> Surroundings:
        if span not in self._sides:
            text = self._document.text
            self._sides[span] = surroundings(
                text[max(0, span.start - _WINDOW) : span.start], text[span.end : span.end + _WINDOW]
            )
        return self._sides[span]


def _likeness(hit: RedactionHit, box: Box, lines: Sequence[LineBox]) -> float:
    """Return how far a hit's box is the rectangle round lines of its page, 0.0 to 1.0.

    Words read off a picture have nothing round them and a box that runs on to the line's end: there the two have to
    begin in one place.
    """
    if not lines:
        return 0.0
    other = lines[0].box
    for line in lines[1:]:
        other = other.union(line.box)
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.y1, other.y1) - max(box.y0, other.y0)
    if across <= 0 or down <= 0:
        return 0.0
    high = down / max(min(box.height, other.height), 0.01)
    if not (hit.before or hit.after):
        return min(high, 1.0) if abs(box.x0 - other.x0) < other.height else 0.0
    return min(across / max(box.width, other.width, 0.01), high, 1.0)


def _own(document: Document, marks: Sequence[RedactionMark]) -> list[RedactionMark]:
    return [mark for mark in marks if mark.target.document == document.id]


def _terms(document: Document, mark: RedactionMark) -> Iterator[str]:
    if isinstance(mark.target, HiddenWord):
        yield from filter(None, [" ".join(mark.target.word.split())])
    for span in marked_spans(document, mark):
        for piece in _pieces(document, span):
            yield " ".join(piece.of(document.text).split())


def _box(document: Document, mark: RedactionMark) -> PageBox | None:
    target = mark.target
    if isinstance(target, PageArea) and not document.typeset and 1 <= target.page <= len(document.pages):
        return PageBox(target.page, target.box, mark.reason)
    return None


def _words_under(document: Document, area: PageArea) -> Iterator[Span]:
    """Yield the passages whose words have their middle in an area; words with only space between them are one."""
    span: Span | None = None
    for page in document.pages:
        for word in page.words if page.number == area.page else ():
            x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
            if not (area.box.x0 <= x <= area.box.x1 and area.box.y0 <= y <= area.box.y1):
                continue
            if span is not None and not document.text[span.end : word.start].strip():
                span = Span(span.start, word.end)
                continue
            if span is not None:
                yield span
            span = Span(word.start, word.end)
    if span is not None:
        yield span


def _whole_words(text: str, span: Span) -> Span:
    """Return a span grown to whole words: a part of a word cannot be told apart from the rest of it."""
    start, end = span.start, span.end
    while start > 0 and _are_one_word(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _are_one_word(text[end - 1], text[end]):
        end += 1
    return Span(start, end)


def _are_one_word(first: str, second: str) -> bool:
    return all(one.isalnum() and ord(one) < _SPACED_SCRIPTS_END for one in (first, second))


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    """Part a passage at the ends of blocks and, on a file's own pages, of pages: words beyond stand elsewhere."""
    cuts = {at for block in document.blocks for at in (block.start, block.end)}
    if not document.typeset:
        cuts |= {at for page in document.pages for at in (page.start, page.end)}
    places = [span.start, *sorted(at for at in cuts if span.start < at < span.end), span.end]
    for start, end in pairwise(places):
        if document.text[start:end].strip():
            yield Span(start, end)


def _is_covered(span: Span, covered: Sequence[Span]) -> bool:
    return any(span.overlap(one) for one in covered)


def _is_in_area(hit: RedactionHit, areas: Sequence[PageBox]) -> bool:
    return hit.box is not None and any(area.page == hit.page and _lies_in(hit.box, area.box) for area in areas)


def _lies_in(box: Box, area: Box) -> bool:
    across = min(box.x1, area.x1) - max(box.x0, area.x0)
    down = min(box.y1, area.y1) - max(box.y0, area.y0)
    return across > 0 and down > 0 and across * down > _SHARED_ENOUGH * box.width * box.height


def _identity(hit: RedactionHit) -> tuple[object, ...]:
    """Return what a redactor can tell a place by."""
    box = tuple(round(side) for side in (hit.box.x0, hit.box.y0, hit.box.x1, hit.box.y1)) if hit.box else ()
    folded = (Folded(words).letters for words in (hit.text, hit.before, hit.after))
    return (hit.part, *folded, hit.page, *box)
