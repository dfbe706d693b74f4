"""Applies the redactions in the background: what will happen to each file, then file by file, never an original."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.gui.background import Job, Jobs, Reporter
from reviewer.gui.redact_plan import FilePlan, check_target, marked_words, marks_on, plan_of
from reviewer.gui.redact_search import original_of
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.storage import Storage
from reviewer.model.document import Document
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.redaction import RedactionMark
from reviewer.model.verdict import Signature
from reviewer.redacting.plan import marks_order
from reviewer.redaction_workflow import RedactionDone, find_redactions, redact_marked
from reviewer.workflow import Asker


@dataclass(frozen=True)
class Task:
    """One file to be redacted: the marks as they were when the editor said so, and where the copy goes."""

    document: Document
    marks: tuple[RedactionMark, ...]
    target: Path
    may_replace: bool = False
    password: str | None = None


class RedactApply(QObject):
    """`planned(FilePlan)` or `plan_failed(document, Problem)` for each `plan`.

    For each task of `apply` `redacted(document, RedactionDone)` or `refused(document, Problem)`, `moved(document,
    Progress)` meanwhile, `begun(document)` before, and `ended()` after the last one.
    """

    planned = Signal(object)
    plan_failed = Signal(str, object)
    begun = Signal(str)
    moved = Signal(str, object)
    redacted = Signal(str, object)
    refused = Signal(str, object)
    ended = Signal()

    def __init__(
        self, bridge: SessionBridge, jobs: Jobs, asker: Asker, storage: Storage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._jobs, self._asker, self._storage = bridge, jobs, asker, storage
        self._waiting: deque[tuple[Task, Signature]] = deque()
        self._running: Job | None = None
        self._planning: list[Job] = []

    @property
    def is_running(self) -> bool:
        """Return whether a file is being redacted."""
        return self._running is not None

    def plan(self, document: Document, password: str | None = None) -> None:
        """Find out what applying the marks on a document will do."""
        marks = marks_on(self._bridge.review, document)
        job = self._jobs.start(
            document.name,
            lambda job: self._plan(document, marks, password, job),
            self.planned.emit,
            lambda problem: self.plan_failed.emit(document.id, problem),
            lambda: marks == marks_on(self._bridge.review, document),
        )
        self._planning.append(job)
        job.ended.connect(lambda: self._planning.remove(job))

    def apply(self, tasks: Sequence[Task], by: Signature) -> None:
        """Redact these files one after another."""
        self._waiting.extend((task, by) for task in tasks)
        self._go_on()

    def cancel(self) -> None:
        """Give up the file under way and those that wait; what was saved before stays."""
        waiting, self._waiting = self._waiting, deque()
        for task, _ in waiting:
            self.refused.emit(task.document.id, Problem(ProblemCode.CANCELLED, {"name": task.document.name}))
        for job in (*self._planning, *([self._running] if self._running else [])):
            job.cancel()

    def _go_on(self) -> None:
        if self._running is not None:
            return
        if not self._waiting:
            self.ended.emit()
            return
        task, by = self._waiting.popleft()
        review = self._bridge.review
        originals, words = tuple(review.documents), marked_words(review)

        def work(job: Reporter) -> RedactionDone:
            check_target(task.target, originals, words, task.may_replace)
            return self._redact(task, by, job)

        id_ = task.document.id
        self.begun.emit(id_)
        self._running = self._jobs.start(
            task.document.name,
            work,
            lambda done: self.redacted.emit(id_, done),
            lambda problem: self.refused.emit(id_, problem),
        )
        self._running.progressed.connect(lambda progress: self.moved.emit(id_, progress))
        self._running.ended.connect(self._end)

    def _end(self) -> None:
        self._running = None
        self._go_on()

    def _plan(
        self, document: Document, marks: tuple[RedactionMark, ...], password: str | None, job: Reporter
    ) -> FilePlan:
        content = original_of(self._storage, document)
        order = marks_order(document, marks)
        hits = find_redactions(
            self._asker, document.name, content, order, password, on_progress=job.report, cancel=job.cancelled
        )
        return plan_of(document, marks, hits)

    def _redact(self, task: Task, by: Signature, job: Reporter) -> RedactionDone:
        return redact_marked(
            self._asker,
            task.document,
            original_of(self._storage, task.document),
            task.marks,
            task.target,
            by,
            task.password,
            on_progress=job.report,
            cancel=job.cancelled,
        )
