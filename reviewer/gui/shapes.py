"""The shapes of verdicts: a form of its own for each, so that colour is never needed to tell them apart."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reviewer.gui.theme import Theme
from reviewer.model.verdict import Decision

_ICON_RATIOS = (1.0, 2.0, 3.0)


def paint_verdict(painter: QPainter, decision: Decision | None, rect: QRectF, theme: Theme) -> None:
    """Paint a verdict's shape into the largest square in the middle of `rect`; None is the open ring."""
    side = min(rect.width(), rect.height())
    square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _PAINTERS[decision](painter, square, theme.verdict(decision), theme.paper)
    painter.restore()


def verdict_icon(decision: Decision | None, theme: Theme, size: int) -> QIcon:
    """Return a verdict's shape as an icon of `size` logical pixels, sharp on dense screens too."""
    icon = QIcon()
    for ratio in _ICON_RATIOS:
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_verdict(painter, decision, QRectF(0.5, 0.5, size - 1, size - 1), theme)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _disc_with_tick(painter: QPainter, square: QRectF, colour: QColor, inside: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(square)
    tick = QPainterPath(_at(square, 0.28, 0.53))
    tick.lineTo(_at(square, 0.44, 0.68))
    tick.lineTo(_at(square, 0.73, 0.35))
    painter.setPen(_pen(inside, square.width() * 0.13))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(tick)


def _square_with_mark(painter: QPainter, square: QRectF, colour: QColor, inside: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inset = square.width() * 0.04
    box = square.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, square.width() * 0.12, square.width() * 0.12)
    painter.setPen(_pen(inside, square.width() * 0.15))
    painter.drawLine(_at(square, 0.5, 0.25), _at(square, 0.5, 0.53))
    painter.drawPoint(_at(square, 0.5, 0.75))


def _triangle(painter: QPainter, square: QRectF, colour: QColor, inside: QColor) -> None:
    painter.setPen(_pen(colour, square.width() * 0.12))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([_at(square, 0.5, 0.12), _at(square, 0.92, 0.86), _at(square, 0.08, 0.86)]))
    painter.setPen(_pen(inside, square.width() * 0.13))
    painter.drawLine(_at(square, 0.5, 0.38), _at(square, 0.5, 0.58))
    painter.drawPoint(_at(square, 0.5, 0.75))


def _open_diamond(painter: QPainter, square: QRectF, colour: QColor, _inside: QColor) -> None:
    painter.setPen(_pen(colour, square.width() * 0.14))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(
        QPolygonF([_at(square, 0.5, 0.07), _at(square, 0.93, 0.5), _at(square, 0.5, 0.93), _at(square, 0.07, 0.5)])
    )


def _cross(painter: QPainter, square: QRectF, colour: QColor, _inside: QColor) -> None:
    painter.setPen(_pen(colour, square.width() * 0.17))
    painter.drawLine(_at(square, 0.16, 0.16), _at(square, 0.84, 0.84))
    painter.drawLine(_at(square, 0.84, 0.16), _at(square, 0.16, 0.84))


def _bar(painter: QPainter, square: QRectF, colour: QColor, _inside: QColor) -> None:
    painter.setPen(_pen(colour, square.width() * 0.19))
    painter.drawLine(_at(square, 0.12, 0.5), _at(square, 0.88, 0.5))


def _open_ring(painter: QPainter, square: QRectF, colour: QColor, _inside: QColor) -> None:
    width = square.width() * 0.13
    painter.setPen(_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square.adjusted(width, width, -width, -width))


def _at(square: QRectF, across: float, down: float) -> QPointF:
    return QPointF(square.x() + across * square.width(), square.y() + down * square.height())


_PAINTERS: dict[Decision | None, Callable[[QPainter, QRectF, QColor, QColor], None]] = {
    None: _open_ring,
    Decision.VERIFIED: _disc_with_tick,
    Decision.FIX: _square_with_mark,
    Decision.QUERY: _triangle,
    Decision.UNSOURCED: _open_diamond,
    Decision.CUT: _cross,
    Decision.NOT_CHECKABLE: _bar,
}
