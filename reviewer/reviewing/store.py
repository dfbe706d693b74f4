"""The .review file: everything about a review in one SQLite file, written at every edit.

The session hands over immutable values and goes on; one writer thread commits them. There is no separate recovery
path: what was committed is there when the file is opened again, whatever ended the program.
"""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import msgspec

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import OpenedDocument
from reviewer.model.review import Desk, Review
from reviewer.reviewing.database import check_schema, connect_for_reading, connect_for_writing, roll_back
from reviewer.reviewing.desk_delta import delta_between
from reviewer.reviewing.edits import Edit, label
from reviewer.reviewing.file_lock import FileLock
from reviewer.reviewing.history import History
from reviewer.reviewing.records import document_from_row, document_row, encode, history_from, parts_of, review_from
from reviewer.reviewing.writer import Task, WriterThread


class ReviewFile:
    """A review file open for writing by this process alone, or for reading when asked or when another one has it.

    `on_saved` and `on_problem` are called from the writer's thread. Raises ReviewerError: REVIEW_DAMAGED or
    REVIEW_TOO_NEW for a file that is not a sound review, CANNOT_WRITE when a new one cannot be made there.
    """

    def __init__(
        self,
        path: Path,
        on_saved: Callable[[], None] = lambda: None,
        on_problem: Callable[[ReviewerError], None] = lambda _: None,
        *,
        for_reading: bool = False,
    ) -> None:
        self.path = path
        self._on_problem = on_problem
        self._lock = FileLock(path)
        self._written: dict[str, object] = {}
        self._writer: WriterThread | None = None
        self.is_read_only = for_reading or not self._lock.acquire()
        try:
            if path.exists():
                if not self.is_read_only:
                    roll_back(path)
                _check(path)
            elif self.is_read_only:
                raise ReviewerError(ProblemCode.CANNOT_WRITE, name=path.name, reason="the folder cannot be written to")
            if not self.is_read_only:
                self._make_tables()
                self._writer = WriterThread(lambda: connect_for_writing(path), on_saved, self._report)
        except BaseException:
            self._lock.release()
            raise

    def load(self) -> tuple[Review, History]:
        """Return the review as last committed, with its undo history. Raises ReviewerError(REVIEW_DAMAGED)."""
        self.flush()
        connection = _open_for_reading(self.path)
        try:
            documents = {
                row[0]: document_from_row(*row[1:])
                for row in connection.execute("SELECT id, text, words, record FROM documents")
            }
            parts = dict(connection.execute("SELECT name, content FROM parts").fetchall())
            review = review_from(documents, parts, revision=0)
            rows = connection.execute(
                "SELECT label, forward, backward, standing FROM edits WHERE standing != 'superseded' ORDER BY number"
            ).fetchall()
            history = history_from(rows, review.desk)
        except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, RecursionError) as error:
            reason = type(error).__name__
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=self.path.name, reason=reason) from error
        finally:
            connection.close()
        self._written = parts_of(review)
        return review, history

    def original(self, document: str) -> bytes:
        """Return the bytes of a document as they came.

        Raises KeyError when it is not in the file, ReviewerError(REVIEW_DAMAGED) when it was tampered with.
        """
        return self._blob("original", document)

    def galley(self, document: str) -> bytes:
        """Return a document's galley, a PDF. Raises as `original` does."""
        return self._blob("galley", document)

    def write_documents(self, opened: Sequence[OpenedDocument]) -> None:
        """Write documents with their bytes and galleys; one that is there stays as it is."""
        rows = [
            (one.document.id, one.document.name, one.original, one.galley, *document_row(one.document))
            for one in opened
        ]

        def insert(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

        self._put(insert)

    def write_edit(self, edit: Edit, before: Desk, review: Review) -> None:
        """Write one row for the edit, and the latest state; what had been undone is superseded."""

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE edits SET standing = 'superseded' WHERE standing = 'undone'")
            connection.execute(
                "INSERT INTO edits (label, edit, forward, backward, standing) VALUES (?, ?, ?, ?, 'held')",
                (
                    label(edit),
                    encode(edit),
                    encode(delta_between(before, review.desk)),
                    encode(delta_between(review.desk, before)),
                ),
            )

        self._put(insert, self._changed_parts(review))

    def write_undo(self, review: Review) -> None:
        """Write that the newest edit that held was taken back."""
        self._turn_edit("held", "undone", "max", review)

    def write_redo(self, review: Review) -> None:
        """Write that the edit taken back last was made again."""
        self._turn_edit("undone", "held", "min", review)

    def write_results(self, review: Review) -> None:
        """Write those of the machine's results that are new."""
        self._put(self._changed_parts(review))

    def write_indexes(self, indexes: Mapping[str, bytes]) -> None:
        """Write what matching made of documents, by their ids; of those that are not in the file nothing is kept."""
        rows = [(content, document) for document, content in indexes.items()]

        def insert(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO indexes SELECT id, ? FROM documents WHERE id = ?", rows)

        if rows and self._writer is not None:
            self._put(insert)

    def indexes(self, documents: Collection[str]) -> dict[str, bytes]:
        """Return what was kept for these documents; nothing for those without, or in a file from before it was."""
        self.flush()
        connection = _open_for_reading(self.path)
        try:
            rows = connection.execute("SELECT document, content FROM indexes").fetchall() if documents else []
        except sqlite3.Error:
            return {}
        finally:
            connection.close()
        return {document: kept for document, kept in rows if document in documents and isinstance(kept, bytes)}

    @property
    def is_saved(self) -> bool:
        """Return whether everything given so far is committed."""
        return self._writer is None or self._writer.is_idle

    def flush(self) -> None:
        """Wait until everything is committed. Raises ReviewerError(CANNOT_WRITE or DISK_FULL)."""
        if self._writer is None:
            return
        try:
            self._writer.flush()
        except Exception as error:
            raise storage_problem(error, self.path) from error

    def close(self) -> None:
        """Commit what waits, end the writer and let others write."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self._lock.release()

    def _make_tables(self) -> None:
        try:
            connect_for_writing(self.path).close()
        except sqlite3.Error as error:
            raise storage_problem(error, self.path) from error

    def _put(self, *tasks: Task) -> None:
        """Hand over tasks that belong together: they are committed in one transaction or not at all."""
        if self._writer is None:
            raise ReviewerError(ProblemCode.REVIEW_IN_USE, name=self.path.name)

        def all_of_them(connection: sqlite3.Connection) -> None:
            for task in tasks:
                task(connection)

        self._writer.put(all_of_them)

    def _turn_edit(self, old: str, new: str, pick: str, review: Review) -> None:
        def update(connection: sqlite3.Connection) -> None:
            connection.execute(
                f"UPDATE edits SET standing = ? WHERE number = (SELECT {pick}(number) FROM edits WHERE standing = ?)",
                (new, old),
            )

        self._put(update, self._changed_parts(review))

    def _changed_parts(self, review: Review) -> Task:
        parts = parts_of(review)
        changed = {name: part for name, part in parts.items() if self._written.get(name) is not part}
        self._written = parts

        def upsert(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT INTO parts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                [(name, encode(part)) for name, part in changed.items()],
            )

        return upsert

    def _blob(self, column: str, document: str) -> bytes:
        self.flush()
        connection = _open_for_reading(self.path)
        try:
            row = connection.execute(f"SELECT {column} FROM documents WHERE id = ?", (document,)).fetchone()
        finally:
            connection.close()
        if row is None:
            raise KeyError(document)
        if not isinstance(row[0], bytes):
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=self.path.name, reason=f"its {column} is no file")
        return row[0]

    def _report(self, error: Exception) -> None:
        self._on_problem(storage_problem(error, self.path))


def _check(path: Path) -> None:
    connection = _open_for_reading(path)
    try:
        check_schema(connection, path.name)
    finally:
        connection.close()


def _open_for_reading(path: Path) -> sqlite3.Connection:
    try:
        return connect_for_reading(path)
    except sqlite3.Error as error:
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=path.name, reason=type(error).__name__) from error


def storage_problem(error: Exception, path: Path) -> ReviewerError:
    """Return what a failed write means to the editor."""
    if "full" in str(error).lower():
        return ReviewerError(ProblemCode.DISK_FULL, name=path.name)
    return ReviewerError(ProblemCode.CANNOT_WRITE, name=path.name, reason=type(error).__name__)
