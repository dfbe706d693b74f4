"""Compares two quantities: the same, fairly rounded, converted, or changed."""

from enum import StrEnum

from reviewer.text.numbers import Quantity
from reviewer.text.units import convert, dimension_of, is_currency

_CONVERSION = 0.02
"""Relative error that a conversion printed with few digits may bring along."""

_NEAR = {"about": 0.05, "almost": 0.08, "over": 0.08}
"""How far, relative to the true value, a hedged round number may lie from it."""


class Likeness(StrEnum):
    """How two quantities compare, most alike first."""

    SAME = "same"
    CONVERTED = "converted"
    ROUNDED = "rounded"
    UNIT_MISSING = "unit_missing"
    UNIT_CHANGED = "unit_changed"
    DIFFERENT = "different"

    @property
    def is_fair(self) -> bool:
        """Return whether the sense is kept."""
        return self in (Likeness.SAME, Likeness.CONVERTED, Likeness.ROUNDED)


def compare(claim: Quantity, source: Quantity) -> Likeness:
    """Compare a claim's quantity with a source's; rounding is judged from the source's value to the claim's."""
    if claim.high is not None or source.high is not None:
        return _compare_ranges(claim, source)
    if claim.unit == source.unit:
        return _compare_values(claim, source.value)
    if {claim.unit, source.unit} == {"percent", "percentage_point"} or (
        {claim.unit, source.unit} <= {"percent", "percentage_point", "point"} and "percent" in (claim.unit, source.unit)
    ):
        return Likeness.UNIT_CHANGED if abs(claim.value) == abs(source.value) else Likeness.DIFFERENT
    return _compare_across_units(claim, source)


def _compare_across_units(claim: Quantity, source: Quantity) -> Likeness:
    converted = convert(source.value, source.unit, claim.unit)
    if (
        converted is None
        and {claim.unit, source.unit} & {"cent"}
        and (is_currency(claim.unit) or is_currency(source.unit))
    ):
        converted = source.value * 100 if claim.unit == "cent" else source.value / 100
    if converted is not None:
        likeness = _compare_values(claim, converted)
        if likeness is Likeness.SAME:
            return Likeness.CONVERTED
        if likeness is Likeness.DIFFERENT and _within(claim.value, converted, _CONVERSION):
            return Likeness.CONVERTED
        return likeness
    if abs(claim.value) != abs(source.value):
        return Likeness.DIFFERENT
    if claim.unit == "" or source.unit == "":
        return Likeness.UNIT_MISSING
    return Likeness.UNIT_CHANGED


def _compare_values(claim: Quantity, true: float) -> Likeness:
    mine, true = abs(claim.value), abs(true)
    if _within(mine, true, 1e-9):
        return Likeness.SAME
    if claim.unit == "ordinal":
        return Likeness.DIFFERENT
    if is_fairly_rounded(claim, true):
        return Likeness.ROUNDED
    return Likeness.DIFFERENT


def is_fairly_rounded(claim: Quantity, true: float) -> bool:
    """Return whether the claim's number is a fair round form of the true value.

    It must be coarser than the truth, lie no further from it than half of its own last digit (a hedge allows more),
    and on the side that its hedge promises: `almost` above, `more than` below.
    """
    mine = abs(claim.value)
    if true == 0 or mine == 0:
        return False
    distance = abs(mine - true)
    if claim.hedge in ("almost", "under") and true > mine:
        return False
    if claim.hedge in ("over", "at_least") and true < mine:
        return False
    if claim.hedge == "at_most" and true > mine:
        return False
    is_coarser = abs(true / claim.step - round(true / claim.step)) > 1e-6
    allowed = _NEAR.get(claim.hedge, 0.0) * true if is_coarser or claim.hedge != "about" else 0.0
    if is_coarser and mine >= 10:
        allowed = max(allowed, claim.step / 2 + 1e-9)
        if not claim.hedge:
            allowed = min(allowed, 0.05 * true)
    elif is_coarser and (claim.decimals or (claim.step == 0.5 and claim.unit != "share")):
        allowed = max(allowed, claim.step / 2 + 1e-9)
    if claim.unit == "share":
        allowed = max(allowed, min(0.04, 0.15 * true) if claim.hedge else min(0.012, 0.05 * true))
    return distance <= allowed


def _compare_ranges(claim: Quantity, source: Quantity) -> Likeness:
    if claim.high is None and _is_an_end(claim, source):
        return Likeness.ROUNDED
    mine = (claim.value, claim.high if claim.high is not None else claim.value)
    theirs = (source.value, source.high if source.high is not None else source.value)
    ends = [convert(end, source.unit, claim.unit) for end in theirs]
    if None in ends:
        if mine != theirs:
            return Likeness.DIFFERENT
        return Likeness.UNIT_MISSING if "" in (claim.unit, source.unit) else Likeness.UNIT_CHANGED
    same = all(end is not None and _within(a, end, _CONVERSION) for a, end in zip(mine, ends, strict=True))
    exact = all(a == end for a, end in zip(mine, ends, strict=True))
    if exact:
        return Likeness.SAME
    return Likeness.CONVERTED if same and claim.unit != source.unit else Likeness.DIFFERENT


def _is_an_end(claim: Quantity, source: Quantity) -> bool:
    """Return whether a bounded figure (`up to 15 years`, `at least ten`) is that end of the source's range.

    A round number inside the range gives it as well; one of its ends alone does not.
    """
    if claim.unit != source.unit:
        return False
    if source.high is not None and source.value < claim.value < source.high and claim.step >= source.step:
        return True
    if claim.hedge in ("at_most", "under"):
        return claim.value == source.high
    return claim.hedge in ("at_least", "over") and claim.value == source.value


def _within(value: float, true: float, share: float) -> bool:
    return abs(value - true) <= share * max(abs(value), abs(true))


def are_comparable(claim: Quantity, source: Quantity) -> bool:
    """Return whether the two could be two readings of one figure: of one dimension, or one without a unit."""
    if "ordinal" in (claim.unit, source.unit) and claim.unit != source.unit:
        return False
    mine, theirs = dimension_of(claim.unit), dimension_of(source.unit)
    if mine == theirs:
        return True
    both_money = is_currency(claim.unit) and is_currency(source.unit)
    points = {"points", "share", "point"}
    return both_money or {mine, theirs} <= points
