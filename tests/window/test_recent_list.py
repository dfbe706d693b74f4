"""The empty window remembers reviews; pinned ones stay at the top and outlive clearing."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QToolButton

from reviewer.gui.recent_list import MOST_SHOWN, listed
from reviewer.preferences import Preferences


def paths(*names):
    return tuple(f"/reviews/{name}.review" for name in names)


def remember(opened, recent, pinned=()):
    opened.window.settings.change(recent=paths(*recent), pinned=paths(*pinned))
    return opened.window.empty.recent


def names(recent):
    return [row.findChild(QPushButton).text() for row in recent.rows]


def pin(recent, name):
    row = next(row for row in recent.rows if row.findChild(QPushButton).text() == name)
    row.findChild(QToolButton).click()


def test_a_window_that_remembers_nothing_shows_no_list(open_window):
    assert not open_window(builder=False).window.empty.recent.isVisible()


def test_pinned_reviews_stand_first(open_window):
    recent = remember(open_window(builder=False), ("ferry", "quay", "mill"), ("mill",))
    assert names(recent) == ["mill", "ferry", "quay"]


def test_a_click_pins_and_another_one_lets_go(open_window):
    opened = open_window(builder=False)
    recent = remember(opened, ("ferry", "quay"))
    pin(recent, "quay")
    assert (names(recent), opened.window.settings.values.pinned) == (["quay", "ferry"], paths("quay"))
    pin(recent, "quay")
    assert (names(recent), opened.window.settings.values.pinned) == (["quay", "ferry"], ())


def test_clearing_leaves_what_is_pinned(open_window, qtbot):
    opened = open_window(builder=False)
    recent = remember(opened, ("ferry", "quay", "mill"), ("mill",))
    next(one for one in recent.findChildren(QPushButton) if one.text() == "Clear list").click()
    assert names(recent) == ["mill"]
    assert opened.window.settings.values.recent == paths("mill")


def test_a_pinned_review_is_shown_however_many_were_opened_since():
    values = Preferences(recent=paths(*map(str, range(12))), pinned=paths("old"))
    assert listed(values)[0] == ("/reviews/old.review", True)
    assert len(listed(values)) == MOST_SHOWN


def test_a_click_on_the_name_opens_the_review(open_window, qtbot):
    recent = remember(open_window(builder=False), ("ferry",))
    with qtbot.waitSignal(recent.review_wanted) as wanted:
        recent.rows[0].findChild(QPushButton).click()
    assert wanted.args == [Path("/reviews/ferry.review")]
