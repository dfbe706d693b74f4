"""The field for a claim's notes: to the reporter, for the lawyer, and what those concerned were asked and said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.widgets import ChoiceBox, LabelledField
from reviewer.gui.wording import NOTE_HINTS, NOTE_KINDS, word
from reviewer.model.verdict import NoteKind

BULLET = "•"


class NoteField(QWidget):
    """One line for the note of the kind chosen; `written(claim, NoteKind, text)` when it is left changed.

    Kinds that hold something for the current claim are marked in the box. `finished()` for Enter or Escape.
    """

    written = Signal(str, object, str)
    finished = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._claim: str | None = None
        self.kinds = ChoiceBox()
        for kind in NoteKind:
            self.kinds.addItem(word(NOTE_KINDS, kind), kind.value)
        self.kinds.setAccessibleName(self.tr("Kind of note"))
        self.kinds.currentIndexChanged.connect(lambda _index: self._change_kind())
        self._kind = NoteKind.DESK
        self.text = LabelledField(self.tr("Note"), word(NOTE_HINTS, NoteKind.DESK))
        self.text.editingFinished.connect(self.leave)
        self.text.returnPressed.connect(self.finished)
        self.text.given_up.connect(self._fill)
        self.text.given_up.connect(self.finished)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.kinds)
        layout.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def choose(self, kind: NoteKind) -> None:
        """Show the note of another kind."""
        self.kinds.setCurrentIndex(self.kinds.findData(kind.value))

    def show_claim(self, claim: str | None) -> None:
        """Show the notes of a claim; what is being typed for the one before is kept first."""
        if claim != self._claim:
            self.leave()
        self._claim = claim
        self.setEnabled(claim is not None)
        for at, kind in enumerate(NoteKind):
            mark = f" {BULLET}" if claim and self._bridge.review.note(claim, kind) else ""
            self.kinds.setItemText(at, f"{word(NOTE_KINDS, kind)}{mark}")
        self._fill()

    def leave(self) -> None:
        """Keep what was typed."""
        if self.text.isModified() and self._claim:
            self.text.setModified(False)
            self.written.emit(self._claim, self._kind, self.text.text())

    def _change_kind(self) -> None:
        self.leave()
        self._kind = NoteKind(self.kinds.currentData())
        self.text.setPlaceholderText(word(NOTE_HINTS, self._kind))
        self._fill()

    def _fill(self) -> None:
        text = self._bridge.review.note(self._claim or "", self._kind)
        if not self.text.isModified() and self.text.text() != text:
            self.text.setText(text)
            self.text.setCursorPosition(0)
