import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from tests.window.desk_builders import open_desk

PATIENCE = 120_000
"""Milliseconds to wait for what must come: what never comes fails all the same, a busy machine does not."""


class PatientBot(QtBot):
    """Waits long unless a test says otherwise."""

    def waitUntil(self, callback, *, timeout=PATIENCE):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE, raising=None, check_params_cb=None):
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)


@pytest.fixture
def qtbot(qapp, request):
    """Drives widgets, with patience."""
    return PatientBot(request)


@pytest.fixture
def open_window(qapp, tmp_path):
    """Opens windows and closes them after the test."""
    opened = []

    def make(**choices):
        opened.append(open_desk(qapp, tmp_path, **choices))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
    qapp.processEvents()


@pytest.fixture
def desk(open_window):
    """A window with the ferry review."""
    return open_window()
