"""Problems and news under the top bar: one sentence each, never in the way."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.widgets import button, give_role, wrapped

MOST_KEPT = 200
HIGHEST = 112
"""Logical pixels: three messages of one line; the others are a scroll away."""

NEWS_SECONDS = 8


class MessageStrip(QScrollArea):
    """Shows sentences, the newest on top; a problem stays until it is closed, news goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Messages"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = QWidget()
        self._rows.setProperty("role", "bar")
        self._layout = QVBoxLayout(self._rows)
        self._layout.setContentsMargins(16, 4, 16, 4)
        self._layout.setSpacing(4)
        self.setWidget(self._rows)
        self._shown: list[tuple[str, QWidget]] = []
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is being said, oldest first."""
        return tuple(sentence for sentence, _row in self._shown)

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """Return the rows that say them, in the same order."""
        return tuple(row for _sentence, row in self._shown)

    def say_problem(self, sentence: str, offer: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Show a problem, with something to `do` about it, until it is closed; the same sentence is shown once."""
        self._offer(self._add(sentence, "error"), offer, do)

    def say(self, sentence: str, offer: str = "", do: Callable[[], object] = lambda: None, stays: bool = False) -> None:
        """Show a piece of news for a few seconds; one that offers something to `do` stays until it is closed."""
        row = self._add(sentence, "ready")
        self._offer(row, offer, do)
        if not offer and not stays:
            QTimer.singleShot(NEWS_SECONDS * 1000, row, lambda: self._remove(row))

    def press(self, offer: str) -> None:
        """Press a button of a message by its text, the newest first."""
        for _sentence, row in reversed(self._shown):
            for one in row.findChildren(QPushButton):
                if one.text() == offer:
                    one.click()
                    return

    def close_sentence(self, sentence: str) -> None:
        """Close the message that says this."""
        for shown, row in tuple(self._shown):
            if shown == sentence:
                self._remove(row)

    def clear(self) -> None:
        """Close every message."""
        for _sentence, row in tuple(self._shown):
            self._remove(row)

    def sizeHint(self) -> QSize:
        """Return a height that holds the messages, or three of them."""
        width = self.viewport().width()
        return QSize(width, min(HIGHEST, self._layout.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: a single line takes no more than a line."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more height where the sentences break."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _offer(self, row: QWidget, offer: str, do: Callable[[], object]) -> None:
        layout = row.layout()
        if not offer or not isinstance(layout, QHBoxLayout) or layout.count() > 2:
            return
        made = button(offer)
        made.clicked.connect(lambda: do())
        layout.insertWidget(1, made)

    def _add(self, sentence: str, role: str) -> QWidget:
        for shown, row in self._shown:
            if shown == sentence:
                return row
        row = QWidget()
        text = wrapped(sentence, role)
        give_role(text, role)
        text.setAccessibleName(sentence)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = button(self.tr("Close"), "quiet", self.tr("Close this message"))
        close.clicked.connect(lambda: self._remove(row))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text, 1)
        layout.addWidget(close)
        self._layout.insertWidget(0, row)
        self._shown.append((sentence, row))
        if len(self._shown) > MOST_KEPT:
            self._remove(self._shown[0][1])
        self.show()
        self.updateGeometry()
        return row

    def _remove(self, row: QWidget) -> None:
        self._shown = [one for one in self._shown if one[1] is not row]
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self._shown))
        self.updateGeometry()
