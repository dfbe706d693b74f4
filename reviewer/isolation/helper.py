"""A warm helper process as the window's process sees it; it forks a child for every request. Linux only."""

import contextlib
import shutil
import socket
import subprocess
import threading
from collections.abc import Sequence

import msgspec

from reviewer.isolation.children import Child, Ending, NoChildError
from reviewer.isolation.command_line import Role, helper_arguments, start_process
from reviewer.isolation.frames import Channel, ChannelClosedError, Kind
from reviewer.isolation.limits import Limits
from reviewer.isolation.orders import BearChild, EndChild, control_sockets, receive_report, send_order
from reviewer.isolation.scratch import make_scratch_folder
from reviewer.model.problem import ReviewerError

_SECONDS_TO_STOP = 5


class Helper:
    """Starts the helper process, hands it connections, and starts it anew when it has died.

    Thread-safe. One thread of its own listens for reports of children's ends.
    """

    def __init__(self, command: Sequence[str], role: Role) -> None:
        """Remember how the process is started; nothing runs yet."""
        self._command = tuple(command)
        self._role = role
        self._lock = threading.Lock()
        self._running: _Running | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Return the helper's process id, None when none runs."""
        running = self._running
        return running.process.pid if running else None

    def start(self) -> None:
        """Start the process in the background; returns at once."""
        threading.Thread(target=self._start_quietly, name=f"start-{self._role}", daemon=True).start()

    def bear(self, limits: Limits) -> Child:
        """Return a new child, from a helper that is started first if need be.

        Raises NoChildError, and ReviewerError when there is no room for temporary files.
        """
        for _ in range(2):
            running = self._ensure_running()
            try:
                return running.bear(limits)
            except (OSError, ChannelClosedError):
                running.stop()
        raise NoChildError

    def close(self) -> None:
        """End the helper and its children; may be called twice."""
        with self._lock:
            self._closed = True
            running, self._running = self._running, None
        if running:
            running.stop()

    def _start_quietly(self) -> None:
        with contextlib.suppress(NoChildError, ReviewerError):
            self._ensure_running()

    def _ensure_running(self) -> "_Running":
        with self._lock:
            if self._closed:
                raise NoChildError
            if self._running is None or not self._running.is_alive:
                if self._running:
                    self._running.stop()
                self._running = None
                try:
                    self._running = _Running(self._command, self._role)
                except OSError as error:
                    raise NoChildError from error
            return self._running


class _Running:
    """One life of the helper process."""

    def __init__(self, command: Sequence[str], role: Role) -> None:
        self._children: dict[int, Child] = {}
        self._lock = threading.Lock()
        self._born = 0
        self._stopped = False
        self._scratch = make_scratch_folder()
        self._control, theirs = control_sockets()
        try:
            with theirs:
                self.process = start_process(
                    [*command, *helper_arguments(role, self._scratch, theirs.fileno())], self._scratch, theirs.fileno()
                )
        except OSError:
            self._control.close()
            shutil.rmtree(self._scratch, ignore_errors=True)
            raise
        self._listener = threading.Thread(target=self._listen, name=f"listen-{role}", daemon=True)
        self._listener.start()

    @property
    def is_alive(self) -> bool:
        return not self._stopped and self._listener.is_alive() and self.process.poll() is None

    def bear(self, limits: Limits) -> Child:
        ours, theirs = socket.socketpair()
        channel = Channel(ours)
        try:
            with theirs, self._lock:
                self._born += 1
                number = self._born
                child = Child(channel, limits, lambda: self._end_child(number))
                self._children[number] = child
                send_order(self._control, BearChild(number), (theirs.fileno(),))
            channel.send(Kind.LIMITS, [msgspec.msgpack.encode(limits)])
        except BaseException:
            channel.close()
            raise
        return child

    def stop(self) -> None:
        """Close the control socket, on which the helper ends its children and itself, and wait for that."""
        with self._lock:
            if self._stopped:
                return
            self._stopped = True
            with contextlib.suppress(OSError):
                self._control.shutdown(socket.SHUT_RDWR)
        try:
            self.process.wait(_SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._listener.join()
        self._control.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _end_child(self, number: int) -> None:
        with contextlib.suppress(OSError), self._lock:
            send_order(self._control, EndChild(number))

    def _listen(self) -> None:
        while (report := receive_report(self._control)) is not None:
            with self._lock:
                child = self._children.pop(report.number, None)
            if child:
                child.note_ending(Ending(report.signal, report.peak_memory))
        with self._lock:
            orphans = list(self._children.values())
            self._children.clear()
        for child in orphans:
            child.note_ending(Ending())
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_SECONDS_TO_STOP)
