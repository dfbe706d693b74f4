"""The review file behind the window: where it is, and the bytes in it that children need."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.clock import local_time
from reviewer.model.problem import ReviewerError, printable
from reviewer.preferences import reviews_folder
from reviewer.reviewing.schema import SUFFIX
from reviewer.reviewing.session import Session
from reviewer.reviewing.store import ReviewFile


class Storage(QObject):
    """Holds the open review file. `problem(Problem)` comes when it could not be written, `moved()` when it is another.

    Making and opening block, so they are called from jobs; `adopt` is for the main thread.
    """

    problem = Signal(object)
    moved = Signal()

    def __init__(self, folder: Callable[[], Path] = reviews_folder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._file: ReviewFile | None = None
        self._lock = threading.Lock()
        self._lent: dict[str, bytes] = {}

    @property
    def path(self) -> Path | None:
        """Return where the review is kept, None while there is none."""
        return self._file.path if self._file else None

    @property
    def is_read_only(self) -> bool:
        """Return whether somebody else is writing the file."""
        return self._file is not None and self._file.is_read_only

    def make_file(self, name: str) -> ReviewFile:
        """Make a review file in the user's data folder, named after the first document. Raises ReviewerError."""
        stem = "".join(one if one.isalnum() or one in "-_ " else "-" for one in Path(printable(name, 60)).stem)
        at = local_time().strftime("%Y%m%d-%H%M%S-%f")
        return ReviewFile(self._folder() / f"{stem or 'review'}-{at}{SUFFIX}", on_problem=self._report)

    def open_file(self, path: Path) -> tuple[ReviewFile, Session]:
        """Open a review file and read the review in it. Raises ReviewerError."""
        file = ReviewFile(path, on_problem=self._report)
        try:
            review, history = file.load()
        except ReviewerError:
            file.close()
            raise
        return file, Session(file, review, history)

    def adopt(self, file: ReviewFile) -> None:
        """Make this the open file; the one before it is closed."""
        with self._lock:
            before, self._file = self._file, file
        if before is not None:
            before.close()
        self.moved.emit()

    def let_go(self) -> None:
        """Commit and close the file; there is none until another is adopted."""
        with self._lock:
            before, self._file = self._file, None
        if before is not None:
            before.close()
        self.moved.emit()

    def galley(self, document: str) -> bytes:
        """Return a document's galley; called from any thread. Raises KeyError when there is none."""
        with self._lock:
            lent = self._lent.get(document)
        return lent if lent is not None else self._open_file(document).galley(document)

    @contextmanager
    def lend(self, name: str, galley: bytes) -> Iterator[None]:
        """Give these bytes as the galley of that name for a while, so that pages can be drawn of them."""
        with self._lock:
            self._lent[name] = galley
        try:
            yield
        finally:
            with self._lock:
                self._lent.pop(name, None)

    def original(self, document: str) -> bytes:
        """Return a document's bytes; called from any thread. Raises KeyError when there are none."""
        return self._open_file(document).original(document)

    def close(self) -> None:
        """Commit and close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open_file(self, document: str) -> ReviewFile:
        with self._lock:
            if self._file is None:
                raise KeyError(document)
            return self._file

    def _report(self, error: ReviewerError) -> None:
        self.problem.emit(error.problem)
