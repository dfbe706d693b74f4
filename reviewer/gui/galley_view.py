"""The galley: any document as pages of paper on the desk, with its claims or passages marked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.gui.galley_area import AreaDrawing
from reviewer.gui.galley_furniture import ShownFurniture
from reviewer.gui.galley_input import GalleyInput, PagePlace, copy_text, place_on
from reviewer.gui.galley_marks import GalleyMark, mark_hint
from reviewer.gui.galley_painter import OUTLINE_GAP
from reviewer.gui.galley_redactions import GalleyRedaction
from reviewer.gui.galley_scene import MARGIN_LEFT
from reviewer.gui.galley_search import FoldedText, find_all, fold
from reviewer.gui.galley_surface import GalleySurface
from reviewer.gui.page_cache import PageSource
from reviewer.gui.positions import boxes_of, text_edges, to_pixels, words_of
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import plain_tip
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.locator import LineBox


class GalleyView(GalleySurface):
    """Shows one document with its marks; choosing claims, selecting and searching happen here.

    `claim_clicked` carries a claim's id, `span_selected` start and end in code points (0, 0 for nothing);
    `viewport_changed` follows every scroll, zoom and resize, so that band and minimap can follow too. After
    `draw_area`, `area_drawn` carries page (from 1) and box in points, `area_left` comes when nothing was drawn;
    `redaction_clicked` carries the id of the redaction mark under a click, empty beside them all.
    """

    claim_clicked = Signal(str)
    span_selected = Signal(int, int)
    area_drawn = Signal(int, object)
    area_left = Signal()
    redaction_clicked = Signal(str)

    def __init__(self, pages: PageSource, theme: Theme, parent: QWidget | None = None) -> None:
        self._folded: FoldedText | None = None
        super().__init__(pages, theme, parent)
        self._input = GalleyInput(self)
        self._area = AreaDrawing(self)
        self.viewport().setMouseTracking(True)

    def set_document(self, document: Document | None) -> None:
        """Show a document from its first page, or the bare desk."""
        if document is not self.scene.document:
            self._folded = None
        super().set_document(document)

    # Claims

    def set_marks(self, marks: Sequence[GalleyMark]) -> None:
        """Replace the marked claims or passages."""
        self.scene.set_marks(marks)
        self.viewport().update()

    def set_furniture(self, switches: Mapping[int, bool]) -> None:
        """Veil the page furniture as the editor switched it; keys are starts of blocks in code points."""
        self.scene.furniture = ShownFurniture.of(self.scene.document, switches)
        self.viewport().update()

    def set_current(self, claim: str | None) -> None:
        """Outline a claim, or none; nothing scrolls."""
        self.scene.current = claim
        mark = self.scene.mark_of(claim) if claim else None
        self.setAccessibleDescription(self.tr("Current claim: {0}").format(mark_hint(mark)) if mark else "")
        self.viewport().update()

    def set_margin(self, side: str) -> None:
        """Put shapes and claim numbers into the "left" or "right" margin of the paper."""
        self.scene.turn_margin(side)
        self._lay_out()

    def show_claim(self, claim: str) -> None:
        """Scroll to a claim if it is not in comfortable sight."""
        self._bring_into_sight(self.scene.claim_rects(claim, self.viewport().width()))

    def claim_rect(self, claim: str) -> QRectF | None:
        """Return the part of a claim that is in sight, in viewport coordinates, or None."""
        view = QRectF(self.viewport().rect())
        rects = [r.translated(self._scrolled()) for r in self.scene.claim_rects(claim, self.viewport().width())]
        whole = QRectF()
        for rect in rects:
            whole = whole.united(rect.intersected(view)) if rect.intersects(view) else whole
        return None if whole.isEmpty() else whole.adjusted(-OUTLINE_GAP, -OUTLINE_GAP / 2, OUTLINE_GAP, OUTLINE_GAP / 2)

    def band_end(self, claim: str) -> QRectF | None:
        """Return what a band ends at, in viewport coordinates: the lines in sight, out to the edge of the text.

        A claim may begin or end in the middle of a line; the band never runs over other words. None out of sight.
        """
        rect = self.claim_rect(claim)
        if rect is None:
            return None
        index = self.scene.strip.page_at(rect.center().y() + self.verticalScrollBar().value())
        scale, paper = self.scene.strip.scale, self.paper_rect(index)
        left, right = (paper.left() + edge * scale for edge in text_edges(self.scene.strip.pages[index]))
        if self.scene.margin == MARGIN_LEFT:
            rect.setLeft(min(rect.left(), left - OUTLINE_GAP))
        else:
            rect.setRight(max(rect.right(), right + OUTLINE_GAP))
        return rect.intersected(QRectF(self.viewport().rect()))

    # Redaction

    def set_redactions(self, redactions: Sequence[GalleyRedaction]) -> None:
        """Replace what is marked for redaction."""
        self.scene.redactions.show(redactions)
        self.viewport().update()

    def choose_redactions(self, marks: frozenset[str]) -> None:
        """Outline the marks of these ids; nothing scrolls."""
        self.scene.redactions.chosen = marks
        self.viewport().update()

    def redaction_at(self, position: QPointF) -> GalleyRedaction | None:
        """Return the redaction mark under a point of the viewport, or None."""
        place = self.place_at(position)
        return self.scene.redactions.at(place.page, place.x, place.y) if place else None

    def draw_area(self) -> None:
        """Turn the next drag into a rectangle."""
        self._area.begin()

    def leave_area(self) -> None:
        """Drag to select again."""
        if self._area.is_active:
            self._area.leave()

    @property
    def draws_area(self) -> bool:
        """Return whether the next drag is to become a rectangle."""
        return self._area.is_active

    # Text

    def show_boxes(self, boxes: Sequence[LineBox]) -> None:
        """Scroll to lines or areas, in points of their pages, if they are not in comfortable sight."""
        strip, width = self.scene.strip, self.viewport().width()
        self._bring_into_sight([to_pixels(b.box, strip.page_rect(b.page - 1, width), strip.scale) for b in boxes])

    def show_span(self, span: Span) -> None:
        """Scroll to a stretch of text, in code points, if it is not in comfortable sight."""
        if self.scene.document is not None:
            self.show_boxes(boxes_of(self.scene.document, span))

    def find(self, text: str, forward: bool = True) -> int:  # type: ignore[override]  # nobody calls QWidget.find
        """Mark every place where the words stand, go to the next one, and return how many there are.

        The same words again go one place on, or back. Empty words take the marks away.
        """
        scene = self.scene
        if scene.document is None:
            return 0
        if self._folded is None:
            self._folded = fold(scene.document.text)
        hits = find_all(self._folded, text)
        if hits == list(scene.hits):
            scene.current_hit += 1 if forward else -1
        else:
            start = self.first_visible_offset()
            following = next((at for at, hit in enumerate(hits) if hit.start >= start), 0)
            scene.hits, scene.current_hit = hits, following if forward else following - 1
        if hits:
            scene.current_hit %= len(hits)
            self.show_span(hits[scene.current_hit])
        self.viewport().update()
        return len(hits)

    def find_at(self, text: str, span: Span) -> None:
        """Mark every place where the words stand and go to the one at `span`, in code points."""
        self.find("")
        self.find(text)
        if span in self.scene.hits:
            self.scene.current_hit = list(self.scene.hits).index(span)
        self.show_span(span)
        self.viewport().update()

    def current_hit(self) -> Span | None:
        """Return the search hit that was gone to last, in code points, or None."""
        return self.scene.hits[self.scene.current_hit] if self.scene.hits else None

    def select(self, span: Span) -> None:
        """Select a stretch of text, in code points, without telling anybody; an empty one selects nothing."""
        self.scene.selection = span if span.length else Span(0, 0)
        self.viewport().update()

    def tell_selection(self) -> None:
        """Emit `span_selected` for the selection as it is."""
        self.span_selected.emit(self.scene.selection.start, self.scene.selection.end)

    def selected_text(self) -> str:
        """Return the selected text as the document has it, whatever line ends are printed in it."""
        return self.scene.selection.of(self.scene.document.text) if self.scene.document else ""

    def copy_selection(self) -> None:
        """Copy the selected text; with nothing selected the clipboard is left alone."""
        if self.selected_text():
            copy_text(self.selected_text())

    def first_visible_offset(self) -> int:
        """Return the code point of the first word in sight; 0 without one."""
        strip = self.scene.strip
        for index in self.visible_pages():
            top = (0 - self.paper_rect(index).y()) / strip.scale
            word = next((word for word in words_of(strip.pages[index]) if word.box.y0 >= top), None)
            if word is not None:
                return word.start
        return 0

    # Places and events

    def place_at(self, position: QPointF, nearest: bool = False) -> PagePlace | None:
        """Return the place on a page under a point of the viewport; off the paper None, or the nearest page's."""
        strip = self.scene.strip
        if not strip.pages:
            return None
        index = strip.page_at(position.y() + self.verticalScrollBar().value())
        paper = self.paper_rect(index)
        if not nearest and not paper.contains(position):
            return None
        return place_on(strip.pages[index], paper, position, strip.scale)

    def scroll_towards(self, position: QPointF) -> None:
        """Scroll a little when a selection is drawn over the upper or lower edge."""
        beyond = min(0.0, position.y()) + max(0.0, position.y() - self.viewport().height())
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond / 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection."""
        self._glide.stop()
        self._focus_shown = False
        (self._area if self._area.is_active else self._input).press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or shape the pointer."""
        (self._area if self._area.is_active else self._input).move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection or a rectangle, or choose a claim and a redaction mark."""
        if not self._area.is_active:
            self._input.release(event)
            return
        drawn = self._area.release(event)
        if drawn is not None:
            self.area_drawn.emit(*drawn)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word or a paragraph."""
        (self._area.press if self._area.is_active else self._input.double_click)(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, select or copy; every other key goes on to the window."""
        if self._area.is_active and event.key() == Qt.Key.Key_Escape:
            self._area.leave()
            self.area_left.emit()
        elif self._input.key(event):
            event.accept()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show claim and redaction mark under a resting pointer in words."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self.hint_at(QPointF(event.pos()))), self.viewport())
            return True
        return super().viewportEvent(event)

    def hint_at(self, position: QPointF) -> str:
        """Return what is said of a point of the viewport: why it is to be redacted, by whom, and which claim it is."""
        claim, redaction = self._input.claim_at(position), self.redaction_at(position)
        mark = self.scene.mark_of(claim) if claim else None
        said = self.tr("To be redacted: {hint}").format(hint=redaction.hint) if redaction else ""
        return "\n".join(part for part in (said, mark_hint(mark) if mark else "") if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages, and over them the rectangle that is being drawn."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._area.paint(painter, self.theme)
        painter.end()
