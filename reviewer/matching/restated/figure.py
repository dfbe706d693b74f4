"""Figures of a claim in other words against those of its passages."""

import re
from collections.abc import Sequence
from itertools import combinations

from reviewer.matching.content import is_telling, says_the_same
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.quantities import Likeness, are_comparable, compare
from reviewer.matching.restated.binding import counted
from reviewer.matching.restated.check import Case, Conflict, context_of, difference
from reviewer.matching.restated.derived import bracketed_twin, is_derived, is_right_conversion
from reviewer.matching.restated.worked_out import left_over, wrong_age, wrong_change, wrong_share
from reviewer.matching.stopwords import STOPWORDS
from reviewer.matching.tables import is_row
from reviewer.model.evidence import DifferenceKind
from reviewer.text.numbers import Quantity
from reviewer.text.units import dimension_of, is_currency, unit_named

_MEASURES = ("length", "area", "mass", "volume", "speed")
_TELLING = 100
"""From which one number in two units of measure is hardly chance."""

_SMALL_COUNT = 12
"""Up to which a bare count is met everywhere, and proves little without a word in common beside it."""

_LEAST_HELD = 0.35
_DIGITS = 3
_HALF = 0.45
"""Share of the claim that a passage must hold before a sum of its figures means anything."""

_KINDS = {Likeness.ROUNDED: DifferenceKind.ROUNDING, Likeness.CONVERTED: DifferenceKind.NUMBER_FORMAT}


def figure_conflicts(case: Case) -> list[Conflict]:
    """Report each figure of the claim that its passages give otherwise, and those that they give in another form.

    A figure that some passage fairly gives is right; so is one that follows from two figures of a passage (their
    difference or sum). Of the rest only those are reported that a passage plainly contradicts: the same digits in
    another scale or unit, or the one comparable figure that nothing else in the claim accounts for, among the same
    words.
    """
    found: list[Conflict] = []
    mine = [item for item in case.paraphrase.items if item.quantity]
    for item in mine:
        fair = _fair_counterpart(case, item)
        if fair is not None:
            found += _opposite_bound(case, item) or wrong_age(case, item) or fair
        elif change := wrong_change(case, item):
            found += change
        elif slip := wrong_age(case, item) or wrong_share(case, item):
            found += slip
        elif wrong := _wrongly_converted(case, item):
            found += wrong
        elif not is_derived(item, case):
            found += _conflicting(case, item, mine) or wrongly_worked_out(case, item) or left_over(case, item, mine)
    return found


def missing_figures(case: Case) -> list[Item]:
    """Return the figures of the claim that no passage gives and that follow from none."""
    return [
        item
        for item in case.paraphrase.items
        if item.quantity
        and item.quantity.unit != "ordinal"
        and _fair_counterpart(case, item) is None
        and not is_derived(item, case)
    ]


def _fair_counterpart(case: Case, item: Item) -> list[Conflict] | None:
    assert item.quantity is not None
    best: tuple[int, list[Conflict]] | None = None
    here = context_of(item, case.paraphrase.items)
    order = list(Likeness)
    for rank, passage in enumerate(case.paraphrase.passages):
        for other in passage.items:
            if other.quantity is None or not (
                says_the_same(item, other)
                or _is_without_unit(item, other, passage.items)
                or _leaves_unit_off(case, item, other)
            ):
                continue
            likeness = compare(item.quantity, other.quantity)
            if rank and _is_small_count(item.quantity) and not here & context_of(other, passage.items):
                continue
            kind = _KINDS.get(likeness)
            notes = [difference(case, kind, item, rank, other, harmless=True)] if kind else []
            if best is None or order.index(likeness) < best[0]:
                best = order.index(likeness), notes
    return None if best is None else best[1]


def _is_without_unit(item: Item, other: Item, items: Sequence[Item]) -> bool:
    """Return whether a passage gives the number alone and the words round it tell the unit: a list, a table, a log.

    Not when the number counts something there: the next word is no telling one, or it is the unit's.
    """
    mine, theirs = item.quantity, other.quantity
    if mine is None or theirs is None or theirs.unit or not mine.unit or mine.unit in ("share", "ordinal"):
        return False
    if mine.value != theirs.value or not is_telling(item) or mine.high is not None or theirs.high is not None:
        return False
    names = {
        i.form for i in items if i.kind is ItemKind.WORD and dimension_of(unit_named(i.form)) == dimension_of(mine.unit)
    }
    return bool(names) or not counted(other, items)


def _leaves_unit_off(case: Case, item: Item, other: Item) -> bool:
    """Return whether a claim gives a percentage as a number that counts nothing (`a score over 40 is a fail`).

    The words before tell what is measured, often in the sentence before. A number before a noun counts that.
    """
    mine, theirs = item.quantity, other.quantity
    if mine is None or theirs is None or mine.unit or mine.high is not None or theirs.unit != "percent":
        return False
    items = case.paraphrase.items
    at = next((place for place, one in enumerate(items) if one.start == item.start), len(items))
    following = items[at + 1].form if at + 1 < len(items) else ""
    return mine.value == theirs.value and (not following or following in STOPWORDS)


_UPPER, _LOWER = frozenset({"at_most", "under"}), frozenset({"at_least", "over"})


def _opposite_bound(case: Case, item: Item) -> list[Conflict]:
    """Report `at most` for `at least`: the same figure, bounded on the other side, where no passage agrees."""
    assert item.quantity is not None
    twins = [
        (rank, other)
        for rank, passage in enumerate(case.paraphrase.passages)
        for other in passage.items
        if other.quantity and other.quantity.value == item.quantity.value
    ]
    for one, other in ((_UPPER, _LOWER), (_LOWER, _UPPER)):
        if item.quantity.hedge in one and twins and all(t.quantity and t.quantity.hedge in other for _, t in twins):
            return [difference(case, DifferenceKind.FIGURE, item, twins[0][0], twins[0][1])]
    return []


def _wrongly_converted(case: Case, item: Item) -> list[Conflict]:
    """Report a figure and its conversion that do not fit one another, when a passage gives the other of the two."""
    twin = bracketed_twin(item, case) or next(
        (other for other in case.paraphrase.items if other.quantity and bracketed_twin(other, case) == item), None
    )
    if twin is None or is_right_conversion(item, twin):
        return []
    for rank, passage in enumerate(case.paraphrase.passages):
        for other in passage.items:
            if other.quantity and twin.quantity and compare(twin.quantity, other.quantity).is_fair:
                return [difference(case, DifferenceKind.FIGURE, item, rank, other)]
    return []


def wrongly_worked_out(case: Case, item: Item) -> list[Conflict]:
    """Report a change in percent that the passage's only two figures of one unit do not give.

    One of the two must stand in the claim, and the passage must give no percentage itself.
    """
    if item.quantity is None or item.quantity.unit != "percent" or case.paraphrase.passages[0].share < _HALF:
        return []
    theirs = _quantities(case, 0)
    if any(dimension_of(q.unit) in ("share", "points") for _, q in theirs):
        return []
    mine = [other.quantity for other in case.paraphrase.items if other.quantity and other is not item]
    for unit in {q.unit for _, q in theirs if q.unit}:
        alike = [(o, q) for o, q in theirs if q.unit == unit]
        held = [(o, q) for o, q in alike if any(compare(one, q).is_fair for one in mine)]
        if len(alike) == 2 and held:
            return [difference(case, DifferenceKind.FIGURE, item, 0, held[0][0])]
    return []


def _is_small_count(quantity: Quantity) -> bool:
    return quantity.unit == "" and abs(quantity.value) <= _SMALL_COUNT


def _quantities(case: Case, rank: int) -> list[tuple[Item, Quantity]]:
    return [(item, item.quantity) for item in case.paraphrase.passages[rank].items if item.quantity]


def _conflicting(case: Case, item: Item, mine: Sequence[Item]) -> list[Conflict]:
    assert item.quantity is not None
    for rank in range(len(case.paraphrase.passages)):
        free = [(other, q) for other, q in _quantities(case, rank) if not _accounted_for(q, mine)]
        if _is_another_column(case, item, rank, mine):
            continue
        is_sure = case.paraphrase.passages[rank].share >= _HALF
        for other, quantity in _quantities(case, rank):
            if _is_bare_end(item.quantity, quantity) or _are_points_and_percent(item.quantity, quantity):
                return [difference(case, DifferenceKind.FIGURE, item, rank, other)]
            if _same_digits(item.quantity, quantity) or (is_sure and _same_number(item.quantity, quantity)):
                kind = _kind(item.quantity, quantity)
                return [difference(case, kind, item, rank, other)]
        if twin := _same_count(case, item, rank, free):
            return [difference(case, _kind(item.quantity, twin[1]), item, rank, twin[0])]
        here = context_of(item, case.paraphrase.items)
        candidates = [
            (len(here & context_of(other, case.paraphrase.passages[rank].items)), -at, other, q)
            for at, (other, q) in enumerate(free)
            if are_comparable(item.quantity, q)
        ]
        if not candidates or not case.is_about(case.paraphrase.passages[rank]):
            continue
        shared, _, other, quantity = max(candidates, key=lambda c: (c[0], c[1]))
        if shared >= _needed(item, quantity, here, rank, len(candidates)):
            return [difference(case, _kind(item.quantity, quantity), item, rank, other)]
    return []


def _are_points_and_percent(mine: Quantity, theirs: Quantity) -> bool:
    """Return whether one number is in percent here and in percentage points there, with a digit after the point."""
    return (
        {mine.unit, theirs.unit} == {"percent", "percentage_point"} and mine.value == theirs.value and mine.decimals > 0
    )


def _is_bare_end(mine: Quantity, theirs: Quantity) -> bool:
    """Return whether a figure is one end of a range that is given without saying so (`costs £45` for `£35 to £45`)."""
    if mine.hedge or mine.high is not None or theirs.high is None or mine.unit != theirs.unit or not mine.unit:
        return False
    return mine.value in (theirs.value, theirs.high)


def _same_count(
    case: Case, item: Item, rank: int, free: Sequence[tuple[Item, Quantity]]
) -> tuple[Item, Quantity] | None:
    """Return the one other figure of the passage that counts what the claim's figure counts, or is a slip of it."""
    assert item.quantity is not None
    passage = case.paraphrase.passages[rank]
    if passage.share < _LEAST_HELD:
        return None
    noun = counted(item, case.paraphrase.items)
    alike = [(o, q) for o, q in free if q.unit == item.quantity.unit and noun & counted(o, passage.items)]
    slips = [(o, q) for o, q in free if q.unit == item.quantity.unit and _is_a_slip(item.quantity, q)]
    if len(alike) == 1 and noun:
        return alike[0]
    return slips[0] if len(slips) == 1 else None


def _is_a_slip(mine: Quantity, theirs: Quantity) -> bool:
    """Return whether two figures of three digits and more have the same digits in another order."""
    one, other = (f"{abs(q.value):.10g}".replace(".", "").rstrip("0") for q in (mine, theirs))
    return len(one) >= _DIGITS and sorted(one) == sorted(other) and mine.high is theirs.high is None


def _is_another_column(case: Case, item: Item, rank: int, mine: Sequence[Item]) -> bool:
    """Return whether a row of a table gives another figure of the claim in this unit: other columns are no rivals."""
    passage = case.paraphrase.passages[rank]
    if not is_row(case.text_of(passage), passage.span):
        return False
    held = [q for other in mine if other is not item and (q := other.quantity) and q.unit == _unit(item)]
    return any(compare(q, other).is_fair for q in held for _, other in _quantities(case, rank))


def _unit(item: Item) -> str:
    return item.quantity.unit if item.quantity else ""


def _needed(item: Item, quantity: Quantity, here: set[str], rank: int, candidates: int) -> int:
    """Return how many words round both figures must agree for them to be one figure given twice."""
    assert item.quantity is not None
    if item.quantity.unit and dimension_of(item.quantity.unit) == dimension_of(quantity.unit):
        return 1
    is_only_one = rank == 0 and candidates == 1
    return max(1, min(2, sum(1 for word in here if not word.startswith("#")))) if is_only_one else 2


def _kind(mine: Quantity, theirs: Quantity) -> DifferenceKind:
    likeness = compare(mine, theirs)
    is_unit = likeness in (Likeness.UNIT_CHANGED, Likeness.UNIT_MISSING)
    return DifferenceKind.UNIT if is_unit else DifferenceKind.FIGURE


def _accounted_for(quantity: Quantity, mine: Sequence[Item]) -> bool:
    return any(item.quantity and compare(item.quantity, quantity).is_fair for item in mine)


def _same_digits(mine: Quantity, theirs: Quantity) -> bool:
    """Return whether two figures differ only by scale (million, billion), by currency or by unit of measure."""
    if mine.high is not None or theirs.high is not None or not mine.value or not theirs.value:
        return False
    ratio = abs(mine.value / theirs.value)
    is_money = is_currency(mine.unit) and is_currency(theirs.unit)
    is_measure = dimension_of(mine.unit) == dimension_of(theirs.unit) in _MEASURES and abs(mine.value) >= _TELLING
    if ratio == 1 and mine.unit != theirs.unit and (is_money or is_measure):
        return True
    has_digits = abs(mine.value) >= 1000 and len(f"{abs(mine.value):.10g}".rstrip("0").replace(".", "")) >= 2
    same_sort = mine.unit == theirs.unit or is_money
    return same_sort and has_digits and any(abs(ratio - scale) < 1e-9 * scale for scale in (1e3, 1e6, 1e-3, 1e-6))


def _same_number(mine: Quantity, theirs: Quantity) -> bool:
    """Return whether two figures are one number of two or more digits in units that have nothing to do."""
    digits = len(f"{abs(mine.value):.10g}".replace(".", "").strip("0"))
    units = bool(mine.unit and theirs.unit) and mine.unit != theirs.unit and "ordinal" not in (mine.unit, theirs.unit)
    return units and digits >= 2 and mine.value == theirs.value and mine.high is theirs.high is None


def points_taken_for_percent(case: Case) -> list[Conflict]:
    """Report a change in percent that is really one in percentage points.

    `fell by nine percent, from 46 percent to 37 percent`: from 46 to 37 is nine points, but a fifth of 46.
    """
    shares = [
        (item, item.quantity) for item in case.paraphrase.items if item.quantity and item.quantity.unit == "percent"
    ]
    for rank in range(len(case.paraphrase.passages)):
        ends = [q.value for _, q in _quantities(case, rank) if q.unit == "percent"]
        given = [abs(q.value) for _, q in _quantities(case, rank)]
        own = [q.value for _, q in shares] if any(q.value in given for _, q in shares) else []
        for item, share in shares:
            if own and _says_by(case, item) and _is_gap(share.value, [value for value in own if value != share.value]):
                return [difference(case, DifferenceKind.UNIT, item, rank, _quantities(case, rank)[0][0])]
            if _is_gap(share.value, ends) and not any(abs(end) == share.value for end in ends):
                other = next(o for o, q in _quantities(case, rank) if q.unit == "percent")
                return [difference(case, DifferenceKind.UNIT, item, rank, other)]
    return []


def _says_by(case: Case, item: Item) -> bool:
    """Return whether a figure is the amount of a change (`fell by 11 per cent, from 47 to 36`)."""
    return bool(re.search(r"\bby\s(?:\w+\s)?$", case.article.text[max(0, item.start - 16) : item.start]))


def _is_gap(value: float, ends: Sequence[float]) -> bool:
    return any(
        abs(abs(a - b) - value) < 0.051 and a and abs(abs(b - a) / a * 100 - value) > max(0.5, value * 0.1)
        for a, b in combinations(ends, 2)
    )
