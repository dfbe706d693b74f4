"""One claim in several places (headline, lead) stands together in the list and can be judged at once."""

import msgspec
import pytest

from reviewer.gui.claim_groups import grouped
from reviewer.gui.claim_rows import Filter as Chip
from reviewer.gui.claim_rows import Order, Tie, chosen_rows, claim_rows
from reviewer.model.claim import Place
from reviewer.model.verdict import Decision
from tests.documents.review_builder import ReviewBuilder

HARBOUR = """Harbour to close for nine weeks

The quay at Port Ellin was built in 1904.

The harbour closes for nine weeks in spring, the board said.

Nobody asked the fishermen.
"""
HEADLINE = "Harbour to close for nine weeks"
QUAY = "The quay at Port Ellin was built in 1904."
LEAD = "The harbour closes for nine weeks in spring"
LAST = "Nobody asked the fishermen."


def harbour_review():
    """Four claims; headline and third paragraph say the same."""
    builder = ReviewBuilder(HARBOUR)
    headline = builder.claim(HEADLINE, place=Place.HEADLINE)
    builder.claim(QUAY)
    lead = builder.claim(LEAD)
    builder.claim(LAST)
    twins = {headline.id: (lead.id,), lead.id: (headline.id,)}
    builder.claims = [msgspec.structs.replace(one, duplicates=twins.get(one.id, ())) for one in builder.claims]
    return builder


@pytest.fixture
def harbour(open_window):
    return open_window(builder=harbour_review())


def texts(rows):
    return [row.claim.text for row in rows]


def test_a_claim_said_again_stands_under_the_one_that_says_it_first():
    rows = claim_rows(harbour_review().build())
    assert texts(grouped(rows)) == [HEADLINE, LEAD, QUAY, LAST]


def test_each_row_of_a_group_knows_where_it_stands_in_it():
    rows = claim_rows(harbour_review().build())
    assert [row.tie for row in grouped(rows)] == [Tie.FIRST, Tie.LAST, Tie.NONE, Tie.NONE]


def test_a_row_whose_twin_the_filter_hides_stands_alone():
    builder = harbour_review()
    builder.verdict(builder.claims[0], Decision.VERIFIED)
    rows = chosen_rows(claim_rows(builder.build()), Chip.OPEN, "", Order.PLACE)
    assert [(row.claim.text, row.tie) for row in grouped(rows)][1] == (LEAD, Tie.NONE)


def test_a_claim_that_repeats_one_that_repeats_another_belongs_to_both():
    builder = harbour_review()
    first, second, third, last = builder.claims
    twins = {first.id: (second.id,), second.id: (first.id, last.id), last.id: (second.id,)}
    builder.claims = [msgspec.structs.replace(one, duplicates=twins.get(one.id, ())) for one in builder.claims]
    rows = grouped(claim_rows(builder.build()))
    assert [row.tie for row in rows] == [Tie.FIRST, Tie.INNER, Tie.LAST, Tie.NONE]
    assert rows[3].claim.id == third.id


def test_the_next_claim_is_the_one_that_says_the_same(harbour):
    harbour.go_to(0)
    harbour.trigger("claim.next")
    assert harbour.window.selection.claim == harbour.claims[2].id


def test_a_group_chosen_at_once_is_judged_at_once(harbour):
    harbour.go_to(2)
    harbour.trigger("claim.choose_same", "verdict.verified")
    assert {claim: one.decision for claim, one in harbour.desk.verdicts.items()} == {
        harbour.claims[0].id: Decision.VERIFIED,
        harbour.claims[2].id: Decision.VERIFIED,
    }


def test_choosing_a_group_keeps_the_current_claim(harbour):
    current = harbour.go_to(2)
    harbour.trigger("claim.choose_same")
    assert harbour.window.selection.claim == current
    assert harbour.window.selection.claims == (harbour.claims[0].id, current)


def test_without_a_twin_there_is_nothing_to_choose(harbour):
    harbour.go_to(1)
    assert not harbour.window.action("claim.choose_same").isEnabled()


def test_groups_can_be_switched_off_and_the_choice_is_remembered(harbour):
    harbour.trigger("view.group_same")
    assert harbour.window.model.shown_claims == [claim.id for claim in harbour.claims]
    assert harbour.window.settings.values.group_same is False


def test_a_screen_reader_hears_which_claims_say_the_same(harbour):
    spoken = harbour.window.model.index(0).data()
    assert spoken.endswith("says the same as C03")
