"""Children on systems without a safe fork: a small pool of warm workers, each used for one connection, then discarded.

Runs on Linux too, where the tests exercise it. The Windows half (shared sockets, Job objects) is written from the
documentation and has not been run on Windows yet.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reviewer.isolation.children import Child, Ending, NoChildError
from reviewer.isolation.command_line import Role, helper_environment, start_process, worker_arguments
from reviewer.isolation.frames import Channel, ChannelClosedError, Kind
from reviewer.isolation.limits import Limits
from reviewer.isolation.scratch import make_scratch_folder
from reviewer.model.problem import ReviewerError

_SECONDS_TO_STOP = 5


class SpawnedWorkers:
    """Keeps some warm workers of one role ready and starts the next one whenever one is taken. Thread-safe."""

    def __init__(self, command: Sequence[str], role: Role, ready: int = 1) -> None:
        """Remember how workers are started and how many wait ready; nothing runs yet."""
        self._command = tuple(command)
        self._role = role
        self._ready = ready
        self._lock = threading.Lock()
        self._waiting: list[_Worker] = []
        self._taken: set[_Worker] = set()
        self._closed = False

    def start(self) -> None:
        """Start the first workers in the background; returns at once."""
        threading.Thread(target=self._fill_up, name=f"start-{self._role}", daemon=True).start()

    def bear(self, limits: Limits) -> Child:
        """Return a worker taken from the pool. Raises NoChildError."""
        try:
            worker = self._take()
            worker.channel.send(Kind.LIMITS, [msgspec.msgpack.encode(limits)])
        except (OSError, ChannelClosedError) as error:
            raise NoChildError from error
        finally:
            self.start()
        child = Child(worker.channel, limits, worker.kill)
        threading.Thread(target=self._bury, args=(worker, child), name=f"wait-{self._role}", daemon=True).start()
        return child

    def close(self) -> None:
        """End every worker; may be called twice."""
        with self._lock:
            self._closed = True
            waiting, self._waiting = self._waiting, []
            taken = list(self._taken)
        for worker in waiting:
            worker.kill()
            worker.bury()
        for worker in taken:
            worker.kill()
            worker.buried.wait(_SECONDS_TO_STOP)

    def _take(self) -> "_Worker":
        with self._lock:
            if self._closed:
                raise NoChildError
            worker = self._waiting.pop(0) if self._waiting else _Worker(self._command, self._role)
            self._taken.add(worker)
            return worker

    def _fill_up(self) -> None:
        with self._lock, contextlib.suppress(OSError, ReviewerError):
            while not self._closed and len(self._waiting) < self._ready:
                self._waiting.append(_Worker(self._command, self._role))

    def _bury(self, worker: "_Worker", child: Child) -> None:
        child.note_ending(worker.bury())
        with self._lock:
            self._taken.discard(worker)


class _Worker:
    """One spawned process with its private folder."""

    def __init__(self, command: Sequence[str], role: Role) -> None:
        self.buried = threading.Event()
        self._scratch = make_scratch_folder()
        ours, theirs = socket.socketpair()
        self.channel = Channel(ours)
        try:
            with theirs:
                self._process = _spawn(command, role, self._scratch, theirs)
        except OSError:
            self.channel.close()
            shutil.rmtree(self._scratch, ignore_errors=True)
            raise
        self._job = _put_into_job(self._process)

    def kill(self) -> None:
        """Kill the worker and all its process group."""
        if self._job is not None:
            self._job.close()
        elif sys.platform != "win32" and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def bury(self) -> Ending:
        """Wait for the worker's end and remove what it left on the disk."""
        code = self._process.wait()
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        elif self._job is not None:
            self._job.close()
        self.channel.close()
        shutil.rmtree(self._scratch, ignore_errors=True)
        self.buried.set()
        return Ending(signal=-code if code < 0 else 0)


def _spawn(command: Sequence[str], role: Role, scratch: Path, theirs: socket.socket) -> "subprocess.Popen[bytes]":
    if sys.platform == "win32":
        process = subprocess.Popen(
            [*command, *worker_arguments(role, scratch, None)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=helper_environment(),
            cwd=scratch,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )
        assert process.stdin is not None
        shared = theirs.share(process.pid)
        with process.stdin:
            process.stdin.write(len(shared).to_bytes(4, "big") + shared)
        return process
    return start_process([*command, *worker_arguments(role, scratch, theirs.fileno())], scratch, theirs.fileno())


def _put_into_job(process: "subprocess.Popen[bytes]") -> "Job | None":
    if sys.platform == "win32":
        return Job(process)
    return None


if sys.platform == "win32":
    from reviewer.isolation.windows_job import Job
else:

    class Job:
        """Stands for the Job object that other systems do not have; never made."""

        def close(self) -> None:
            """Do nothing."""
