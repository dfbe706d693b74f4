"""What is being done just now, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from reviewer.gui.background import Job, Jobs
from reviewer.gui.widgets import button, label
from reviewer.gui.wording import STEPS, word
from reviewer.model.problem import printable
from reviewer.model.request import Progress

PATIENCE_MS = 250


class ProgressStrip(QWidget):
    """Watches the jobs; shows itself only when work takes longer than a quarter of a second."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        self._text = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = button(self.tr("Cancel"), "quiet", self.tr("Cancel the work under way"))
        self._cancel.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for one in (self._bar, self._text, self._cancel):
            layout.addWidget(one)
        jobs.started.connect(self._watch)
        jobs.running_changed.connect(self._count)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said to be under way."""
        return self._text.text()

    @property
    def done(self) -> tuple[int, int]:
        """Return how far it is and of how much; (0, 0) while that is unknown."""
        return max(0, self._bar.value()), self._bar.maximum()

    def cancel(self) -> None:
        """Ask every job under way to stop."""
        for job in self._jobs.running:
            job.cancel()

    def _watch(self, job: Job) -> None:
        job.progressed.connect(lambda progress: self._report(job.name, progress))
        if not self.isVisible():
            self._text.setText(printable(job.name, 60))
            self._bar.setRange(0, 0)

    def _count(self, running: int) -> None:
        if not running:
            self._patience.stop()
            self.hide()
        elif not self.isVisible() and not self._patience.isActive():
            self._patience.start()

    def _show(self) -> None:
        self.setVisible(bool(self._jobs.running))

    def _report(self, name: str, progress: Progress) -> None:
        parts = [word(STEPS, progress.step), printable(name, 60)]
        if progress.total > 1:
            count = self.tr("{done} of {total}")
            parts.append(count.format(done=min(progress.done, progress.total), total=progress.total))
        self._text.setText(" · ".join(parts))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(min(progress.done, progress.total))
