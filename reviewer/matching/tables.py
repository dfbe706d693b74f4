"""Rows of a table in plain text: numbers get the unit and scale that stand in the row or in a heading above it."""

import re
from collections.abc import Sequence

import msgspec

from reviewer.matching.items import Item, ItemKind, quantity_form
from reviewer.model.geometry import Span
from reviewer.text.number_words import SCALE_SIGNS
from reviewer.text.units import currency_before, unit_named

_COLUMNS = re.compile(r"\S(?:[ ]{2,}|\t|[ ]+\|[ ]*)\S")
_HEADING = re.compile(
    rf"(?P<currency>{currency_before()})\s?(?:in\s)?(?P<scale>millions?|mn|m|billions?|bn|thousands?|lakhs?|crores?|k|'000|000)\b",
    re.IGNORECASE,
)
_PERCENT_HEADING = re.compile(r"^[^\d\n]{0,80}(?:%|\bper ?cent\b)[^\d\n]{0,60}$", re.IGNORECASE | re.MULTILINE)
_CHANGE = re.compile(r"\(\s*[-+\u2212\u2013]?\s*$")
_ROW_UNIT = re.compile(r"\((?:in\s+)?(?P<unit>[a-z%£€$ ]{1,20})\)", re.IGNORECASE)
_REACH = 6000
"""Code points above a row in which the heading of its table is looked for."""


def is_row(text: str, span: Span) -> bool:
    """Return whether a stretch is printed in columns: parted by tabs, bars or two spaces and more."""
    return bool(_COLUMNS.search(text, span.start, span.end))


def with_table_units(text: str, row: Span, items: Sequence[Item]) -> list[Item]:
    """Return a row's items with its bare numbers also in the unit and scale of row or heading.

    A bare number stays beside its scaled twin, because a heading's unit need not hold for every row (employees under
    `EUR million`).
    """
    row_unit = _ROW_UNIT.search(text, row.start, row.end)
    unit = unit_named(row_unit["unit"].strip()) if row_unit else ""
    heading = None if unit else _heading_above(text, row)
    is_percent = not unit and heading is None and _is_under_percent(text, row)
    read: list[Item] = []
    for item in items:
        read.append(item)
        if item.kind is not ItemKind.QUANTITY or item.quantity is None or item.quantity.unit:
            continue
        if unit:
            read[-1] = _with_unit(item, unit, 1.0)
        elif is_percent:
            is_change = _CHANGE.search(text[max(0, item.start - 3) : item.start]) or item.quantity.value < 0
            read.append(_with_unit(item, "percentage_point" if is_change else "percent", 1.0))
        elif heading:
            read.append(_with_unit(item, *heading))
    return read


def _heading_above(text: str, row: Span) -> tuple[str, float] | None:
    found = list(_HEADING.finditer(text, max(0, row.start - _REACH), row.start))
    if not found:
        return None
    scale = found[-1]["scale"].casefold().lstrip("'")
    return unit_named(found[-1]["currency"]), 1000.0 if scale == "000" else SCALE_SIGNS.get(scale, 1.0)


def _is_under_percent(text: str, row: Span) -> bool:
    """Return whether the block of rows has a heading that says that its numbers are percentages."""
    top = text.rfind("\n\n", 0, row.start)
    return bool(_PERCENT_HEADING.search(text, max(0, top), row.start))


def _with_unit(item: Item, unit: str, factor: float) -> Item:
    assert item.quantity is not None
    quantity = msgspec.structs.replace(
        item.quantity, value=item.quantity.value * factor, unit=unit, step=item.quantity.step * factor
    )
    return msgspec.structs.replace(item, quantity=quantity, form=quantity_form(quantity))
