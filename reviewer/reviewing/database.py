"""Opening the SQLite database of a review: settings, schema, and what may be trusted in it."""

import contextlib
import sqlite3
import sys
from pathlib import Path

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.reviewing.schema import APPLICATION_ID, INDEXES, SCHEMA_VERSION, TABLES, TABLES_OF_VERSION_1

_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""What SQLite's rollback journals end with when they name a super-journal, after https://sqlite.org/fileformat.html."""

_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs", "fuse"})


def connect_for_writing(path: Path) -> sqlite3.Connection:
    """Open the database, making it when it is new and giving an older one the tables that it lacks.

    A commit is on the disk when it returns (synchronous=FULL); what is deleted is overwritten (secure_delete).
    Write-ahead logging needs shared memory, which network drives do not have: there the rollback journal is used.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA journal_mode = {'DELETE' if is_on_network_drive(path) else 'WAL'}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if not _has_tables(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            for definition in TABLES.values():
                connection.execute(definition)
        elif connection.execute("PRAGMA user_version").fetchone() == (1,):
            connection.execute(INDEXES)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open the database without changing anything in it.

    In a folder that cannot be written to, SQLite needs to be told that nobody else writes either; then it would not
    look at the files beside the review, so where those hold edits ReviewerError(REVIEW_DAMAGED) is raised.
    """
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        if "immutable" in mode and _has_edits_beside(path):
            reason = "edits lie in a file beside it that cannot be read there"
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=path.name, reason=reason)
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            continue
        except sqlite3.Error:
            connection.close()
            raise
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection
    raise sqlite3.OperationalError("unable to open database file")


def roll_back(path: Path) -> None:
    """Have SQLite take back what a program that ended was writing, when its rollback journal lies beside the file.

    Raises ReviewerError(REVIEW_DAMAGED) for a journal that speaks of other files, which SQLite would open and might
    delete (ours never does), and for one that cannot be played back.
    """
    journal = _beside(path, "journal")
    try:
        if not journal.is_file() or not journal.stat().st_size:
            return
        if journal.read_bytes().endswith(_JOURNAL_MAGIC):
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=path.name, reason="its journal names other files")
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
        try:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=path.name, reason=type(error).__name__) from error


def check_schema(connection: sqlite3.Connection, name: str) -> int:
    """Return the schema version of a review file that is sound.

    Raises ReviewerError: REVIEW_TOO_NEW for a schema newer than ours, REVIEW_DAMAGED when it is not a review file,
    holds tables, views or triggers other than ours, or fails SQLite's own check.
    """
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID or version < 1:
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=name, reason="it was not made by Reviewer")
        if version > SCHEMA_VERSION:
            raise ReviewerError(ProblemCode.REVIEW_TOO_NEW, name=name)
        objects = dict(connection.execute("SELECT name, sql FROM sqlite_schema").fetchall())
        if objects != (TABLES_OF_VERSION_1 if version == 1 else TABLES):
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=name, reason="its tables are not a review's")
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=name, reason=type(error).__name__) from error
    if verdict != "ok":
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, name=name, reason="its pages do not fit together")
    return int(version)


def is_on_network_drive(path: Path) -> bool:
    """Return whether a path lies on a network file system, as far as the system tells (Linux and Windows do)."""
    if sys.platform == "win32":
        return str(path.resolve()).startswith("\\\\")
    with contextlib.suppress(OSError):
        mounts = [line.split(" ") for line in Path("/proc/mounts").read_text().splitlines()]
        place = path.resolve()
        inside = [(len(point), kind) for _, point, kind, *_ in mounts if place.is_relative_to(point)]
        return bool(inside) and max(inside)[1] in _NETWORK_FILE_SYSTEMS
    return False


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"{path.name}-{kind}")


def _has_edits_beside(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return any(one.stat().st_size for one in (_beside(path, "wal"), _beside(path, "journal")) if one.exists())
    return True


def _has_tables(connection: sqlite3.Connection) -> bool:
    (count,) = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()
    return bool(count)
