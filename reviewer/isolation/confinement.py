"""Shuts a process in: what a helper and its children do to themselves before they see a stranger's bytes.

Everything is tried and nothing is required: a system that lacks a measure still runs, with one wall fewer. This is
not a container: a flaw in the kernel is not guarded against.

| measure | Linux | macOS | Windows |
|---|---|---|---|
| CPU time, file size, open files, no core dump | yes | yes | no (memory, CPU time and processes by a Job object) |
| memory | address space | not enforced by the kernel | Job object |
| no new privileges, dies with its parent | yes | no | with the Job object |
| no network | own network namespace where users may make one; filter of system calls | no | no |
| no new processes, no look into others | filter of system calls | number of processes | Job object |
| no files but the program's own | Landlock | no | no |
| empty environment, private working directory | yes | yes | yes |
"""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from reviewer.isolation.file_access import limit_file_access
from reviewer.isolation.limits import Limits
from reviewer.isolation.system_calls import refuse_dangerous_calls

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_CLONE_NEWIPC = 0x08000000
_OPEN_FILES = 64


def leave_the_network() -> bool:
    """Move this process and its later children into a network of their own with nothing in it; return success.

    Must be called while the process has one thread. Works where the kernel lets users make namespaces.
    """
    if sys.platform != "linux":
        return False
    user, group = os.getuid(), os.getgid()
    if _libc("unshare", _CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWIPC) != 0:
        return False
    with contextlib.suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def prepare_helper() -> None:
    """Give up what no helper needs: network, new privileges, being inspected; adopt children's orphans."""
    if sys.platform != "linux":
        return
    leave_the_network()
    _libc("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _libc("prctl", _PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_parent(parent: int) -> None:
    """Be killed when the (single-threaded) parent ends; exit at once when it has ended already."""
    if sys.platform == "linux":
        _libc("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)


def watch_parent(directory: str) -> threading.Thread:
    """Remove the private folder and exit when the parent ends, looked for once a second by a thread.

    For workers that are spawned, not forked; called before confinement, which would keep the folder from going.
    Returns the thread.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        shutil.rmtree(directory, ignore_errors=True)
        os._exit(1)

    watcher = threading.Thread(target=watch, name="watch-parent", daemon=True)
    watcher.start()
    return watcher


def confine(limits: Limits, directory: str) -> None:
    """Shut this process in for good: empty environment, private working directory, limits, no new privileges."""
    os.chdir(directory)
    tempfile.tempdir = directory
    os.environ.clear()
    if sys.platform != "win32":
        os.umask(0o077)
        _limit_resources(limits)
    if sys.platform == "linux":
        _libc("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _libc("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)
        limit_file_access(directory)
        refuse_dangerous_calls()


def allow_cpu_time(seconds: int) -> None:
    """Let this process use `seconds` of CPU time from now on, then be killed by SIGXCPU."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


if sys.platform != "win32":

    def _limit_resources(limits: Limits) -> None:
        import resource

        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, limits.file_size)
        _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
        _limit(resource.RLIMIT_NPROC, 1)
        _limit(resource.RLIMIT_AS, _address_space() + limits.memory)

    def _limit(which: int, most: int) -> None:
        import resource

        _, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))

    def _address_space() -> int:
        with contextlib.suppress(OSError, ValueError, IndexError):
            return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        return 1 << 30


def _libc(function: str, *arguments: int) -> int:
    import ctypes

    try:
        library = ctypes.CDLL(None, use_errno=True)
        return int(getattr(library, function)(*map(ctypes.c_ulong, arguments)))
    except (OSError, AttributeError):
        return -1
