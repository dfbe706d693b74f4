"""Edits the list of reason codes, one a line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.gui.widgets import button, give_role, label, plain_buttons, wrapped
from reviewer.reviewing.reason_codes import ReasonCode, ReasonPreset, parse_reasons, reason_presets

SIZE = (560, 460)


class ReasonsDialog(QDialog):
    """Shows the codes as text, `code: meaning`; a preset replaces what stands there."""

    def __init__(self, reasons: Sequence[ReasonCode], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reason codes"))
        self.resize(*SIZE)
        self.lines = QPlainTextEdit()
        self.lines.setAccessibleName(self.tr("Reason codes, one a line"))
        self.lines.setTabChangesFocus(True)
        self.source = label("", "muted")
        self.source.hide()
        presets = QHBoxLayout()
        presets.setSpacing(8)
        presets.addWidget(label(self.tr("Load a list:"), "muted"))
        for preset in reason_presets():
            made = button(preset.title)
            made.clicked.connect(lambda _checked=False, preset=preset: self.load(preset))
            presets.addWidget(made)
        presets.addStretch(1)
        choices = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        buttons = plain_buttons(QDialogButtonBox(choices))
        give_role(buttons.button(QDialogButtonBox.StandardButton.Ok), "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        sentence = self.tr(
            "One code a line, and after a colon what it means. The code is printed in the box and written to the log; "
            "the meaning only helps to choose. Never write the words that are to go into a code."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(wrapped(sentence))
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.source)
        layout.addLayout(presets)
        layout.addWidget(buttons)
        self.lines.setPlainText(_lines(reasons))

    @property
    def reasons(self) -> tuple[ReasonCode, ...]:
        """Return the codes as they stand, without empty lines and repetitions."""
        return parse_reasons(self.lines.toPlainText().splitlines())

    def load(self, preset: ReasonPreset) -> None:
        """Replace the list by a preset; Ctrl+Z in the text brings it back."""
        cursor = self.lines.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(_lines(preset.codes))
        self.source.setText(self.tr("Wording after {source}").format(source=preset.source))
        self.source.show()


def _lines(reasons: Sequence[ReasonCode]) -> str:
    return "\n".join(str(reason) for reason in reasons)
