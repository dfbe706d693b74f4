"""A list of marks or suggestions under headings, several of which can be selected."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from reviewer.gui.redaction_delegate import ROW, RedactionDelegate
from reviewer.gui.redaction_rows import Group, Row
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import plain_tip

_SAID = Qt.ItemDataRole.AccessibleTextRole
_NO_SELECTION = QItemSelectionModel.SelectionFlag.NoUpdate
_HANDED_ON = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_R)


class RedactionList(QTreeWidget):
    """Shows groups of rows; a heading stands for all rows under it.

    `chosen(frozenset)` carries the keys of what is selected, `place_wanted(Row)` comes with a click, Enter or an arrow
    key, `pressed_key(int)` with Delete, Backspace and the letter keys, which are the panel's to understand.
    """

    chosen = Signal(object)
    place_wanted = Signal(object)
    pressed_key = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = RedactionDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._groups: tuple[Group, ...] = ()
        self._told: frozenset[str] = frozenset()
        self.itemSelectionChanged.connect(self._tell)
        self.itemClicked.connect(lambda item: self._want(item))

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return what is shown."""
        return self._groups

    @property
    def selected(self) -> frozenset[str]:
        """Return the keys of the selected rows, those under selected headings included."""
        return frozenset(row.key for item in self.selectedItems() for row in _rows_of(item))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups; what was selected stays so as far as it is still there."""
        if tuple(groups) == self._groups:
            return
        before, self._groups = self._groups, tuple(groups)
        if [one.key for one in before] == [one.key for one in groups]:
            with QSignalBlocker(self):
                for place, (old, new) in enumerate(zip(before, groups, strict=True)):
                    self._change(self.topLevelItem(place), old, new)
            self._tell()
            return
        kept, at, row = self.selected, self.verticalScrollBar().value(), self._current_place()
        with QSignalBlocker(self):
            self.clear()
            for group in groups:
                self._add(group)
            self.expandAll()
            self._select(kept)
            items = list(self._items())
            if items and not self.selectedItems():
                self.setCurrentItem(items[min(row, len(items) - 1)], 0, _NO_SELECTION)
        self.verticalScrollBar().setValue(at)
        self._tell()

    def select_rows(self, keys: Iterable[str]) -> None:
        """Select the rows of these keys and bring the first into sight; nothing is emitted."""
        wanted = frozenset(keys)
        if wanted == self.selected:
            return
        with QSignalBlocker(self):
            self.clearSelection()
            self._select(wanted)
        self._told = self.selected

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place of the row that a key led to; hand on what is not about moving."""
        before = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(before)
        elif event.key() in _HANDED_ON and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)
            if self.currentItem() is not before:
                self._want(self.currentItem())

    def _add(self, group: Group) -> None:
        heading = QTreeWidgetItem(self)
        _describe(heading, group)
        heading.addChildren([_item_of(row) for row in group.rows])

    def _change(self, heading: QTreeWidgetItem | None, old: Group, new: Group) -> None:
        """Change only the rows that differ: with thousands of marks, one more must not mean to list all anew."""
        if heading is None or old == new:
            return
        _describe(heading, new)
        first, last = _differing(old.rows, new.rows)
        changed = old.rows[first : len(old.rows) - last]
        kept = self.selected
        selected = {row.key for row in changed if row.key in kept}
        for _ in changed:
            heading.takeChild(first)
        items = [_item_of(row) for row in new.rows[first : len(new.rows) - last]]
        heading.insertChildren(first, items)
        for item in items:
            item.setSelected(_rows_of(item)[0].key in selected)

    def _select(self, keys: frozenset[str]) -> None:
        first = None
        for item in self._items():
            row = item.data(0, ROW)
            if isinstance(row, Row) and row.key in keys:
                first = first or item
                item.setSelected(True)
        if first is not None:
            self.setCurrentItem(first, 0, _NO_SELECTION)
            self.scrollToItem(first)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _current_place(self) -> int:
        current = self.currentItem()
        return next((at for at, item in enumerate(self._items()) if item is current), 0)

    def _want(self, item: QTreeWidgetItem | None) -> None:
        row = item.data(0, ROW) if item is not None else None
        if isinstance(row, Row):
            self.place_wanted.emit(row)

    def _tell(self) -> None:
        if self.selected != self._told:
            self._told = self.selected
            self.chosen.emit(self._told)


def _describe(heading: QTreeWidgetItem, group: Group) -> None:
    heading.setData(0, ROW, group)
    heading.setData(0, _SAID, ", ".join(part for part in (group.title, str(len(group.rows)), group.note) if part))
    heading.setToolTip(0, plain_tip("\n".join(part for part in (group.title, group.note) if part)))


def _item_of(row: Row) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    item.setData(0, ROW, row)
    item.setData(0, _SAID, row.said)
    item.setToolTip(0, plain_tip(row.said))
    return item


def _differing(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """Return how many rows are the same at the beginning, and how many of the others at the end."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] is not new[at] and old[at] != new[at]), most)
    rest = most - first
    last = next((at for at in range(rest) if old[-1 - at] is not new[-1 - at] and old[-1 - at] != new[-1 - at]), rest)
    return first, last


def _rows_of(item: QTreeWidgetItem) -> tuple[Row, ...]:
    shown = item.data(0, ROW)
    return shown.rows if isinstance(shown, Group) else (shown,)
