"""The claims minimap between article and source: every claim at its place, whatever the length of the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reviewer.gui.galley_marks import GalleyMark, mark_hint
from reviewer.gui.galley_redactions import GalleyRedaction
from reviewer.gui.positions import Strip
from reviewer.gui.shapes import paint_verdict
from reviewer.gui.theme import Theme
from reviewer.model.document import Document

WIDTH = 28
_SHAPE = 10.0
_EDGE = 10.0
_TICK_PITCH = 3.0
_REDACTED = 5.0


@dataclass(frozen=True)
class MapEntry:
    """A claim on the minimap; `wanted` is its place in the document from 0 to 1, `y` the middle of its shape."""

    mark: GalleyMark
    wanted: float
    y: float


class ClaimsMinimap(QWidget):
    """One shape for each claim, at its place in the article; a frame shows what is in sight.

    `claim_clicked` carries the id of the claim nearest to a click. Claims are walked with j and k in the window, so
    the map itself takes no keyboard focus.
    """

    claim_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: list[tuple[float, GalleyMark]] = []
        self._strip = Strip.of(())
        self.redacted: tuple[float, ...] = ()
        self._current: str | None = None
        self._seen = (0.0, 1.0)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Claims minimap"))

    def sizeHint(self) -> QSize:
        """Return the width of the map; its height is that of the panes."""
        return QSize(WIDTH, 200)

    def set_marks(self, marks: Sequence[GalleyMark], document: Document | None) -> None:
        """Show the claims of a document, each at the height where it begins."""
        self._strip = strip = Strip.of(document.pages if document else ())
        whole = max(1.0, strip.tops[-1])
        self._marks = sorted(
            ((_place(mark, strip) / whole, mark) for mark in marks if mark.boxes), key=lambda item: item[0]
        )
        self.setAccessibleDescription(self.tr("{0} claims").format(len(self._marks)))
        self.update()

    def set_redactions(self, redactions: Sequence[GalleyRedaction]) -> None:
        """Show where the document is marked for redaction; `redacted` are the places, from 0 to 1."""
        whole = max(1.0, self._strip.tops[-1])
        self.redacted = tuple(sorted(_place(one, self._strip) / whole for one in redactions))
        self.update()

    def set_current(self, claim: str | None) -> None:
        """Show which claim is the current one."""
        self._current = claim
        self.update()

    def set_visible(self, fraction: tuple[float, float]) -> None:
        """Show which part of the document is in sight, from 0 to 1."""
        if fraction != self._seen:
            self._seen = fraction
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def entries(self) -> list[MapEntry]:
        """Return the shapes as they are placed, pushed apart as far as there is room."""
        room = self._room()
        pitch = min(_SHAPE + 2, room / max(1, len(self._marks)))
        placed: list[MapEntry] = []
        lowest = _EDGE
        for wanted, mark in self._marks:
            y = max(_EDGE + wanted * room, lowest)
            placed.append(MapEntry(mark, wanted, y))
            lowest = y + pitch
        return _pulled_up(placed, _EDGE + room, pitch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and shapes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.chrome)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme.hairline)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), self._theme.hairline)
        painter.setPen(QPen(self._theme.field_edge, 1))
        painter.setBrush(self._theme.pressed)
        painter.drawRoundedRect(self._frame(), 3, 3)
        for place in self.redacted:
            painter.fillRect(QRectF(3, round(_EDGE + place * self._room()) - 1, _REDACTED, 3), self._theme.ink)
        entries = self.entries()
        shaped = self._with_shape(entries)
        free_from = 0.0
        for entry in (one for one in entries if one not in shaped):
            if entry.mark.decision is not None or entry.y >= free_from:
                self._tick(painter, entry)
                free_from = entry.y + _TICK_PITCH
        for entry in sorted(shaped, key=lambda entry: entry.mark.claim == self._current):
            self._shape(painter, entry)
        painter.end()

    def _with_shape(self, entries: list[MapEntry]) -> list[MapEntry]:
        """Return the claims drawn as shapes: all, or where they stand dense the judged ones that have room."""
        if len(entries) * _SHAPE <= self._room():
            return entries
        shaped, free_from = [], 0.0
        for entry in entries:
            judged = entry.mark.decision is not None and entry.y >= free_from
            if judged or entry.mark.claim == self._current:
                shaped.append(entry)
                free_from = entry.y + _SHAPE
        return shaped

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the claim nearest to the click."""
        nearest = self._nearest(event.position())
        if nearest is not None and event.button() == Qt.MouseButton.LeftButton:
            self.claim_clicked.emit(nearest.mark.claim)

    def event(self, event: QEvent) -> bool:
        """Show the number of the claim under a resting pointer."""
        if isinstance(event, QHelpEvent):
            nearest = self._nearest(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), mark_hint(nearest.mark) if nearest else "", self)
            return True
        return super().event(event)

    def _nearest(self, position: QPointF) -> MapEntry | None:
        return min(self.entries(), key=lambda entry: abs(entry.y - position.y()), default=None)

    def _room(self) -> float:
        return max(1.0, self.height() - 2 * _EDGE)

    def _frame(self) -> QRectF:
        top = 2 + self._seen[0] * (self.height() - 4)
        bottom = 2 + self._seen[1] * (self.height() - 4)
        return QRectF(3.5, top + 0.5, self.width() - 7, max(12.0, bottom - top - 1))

    def _shape(self, painter: QPainter, entry: MapEntry) -> None:
        side = _SHAPE + (4 if entry.mark.claim == self._current else 0)
        square = QRectF(self.width() / 2 - side / 2, entry.y - side / 2, side, side)
        if entry.mark.claim == self._current:
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.setBrush(self._theme.chrome)
            painter.drawRoundedRect(square.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3)
            square.adjust(1, 1, -1, -1)
        paint_verdict(painter, entry.mark.decision, square, self._theme)

    def _tick(self, painter: QPainter, entry: MapEntry) -> None:
        is_open = entry.mark.decision is None
        side, height = (11.0, 1.0) if is_open else (8.0, 2.0)
        colour = self._theme.field_edge if is_open else self._theme.verdict(entry.mark.decision)
        painter.fillRect(QRectF(side, round(entry.y), self.width() - 2 * side, height), colour)


def _place(mark: GalleyMark | GalleyRedaction, strip: Strip) -> float:
    """Return how far down the document a mark begins, in points."""
    first = mark.boxes[0]
    index = min(first.page, len(strip.pages)) - 1
    return strip.tops[max(0, index)] + first.box.y0


def _pulled_up(placed: list[MapEntry], bottom: float, pitch: float) -> list[MapEntry]:
    """Return the entries with those pushed below the bottom moved up again, in order."""
    highest = bottom
    result = []
    for entry in reversed(placed):
        y = min(entry.y, highest)
        result.append(MapEntry(entry.mark, entry.wanted, y))
        highest = y - pitch
    return result[::-1]
