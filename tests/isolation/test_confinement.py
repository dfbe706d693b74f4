"""What a child finds around it: as little as the system lets us leave."""

import ctypes
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.isolation.command_line import Role
from reviewer.model.request import Opened, OpenFile, Ping, Pong

from . import misbehaving_worker
from .conftest import ON_LINUX, wait_until

LANDLOCK = ON_LINUX and ctypes.CDLL(None).syscall(444, None, ctypes.c_long(0), ctypes.c_long(1)) > 0
needs_landlock = pytest.mark.skipif(not LANDLOCK, reason="this kernel has no Landlock")


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


@pytest.mark.skipif(not ON_LINUX, reason="the network is closed on Linux only")
def test_a_child_has_no_network(supervisor):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        assert said(supervisor, "network", f"127.0.0.1 {port}").startswith("refused")


def test_the_helper_itself_has_no_network_where_users_may_make_namespaces(forked):
    forked.ask(Ping(), Pong)
    namespaces = Path(f"/proc/{forked._broods[Role.PARSER].pid}/ns/net")

    probe = "from reviewer.isolation.confinement import leave_the_network as leave; print(leave())"
    possible = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert (namespaces.readlink() != Path("/proc/self/ns/net").readlink()) is (possible.strip() == "True")


@pytest.mark.skipif(not ON_LINUX, reason="system calls are filtered on Linux only")
def test_a_child_cannot_start_a_program(supervisor):
    assert said(supervisor, "program").startswith("refused")


@pytest.mark.skipif(not ON_LINUX, reason="system calls are filtered on Linux only")
def test_a_child_cannot_fork(supervisor):
    assert said(supervisor, "grandchild").startswith("refused")


@pytest.mark.skipif(not ON_LINUX, reason="system calls are filtered on Linux only")
def test_a_child_cannot_signal_the_window(supervisor):
    assert said(supervisor, "kill", str(os.getpid())).startswith("refused")


def test_a_child_can_read_the_programs_own_files(forked):
    own = Path(misbehaving_worker.__file__).parents[2] / "reviewer" / "__init__.py"

    assert said(forked, "path", f"read {own}") == own.read_text()


@needs_landlock
def test_a_child_cannot_read_other_files(forked, tmp_path):
    (tmp_path / "private.txt").write_text("the editor's own")

    assert said(forked, "path", f"read {tmp_path / 'private.txt'}").startswith("refused")


@needs_landlock
def test_a_child_cannot_write_outside_its_directory(forked, tmp_path):
    assert said(forked, "path", f"write {tmp_path / 'new.txt'}").startswith("refused")
    assert not (tmp_path / "new.txt").exists()


def test_a_child_can_write_in_its_directory(supervisor):
    assert said(supervisor, "path", "write scratch.txt") == "wrote 1"


@pytest.mark.skipif(not ON_LINUX, reason="children are limited by rlimits on Linux")
def test_a_child_has_no_core_dump_few_descriptors_and_a_largest_file(forked):
    limits = json.loads(said(forked, "describe"))["limits"]

    assert limits["core"] == [0, 0]
    assert limits["files"] == [64, 64]
    assert limits["file size"][1] == 1 << 30
    assert limits["memory"][1] < 1 << 31
