"""When a claim in other words is held although a figure of it stands nowhere, and when it is not."""

import pytest

from reviewer.model.finding import Rule

PARISH = """The bells of St Brannoc's weigh 4,310 kilograms together. The tower was closed after a stone fell on 6 May.

Repairs to the tower will cost £86,500. A fund has been opened by the wardens.

The ringers practise on Thursdays. Their captain, Osric Pell, teaches beginners in the vestry."""

HELD = [
    "Repairs to the tower, which the wardens hope to finish in 18 months, will cost £86,500.",
    "The wardens have opened a fund for 1,000 repairs to the tower.",
]
NOT_HELD = [
    "The tower was built in 1391.",
    "One in three ringers in the county is under 30.",
    "It was the second time in six years that the tower was closed.",
    "Repairs to the tower will cost £86,500 and the organ needs another £120,000.",
    "Repairs to the tower will cost £86,500, and last year 2,300 visitors climbed it.",
]


@pytest.mark.parametrize("claim", HELD)
def test_a_figure_that_stands_nowhere_is_no_bar_when_the_rest_is_held(judge_claim, claim):
    assert judge_claim(claim, PARISH).rule is not Rule.UNSUPPORTED


@pytest.mark.parametrize("claim", NOT_HELD)
def test_a_claim_whose_main_figure_stands_nowhere_is_unsupported(judge_claim, claim):
    assert judge_claim(claim, PARISH).rule is Rule.UNSUPPORTED
