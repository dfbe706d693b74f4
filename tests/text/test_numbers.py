import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.text.numbers import find_quantities


def quantities(text):
    return find_quantities(text, Span(0, len(text)))


def only(text):
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,200 jobs", 1200),
        ("1200 jobs", 1200),
        ("twelve hundred jobs", 1200),
        ("1\u202f200 jobs", 1200),
        ("nine million", 9_000_000),
        ("half a million", 500_000),
        ("two hundred and five", 205),
        ("twenty-one", 21),
        ("a dozen", 12),
        ("3.5bn", 3_500_000_000),
        ("two and a half", 2.5),
        ("3½", 3.5),
    ],
)
def test_a_number_has_the_same_value_however_it_is_printed(printed, value):
    assert only(printed).value == value


@pytest.mark.parametrize("printed", ["£6.4 million", "£6.4m", "GBP 6.4 million", "6.4 million pounds", "£6,400,000"])
def test_money_has_its_currency_code_and_full_value(printed):
    quantity = only(printed)
    assert (quantity.value, quantity.unit) == (6_400_000, "GBP")


@pytest.mark.parametrize("printed", ["8%", "8 percent", "8 per cent", "eight per cent", "8pc"])
def test_percent_is_one_unit_in_every_spelling(printed):
    quantity = only(printed)
    assert (quantity.value, quantity.unit) == (8, "percent")


@pytest.mark.parametrize("printed", ["9 percentage points", "nine percentage points", "9pp"])
def test_percentage_points_are_not_percent(printed):
    assert only(printed).unit == "percentage_point"


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("between €1.65 billion and €1.70 billion", 1.65e9, 1.70e9, "EUR"),
        ("60 to 79", 60, 79, ""),
        ("5–8 percent", 5, 8, "percent"),
        ("$2 to $3 million", 2e6, 3e6, "USD"),
        ("two to three weeks", 2, 3, "week"),
    ],
)
def test_a_range_has_both_ends(printed, low, high, unit):
    quantity = only(printed)
    assert (quantity.value, quantity.high, quantity.unit) == (low, high, unit)


def test_a_change_from_one_value_to_another_is_two_quantities_of_one_unit():
    assert [(q.value, q.high, q.unit) for q in quantities("rose from 5 to 8 percent")] == [
        (5, None, "percent"),
        (8, None, "percent"),
    ]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("one in four", 0.25),
        ("1 in 10", 0.1),
        ("two thirds", 2 / 3),
        ("three-quarters", 0.75),
        ("half", 0.5),
        ("¾ of", 0.75),
    ],
)
def test_fractions_are_shares_of_one(printed, value):
    quantity = only(printed)
    assert math.isclose(quantity.value, value)


@pytest.mark.parametrize(
    ("printed", "hedge"),
    [
        ("about 58,000", "about"),
        ("some 58,000", "about"),
        ("almost two thirds", "almost"),
        ("just under eight hours", "almost"),
        ("up to 410", "at_most"),
        ("at least £2.3 million", "at_least"),
        ("more than 20", "over"),
        ("20 or more", "at_least"),
        ("410", ""),
    ],
)
def test_the_hedge_on_a_number_is_told(printed, hedge):
    assert only(printed).hedge == hedge


def test_the_hedge_is_outside_the_number_and_its_place_is_known():
    text = "for at least £2.3 million"
    quantity = only(text)
    assert text[quantity.start : quantity.end] == "£2.3 million"
    assert text[quantity.hedge_start : quantity.start] == "at least "


def test_hours_and_minutes_are_one_quantity():
    quantity = only("seven hours and 40 minutes")
    assert (quantity.value, quantity.unit) == (460, "minute")


def test_a_year_and_a_half_is_one_and_a_half_years():
    quantity = only("a year and a half")
    assert (quantity.value, quantity.unit) == (1.5, "year")


@pytest.mark.parametrize(("printed", "value"), [("14th", 14), ("first", 1), ("the twelfth", 12)])
def test_ordinals_are_told_from_counts(printed, value):
    quantity = only(printed)
    assert (quantity.value, quantity.unit) == (value, "ordinal")


@pytest.mark.parametrize(
    ("printed", "unit"), [("7.5 miles", "mile"), ("12 km", "km"), ("72p", "penny"), ("30C", "celsius")]
)
def test_units_of_measure_are_known(printed, unit):
    assert only(printed).unit == unit


@pytest.mark.parametrize(
    "printed",
    ["on 16 September 2025", "in 2019", "at 7.30 pm", "at 11:52", "01632 960 118", "+44 20 7946 0733", "F16", "3D"],
)
def test_dates_times_telephones_and_names_are_no_quantities(printed):
    assert quantities(printed) == []


def test_a_minus_sign_belongs_to_the_number():
    text = "change −10.0%"
    quantity = only(text)
    assert (quantity.value, text[quantity.start : quantity.end]) == (-10, "−10.0%")


@pytest.mark.parametrize(("printed", "step"), [("58,000", 1000), ("6.4 million", 100_000), ("1,284", 1), ("19.8", 0.1)])
def test_the_step_is_the_worth_of_the_last_meaningful_digit(printed, step):
    assert math.isclose(only(printed).step, step)


@given(st.text(max_size=200))
@example("½½ £ 1,2,3 €12€ 0.0.0 two two two")
@example("9" * 400)
@example("a\u00a05\u00a0%\r\n-5")
def test_quantities_are_in_order_and_inside_the_text(text):
    last = 0
    for quantity in quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert math.isfinite(quantity.value)
        last = quantity.end


@given(st.integers(0, 10**9), st.sampled_from(["", "👍 ", "e\u0301 ", "שלום ", "a\r\n", "\u00a0"]))
def test_any_whole_number_is_read_back_after_any_script(number, before):
    text = f"{before}{number:,} jobs"
    quantity = only(text)
    assert quantity.value == number
    assert text[quantity.start : quantity.end] == f"{number:,}"


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("4,61,200 saplings", 461_200, ""),
        ("4.61 lakh saplings", 461_000, ""),
        ("five lakh saplings", 500_000, ""),
        ("₹12,50,000", 1_250_000, "INR"),
        ("Rs 2.7 crore", 27_000_000, "INR"),
        ("Rs. 3 lakh crore", 3e12, "INR"),
    ],
)
def test_indian_grouping_and_scales_are_read(printed, value, unit):
    quantity = only(printed)
    assert math.isclose(quantity.value, value)
    assert quantity.unit == unit
    assert printed.startswith(printed[quantity.start : quantity.end])


@pytest.mark.parametrize(
    ("printed", "share"),
    [
        ("one swimmer in a thousand has it", 0.001),
        ("nine growers in ten use it", 0.9),
        ("one hen in four", 0.25),
        ("83 of every hundred", 0.83),
        ("44p in every pound", 0.44),
        ("61 cents of each dollar", 0.61),
    ],
)
def test_so_many_in_so_many_are_a_share(printed, share):
    quantity = only(printed)
    assert quantity.unit == "share"
    assert math.isclose(quantity.value, share)


@pytest.mark.parametrize(
    "printed", ["two men in three cars", "four fires in 10 days", "44p in the tin", "six of the ten"]
)
def test_a_number_of_things_in_a_number_of_others_is_no_share(printed):
    assert all(quantity.unit != "share" for quantity in quantities(printed))


@pytest.mark.parametrize("text", ["the 250 it sold in 2023.", "the 104 employed in 2019.", "250 were made in 1998."])
def test_a_year_is_not_what_a_number_is_a_share_of(text):
    assert all(quantity.unit != "share" for quantity in find_quantities(text, Span(0, len(text))))
