"""Figures that no source prints and that follow by arithmetic from what it prints."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.arithmetic import (
    direction_of,
    distinct,
    follows_from,
    is_product,
    is_share_or_change,
    is_small,
    numbers_a_line,
)
from reviewer.matching.content import says_the_same
from reviewer.matching.durations import is_a_duration
from reviewer.matching.extent import table_round
from reviewer.matching.items import Item, is_in_score
from reviewer.matching.quantities import Likeness, compare
from reviewer.matching.restated.check import Case
from reviewer.matching.restated.rate import RATE, follows_from_rate
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of, is_currency

_MOST_VALUES = 16
"""Figures of one passage that are tried with one another: in a long table anything follows from something."""


def is_derived(item: Item, case: Case) -> bool:
    """Return whether a figure follows from those of the passages, of the claim itself or from dates.

    Known are sums and differences, shares and changes in percent, durations between two dates, ages, and bracketed
    conversions of a figure that is right.
    """
    assert item.quantity is not None
    if is_in_score(item, case.article.text):
        return False
    if any(hit.worked and hit.point.item.start == item.start for p in case.paraphrase.passages for hit in p.hits):
        return True
    given, direction = _given_in_claim(item, case), direction_of(case.paraphrase.items)
    for passage in case.paraphrase.passages:
        text = case.text_of(passage)
        around = case.library.passage_items(passage.source, table) if (table := table_round(text, passage.span)) else ()
        values = [o.quantity for o in (*passage.items, *around) if o.quantity and not numbers_a_line(o, text)]
        if follows_from(item.quantity, distinct([*values, *given])[:_MOST_VALUES], direction):
            return True
        if is_product(item.quantity, case.paragraph_of(passage), text) or follows_from_rate(case, item, passage):
            return True
    dates = [other for passage in case.paraphrase.passages for other in passage.items if other.date]
    if is_a_duration(item.quantity, dates[:_MOST_VALUES]):
        return True
    around = [item for passage in case.paraphrase.passages[:2] for item in case.paragraph_of(passage)]
    dates = [other for other in around if other.date]
    if is_a_duration(item.quantity, dates[:_MOST_VALUES]):
        return True
    return (
        _is_age(item, dates, case)
        or _is_bracketed_conversion(item, case)
        or _is_exchanged(item.quantity, case)
        or _is_share_of_the_whole(item.quantity, given, case)
    )


def _given_in_claim(item: Item, case: Case) -> list[Quantity]:
    """Return the claim's other figures that some passage gives: a sum may be of figures from two sources."""
    return [
        other.quantity
        for other in case.paraphrase.items
        if other.quantity
        and other.start != item.start
        and any(says_the_same(other, theirs) for passage in case.paraphrase.passages for theirs in passage.items)
    ]


def _is_age(item: Item, dates: Sequence[Item], case: Case) -> bool:
    """Return whether a figure is the years from a year in claim or passage to that of publication, or the next."""
    assert item.quantity is not None
    if item.quantity.unit not in ("", "year", "ordinal") or item.quantity.value < 2 or not case.published:
        return False
    if is_small(item.quantity):
        return False
    now = int(case.published[:4])
    mine = [other for other in case.paraphrase.items if other.date and other.date.relative]
    reference = {now, *(int(o.date.iso[:4]) for o in mine if o.date and o.date.iso[:4].isdigit())}
    birth = [int(o.date.iso[:4]) for o in dates if o.date and not o.date.relative and o.date.iso[:4].isdigit()]
    passed = {year - born for year in reference for born in birth}
    if item.quantity.unit == "year":
        passed |= {years - 1 for years in passed}
    return int(item.quantity.value) in passed if item.quantity.value == int(item.quantity.value) else False


_HEDGES = "about|around|roughly|nearly|almost|some|over|under|more than|less than"
_OPENS_CONVERSION = re.compile(
    r"\s*[(\[,\u2013\u2014]?\s*(?:or|that is|which is|equal to|(?:the )?equivalent (?:of|to))?\s*"
    rf"(?:just|a little|slightly)?\s*(?:{_HEDGES})?\s*"
)


def bracketed_twin(item: Item, case: Case) -> Item | None:
    """Return the figure that one right after it converts, None if there is none.

    The second stands in brackets, or between commas or dashes (`9 metres (30 feet)`, `94mm, nearly four inches,`). What
    one of the two is counted by (`an extra £11.70, or 22p a week`) makes it no conversion.
    """
    for before, after in pairwise(other for other in case.paraphrase.items if other.quantity):
        if after.start == item.start and before.quantity and after.quantity:
            between = case.article.text[before.end : after.start]
            same = dimension_of(before.quantity.unit) == dimension_of(after.quantity.unit)
            one_is_a_rate = bool(RATE.match(case.article.text, before.end)) != bool(
                RATE.match(case.article.text, after.end)
            )
            if one_is_a_rate or before.quantity.unit == after.quantity.unit:
                continue
            if _OPENS_CONVERSION.fullmatch(between) and same:
                return before
    return None


def _is_bracketed_conversion(item: Item, case: Case) -> bool:
    twin = bracketed_twin(item, case)
    return twin is not None and is_right_conversion(item, twin)


def is_right_conversion(item: Item, twin: Item) -> bool:
    """Return whether two measures are one in two units, as far as their printed digits tell."""
    assert item.quantity is not None
    assert twin.quantity is not None
    converted = convert(twin.quantity.value, twin.quantity.unit, item.quantity.unit)
    if converted is None:
        return True
    mine = item.quantity.value
    return abs(converted - mine) <= max(0.05 * abs(converted), item.quantity.step / 2) or compare(
        item.quantity, twin.quantity
    ) in (Likeness.CONVERTED, Likeness.ROUNDED)


def _is_exchanged(quantity: Quantity, case: Case) -> bool:
    """Return whether an amount is that of a passage in another currency, where a source may give the rate."""
    if not is_currency(quantity.unit) or not quantity.hedge or not quantity.value:
        return False
    others = [o.quantity for p in case.paraphrase.passages for o in p.items if o.quantity]
    return any(
        is_currency(other.unit)
        and other.unit != quantity.unit
        and abs(other.value) != abs(quantity.value)
        and 0.5 <= abs(other.value / quantity.value) <= 2.0
        for other in others
    )


def _is_share_of_the_whole(quantity: Quantity, given: Sequence[Quantity], case: Case) -> bool:
    """Return whether a fraction is that of a figure of the claim in the largest like figure of the sources."""
    if quantity.unit != "share" or not quantity.hedge:
        return False
    for value in given:
        like = [abs(one.value) for one in case.figures(value.unit) if value.unit]
        if like and is_share_or_change(quantity, Quantity(0, 0, max(like), unit=value.unit), value):
            return True
    return False
