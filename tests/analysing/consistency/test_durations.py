"""Two moments and the time between them, in any wording: slips that are found, each beside a look-alike that is right."""

import pytest

PAIRS = [
    (
        "2026-03-12",
        "The church, built in 1870, celebrated its 160th anniversary in 2020.",
        "The church, built in 1870, celebrated its 150th anniversary in 2020.",
    ),
    (
        "2026-03-12",
        "He joined the force in 1998 and retired in 2023 after 27 years' service.",
        "He joined the force in 1998 and retired in 2023 after 25 years' service.",
    ),
    (
        "2026-11-20",
        "The ferry has been out of service for six months, since August.",
        "The ferry has been out of service for three months, since August.",
    ),
    (
        "2026-03-12",
        "The mill reopened in 2021, a decade after it closed in 2001.",
        "The mill reopened in 2021, a decade after it closed in 2011.",
    ),
    (
        "2026-03-12",
        "His sentence of three years, imposed in January 2022, ended in January 2026.",
        "His sentence of three years, imposed in January 2022, ended in January 2025.",
    ),
    (
        "2026-03-12",
        "The inquiry took 18 months, from March 2023 to September 2025.",
        "The inquiry took 18 months, from March 2023 to September 2024.",
    ),
    (
        "2026-03-12",
        "The 25-year lease was signed in 1990 and ran out in 2025.",
        "The 25-year lease was signed in 1990 and ran out in 2015.",
    ),
    (
        "2026-03-12",
        "The record had stood for 12 years, since 2009, until it fell in 2023.",
        "The record had stood for 12 years, since 2011, until it fell in 2023.",
    ),
    (
        "2026-03-12",
        "The centenary of the hall, which opened in 1923, fell in 2013.",
        "The centenary of the hall, which opened in 1923, fell in 2023.",
    ),
    (
        "2026-03-12",
        "Founded in 1888, the club was 130 years old in 2013.",
        "Founded in 1888, the club was 125 years old in 2013.",
    ),
    (
        "2026-02-10",
        "The school closed in 2019, five years ago, after a fire.",
        "The school closed in 2019, seven years ago, after a fire.",
    ),
    (
        "2026-03-12",
        "The bus left at 8.40am and, after a journey of 2 hours and 35 minutes, arrived at 11.25am.",
        "The bus left at 8.40am and, after a journey of 2 hours and 35 minutes, arrived at 11.15am.",
    ),
    (
        "2026-03-12",
        "The couple, who married in 1984, celebrated their 30th wedding anniversary in 2024.",
        "The couple, who married in 1984, celebrated their 40th wedding anniversary in 2024.",
    ),
    (
        "2026-03-12",
        "He was jailed in March 2015 for six years and freed in full in March 2022.",
        "He was jailed in March 2015 for six years and freed in full in March 2021.",
    ),
]
RIGHT = [
    "The church was built in 1870 and restored in 2020, when its tower was 120 years old.",
    "The three-year degree was begun in 2015 and finished in 2020 because of illness.",
    "He was sentenced to six years in March 2015 and freed in March 2018.",
    "He was mayor from 1998 to 2006, after 20 years on the council.",
    "She has been the head for 12 years, and was deputy from 2008 to 2013.",
    "The war of 1914 was over before his 18th birthday, in 1919.",
    "Gates open at 6pm and the band is on at 8pm, for 90 minutes.",
    "For 20 years until 2008 he taught in Benn, and from 2010 to 2015 in Ost.",
    "The 100-year-old clock was stolen in 2010 and found in 2022.",
    "The lease, signed in 1990 for 25 years and extended in 2010, runs until 2030.",
    "They married in 1990 and divorced ten years later.",
    "It took 11 years, from 1993 until early 2005, to finish the tower.",
    "The festival, first held in 1990, has its 30th edition in 2024 after four years off.",
    "He has been mayor since 2014, and a councillor for 20 years.",
]


@pytest.mark.parametrize(("published", "slip"), [(published, slip) for published, slip, _ in PAIRS])
def test_the_slip_is_found_once_with_its_working(instant_pass, published, slip):
    checks = instant_pass(slip, published).checks
    assert len({check.kind for check in checks}) == 1
    assert all(check.arguments["working"] for check in checks)


@pytest.mark.parametrize(("published", "right"), [(published, right) for published, _, right in PAIRS])
def test_the_look_alike_is_left_alone(instant_pass, published, right):
    assert instant_pass(right, published).checks == ()


@pytest.mark.parametrize("right", RIGHT)
def test_what_is_right_is_left_alone(instant_pass, right):
    assert instant_pass(right).checks == ()
