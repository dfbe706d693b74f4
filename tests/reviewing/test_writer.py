import sqlite3
import threading

import pytest

from reviewer.reviewing.writer import WriterThread


class Disk:
    """A database whose connection can be given a limit, so that SQLite itself says the disk is full."""

    def __init__(self, path):
        self.path, self.connection = path, None

    def connect(self):
        self.connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        self.connection.execute("CREATE TABLE IF NOT EXISTS notes (text)")
        return self.connection

    def notes(self):
        connection = sqlite3.connect(self.path)
        found = [text for (text,) in connection.execute("SELECT text FROM notes ORDER BY rowid")]
        connection.close()
        return found


@pytest.fixture
def disk(tmp_path):
    return Disk(tmp_path / "notes.db")


@pytest.fixture
def failures():
    return []


@pytest.fixture
def writer(disk, failures):
    writer = WriterThread(disk.connect, lambda: None, failures.append)
    yield writer
    writer.close()


def note(text):
    return lambda connection: connection.execute("INSERT INTO notes VALUES (?)", (text,))


def test_tasks_are_committed_in_their_order(writer, disk):
    for number in range(50):
        writer.put(note(str(number)))
    writer.flush()
    assert disk.notes() == [str(number) for number in range(50)]


def test_a_full_disk_keeps_what_was_written_until_there_is_room(writer, disk, failures):
    writer.put(note("first"))
    writer.flush()
    disk.connection.execute("PRAGMA max_page_count = 1")
    writer.put(note("x" * 100_000))
    with pytest.raises(sqlite3.Error, match="full"):
        writer.flush()
    assert not writer.is_idle
    assert failures
    disk.connection.execute("PRAGMA max_page_count = 1000000")
    writer.flush()
    assert writer.is_idle
    assert disk.notes() == ["first", "x" * 100_000]


def test_closing_commits_what_waits(disk):
    writer = WriterThread(disk.connect, lambda: None, lambda error: None)
    for number in range(10):
        writer.put(note(str(number)))
    writer.close()
    assert len(disk.notes()) == 10


def test_saved_is_said_when_nothing_waits(disk):
    said = threading.Event()
    writer = WriterThread(disk.connect, said.set, lambda error: None)
    writer.put(note("one"))
    assert said.wait(10)
    assert writer.is_idle
    writer.close()


def test_a_task_that_cannot_be_carried_out_is_reported_and_the_writer_lives(writer, failures):
    def broken(connection):
        raise UnicodeEncodeError("utf-8", "x", 0, 1, "surrogates not allowed")

    writer.put(broken)
    with pytest.raises(UnicodeEncodeError):
        writer.flush()
    assert isinstance(failures[0], UnicodeEncodeError)
    assert writer._thread.is_alive()
