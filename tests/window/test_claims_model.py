import time

import pytest
from PySide6.QtCore import Qt

from reviewer.gui.claim_rows import Filter, Order
from reviewer.gui.claims_model import ClaimsModel
from reviewer.gui.locators import Locators
from reviewer.gui.session_bridge import SessionBridge
from reviewer.model.verdict import Decision, Signature
from reviewer.reviewing.edits import DescribeReview, GiveVerdict
from reviewer.reviewing.session import Session
from tests.window.desk_builders import ferry_review

BY = Signature("MD", "Mara Dunmore", "2026-05-06T10:42:00+01:00")


@pytest.fixture
def bridge(qapp):
    return SessionBridge(Session(None, ferry_review().build()))


@pytest.fixture
def model(bridge):
    return ClaimsModel(bridge, Locators())


def judge(bridge, model, row):
    bridge.apply(GiveVerdict(model.shown_claims[row], Decision.VERIFIED, BY))


def test_a_verdict_changes_its_row_and_resets_nothing(bridge, model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        judge(bridge, model, 1)
    assert changed.args[0].row() == changed.args[1].row() == 1


def test_an_edit_elsewhere_touches_no_row(bridge, model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        bridge.apply(DescribeReview("ferry", 1, "", ""))


def test_a_judged_claim_leaves_the_open_filter(bridge, model):
    model.show_only(Filter.OPEN)
    judge(bridge, model, 0)
    assert model.rowCount() == 3


def test_neighbours_go_round_the_end(model):
    first, *_, last = model.shown_claims
    assert model.neighbour(last, 1) == first
    assert model.neighbour(first, -1) == last


def test_without_a_current_claim_the_first_or_last_follows(model):
    assert model.neighbour(None, 1) == model.shown_claims[0]


def test_the_next_open_claim_skips_judged_ones(bridge, model):
    judge(bridge, model, 1)
    assert model.neighbour(model.shown_claims[0], 1, open_only=True) == model.shown_claims[2]


def test_when_all_are_judged_no_open_claim_follows(bridge, model):
    for row in range(4):
        judge(bridge, model, row)
    assert model.neighbour(model.shown_claims[0], 1, open_only=True) is None


def test_from_a_claim_that_the_filter_hides_the_order_goes_on_where_it_stood(bridge, model):
    second, third = model.shown_claims[1:3]
    model.show_only(Filter.OPEN)
    judge(bridge, model, 1)
    assert second not in model.shown_claims
    assert model.neighbour(second, 1) == third


def test_a_screen_reader_hears_number_verdict_words_speaker_place_and_finding(model):
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "C01, Open, A single fare will cost £72, newsroom, S1 p1 l2, figure changed"


def test_the_order_by_risk_is_kept_when_verdicts_come(bridge, model):
    model.sort_by(Order.RISK)
    worst = model.shown_claims[0]
    judge(bridge, model, 0)
    assert model.shown_claims[-1] == worst


def test_filtering_is_quick(model):
    started = time.process_time()
    for text in ("f", "fa", "far", "fare", ""):
        model.filter_text(text)
    assert time.process_time() - started < 0.1
