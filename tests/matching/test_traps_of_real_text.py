"""The four traps of real text: tags inside the source's quote, brackets, overlapping quotes, tokenisation."""

from reviewer.model.claim import ClaimKind
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Rule
from tests.matching.conftest import judge


def test_a_tag_inside_the_quote_of_the_source_is_not_missed_from_the_claim(judge_quote):
    judged = judge_quote(
        "The night was cold. The river rose fast", "“The night was cold,” said Mr Dole. “The river rose fast.”"
    )
    assert judged.rule is Rule.VERBATIM


def test_a_quote_split_by_its_tag_in_the_article_is_one_quote():
    judged = judge(
        "“The lighthouse,” said the keeper, “is the oldest on the coast.”",
        "The lighthouse is the oldest on the coast.",
        kind=ClaimKind.DIRECT_QUOTE,
    )
    assert judged.rule is Rule.VERBATIM


def test_words_put_in_by_the_editor_in_brackets_are_no_change_of_name(judge_quote):
    judged = judge_quote("We told [Mr Harrow] to leave the hall", "We told him to leave the hall.")
    assert judged.rule is Rule.VERBATIM
    assert judged.differences[0].kind is DifferenceKind.BRACKET
    assert judged.differences[0].source == "him"


def test_brackets_that_the_source_prints_too_hide_no_change(judge_quote):
    judged = judge_quote("under the [Clean Harbour Act]", "It stands under the [Clean Water Act] as it is.")
    assert judged.rule is not Rule.VERBATIM


def test_words_before_the_quote_of_the_source_are_not_in_it_and_no_change_of_name(judge_quote):
    judged = judge_quote(
        "Old Barnaby Finch told everyone that the dam would hold for another hundred years",
        "“The dam would hold for another hundred years,” he said.",
    )
    assert judged.rule is Rule.ALTERED_QUOTE
    assert judged.differences[0].kind is DifferenceKind.WORD_ADDED


def test_tokens_printed_apart_are_the_same_words(judge_quote):
    judged = judge_quote("We didn't say it 's pseudo-science", "We did n't say it's pseudo - science .")
    assert judged.rule is Rule.VERBATIM


def test_a_word_broken_at_a_line_end_of_the_source_is_whole(judge_quote):
    judged = judge_quote("The passengers were told nothing", "The passen-\ngers were told\nnothing.")
    assert judged.rule is Rule.VERBATIM


def test_soft_hyphens_and_no_break_spaces_change_nothing(judge_quote):
    judged = judge_quote("The surveyors found 1,200 cracks", "The sur\u00adveyors\u00a0found 1\u202f200 cracks.")
    assert judged.rule is Rule.VERBATIM


def test_a_currency_sign_that_differs_is_seen_though_the_words_are_equal(judge_quote):
    assert judge_quote("It cost us £5 in all", "It cost us $5 in all.").rule is Rule.FIGURE_CHANGED


def test_a_percent_sign_that_is_missing_is_seen(judge_quote):
    assert judge_quote("The share is 5 in all towns", "The share is 5% in all towns.").rule is Rule.FIGURE_CHANGED
