"""The chips and the text field above the claims list."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reviewer.gui.claim_rows import Filter
from reviewer.gui.icons import icon
from reviewer.gui.theme import Theme
from reviewer.gui.translation import noop, translated
from reviewer.gui.widgets import chip

TITLES: dict[Filter, str] = {
    Filter.ALL: noop("Filters", "All {count}"),
    Filter.OPEN: noop("Filters", "Open {count}"),
    Filter.PROBLEMS: noop("Filters", "Problems {count}"),
    Filter.UNSOURCED: noop("Filters", "Unsourced {count}"),
    Filter.FIGURES: noop("Filters", "Figures {count}"),
    Filter.QUOTES: noop("Filters", "Quotes {count}"),
}

TIGHT = """
QToolButton[role="chip"] { padding: 3px 8px; }
QToolButton[role="chip"]:focus { padding: 2px 7px; }
"""
"""Chips a little narrower than elsewhere, so that all of them fit into two rows of the list's width."""


class FilterBar(QWidget):
    """`chosen(Filter)` and `typed(str)`; the chips always show how many claims they hold."""

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setStyleSheet(TIGHT)
        self._chips = {one: chip("", "") for one in Filter}
        group = QButtonGroup(self)
        self._search = chip("", self.tr("Filter by words"))
        row = QWidget()
        flow = FlowLayout(row, pinned=self._search)
        for one, button in self._chips.items():
            group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, only=one: self.chosen.emit(only))
        self._chips[Filter.ALL].setChecked(True)
        self._search.setToolTip(self.tr("Filter by words"))
        self._search.setIcon(icon("search", theme))
        self._search.toggled.connect(self._show_field)
        self.field = QLineEdit()
        self.field.hide()
        self.field.setPlaceholderText(self.tr("Filter by words, speaker or number"))
        self.field.setAccessibleName(self.tr("Filter the claims by words"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(row)
        layout.addWidget(self.field)
        self.show_counts({})

    def show_counts(self, counts: dict[Filter, int]) -> None:
        """Write the counts into the chips."""
        for one, button in self._chips.items():
            text = translated("Filters", TITLES[one]).format(count=counts.get(one, 0))
            button.setText(text)
            button.setAccessibleName(self.tr("Show claims: {filter}").format(filter=text))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in another theme's ink."""
        self._search.setIcon(icon("search", theme))

    def open_field(self) -> None:
        """Show the text field and put the cursor into it."""
        self._search.setChecked(True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_field(self, on: bool) -> None:
        self.field.setVisible(on)
        if on:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.field.clear()

    def chip_of(self, only: Filter) -> QToolButton:
        """Return the chip of a filter."""
        return self._chips[only]

    def choose(self, only: Filter) -> None:
        """Press a chip."""
        self._chips[only].click()


class FlowLayout(QLayout):
    """Sets widgets in rows that break where the width ends, so that no chip is ever clipped.

    A pinned widget stands at the right end of the first row, whatever the others do.
    """

    def __init__(self, parent: QWidget, gap: int = 4, pinned: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._pinned = pinned
        if pinned is not None:
            pinned.setParent(parent)
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a widget's item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end as Qt asks for."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item, or return None past the end as Qt asks for."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it does not ask for more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at this width, in pixels."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        x, y, row_height = rect.x(), rect.y(), 0
        end = rect.right() + 1
        if self._pinned is not None:
            size = self._pinned.sizeHint()
            if move:
                self._pinned.setGeometry(QRect(end - size.width(), y, size.width(), size.height()))
            end -= size.width() + self._gap
            row_height = size.height()
        for item in self._items:
            hint = item.sizeHint()
            if x + hint.width() > end and row_height:
                x, y, row_height = rect.x(), y + row_height + self._gap, 0
                end = rect.right() + 1
            if move:
                item.setGeometry(QRect(x, y, hint.width(), hint.height()))
            x += hint.width() + self._gap
            row_height = max(row_height, hint.height())
        return y + row_height - rect.y()
