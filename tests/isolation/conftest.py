import os
import sys
import time
from pathlib import Path

import msgspec
import pytest

from reviewer.isolation.in_process import InProcess
from reviewer.isolation.limits import Limits, limits_for
from reviewer.isolation.supervisor import Supervisor

from . import misbehaving_worker

MISBEHAVING = (sys.executable, "-I", str(Path(misbehaving_worker.__file__).resolve()))
ON_LINUX = sys.platform == "linux"
PROVIDERS = ["forked", "spawned", "in process"] if ON_LINUX else ["spawned", "in process"]


def short_limits(request) -> Limits:
    """The real limits, but nothing may take long or much."""
    endless = getattr(request, "name", "") in ("sleep", "spin", "flood", "send raw")
    return msgspec.structs.replace(limits_for(request), wall_seconds=2 if endless else 10, memory=256 << 20)


def galley_of(document: str) -> bytes:
    return b"%PDF refuse" if document == "refused" else b"%PDF-1.7 galley of " + document.encode()


def make(provider: str, limits=short_limits):
    if provider == "in process":
        return InProcess(misbehaving_worker.handle, galley_of)
    return Supervisor(galley_of, command=MISBEHAVING, forking=provider == "forked", limits=limits)


@pytest.fixture(scope="module", params=PROVIDERS)
def asker(request):
    """Every way of getting an answer; what holds for it holds for all of them."""
    provider = make(request.param)
    provider.start()
    yield provider
    provider.close()


@pytest.fixture(scope="module", params=[name for name in PROVIDERS if name != "in process"])
def supervisor(request):
    """Real processes."""
    provider = make(request.param)
    provider.start()
    yield provider
    provider.close()


@pytest.fixture(scope="module")
def forked():
    if not ON_LINUX:
        pytest.skip("children are forked on Linux only")
    provider = make("forked")
    provider.start()
    yield provider
    provider.close()


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until(condition, seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())


def descendants(pid: int | None = None) -> set[int]:
    """Every living or zombie process below this one."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents.setdefault(int(fields[1]), []).append(int(entry.name))
    found: set[int] = set()
    rest = [pid or os.getpid()]
    while rest:
        below = parents.get(rest.pop(), [])
        found.update(below)
        rest.extend(below)
    return found


def open_descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())
