"""Drawing a rectangle on a page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from reviewer.gui.positions import to_pixels, to_points
from reviewer.gui.redaction_painter import paint_hatched
from reviewer.gui.theme import Theme
from reviewer.model.geometry import Box

if TYPE_CHECKING:
    from reviewer.gui.galley_view import GalleyView


class AreaDrawing:
    """Turns the next drag on one view into a rectangle of the page where it began.

    Corners are kept in points of that page as displayed, so that scrolling and zooming while drawing do no harm.
    """

    def __init__(self, view: "GalleyView") -> None:
        self._view = view
        self._page: int | None = None
        self._from = self._to = QPointF()
        self.is_active = False

    def begin(self) -> None:
        """Wait for a drag; the pointer shows it."""
        self.is_active, self._page = True, None
        self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def leave(self) -> None:
        """Draw nothing, from now on."""
        self.is_active, self._page = False, None
        self._view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._view.viewport().update()

    def press(self, event: QMouseEvent) -> None:
        """Begin at a corner, if it is on paper."""
        place = self._view.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._page = place.page.number
            self._from = self._to = QPointF(place.x, place.y)

    def move(self, event: QMouseEvent) -> None:
        """Draw on to where the pointer is."""
        if self._page is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._to = to_points(event.position(), self._view.paper_rect(self._page - 1), self._scale)
            self._view.scroll_towards(event.position())
            self._view.viewport().update()

    def release(self, event: QMouseEvent) -> tuple[int, Box] | None:
        """End the rectangle; return its page (from 1) and box in points, or None when it began off the paper."""
        if event.button() != Qt.MouseButton.LeftButton or self._page is None:
            return None
        page, box = self._page, self._box
        self.leave()
        return page, box

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the rectangle as it is now; viewport coordinates."""
        if self._page is None:
            return
        paper = self._view.paper_rect(self._page - 1)
        rect = to_pixels(self._box, paper, self._scale).intersected(paper)
        paint_hatched(painter, rect, theme)
        painter.setPen(QPen(theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect))

    @property
    def _box(self) -> Box:
        left, right = sorted((self._from.x(), self._to.x()))
        top, bottom = sorted((self._from.y(), self._to.y()))
        return Box(left, top, right, bottom)

    @property
    def _scale(self) -> float:
        return self._view.scene.strip.scale
