"""A word that gives a number roughly stands for the figures of that size."""

import pytest

from reviewer.matching.vague import fits
from reviewer.text.numbers import Quantity


@pytest.mark.parametrize(
    ("word", "value", "unit"),
    [
        ("thousands", 4312, ""),
        ("sixties", 67, "year"),
        ("decade", 9, "year"),
        ("dozens", 41, ""),
        ("half", 49, "percent"),
    ],
)
def test_a_figure_of_the_size_fits(word, value, unit):
    assert fits(word, Quantity(0, 1, value, unit=unit))


@pytest.mark.parametrize(
    ("word", "value", "unit"),
    [("thousands", 431, ""), ("sixties", 71, "year"), ("decade", 9, "percent"), ("half", 71, "percent")],
)
def test_a_figure_of_another_size_or_sort_does_not(word, value, unit):
    assert not fits(word, Quantity(0, 1, value, unit=unit))
