"""Scales and units that cannot both be right: billion against parts in million, miles against the km in brackets."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewer.analysing.consistency.measures import wrong_measures
from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, shown, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.claim import Place
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
_MOST_OFF = 0.25
_ROUND_HUNDREDS = 100.0
_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_CONTEXT = 45


class _Scaled(msgspec.Struct, frozen=True):
    quantity: Quantity
    mantissa: float
    scale: float
    digits: int
    sentence: int
    in_headline: bool = False


def wrong_units(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield amounts whose scale their parts or their other mention contradict, and conversions that are off."""
    for paragraph in checked.paragraphs():
        yield from _whole_against_parts(checked.text, paragraph)
        yield from wrong_measures(checked.text, paragraph)
    yield from _same_figure_twice(checked)
    for one in checked.sentences:
        yield from _conversions(checked.text, one)


def _scaled(text: str, sentences: Sequence[CheckedSentence]) -> list[_Scaled]:
    found = []
    for number, one in enumerate(sentences):
        is_head = one.sentence.place in (Place.HEADLINE, Place.STANDFIRST)
        for quantity in one.quantities:
            printed = _PRINTED.search(text, quantity.start, quantity.end)
            if not is_currency(quantity.unit) or quantity.high is not None or printed is None:
                continue
            figure = printed.group(1).replace(",", "")
            scale = _SCALES.get((printed.group(2) or "").casefold(), 1.0)
            found.append(
                _Scaled(quantity, float(figure or 0), scale, len(figure.replace(".", "").strip("0")), number, is_head)
            )
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
    """Check that a figure printed twice has the same scale both times.

    Three digits that are no round hundreds are taken to be the same figure anywhere; fewer only where the words round
    them are the same too ("the £4.5 million pool", "the pool cost £4.5 billion").
    """
    amounts = _scaled(checked.text, checked.sentences)
    for place, later in enumerate(amounts):
        for earlier in amounts[:place]:
            same = earlier.mantissa == later.mantissa and earlier.quantity.unit == later.quantity.unit
            apart = earlier.scale != later.scale and min(earlier.scale, later.scale) > 1
            if same and apart and earlier.sentence != later.sentence and _is_meant_twice(checked.text, earlier, later):
                printed = checked.text[earlier.quantity.start : earlier.quantity.end]
                body, head = (later, earlier) if earlier.in_headline else (earlier, later)
                printed = checked.text[body.quantity.start : body.quantity.end]
                yield _scale_slip(checked.text, head, body.scale, f"printed elsewhere as {printed}")
                break


def _is_meant_twice(text: str, earlier: _Scaled, later: _Scaled) -> bool:
    if later.digits >= 3 or (later.mantissa >= _ROUND_HUNDREDS and later.mantissa % _ROUND_HUNDREDS):
        return True
    return later.digits >= 2 and bool(_words_round(text, earlier.quantity) & _words_round(text, later.quantity))


def _words_round(text: str, quantity: Quantity) -> set[str]:
    """Return the first letters of the words in the same sentence near a figure, which tell what it is for."""
    before = re.split(r"[.!?\n]", text[max(0, quantity.start - _CONTEXT) : quantity.start])[-1]
    after = re.split(r"[.!?\n]", text[quantity.end : quantity.end + _CONTEXT])[0]
    return {word[:5].rstrip("s") for word in _WORD.findall((before + after).casefold())} - _COMMON


_COMMON = frozenset(
    (
        "about",
        "from",
        "with",
        "will",
        "have",
        "over",
        "more",
        "than",
        "that",
        "thi",
        "were",
        "been",
        "said",
        "year",
        "milli",
        "billi",
        "cost",
        "spend",
        "spent",
        "wa",
        "which",
        "their",
        "other",
        "also",
        "compa",
    )
)


def _conversions(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "26 miles (42 km)" and "26 miles, or 42 km": two units of one dimension side by side."""
    for first, second in zip(one.quantities, one.quantities[1:], strict=False):
        joint = _GLOSS.fullmatch(text[first.end : second.start])
        measured = _in_metres(text, second) if dimension_of(first.unit) == "length" else second
        if (
            joint is None
            or _FINER.search(text, max(0, first.start - 12), first.start)
            or first.high is not None
            or measured.high is not None
            or first.unit == measured.unit
        ):
            continue
        closed = text.startswith(")", measured.end) if "(" in joint.group() else not _GOES_ON.match(text, measured.end)
        if dimension_of(first.unit) in ("", "time", "share", "points") or not closed or is_currency(first.unit):
            continue
        factors = _factors(first.unit, measured.unit)
        if not factors or any(_is_near(first, measured, factor) for factor in factors):
            continue
        exact = first.value * factors[0]
        printed = text[measured.start : measured.end]
        named = measured.unit.replace("_", " ")
        working = f"{text[first.start : first.end]} is about {_rounded(exact)} {named}"
        yield slip(Span(first.start, second.end), CheckKind.UNIT, printed, f"{_rounded(exact)} {named}", working)


_GLOSS = re.compile(
    r"\s*(?:\(|,\s|\s—\s|\s–\s)(?:or |about |around |some |nearly |almost |roughly |just (?:over|under) |"
    r"that is |a little (?:over|under) ){0,2}"
)
_FINER = re.compile(r"\d\s?(?:st|stone|ft|feet|foot)\s$")
"""What stands before the second half of a measure in two units: "9st 6lb" is no 6lb."""
_GOES_ON = re.compile(
    r"\s?(?:per|an?\s(?:hour|second|minute|day)|from|away|further|more|less|longer|to\b|of\b(?!\s(?:land|"
    r"moorland|farmland|water)))"
)
_AS_METRES = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?m")
_OTHER_MEASURES = {"gallon": 0.832674, "pint": 0.832674, "ton": 0.892857}
"""What the American gallon, pint and ton are of the British ones."""


def _in_metres(text: str, quantity: Quantity) -> Quantity:
    """Return "1.68m" behind a length as metres and not as millions."""
    found = _AS_METRES.fullmatch(text[quantity.start : quantity.end])
    if found is None or quantity.unit:
        return quantity
    step = 10.0 ** -len(found[1].partition(".")[2])
    return Quantity(
        quantity.start, quantity.end, float(found[1].replace(",", "")), unit="m", step=step, decimals=quantity.decimals
    )


def _factors(unit: str, into: str) -> list[float]:
    """Return what one unit may be in another: twice where the British and the American measure differ."""
    factor = convert(1.0, unit, into)
    if factor is None:
        return []
    other = _OTHER_MEASURES.get(unit, 1.0) / _OTHER_MEASURES.get(into, 1.0)
    return [factor] if other == 1.0 else [factor, factor * other]


def _is_near(first: Quantity, second: Quantity, factor: float) -> bool:
    converted = first.value * factor
    blur = (
        max(slack(first), first.step / 2) * factor + max(slack(second), second.step / 2) + _MOST_APART * abs(converted)
    )
    return abs(converted - second.value) <= min(blur, _MOST_OFF * abs(converted) + second.step / 2)


def _rounded(value: float) -> str:
    return shown(float(f"{value:.3g}"))
