"""Claims that say the same in another order, by another unit of time, or from another day: no finding."""

import pytest

from reviewer.model.claim import ClaimKind
from reviewer.model.finding import CLEAN, Rule
from tests.matching.conftest import judge


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The museum earns about €480,000 a year from tickets.", "Tickets bring the museum €40,000 a month."),
        ("The mill uses 9,000 litres a day.", "The mill uses 900 litres an hour and runs for ten hours a day."),
        ("Twenty sheep or more were lost in the snow.", "At least 20 sheep were lost in the snow."),
        (
            "The second test, on 10 June, found lead.",
            "The first test was clear on 3 June; the second, on 10 June, found traces of lead.",
        ),
        (
            "A barge has run aground on the Wend at Nether Stowling.",
            "A barge ran aground at Nether Stowling on the river Wend.",
        ),
    ],
)
def test_what_follows_or_stands_in_another_order_is_fair(judge_claim, claim, source):
    assert judge_claim(claim, source).rule in CLEAN


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The museum earns about €400,000 a year from tickets.", "Tickets bring the museum €40,000 a month."),
        ("The first test, on 10 June, found lead.", "It was the second test, on 10 June, that found lead."),
    ],
)
def test_what_does_not_follow_is_reported(judge_claim, claim, source):
    assert judge_claim(claim, source).rule is Rule.FIGURE_CHANGED


NOTICE = "Press notice, Wednesday 8 April 2026\n\nThe lighthouse will be switched off tomorrow, the harbour board said."


def test_tomorrow_counts_from_the_one_day_at_the_top_of_a_source(judge_claim):
    assert judge_claim("The lighthouse will be switched off on 9 April.", NOTICE).rule in CLEAN
    assert judge_claim("The lighthouse will be switched off on 10 April.", NOTICE).rule not in CLEAN


def test_whoever_asks_a_question_is_not_who_answers_it():
    talk = "LEO MARSH: So were the brakes of the tram ever tested?\n\nANN COE: I could not tell you."
    claim = "Leo Marsh asked whether the brakes of the tram had ever been tested."
    judged = judge(claim, talk, kind=ClaimKind.INDIRECT_QUOTE, speaker="Leo Marsh", cue="asked")
    assert Rule.MISATTRIBUTED not in judged.rules
