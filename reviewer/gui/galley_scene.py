"""What one galley shows at the moment, page by page: marks, selection, search hits. No widget, no painting."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from reviewer.gui.galley_furniture import ShownFurniture
from reviewer.gui.galley_marks import GalleyMark
from reviewer.gui.positions import Strip, Trim, boxes_of, text_edges, to_pixels, words_of
from reviewer.gui.redaction_scene import RedactionScene
from reviewer.model.document import Document, Page
from reviewer.model.geometry import Box, Span

MARGIN_RIGHT = "right"
MARGIN_LEFT = "left"

_PAGES_LOOKED_AT = 8
_LEAST_MEASURE = 0.8
_HEAD = 26.0
_NUMBERS, _SHAPES, _SHAPES_AND_NUMBERS, _BARE = 40.0, 42.0, 60.0, 36.0


@dataclass(frozen=True)
class PageMark:
    """The part of a mark that stands on one page; boxes in points. `begins` on the first page of the mark."""

    mark: GalleyMark
    boxes: tuple[Box, ...]
    changed: tuple[Box, ...]
    begins: bool


@dataclass
class GalleyScene:
    """Everything a galley paints, kept apart from the widget so that it can be asked without one.

    Selection and hits are code points of the document's text; `current` is a claim's id; `margin` tells on which side
    of the paper the shapes stand. `scale` lives in `strip`.
    """

    document: Document | None = None
    strip: Strip = field(default_factory=lambda: Strip.of(()))
    margin: str = MARGIN_RIGHT
    current: str | None = None
    hovered: str | None = None
    selection: Span = field(default_factory=lambda: Span(0, 0))
    hits: Sequence[Span] = ()
    current_hit: int = -1
    furniture: ShownFurniture = field(default_factory=ShownFurniture)
    redactions: RedactionScene = field(default_factory=RedactionScene)
    _marks: dict[int, list[PageMark]] = field(default_factory=dict)
    _by_claim: dict[str, GalleyMark] = field(default_factory=dict)

    def show(self, document: Document | None) -> None:
        """Show another document, at the same scale, with nothing marked or selected."""
        self.document = document
        self.strip = Strip.of(document.pages if document else (), self.strip.scale)
        self.turn_margin(self.margin)
        self.selection = Span(0, 0)
        self.hits, self.current_hit = (), -1
        self.current = self.hovered = None
        self.furniture = ShownFurniture.of(document, {})
        self.set_marks(())
        self.redactions.show(())

    def turn_margin(self, side: str) -> None:
        """Put the shapes on the "left" or "right" of the paper, which is trimmed to what that leaves blank."""
        self.margin = side
        self.strip = self.strip.trimmed(_blank_margins(self.document, side))

    def set_marks(self, marks: Iterable[GalleyMark]) -> None:
        """Replace all marks."""
        self._marks = {}
        self._by_claim = {}
        for mark in marks:
            self._by_claim[mark.claim] = mark
            first = min((line.page for line in mark.boxes), default=0)
            for number in sorted({line.page for line in mark.boxes}):
                self._marks.setdefault(number, []).append(_on_page(mark, number, number == first))

    @property
    def marks(self) -> tuple[GalleyMark, ...]:
        """Return all marks in the order they were given."""
        return tuple(self._by_claim.values())

    def marks_on(self, page: Page) -> Sequence[PageMark]:
        """Return the marks of a page in the order they were given."""
        return self._marks.get(page.number, ())

    def is_shown(self, mark: GalleyMark) -> bool:
        """Tell whether a mark is drawn now: a passage that holds nothing of its claim only while that is current."""
        return not mark.nearest_only or mark.claim == self.current

    def mark_of(self, claim: str) -> GalleyMark | None:
        """Return a claim's mark, or None when it has none here."""
        return self._by_claim.get(claim)

    def mark_at(self, page: Page, x: float, y: float) -> GalleyMark | None:
        """Return the narrowest mark at a place of a page, in points, or None."""
        shown = (part for part in self.marks_on(page) if self.is_shown(part.mark))
        holding = [part for part in shown if any(_holds(box, x, y) for box in part.boxes)]
        if not holding:
            return None
        return min(holding, key=lambda part: sum(box.width for box in part.boxes)).mark

    def selected_boxes(self, page: Page) -> tuple[Box, ...]:
        """Return the selected words of a page, in points."""
        return self._boxes_on(page, self.selection)

    def hit_boxes(self, page: Page) -> list[tuple[tuple[Box, ...], bool]]:
        """Return a page's search hits, in points, each with whether it is the current one."""
        if not self.hits:
            return []
        first = bisect_right(self.hits, page.start, key=lambda hit: hit.end)
        last = bisect_left(self.hits, page.end, key=lambda hit: hit.start)
        return [(self._boxes_on(page, self.hits[at]), at == self.current_hit) for at in range(first, last)]

    def veiled_boxes(self, page: Page) -> list[Box]:
        """Return the page furniture to be veiled on a page, in points."""
        return self._boxes_of(page, self.furniture.veiled)

    def restored_boxes(self, page: Page) -> list[Box]:
        """Return what is printed grey on a page but is story again, in points."""
        return self._boxes_of(page, self.furniture.restored)

    def claim_rects(self, claim: str, width: float) -> list[QRectF]:
        """Return the lines of a claim in logical pixels of a strip of this width, in reading order."""
        mark = self.mark_of(claim)
        if mark is None:
            return []
        return [
            to_pixels(line.box, self.strip.page_rect(line.page - 1, width), self.strip.scale)
            for line in mark.boxes
            if line.page <= len(self.strip.pages)
        ]

    def _boxes_of(self, page: Page, spans: Sequence[Span]) -> list[Box]:
        first = bisect_right(spans, page.start, key=lambda span: span.end)
        last = bisect_left(spans, page.end, key=lambda span: span.start)
        return [box for span in spans[first:last] for box in self._boxes_on(page, span)]

    def _boxes_on(self, page: Page, span: Span) -> tuple[Box, ...]:
        if self.document is None or not span.length:
            return ()
        on_page = Span(max(span.start, page.start), max(span.start, page.start, min(span.end, page.end)))
        return tuple(line.box for line in boxes_of(self.document, on_page) if line.page == page.number)


def _blank_margins(document: Document | None, side: str) -> Trim:
    """Return what may be trimmed of the pages' margins.

    Only pages set by us are trimmed: on any other there may be a stamp or a signature in the margin. Room stays for
    the line numbers, and for the shapes on their side.
    """
    if document is None or not document.typeset:
        return Trim()
    pages = [page for page in document.pages[:_PAGES_LOOKED_AT] if len(page.words)]
    if not pages:
        return Trim()
    width = min(page.width for page in pages)
    left = min(text_edges(page)[0] for page in pages)
    right = max(_LEAST_MEASURE * width, *(text_edges(page)[1] for page in pages))
    top = min(word.box.y0 for page in pages for word in words_of(page))
    kept_left, kept_right = (_SHAPES_AND_NUMBERS, _BARE) if side == MARGIN_LEFT else (_NUMBERS, _SHAPES)
    return Trim(max(0.0, left - kept_left), max(0.0, width - right - kept_right), max(0.0, top - _HEAD))


def _on_page(mark: GalleyMark, number: int, begins: bool) -> PageMark:
    return PageMark(
        mark=mark,
        boxes=tuple(line.box for line in mark.boxes if line.page == number),
        changed=tuple(line.box for line in mark.changed if line.page == number),
        begins=begins,
    )


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
