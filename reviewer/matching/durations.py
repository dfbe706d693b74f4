"""Times that are those between two dates or hours."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations, permutations

from reviewer.matching.items import Item
from reviewer.matching.quantities import is_fairly_rounded
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of

_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_YEAR, _OPEN_YEAR = 366, 2000
"""The year in which days without one are counted; from December to January it goes on in the next."""


def is_a_duration(quantity: Quantity, dates: Sequence[Item]) -> bool:
    """Return whether a time is that between two dates or times of day, as exactly as the two are given.

    Days may be counted with the first one or without it.
    """
    if _is_between_hours(quantity, dates):
        return True
    if quantity.unit not in _DAYS:
        return False
    known = [(iso, precise) for item in dates if (read := _day(item)) for iso, precise in [read]]
    return any(
        _is_as_long(quantity, days, min(one[1], other[1]))
        for one, other in combinations(known, 2)
        for days in _days_between(one[0], other[0])
    )


def _days_between(one: date, other: date) -> list[int]:
    """Return the days between two dates; without years also those over the end of the year."""
    days = abs((other - one).days)
    return [days, _YEAR - days] if one.year == other.year == _OPEN_YEAR else [days]


def _is_as_long(quantity: Quantity, days: int, exactness: float) -> bool:
    """Return whether a time is that of some days, as exactly as the less exact one of two dates tells (see `_day`)."""
    units = days / _DAYS[quantity.unit]
    blur = 0.0 if exactness == 1 else 31.0 if exactness >= 0.5 else 366.0
    slack = max(blur / _DAYS[quantity.unit], 0.02 * units)
    slack = min(slack, max(0.6, 0.1 * units)) if quantity.unit != "day" else slack
    if quantity.unit == "day" and exactness == 1 and units + 1 == quantity.value:
        return True
    return abs(units - quantity.value) <= slack + 0.02 or bool(quantity.hedge and is_fairly_rounded(quantity, units))


def _is_between_hours(quantity: Quantity, dates: Sequence[Item]) -> bool:
    """Return whether a time is that between two times of day, the second of which may be on the next day."""
    hours = convert(quantity.value, quantity.unit, "hour") if dimension_of(quantity.unit) == "time" else None
    times = [o.date.iso[1:].split(":") for o in dates if o.date and o.date.iso[:1] == "T"]
    clock = [int(time[0]) + int(time[1]) / 60 for time in times]
    slack = 0.26 if quantity.hedge or hours != int(hours or 0) else 0.01
    return hours is not None and any(abs((b - a) % 24 - hours) <= slack for a, b in permutations(clock, 2))


def _day(item: Item) -> tuple[date, float] | None:
    """Return a day for a date and how exact it is: 1 a day, 0.5 a month, 0 a year.

    One without a year counts in 2000.
    """
    iso = item.date.iso if item.date else ""
    parts = iso[2:].split("-") if iso.startswith("--") else iso.split("-")
    if not iso or not all(part.isdigit() for part in parts):
        return None
    numbers = [2000, *map(int, parts)] if iso.startswith("--") else [*map(int, parts)]
    exactness = (len(numbers) - 1) / 2
    try:
        return date(*[*numbers, 1, 1][:3]), exactness
    except (TypeError, ValueError):
        return None
