from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.text.sentences import split_sentences


def sentences_of(text):
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


def test_two_sentences_are_cut_at_the_full_stop():
    assert sentences_of("The ship sailed. It was late.") == ["The ship sailed.", "It was late."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Dale met Dr. Lowe at St. Anne's.",
        "The J. K. Lowe House won.",
        "Fares rose by 3.5 percent to £1.20 each.",
        "The U.S. Navy sent a ship.",
        "It opened on Sept. 11 at noon.",
        "They sail at 7 p.m. on Sunday.",
        "No. 14 is closed.",
    ],
)
def test_a_full_stop_in_an_abbreviation_initial_or_number_ends_nothing(text):
    assert sentences_of(text) == [text]


def test_an_abbreviation_ends_a_sentence_before_a_word_that_starts_one():
    assert sentences_of("She moved to the U.S. The firm stayed.") == ["She moved to the U.S.", "The firm stayed."]


def test_a_closing_mark_belongs_to_the_sentence_that_it_closes():
    assert sentences_of("“We won.” They left.") == ["“We won.”", "They left."]


def test_a_quoted_question_does_not_end_the_sentence_that_goes_on():
    assert sentences_of("“Why now?” she asked. He shrugged.") == ["“Why now?” she asked.", "He shrugged."]


def test_an_ellipsis_before_a_small_letter_ends_nothing():
    assert sentences_of("We waited … and waited. It came.") == ["We waited … and waited.", "It came."]


def test_a_blank_line_always_cuts():
    assert sentences_of("A headline\n\nThe text.") == ["A headline", "The text."]


def test_a_line_break_inside_a_paragraph_does_not_cut():
    assert sentences_of("The ship sailed\r\nfrom the port.") == ["The ship sailed\r\nfrom the port."]


@given(st.text(max_size=200))
def test_sentences_lie_in_order_and_leave_out_only_white_space(text):
    spans = split_sentences(text, Span(0, len(text)))
    gaps = [text[a.end : b.start] for a, b in pairwise(spans)]
    edges = [text[: spans[0].start], text[spans[-1].end :]] if spans else [text]
    assert all(not gap.strip() for gap in [*gaps, *edges])
    assert all(span.length > 0 for span in spans)
