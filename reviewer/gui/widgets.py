"""Small makers of dressed widgets, so that panels read as what they show."""

from html import escape

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

INSET = 10


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; `role` is one of the stylesheet's roles."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def wrapped(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that breaks its lines."""
    made = label(text, role, parent)
    made.setWordWrap(True)
    return made


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text as it is.

    A tool tip has no plain-text mode: Qt takes what looks like markup for markup, and would load the pictures that a
    stranger's file names in it.
    """
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if Qt.mightBeRichText(text) else text


class ElidedLabel(QLabel):
    """A label that ends in an ellipsis where it does not fit, and then has its whole text as a tool tip."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Return that it can be made very narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == self.text() else plain_tip(self.text()))
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def button(text: str, role: str = "", name: str = "") -> QPushButton:
    """Return a push button; `name` is what a screen reader says when the text alone is not enough."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setAccessibleName(name or text.replace("&", ""))
    if role:
        made.setProperty("role", role)
    return made


def chip(text: str, name: str = "") -> QToolButton:
    """Return a small round button that can be checked."""
    made = QToolButton()
    made.setText(text)
    made.setCheckable(True)
    made.setAccessibleName(name or text)
    made.setProperty("role", "chip")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


class ChoiceBox(QComboBox):
    """A combo box that paints its own arrow in the ink of the theme, whatever style is set."""

    def setAccessibleName(self, name: str) -> None:
        """Name the box and the list that it opens."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.4))
        middle = QPointF(self.width() - 15, self.height() / 2 + 1)
        painter.drawPolyline([middle + QPointF(-4, -2.5), middle + QPointF(0, 1.5), middle + QPointF(4, -2.5)])


class LabelledField(QLineEdit):
    """A line to type into whose name stands inside it, in grey, before the text; Escape gives it up."""

    given_up = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._name = label(name, "muted", self)
        self._name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the name where it belongs."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up at Escape: what was typed no longer counts as a change."""
        if event.key() == Qt.Key.Key_Escape:
            self.setModified(False)
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        self._name.setVisible(bool(self.text()))
        self._name.adjustSize()
        self._name.move(INSET, (self.height() - self._name.height()) // 2)
        left = self._name.width() + INSET if self.text() else 0
        if self.textMargins().left() != left:
            self.setTextMargins(left, 0, 0, 0)


def plain_buttons(box: QDialogButtonBox) -> QDialogButtonBox:
    """Return a dialog's buttons without the platform's pictures on them."""
    for one in box.buttons():
        one.setIcon(QIcon())
    return box


def hairline() -> QFrame:
    """Return a line of one pixel that separates two panels."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


def give_role(widget: QWidget, role: str) -> None:
    """Change a widget's role and dress it anew."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def scrolling(inside: QWidget) -> QScrollArea:
    """Return an area that scrolls a widget up and down, without a frame and without a stop for the Tab key."""
    made = QScrollArea()
    made.setWidget(inside)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
