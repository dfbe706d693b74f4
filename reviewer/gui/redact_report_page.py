"""While redactions are applied and after: how far it is, and the self-attack report."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reviewer.gui.redact_report import Outcome
from reviewer.gui.redact_report_view import RedactReportView
from reviewer.gui.widgets import ElidedLabel, wrapped
from reviewer.gui.wording import STEPS, word
from reviewer.model.problem import printable
from reviewer.model.request import Progress


class RedactReportPage(QWidget):
    """Shows one file after another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RedactReportView()
        self._head = wrapped("")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._doing = ElidedLabel("muted")
        self._total = 0
        work = QHBoxLayout()
        work.setSpacing(8)
        work.addWidget(self._bar)
        work.addWidget(self._doing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._head)
        layout.addLayout(work)
        layout.addWidget(self.view, 1)

    @property
    def said(self) -> str:
        """Return the sentence on top."""
        return self._head.text()

    def begin(self, total: int) -> None:
        """Start a new report on so many files."""
        self._total = total
        self.view.clear()
        self._head.setText(
            self.tr("Each copy is attacked with other programs than the one that wrote it, before it is saved.")
        )
        self._bar.setRange(0, 0)
        self._show_work(True)

    def name(self, what: str) -> None:
        """Show which file is being redacted."""
        self._doing.setText(printable(what, 80))

    def move_on(self, what: str, progress: Progress) -> None:
        """Show how far a file is."""
        self._doing.setText(f"{word(STEPS, progress.step)} · {printable(what, 80)}")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(min(progress.done, progress.total))

    def add(self, outcome: Outcome) -> None:
        """Show what became of a file."""
        self.view.add(outcome)

    def end(self) -> None:
        """Say how it went as a whole."""
        saved = sum(one.saved is not None for one in self.view.outcomes)
        self._show_work(False)
        if saved == self._total:
            self._head.setText(
                self.tr("Saved: {count}. Refused: none. The originals are untouched.").format(count=saved)
            )
        else:
            text = self.tr("Saved: {count}. Not saved: {refused}. The originals are untouched.")
            self._head.setText(text.format(count=saved, refused=self._total - saved))

    def _show_work(self, on: bool) -> None:
        self._bar.setVisible(on)
        self._doing.setVisible(on)
