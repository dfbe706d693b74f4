import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

import pytest

from reviewer.isolation.command_line import Role
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Opened, OpenFile, Ping, Pixels, Pong, RenderPage

from .conftest import MISBEHAVING, ON_LINUX, descendants, galley_of, is_running, make, open_descriptors, wait_until

WAYS = ["forked", "spawned"] if ON_LINUX else ["spawned"]


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files that nobody else uses."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_left_after_closing(way, temporary):
    descriptors, processes = open_descriptors(), descendants()
    supervisor = make(way)
    supervisor.start()
    for number in range(5):
        supervisor.ask(OpenFile("write here", str(number).encode()), Opened)
        supervisor.ask(RenderPage(str(number), 1, 1.0), Pixels)
    with pytest.raises(ReviewerError):
        supervisor.ask(OpenFile("die", b"9"), Opened)

    supervisor.close()

    assert wait_until(lambda: descendants() <= processes)
    assert wait_until(lambda: open_descriptors() <= descriptors)
    assert wait_until(lambda: not list(temporary.iterdir()))


@pytest.mark.parametrize("way", WAYS)
def test_children_leave_no_zombies_and_no_descriptors_while_the_supervisor_lives(way):
    supervisor = make(way)
    supervisor.ask(Ping(), Pong)
    time.sleep(0.3)
    descriptors = open_descriptors()
    for number in range(30):
        supervisor.ask(OpenFile("note", str(number).encode()), Opened)
        if number % 10 == 0:
            with pytest.raises(ReviewerError):
                supervisor.ask(OpenFile("send raw", b"garbage"), Opened)
    try:
        assert wait_until(lambda: open_descriptors() <= descriptors + 2)
        assert wait_until(lambda: all(is_running(pid) for pid in descendants()))
        assert wait_until(lambda: len(descendants()) <= 3)
    finally:
        supervisor.close()


@pytest.mark.parametrize("way", WAYS)
def test_closing_while_busy_cancels_what_is_under_way(way):
    supervisor = make(way)
    supervisor.ask(Ping(), Pong)
    outcome: list[ProblemCode] = []

    def ask():
        with pytest.raises(ReviewerError) as caught:
            supervisor.ask(OpenFile("sleep", b""), Opened)
        outcome.append(caught.value.problem.code)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    started = time.monotonic()
    supervisor.close()
    for thread in threads:
        thread.join(5)

    assert outcome == [ProblemCode.CANCELLED] * 6
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("way", WAYS)
def test_closing_twice_is_allowed_and_asking_afterwards_is_cancelled(way):
    supervisor = make(way)
    supervisor.start()
    supervisor.close()
    supervisor.close()

    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile("late.txt", b""), Opened)

    assert caught.value.problem.code is ProblemCode.CANCELLED


@pytest.mark.parametrize("way", WAYS)
def test_starting_returns_at_once(way):
    supervisor = make(way)
    started = time.monotonic()
    supervisor.start()
    took = time.monotonic() - started
    supervisor.close()

    assert took < 0.1


@pytest.mark.skipif(not ON_LINUX, reason="helpers fork on Linux only")
def test_a_killed_helper_is_started_anew_and_the_request_served():
    supervisor = make("forked")
    supervisor.ask(Ping(), Pong)
    for _ in range(3):
        os.kill(supervisor._broods[Role.PARSER].pid, signal.SIGKILL)
        assert supervisor.ask(Ping(), Pong) == Pong()
    supervisor.close()


@pytest.mark.skipif(not ON_LINUX, reason="helpers fork on Linux only")
def test_killing_the_helper_in_mid_request_ends_the_child_and_the_request():
    supervisor = make("forked")
    supervisor.ask(Ping(), Pong)
    helper = supervisor._broods[Role.PARSER].pid
    assert wait_until(lambda: not descendants(helper))
    outcome: list[ProblemCode] = []

    def ask():
        with pytest.raises(ReviewerError) as caught:
            supervisor.ask(OpenFile("sleep", b""), Opened)
        outcome.append(caught.value.problem.code)

    thread = threading.Thread(target=ask)
    thread.start()
    assert wait_until(lambda: len(descendants(helper)) == 1)
    (child,) = descendants(helper)
    time.sleep(0.2)
    os.kill(helper, signal.SIGKILL)
    thread.join(5)

    assert outcome == [ProblemCode.READER_DIED]
    assert wait_until(lambda: not is_running(child))
    assert supervisor.ask(Ping(), Pong) == Pong()
    supervisor.close()


def test_a_helper_that_cannot_be_started_is_one_clear_sentence():
    supervisor = Supervisor(galley_of, command=("/nonexistent/python",))

    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile("note.txt", b""), Opened)

    supervisor.close()
    assert caught.value.problem.code is ProblemCode.READER_DIED


def test_a_helper_that_ends_at_once_is_one_clear_sentence():
    supervisor = Supervisor(galley_of, command=(sys.executable, "-c", "pass"))

    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(OpenFile("note.txt", b""), Opened)

    supervisor.close()
    assert caught.value.problem.code is ProblemCode.READER_DIED


PARENT = """
import os, sys, threading, time
from reviewer.isolation.command_line import Role
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.request import Opened, OpenFile, Ping, Pong
supervisor = Supervisor(None, command={command!r}, forking={forking!r})
supervisor.ask(Ping(), Pong)
threading.Thread(target=lambda: supervisor.ask(OpenFile("sleep", b""), Opened), daemon=True).start()
time.sleep(0.5)
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("way", WAYS)
def test_everything_ends_when_the_window_is_killed(way, tmp_path):
    script = PARENT.format(command=MISBEHAVING, forking=way == "forked")
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        family = descendants(parent.pid)
        parent.kill()

    assert len(family) >= 2
    assert wait_until(lambda: not any(is_running(pid) for pid in family), 10)
    assert wait_until(lambda: not list(tmp_path.iterdir()))


def test_the_window_process_loads_no_parser():
    script = (
        "import sys; import reviewer.isolation.supervisor; "
        "print([name for name in ('pymupdf', 'lxml', 'docx', 'numpy', 'spacy', 'pikepdf', 'rapidfuzz', 'PySide6')"
        " if name in sys.modules])"
    )

    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


@pytest.mark.parametrize("way", WAYS)
def test_without_a_folder_for_temporary_files_that_is_what_is_said(way, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    supervisor = make(way)
    supervisor.start()
    with pytest.raises(ReviewerError) as caught:
        supervisor.ask(Ping(), Pong)
    supervisor.close()
    assert caught.value.problem.code is ProblemCode.CANNOT_WRITE
