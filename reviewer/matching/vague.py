"""Words that give a number roughly: `thousands`, `dozens`, `in his sixties`, `a decade`."""

import json
from functools import lru_cache

from reviewer.assets import resource
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of


@lru_cache(maxsize=1)
def _ranges() -> dict[str, tuple[float, float, str]]:
    rules = json.loads(resource("rules", "vague_numbers.json").read_text("utf-8"))["ranges"]
    return {
        word: (float(low), float(high), str(unit))
        for words, (low, high, unit) in rules.items()
        for word in words.split()
    }


@lru_cache(maxsize=1)
def factor_words() -> dict[str, float]:
    """Return the ratio of the new value to the old, or of one thing to another, for each word that tells it."""
    rules = json.loads(resource("rules", "vague_numbers.json").read_text("utf-8"))["factors"]
    return {word: float(factor) for words, factor in rules.items() for word in words.split()}


def is_vague(form: str) -> bool:
    """Return whether a word, in small letters, stands for a number of some size."""
    return form in _ranges()


def fits(form: str, quantity: Quantity) -> bool:
    """Return whether a figure is one of the size that a vague word names."""
    if form not in _ranges():
        return False
    low, high, unit = _ranges()[form]
    value = abs(quantity.value)
    if unit and quantity.unit and quantity.unit != unit:
        if dimension_of(quantity.unit) != dimension_of(unit):
            return False
        value = convert(value, quantity.unit, unit) or 0.0
    elif unit not in ("", "year") and not quantity.unit:
        return False
    if not unit and quantity.unit in ("percent", "percentage_point", "share", "ordinal", "year"):
        return False
    return low <= value <= high
