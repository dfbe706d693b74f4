"""One review of the sample from drop to packet by keyboard alone, and one by mouse, each as an editor would do it."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QPushButton

from reviewer import worker
from reviewer.assets import sample_files
from reviewer.gui.claim_rows import Filter
from reviewer.gui.export_dialog import ExportDialog
from reviewer.isolation.in_process import InProcess
from reviewer.model.verdict import Decision
from tests.window.test_main_window import dropped_on

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty(open_window, tmp_path, qtbot):
    """An empty window in front, whose requests are answered by the real stages; packets go to a folder of the test."""
    opened = []
    asker = InProcess(worker.handle, lambda document: opened[0].storage.galley(document))
    opened.append(open_window(builder=False, asker=asker))
    opened[0].window.settings.change(last_folder=str(tmp_path))
    opened[0].window.activateWindow()
    return opened[0]


def copy_files(*files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    QApplication.clipboard().setMimeData(mime)


def settle(opened, qtbot, sources):
    review = opened.bridge
    qtbot.waitUntil(
        lambda: len(review.review.desk.sources) >= sources and bool(review.review.findings) and not opened.jobs.running
    )


def in_export_dialog(qtbot, act):
    """Act in the export dialog as soon as it stands."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ExportDialog):
            act(dialog)
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


def check_packet(opened, qtbot, folder, comment):
    """The packet stands in the folder, says what was decided, and the review is saved."""
    qtbot.waitUntil(lambda: (folder / "review.json").exists() and not opened.jobs.running)
    text = json.dumps(json.loads((folder / "review.json").read_text("utf-8")), ensure_ascii=False)
    assert comment in text
    assert list(folder.glob("*.pdf"))
    assert not opened.bridge.review.open_claims
    qtbot.waitUntil(lambda: opened.bridge.session.is_saved)


def test_a_review_by_keyboard_alone(empty, qtbot, tmp_path):
    window, (article, *sources) = empty.window, sample_files()

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)

    copy_files(article)
    press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: bool(empty.bridge.review.claims))
    copy_files(*sources)
    press(Qt.Key.Key_V, CONTROL)
    settle(empty, qtbot, sources=4)

    view = window.desk.claims.view
    qtbot.waitUntil(view.hasFocus)
    press("k")
    press("j")
    first = window.selection.claim
    press("1")
    assert empty.desk.verdicts[first].decision is Decision.VERIFIED
    second = window.selection.claim
    press("c")
    qtbot.waitUntil(window.desk.comparison.notes.text.hasFocus)
    qtbot.keyClicks(QApplication.focusWidget(), "Who counted these?")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.hasFocus)
    press("4")
    assert empty.desk.verdicts[second].decision is Decision.QUERY
    press("u")
    assert second not in empty.desk.verdicts
    press("4")
    for _ in range(len(empty.bridge.review.open_claims)):
        press("2")
    assert window.messages.sentences[-1] == "Every claim is judged."

    in_export_dialog(qtbot, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    press(Qt.Key.Key_E, CONTROL)
    check_packet(empty, qtbot, tmp_path, "Who counted these?")


def test_a_review_by_mouse_alone(empty, qtbot, tmp_path):
    window, (article, *sources) = empty.window, sample_files()

    def click(widget, place=None):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    dropped_on(window.empty.article, article)
    qtbot.waitUntil(lambda: bool(empty.bridge.review.claims))
    dropped_on(window.desk.panes.source, *sources)
    settle(empty, qtbot, sources=4)

    view, verdicts = window.desk.claims.view, window.desk.verdict
    third = window.model.shown_claims[2]
    click(view.viewport(), view.visualRect(window.model.index(2)).center())
    assert window.selection.claim == third
    click(verdicts.button(Decision.QUERY))
    assert empty.desk.verdicts[third].decision is Decision.QUERY

    minimap = window.desk.panes.minimap
    last = minimap.entries()[-1]
    click(minimap, QPoint(minimap.width() // 2, round(last.y)))
    assert window.selection.claim == last.mark.claim
    click(window.desk.claims.filters.chip_of(Filter.OPEN))
    while window.model.rowCount():
        click(view.viewport(), view.visualRect(window.model.index(0)).center())
        click(verdicts.button(Decision.VERIFIED))
    assert window.messages.sentences[-1] == "Every claim is judged."

    in_export_dialog(qtbot, lambda dialog: click(_named(dialog, "Export")))
    click(_named(window.top, "Export packet…"))
    check_packet(empty, qtbot, tmp_path, third)


def _named(parent, text):
    return next(one for one in parent.findChildren(QPushButton) if one.text() == text)
