"""All keys on one card, read off the table of actions."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.gui.action_spec import Menu, shown_text, shown_title
from reviewer.gui.actions import ACTIONS
from reviewer.gui.widgets import label, plain_buttons, wrapped

KEYS_WIDTH = 96
COLUMNS: tuple[tuple[Menu, ...], ...] = (
    (Menu.CLAIM, Menu.VERDICT),
    (Menu.FILE, Menu.EDIT, Menu.SOURCE),
    (Menu.REDACTION, Menu.VIEW, Menu.HELP),
)


class KeyCard(QDialog):
    """Shows every command that has a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for menus in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(6)
            for menu in menus:
                column.addWidget(label(shown_title(menu).replace("&", "").upper(), "label"))
                column.addLayout(_keys_of(menu))
                column.addSpacing(8)
            column.addStretch(1)
            columns.addLayout(column)
        note = self.tr("Single keys work while the list or a page has the focus; F6 goes from pane to pane.")
        buttons = plain_buttons(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(columns)
        layout.addWidget(wrapped(note, "muted"))
        layout.addWidget(buttons)


def _keys_of(menu: Menu) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, KEYS_WIDTH)
    grid.setColumnStretch(1, 1)
    with_keys = [spec for spec in ACTIONS if spec.menu is menu and spec.keys_shown()]
    for at, spec in enumerate(with_keys):
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for key in spec.keys_shown()[:2]:
            keys.addWidget(label(key, "key"))
        keys.addStretch(1)
        grid.addLayout(keys, at, 0)
        grid.addWidget(label(shown_text(spec).replace("&", "").rstrip("…")), at, 1)
    return grid
