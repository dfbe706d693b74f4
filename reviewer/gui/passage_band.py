"""The band that joins the current claim to its passage across the minimap."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reviewer.gui.theme import Theme

_FILL = 40
_EDGE = 130


class PassageBand(QWidget):
    """Lies over the panes and lets every click through.

    Its ends are the lines of claim and passage in the band's own coordinates (`GalleyView.band_end` mapped to it);
    the band runs from the right edge of the left one to the left edge of the right one. Without both it is empty.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left: QRectF | None = None
        self._right: QRectF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Band from claim to passage"))

    def set_ends(self, left: QRectF | None, right: QRectF | None) -> None:
        """Join two places, or, with either of them None, nothing."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def path(self) -> QPainterPath:
        """Return the band's shape, empty while an end is missing."""
        if self._left is None or self._right is None:
            return QPainterPath()
        return band_path(self._left, self._right)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band."""
        path = self.path()
        if path.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge = QColor(self._theme.band), QColor(self._theme.band)
        fill.setAlpha(_FILL)
        edge.setAlpha(_EDGE)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 1))
        painter.drawPath(path)
        painter.end()


def band_path(left: QRectF, right: QRectF) -> QPainterPath:
    """Return a band that leaves `left` at its right edge level, and arrives level at the left edge of `right`."""
    start, end = left.right(), right.left()
    middle = (start + end) / 2
    path = QPainterPath()
    path.moveTo(start, left.top())
    path.cubicTo(middle, left.top(), middle, right.top(), end, right.top())
    path.lineTo(end, right.bottom())
    path.cubicTo(middle, right.bottom(), middle, left.bottom(), start, left.bottom())
    path.closeSubpath()
    return path
