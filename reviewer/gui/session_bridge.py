"""One Qt signal for everything that happens to the review, and one door for edits."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.model.analysis import Analysis
from reviewer.model.evidence import Evidence
from reviewer.model.exported import ExportedReview
from reviewer.model.finding import Finding
from reviewer.model.problem import ReviewerError
from reviewer.model.request import OpenedDocument
from reviewer.model.review import Review
from reviewer.model.verdict import Signature
from reviewer.reviewing.edits import Edit
from reviewer.reviewing.session import NO_INDEXES, NOTHING_LIFTED, Change, Session
from reviewer.reviewing.taking_over import Account


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
        self._do(lambda: self.session.apply(edit))

    def undo(self) -> None:
        """Take back the newest edit."""
        self._do(self.session.undo)

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self._do(self.session.redo)

    def receive_documents(self, opened: Sequence[OpenedDocument]) -> None:
        """Take in documents that a child read."""
        self._do(lambda: self.session.receive_documents(opened))

    def receive_analysis(self, analysis: Analysis) -> None:
        """Take in an analysis."""
        self._do(lambda: self.session.receive_analysis(analysis))

    def receive_matches(
        self,
        evidence: Mapping[str, tuple[Evidence, ...]],
        findings: Mapping[str, tuple[Finding, ...]],
        indexes: Mapping[str, bytes] = NO_INDEXES,
        lifted: Mapping[str, float] = NOTHING_LIFTED,
    ) -> None:
        """Take in what matching found, and what it made of the sources on the way."""
        self._do(lambda: self.session.receive_matches(evidence, findings, indexes, lifted))

    def take_over(self, exported: ExportedReview, by: Signature) -> Account | None:
        """Take over the decisions of another review of the same article; None when that was refused."""
        accounts: list[Account] = []
        self._do(lambda: accounts.append(self.session.take_over(exported, by)))
        return accounts[0] if accounts else None

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

    def _do(self, step: Callable[[], object]) -> None:
        try:
            step()
        except ReviewerError as error:
            self.refused.emit(error.problem)

    def _pass_on(self, change: Change) -> None:
        self.changed.emit(change)
