"""Looks for what is to be redacted: in the texts of all documents at once, then inside their files."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.background import Job, Jobs, Reporter
from reviewer.gui.redact_hits import Hit, Query, hits_in_file, hits_in_text, merged
from reviewer.gui.storage import Storage
from reviewer.model.document import Document
from reviewer.model.problem import Problem, ProblemCode, ReviewerError
from reviewer.redacting.plan import place_hits
from reviewer.redaction_workflow import find_redactions
from reviewer.workflow import Asker

PAUSE_MS = 600
"""Files are opened once nothing was typed for this long."""

AT_ONCE = 2


class RedactSearch(QObject):
    """`found(document, hits)` whenever more is known of a document; `failed(document, Problem)` for its file.

    `moved(done, total, what)` tells how far the files are; `ended()` follows the last one. An answer to an older
    question is dropped. `passwords` are those the editor gave, by document, for as long as the dialog is open.
    """

    found = Signal(str, object)
    failed = Signal(str, object)
    moved = Signal(int, int, str)
    ended = Signal()

    def __init__(self, jobs: Jobs, asker: Asker, storage: Storage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._asker, self._storage = jobs, asker, storage
        self.passwords: dict[str, str] = {}
        self._query = Query()
        self._turn = 0
        self._in_text: dict[str, tuple[Hit, ...]] = {}
        self._waiting: deque[Document] = deque()
        self._running: dict[str, Job] = {}
        self._done = self._total = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._open_next)

    @property
    def is_running(self) -> bool:
        """Return whether files are still to be looked into."""
        return bool(self._waiting or self._running)

    def start(self, query: Query, documents: Sequence[Document]) -> None:
        """Look for something else, in these documents; what was under way is given up."""
        self.stop()
        self._query, self._in_text = query, {}
        if query.is_empty:
            self.ended.emit()
            return
        for document in documents:
            self._look_in_text(document)
        self._waiting.extend(documents)
        self._done, self._total = 0, len(documents)
        self._pause.start()

    def look_again(self, document: Document) -> None:
        """Look into one file again, as when its password is known now."""
        self._waiting.append(document)
        self._total += 1
        self._open_next()

    def stop(self) -> tuple[str, ...]:
        """Give up what is under way; return the documents whose files were not looked into."""
        self._pause.stop()
        left = (*self._running, *(document.id for document in self._waiting))
        self._turn += 1
        self._waiting.clear()
        for job in self._running.values():
            job.cancel()
        self._running.clear()
        return left

    def _look_in_text(self, document: Document) -> None:
        query, turn = self._query, self._turn
        self._jobs.start(
            document.name,
            lambda _job: hits_in_text(document, query),
            lambda hits: self._take_text(document, hits),
            lambda problem: self._fail(document, problem, turn),
            lambda: turn == self._turn,
        )

    def _take_text(self, document: Document, hits: tuple[Hit, ...]) -> None:
        self._in_text[document.id] = hits
        self.found.emit(document.id, hits)

    def _open_next(self) -> None:
        while self._waiting and len(self._running) < AT_ONCE:
            self._look_into(self._waiting.popleft())

    def _look_into(self, document: Document) -> None:
        query, turn = self._query, self._turn
        password = self.passwords.get(document.id)
        job = self._jobs.start(
            document.name,
            lambda job: self._search_file(document, query, password, job),
            lambda hits: self._take_file(document, hits),
            lambda problem: self._fail(document, problem, turn),
            lambda: turn == self._turn,
        )
        self._running[document.id] = job
        job.progressed.connect(lambda _progress: self._tell(document.name) if turn == self._turn else None)
        self._tell(document.name)

    def _search_file(self, document: Document, query: Query, password: str | None, job: Reporter) -> tuple[Hit, ...]:
        content = original_of(self._storage, document)
        hits = find_redactions(
            self._asker,
            document.name,
            content,
            query.in_files,
            password,
            on_progress=job.report,
            cancel=job.cancelled,
        )
        return hits_in_file(document, place_hits(document, hits), query)

    def _take_file(self, document: Document, hits: tuple[Hit, ...]) -> None:
        self.found.emit(document.id, merged(self._in_text.get(document.id, ()), hits))
        self._end(document)

    def _fail(self, document: Document, problem: Problem, turn: int) -> None:
        if turn == self._turn:
            self.failed.emit(document.id, problem)
            self._end(document)

    def _end(self, document: Document) -> None:
        if self._running.pop(document.id, None) is None:
            return
        self._done += 1
        self._open_next()
        self._tell("")
        if not self.is_running:
            self.ended.emit()

    def _tell(self, what: str) -> None:
        self.moved.emit(self._done, self._total, what)


def original_of(storage: Storage, document: Document) -> bytes:
    """Return the bytes a document was read from. Raises ReviewerError(FILE_MISSING) when the review has none."""
    try:
        return storage.original(document.id)
    except KeyError as error:
        raise ReviewerError(ProblemCode.FILE_MISSING, name=document.name) from error
