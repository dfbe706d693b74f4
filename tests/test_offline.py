import ast
import sys
from pathlib import Path

import pytest

from reviewer import workflow
from reviewer.isolation.in_process import InProcess
from reviewer.reviewing.session import Session
from reviewer.worker import Worker

SOURCE = Path(workflow.__file__).parent
NETWORK_MODULES = {
    "requests",
    "httpx",
    "urllib.request",
    "http.client",
    "ftplib",
    "smtplib",
    "ssl",
    "asyncio",
    "aiohttp",
}
LOCAL_SOCKETS = {"isolation", "gui/single_instance.py"}
"""Where sockets between processes of this machine are made: to the children, and to a second window."""


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_no_file_of_ours_imports_network_code():
    found = {(path.name, name) for path in SOURCE.rglob("*.py") for name in imports_of(path) if name in NETWORK_MODULES}
    assert found == set()


def test_sockets_are_used_between_processes_of_this_machine_only():
    for path in SOURCE.rglob("*.py"):
        if {"socket", "PySide6.QtNetwork"} & set(imports_of(path)):
            place = path.relative_to(SOURCE).as_posix()
            assert place in LOCAL_SOCKETS or place.split("/")[0] in LOCAL_SOCKETS


@pytest.fixture
def network_calls():
    """Whatever any library asks of the network from here on; an audit hook cannot be removed, only told to rest."""
    calls, watching = [], [True]

    def hook(event, arguments):
        if watching[0] and event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
            calls.append((event, arguments))

    sys.addaudithook(hook)
    yield calls
    watching[0] = False


def test_a_whole_review_asks_nothing_of_the_network(tmp_path, network_calls):
    article = tmp_path / "article.html"
    article.write_text(
        '<html><head><link rel="stylesheet" href="https://cdn.example/x.css"></head><body><h1>Fares to rise</h1>'
        '<img src="https://img.example/a.png"><p>The fare will rise to £72, Nordvik Lines said on Monday.</p></body>'
    )
    source = tmp_path / "release.txt"
    source.write_text("The fare will rise to £27, Nordvik Lines announced. See https://nordvik.example.")
    review = workflow.review_files(InProcess(Worker().handle), Session(), article, [source])
    assert review.claims
    assert network_calls == []
