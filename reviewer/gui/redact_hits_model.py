"""The places found, by file, with a tick each; a model, so that thousands of them scroll as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reviewer.gui.redact_hits import Hit, Key, first_outside
from reviewer.gui.widgets import plain_tip

NODE = Qt.ItemDataRole.UserRole
"""The `FileHits` or the `Hit` of a row."""

STATE = Qt.ItemDataRole.UserRole + 1
"""What becomes of a place, in words, where that is not plain from its tick."""

Index = QModelIndex | QPersistentModelIndex
_Check = Qt.CheckState


@dataclass
class FileHits:
    """A file's row. `note` is what must be said about the file, such as why it could not be looked into.

    `going` are the spellings and words that are ticked or marked in its text, `leading` the first row of each word
    outside it.
    """

    document: str
    title: str
    hits: tuple[Hit, ...] = ()
    note: str = ""
    marked: set[Key] = field(default_factory=set)
    going: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    leading: frozenset[int] = frozenset()

    @property
    def outside(self) -> int:
        """Return how many of the places stand outside the text."""
        return sum(hit.anchor is None for hit in self.hits)

    def can_tick(self, row: int) -> bool:
        """Return whether the place in a row can be accepted or not.

        It is not marked yet, and it stands in the text, or it is the first of a word that only goes from outside it.
        """
        hit = self.hits[row]
        if hit.key in self.marked:
            return False
        return hit.anchor is not None or (row in self.leading and not hit.goes_with(*self.going))


class HitsModel(QAbstractItemModel):
    """Two levels: files, and the places in each. Every place is ticked until the editor unticks it.

    `ticked()` whenever the number of ticked places may be another.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.files: list[FileHits] = []
        self._unticked: set[Key] = set()

    def show_files(self, files: Sequence[tuple[str, str]], keep_ticks: bool = False) -> None:
        """Begin anew with these files (document, title); nothing is found in them yet.

        The ticks taken away stay away where the same is looked for once more.
        """
        self.beginResetModel()
        self.files = [FileHits(document, title) for document, title in files]
        if not keep_ticks:
            self._unticked.clear()
        self.endResetModel()
        self.ticked.emit()

    def show_hits(self, document: str, hits: tuple[Hit, ...], marked: set[Key]) -> None:
        """Show the places of a file; rows that stay keep their ticks and their place."""
        row = self.row_of(document)
        file, parent = self.files[row], self.index(row, 0)
        file.marked, file.leading = marked, first_outside(hits)
        old = file.hits
        if hits != old:
            same = len(old) if hits[: len(old)] == old else 0
            if same < len(old):
                self.beginRemoveRows(parent, same, len(old) - 1)
                file.hits = old[:same]
                self.endRemoveRows()
            if len(hits) > same:
                self.beginInsertRows(parent, same, len(hits) - 1)
                file.hits = hits
                self.endInsertRows()
        self._tell(row)

    def show_note(self, document: str, note: str) -> None:
        """Say something about a file; empty takes it back."""
        row = self.row_of(document)
        if self.files[row].note != note:
            self.files[row].note = note
            self._tell(row)

    def row_of(self, document: str) -> int:
        """Return the row of a document's file. Raises StopIteration when it is not listed."""
        return next(row for row, file in enumerate(self.files) if file.document == document)

    def chosen(self) -> list[Hit]:
        """Return the places that are ticked and not marked yet, in the order shown."""
        return [hit for file in self.files for hit in self._open(file) if self._is_ticked(hit)]

    def tick_all(self, on: bool) -> None:
        """Tick every place, or none."""
        for row in range(len(self.files)):
            self._tick_file(row, on)

    def tick_hit(self, hit: Hit, on: bool) -> None:
        """Accept one place, or not."""
        row = self.row_of(hit.document)
        self.setData(self.index(self.files[row].hits.index(hit), 0, self.index(row, 0)), _value(on), _TICK)

    def tick_file(self, document: str, on: bool) -> None:
        """Accept every place of a file, or none."""
        self._tick_file(self.row_of(document), on)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row; an inner id of 0 is a file, else the number of its file from 1."""
        inner = parent.row() + 1 if parent is not None and parent.isValid() else 0
        return self.createIndex(row, column, inner)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has QObject.parent() as well
        """Return the file of a place."""
        return self.createIndex(index.internalId() - 1, 0, 0) if index.isValid() and index.internalId() else _nowhere()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of files, or of places in a file."""
        if parent is None or not parent.isValid():
            return len(self.files)
        return 0 if parent.internalId() else len(self.files[parent.row()].hits)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return that there is one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        flag = Qt.ItemFlag
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable
        return plain | flag.ItemIsUserCheckable if self._tick_of(index) is not None else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        file = self._file(index)
        node = file.hits[index.row()] if index.internalId() else file
        if role == NODE:
            return node
        if role == _TICK:
            return self._tick_of(index)
        if role == STATE:
            return self._state(file, index.row()) if isinstance(node, Hit) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{node.before}{node.text}{node.after}" if isinstance(node, Hit) else node.note)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(file, index.row()) if isinstance(node, Hit) else f"{node.title} {node.note}".strip()
        return None

    def _said(self, file: FileHits, row: int) -> str:
        """Return a place as a screen reader says it: the words with what stands round them, where, and what becomes."""
        hit = file.hits[row]
        words = f"{hit.before}{hit.text}{hit.after}".strip()
        return ", ".join(part for part in (words, hit.part, self._state(file, row)) if part)

    def _state(self, file: FileHits, row: int) -> str:
        hit = file.hits[row]
        if hit.key in file.marked:
            return self.tr("marked")
        if hit.anchor is not None:
            return ""
        if file.can_tick(row):
            return self.tr("only outside the text")
        goes = hit.goes_with(*file.going) or self._is_ticked(hit)
        return self.tr("goes with it") if goes else self.tr("not reached")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or not; a file's row takes all its places along."""
        if role != _TICK:
            return False
        on = value in (_Check.Checked, _Check.Checked.value)
        if not index.internalId():
            self._tick_file(index.row(), on)
            return True
        self._tick(self._file(index).hits[index.row()], on)
        self.dataChanged.emit(index, index)
        self._tell(index.internalId() - 1, only_outside=True)
        return True

    def _tick_file(self, row: int, on: bool) -> None:
        for hit in self.files[row].hits:
            self._tick(hit, on)
        self._tell(row)

    def _tick(self, hit: Hit, on: bool) -> None:
        if on:
            self._unticked.discard(hit.key)
        else:
            self._unticked.add(hit.key)

    def _is_ticked(self, hit: Hit) -> bool:
        return hit.key not in self._unticked

    def _tick_of(self, index: Index) -> _Check | None:
        file = self._file(index)
        if index.internalId():
            return _value(self._is_ticked(file.hits[index.row()])) if file.can_tick(index.row()) else None
        ticks = set(self._ticks(file))
        if len(ticks) == 2:
            return _Check.PartiallyChecked
        return _value(ticks.pop()) if ticks else None

    def _ticks(self, file: FileHits) -> Iterator[bool]:
        return (self._is_ticked(hit) for hit in self._open(file))

    def _open(self, file: FileHits) -> Iterator[Hit]:
        return (hit for row, hit in enumerate(file.hits) if file.can_tick(row))

    def _file(self, index: Index) -> FileHits:
        return self.files[index.internalId() - 1 if index.internalId() else index.row()]

    def _going(self, file: FileHits) -> tuple[frozenset[str], frozenset[str]]:
        """Return the spellings, and the words, that are ticked or marked in the text of a file."""
        inside = [hit for hit in file.hits if hit.anchor and (hit.key in file.marked or self._is_ticked(hit))]
        spellings = frozenset(spelling for hit in inside for spelling in hit.spellings)
        return spellings, frozenset(hit.text.casefold() for hit in inside)

    def _tell(self, row: int, only_outside: bool = False) -> None:
        """Tell that a file's row may show something else, and its places; those outside the text stand last."""
        file, parent = self.files[row], self.index(row, 0)
        file.going = self._going(file)
        self.dataChanged.emit(parent, parent)
        first, last = len(file.hits) - file.outside if only_outside else 0, len(file.hits) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0, parent), self.index(last, 0, parent))
        self.ticked.emit()


_TICK = Qt.ItemDataRole.CheckStateRole


def _value(on: bool) -> _Check:
    return _Check.Checked if on else _Check.Unchecked


def _nowhere() -> QModelIndex:
    return QModelIndex()
