"""The reviews opened last, on the empty window: pinned ones first, and a way to clear the rest."""

import re
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reviewer.gui.icons import icon
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import button, give_role, label, plain_tip
from reviewer.model.problem import printable
from reviewer.preferences import Preferences

MOST_SHOWN = 6
MADE_AT = re.compile(r"-(\d{8})-(\d{6})-\d{6}$")


def recent_name(path: Path) -> str:
    """Return a review's name for the list: its first document, and when it was begun if the file name says so."""
    begun = MADE_AT.search(path.stem)
    if begun is None:
        return printable(path.stem, 60)
    at = QDateTime.fromString("".join(begun.groups()), "yyyyMMddHHmmss")
    shown = QLocale().toString(at, "d MMM yyyy, HH:mm")
    return f"{printable(path.stem[: begun.start()], 60)} · {shown}"


def listed(values: Preferences) -> list[tuple[str, bool]]:
    """Return what the list shows, each with whether it is pinned: all pinned reviews, then the recent ones that fit."""
    rest = [path for path in values.recent if path not in values.pinned]
    room = max(0, MOST_SHOWN - len(values.pinned))
    return [(path, True) for path in values.pinned] + [(path, False) for path in rest[:room]]


class RecentList(QWidget):
    """`review_wanted(Path)`, `pin_wanted(str, bool)` for a path and whether to keep it, `clear_wanted()`.

    Clearing takes away what is not pinned, from the list only: no review is deleted.
    """

    review_wanted = Signal(Path)
    pin_wanted = Signal(str, bool)
    clear_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._listed: list[tuple[str, bool]] = []
        self._clear = button(self.tr("Clear list"), "quiet", self.tr("Clear the list of recent reviews"))
        self._clear.setToolTip(self.tr("Takes reviews that are not pinned off this list; no review is deleted."))
        self._clear.clicked.connect(self.clear_wanted)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("RECENT REVIEWS"), "label"))
        head.addStretch(1)
        head.addWidget(self._clear)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._rows)
        self.hide()

    @property
    def rows(self) -> list[QWidget]:
        """Return the rows from the top."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def set_theme(self, theme: Theme) -> None:
        """Draw the pins in another theme's ink."""
        self._theme = theme
        self._show(self._listed)

    def show_recent(self, values: Preferences) -> None:
        """List the reviews that the preferences remember."""
        wanted = listed(values)
        if wanted != self._listed:
            self._show(wanted)

    def _show(self, wanted: list[tuple[str, bool]]) -> None:
        focused = next((row.property("path") for row in self.rows if row.isAncestorOf(self.focusWidget() or row)), None)
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._listed = wanted
        for path, is_pinned in wanted:
            self._rows.addWidget(self._row(path, is_pinned))
        self._clear.setEnabled(any(not is_pinned for _, is_pinned in wanted))
        self.setVisible(bool(wanted))
        for row in self.rows:
            pin = row.findChild(QToolButton)
            if pin is not None and focused is not None and row.property("path") == focused:
                pin.setFocus()

    def _row(self, path: str, is_pinned: bool) -> QWidget:
        name = recent_name(Path(path))
        pin = QToolButton()
        pin.setIcon(icon("pin", self._theme))
        pin.setCheckable(True)
        pin.setChecked(is_pinned)
        pin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pin.setAccessibleName(self.tr("Keep {name} at the top of the list").format(name=name))
        pin.setToolTip(self.tr("Pinned: stays at the top") if is_pinned else self.tr("Pin to the top"))
        give_role(pin, "pin")
        pin.toggled.connect(lambda on: self.pin_wanted.emit(path, on))
        link = button(name.replace("&", "&&"), "quiet", self.tr("Open the review {name}").format(name=name))
        link.setToolTip(plain_tip(printable(path)))
        link.clicked.connect(lambda: self.review_wanted.emit(Path(path)))
        row = QWidget()
        row.setProperty("path", path)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(pin)
        layout.addWidget(link)
        layout.addStretch(1)
        return row
