"""What a child finds around it: as little as the system lets us leave."""

import json
import socket
import threading
from pathlib import Path

import pytest

from reviewer.model.request import Opened, OpenFile

from .conftest import wait_until


def said(supervisor, action: str, content: str = "") -> str:
    return supervisor.ask(OpenFile(action, content.encode()), Opened).documents[0].document.text


@pytest.fixture
def facts(supervisor):
    return json.loads(said(supervisor, "describe"))


def test_the_environment_is_empty(facts):
    assert facts["environment"] == {}


def test_the_working_directory_is_private_and_empty(facts):
    directory = Path(facts["directory"])
    assert "reviewer-" in directory.parent.name + directory.name
    assert facts["listing"] == []
    assert facts["mode"] == "0o700"


def test_two_children_never_share_a_directory(supervisor):
    assert said(supervisor, "write here", "1") != said(supervisor, "write here", "2")


def test_the_working_directory_is_removed_when_the_child_ends(supervisor):
    directory = said(supervisor, "write here")

    assert wait_until(lambda: not Path(directory).exists())


def test_python_runs_isolated(facts):
    assert facts["isolated"] == 1
    assert "" not in facts["path"]


def test_a_forked_child_is_single_threaded(forked):
    assert json.loads(said(forked, "describe"))["threads"] == 1


def test_a_child_holds_no_descriptor_but_its_own_channel(facts):
    sockets = [name for name in facts["descriptors"] if name.startswith("socket:")]

    assert len(sockets) == 1
    assert all(name == "/dev/null" or name.startswith(("socket:", "/proc")) for name in facts["descriptors"])


def test_a_forked_child_has_no_network(forked):
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.settimeout(3), daemon=True).start()
        port = server.getsockname()[1]

        assert said(forked, "network", f"127.0.0.1 {port}").startswith("refused")


def test_a_file_that_a_child_writes_may_not_be_larger_than_its_limit(forked):
    assert said(forked, "write here").startswith("/")
