"""The thread that writes a review file, so that the window never waits for a disk."""

import contextlib
import sqlite3
import threading
from collections import deque
from collections.abc import Callable

Task = Callable[[sqlite3.Connection], None]


class WriterThread:
    """Runs tasks against one database in order; all that wait are committed together, nothing is said saved before.

    `on_saved` is called from the writer's thread after each commit that leaves nothing waiting, `on_failure` with the
    error when a commit failed. Tasks of a failed commit stay first in the queue and are tried again with the next one
    or at `flush`, so that a full disk loses nothing as long as the program runs.
    """

    def __init__(
        self,
        connect: Callable[[], sqlite3.Connection],
        on_saved: Callable[[], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        self._connect, self._on_saved, self._on_failure = connect, on_saved, on_failure
        self._waiting: deque[Task] = deque()
        self._turn = threading.Condition()
        self._closing = False
        self._failed: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="review-writer", daemon=True)
        self._thread.start()

    def put(self, task: Task) -> None:
        """Add a task; returns at once."""
        with self._turn:
            self._waiting.append(task)
            self._failed = None
            self._turn.notify_all()

    @property
    def is_idle(self) -> bool:
        """Return whether everything put so far is committed."""
        with self._turn:
            return not self._waiting

    def flush(self, timeout: float = 30.0) -> None:
        """Wait until everything is committed. Raises the error that prevents it, or TimeoutError."""
        with self._turn:
            self._failed = None
            self._turn.notify_all()
            done = self._turn.wait_for(lambda: not self._waiting or self._failed is not None, timeout)
            if self._failed is not None:
                raise self._failed
            if not done:
                raise TimeoutError("the review file is not answering")

    def close(self, timeout: float = 30.0) -> None:
        """Commit what waits and end the thread; a commit that fails is given up after the failure was reported."""
        with self._turn:
            self._closing = True
            self._failed = None
            self._turn.notify_all()
        self._thread.join(timeout)

    def _run(self) -> None:
        connection = self._connect()
        try:
            while self._step(connection):
                pass
        finally:
            # Out of write-ahead mode the review is one file again, that can be read in a read-only folder.
            with contextlib.suppress(sqlite3.Error):
                connection.execute("PRAGMA journal_mode = DELETE")
            connection.close()

    def _step(self, connection: sqlite3.Connection) -> bool:
        with self._turn:
            self._turn.wait_for(lambda: self._closing or (bool(self._waiting) and self._failed is None))
            batch = list(self._waiting)
        if not batch:
            return False
        try:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                for task in batch:
                    task(connection)
        except Exception as error:
            # Whatever it is, a writer that ended silently would lose every later edit.
            return self._give_way(error)
        with self._turn:
            for _ in batch:
                self._waiting.popleft()
            idle = not self._waiting
            self._turn.notify_all()
        if idle:
            self._on_saved()
        return True

    def _give_way(self, error: Exception) -> bool:
        with self._turn:
            self._failed = error
            closing = self._closing
            self._turn.notify_all()
        self._on_failure(error)
        return not closing
