"""Problems and news under the top bar: one sentence each, never in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.widgets import button, give_role, wrapped

MOST_SHOWN = 4
NEWS_SECONDS = 8


class MessageStrip(QWidget):
    """Shows the newest sentences; a problem stays until it is closed, news goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 4, 16, 4)
        self._layout.setSpacing(4)
        self._shown: list[tuple[str, QWidget]] = []
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is being said, oldest first."""
        return tuple(sentence for sentence, _row in self._shown)

    def say_problem(self, sentence: str) -> None:
        """Show a problem until it is closed; the same sentence twice is shown once."""
        self._add(sentence, "error")

    def say(self, sentence: str, offer: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Show a piece of news for a few seconds; one that offers something to `do` stays until it is closed."""
        row = self._add(sentence, "ready")
        if not offer:
            QTimer.singleShot(NEWS_SECONDS * 1000, row, lambda: self._remove(row))
            return
        made = button(offer)
        made.clicked.connect(lambda: do())
        layout = row.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(1, made)

    def press(self, offer: str) -> None:
        """Press a button of a message by its text, the newest first."""
        for _sentence, row in reversed(self._shown):
            for one in row.findChildren(QPushButton):
                if one.text() == offer:
                    one.click()
                    return

    def clear(self) -> None:
        """Close every message."""
        for _sentence, row in tuple(self._shown):
            self._remove(row)

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
        self._layout.addWidget(row)
        self._shown.append((sentence, row))
        if len(self._shown) > MOST_SHOWN:
            self._remove(self._shown[0][1])
        self.show()
        return row

    def _remove(self, row: QWidget) -> None:
        self._shown = [one for one in self._shown if one[1] is not row]
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self._shown))
