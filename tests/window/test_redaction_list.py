"""With thousands of marks listed, a change touches the rows that differ and no others."""

from dataclasses import replace

import pytest

from reviewer.gui.redaction_list import RedactionList
from reviewer.gui.redaction_rows import Group, Row
from reviewer.gui.theme import load_theme

ROWS = tuple(Row(f"m{number}", f"word {number}", "p1 l1", "d", (), "SRC", "MD") for number in range(6))


@pytest.fixture
def listed(qtbot):
    made = RedactionList("Marks", load_theme("light"))
    qtbot.addWidget(made)
    made.show_groups((Group("d", "letter.txt", ROWS),))
    return made


def items(listed):
    heading = listed.topLevelItem(0)
    return [heading.child(at) for at in range(heading.childCount())]


def keys(listed):
    return [item.data(0, 256).key for item in items(listed)]


@pytest.mark.parametrize(
    "after",
    [
        ROWS[:2] + ROWS[3:],
        (*ROWS[:2], Row("new", "more", "p1 l2", "d", ()), *ROWS[2:]),
        (*ROWS, Row("new", "more", "p1 l2", "d", ())),
        ROWS[1:],
        ROWS[::-1],
        (),
    ],
    ids=["one less", "one more", "one at the end", "the first gone", "turned round", "none left"],
)
def test_the_list_shows_what_there_is(listed, after):
    listed.show_groups((Group("d", "letter.txt", after),))
    assert keys(listed) == [row.key for row in after]


def test_rows_that_stay_are_left_alone(listed):
    before = items(listed)
    listed.show_groups((Group("d", "letter.txt", (*ROWS[:3], replace(ROWS[3], reason="LEGAL"), *ROWS[4:])),))
    same = [new is old for new, old in zip(items(listed), before, strict=True)]
    assert same == [True, True, True, False, True, True]


def test_a_selected_row_that_changes_stays_selected(listed):
    listed.select_rows(["m3"])
    listed.show_groups((Group("d", "letter.txt", (*ROWS[:3], replace(ROWS[3], reason="LEGAL"), *ROWS[4:])),))
    assert listed.selected == {"m3"}


def test_a_selected_row_that_goes_is_selected_no_more(listed, qtbot):
    listed.select_rows(["m3"])
    with qtbot.waitSignal(listed.chosen) as told:
        listed.show_groups((Group("d", "letter.txt", ROWS[:3] + ROWS[4:]),))
    assert told.args == [frozenset()]
