"""Search inside one pane."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reviewer.gui.widgets import button, label


class SearchBar(QWidget):
    """`wanted(text, forward)` for each search; `closed()` when the editor is done."""

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search this pane"))
        self.field.setAccessibleName(self.tr("Search this pane"))
        self._hits = label("", "muted")
        back = button(self.tr("Previous"), "quiet", self.tr("Previous hit"))
        ahead = button(self.tr("Next"), "quiet", self.tr("Next hit"))
        close = button(self.tr("Close"), "quiet", self.tr("Close the search"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        for one in (self._hits, back, ahead, close):
            layout.addWidget(one)
        self.field.textChanged.connect(lambda _text: self._ask(True))
        self.field.returnPressed.connect(lambda: self._ask(True))
        back.clicked.connect(lambda: self._ask(False))
        ahead.clicked.connect(lambda: self._ask(True))
        close.clicked.connect(self.close_search)
        self.hide()

    def open_search(self, text: str = "") -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_search(self) -> None:
        """Hide the bar; the pane gets the focus back."""
        self.hide()
        self.wanted.emit("", True)
        self.closed.emit()

    def show_hits(self, count: int) -> None:
        """Say how many hits there are."""
        if not self.field.text():
            self._hits.clear()
        elif count:
            self._hits.setText(self.tr("%n found", "", count))
        else:
            self._hits.setText(self.tr("Not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def _ask(self, forward: bool) -> None:
        self.wanted.emit(self.field.text(), forward)
