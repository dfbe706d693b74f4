"""What a figure is counted by: `40 litres a second` is no `40 litres`, and no `40 litres a minute`."""

import re

from reviewer.matching.items import Item
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


def _rate(text: str, item: Item) -> str:
    match = RATE.match(text, item.end)
    return match["by"].casefold() if match else ""


def _with_rate(text: str, item: Item) -> Item:
    match = RATE.match(text, item.end)
    return Item(item.start, match.end() if match else item.end, item.form)
