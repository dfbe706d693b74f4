"""A worker with the main loop of the real one and handlers that do what a taken-over or broken child might do.

What to do is the name of the file to be opened; its content is the argument.
"""

import ctypes
import gc
import hashlib
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from reviewer.isolation.command_line import Role
from reviewer.isolation.serving import serve
from reviewer.model.document import Block, BlockKind, Document, Page, Word, WordArray
from reviewer.model.geometry import Box
from reviewer.model.problem import Problem, ProblemCode, ReviewerError
from reviewer.model.request import (
    Failed,
    GalleyLoaded,
    LoadGalley,
    Opened,
    OpenedDocument,
    OpenFile,
    Ping,
    Pixels,
    Pong,
    Progress,
    RenderPage,
    Reply,
    Request,
    Step,
)

GALLEY = b"%PDF-1.7 not drawn by these tests"


def opened_text(name: str, content: bytes, text: str | None = None, parent: str | None = None) -> Opened:
    """Return a sound reply: one block, one page, one word; the text tells what the child has to say."""
    text = content.decode("utf-8", "replace") if text is None else text
    document = hashlib.sha256(content).hexdigest()
    length = len(text)
    word = Word(0, length, 1, Box(72, 72, 200, 84))
    words = WordArray.pack([word] if text else [])
    page = Page(1, 595, 842, words, 0, length)
    blocks = (Block(0, length, BlockKind.PARAGRAPH),)
    read = Document(document, name, "text/plain", text, blocks, (page,), typeset=True, parent=parent)
    return Opened((OpenedDocument(read, content, GALLEY),))


def handle(request: Request, report) -> Reply:
    match request:
        case Ping():
            return Pong()
        case LoadGalley():
            if request.galley == b"%PDF refuse":
                return Failed(Problem(ProblemCode.DAMAGED, {"reason": "test"}))
            return GalleyLoaded(request.document, 3)
        case RenderPage():
            return render(request)
        case OpenFile():
            action = ACTIONS.get(request.name, open_text)
            return action(request, report)
    return Failed(Problem(ProblemCode.DAMAGED))


def render(request: RenderPage) -> Reply:
    if request.page == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if request.page == 99:
        return Failed(Problem(ProblemCode.NO_PAGES))
    if request.page == 7:
        time.sleep(0.3)
    pid = os.getpid().to_bytes(4, "little")
    return Pixels(request.document, request.page, request.scale, 2, 2, 8, pid * 4, request.clip)


def open_text(request: OpenFile, report) -> Reply:
    report(Progress(Step.READING, 1, 2))
    return opened_text(request.name, request.content)


def child_channel() -> socket.socket:
    for holder in gc.get_objects():
        if type(holder).__name__ == "Channel" and holder._connection.fileno() >= 0:
            return holder._connection
    raise LookupError


def die(request, report):
    os.kill(os.getpid(), int(request.content))


def sleep(request, report):
    report(Progress(Step.READING, 0, 0))
    time.sleep(600)


def spin(request, report):
    while True:
        pass


def eat_memory(request, report):
    hoard = []
    while True:
        hoard.append(bytearray(64 << 20))


def eat_memory_in_c(request, report):
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.malloc.argtypes = [ctypes.c_size_t]
    while True:
        block = libc.malloc(64 << 20)
        if not block:
            os.abort()
        ctypes.memset(block, 1, 64 << 20)


def send_raw(request, report):
    child_channel().sendall(request.content)
    time.sleep(600)


def wrong_type(request, report):
    return Pong()


def other_file(request, report):
    return opened_text(request.name, request.content + b"!")


def recurse(request, report):
    return recurse(request, report)


def no_such_text(request, report):
    raise ValueError("secret words of the document")


def surrogate_in_reply(request, report):
    raise_problem = Problem(ProblemCode.DAMAGED, {"reason": "\ud800"})
    return Failed(raise_problem)


def lies_about_name(request, report):
    raise ReviewerError(ProblemCode.EMPTY_FILE, name="innocent.txt")


def grandchild(request, report):
    try:
        pid = os.fork()
    except OSError as error:
        return opened_text(request.name, request.content, f"refused {type(error).__name__}")
    if pid == 0:
        if request.content == b"escape":
            os.setsid()
        time.sleep(600)
        os._exit(0)
    if request.content == b"wait":
        report(Progress(Step.READING, pid, pid))
        time.sleep(600)
    return opened_text(request.name, request.content, f"forked {pid}")


def start_a_program(request, report):
    try:
        done = subprocess.run(["/bin/true"], check=False).returncode
    except OSError as error:
        return opened_text(request.name, request.content, f"refused {type(error).__name__}")
    return opened_text(request.name, request.content, f"ran {done}")


def describe(request, report):
    descriptors = sorted(str(link.readlink()) for link in list(Path("/proc/self/fd").iterdir()) if link.is_symlink())
    facts = {
        "environment": dict(os.environ),
        "directory": str(Path.cwd()),
        "listing": [entry.name for entry in Path.cwd().iterdir()],
        "mode": oct(Path.cwd().stat().st_mode & 0o777),
        "descriptors": descriptors,
        "threads": threading.active_count(),
        "pid": os.getpid(),
        "parent": os.getppid(),
        "isolated": sys.flags.isolated,
        "path": sys.path,
        "limits": {
            "core": resource.getrlimit(resource.RLIMIT_CORE),
            "files": resource.getrlimit(resource.RLIMIT_NOFILE),
            "file size": resource.getrlimit(resource.RLIMIT_FSIZE),
            "memory": resource.getrlimit(resource.RLIMIT_AS),
        },
    }
    return opened_text(request.name, request.content, json.dumps(facts))


def touch_network(request, report):
    host, port = request.content.decode().split()
    try:
        with socket.create_connection((host, int(port)), timeout=2):
            outcome = "connected"
    except OSError as error:
        outcome = f"refused {type(error).__name__}"
    return opened_text(request.name, request.content, outcome)


def write_here(request, report):
    Path("left-behind.txt").write_text("x")
    return opened_text(request.name, request.content, str(Path.cwd()))


def try_path(request, report):
    action, path = request.content.decode().split(" ", 1)
    try:
        outcome = Path(path).read_text() if action == "read" else f"wrote {Path(path).write_text('x')}"
    except OSError as error:
        outcome = f"refused {type(error).__name__}"
    return opened_text(request.name, request.content, outcome)


def kill_other(request, report):
    try:
        os.kill(int(request.content), signal.SIGTERM)
    except OSError as error:
        return opened_text(request.name, request.content, f"refused {type(error).__name__}")
    return opened_text(request.name, request.content, "killed")


def flood_progress(request, report):
    while True:
        report(Progress(Step.READING, 1, 2))


ACTIONS = {
    "die": die,
    "sleep": sleep,
    "spin": spin,
    "eat memory": eat_memory,
    "eat memory in C": eat_memory_in_c,
    "send raw": send_raw,
    "wrong type": wrong_type,
    "other file": other_file,
    "recurse": recurse,
    "raise": no_such_text,
    "surrogate": surrogate_in_reply,
    "lie": lies_about_name,
    "grandchild": grandchild,
    "program": start_a_program,
    "describe": describe,
    "network": touch_network,
    "write here": write_here,
    "path": try_path,
    "kill": kill_other,
    "flood": flood_progress,
}


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:], handle, {role: [] for role in Role}))
