"""Slips inside the article, each beside a look-alike that is right."""

import pytest

from reviewer.model.analysis import CheckKind as Kind

SLIPS = [
    (Kind.PERCENTAGE, "Fares rose 20 percent, from £20 to £22."),
    (Kind.PERCENTAGE, "The share fell by nine percent, from 46 percent to 37 percent."),
    (Kind.PERCENTAGE, "Turnout fell from 62 percent to 55 percent, a drop of seven percent."),
    (Kind.PERCENTAGE, "It was 12 of the 40 boats, or 25 percent."),
    (Kind.PERCENTAGE, "Profit rose 16.6 percent to €188.1 million from €176.4 million."),
    (Kind.ARITHMETIC, "Sales rose from 245 to 310, a rise of 55."),
    (Kind.ARITHMETIC, "In all 20 people sailed: 12 men and 9 women."),
    (Kind.ARITHMETIC, "It sold 12 cars and 9 vans, a total of 20."),
    (Kind.ARITHMETIC, "They sold 40 tickets at £5 each, a total of £180."),
    (Kind.ARITHMETIC, "The pool opened in 1968, 40 years ago."),
    (Kind.WEEKDAY_DATE, "The meeting is on Friday 12 March."),
    (Kind.WEEKDAY_DATE, "They met on Monday, 14 October 2025."),
    (Kind.COUNT_MISMATCH, "There were three reasons: cost, weather, noise and time."),
    (Kind.COUNT_MISMATCH, "Four towns — Aldsund, Hallow and Port Ellin — are cut off."),
    (Kind.AGE, "Ann Lowe, 51, who was born in 1971, won."),
    (Kind.UNIT, "The route is 26 miles (52 km) long."),
    (
        Kind.UNIT,
        "Revenue was €412.6 billion. Bakery made €188.1 million, chilled €141.3 million and exports €83.2 million.",
    ),
    (Kind.NAME_SPELLING, "Ruth Hartnell spoke. Later Hartnel left. Ms Hartnell denied it."),
    (Kind.UNBALANCED_QUOTE, "“We will win, Smith said."),
]
RIGHT = [
    "Fares rose 10 percent, from £20 to £22.",
    "The share fell by nine percentage points, from 46 percent to 37 percent.",
    "Turnout fell from 62 percent to 55 percent, a drop of seven points.",
    "It was 12 of the 40 boats, or 30 percent.",
    "Profit rose 6.6 percent to €188.1 million from €176.4 million.",
    "Profit fell about 14 percent to just under €20 million from €23.1 million.",
    "Sales rose from 245 to 310, a rise of 65.",
    "In all 21 people sailed: 12 men and 9 women.",
    "They sold 40 tickets at £5 each, a total of £200.",
    "The pool opened in 1968, 58 years ago.",
    "The meeting is on Thursday 12 March.",
    "They met on Monday 13 October 2025, and again on Friday.",
    "There were three reasons: cost, weather and time.",
    "Two men, Jo Dale and Al Reed, left the boat.",
    "Ann Lowe, 54, who was born in 1971, won.",
    "Ann Lowe, who was born in 1931, died aged 60 in 1991.",
    "The route is 26 miles (42 km) long.",
    "The vote was eleven to nine with two abstentions.",
    "The workforce shrank by 245 to 6,140.",
    "Net debt fell to €240.5 million from €262 million a year earlier.",
    "It cost £6.4 million, of which £1.5 million came from the fund.",
    "They will hire 45 crew, 30 of them in Aldsund.",
    "Ruth Hartnell spoke. Later Hartwell Lines left.",
    "“We will win,” Smith said. ‘It’s the residents’ day.’",
    "From 46 percent of 1,284 adults it rose to 50 percent, while sales fell 3 percent.",
]


@pytest.mark.parametrize(("kind", "text"), SLIPS)
def test_the_slip_is_found_with_its_working(instant_pass, kind, text):
    checks = instant_pass(text).checks
    assert [check.kind for check in checks] == [kind]
    assert checks[0].arguments["working"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(instant_pass, text):
    assert instant_pass(text).checks == ()


def test_the_working_shows_the_sum(instant_pass):
    check = instant_pass("Sales rose from 245 to 310, a rise of 55.").checks[0]
    assert check.arguments == {"printed": "55", "expected": "65", "working": "310 − 245 = 65"}


def test_a_weekday_without_a_year_needs_the_day_of_publication(instant_pass):
    from reviewer.analysing.analyse import analyse
    from reviewer.model.analysis import Depth
    from tests.analysing.conftest import make_document

    document = make_document("The meeting is on Friday 12 March.")
    assert analyse(document, Depth.INSTANT).checks == ()
