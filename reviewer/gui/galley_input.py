"""Mouse and keyboard on a galley: choosing a claim and selecting text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication

from reviewer.gui.galley_gutter import gutter_entries
from reviewer.gui.galley_text import block_round, next_line, next_word, offset_at, word_round, word_under
from reviewer.gui.positions import to_points
from reviewer.model.document import Page
from reviewer.model.geometry import Span

if TYPE_CHECKING:
    from reviewer.gui.galley_view import GalleyView


@dataclass(frozen=True)
class PagePlace:
    """A place on a page: `x` and `y` in points from the top left of the visible page."""

    page: Page
    x: float
    y: float


class GalleyInput:
    """Turns presses, moves and keys on one view into a chosen claim or a selection.

    A selection runs from the offset where it began to the one where it ends now, both code points.
    """

    def __init__(self, view: "GalleyView") -> None:
        self._view = view
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self._from: Span = Span(0, 0)
        self._head = 0

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a selection; with Shift, carry the selection on to here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position()
        self._dragging = False
        offset = self._offset(event.position())
        if offset is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._view.scene.selection.length:
            self._dragging = True
            self._extend_to(offset)
        else:
            self._from, self._head = Span(offset, offset), offset

    def move(self, event: QMouseEvent) -> None:
        """Draw the selection on while the button is down; else show what is under the pointer."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.hover(event.position())
            return
        far = (event.position() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        self._dragging = self._dragging or far
        offset = self._offset(event.position())
        if self._dragging and offset is not None:
            self._extend_to(offset)
            self._view.scroll_towards(event.position())

    def release(self, event: QMouseEvent) -> None:
        """End a selection, or choose the claim that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        if self._dragging:
            self._view.tell_selection()
            return
        self._view.select(Span(0, 0))
        self._view.tell_selection()
        redaction = self._view.redaction_at(event.position())
        self._view.redaction_clicked.emit(redaction.mark if redaction else "")
        claim = self.claim_at(event.position())
        if claim is not None:
            self._view.claim_clicked.emit(claim)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the pointer; once more, its paragraph."""
        document, offset = self._view.scene.document, self._offset(event.position())
        if document is None or offset is None:
            return
        word = word_round(document, offset)
        again = self._view.scene.selection == word and word.length > 0
        self._from = block_round(document, offset) if again else word
        self._head = self._from.end
        self._dragging = True
        self._pressed_at = event.position()
        self._view.select(self._from)

    def hover(self, position: QPointF) -> None:
        """Shape the pointer after what it is over."""
        place = self._view.place_at(position)
        if self.claim_at(position) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif place is not None and word_under(place.page, place.x, place.y) is not None:
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)

    def claim_at(self, position: QPointF) -> str | None:
        """Return the claim whose shape or words are at a place of the viewport, or None."""
        place = self._view.place_at(position)
        if place is None:
            return None
        scene = self._view.scene
        paper = self._view.paper_rect(place.page.number - 1)
        for entry in gutter_entries(scene, place.page, paper):
            if entry.rect.adjusted(-4, -2, 4, 2).contains(position):
                return entry.claim
        mark = scene.mark_at(place.page, place.x, place.y)
        return mark.claim if mark else None

    def key(self, event: QKeyEvent) -> bool:
        """Carry out a key that belongs to the galley; tell whether it did."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._view.scene.document is not None:
            self._view.select(Span(0, len(self._view.scene.document.text)))
            self._view.tell_selection()
        elif event.key() == Qt.Key.Key_Escape and self._view.scene.selection.length:
            self._view.select(Span(0, 0))
            self._view.tell_selection()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return self._extend_by_key(event)
        else:
            return self._scroll_by_key(event.key())
        return True

    def _extend_by_key(self, event: QKeyEvent) -> bool:
        document = self._view.scene.document
        forward = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if document is None or event.key() not in _ARROWS:
            return False
        if not self._view.scene.selection.length and self._from == Span(0, 0):
            start = self._view.first_visible_offset()
            self._from, self._head = Span(start, start), start
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            head = next_line(document, self._head, forward)
        elif by_word:
            head = next_word(document, self._head, forward)
        else:
            head = self._head + (1 if forward else -1)
        self._extend_to(min(len(document.text), max(0, head)))
        self._view.tell_selection()
        self._view.show_span(Span(max(0, self._head - 1), max(1, self._head)))
        return True

    def _scroll_by_key(self, key: int) -> bool:
        bar, across = self._view.verticalScrollBar(), self._view.horizontalScrollBar()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            across.setValue(across.value() + across.singleStep() * (1 if key == Qt.Key.Key_Right else -1))
            return True
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        bar.setValue(bar.value() + step)
        return True

    def _extend_to(self, offset: int) -> None:
        self._head = offset
        self._view.select(Span(min(self._from.start, offset), max(self._from.end, offset)))

    def _offset(self, position: QPointF) -> int | None:
        place = self._view.place_at(position, nearest=True)
        return offset_at(place.page, place.x, place.y) if place else None


def place_on(page: Page, paper: QRectF, position: QPointF, scale: float) -> PagePlace:
    """Return where a point of the viewport lies on a page."""
    point = to_points(position, paper, scale)
    return PagePlace(page, point.x(), point.y())


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
