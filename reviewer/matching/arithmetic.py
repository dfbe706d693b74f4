"""What follows by arithmetic from printed figures: sums, differences, shares, changes, ratios, areas."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, permutations

from reviewer.matching.items import Item
from reviewer.matching.quantities import is_fairly_rounded
from reviewer.matching.rules import opposite_words
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of

_SMALL_COUNT = 12
_TOO_SMALL = 3
"""Below which a count makes any number follow from its neighbour."""


def direction_of(items: Sequence[Item]) -> int:
    """Return 1 when a claim tells of a rise only, -1 for a fall only, else 0."""
    sides = {side for item in items for pair, side in opposite_words().get(item.form, ()) if pair == _RISE_OR_FALL}
    return {frozenset({0}): 1, frozenset({1}): -1}.get(frozenset(sides), 0)


_RISE_OR_FALL = 0
"""Which pair of opposites, in the order of their file, tells of rising and falling."""


def distinct(values: Iterable[Quantity]) -> list[Quantity]:
    """Return figures without those that repeat an earlier one."""
    return list({(value.value, value.high, value.unit): value for value in values}.values())


def follows_from(quantity: Quantity, values: Sequence[Quantity], direction: int = 0) -> bool:
    """Return whether a figure is a sum, difference, share or change of two (or the sum of three) values.

    `direction` is 1 for a rise, -1 for a fall and 0 when nothing tells: a change is counted from the value before it.
    """
    plain = [value for value in values if value.high is None and value.unit != "ordinal"]
    if quantity.unit in ("percent", "share"):
        return any(is_share_or_change(quantity, a, b, direction) for a, b in permutations(plain, 2))
    for one, other in combinations(plain, 2):
        if quantity.unit == "" and _is_chance(one, other):
            continue
        if (unit := _unit_of_sum(quantity, one, other)) is None:
            continue
        a, b = abs(one.value), abs(convert(other.value, other.unit, one.unit) or 0.0)
        if any(_equals(quantity, derived, unit) for derived in (abs(a - b), a + b)):
            return True
    return any(
        a.unit == b.unit == c.unit == quantity.unit and _equals(quantity, a.value + b.value + c.value, a.unit)
        for a, b, c in combinations(plain[:8], 3)
    )


def _is_chance(one: Quantity, other: Quantity) -> bool:
    """Return whether two counts give a third one by chance: one of them is tiny beside the other (`28` and `1`)."""
    small, great = sorted((abs(one.value), abs(other.value)))
    return small < _TOO_SMALL and great > _SMALL_COUNT


def _unit_of_sum(quantity: Quantity, one: Quantity, other: Quantity) -> str | None:
    """Return the unit that a sum or difference has, None when the two cannot be added up to such a figure."""
    if one.unit == other.unit == "percent":
        return "percentage_point" if dimension_of(quantity.unit) == "points" or quantity.unit == "point" else None
    if quantity.unit == "percentage_point" and one.unit == other.unit == "":
        return "percentage_point" if max(one.value, other.value) > abs(quantity.value) else None
    if dimension_of(one.unit) != dimension_of(other.unit) or one.unit == "share":
        return None
    if is_small(quantity) and (one.unit or other.unit or not _are_parts(quantity, one, other)):
        return None
    return (
        one.unit if quantity.unit in ("", one.unit) or dimension_of(quantity.unit) == dimension_of(one.unit) else None
    )


def is_small(quantity: Quantity) -> bool:
    """Return whether a figure is a small bare count, which is met everywhere."""
    return quantity.unit == "" and abs(quantity.value) <= _SMALL_COUNT


def _are_parts(quantity: Quantity, one: Quantity, other: Quantity) -> bool:
    return abs(one.value) + abs(other.value) == abs(quantity.value) or max(one.value, other.value) > _SMALL_COUNT


def _equals(quantity: Quantity, derived: float, unit: str) -> bool:
    wanted = convert(derived, unit, quantity.unit) if quantity.unit and quantity.unit != unit else derived
    if wanted is None:
        wanted = derived
    mine = abs(quantity.value)
    return bool(mine) and (abs(wanted - mine) <= 1e-6 * mine or is_fairly_rounded(quantity, wanted))


def is_share_or_change(quantity: Quantity, old: Quantity, new: Quantity, direction: int = 0) -> bool:
    """Return whether a share or percentage is that of one figure in the other, or of the change between them.

    `direction` is 1 for a rise, -1 for a fall and 0 when nothing tells: a change is counted from the value before it.
    """
    is_one_unit = old.unit == new.unit or (
        "" in (old.unit, new.unit) and new.value and 0.1 < old.value / new.value < 10
    )
    if not old.value or not is_one_unit or {"percentage_point", "share", "ordinal"} & {old.unit, new.unit}:
        return False
    if quantity.unit == "percent" and old.unit == "percent" and abs(old.value - new.value) == quantity.value:
        return False
    wanted = quantity.value / 100 if quantity.unit == "percent" else quantity.value
    is_that_way = direction * (abs(new.value) - abs(old.value)) >= 0
    candidates = [abs(new.value - old.value) / abs(old.value)] if is_that_way else []
    if abs(new.value) < abs(old.value):
        candidates.append(abs(new.value / old.value))
    slack = (
        (0.5 * 10.0**-quantity.decimals + 1e-9) / 100 if quantity.unit == "percent" else min(0.012, 0.06 * abs(wanted))
    )
    if quantity.hedge:
        slack = max(slack, min(0.04, 0.15 * abs(wanted)) if quantity.unit == "share" else 0.02)
    return any(abs(candidate - abs(wanted)) <= slack for candidate in candidates)


_TIMES = re.compile(r"(?:\s\w+)?\s*(?:\bby\b|[x×])\s*(?:about\s)?")


def is_product(quantity: Quantity, items: Sequence[Item], text: str) -> bool:
    """Return whether an area is that of two lengths given side by side (`eight metres by eight`)."""
    if dimension_of(quantity.unit) != "area":
        return False
    lengths = [item for item in items if item.quantity]
    for one, other in pairwise(lengths):
        a, b = one.quantity, other.quantity
        if a is None or b is None or not _TIMES.fullmatch(text[one.end : other.start]):
            continue
        unit = b.unit or a.unit
        sides = [convert(side.value, side.unit or unit, "m") for side in (a, b)]
        if None not in sides and sides[0] and sides[1]:
            area = convert(sides[0] * sides[1], "m2", quantity.unit)
            if area is not None and (abs(area - quantity.value) <= 0.01 * area or is_fairly_rounded(quantity, area)):
                return True
    return False


def numbers_a_line(item: Item, text: str) -> bool:
    """Return whether a figure is the number of a paragraph (`3. The court finds ...`)."""
    before = text[: item.start].rstrip(" \t")
    return (not before or before[-1] == "\n") and text[item.end : item.end + 1] in (".", ")")
