"""Paints what is marked for redaction: hatched, so that the words stay readable until it is applied."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reviewer.gui.positions import text_edges, to_pixels
from reviewer.gui.redaction_scene import PageRedaction
from reviewer.gui.theme import Theme
from reviewer.gui.typography import TypeSize
from reviewer.model.document import Page

PITCH = 7.0
"""Logical pixels from one line of the hatching to the next, at every zoom."""

_GROUND, _LINES = 24, 105
_LABEL = TypeSize(9, 11)
_LABEL_HEIGHT = 11.0
_ABOVE = 8.0
_SMALLEST_LINE = 9.5
_BAR_WIDTH, _FROM_TEXT = 3.0, 7.0


def paint_redactions(
    painter: QPainter, parts: Sequence[PageRedaction], paper: QRectF, scale: float, theme: Theme
) -> None:
    """Paint the marks of one page, the whole of it at `paper` in logical pixels; labels stand on top of them all."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    placed = [(part, [to_pixels(box, paper, scale) for box in part.boxes]) for part in parts]
    for part, rects in placed:
        for rect in rects:
            paint_hatched(painter, rect.adjusted(-1.5, 0, 1.5, 0), theme, part.is_chosen)
    for part, rects in placed:
        _label(painter, part, rects[0], theme)
    painter.restore()


def paint_bars(
    painter: QPainter, parts: Sequence[PageRedaction], page: Page, paper: QRectF, scale: float, theme: Theme, side: str
) -> None:
    """Paint a bar beside every line with marked words, at the "left" or "right" edge of the page's text."""
    left, right = (paper.left() + edge * scale for edge in text_edges(page))
    x = left - _FROM_TEXT - _BAR_WIDTH if side == "left" else right + _FROM_TEXT
    for part in parts:
        for box in () if part.redaction.is_area else part.boxes:
            line = to_pixels(box, paper, scale)
            painter.fillRect(QRectF(x, line.top(), _BAR_WIDTH, line.height()), _ink(theme, part.is_chosen))


def paint_hatched(painter: QPainter, rect: QRectF, theme: Theme, is_chosen: bool = False) -> None:
    """Paint a hatched box with its edge; logical pixels."""
    ground, lines = QColor(theme.ink), QColor(theme.ink)
    ground.setAlpha(_GROUND)
    lines.setAlpha(_LINES)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, ground)
    painter.setPen(QPen(lines, 1))
    painter.drawLines(_diagonals(rect))
    painter.restore()
    painter.setPen(QPen(theme.accent, 2) if is_chosen else QPen(theme.ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _ink(theme: Theme, is_chosen: bool) -> QColor:
    return theme.accent if is_chosen else theme.ink


def _diagonals(rect: QRectF) -> list[QLineF]:
    """Return the hatching of a box, on one grid with that of its neighbours."""
    first = int((rect.left() + rect.top()) / PITCH)
    last = int((rect.right() + rect.bottom()) / PITCH) + 1
    sums = (step * PITCH for step in range(first, last + 1))
    return [
        QLineF(QPointF(total - rect.top(), rect.top()), QPointF(total - rect.bottom(), rect.bottom())) for total in sums
    ]


def _label(painter: QPainter, part: PageRedaction, first: QRectF, theme: Theme) -> None:
    """Paint the reason on the upper edge of a mark, at its end, between the lines of the text; in an area inside it.

    Where the lines are smaller than the label it would cover them, and is left to the hint.
    """
    reason, is_chosen = part.redaction.reason, part.is_chosen
    if not reason or first.height() < _SMALLEST_LINE:
        return
    painter.setFont(theme.sans(_LABEL, bold=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance(reason) + 6
    top = first.top() if part.redaction.is_area else first.top() - _ABOVE
    tag = QRectF(max(first.left() - 1.5, first.right() + 1.5 - width), top, width, _LABEL_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ink(theme, is_chosen))
    painter.drawRoundedRect(tag, 2, 2)
    painter.setPen(theme.on_accent if is_chosen else theme.paper)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, reason)
