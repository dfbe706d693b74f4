"""Which claim the window is about."""

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The current claim's id, None for none; the one thing that the panels share besides the session."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claim: str | None = None

    @property
    def claim(self) -> str | None:
        """Return the current claim's id."""
        return self._claim

    def choose(self, claim: str | None) -> None:
        """Make this the current claim and tell everybody, unless it is already."""
        if claim == self._claim:
            return
        self._claim = claim
        self.changed.emit(claim)
