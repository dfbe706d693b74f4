"""One Qt signal for everything that happens to the review, and one door for edits."""

from PySide6.QtCore import QObject, Signal

from reviewer.model.problem import ReviewerError
from reviewer.model.review import Review
from reviewer.reviewing.edits import Edit
from reviewer.reviewing.session import Change, Session


class SessionBridge(QObject):
    """Turns the session's plain callback into the signal `changed(Change)`.

    A panel that listens compares its own part of `before` and `after` by identity and does nothing when it is the
    same. An edit that the journal refuses (a review opened for reading) becomes `refused(Problem)`.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._unsubscribe = session.subscribe(self._pass_on)

    @property
    def review(self) -> Review:
        """Return the review as it is now."""
        return self.session.review

    def apply(self, edit: Edit) -> None:
        """Make an edit."""
        try:
            self.session.apply(edit)
        except ReviewerError as error:
            self.refused.emit(error.problem)

    def undo(self) -> None:
        """Take back the newest edit."""
        try:
            self.session.undo()
        except ReviewerError as error:
            self.refused.emit(error.problem)

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        try:
            self.session.redo()
        except ReviewerError as error:
            self.refused.emit(error.problem)

    def replace(self, session: Session) -> None:
        """Watch another session, as when a review file is opened; listeners get one change from old to new."""
        before = self.session.review
        self._unsubscribe()
        self.session = session
        self._unsubscribe = session.subscribe(self._pass_on)
        self._pass_on(Change(before=before, after=session.review, label=""))

    def close(self) -> None:
        """Stop watching."""
        self._unsubscribe()

    def _pass_on(self, change: Change) -> None:
        self.changed.emit(change)
