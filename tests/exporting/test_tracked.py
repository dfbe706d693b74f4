"""What a correction changes of a claim."""

import pytest

from reviewer.exporting.tracked import replacements


def corrected(claim, correction):
    text = claim
    for start, end, words in reversed(replacements(claim, correction)):
        text = text[:start] + words + text[end:]
    return text


def changed(claim, correction):
    return [(claim[start:end], words) for start, end, words in replacements(claim, correction)]


def test_only_the_changed_word_is_replaced():
    assert changed("The bridge opened in May.", "The bridge opened in June.") == [("May", "June")]


def test_a_figure_is_replaced_whole():
    assert changed("It cost £61.3 billion to build.", "It cost £61.3 million to build.") == [("billion", "million")]
    assert changed("It cost 1,200 crowns to build.", "It cost 120 crowns to build.") == [("1,200", "120")]


def test_neighbouring_changes_are_one():
    assert changed("He won by ten big votes there.", "He won by two small votes there.") == [("ten big", "two small")]


def test_a_word_that_was_left_out_is_only_inserted():
    assert changed("We are planning closures this year", "We are not planning closures this year") == [("", " not")]


def test_a_word_too_many_is_only_deleted():
    assert changed("The very old pier burnt down.", "The old pier burnt down.") == [(" very", "")]


@pytest.mark.parametrize(
    ("claim", "correction", "result"),
    [
        (
            "Revenue climbed 9 percent to €61.3 billion.",
            "… climbed 9 percent to €61.3 million.",
            "Revenue climbed 9 percent to €61.3 million.",
        ),
        (
            "Revenue climbed 9 percent to €61 million.",
            "Revenue rose 9 percent …",
            "Revenue rose 9 percent to €61 million.",
        ),
        ("“We sail in May,”", "We sail in June", "“We sail in June,”"),
        ("The pier shut in 1998.", "The pier shut in 1989", "The pier shut in 1989."),
        ("The pier shut in 1998.", "The pier shut in 1998.", "The pier shut in 1998."),
        ("The pier\nshut in 1998.", "The pier shut in 1989.", "The pier\nshut in 1989."),
        ("the mayor’s office", "the mayor's house", "the mayor’s house"),
    ],
)
def test_accepting_every_change_gives_the_corrected_wording(claim, correction, result):
    assert corrected(claim, correction) == result


@pytest.mark.parametrize("remark", ["cut this", "ask the harbour master for the figure again", "…", "", "!!"])
def test_a_remark_is_no_wording(remark):
    assert replacements("The pier cost nine million crowns in the end.", remark) == ()


def test_a_short_claim_may_be_replaced_whole():
    assert corrected("Four ships", "Five boats") == "Five boats"
