"""Whole review files: copied to another place, deleted, validated."""

import os
import sqlite3
from pathlib import Path

import msgspec

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.reviewing.database import check_schema, connect_for_reading
from reviewer.reviewing.records import document_from_row, history_from, review_from
from reviewer.reviewing.store import storage_problem


def copy_review(path: Path, target: Path) -> None:
    """Write a compact copy of a review, all that is committed, to another place; replaces a file that is there.

    Written beside the target, synced and renamed, so that no half file is left. Raises ReviewerError(CANNOT_WRITE
    or DISK_FULL).
    """
    partial = target.with_name(f".{target.name}.part")
    try:
        partial.unlink(missing_ok=True)
        connection = connect_for_reading(path)
        try:
            connection.execute("VACUUM INTO ?", (str(partial),))
        finally:
            connection.close()
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        partial.unlink(missing_ok=True)
        raise storage_problem(error, target) from error


def delete_review(path: Path) -> None:
    """Delete a review file with everything SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal", f"{path.name}-lock"):
        path.with_name(name).unlink(missing_ok=True)


def validate(name: str, content: bytes) -> int:
    """Return the schema version of a review file given as bytes, after reading all of it.

    Meant for a child process: a file from elsewhere is hostile until it passed. Raises ReviewerError.
    """
    if not content.startswith(b"SQLite format 3\x00"):
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=name, reason="it is not a database")
    connection = sqlite3.connect(":memory:")
    try:
        # A database in write-ahead mode cannot be opened from memory: bytes 18 and 19 say which mode it is in.
        connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
        version = check_schema(connection, name)
        rows = connection.execute("SELECT id, text, words, record FROM documents")
        documents = {row[0]: document_from_row(*row[1:]) for row in rows}
        review = review_from(documents, dict(connection.execute("SELECT name, content FROM parts").fetchall()), 0)
        edits = connection.execute("SELECT label, forward, backward, standing FROM edits ORDER BY number").fetchall()
        history_from([row for row in edits if row[3] != "superseded"], review.desk)
    except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError) as error:
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=name, reason=type(error).__name__) from error
    finally:
        connection.close()
    return version
