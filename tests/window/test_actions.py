from collections import Counter

from PySide6.QtWidgets import QLabel

from reviewer.gui.action_spec import Menu, WindowState
from reviewer.gui.actions import ACTIONS
from reviewer.gui.key_card import KeyCard


def test_ids_are_unique():
    assert [id_ for id_, count in Counter(spec.id for spec in ACTIONS).items() if count > 1] == []


def test_every_menu_has_something_in_it():
    assert {spec.menu for spec in ACTIONS} == set(Menu)


def test_no_key_stands_for_two_commands(qapp):
    keys = Counter(key.toString() for spec in ACTIONS for key in spec.sequences())
    keys += Counter(key.upper() for spec in ACTIONS for key in spec.single_keys)
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_standard_keys_that_the_platform_lacks_have_a_stand_in(qapp):
    standard = [spec for spec in ACTIONS if spec.standard is not None]
    assert [spec.id for spec in standard if not spec.sequences()] == []


def test_the_keys_of_the_product_are_there():
    keys = {key: spec.id for spec in ACTIONS for key in (*spec.single_keys, *spec.keys)}
    expected = {
        "J": "claim.next",
        "K": "claim.previous",
        "Shift+J": "claim.next_open",
        "Shift+K": "claim.previous_open",
        "1": "verdict.verified",
        "2": "verdict.fix",
        "3": "verdict.unsourced",
        "4": "verdict.query",
        "5": "verdict.not_checkable",
        "6": "verdict.cut",
        "0": "verdict.clear",
        "N": "claim.next_candidate",
        "P": "claim.previous_candidate",
        "C": "claim.comment",
        "I": "claim.read_second",
        "/": "edit.find",
        "U": "edit.undo",
        "Ctrl+Z": "edit.undo",
        "Ctrl+Shift+Z": "edit.redo",
        "?": "help.keys",
        "F6": "view.next_pane",
        "F7": "view.swap",
    }
    assert {key: keys.get(key) for key in expected} == expected


def test_nothing_that_needs_an_article_is_enabled_without_one(qapp):
    enabled = {spec.id for spec in ACTIONS if spec.enabled(WindowState())}
    assert not enabled & {"file.export", "verdict.verified", "claim.next", "edit.undo", "view.zoom_in"}
    assert {"file.open_article", "file.paste", "file.sample", "help.keys"} <= enabled


def test_the_key_card_shows_every_command_that_has_a_key(qtbot):
    card = KeyCard()
    qtbot.addWidget(card)
    shown = {label.text() for label in card.findChildren(QLabel)}
    missing = [spec.id for spec in ACTIONS if spec.keys_shown() and spec.text.replace("&", "").rstrip("…") not in shown]
    assert missing == []
