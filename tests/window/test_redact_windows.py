"""Both windows of redaction can be used by keyboard and by ear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.window.redact_desk import apply, find, open_redact_desk


@pytest.fixture
def redact(open_window, qtbot, tmp_path):
    return open_redact_desk(open_window, qtbot, tmp_path)


def nameless(window):
    """Return what can have the focus and has no name that a screen reader could say."""
    focusable = [one for one in window.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [
        type(one).__name__
        for one in focusable
        if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text()) and one.isVisible()
    ]


def test_everything_that_takes_the_focus_has_a_name(redact, qtbot):
    window = find(redact, qtbot, "Maria Kovač")
    assert nameless(window) == []
    window.mark()
    assert nameless(apply(redact, qtbot)) == []


def test_a_place_is_ticked_with_the_space_bar(redact, qtbot):
    window = find(redact, qtbot, "Kovač")
    window.view.setFocus()
    window.view.setCurrentIndex(window.model.index(0, 0, window.model.index(0, 0)))
    qtbot.keyClick(window.view, Qt.Key.Key_Space)
    assert len(window.model.chosen()) == 1


def test_the_list_says_what_stands_there_and_whether_it_is_marked(redact, qtbot):
    window = find(redact, qtbot, "Aldsund")
    said = window.model.index(0, 0, window.model.index(0, 0)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "the quay at Aldsund, warned the board" in said
    window.mark()
    said = window.model.index(0, 0, window.model.index(0, 0)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(", marked")
