"""Percentages that do not follow from the figures beside them."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, between, shown, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_CHANGES = ("percent", "percentage_point")
_TIMES = frozenset(["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"])
_VERB = re.compile(
    r"\b(?:rose|rises?|risen|rising|grew|grows?|grown|growing|fell|falls?|fallen|falling|dropp?(?:ed|s|ing)?|"
    r"increas(?:e|ed|es|ing)|"
    r"decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|slipp?(?:ed|s|ing)?|"
    r"shr[aui]nk(?:s|ing)?|up|down|"
    r"gain(?:ed|s)?|lost|cut|reduc(?:ed|tion|es)|rise|fall|growth|plunged|soared|surged|edged|dipped|expanded|"
    r"contracted|swelled|tumbled|slumped)\b",
    re.IGNORECASE,
)
_RISE_OF = re.compile(
    r"\b(?:rise|fall|drop|increase|decrease|gain|decline|growth|jump|cut|reduction)\s+of\s+(?:\w+\s)?$"
)
_NEAR = 60


def wrong_percentages(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield changes and shares whose percentage is not the one that the figures give."""
    for one in checked.sentences:
        yield from _changes(checked.text, one)
        yield from _shares(checked.text, one)


def _changes(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "fell by nine percent, from 46 percent to 37 percent" and the same with counts and amounts."""
    quantities = one.quantities
    for place in range(len(quantities) - 1):
        first, second = quantities[place], quantities[place + 1]
        ends = _from_to(text, first, second)
        if ends is None or ends[0].value == 0:
            continue
        change = _change_beside(text, quantities, place)
        if change is None or _fits(change, *ends):
            continue
        old, new = ends
        points = abs(new.value - old.value)
        relative = abs(new.value / old.value - 1) * 100
        both_percent = old.unit == "percent"
        expected = f"{shown(points)} percentage points" if both_percent else f"{relative:.1f} percent"
        working = f"{shown(old.value)} to {shown(new.value)} is {relative:.1f} percent"
        working += f" or {shown(points)} percentage points" if both_percent else ""
        start, end = min(change.start, first.start), max(change.end, second.end)
        yield slip(Span(start, end), CheckKind.PERCENTAGE, text[change.start : change.end], expected, working)


def _from_to(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return old and new value of "from A to B" or "to B from A"."""
    lead = text[
        max(0, first.hedge_start - 12 if first.hedge else first.start - 12) : first.hedge_start
        if first.hedge
        else first.start
    ]
    lead = lead.casefold().rstrip()
    joint = between(text, first, second)
    alike = first.unit == second.unit or "" in (first.unit, second.unit)
    if not alike or first.high is not None or second.high is not None or first.unit in _TIMES or second.unit in _TIMES:
        return None
    if lead.endswith("from") and re.fullmatch(r"(?:[a-z ]{0,24}\s)?to", joint):
        return first, second
    if lead.endswith("to") and re.fullmatch(r"(?:[a-z ]{0,24}\s)?from", joint):
        return second, first
    return None


def _change_beside(text: str, quantities: tuple[Quantity, ...], place: int) -> Quantity | None:
    """Return the percentage that tells the change, right before the pair or right after it."""
    for at in (place - 1, place + 2):
        if not 0 <= at < len(quantities) or quantities[at].unit not in _CHANGES or quantities[at].high is not None:
            continue
        change = quantities[at]
        gap = (
            text[change.end : quantities[place].start] if at < place else text[quantities[place + 1].end : change.start]
        )
        if len(gap) > _NEAR or re.search(r"[;.:]\s|\b(?:while|whereas|and|but|against|compared)\b", gap):
            continue
        context = text[max(0, change.start - 30) : change.start] + (gap if at > place else "")
        lead = text[max(0, change.start - 24) : change.start]
        is_end_value = re.search(r"\b(?:of|to|from|at)\s*(?:\w+\s)?$", lead) and not _RISE_OF.search(lead)
        if _VERB.search(context) and not is_end_value:
            return change
    return None


def _fits(change: Quantity, old: Quantity, new: Quantity) -> bool:
    points = abs(new.value - old.value)
    blur = slack(old) + slack(new)
    exact = not any(one.hedge for one in (change, old, new)) and old.decimals == new.decimals == change.decimals
    if change.unit == "percentage_point" and exact:
        return old.unit != "percent" or abs(points - change.value) <= 0.05
    if change.unit == "percentage_point":
        return old.unit != "percent" or abs(points - change.value) <= blur + slack(change) + 1e-9
    low, high = _relative_range(old, new)
    tolerance = (slack(change) if change.hedge or change.decimals else 0.6) + 0.05
    return low - tolerance <= change.value <= high + tolerance


def _blur(quantity: Quantity) -> float:
    """Return how far a value may lie from its print; round thousands are nearly exact beside a percentage of them."""
    if quantity.hedge or quantity.decimals or abs(quantity.value) >= 100_000:
        return slack(quantity)
    return slack(quantity) * 0.4


def _relative_range(old: Quantity, new: Quantity) -> tuple[float, float]:
    """Return the least and the greatest change in percent that the printed values allow."""
    changes = [
        abs((new.value + b) / (old.value + a) - 1) * 100
        for a in (-_blur(old), _blur(old))
        for b in (-_blur(new), _blur(new))
        if old.value + a > 0
    ]
    return min(changes, default=0.0), max(changes, default=1e9)


_SHARE = re.compile(r"(?:of|out of)(?: (?:the|its|their|some|all|a total of))?(?: \w+)?")


def _shares(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "12 of the 40 boats, or 25 percent" and "25 percent (12 of 40)"."""
    quantities = one.quantities
    for place in range(len(quantities) - 2):
        for part, whole, share in (
            quantities[place : place + 3],
            (quantities[place + 1], quantities[place + 2], quantities[place]),
        ):
            if share.unit != "percent" or part.unit or whole.unit or not _SHARE.fullmatch(between(text, part, whole)):
                continue
            near = text[whole.end : share.start] if share.start > whole.end else text[share.end : part.start]
            if not _joins_share(near) or whole.value <= 0 or part.value > whole.value or share.high is not None:
                continue
            exact = part.value / whole.value * 100
            blur = 100 * (slack(part) + slack(whole)) / whole.value + slack(share) + 0.05
            if abs(exact - share.value) > blur:
                span = Span(min(part.start, share.start), max(whole.end, share.end))
                working = f"{shown(part.value)} of {shown(whole.value)} is {exact:.1f} percent"
                yield slip(span, CheckKind.PERCENTAGE, text[share.start : share.end], f"{exact:.1f} percent", working)


_OF_OTHERS = re.compile(r"\b(?:compared|against|than|while|and|but|versus)\b")
_JOINS_SHARE = re.compile(
    r"[^.;:\d]{0,40}?(?:,\s*(?:or|that is|which is|about|just over|just under|nearly|almost)?|\(|[–—]|"
    r"\bor\b)[\s\w]{0,14}"
)


def _joins_share(words: str) -> bool:
    return _JOINS_SHARE.fullmatch(words) is not None and _OF_OTHERS.search(words) is None
