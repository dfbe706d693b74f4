"""How the window's process starts a helper or worker; `reviewer.isolation.serving` is the other side."""

import os
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

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
