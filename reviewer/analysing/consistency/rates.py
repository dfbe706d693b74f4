"""Sums of money in two currencies against the rate that is printed with them."""

from collections.abc import Iterator

from reviewer.analysing.consistency.frames import Marked, matches
from reviewer.analysing.consistency.scene import shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.text.numbers import Quantity

_RATE = r"{r:M} (?:to|against|for) (?:the|one|a|every) (?:pound|euro|dollar|sterling)\b"
_EQUAL = r"{o:M} ?= ?{r:M}"
_PAIRS = (
    r"{a:M} ?\((?:about |or |some )?{b:M}",
    r"{a:M}…\b(?:costs?|is worth|or|equals?|equal to|worth|comes to|became|becomes|for)(?: about| some)? {b:M}",
)
_NEAR = 0.06


def wrong_rates(marked: Marked, text: str) -> Iterator[InternalCheck]:
    """Yield amounts in brackets or behind "or" that the exchange rate of the paragraph does not give."""
    rates = [match.roles["r"][0] for pattern in (_RATE, _EQUAL) for match in matches(marked, pattern)]
    if len({rate.value for rate in rates}) != 1:
        return
    rate = rates[0]
    for pattern in _PAIRS:
        for match in matches(marked, pattern):
            first, second = match.roles["a"][0], match.roles["b"][0]
            if first.unit == second.unit or rate.unit not in (first.unit, second.unit) or rate in (first, second):
                continue
            exact = _exchanged(first, rate)
            if abs(second.value / exact - 1) > _NEAR + second.step / 2 / exact:
                working = f"{text[first.start : first.end]} at {shown(rate.value)} is {shown(exact)}"
                yield slip(match.span, CheckKind.UNIT, text[second.start : second.end], shown(exact), working)


def _exchanged(first: Quantity, rate: Quantity) -> float:
    return first.value / rate.value if first.unit == rate.unit else first.value * rate.value
