"""Words round a quote that make it no view of its speaker's."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule
from tests.matching.conftest import judge


@pytest.mark.parametrize(
    "said",
    [
        '"Some say that the well is cursed," said Tom Ashby.',
        '"What I hear at the inn is that the well is cursed," said Tom Ashby.',
        '"According to my critics, the well is cursed," said Tom Ashby.',
        '"They wanted me to say that the well is cursed," said Tom Ashby.',
        '"It is a myth that the well is cursed," said Tom Ashby.',
        '"Suppose that the well is cursed," said Tom Ashby.',
        '"As a boy I believed that the well is cursed," said Tom Ashby.',
        '"Do you think the well is cursed?" said Tom Ashby.',
        '"The well is cursed. I don\'t believe a word of it," said Tom Ashby.',
        '"The well is cursed. That is what my neighbour thinks, not what I think," said Tom Ashby.',
        '"The well is cursed. I\'m joking, of course," said Tom Ashby.',
    ],
)
def test_what_a_speaker_does_not_hold_is_out_of_context(judge_quote, said):
    assert judge_quote("The well is cursed", said, speaker="Tom Ashby").rule is Rule.OUT_OF_CONTEXT


@pytest.mark.parametrize(
    "said",
    [
        '"I have always said that the well is cursed," said Tom Ashby.',
        '"I told the board that the well is cursed," said Tom Ashby.',
        '"What I have learned is that the well is cursed," said Tom Ashby.',
        '"The well is cursed. The spring is not," said Tom Ashby.',
        '"The well is cursed. That is not to say that it is dry," said Tom Ashby.',
        '"Why do I stay away? The well is cursed," said Tom Ashby.',
        "Tom Ashby told the council that the well is cursed.",
    ],
)
def test_what_a_speaker_says_himself_is_verbatim(judge_quote, said):
    assert judge_quote("The well is cursed", said, speaker="Tom Ashby").rule is Rule.VERBATIM


def test_a_frame_that_the_article_tells_is_not_left_off():
    said = '"Some say that the well is cursed," said Tom Ashby.'
    assert judge("“The well is cursed”, some say.", said, kind=ClaimKind.MIXED_QUOTE).rule is Rule.VERBATIM


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("had no idea", "I had no idea about it until the letter came."),
        ("could not see her", "I could not see her before the lights went on."),
        ("We will pay them back", "We will pay them back as soon as the court lets us."),
        ("The ford is safe", "In a dry year, and only in a dry year, the ford is safe."),
    ],
)
def test_what_limits_a_quote_is_not_left_off(judge_quote, printed, said):
    assert judge_quote(printed, said).rule is Rule.OUT_OF_CONTEXT
