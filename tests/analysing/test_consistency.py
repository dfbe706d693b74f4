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
    (Kind.NAME_SPELLING, "Leo Wynne-Ashby spoke. Later Wynne-Ashley left. Mr Wynne-Ashby denied it."),
    (Kind.NAME_SPELLING, "John Bellamy came. Jon Bellamy left."),
    (Kind.ARITHMETIC, "The yards in Osk, with 1,150 workers, and Nar, with 870, employ 2,120 people between them."),
    (Kind.ARITHMETIC, "Dale won by 1,204 votes to 1,103, a majority of 111."),
    (Kind.ARITHMETIC, "Ott led by 48 percent to 41 percent, a lead of eight points."),
    (Kind.ARITHMETIC, "Bell led 48 percent to 41, a nine-point lead."),
    (Kind.ARITHMETIC, "Sales doubled from 20 to 50."),
    (Kind.ARITHMETIC, "Fares halved to £40 from £60."),
    (Kind.ARITHMETIC, "In the poll, 48 percent said yes, 41 percent no and 14 percent were undecided."),
    (Kind.ARITHMETIC, "Five people, two men and two women, were held."),
    (Kind.ARITHMETIC, "They packed 12 boxes of 24 bottles, or 298 in all."),
    (Kind.COUNT_MISMATCH, "Three players, Dale, Reed, Bell and Ott, were booked."),
    (Kind.AGE, "Ann Lowe, 51, won the race. Her rival cheered. Later Lowe, 52, left for home."),
    (Kind.AGE, "The club, founded in 1986, will be 40 next year."),
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
    "The yards in Osk, with 1,150 workers, and Nar, with 870, employ 2,020 people between them.",
    "The yards in Osk, with 1,150 workers, and Nar, with 870, make 400 boats a year.",
    "Dale won by 1,204 votes to 1,103, a majority of 101.",
    "Dale won by 1,204 votes to 1,103, with 40 spoilt papers.",
    "Ott led by 48 percent to 41 percent, a lead of seven points.",
    "Ott led by 48 percent to 41, up from a lead of two points in May.",
    "Bell led 48 percent to 41, a seven-point lead.",
    "Rovers won 3-1, their lead of two points cut to one.",
    "Sales doubled from 20 to 40.",
    "Sales more than doubled from 20 to 45.",
    "Sales nearly doubled from 20 to 38.",
    "Sales doubled, from about 20 to 45.",
    "Fares halved to £40 from £80.",
    "Staff doubled in 2019, from 12 to 24.",
    "In the poll, 48 percent said yes, 41 percent no and 11 percent were undecided.",
    "In the poll, 48 percent said yes, 41 percent no and 12 percent were undecided.",
    "In the poll, 48 percent, up from 44 percent, said yes and 14 percent were undecided.",
    "Five people, three men and two women, were held.",
    "Five people, two men, two women and one child, were held.",
    "Five people, two of them women, were held.",
    "Nine passengers, two men and two women among them, were hurt.",
    "They packed 12 boxes of 24 bottles, or 288 in all.",
    "They packed 12 boxes of 24 bottles and 40 tins.",
    "Four players, Dale, Reed, Bell and Ott, were booked.",
    "Three friends of Ann Dale, Jo Reed and Al Bell, left.",
    "Two brothers, Jo, Al and a cousin, left.",
    "Two sisters, Jo and Al, left.",
    "Ann Lowe, 51, won the race. Later Lowe, 51, left for home.",
    "Ann Lowe, 51, won the race. Her son, Jem Lowe, 12, left for home.",
    "Ann Lowe, 51, won the race by 3 points. Lowe, 2-1 up, left.",
    "The club, founded in 1986, will be 41 next year.",
    "The club, founded in 1986, will be 40 this year.",
    "The club, founded in 1986, is 40 this year.",
    "Leo Wynne-Ashby spoke. Later Wynne-Ashby left.",
    "Jane Bell came. Joan Bell left.",
    "Maria Dale and Mark Dale came.",
    "Martin Reed and Tom Marsden came.",
    "The Reeds came. Ann Reed left.",
    "It sold 12 cars and 9 vans, 21 in all.",
    "It sold 12 cars and 9 vans in 2025, and 40 boats.",
    "The fund gave £40 million, of which £30 million went to Osk and £5 million to Nar.",
    "Shares rose 3 percent to £4.12, from £4.",
    "It took 12 of 40 seats, or 30 percent.",
    "From 2019 to 2024 it grew 40 percent.",
    "The meeting on Thursday 12 March follows one on Friday 13 February.",
    "He was 51 when he won, in 2019, and is 58.",
    "Ann Lowe, 54, was born in 1971.",
    "The pool opened in 1968 and closed 40 years later.",
    "It is 9 metres (30 feet) deep.",
    "It weighs 20 pounds (9 kilograms).",
    "The town has 4,000 houses, 2,000 of them empty.",
    "Ott beat Bell 6-3, 6-4 in 82 minutes.",
    "Rovers scored in the 12th, 40th and 61st minutes to win 3-0.",
    "Turnout was 62 percent, 7 points up on 2021.",
    "One in eight, or 12.5 percent, failed.",
    "Two thirds, 66 percent, agreed.",
    "He paid £20 in May, £30 in June and £60 in July.",
    "Of the 40 boats, 12 are new and 20 old.",
    "The vote was 48 percent to 41, and Bell has a majority of 12 seats.",
    "There were two questions: who pays, and when.",
    "Four of the five boats, Ada, Bea and Cleo among them, sailed.",
    "They met on Friday, March 13.",
    "Sales of 20 boats at £5,000 each brought in £100,000 in total.",
    "A quarter, 10 of the 40, left.",
    "Its 600 staff, 400 in Osk and 150 in Nar, are safe.",
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
