"""Parts told in one paragraph against the whole that another paragraph names."""

import re
from collections.abc import Iterator, Sequence

from reviewer.analysing.consistency.frames import mark, matches
from reviewer.analysing.consistency.scene import CheckedText, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.text.numbers import Quantity

_OF_THEM = (
    r"\bof (?:the|its|their|all|those) (?:\w+ ){0,3}?…,? ?{p:N}…(?:,|;|\band\b)…\b(?:the (?:other|remaining)|"
    r"the (?:rest|remainder),) {r:N}"
)
_NOUN = re.compile(
    r"\bof (?:the|its|their|all|those) (?:[a-z-]+ )??(?P<noun>[a-z]{3,}s|people|men|women|children)\b", re.IGNORECASE
)
_NEAR = 0.15
_AFTER = 40


def wrong_wholes(checked: CheckedText) -> Iterator[InternalCheck]:
    """Check "of the locks recalled, 21,900 are … and the other 15,600 …" against "38,400 locks" elsewhere.

    Only one whole may be told of things of that name, and it must be near: a whole of something else is farther off.
    """
    counts = [quantity for one in checked.sentences for quantity in one.quantities if _is_count(quantity)]
    for paragraph in checked.paragraphs():
        marked = mark(checked.text, paragraph)
        for match in matches(marked, _OF_THEM):
            named = _NOUN.match(match.words)
            part, rest = match.roles["p"][0], match.roles["r"][0]
            if named is None or part.hedge or rest.hedge:
                continue
            added = part.value + rest.value
            told = [count for count in _counts_of(checked.text, counts, named["noun"]) if count not in (part, rest)]
            near = _most_exact([count for count in told if abs(count.value - added) <= _NEAR * added])
            if len(near) == 1 and all(count.value != added for count in counts):
                whole = near.pop()
                working = f"{shown(whole)} − {shown(part.value)} = {shown(whole - part.value)}"
                printed = checked.text[rest.start : rest.end]
                yield slip(match.span, CheckKind.ARITHMETIC, printed, shown(whole - part.value), working)


def _most_exact(counts: Sequence[Quantity]) -> set[float]:
    """Return the values of counts, without those that only round another: 38,000 beside 38,400."""
    return {
        count.value
        for count in counts
        if not any(other.step < count.step and abs(other.value - count.value) <= count.step for other in counts)
    }


def _is_count(quantity: Quantity) -> bool:
    return not quantity.unit and quantity.high is None and not quantity.hedge and quantity.value >= 3


def _counts_of(text: str, counts: Sequence[Quantity], noun: str) -> Iterator[Quantity]:
    """Yield the counts that are followed by a noun of the same stem before the clause ends."""
    stem = re.escape(noun[:-1] if noun.endswith("s") else noun)
    pattern = re.compile(rf"(?:\s[\w’'-]+){{0,3}}?\s{stem}", re.IGNORECASE)
    yield from (count for count in counts if pattern.match(text, count.end, count.end + _AFTER))
