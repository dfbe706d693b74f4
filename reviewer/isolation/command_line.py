"""How the window's process starts a helper or worker, and how that process reads what it was asked."""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from reviewer.isolation import confinement
from reviewer.isolation.answering import Handler
from reviewer.isolation.child_process import serve_requests
from reviewer.isolation.frames import Channel

FLAG = "--worker"
"""First argument of a process that is a helper or worker and not a window."""

DEFAULT_COMMAND = (sys.executable, "-I", "-m", "reviewer")
"""Names the worker only as a string, so that no parser is reachable from the window's process."""


class Role(StrEnum):
    """What a helper keeps warm: the parsers, or the language model."""

    PARSER = "parser"
    LANGUAGE = "language"


def helper_arguments(role: Role, scratch: Path, control: int) -> list[str]:
    """Return the arguments of a forking helper that takes orders on the descriptor `control`."""
    return [FLAG, role.value, "--scratch", str(scratch), "--control", str(control)]


def worker_arguments(role: Role, scratch: Path, connection: int | None) -> list[str]:
    """Return the arguments of a worker that serves one connection; None: it comes shared over standard input."""
    where = ["--shared-connection"] if connection is None else ["--connection", str(connection)]
    return [FLAG, role.value, "--scratch", str(scratch), *where]


def helper_environment() -> dict[str, str]:
    """Return the whole environment of a helper.

    One thread for every numeric library, as a process with more may not be forked; on Windows the one variable
    without which sockets do not work.
    """
    threads = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "OMP_THREAD_LIMIT")
    environment = dict.fromkeys(threads, "1") | {"LC_ALL": "C.UTF-8"}
    if "SYSTEMROOT" in os.environ:
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return environment


def start_process(command: Sequence[str], directory: Path, descriptor: int) -> "subprocess.Popen[bytes]":
    """Start a helper or worker in a session of its own, with one open descriptor of ours.

    POSIX only. Raises OSError.
    """
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=helper_environment(),
        cwd=directory,
        pass_fds=(descriptor,),
        start_new_session=True,
    )


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
    confinement.watch_parent()
    serve_requests(Channel(connection, waits_forever=True), handle, str(asked.scratch))
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
