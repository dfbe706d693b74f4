"""Chooses a reason code from the list, or takes one that is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from reviewer.gui.widgets import ChoiceBox
from reviewer.reviewing.reason_codes import ReasonCode, parse_reason

WIDEST_LIST = 420
"""Logical pixels: a list of meanings is wider than its box."""


class ReasonBox(ChoiceBox):
    """`given(str)` carries a code once it is chosen, or typed and confirmed with Enter or by going elsewhere."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setCompleter(None)  # type: ignore[arg-type]  # the stub forgets that none may be set
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(lambda _at: self._give())
        self._line.editingFinished.connect(self._finish)
        self._shown = ""

    def setAccessibleName(self, name: str) -> None:
        """Name the box, its line and its list."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def offer(self, reasons: Sequence[ReasonCode]) -> None:
        """List these codes with their meanings."""
        with QSignalBlocker(self):
            self.clear()
            for reason in reasons:
                self.addItem(str(reason), reason.code)
        widest = max((self.fontMetrics().horizontalAdvance(str(reason)) for reason in reasons), default=0)
        self.view().setMinimumWidth(min(WIDEST_LIST, widest + 40))
        self.show_code(self._shown)

    def show_code(self, code: str) -> None:
        """Show a code without telling anybody; empty for several that differ."""
        self._shown = code
        with QSignalBlocker(self), QSignalBlocker(self._line):
            self.setCurrentIndex(self.findData(code))
            self.setEditText(code)
            self._line.setCursorPosition(0)

    def _finish(self) -> None:
        """Give what was typed, if it is another code; nothing typed brings the old one back."""
        reason = parse_reason(self.currentText())
        if reason is None:
            self.show_code(self._shown)
        elif reason.code != self._shown:
            self._give()

    def _give(self) -> None:
        reason = parse_reason(self.currentText())
        if reason is not None:
            self.show_code(reason.code)
            self.given.emit(reason.code)
