"""Ellipses and brackets that are open but turn the sense."""

import pytest

from reviewer.model.finding import Rule


@pytest.mark.parametrize(
    ("printed", "said", "rule"),
    [
        ("We did … sell the mill", "We did not sell the mill.", Rule.OUT_OF_CONTEXT),
        ("We … sold a field", "We never, in forty years of farming, sold a field.", Rule.OUT_OF_CONTEXT),
        ("He said … in the crew had slept", "He said nobody in the crew had slept.", Rule.OUT_OF_CONTEXT),
        (
            "We like the mill … and we will buy it",
            "We like the mill, which never paid, and we will buy it.",
            Rule.VERBATIM,
        ),
        ("The bus came late … it was full", "The bus came late. It did not stop, so it was full.", Rule.VERBATIM),
        (
            "We will pay … and then we close",
            "We will pay if the sale goes through and then we close.",
            Rule.OUT_OF_CONTEXT,
        ),
        (
            "We close at six … the bus leaves",
            "We close at six. If it rains we stay. Then the bus leaves.",
            Rule.VERBATIM,
        ),
        ("It was … a mistake", "It was perhaps a mistake.", Rule.OUT_OF_CONTEXT),
        ("It was … a mistake", "It was in the end a mistake.", Rule.VERBATIM),
    ],
)
def test_an_ellipsis_may_hide_no_denial_condition_or_hedge_of_what_was_kept(judge_quote, printed, said, rule):
    assert judge_quote(printed, said).rule is rule


@pytest.mark.parametrize(
    ("printed", "said", "rule"),
    [
        ("[The harbour trust] sold the crane", "They sold the crane.", Rule.VERBATIM),
        ("the crane had [fallen] into the dock", "the crane had fell into the dock.", Rule.VERBATIM),
        ("I will [not] sell the crane", "I will sell the crane.", Rule.NEGATION_CHANGED),
        ("We [will] sell the crane", "We may sell the crane.", Rule.STRENGTHENED),
        ("She left with [jewels] in a bag", "She left with sandwiches in a bag.", Rule.ALTERED_QUOTE),
    ],
)
def test_a_bracket_may_name_or_fit_in_but_not_turn_the_sense(judge_quote, printed, said, rule):
    assert judge_quote(printed, said).rule is rule


@pytest.mark.parametrize("word", ["former", "deputy", "acting", "alleged"])
def test_a_word_that_makes_another_thing_of_the_first_one_may_not_be_cut_off(judge_quote, word):
    assert judge_quote("mayor of Torley opened the fair", f"The {word} mayor of Torley opened the fair.").rule is (
        Rule.OUT_OF_CONTEXT
    )


def test_one_counting_word_for_another_is_a_changed_figure(judge_quote):
    judged = judge_quote("This is the second flood of the year", "This is the third flood of the year.")
    assert judged.rule is Rule.FIGURE_CHANGED


def test_a_bare_m_is_read_as_the_unit_of_the_source(judge_quote):
    assert (
        judge_quote("The water rose by 1.5m overnight", "The water rose by 1.5 metres overnight.").rule is Rule.VERBATIM
    )
    assert judge_quote("The water rose by 15m overnight", "The water rose by 1.5 metres overnight.").rule is (
        Rule.FIGURE_CHANGED
    )
