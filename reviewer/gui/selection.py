"""Which claim the window is about."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The current claim's id, None for none; the one thing that the panels share besides the session.

    Several claims may be chosen together: the current one and others, in the order of the list.
    """

    changed = Signal(object)
    group_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claim: str | None = None
        self._group: tuple[str, ...] = ()

    @property
    def claim(self) -> str | None:
        """Return the current claim's id."""
        return self._claim

    @property
    def claims(self) -> tuple[str, ...]:
        """Return the ids of the claims that a verdict is for: those chosen together, else the current one."""
        return self._group or ((self._claim,) if self._claim else ())

    def choose(self, claim: str | None) -> None:
        """Make this the current claim and tell everybody, unless it is already."""
        if claim == self._claim:
            return
        self._claim = claim
        self.choose_together(())
        self.changed.emit(claim)

    def choose_together(self, claims: Sequence[str]) -> None:
        """Take these claims with the current one; fewer than two, or without the current one, are no group."""
        group = tuple(claims) if len(claims) > 1 and self._claim in claims else ()
        if group != self._group:
            self._group = group
            self.group_changed.emit()
