"""Shows what people did to one claim, oldest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.gui.galley_redactions import when
from reviewer.gui.translation import noop
from reviewer.gui.widgets import label, plain_buttons, scrolling, wrapped
from reviewer.gui.wording import METHODS, NOTE_KINDS, decision_word, translated, word
from reviewer.model.verdict import Signature
from reviewer.reviewing.claim_history import Deed, HistoryEntry

SIZE = (560, 420)

DEEDS: dict[Deed, str] = {
    Deed.OPENED_AGAIN: noop("Words", "Opened again"),
    Deed.CORRECTED: noop("Words", "Correction"),
    Deed.CORRECTION_REMOVED: noop("Words", "Correction removed"),
    Deed.READ_SECOND: noop("Words", "Second reader"),
    Deed.LINKED: noop("Words", "Passage linked by hand"),
    Deed.ADDED: noop("Words", "Added by hand"),
    Deed.DISMISSED: noop("Words", "Dismissed: not a claim"),
    Deed.BROUGHT_BACK: noop("Words", "Brought back"),
}


class ClaimHistoryDialog(QDialog):
    """A line for each verdict, note, correction and reading, with initials, date and time; nothing can be changed."""

    def __init__(self, claim: str, text: str, entries: Sequence[HistoryEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History of {claim}").format(claim=claim))
        self.resize(*SIZE)
        self._said: list[str] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(10)
        self._rows.setColumnStretch(1, 1)
        for entry in entries:
            self._add(entry)
        nothing = self.tr("Nobody has judged or noted anything here yet.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(wrapped(text, "slug"))
        layout.addWidget(_scrolling_rows(self._rows) if entries else wrapped(nothing, "muted"), 1)
        layout.addWidget(wrapped(self.tr("What was undone is not listed."), "muted"))
        buttons = plain_buttons(QDialogButtonBox(QDialogButtonBox.StandardButton.Close))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    @property
    def lines(self) -> list[str]:
        """Return what the rows say, oldest first: who and when, then what."""
        return list(self._said)

    def _add(self, entry: HistoryEntry) -> None:
        row = self._rows.rowCount()
        signed, done = _signed(entry.by), _done(entry)
        who = label(signed or "–", "muted")
        what = wrapped(done)
        who.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said.append(": ".join(part for part in (signed, done) if part))
        who.setAccessibleName(self._said[-1])
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(who, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(what, row, 1)


def _done(entry: HistoryEntry) -> str:
    if entry.deed is Deed.JUDGED:
        how = word(METHODS, entry.method) if entry.method else ""
        return " · ".join(part for part in (decision_word(entry.decision), how) if part)
    if entry.deed is Deed.NOTED and entry.note:
        return f"{word(NOTE_KINDS, entry.note)}: {entry.text}"
    if entry.deed is Deed.NOTE_REMOVED and entry.note:
        return translated(noop("Words", "{note} removed")).format(note=word(NOTE_KINDS, entry.note))
    done = word(DEEDS, entry.deed)
    return f"{done}: {entry.text}" if entry.text else done


def _signed(by: Signature | None) -> str:
    return f"{by.initials} · {when(by.at)}" if by else ""


def _scrolling_rows(rows: QGridLayout) -> QScrollArea:
    inside = QWidget()
    holder = QVBoxLayout(inside)
    holder.setContentsMargins(0, 0, 8, 0)
    holder.addLayout(rows)
    holder.addStretch(1)
    made = scrolling(inside)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(inside.tr("History"))
    return made
