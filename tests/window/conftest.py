import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from tests.window.desk_builders import open_desk


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
