"""Work off the window's thread: one Job class whose signals belong to the main thread."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reviewer.model.problem import Problem, ProblemCode, ReviewerError
from reviewer.model.request import Progress

R = TypeVar("R")
THREADS = 4
"""Most of the time a thread waits for a child process, so a few more of them than cores are right."""


class Job(QObject):
    """One piece of work that runs elsewhere; every signal arrives on the main thread.

    `done` carries the result, `failed` a `Problem`, `progressed` a `Progress`; `ended` follows done and failed, and
    comes alone when the answer was no longer wanted. The worker thread touches nothing of it but `cancelled`.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    ended = Signal()

    def __init__(self, name: str, wanted: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.cancelled = threading.Event()
        self._wanted = wanted

    def cancel(self) -> None:
        """Ask the work to stop; it ends with the problem CANCELLED as soon as it notices."""
        self.cancelled.set()

    def deliver(self, signal: str, value: object) -> None:
        """Emit one of the signals on the main thread; a result that nobody wants any more is dropped."""
        if signal != "done" or self._wanted():
            getattr(self, signal).emit(value)
        if signal in ("done", "failed"):
            self.ended.emit()


class Reporter:
    """What the worker thread gets: a way to report progress, and the event that asks it to stop."""

    def __init__(self, post: Callable[[str, object], None], cancelled: threading.Event) -> None:
        self._post = post
        self.cancelled = cancelled

    def report(self, progress: Progress) -> None:
        """Pass progress on to the main thread."""
        self._post("progressed", progress)


class Jobs(QObject):
    """Starts jobs and brings their answers home; owns the thread pool and, while they run, the jobs."""

    started = Signal(object)
    running_changed = Signal(int)
    _arrived = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="job")
        self._running: list[Job] = []
        self._closed = threading.Event()
        self._arrived.connect(self._bring_home, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job, ...]:
        """Return the jobs under way, oldest first."""
        return tuple(self._running)

    def start(
        self,
        name: str,
        work: Callable[[Reporter], R],
        on_done: Callable[[R], None],
        on_failed: Callable[[Problem], None],
        wanted: Callable[[], bool] = lambda: True,
    ) -> Job:
        """Run `work` on the pool and call `on_done` or `on_failed` on the main thread.

        `wanted` is asked on the main thread when the answer is there: an answer that belongs to an older state of
        the review is dropped.
        """
        job = Job(name, wanted, self)
        job.done.connect(on_done)
        job.failed.connect(on_failed)
        self._running.append(job)
        self._pool.submit(self._run, job, work)
        self.started.emit(job)
        self.running_changed.emit(len(self._running))
        return job

    def close(self) -> None:
        """Cancel everything and wait for the threads; nothing is delivered after this."""
        self._closed.set()
        for job in self._running:
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, work: Callable[[Reporter], R]) -> None:
        def post(signal: str, value: object) -> None:
            if not self._closed.is_set():
                self._arrived.emit(job, signal, value)

        try:
            if job.cancelled.is_set():
                raise ReviewerError(ProblemCode.CANCELLED, name=job.name)
            result = work(Reporter(post, job.cancelled))
        except ReviewerError as error:
            post("failed", error.problem)
        except Exception as error:
            post("failed", error)
        else:
            post("done", result)

    def _bring_home(self, job: Job, signal: str, value: object) -> None:
        # An answer may wait in the event queue while the window closes, and its listeners are gone by then.
        if self._closed.is_set():
            return
        if signal in ("done", "failed"):
            self._running.remove(job)
        if isinstance(value, Exception):
            sys.excepthook(type(value), value, value.__traceback__)
            value = Problem(ProblemCode.READER_DIED, {"name": job.name})
        job.deliver(signal, value)
        if signal in ("done", "failed"):
            job.deleteLater()
            self.running_changed.emit(len(self._running))
