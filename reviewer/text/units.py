"""Units of measure and currency: how they are printed, and how one converts into another."""

import json
import re
from functools import lru_cache
from typing import Any

from reviewer.assets import resource


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = json.loads(resource("rules", "units.json").read_text("utf-8"))
    return rules


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Return the unit of every printed form, case-folded with single spaces."""
    names = {form: unit for unit, forms in _rules()["words"].items() for form in forms}
    names |= {code.casefold(): code for code in _rules()["currency_codes"]}
    return names | dict(_rules()["currency_symbols"])


def unit_named(printed: str) -> str:
    """Return the unit that a printed form stands for, or an empty string when it is none."""
    return _names().get(" ".join(printed.casefold().split()), _names().get(printed, ""))


@lru_cache(maxsize=1)
def currency_before() -> str:
    """Return the inside of a pattern for a currency sign or code as it stands before a number."""
    signs = sorted(_rules()["currency_symbols"], key=len, reverse=True)
    codes = "|".join(_rules()["currency_codes"])
    return rf"(?:{'|'.join(map(re.escape, signs))}|\b(?:{codes})\b)"


@lru_cache(maxsize=1)
def unit_after() -> re.Pattern[str]:
    """Return the pattern of a unit that follows a number, matched where the number ends."""
    forms = [*_names()]
    forms.sort(key=len, reverse=True)
    body = "|".join(r"[\s-]+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?:[\s\u00a0-]{{0,2}})(?P<unit>{body})(?![\w²])", re.IGNORECASE)


@lru_cache(maxsize=256)
def _place(unit: str) -> tuple[str, float] | None:
    for dimension, factors in _rules()["dimensions"].items():
        if unit in factors:
            return dimension, float(factors[unit])
    return None


def is_currency(unit: str) -> bool:
    """Return whether the unit is a currency by its ISO 4217 code."""
    return unit in _rules()["currency_codes"]


def dimension_of(unit: str) -> str:
    """Return what the unit measures, such as `time` or `length`; a unit of no known dimension is its own."""
    place = _place(unit)
    return place[0] if place else unit


def convert(value: float, unit: str, into: str) -> float | None:
    """Return the value in another unit of the same dimension, or None when there is no fixed rate between them."""
    if unit == into:
        return value
    here, there = _place(unit), _place(into)
    if here is None or there is None or here[0] != there[0]:
        return None
    return value * here[1] / there[1]
