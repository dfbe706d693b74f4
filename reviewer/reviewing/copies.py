"""Whole review files: copied to another place, deleted."""

import os
import sqlite3
from pathlib import Path

from reviewer.reviewing.database import connect_for_reading
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
