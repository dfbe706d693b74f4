"""What the editor marks for redaction, and what is suggested but not marked yet."""

import hashlib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from reviewer.model.analysis import Sensitive
from reviewer.model.anchor import Anchor, anchor_at, locate
from reviewer.model.document import Document, Page
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, MarkTarget, PageArea, RedactionMark
from reviewer.model.review import Review
from reviewer.model.verdict import Signature

SMALLEST_SIDE = 2.0
"""Points; a smaller area is a slip of the hand."""

_SCRIPTS_WITHOUT_SPACES = 0x2E80
"""From here on come ideographs and kana: their words do not end at spaces, so a selection of them stays as it is."""

_JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Suggestion(msgspec.Struct, frozen=True):
    """A stretch of a document that may have to go and is not marked; a person decides."""

    document: str
    sensitive: Sensitive

    @property
    def span(self) -> Span:
        """Return where it stands, in code points."""
        return Span(self.sensitive.start, self.sensitive.end)


def marks_at(document: Document, span: Span, reason: str, by: Signature) -> tuple[RedactionMark, ...]:
    """Return the marks for a selection: whole words, one for each paragraph or cell; none for mere space.

    Part of a word is never marked alone: what stays would tell the rest. Offsets are code points.
    """
    return tuple(_mark(anchor_at(document, piece), reason, by) for piece in _pieces(document, span))


def area_mark(document: Document, page: int, box: Box, reason: str, by: Signature) -> RedactionMark | None:
    """Return the mark for a rectangle of a page (from 1), cut to the page; None when hardly anything is left.

    `box` is in points from the top left of the page as displayed, its corners in any order.
    """
    paper = next((one for one in document.pages if one.number == page), None)
    inside = _cut(box, paper) if paper else None
    if inside is None or min(inside.width, inside.height) < SMALLEST_SIDE:
        return None
    return _mark(PageArea(document.id, page, inside), reason, by)


def hidden_mark(document: str, word: str, reason: str, by: Signature) -> RedactionMark | None:
    """Return the mark for a word that stands in a document's file outside its text; None for mere space."""
    words = " ".join(word.split())
    return _mark(HiddenWord(document, words), reason, by) if words else None


def mark_id(target: MarkTarget) -> str:
    """Return the id of a mark: 16 hex digits, the same for the same place on every machine."""
    match target:
        case Anchor():
            place = f"{target.document}:{target.start}:{target.end}"
        case PageArea(box=box):
            place = f"{target.document}:p{target.page}:{box.x0:.2f}:{box.y0:.2f}:{box.x1:.2f}:{box.y1:.2f}"
        case HiddenWord():
            place = f"{target.document}:outside:{target.word}"
    return hashlib.sha256(place.encode()).hexdigest()[:16]


def place_of(mark: RedactionMark, document: Document) -> Span | PageArea | HiddenWord | None:
    """Return where a mark stands in its document: words in code points, or the area; None when it is lost.

    A mark whose words or page are not there any more is shown to the editor as lost, never guessed at. A word outside
    the text has no place in it, and is returned as it is.
    """
    target = mark.target
    if target.document != document.id:
        return None
    match target:
        case PageArea():
            return target if any(page.number == target.page for page in document.pages) else None
        case HiddenWord():
            return target
        case Anchor():
            return locate(target, document)


def words_marked(mark: RedactionMark, document: Document) -> str:
    """Return the words that a mark covers; under an area those whose middle lies in it, empty where there are none."""
    if isinstance(mark.target, Anchor):
        return mark.target.exact
    if isinstance(mark.target, HiddenWord):
        return mark.target.word
    area = mark.target
    paper = next((page for page in document.pages if page.number == area.page), None)
    under = (word for word in paper.words if _has_middle(area.box, word.box)) if paper else ()
    return " ".join(document.text[word.start : word.end] for word in under)


def marks_left_behind(review: Review) -> tuple[RedactionMark, ...]:
    """Return the marks that stand in an earlier draft only: nothing of them is marked in the article as it is now."""
    return tuple(mark for mark in review.desk.marks if mark.target.document in review.desk.drafts)


def carried_marks(review: Review) -> tuple[tuple[RedactionMark, RedactionMark], ...]:
    """Return each mark of an earlier draft whose words stand in the article too, with the mark it becomes there.

    Reason and signature stay. An area is a place on the pages of that draft alone, and is not carried. A word outside
    the text always is: nobody sees whether the new file has it.
    """
    if review.article is None:
        return ()
    pairs = ((mark, _in_draft(mark, review.article)) for mark in marks_left_behind(review))
    return tuple((old, new) for old, new in pairs if new is not None)


def open_suggestions(review: Review) -> tuple[Suggestion, ...]:
    """Return what looks sensitive in article and sources and is not marked, in their order and that of the text."""
    return tuple(
        Suggestion(document.id, one)
        for document in documents_in_use(review)
        if document.id in review.analyses
        for one in _unmarked(review, document, review.analyses[document.id].sensitive)
    )


def documents_in_use(review: Review) -> tuple[Document, ...]:
    """Return the article, then the sources in their order."""
    return (*((review.article,) if review.article else ()), *review.sources)


def marked_points(document: Document, marks: Iterable[RedactionMark]) -> frozenset[int]:
    """Return every code point of a document that stands under one of these marks, in words or in an area."""
    places = [place_of(mark, document) for mark in marks]
    points = {at for span in places if isinstance(span, Span) for at in range(span.start, span.end)}
    areas: dict[int, list[Box]] = {}
    for area in places:
        if isinstance(area, PageArea):
            areas.setdefault(area.page, []).append(area.box)
    for page in document.pages if areas else ():
        boxes = areas.get(page.number, ())
        for word in page.words if boxes else ():
            if any(_has_middle(box, word.box) for box in boxes):
                points.update(range(word.start, word.end))
    return frozenset(points)


def is_marked(document: Document, span: Span, points: frozenset[int]) -> bool:
    """Return whether every letter and digit of a stretch is among the marked code points."""
    return all(at in points for at in range(span.start, span.end) if document.text[at].isalnum())


def _in_draft(mark: RedactionMark, article: Document) -> RedactionMark | None:
    if isinstance(mark.target, HiddenWord):
        return hidden_mark(article.id, mark.target.word, mark.reason, mark.by)
    span = locate(mark.target, article) if isinstance(mark.target, Anchor) else None
    return _mark(anchor_at(article, span), mark.reason, mark.by) if span else None


def _unmarked(review: Review, document: Document, found: Iterable[Sensitive]) -> Iterator[Sensitive]:
    points = marked_points(document, review.desk.marks)
    for one in sorted(found, key=lambda sensitive: (sensitive.start, sensitive.end)):
        if not is_marked(document, Span(one.start, one.end), points):
            yield one


def _mark(target: MarkTarget, reason: str, by: Signature) -> RedactionMark:
    return RedactionMark(mark_id(target), target, reason, by)


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    """Cut a selection at the edges of blocks; each piece grows to whole words, never over an edge."""
    start, end = span.start, min(span.end, len(document.text))
    blocks = document.blocks
    first = max(0, bisect_right(blocks, start, key=lambda block: block.start) - 1)
    last = bisect_left(blocks, end, key=lambda block: block.end)
    near = {edge for block in blocks[first : last + 1] for edge in (block.start, block.end)} | {0, len(document.text)}
    low, high = max(edge for edge in near if edge <= start), min(edge for edge in near if edge >= end)
    cuts = [low, *sorted(edge for edge in near if start < edge < end), high]
    for left, right in pairwise(cuts):
        piece = _whole_words(document.text, Span(left, right), max(start, left), min(end, right))
        if piece.length:
            yield piece


def _whole_words(text: str, within: Span, start: int, end: int) -> Span:
    """Return a stretch without space at its ends, widened inside `within` to the ends of the words it cuts."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return Span(start, start)
    while start > within.start and _in_word(text[start]) and _in_word(text[start - 1]):
        start -= 1
    while end < within.end and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    return Span(start, end)


def _in_word(character: str) -> bool:
    if ord(character) >= _SCRIPTS_WITHOUT_SPACES:
        return False
    return character.isalnum() or character in _JOINERS or unicodedata.category(character).startswith("M")


def _cut(box: Box, paper: Page) -> Box | None:
    left, right = sorted((box.x0, box.x1))
    top, bottom = sorted((box.y0, box.y1))
    left, right = max(0.0, left), min(paper.width, right)
    top, bottom = max(0.0, top), min(paper.height, bottom)
    return Box(left, top, right, bottom) if left < right and top < bottom else None


def _has_middle(area: Box, word: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1
