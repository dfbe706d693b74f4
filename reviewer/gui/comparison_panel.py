"""The claim against its passage, and what should be printed instead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.gui.calm_runs import calmed
from reviewer.gui.comparison_view import ComparisonView
from reviewer.gui.note_field import NoteField
from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.suggested_correction import suggested_correction
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import LabelledField, label, scrolling
from reviewer.model.review import Review
from reviewer.model.verdict import NoteKind
from reviewer.reviewing.session import Change


class ComparisonPanel(QWidget):
    """Word by word, article against source.

    `corrected(claim, text)` when the field is left changed, `finished()` for Enter or Escape in a field.
    """

    corrected = Signal(str, str)
    finished = Signal()

    def __init__(
        self, bridge: SessionBridge, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._bridge, self._selection = bridge, selection
        self._claim: str | None = None
        self._title = label("", "label")
        self.comparison = ComparisonView(theme)
        self.correction = self._make_field(self.tr("Correction"), self.tr("Correction: what should be printed …"))
        self.notes = NoteField(bridge)
        self.notes.finished.connect(self.finished)
        self.correction.editingFinished.connect(self._leave_correction)
        self._lay_out()
        bridge.changed.connect(self._follow)
        selection.changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Colour the comparison by another theme."""
        self.comparison.set_theme(theme)

    @property
    def correction_shown(self) -> str:
        """Return the text in the correction field: the editor's, or the one that the source's wording suggests."""
        return self.correction.text().strip()

    def refresh(self) -> None:
        """Show the current claim anew; what is being typed for the claim before it is kept first."""
        if self._claim != self._selection.claim:
            self.leave_fields()
        self._claim = self._selection.claim
        review = self._bridge.review
        claim = next((one for one in review.claims if one.id == self._claim), None)
        self.correction.setEnabled(claim is not None)
        self.notes.show_claim(claim.id if claim else None)
        evidence = review.passage(claim.id) if claim else None
        source = review.documents.get(evidence.anchor.document) if evidence and evidence.anchor else None
        entry = review.source_entry(source.id) if source else None
        against = self.tr("ARTICLE AGAINST {source}").format(source=entry.label) if entry else self.tr("COMPARISON")
        self._title.setText(against)
        self.comparison.show_comparison(review, self._claim, calmed(evidence), review.article, source)
        self._fill_fields(review)

    def write_comment(self) -> None:
        """Put the cursor into the comment to the reporter."""
        self.notes.choose(NoteKind.DESK)
        self.notes.setFocus()

    def leave_fields(self) -> None:
        """Keep what was typed, as if the fields had been left."""
        self._leave_correction()
        self.notes.leave()

    def _make_field(self, name: str, hint: str) -> LabelledField:
        field = LabelledField(name, hint)
        field.returnPressed.connect(self.finished)
        field.given_up.connect(self.refresh)
        field.given_up.connect(self.finished)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(scrolling(self.comparison), 1)
        layout.addWidget(self.correction)
        layout.addWidget(self.notes)

    def _fill_fields(self, review: Review) -> None:
        claim = next((one for one in review.claims if one.id == self._claim), None)
        written = review.desk.corrections.get(self._claim or "")
        suggestion = suggested_correction(claim, review.passage(claim.id)) if claim else ""
        self._put(self.correction, written.text if written else suggestion)

    def _put(self, field: QLineEdit, text: str) -> None:
        if not field.isModified() and field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def _leave_correction(self) -> None:
        if self.correction.isModified() and self._claim:
            self.correction.setModified(False)
            self.corrected.emit(self._claim, self.correction.text())

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        parts = ("findings", "evidence", "analyses")
        desk_parts = ("corrections", "notes", "candidates", "links", "sources", "article")
        if any(getattr(before, part) is not getattr(after, part) for part in parts) or any(
            getattr(before.desk, part) is not getattr(after.desk, part) for part in desk_parts
        ):
            self.refresh()
