"""Ticks and radio circles whose edge and focus can be seen in both themes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

Element = QStyle.SubElement


class Tick(QCheckBox):
    """A check box; the platform's style draws its edge too faint on a dark ground, so it is drawn again."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_edge(self))
        painter.drawRoundedRect(_indicator(self, Element.SE_CheckBoxIndicator), 2, 2)


class Radio(QRadioButton):
    """A radio button with a visible edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_edge(self))
        painter.drawEllipse(_indicator(self, Element.SE_RadioButtonIndicator))


class EdgedTicks(QStyledItemDelegate):
    """Draws the edges of the ticks in a list."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, then the edge of its tick."""
        super().paint(painter, option, index)
        self.initStyleOption(option, index)
        style = option.widget.style() if option.widget else QApplication.style()
        where = style.subElementRect(Element.SE_ItemViewItemCheckIndicator, option, option.widget)
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.PlaceholderText), 1))
        painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def _edge(button: QCheckBox | QRadioButton) -> QPen:
    if not button.isEnabled():
        return QPen(button.palette().color(QPalette.ColorRole.Mid), 1)
    role = QPalette.ColorRole.Accent if button.hasFocus() else QPalette.ColorRole.PlaceholderText
    return QPen(button.palette().color(role), 2 if button.hasFocus() else 1)


def _indicator(button: QCheckBox | QRadioButton, element: QStyle.SubElement) -> QRectF:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return QRectF(button.style().subElementRect(element, option, button)).adjusted(0.5, 0.5, -0.5, -0.5)
