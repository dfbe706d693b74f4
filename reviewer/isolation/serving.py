"""What a process that was started as helper or worker does; `reviewer.isolation.command_line` starts it."""

import argparse
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reviewer.isolation import confinement
from reviewer.isolation.answering import Handler
from reviewer.isolation.child_process import serve_requests
from reviewer.isolation.command_line import FLAG, Role
from reviewer.isolation.frames import Channel

_SECONDS_TO_SEE_THE_PARENT_GONE = 2


def serve(arguments: Sequence[str], handle: Handler, warm_up: Mapping[Role, Sequence[Callable[[], None]]]) -> int:
    """Be the helper or worker that the arguments ask for; return the exit code when there is nothing left to serve."""
    asked = _parser().parse_args(arguments)
    role = Role(asked.worker)
    if asked.control is not None:
        from reviewer.isolation.nursery import Nursery

        confinement.prepare_helper()
        control = socket.socket(fileno=asked.control)
        Nursery(control, handle, warm_up.get(role, ()), asked.scratch).run()
        return 0
    connection = _shared_connection() if asked.shared_connection else socket.socket(fileno=asked.connection)
    for step in warm_up.get(role, ()):
        step()
    watcher = confinement.watch_parent(str(asked.scratch))
    serve_requests(Channel(connection, waits_forever=True), handle, str(asked.scratch))
    watcher.join(_SECONDS_TO_SEE_THE_PARENT_GONE)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="reviewer", add_help=False)
    parser.add_argument(FLAG, choices=[role.value for role in Role], required=True)
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--control", type=int)
    parser.add_argument("--connection", type=int)
    parser.add_argument("--shared-connection", action="store_true")
    return parser


if sys.platform == "win32":

    def _shared_connection() -> socket.socket:
        length = int.from_bytes(sys.stdin.buffer.read(4), "big")
        return socket.fromshare(sys.stdin.buffer.read(length))

else:

    def _shared_connection() -> socket.socket:
        raise OSError("connections are shared over standard input only on Windows")
