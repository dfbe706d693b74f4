"""The files of a dropped folder, with ticks."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer.gui.ticks import EdgedTicks
from reviewer.gui.widgets import give_role, plain_buttons, wrapped
from reviewer.model.problem import printable

READ = frozenset(
    {".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".mht", ".eml", ".msg", ".mbox", ".rtf", ".odt", ".ods"}
    | {".xlsx", ".csv", ".tsv", ".srt", ".vtt", ".png", ".jpg", ".jpeg", ".tif", ".tiff"}
)
"""Kinds ticked from the start; any other can be ticked too and is refused, with its reason, if it cannot be read."""


class FolderDialog(QDialog):
    """Lets the editor choose which files of a folder to open."""

    def __init__(self, folder: Path, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files in {folder}").format(folder=printable(folder.name, 60)))
        self.setMinimumSize(480, 400)
        self._list = QListWidget()
        self._list.setItemDelegate(EdgedTicks(self._list))
        self._list.setAccessibleName(self.tr("Files to open"))
        for path in files:
            readable = path.suffix.lower() in READ
            name = printable(str(path.relative_to(folder)))
            unread = self.tr("{name} – not a kind of document that is read").format(name=name)
            item = QListWidgetItem(name if readable else unread)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setCheckState(Qt.CheckState.Checked if readable else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        choices = QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        buttons = plain_buttons(QDialogButtonBox(choices))
        give_role(buttons.button(QDialogButtonBox.StandardButton.Open), "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(wrapped(self.tr("Tick the files to open.")))
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)

    @property
    def chosen(self) -> tuple[Path, ...]:
        """Return the files ticked, in their order."""
        items = (self._list.item(at) for at in range(self._list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )
