"""What figures must satisfy: judges of sums, changes, shares and products, that allow for every fair rounding."""

from collections.abc import Sequence
from functools import partial
from operator import mul, sub

from reviewer.analysing.consistency.frames import Judge, Roles, alike, blur, fits
from reviewer.analysing.consistency.scene import shown
from reviewer.model.analysis import CheckKind
from reviewer.text.numbers import Quantity

Verdict = tuple[CheckKind, str, str] | None
_ROUND_SHARE = 3.0
"""Points by which a rough share ("a third") may be off the percentage that is printed beside it."""


def _share(part: float, whole: float) -> float:
    return 100 * part / whole


def _change(old: float, new: float) -> float:
    return abs(new / old - 1) * 100


def _apart(old: float, new: float) -> float:
    return abs(new - old)


def _added(*parts: float) -> float:
    return sum(parts)


def total_of(whole: str, *parts: str) -> Judge:
    """Return the judge of a whole that is the sum of its parts."""
    return partial(_judge_total, whole, parts)


def _judge_total(whole: str, parts: Sequence[str], roles: Roles) -> Verdict:
    figures = [figure for part in parts for figure in roles.get(part, ())]
    stated = roles[whole][0]
    if len(figures) < 2 or not alike(stated, *figures) or fits(stated, _added, figures):
        return None
    added = sum(figure.value for figure in figures)
    working = " + ".join(shown(figure.value) for figure in figures) + f" = {shown(added)}"
    return CheckKind.ARITHMETIC, shown(added), working


def rest_of(whole: str, rest: str, *parts: str) -> Judge:
    """Return the judge of what is left of a whole after its parts."""
    return partial(_judge_rest, whole, rest, parts)


def _judge_rest(whole: str, rest: str, parts: Sequence[str], roles: Roles) -> Verdict:
    all_of_it, stated = roles[whole][0], roles[rest][0]
    gone = [figure for part in parts for figure in roles.get(part, ())]
    left = all_of_it.value - sum(figure.value for figure in gone)
    if not gone or left <= 0 or stated.value > all_of_it.value or not alike(all_of_it, stated, *gone):
        return None
    if fits(stated, lambda first, *others: first - sum(others), [all_of_it, *gone]):
        return None
    working = " − ".join(shown(figure.value) for figure in (all_of_it, *gone)) + f" = {shown(left)}"
    return CheckKind.ARITHMETIC, shown(left), working


def judge_change(roles: Roles) -> Verdict:
    """Judge the change `c` from the old value `o` to the new one `n`: in percent, in points or in their own unit."""
    old, new, change = roles["o"][0], roles["n"][0], roles["c"][0]
    if old.unit != new.unit and "" not in (old.unit, new.unit):
        return None
    points = abs(new.value - old.value)
    if change.unit == "percentage_point":
        if old.unit != "percent" or fits(change, _apart, (old, new)):
            return None
        return CheckKind.PERCENTAGE, f"{shown(points)} points", _subtraction(old, new)
    if change.unit == "share":
        return _judge_share_lost(old, new, change)
    if change.unit == "percent":
        return _judge_percent(old, new, change, points)
    if "percent" in (old.unit, new.unit) or change.unit not in ("", new.unit) or fits(change, _apart, (old, new)):
        return None
    return CheckKind.ARITHMETIC, shown(points), _subtraction(old, new)


def _judge_percent(old: Quantity, new: Quantity, change: Quantity, points: float) -> Verdict:
    if old.value <= 0 or fits(change, _change, (old, new), 0.1):
        return None
    relative = _change(old.value, new.value)
    working = f"{shown(old.value)} to {shown(new.value)} is {percent(relative)}"
    if old.unit == "percent":
        return CheckKind.PERCENTAGE, f"{shown(points)} percentage points", f"{working} or {shown(points)} points"
    return CheckKind.PERCENTAGE, percent(relative), working


def _judge_share_lost(old: Quantity, new: Quantity, change: Quantity) -> Verdict:
    relative = _change(old.value, new.value) if old.value > 0 else 0.0
    if old.value <= 0 or abs(relative - 100 * change.value) <= _ROUND_SHARE + 100 * (blur(old) + blur(new)) / old.value:
        return None
    exact = percent(relative)
    return CheckKind.PERCENTAGE, exact, f"{shown(old.value)} to {shown(new.value)} is {exact}"


def judge_rough(roles: Roles) -> Verdict:
    """Judge a percentage `x` that stands for a fraction `s`: "one in four, or 25 percent"."""
    stated, share = roles["x"][0], roles["s"][0]
    exact = 100 * share.value
    near = _ROUND_SHARE * (1.5 if stated.hedge or share.hedge else 1.0)
    above, below = share.hedge in ("over", "at_least"), share.hedge in ("under", "almost", "at_most")
    if (above and exact - 0.5 <= stated.value <= exact + 12) or (below and exact - 12 <= stated.value <= exact + 0.5):
        return None
    if not above and not below and abs(exact - stated.value) <= near:
        return None
    return CheckKind.PERCENTAGE, percent(exact), f"{named_share(share)} is {percent(exact)}"


def judge_times(roles: Roles) -> Verdict:
    """Judge `n` against `k` times `o`."""
    times, old, new = roles["k"][0], roles["o"][0], roles["n"][0]
    if (old.unit != new.unit and "" not in (old.unit, new.unit)) or old.value <= 0:
        return None
    ratio = new.value / old.value
    if abs(ratio / times.value - 1) <= (0.3 if times.hedge or old.hedge or new.hedge else 0.12):
        return None
    return CheckKind.ARITHMETIC, f"{ratio:.2f} times", f"{shown(old.value)} to {shown(new.value)} is {ratio:.2f} times"


def _subtraction(old: Quantity, new: Quantity) -> str:
    high, low = max(old.value, new.value), min(old.value, new.value)
    return f"{shown(high)} − {shown(low)} = {shown(high - low)}"


def judge_share(roles: Roles) -> Verdict:
    """Judge the percentage `x` that the part `p` is of the whole `w`."""
    part, whole, stated = roles["p"][0], roles["w"][0], roles["x"][0]
    if not alike(part, whole) or not 0 < part.value <= whole.value:
        return None
    if stated.unit == "share":
        verdict = judge_part(roles)
        exact = percent(_share(part.value, whole.value))
        return verdict and (CheckKind.PERCENTAGE, exact, f"{shown(part.value)} of {shown(whole.value)} is {exact}")
    if fits(stated, _share, (part, whole), 0.1):
        return None
    exact = percent(_share(part.value, whole.value))
    return CheckKind.PERCENTAGE, exact, f"{shown(part.value)} of {shown(whole.value)} is {exact}"


def judge_part(roles: Roles) -> Verdict:
    """Judge the part `p` that the percentage or fraction `x` is of the whole `w`."""
    part, whole, share = roles["p"][0], roles["w"][0], roles["x"][0]
    if not alike(part, whole) or whole.value <= 0 or part.value > whole.value:
        return None
    exact = share.value if share.unit == "share" else share.value / 100
    near = (
        _ROUND_SHARE / 100 * whole.value
        if share.unit == "share"
        else (0.0055 if not share.decimals else 0.0011) * whole.value
    )
    if share.hedge or part.hedge:
        near *= 1.5
    if abs(part.value - exact * whole.value) <= near + 0.5:
        return None
    shown_share = named_share(share)
    working = f"{shown_share} of {shown(whole.value)} is {shown(exact * whole.value)}"
    return CheckKind.ARITHMETIC if share.unit == "share" else CheckKind.PERCENTAGE, shown(exact * whole.value), working


def named_share(share: Quantity) -> str:
    """Return a share as it is shown in a working."""
    if share.unit == "percent":
        return f"{shown(share.value)} percent"
    for parts in range(1, 10):
        for whole in range(2, 13):
            if abs(share.value - parts / whole) < 1e-6:
                return f"{parts}/{whole}"
    return shown(share.value)


def judge_product(roles: Roles) -> Verdict:
    """Judge the total `t` of `n` things at `p` each."""
    count, price, stated = roles["n"][0], roles["p"][0], roles["t"][0]
    if not alike(price, stated) or fits(stated, mul, (count, price)):
        return None
    exact = count.value * price.value
    return CheckKind.ARITHMETIC, shown(exact), f"{shown(count.value)} × {shown(price.value)} = {shown(exact)}"


def judge_each(roles: Roles) -> Verdict:
    """Judge what each of `n` gets, `p`, when they share the total `t`."""
    count, stated, total = roles["n"][0], roles["p"][0], roles["t"][0]
    if count.value <= 1 or not alike(stated, total) or fits(stated, lambda a, b: a / b, (total, count)):
        return None
    exact = total.value / count.value
    if fits(total, mul, (count, stated)):
        return None
    return CheckKind.ARITHMETIC, shown(exact), f"{shown(total.value)} ÷ {shown(count.value)} = {shown(exact)}"


def judge_difference(roles: Roles) -> Verdict:
    """Judge the difference `c` of `a` and `b`."""
    first, second, stated = roles["a"][0], roles["b"][0], roles["c"][0]
    if (first.unit == second.unit == "percent" and stated.unit in ("percentage_point", "")) or (
        alike(first, second) and stated.unit in (first.unit, "")
    ):
        kind = CheckKind.ARITHMETIC
    else:
        return None
    if fits(stated, lambda a, b: abs(sub(a, b)), (first, second)):
        return None
    return kind, shown(abs(first.value - second.value)), _subtraction(first, second)


def judge_toll(roles: Roles) -> Verdict:
    """Judge the total `t` that a list is said to bring something to: not less than the list nor a little more."""
    stated, parts = roles["t"][0], roles["p"]
    added = sum(part.value for part in parts)
    if (
        len(parts) < 2
        or not alike(stated, *parts)
        or not (stated.value < added or added < stated.value <= 1.15 * added)
    ):
        return None
    working = " + ".join(shown(part.value) for part in parts) + f" = {shown(added)}"
    return CheckKind.ARITHMETIC, shown(added), working


def is_near_toll(roles: Roles) -> bool:
    """Return whether a total may be that of its list alone: not if it is much more, since others came before."""
    return roles["t"][0].value <= 1.2 * sum(part.value for part in roles["p"])


def judge_average(roles: Roles) -> Verdict:
    """Judge the average `a` of a list whose last figure may bear the unit of all."""
    stated, parts = roles["a"][0], roles["p"]
    units = {part.unit for part in parts} - {""}
    if len(parts) < 3 or len(units) > 1 or stated.unit not in ("", *units) or any(part.hedge for part in parts):
        return None
    exact = sum(part.value for part in parts) / len(parts)
    if abs(exact - stated.value) <= max(0.5 * 10.0**-stated.decimals, 0.02 * abs(exact)) + 1e-9:
        return None
    working = f"({' + '.join(shown(part.value) for part in parts)}) ÷ {len(parts)} = {shown(exact)}"
    return CheckKind.ARITHMETIC, shown(exact), working


def percent(value: float) -> str:
    """Return a percentage as it is shown in a working, with as many decimals as it takes to tell it."""
    decimals = 1 if value >= 1 else 2
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") + " percent"
