"""Scales and units that cannot both be right: billion against parts in million, miles against the km in brackets."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, shown, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of, is_currency

_SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
_PRINTED = re.compile(
    r"([\d,]+(?:\.\d+)?)\s?(thousand|million|billion|trillion|mln|mn|m|bln|bn|trn|tn)?\b", re.IGNORECASE
)
_MOST_APART = 0.04


class _Scaled(msgspec.Struct, frozen=True):
    quantity: Quantity
    mantissa: float
    scale: float
    digits: int
    sentence: int


def wrong_units(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield amounts whose scale their parts or their other mention contradict, and conversions that are off."""
    for paragraph in checked.paragraphs():
        yield from _whole_against_parts(checked.text, paragraph)
    yield from _same_figure_twice(checked)
    for one in checked.sentences:
        yield from _conversions(checked.text, one)


def _scaled(text: str, sentences: Sequence[CheckedSentence]) -> list[_Scaled]:
    found = []
    for number, one in enumerate(sentences):
        for quantity in one.quantities:
            printed = _PRINTED.search(text, quantity.start, quantity.end)
            if not is_currency(quantity.unit) or quantity.high is not None or printed is None:
                continue
            figure = printed.group(1).replace(",", "")
            scale = _SCALES.get((printed.group(2) or "").casefold(), 1.0)
            found.append(_Scaled(quantity, float(figure or 0), scale, len(figure.replace(".", "").strip("0")), number))
    return found


def _whole_against_parts(text: str, paragraph: Sequence[CheckedSentence]) -> Iterator[InternalCheck]:
    """Check "revenue was €412.6 billion" against divisions in the same paragraph that add up to 412.6 million."""
    amounts = _scaled(text, paragraph)
    for place, whole in enumerate(amounts):
        parts: list[_Scaled] = []
        for part in amounts[place + 1 :]:
            if part.quantity.unit != whole.quantity.unit or part.scale == whole.scale or part.scale == 1.0:
                break
            if parts and part.scale != parts[0].scale:
                break
            parts.append(part)
            added = sum(one.mantissa for one in parts)
            if len(parts) >= 2 and whole.digits >= 2 and abs(added - whole.mantissa) <= 0.06 * len(parts):
                scale = parts[0].quantity
                working = f"the parts add up to {shown(added)} at the scale of {text[scale.start : scale.end]}"
                yield _scale_slip(text, whole, parts[0].scale, working)
                break


def _scale_slip(text: str, wrong: _Scaled, scale: float, working: str) -> InternalCheck:
    quantity = wrong.quantity
    expected = f"{shown(wrong.mantissa)} {_name_of(scale)}".strip()
    return slip(
        Span(quantity.start, quantity.end), CheckKind.UNIT, text[quantity.start : quantity.end], expected, working
    )


def _name_of(scale: float) -> str:
    return {1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"}.get(scale, "")


def _same_figure_twice(checked: CheckedText) -> Iterator[InternalCheck]:
    """Check that a figure of three digits or more that is printed twice has the same scale both times."""
    amounts = _scaled(checked.text, checked.sentences)
    for place, later in enumerate(amounts):
        if later.digits < 3:
            continue
        for earlier in amounts[:place]:
            same = earlier.mantissa == later.mantissa and earlier.quantity.unit == later.quantity.unit
            if (
                same
                and earlier.scale != later.scale
                and earlier.scale > 1
                and later.scale > 1
                and earlier.sentence != later.sentence
            ):
                printed = checked.text[earlier.quantity.start : earlier.quantity.end]
                yield _scale_slip(checked.text, later, earlier.scale, f"printed elsewhere as {printed}")
                break


def _conversions(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "26 miles (42 km)": two units of one dimension, the second in brackets right after the first."""
    for first, second in zip(one.quantities, one.quantities[1:], strict=False):
        joint = text[first.end : second.start]
        if (
            not re.fullmatch(r"\s*\((?:or |about |around |some |nearly |almost |just (?:over|under) )?", joint)
            or first.high is not None
        ):
            continue
        if (
            second.high is not None
            or first.unit == second.unit
            or dimension_of(first.unit) in ("", "time")
            or not text.startswith(")", second.end)
        ):
            continue
        converted = convert(first.value, first.unit, second.unit)
        if converted is None or is_currency(first.unit):
            continue
        rate = converted / first.value if first.value else 0.0
        blur = (
            max(slack(first), first.step / 2) * rate
            + max(slack(second), second.step / 2)
            + _MOST_APART * abs(converted)
        )
        if abs(converted - second.value) > blur:
            printed = text[second.start : second.end]
            working = f"{shown(first.value)} {first.unit} is {shown(converted)} {second.unit}"
            yield slip(
                Span(first.start, second.end), CheckKind.UNIT, printed, f"{shown(converted)} {second.unit}", working
            )
