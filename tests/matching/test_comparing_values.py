import pytest

from reviewer.matching.calendar import dates_agree
from reviewer.matching.quantities import Likeness, compare
from reviewer.model.geometry import Span
from reviewer.text.dates import find_dates
from reviewer.text.numbers import find_quantities

TUESDAY = "2025-09-16"


def quantity(text):
    return find_quantities(text, Span(0, len(text)))[0]


def mention(text, published=TUESDAY):
    return find_dates(text, Span(0, len(text)), published)[0]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("8%", "8 per cent"),
        ("1,200", "twelve hundred"),
        ("£6.4m", "£6,400,000"),
        ("5 to 8 percent", "between 5% and 8%"),
    ],
)
def test_one_value_in_two_prints_is_the_same(claim, source):
    assert compare(quantity(claim), quantity(source)) is Likeness.SAME


@pytest.mark.parametrize(
    ("claim", "source"),
    [("a year and a half", "18 months"), ("1.2 km", "1,200 metres"), ("£1.50", "150p"), ("a quarter", "25%")],
)
def test_other_units_of_one_value_are_a_conversion(claim, source):
    quantities = [quantity(f"{text} of it") for text in (claim, source)]
    assert compare(*quantities) is Likeness.CONVERTED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("just under eight hours", "seven hours and 40 minutes"),
        ("almost two thirds", "65%"),
        ("about 14 percent", "14.3%"),
        ("more than 58,000", "58,412"),
        ("6.4 million", "6.43 million"),
        ("90,000", "89,412"),
        ("up to 15 years", "between 10 and 15 years"),
        ("at least 10 years", "10 to 15 years"),
    ],
)
def test_a_round_number_near_the_truth_is_fair(claim, source):
    assert compare(quantity(claim), quantity(source)) is Likeness.ROUNDED


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("almost eight hours", "eight hours and 20 minutes"),
        ("more than 90,000", "89,412"),
        ("two thirds", "58%"),
        ("40 percent", "44 percent"),
        ("£72", "£27"),
        ("60 to 79", "60 to 89"),
        ("14th", "12th"),
    ],
)
def test_a_number_on_the_wrong_side_or_too_far_is_different(claim, source):
    assert compare(quantity(claim), quantity(source)) is Likeness.DIFFERENT


@pytest.mark.parametrize(
    ("claim", "source"),
    [("5 percent", "5 percentage points"), ("€5", "$5"), ("12 miles", "12 litres"), ("5 percent", "5 points")],
)
def test_one_number_in_another_unit_is_a_change_of_unit(claim, source):
    assert compare(quantity(claim), quantity(source)) is Likeness.UNIT_CHANGED


def test_a_unit_that_only_one_side_has_is_missing():
    assert compare(quantity("5 of them"), quantity("5 percent")) is Likeness.UNIT_MISSING


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("next Monday", "22 September"),
        ("next Monday", "Monday"),
        ("on Tuesday", "16 September 2025"),
        ("in November", "13 November"),
        ("last year", "2024"),
        ("4 May", "4 May 2026"),
        ("Q1 2026", "the first quarter"),
        ("the first quarter", "31 March 2026"),
        ("7.30pm", "19:30"),
    ],
)
def test_dates_that_can_be_one_day_agree(claim, source):
    assert dates_agree(mention(claim), mention(source))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("next Tuesday", "22 September"),
        ("in June", "in July"),
        ("3 May 2019", "4 May 2019"),
        ("in 2012", "in 2021"),
        ("Monday", "Tuesday"),
        ("7.30pm", "8.30pm"),
        ("Q1 2026", "Q2 2026"),
    ],
)
def test_dates_that_cannot_be_one_day_disagree(claim, source):
    assert not dates_agree(mention(claim), mention(source))
