"""A number that leaves out its unit has that of the figure before it, when it counts nothing else."""

import pytest

from reviewer.matching.carried_units import with_carried_units
from reviewer.matching.items import read_items
from reviewer.model.geometry import Span


def units(text):
    items = with_carried_units(read_items(text, Span(0, len(text)), None), text)
    return [item.quantity.unit for item in items if item.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers opposed the levy by 61 per cent to 22.", ["percent", "percent"]),
        ("Its share slid from 47 per cent to 41.", ["percent", "percent"]),
        ("Catches rose 50 per cent, from 14 to 21, in May.", ["percent", "", ""]),
        ("It spent 12 per cent more and hired 40 guards.", ["percent", ""]),
    ],
)
def test_a_unit_is_carried_to_a_number_that_ends_its_phrase(text, expected):
    assert units(text) == expected
