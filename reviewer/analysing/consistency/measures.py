"""Measures printed in two systems side by side: feet and inches, stones and pounds, ranges, hours and days."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reviewer.analysing.consistency.scene import CheckedSentence, shown, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of, unit_named

_V = r"\d[\d,]{{0,12}}(?:\.\d+)?"
_SHORT = {
    "in": "inch",
    "ins": "inch",
    '"': "inch",
    "″": "inch",
    "m": "m",
    "st": "stone",
    "C": "celsius",
    "F": "fahrenheit",
}
_UNIT = (
    r"(?:square\s(?:miles?|kilomet(?:re|er)s?|feet|met(?:re|er)s?)|sq\s(?:km|mi|ft|m)|km/h|kph|kmh|mph|"
    r"miles\s(?:an|per)\shour|kilomet(?:re|er)s\s(?:an|per)\shour|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|"
    r"centimet(?:re|er)s?|mm|millimet(?:re|er)s?|feet|foot|ft|inch(?:es)?|ins?|″|yards?|yds?|m|kg|kilos?|kilogram(?:me)?s?|lbs?|"
    r"pounds|stone|st|ounces?|oz|g|grams?|grammes?|tonnes?|tons?|litres?|liters?|ml|pints?|gallons?|hectares?|ha|acres?)"
)
_MEASURE = (
    rf"(?:(?P<major{{n}}>\d+)(?:\s?(?:ft|foot|feet|[’'])\s?)(?P<minor{{n}}>\d{{{{1,2}}}}(?:\.\d+)?|[½¼¾])\s?(?:inches|ins?|[\"”″])?|"
    rf"(?P<stone{{n}}>\d+)\s?(?:st|stone)\s?(?P<lb{{n}}>\d{{{{1,2}}}})\s?(?:lbs?|pounds)?|"
    rf"(?P<low{{n}}>{_V})(?:\s?(?:to|-|–|and)\s?(?P<high{{n}}>{_V}))?[\s-]?(?P<unit{{n}}>{_UNIT}))"
)
_GLOSSED = re.compile(
    rf"(?<![\w.,£$€]){_MEASURE.format(n=1)}"
    r"(?P<joint>(?:\s(?:tall|high|long|wide|deep|thick|across|away|apart|in\sheight|in\slength))?"
    r"(?:\s?\(|,?\sor\s|,\s(?:or\s)?|\s[–—]\s))(?:about\s|around\s|some\s|nearly\s|almost\s|roughly\s|just\s(?:over|under)\s|or\s|~)*"
    rf"{_MEASURE.format(n=2)}(?!\w|\s?(?:per|an?\shour|from|away|further|more|less|longer|to\b))"
)
_DIMENSION = re.compile(r"\b(?:tall|high|long|wide|deep|thick|across|away|apart|height|length)\b")
_NEAR = 0.02
_TIMES = re.compile(r"(?:\s\w+)?,?\s(?:\(?or|that\sis)\s(?P<hour>an\shour\sand\s)?", re.IGNORECASE)
_LONGER = re.compile(r"\s(?:later|earlier|ago|before|after|more|less|longer|a\s|per\s|each|old)", re.IGNORECASE)
_AT_FIRST = re.compile(r"[\"“‘']?(?:At|Measuring|Weighing|Standing)\s$")
_METRIC = frozenset(
    ["mm", "cm", "m", "km", "g", "kg", "tonne", "litre", "ml", "hectare", "km2", "m2", "km_per_hour", "celsius"]
)


class _Size(msgspec.Struct, frozen=True):
    """A measure in its finer unit: from `low` to `high`, which are one for a plain measure."""

    low: float
    high: float
    unit: str
    step: float
    is_plain: bool


def wrong_measures(text: str, sentences: Sequence[CheckedSentence]) -> Iterator[InternalCheck]:
    """Yield measures in feet and inches, stones and pounds, ranges and spans of time that their gloss denies."""
    for one in sentences:
        for match in _GLOSSED.finditer(text, one.sentence.start, one.sentence.end):
            if "(" in match["joint"] and not text.startswith(")", match.end()):
                continue
            yield from _gloss(text, match)
        yield from _spans_of_time(text, one)
    for before, one in pairwise(sentences):
        yield from _other_system(text, before, one)


def _gloss(text: str, match: re.Match[str]) -> Iterator[InternalCheck]:
    first, second = _size(match, 1), _size(match, 2)
    if (
        first is None
        or second is None
        or first.unit == second.unit
        or (first.is_plain and second.is_plain and not _DIMENSION.search(match["joint"]))
    ):
        return
    factor = convert(1.0, first.unit, second.unit)
    if factor is None or dimension_of(first.unit) in ("time", ""):
        return
    ends = ((first.low, second.low), (first.high, second.high))
    room = [first.step / 2 * factor + second.step / 2 + _NEAR * max(b, a * factor) for a, b in ends]
    if all(abs(a * factor - b) <= near for (a, b), near in zip(ends, room, strict=True)):
        return
    exact = " to ".join(dict.fromkeys(_rounded(a * factor) for a, _ in ends))
    named = f"{exact} {second.unit.replace('_', ' ')}"
    start = match.start()
    printed = text[match.end("joint") : match.end()]
    working = f"{text[start : match.start('joint')]} is about {named}"
    yield slip(Span(start, match.end()), CheckKind.UNIT, printed, named, working)


def _size(match: re.Match[str], side: int) -> _Size | None:
    if match[f"major{side}"]:
        minor = {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(match[f"minor{side}"]) or float(match[f"minor{side}"])
        inches = 12 * float(match[f"major{side}"]) + minor
        return _Size(inches, inches, "inch", 1.0, False) if minor < 12 else None
    if match[f"stone{side}"]:
        pounds = 14 * float(match[f"stone{side}"]) + float(match[f"lb{side}"])
        return _Size(pounds, pounds, "pound_weight", 1.0, False)
    printed = match[f"unit{side}"]
    unit = _SHORT.get(printed) or ("pound_weight" if printed == "pounds" else unit_named(printed))
    low = match[f"low{side}"].replace(",", "")
    high = (match[f"high{side}"] or low).replace(",", "")
    if not unit or float(high) < float(low):
        return None
    step = min(1.0, _step(high)) if side == 1 and float(high) < 100 else _step(high)
    return _Size(float(low), float(high), unit, step, low == high and unit != "inch")


def _step(printed: str) -> float:
    decimals = len(printed.partition(".")[2])
    zeros = 0 if decimals else len(printed) - len(printed.rstrip("0"))
    return 10.0**-decimals if decimals else 10.0 ** min(zeros, len(printed) - 1)


def _rounded(value: float) -> str:
    return shown(float(f"{value:.3g}"))


def _spans_of_time(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "48 hours, or two days" and "100 minutes, or an hour and forty minutes"."""
    for first, second in pairwise(one.quantities):
        joint = _TIMES.fullmatch(text, first.end, second.start)
        if joint is None or not _is_time(first) or not _is_time(second) or _LONGER.match(text, second.end):
            continue
        value = second.value
        if joint["hour"]:
            value += convert(1.0, "hour", second.unit) or 0.0
        elif first.unit == second.unit:
            continue
        exact = convert(first.value, first.unit, second.unit)
        if exact is None or abs(exact - value) <= 0.04 * exact + slack(second) * 0.5 + (
            second.step / 2 if exact % 1 else 0
        ):
            continue
        named = f"{_rounded(exact)} {second.unit}s"
        printed = text[second.start : second.end]
        working = f"{text[first.start : first.end]} is {named}"
        yield slip(Span(first.start, second.end), CheckKind.UNIT, printed, named, working)


def _is_time(quantity: Quantity) -> bool:
    is_whole = quantity.high is None and quantity.hedge in ("", "exactly")
    return is_whole and quantity.unit in ("second", "minute", "hour", "day", "week", "fortnight")


def _other_system(text: str, before: CheckedSentence, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "is 1,344 metres high. At 4,409 feet it is …": one height told again in the other system."""
    first = [quantity for quantity in before.quantities if dimension_of(quantity.unit) in ("length", "mass")]
    second = [quantity for quantity in one.quantities if dimension_of(quantity.unit) in ("length", "mass")]
    if len(first) != 1 or not second or not _AT_FIRST.fullmatch(text, one.sentence.start, second[0].start):
        return
    a, b = first[0], second[0]
    factor = convert(1.0, a.unit, b.unit)
    if factor is None or (a.unit in _METRIC) == (b.unit in _METRIC) or a.hedge or b.hedge or a.high or b.high:
        return
    if abs(a.value * factor - b.value) > 0.04 * b.value + a.step / 2 * factor + b.step / 2:
        named = f"{_rounded(a.value * factor)} {b.unit.replace('_', ' ')}"
        working = f"{text[a.start : a.end]} is about {named}"
        yield slip(Span(b.start, b.end), CheckKind.UNIT, text[b.start : b.end], named, working)
