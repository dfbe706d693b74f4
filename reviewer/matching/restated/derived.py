"""Figures that no source prints and that follow by arithmetic from what it prints."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, permutations

from reviewer.matching.content import says_the_same
from reviewer.matching.durations import is_a_duration
from reviewer.matching.extent import table_round
from reviewer.matching.items import Item, is_in_score
from reviewer.matching.quantities import Likeness, compare, is_fairly_rounded
from reviewer.matching.restated.check import Case
from reviewer.matching.rules import opposite_words
from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of, is_currency

_SMALL_COUNT = 12
_TOO_SMALL = 3
"""Below which a count makes any number follow from its neighbour."""

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
    given, direction = _given_in_claim(item, case), direction_of(case.paraphrase.items)
    for passage in case.paraphrase.passages:
        text = case.text_of(passage)
        around = case.library.passage_items(passage.source, table) if (table := table_round(text, passage.span)) else ()
        values = [o.quantity for o in (*passage.items, *around) if o.quantity and not _numbers_a_line(o, text)]
        if follows_from(item.quantity, _distinct([*values, *given])[:_MOST_VALUES], direction):
            return True
        if _is_product(item.quantity, case.paragraph_of(passage), text):
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


_TIMES = re.compile(r"(?:\s\w+)?\s*(?:\bby\b|[x×])\s*(?:about\s)?")


def _is_product(quantity: Quantity, items: Sequence[Item], text: str) -> bool:
    """Return whether an area is that of two lengths given side by side (`eight metres by eight`)."""
    if dimension_of(quantity.unit) != "area":
        return False
    lengths = [item for item in items if item.quantity]
    for one, other in pairwise(lengths):
        a, b = one.quantity, other.quantity
        if a is None or b is None or not _TIMES.fullmatch(text[one.end : other.start]):
            continue
        unit = b.unit or a.unit
        sides = [convert(side.value, side.unit or unit, "m") for side in (a, b)]
        if None not in sides and sides[0] and sides[1]:
            area = convert(sides[0] * sides[1], "m2", quantity.unit)
            if area is not None and (abs(area - quantity.value) <= 0.01 * area or is_fairly_rounded(quantity, area)):
                return True
    return False


def _numbers_a_line(item: Item, text: str) -> bool:
    """Return whether a figure is the number of a paragraph (`3. The court finds ...`)."""
    before = text[: item.start].rstrip(" \t")
    return (not before or before[-1] == "\n") and text[item.end : item.end + 1] in (".", ")")


def direction_of(items: Sequence[Item]) -> int:
    """Return 1 when a claim tells of a rise only, -1 for a fall only, else 0."""
    sides = {side for item in items for pair, side in opposite_words().get(item.form, ()) if pair == _RISE_OR_FALL}
    return {frozenset({0}): 1, frozenset({1}): -1}.get(frozenset(sides), 0)


_RISE_OR_FALL = 0
"""Which pair of opposites, in the order of their file, tells of rising and falling."""


def _given_in_claim(item: Item, case: Case) -> list[Quantity]:
    """Return the claim's other figures that some passage gives: a sum may be of figures from two sources."""
    return [
        other.quantity
        for other in case.paraphrase.items
        if other.quantity
        and other.start != item.start
        and any(says_the_same(other, theirs) for passage in case.paraphrase.passages for theirs in passage.items)
    ]


def _distinct(values: Iterable[Quantity]) -> list[Quantity]:
    return list({(value.value, value.high, value.unit): value for value in values}.values())


def follows_from(quantity: Quantity, values: Sequence[Quantity], direction: int = 0) -> bool:
    """Return whether a figure is a sum, difference, share or change of two (or the sum of three) values.

    `direction` is 1 for a rise, -1 for a fall and 0 when nothing tells: a change is counted from the value before it.
    """
    plain = [value for value in values if value.high is None and value.unit != "ordinal"]
    if quantity.unit in ("percent", "share"):
        return any(_is_share_or_change(quantity, a, b, direction) for a, b in permutations(plain, 2))
    for one, other in combinations(plain, 2):
        if quantity.unit == "" and _is_chance(one, other):
            continue
        if (unit := _unit_of_sum(quantity, one, other)) is None:
            continue
        a, b = abs(one.value), abs(convert(other.value, other.unit, one.unit) or 0.0)
        if any(_equals(quantity, derived, unit) for derived in (abs(a - b), a + b)):
            return True
    return any(
        a.unit == b.unit == c.unit == quantity.unit and _equals(quantity, a.value + b.value + c.value, a.unit)
        for a, b, c in combinations(plain[:8], 3)
    )


def _is_chance(one: Quantity, other: Quantity) -> bool:
    """Return whether two counts give a third one by chance: one of them is tiny beside the other (`28` and `1`)."""
    small, great = sorted((abs(one.value), abs(other.value)))
    return small < _TOO_SMALL and great > _SMALL_COUNT


def _unit_of_sum(quantity: Quantity, one: Quantity, other: Quantity) -> str | None:
    """Return the unit that a sum or difference has, None when the two cannot be added up to such a figure."""
    if one.unit == other.unit == "percent":
        return "percentage_point" if dimension_of(quantity.unit) == "points" or quantity.unit == "point" else None
    if quantity.unit == "percentage_point" and one.unit == other.unit == "":
        return "percentage_point" if max(one.value, other.value) > abs(quantity.value) else None
    if dimension_of(one.unit) != dimension_of(other.unit) or one.unit == "share":
        return None
    if _is_small(quantity) and (one.unit or other.unit or not _are_parts(quantity, one, other)):
        return None
    return (
        one.unit if quantity.unit in ("", one.unit) or dimension_of(quantity.unit) == dimension_of(one.unit) else None
    )


def _is_small(quantity: Quantity) -> bool:
    return quantity.unit == "" and abs(quantity.value) <= _SMALL_COUNT


def _are_parts(quantity: Quantity, one: Quantity, other: Quantity) -> bool:
    return abs(one.value) + abs(other.value) == abs(quantity.value) or max(one.value, other.value) > _SMALL_COUNT


def _equals(quantity: Quantity, derived: float, unit: str) -> bool:
    wanted = convert(derived, unit, quantity.unit) if quantity.unit and quantity.unit != unit else derived
    if wanted is None:
        wanted = derived
    mine = abs(quantity.value)
    return bool(mine) and (abs(wanted - mine) <= 1e-6 * mine or is_fairly_rounded(quantity, wanted))


def _is_share_or_change(quantity: Quantity, old: Quantity, new: Quantity, direction: int = 0) -> bool:
    is_one_unit = old.unit == new.unit or (
        "" in (old.unit, new.unit) and new.value and 0.1 < old.value / new.value < 10
    )
    if not old.value or not is_one_unit or {"percentage_point", "share", "ordinal"} & {old.unit, new.unit}:
        return False
    if quantity.unit == "percent" and old.unit == "percent" and abs(old.value - new.value) == quantity.value:
        return False
    wanted = quantity.value / 100 if quantity.unit == "percent" else quantity.value
    is_that_way = direction * (abs(new.value) - abs(old.value)) >= 0
    candidates = [abs(new.value - old.value) / abs(old.value)] if is_that_way else []
    if abs(new.value) < abs(old.value):
        candidates.append(abs(new.value / old.value))
    slack = (0.5 * 10.0**-quantity.decimals + 1e-9) / 100 if quantity.unit == "percent" else 0.012
    if quantity.hedge:
        slack = max(slack, 0.04 if quantity.unit == "share" else 0.02)
    return any(abs(candidate - abs(wanted)) <= slack for candidate in candidates)


def _is_age(item: Item, dates: Sequence[Item], case: Case) -> bool:
    """Return whether a figure is the years from a year in claim or passage to that of publication, or the next."""
    assert item.quantity is not None
    if item.quantity.unit not in ("", "year", "ordinal") or item.quantity.value < 2 or not case.published:
        return False
    if _is_small(item.quantity):
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

    The second stands in brackets, or between commas or dashes (`9 metres (30 feet)`, `94mm, nearly four inches,`).
    """
    for before, after in pairwise(other for other in case.paraphrase.items if other.quantity):
        if after.start == item.start and before.quantity and after.quantity:
            between = case.article.text[before.end : after.start]
            same = dimension_of(before.quantity.unit) == dimension_of(after.quantity.unit)
            if _OPENS_CONVERSION.fullmatch(between) and same and before.quantity.unit != after.quantity.unit:
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
        if like and _is_share_or_change(quantity, Quantity(0, 0, max(like), unit=value.unit), value):
            return True
    return False
