"""Claims in other words that are surer, wider or otherwise counted than their source."""

import pytest

from reviewer.model.finding import CLEAN, Rule


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The brewery has closed its Torley plant.", "The brewery plans to close its Torley plant."),
        ("The keepers stopped the two goats.", "The keepers tried to stop the two goats."),
        ("Ned Farrow stole the church bell in May.", "Ned Farrow is accused of stealing the church bell in May."),
        ("She will sail again in spring.", "She hopes to sail again in spring."),
        ("The clerk wore a green hat at the vote.", "The clerk may have been wearing a green hat at the vote."),
        ("The brewery's plant will reopen on Friday.", "Subject to tests, the brewery's plant will reopen on Friday."),
        ("Visitors with dogs may enter the walled garden.", "Only members with dogs may enter the walled garden."),
        ("The closures led to fewer barn owls.", "The closures coincided with fewer barn owls."),
    ],
)
def test_what_was_planned_tried_alleged_or_bounded_is_no_fact(judge_claim, claim, source):
    assert judge_claim(claim, source).rule is Rule.STRENGTHENED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The brewery intends to close its Torley plant.", "The brewery plans to close its Torley plant."),
        ("Ned Farrow denies stealing the church bell.", "Ned Farrow is accused of stealing the church bell."),
        ("Depending on tests, the plant will reopen on Friday.", "Subject to tests, the plant will reopen on Friday."),
        ("Entry is limited to members with dogs.", "Only members with dogs may enter."),
        ("Dogs are allowed in the walled garden.", "Dogs may go into the walled garden."),
    ],
)
def test_the_same_said_with_another_word_for_it_is_fair(judge_claim, claim, source):
    assert judge_claim(claim, source).rule is not Rule.STRENGTHENED


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        ("The pump lifts 300 litres a minute.", Rule.FIGURE_CHANGED),
        ("The pump lifts 300 litres.", Rule.FIGURE_CHANGED),
        ("The pump lifts 300 litres per second.", Rule.PARAPHRASE_OK),
    ],
)
def test_a_figure_keeps_what_it_is_counted_by(judge_claim, claim, rule):
    assert judge_claim(claim, "The pump lifts 300 litres a second.").rule is rule


def test_a_quoted_figure_keeps_what_it_is_counted_by(judge_quote):
    assert judge_quote("We bake 900 loaves a week", "We bake 900 loaves a day.").rule is Rule.FIGURE_CHANGED
    assert judge_quote("We bake all week", "We bake all day.").rule is Rule.ALTERED_QUOTE


def test_a_name_that_no_source_knows_in_the_place_of_another_is_changed(judge_claim):
    judged = judge_claim("The mill in Barrowby burned for a day.", "The mill in Oxley burned for a day.")
    assert judged.rule is Rule.NAME_CHANGED
    assert judged.arguments["source"] == "Oxley"


@pytest.mark.parametrize("word", ["from", "although"])
def test_another_word_for_until_turns_the_sense(judge_claim, word):
    claim = f"The bridge stays closed {word} the tower has been mended."
    assert judge_claim(claim, "The bridge stays closed until the tower has been mended.").rule is Rule.CONTRADICTED


def test_two_sides_of_since_may_be_told_in_either_order(judge_claim):
    judged = judge_claim(
        "Since April Ida Crane has led the guild, which split.", "The guild split. Ida Crane has led it since April."
    )
    assert judged.rule in CLEAN


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The road will not open before the bank is safe.", "The road stays shut until the bank is safe."),
        ("Every diver saw the wreck.", "No diver failed to see the wreck."),
    ],
)
def test_a_denied_opposite_says_the_same(judge_claim, claim, source):
    assert judge_claim(claim, source).rule is not Rule.CONTRADICTED


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("we could have saved the herd", "Had they phoned us, we could have saved the herd."),
        ("The coins are Roman", "A few of the coins are Roman."),
        ("we are not selling the herd", "At this stage we are not selling the herd."),
        ("we have run out of hay", "In this valley we have run out of hay."),
        ("I shall not call it theft", "I shall not call it theft today."),
    ],
)
def test_a_limit_or_condition_cut_off_a_quote_takes_it_out_of_context(judge_quote, printed, said):
    assert judge_quote(printed, said).rule is Rule.OUT_OF_CONTEXT


def test_the_day_cut_off_a_plain_statement_changes_nothing(judge_quote):
    assert judge_quote("I called it theft", "I called it theft today.").rule is Rule.VERBATIM


def test_a_fragment_may_leave_off_how_many_there_were(judge_quote):
    assert judge_quote("coins with holes in them", "A few coins with holes in them lay there.").rule is Rule.VERBATIM


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("The council has banned barbecues in the park.", "The council is considering a ban on barbecues in the park."),
        ("Ned Pryor called for a toll on the bridge.", "We urge the council to look at a toll on the bridge."),
        ("Ada Cole demanded free buses for every child.", "We ask the board to study free buses for every child."),
    ],
)
def test_what_was_to_be_thought_about_is_not_done_or_demanded(judge_claim, claim, said):
    assert judge_claim(claim, said).rule is Rule.STRENGTHENED


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("The council is thinking about a ban on barbecues.", "The council is considering a ban on barbecues."),
        ("The council may ban barbecues in the park.", "The council is considering a ban on barbecues in the park."),
        ("The ban on barbecues starts in May.", "The council discussed the ban on barbecues, which starts in May."),
    ],
)
def test_what_is_still_only_thought_about_is_clean(judge_claim, claim, said):
    assert judge_claim(claim, said).rule is Rule.PARAPHRASE_OK
