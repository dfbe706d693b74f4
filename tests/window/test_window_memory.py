"""The window comes back as it was left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter

from reviewer.gui.window_memory import WindowMemory


@pytest.fixture
def opened(qtbot, tmp_path):
    def make(size=(600, 400)):
        window = QSplitter(Qt.Orientation.Horizontal)
        window.addWidget(QLabel("list"))
        window.addWidget(QLabel("pages"))
        qtbot.addWidget(window)
        window.resize(*size)
        memory = WindowMemory(tmp_path / "settings" / "window.json", window, {"list": window})
        window.show()
        return window, memory

    return make


def test_a_border_stands_where_the_editor_left_it(opened):
    window, memory = opened()
    window.setSizes([150, 450])
    left = window.sizes()
    memory.write()
    again, _ = opened()
    assert again.sizes() == left


def test_the_window_has_its_size_again(opened):
    window, memory = opened((640, 480))
    memory.write()
    again, _ = opened((300, 300))
    assert again.size() == window.size()


def test_a_list_that_is_closed_keeps_its_width_for_next_time(opened):
    window, memory = opened()
    window.setSizes([150, 450])
    left = window.sizes()
    memory.write()
    window.widget(0).hide()
    memory.write()
    again, _ = opened()
    assert again.sizes() == left


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"borders": {"list": [-5, 9]}}', b'{"geometry": "AAAA", "borders": {}}']
)
def test_a_damaged_memory_is_no_memory(opened, tmp_path, content):
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "window.json").write_bytes(content)
    window, _ = opened((600, 400))
    assert window.width() == 600
