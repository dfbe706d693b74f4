"""Ordinals, verbs that deny, titles with `deputy` before them, and parts of a claim that stand nowhere."""

import pytest

from reviewer.model.finding import CLEAN, Rule


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("It was the fourth flood in Torley in ten years.", "It was the third flood in Torley in ten years."),
        ("She is the first woman to lead the guild.", "She is the fourth woman to lead the guild and the first baker."),
        ("It is the largest orchard in the valley.", "It is the second largest orchard in the valley."),
    ],
)
def test_another_ordinal_before_the_same_word_is_a_changed_figure(judge_claim, claim, source):
    assert judge_claim(claim, source).rule is Rule.FIGURE_CHANGED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("It was the third flood in Torley in ten years.", "It was Torley's third flood in ten years."),
        ("The flood in Torley drowned two mills.", "The third flood in Torley drowned two mills."),
        ("It is the largest orchard in the valley.", "The largest orchard in the valley is its second largest farm."),
    ],
)
def test_the_same_ordinal_and_one_left_out_are_fair(judge_claim, claim, source):
    assert judge_claim(claim, source).rule in CLEAN


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("No diver found the wreck.", "No diver failed to find the wreck."),
        ("Mr Gale denied that he had sold the bell.", "Mr Gale did not deny that he had sold the bell."),
        ("The guild found the wreck in June.", "The guild failed to find the wreck in June."),
    ],
)
def test_a_verb_that_denies_may_not_go_nor_lose_its_own_denial(judge_claim, claim, source):
    assert judge_claim(claim, source).rules & {Rule.NEGATION_CHANGED, Rule.CONTRADICTED}


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The guild did not find the wreck in June.", "The guild failed to find the wreck in June."),
        ("Mr Gale denied that he had sold the bell.", "Mr Gale denied that he had sold the bell."),
    ],
)
def test_the_same_denial_in_another_word_is_fair(judge_claim, claim, source):
    assert judge_claim(claim, source).rule in CLEAN


def test_a_title_may_not_lose_its_deputy(judge_claim):
    source = "Deputy Mayor Ida Crane opened the weir at noon."
    assert judge_claim("Mayor Ida Crane opened the weir at noon.", source).rule is Rule.NAME_CHANGED
    assert judge_claim("Deputy Mayor Ida Crane opened the weir at noon.", source).rule in CLEAN
    both = f"{source} Mayor Ida Crane, as she is now, was there."
    assert judge_claim("Mayor Ida Crane opened the weir at noon.", both).rule in CLEAN


def test_one_is_not_several(judge_claim):
    source = "The audit names one supplier and closes the case."
    assert judge_claim("The audit names several suppliers and closes the case.", source).rule not in CLEAN


def test_other_words_for_a_day_that_cannot_be_told_are_a_changed_date_in_a_quote(judge_quote):
    judged = judge_quote("we will sail this year", "If we can we will sail next year.", published=None)
    assert judged.rule is Rule.DATE_CHANGED


def test_the_half_of_a_claim_that_stands_in_no_source_is_named(judge_claim):
    source = "The harbour trust will dredge the channel to Torley in March with a new barge."
    claim = (
        "The harbour trust will dredge the channel to Torley in March; engineers doubt whether pumps survive winters."
    )
    judged = judge_claim(claim, source)
    assert judged.rule is Rule.PARAPHRASE_OK
    assert judged.arguments["missing"] == "engineers doubt whether pumps survive winters"
    whole = judge_claim("The harbour trust will dredge the channel to Torley in March.", source)
    assert "missing" not in whole.arguments


@pytest.mark.parametrize(("printed", "unit"), [("C$3m", "CAD"), ("3 million US dollars", "USD")])
def test_dollars_are_told_apart_by_their_country(judge_claim, printed, unit):
    judged = judge_claim(f"The picture made {printed} in June.", "The picture made 3 million Canadian dollars in June.")
    assert (judged.rule in CLEAN) is (unit == "CAD")


def test_the_ends_of_one_stretch_of_time_stay_its_ends_wherever_it_stands(judge_claim):
    source = "Thefts of bells doubled between 2010 and 2020."
    assert judge_claim("Between 2010 and 2020 thefts of bells doubled.", source).rule in CLEAN
