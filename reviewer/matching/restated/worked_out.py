"""Figures of a claim that its own words and its passage show to be worked out wrongly: ages, shares, results."""

import re
from collections.abc import Sequence

from reviewer.matching.calendar import dates_agree, share_a_part
from reviewer.matching.items import Item
from reviewer.matching.quantities import compare, is_fairly_rounded
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.model.evidence import DifferenceKind
from reviewer.text.numbers import Quantity

_OLDEST = 120
_AGE_BEFORE = re.compile(r"\b(?:is|are|was|now|aged?|turn(?:s|ed)?|at|old|,)\s(?:now\s|only\s|just\s)?$", re.IGNORECASE)
_BY = re.compile(r"\bby\s(?:about\s|around\s|nearly\s|almost\s|some\s)?$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|out of)\s(?:the\s|all\s|its\s|their\s|some\s|about\s)*(?:\w+\s)?$", re.IGNORECASE)
_FARTHEST, _NEAREST = 2.0, 0.5
"""How far a wrong figure may lie from the right one, as a factor, when nothing but its place tells that they belong."""

_SMALL_COUNT = 12
_REACH = 4
"""Items after `born` within which the date stands."""

_LEAST_HELD, _WELL_HELD = 0.3, 0.5


def wrong_age(case: Case, item: Item) -> list[Conflict]:
    """Report an age that does not follow from the birth date which claim and passage both give.

    The age that a passage prints beside the birth date counts, else the years up to the day of publication.
    """
    quantity = item.quantity
    if quantity is None or quantity.unit not in ("", "year") or not 0 < quantity.value < _OLDEST or not case.published:
        return []
    if not _AGE_BEFORE.search(case.article.text[max(0, item.start - 24) : item.start]):
        return []
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        for birth in _shared_dates(_births(case.paraphrase.items), _births(passage.items)):
            years = _ages(birth, case.published)
            if years and int(quantity.value) not in years:
                printed = [o for o in passage.items if o.quantity and o.quantity.value in years]
                return [difference(case, DifferenceKind.FIGURE, item, rank, printed[0] if printed else birth)]
    return []


def _births(items: Sequence[Item]) -> list[Item]:
    """Return the dates right after a word of birth."""
    told = [at for at, item in enumerate(items) if item.form in ("born", "birth", "birthday")]
    return [item for at in told for item in items[at + 1 : at + 1 + _REACH] if item.date][:1]


def _shared_dates(mine: Sequence[Item], theirs: Sequence[Item]) -> list[Item]:
    return [
        other
        for item in mine
        for other in theirs
        if item.date and other.date and share_a_part(item.date, other.date) and dates_agree(item.date, other.date)
    ]


def _ages(birth: Item, published: str) -> set[int]:
    """Return the age on the day of publication, two when month or day leave it open."""
    iso = birth.date.iso if birth.date else ""
    if not iso[:4].isdigit():
        return set()
    years = int(published[:4]) - int(iso[:4])
    if len(iso) < len("2000-01"):
        return {years, years - 1}
    passed, day = iso[5:], published[5:]
    if passed[:2] == day[:2] and len(iso) < len("2000-01-01"):
        return {years, years - 1}
    return {years if passed <= day else years - 1}


def wrong_share(case: Case, item: Item) -> list[Conflict]:
    """Report a percentage `of` a figure when another figure of the claim is quite another part of it.

    `17 of them broke, about 0.3 per cent of the 62,400 sold`: 17 in 62,400 is 0.03 per cent.
    """
    if item.quantity is None or item.quantity.unit != "percent" or not item.quantity.value:
        return []
    figures = [o for o in case.paraphrase.items if o.quantity and o.quantity.unit == "" and o.quantity.high is None]
    wholes = [o for o in figures if o.start > item.end and _OF.fullmatch(case.article.text[item.end : o.start])]
    parts = [o for o in figures if o not in wholes]
    if len(wholes) != 1 or len(parts) != 1 or not wholes[0].quantity or not parts[0].quantity:
        return []
    share = 100 * parts[0].quantity.value / (wholes[0].quantity.value or 1)
    if not share or _NEAREST < item.quantity.value / share < _FARTHEST:
        return []
    held = [
        h for p in case.paraphrase.passages for h in p.hits if h.point.item.start in (parts[0].start, wholes[0].start)
    ]
    ranks = [rank for rank, p in enumerate(case.paraphrase.passages) if any(h in p.hits for h in held)]
    if not held:
        return []
    return [difference(case, DifferenceKind.FIGURE, item, ranks[0], held[0].item)]


def wrong_change(case: Case, item: Item) -> list[Conflict]:
    """Report the amount of a change (`rises by £8 to £55`) that is not that from and to the passage's two figures."""
    quantity = item.quantity
    if quantity is None or not _BY.search(case.article.text[max(0, item.start - 16) : item.start]):
        return []
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        ends = [o for o in passage.items if o.quantity and o.quantity.unit == quantity.unit and o.quantity.high is None]
        held = [o for o in ends if any(_fair(i.quantity, o.quantity) for i in case.paraphrase.items if i is not item)]
        if len(ends) != 2 or not held or passage.share < _LEAST_HELD:
            continue
        a, b = (abs(end.quantity.value) for end in ends if end.quantity)
        if abs(a - b) != abs(quantity.value) and not is_fairly_rounded(quantity, abs(a - b)):
            free = [end for end in ends if end not in held] or held
            return [difference(case, DifferenceKind.FIGURE, item, rank, free[0])]
    return []


def left_over(case: Case, item: Item, mine: Sequence[Item]) -> list[Conflict]:
    """Report the one figure of a claim that its passage lacks, when the passage has just one that the claim lacks.

    All others must agree, at least two of them, or one in a passage that holds half of the claim.
    """
    quantity = item.quantity
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        if quantity is None or abs(quantity.value) <= _SMALL_COUNT or passage.share < _LEAST_HELD:
            continue
        theirs = [o for o in passage.items if o.quantity]
        others = [o for o in mine if o.start != item.start and o.quantity]
        held = [o for o in others if any(_fair(o.quantity, t.quantity) for t in theirs)]
        lacking = [o for o in others if o not in held and o.quantity and abs(o.quantity.value) > abs(quantity.value)]
        free = [t for t in theirs if not any(_fair(o.quantity, t.quantity) for o in others)]
        free = [t for t in free if t.quantity and t.quantity.unit == quantity.unit and t.quantity.high is None]
        is_sure = len(held) >= 2 or (len(held) == 1 and passage.share >= _WELL_HELD)
        if lacking or not is_sure or len(free) != 1 or free[0].quantity is None or not free[0].quantity.value:
            continue
        if _NEAREST <= abs(quantity.value / free[0].quantity.value) <= _FARTHEST:
            return [difference(case, DifferenceKind.FIGURE, item, rank, free[0])]
    return []


def _fair(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and compare(one, other).is_fair
