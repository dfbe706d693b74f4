"""The editor's preferences while the window is open."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reviewer.gui.background import Jobs
from reviewer.model.problem import Problem, ProblemCode
from reviewer.preferences import Preferences, save, with_pinned


class Settings(QObject):
    """Holds the preferences; a change is kept in the background and told by `changed(Preferences)`."""

    changed = Signal(object)
    problem = Signal(object)

    def __init__(
        self, values: Preferences, jobs: Jobs, keep: Callable[[Preferences], None] = save, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.values = values
        self._jobs = jobs
        self._keep = keep

    def change(self, **fields: object) -> None:
        """Set some of the preferences and keep them."""
        self.put(replace(self.values, **fields))  # type: ignore[arg-type]  # fields differ in type

    def put(self, values: Preferences) -> None:
        """Replace the preferences and keep them."""
        if values == self.values:
            return
        self.values = values
        self.changed.emit(values)
        self._jobs.start(
            self.tr("Preferences"), lambda _reporter: self._write(values), lambda _none: None, self.problem.emit
        )

    def pin(self, review: str, on: bool) -> None:
        """Keep a review at the head of the recent ones, or no longer."""
        self.put(with_pinned(self.values, review, on))

    def clear_recent(self) -> None:
        """Forget which reviews were opened last, except the pinned ones."""
        self.change(recent=self.values.pinned)

    def _write(self, values: Preferences) -> None:
        try:
            self._keep(values)
        except OSError as error:
            reason = error.strerror or ""
            self.problem.emit(Problem(ProblemCode.CANNOT_WRITE, {"name": "preferences.json", "reason": reason}))
