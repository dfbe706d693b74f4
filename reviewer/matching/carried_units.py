"""Figures that leave out the unit because the one beside them has it (`by 53 per cent to 34`)."""

import re
from collections.abc import Sequence

import msgspec

from reviewer.matching.items import Item, quantity_form
from reviewer.text.number_words import SCALE_SIGNS
from reviewer.text.units import dimension_of, is_currency

_BETWEEN = re.compile(r"[^.;:!?\n\d]{0,50}\b(?:to|against|and|or|versus)\s+(?:\w+\s)?$")
_ENDS = re.compile(
    r"\s*(?:[.,;:)!?]|$|\n|(?:and|or|but|in|on|at|of|by|from|to|for|when|while|a|an|the|last|this|over|after|since|years?\sago)\b)",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"(?:{'|'.join(map(re.escape, SCALE_SIGNS))})\b", re.IGNORECASE)


def with_carried_units(items: Sequence[Item], text: str) -> list[Item]:
    """Return the items with bare numbers in the unit of the figure before them, where nothing else is counted.

    Only percentages and money are carried, over `to`, `from`, `against` and the like within a clause, and only to a
    number at the end of its phrase.
    """
    read: list[Item] = []
    last: Item | None = None
    for item in items:
        if item.quantity is None:
            read.append(item)
            continue
        if last is not None and _is_carried(last, item, text):
            assert last.quantity is not None
            quantity = msgspec.structs.replace(item.quantity, unit=last.quantity.unit)
            item = msgspec.structs.replace(item, quantity=quantity, form=quantity_form(quantity))
        read.append(item)
        last = item
    return read


def _is_carried(before: Item, item: Item, text: str) -> bool:
    assert before.quantity is not None
    assert item.quantity is not None
    has_unit = is_currency(before.quantity.unit) or dimension_of(before.quantity.unit) in ("share", "points")
    if (
        not has_unit
        or before.quantity.unit == "share"
        or item.quantity.unit
        or _SCALE.search(text[before.start : before.end])
    ):
        return False
    between = text[before.end : item.start]
    if re.search(r"\bfrom\b", between):
        return False
    return bool(_BETWEEN.match(between)) and bool(_ENDS.match(text, item.end))
