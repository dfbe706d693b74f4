"""What a figure is counted by: `40 litres a second` is no `40 litres`, and no `40 litres a minute`."""

import re

import msgspec

from reviewer.matching.items import Item
from reviewer.matching.paraphrased import Passage
from reviewer.matching.quantities import compare
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.model.evidence import DifferenceKind

RATE = re.compile(
    r"\s*(?:/\s?|(?:a|an|per|each|every)[ \u00a0])"
    r"(?P<by>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|person|head|household|pupil|passenger)\b",
    re.IGNORECASE,
)
_TELLS_OF_RATES = re.compile(
    r"\b(?:per|rate|rates|hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual|annually|each|every|speed|flow|pace)\b",
    re.IGNORECASE,
)


def rate_conflicts(case: Case) -> list[Conflict]:
    """Report a figure that is counted by another unit of time in its passage, or by one that the claim leaves off.

    Only when each place of the passage that gives the figure has that unit beside it.
    """
    passage = case.paraphrase.passages[0]
    for item in case.paraphrase.items:
        if item.quantity is None:
            continue
        twins = [o for o in passage.items if o.quantity and compare(item.quantity, o.quantity).is_fair]
        rates = [_rate(case.text_of(passage), twin) for twin in twins]
        mine = _rate(case.article.text, item)
        if not twins or not all(rates) or mine in rates:
            continue
        span = case.claim.span
        if mine or (item.quantity.unit and not _TELLS_OF_RATES.search(case.article.text, span.start, span.end)):
            return [
                difference(
                    case,
                    DifferenceKind.UNIT,
                    _with_rate(case.article.text, item),
                    0,
                    _with_rate(case.text_of(passage), twins[0]),
                )
            ]
    return []


_TIMES = {
    ("hour", "day"): (24,), ("day", "week"): (5, 7), ("day", "year"): (365,), ("week", "year"): (52,),
    ("month", "year"): (12,), ("quarter", "year"): (4,), ("minute", "hour"): (60,), ("second", "minute"): (60,),
    ("week", "month"): (4, 52 / 12), ("day", "month"): (30,), ("night", "week"): (7,), ("year", "decade"): (10,),
}  # fmt: skip
"""How many of the one unit of time make the other."""

_HOURS = 24


def follows_from_rate(case: Case, item: Item, passage: Passage) -> bool:
    """Return whether a figure for a time (`9,000 litres a day`) follows from the passage's for another one.

    Either by the calendar (`750 a month` is 9,000 a year), or by how long it runs there (`an hour, ten hours a day`).
    """
    mine, quantity = _rate(case.article.text, item), item.quantity
    if not mine or quantity is None:
        return False
    text = case.text_of(passage)
    for other in passage.items:
        theirs = _rate(text, other)
        if other.quantity is None or other.quantity.unit != quantity.unit or theirs in ("", mine):
            continue
        spells = [o.quantity.value for o in passage.items if o.quantity and _rate(text, o) == mine and o is not other]
        spells = [value for value in spells if 0 < value <= _HOURS]
        for times in (*_TIMES.get((theirs, mine), ()), *(1 / n for n in _TIMES.get((mine, theirs), ())), *spells):
            worked = msgspec.structs.replace(other.quantity, value=other.quantity.value * times)
            if compare(quantity, worked).is_fair:
                return True
    return False


def _rate(text: str, item: Item) -> str:
    match = RATE.match(text, item.end)
    return match["by"].casefold() if match else ""


def _with_rate(text: str, item: Item) -> Item:
    match = RATE.match(text, item.end)
    return Item(item.start, match.end() if match else item.end, item.form)
