"""The helper's main loop: a warm process of one thread that forks a child for every connection it is handed.

The helper itself never reads a stranger's byte. Linux only; elsewhere `reviewer.isolation.spawned` starts workers
that serve one connection each.
"""

import gc
import os
import select
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from reviewer.isolation import confinement
from reviewer.isolation.answering import Handler
from reviewer.isolation.child_process import serve_requests
from reviewer.isolation.frames import Channel
from reviewer.isolation.orders import BearChild, ChildEnded, EndChild, Order, Report, receive_order, send_report


class _ChildRecord(msgspec.Struct):
    number: int
    pid: int
    watch: int
    directory: str


class Nursery:
    """Bears, watches and ends children on orders that come over one control socket."""

    def __init__(
        self, control: socket.socket, handle: Handler, warm_up: Sequence[Callable[[], None]], scratch: Path
    ) -> None:
        """Make a nursery.

        `warm_up` steps run one at a time whenever no order waits; `scratch` holds the children's private folders.
        """
        self._control = control
        self._handle = handle
        self._warm_up = list(warm_up)
        self._scratch = scratch
        self._children: dict[int, _ChildRecord] = {}
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)

    def run(self) -> None:
        """Serve until the control socket closes, then end every child and remove what they left on the disk."""
        try:
            while self._serve_once():
                pass
        finally:
            for child in list(self._children.values()):
                self._kill(child)
                self._bury(child, blocking=True)
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _serve_once(self) -> bool:
        ready = self._poll.poll(0 if self._warm_up else None)
        if not ready:
            self._warm_up.pop(0)()
            if not self._warm_up:
                gc.collect()
                gc.freeze()
            return True
        for descriptor, _ in ready:
            if descriptor != self._control.fileno():
                self._bury_by_watch(descriptor)
            elif not self._obey():
                return False
        return True

    def _obey(self) -> bool:
        order, descriptors = receive_order(self._control)
        if order is None:
            return False
        self._carry_out(order, descriptors)
        return True

    def _carry_out(self, order: Order, descriptors: list[int]) -> None:
        if isinstance(order, BearChild) and descriptors:
            self._bear(order.number, descriptors[0])
        elif isinstance(order, EndChild) and order.number in self._children:
            self._kill(self._children[order.number])

    def _bear(self, number: int, connection: int) -> None:
        directory = self._scratch / str(number)
        helper = os.getpid()
        try:
            directory.mkdir(mode=0o700)
            pid = os.fork()
        except OSError:
            os.close(connection)
            self._tell(ChildEnded(number, signal=0, exit_code=1, peak_memory=0))
            return
        if pid == 0:
            self._be_a_child(helper, connection, str(directory))
        os.close(connection)
        watch = os.pidfd_open(pid)
        self._children[number] = _ChildRecord(number, pid, watch, str(directory))
        self._poll.register(watch, select.POLLIN)

    def _be_a_child(self, helper: int, connection: int, directory: str) -> None:
        code = 1
        try:
            os.setpgid(0, 0)
            confinement.die_with_parent(helper)
            _close_all_but(connection)
            channel = Channel(socket.socket(fileno=connection), waits_forever=True)
            serve_requests(channel, self._handle, directory)
            code = 0
        finally:
            os._exit(code)

    def _kill(self, child: _ChildRecord) -> None:
        for kill, target in ((os.killpg, child.pid), (os.kill, child.pid)):
            try:
                kill(target, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue

    def _bury_by_watch(self, watch: int) -> None:
        for child in list(self._children.values()):
            if child.watch == watch:
                self._bury(child)

    def _bury(self, child: _ChildRecord, blocking: bool = False) -> None:
        """Reap a child that has ended.

        The rest of its process group is killed first, while the unreaped child still holds the group's number, and
        so is every process that it left behind outside the group.
        """
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        self._kill(child)
        _, status, usage = os.wait4(child.pid, 0)
        self._poll.unregister(child.watch)
        os.close(child.watch)
        del self._children[child.number]
        self._end_orphans()
        shutil.rmtree(child.directory, ignore_errors=True)
        ended = ChildEnded(
            child.number,
            signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
            exit_code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0,
            peak_memory=usage.ru_maxrss * 1024,
        )
        if not blocking:
            self._tell(ended)

    def _end_orphans(self) -> None:
        mine = {child.pid for child in self._children.values()}
        for pid in _children_of_this_process() - mine:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                continue

    def _tell(self, report: Report) -> None:
        send_report(self._control, report)


def _children_of_this_process() -> set[int]:
    try:
        return {int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}
    except (OSError, ValueError):
        return set()


def _close_all_but(kept: int) -> None:
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX") if sys.platform != "linux" else 1 << 16)
