"""Leads and majorities, doublings and polls that the figures beside them contradict."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, between, shown, slack, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_LEAD = re.compile(
    r"[^.;:\d]{0,30}?[,(—–]\s*(?:(?:giving|leaving|handing)\s(?:\w+\s){1,4}?)?(?:with\s|or\s|that is\s|"
    r"by\s)?(?:a|an|the|its|his|her)\s(?:\w+\s)?"
    r"(?:lead|margin|majority|advantage|gap|difference|deficit)\sof\s(?:\w+\s)?$"
)
_LEAD_AFTER = re.compile(r"[^.;:\d]{0,30}?[,(—–]\s*(?:(?:giving|leaving|handing)\s(?:\w+\s){1,4}?)?(?:a|an)\s$")
_LEAD_NOUN = re.compile(
    r"[\s-](?:percentage[\s-])?(?:point|vote|run|goal|seat)?[\s-]?(?:lead|margin|majority|advantage|gap|deficit)\b"
)
_AGAINST = re.compile(r"(?:[a-z’ ]{0,30}\s)?(?:to|against|[-–—])(?:\s[a-z’ ]{0,20})?", re.IGNORECASE)
_TIMES = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "trebling": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
    "halving": 0.5,
}
_MULTIPLE = (
    r"\b(?P<hedge>(?:more than|almost|nearly|about|roughly|at least|over|just over)\s)?"
    rf"(?P<verb>{'|'.join(_TIMES)})\b[^.;:\d]{{0,40}}?"
)
_MULTIPLIED = re.compile(rf"{_MULTIPLE}\bfrom\s[^\d.;]{{0,12}}$")
_MULTIPLIED_TO = re.compile(rf"{_MULTIPLE}\bto\s[^\d.;]{{0,12}}$")
_UNDECIDED = re.compile(
    r"\b(?:undecided|(?:do not|did not|don[’']t|didn[’']t) know|unsure|no opinion|no view|would not say|"
    r"not sure)\b",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:up|down|from|compared|than|last|previous|earlier|of those|among|margin|also|turnout)\b", re.I
)


def wrong_leads(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield leads, multiples and polls that do not come out."""
    for one in checked.sentences:
        yield from _leads(checked.text, one)
        yield from _led_by(checked.text, one)
        yield from _multiples(checked.text, one)
        yield from _polls(checked.text, one)


def _leads(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "by 48 percent to 41, a lead of eight points" and "1,204 votes to 1,103, a majority of 111"."""
    for first, second, lead in zip(one.quantities, one.quantities[1:], one.quantities[2:], strict=False):
        near = text[second.end : lead.hedge_start if lead.hedge else lead.start]
        after = _LEAD_AFTER.fullmatch(near) and _LEAD_NOUN.match(text, lead.end)
        if not (_LEAD.fullmatch(near) or after) or not _AGAINST.fullmatch(between(text, first, second)):
            continue
        if any(quantity.high is not None for quantity in (first, second, lead)) or not _are_alike(first, second, lead):
            continue
        exact = abs(first.value - second.value)
        hedged = any(quantity.hedge for quantity in (first, second, lead))
        blur = slack(first) + slack(second) + slack(lead) if hedged or lead.value >= 1000 else 0.05
        if abs(exact - lead.value) > blur + 1e-9:
            span = Span(first.start, lead.end)
            high, low = max(first.value, second.value), min(first.value, second.value)
            working = f"{shown(high)} − {shown(low)} = {shown(exact)}"
            yield slip(span, CheckKind.ARITHMETIC, text[lead.start : lead.end], shown(exact), working)


def _led_by(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "led by seven points, 48 percent to 43 percent"."""
    for lead, first, second in zip(one.quantities, one.quantities[1:], one.quantities[2:], strict=False):
        before = re.search(
            r"\b(?:led|leads|leading|ahead|won|trailed|trails)\b[^.;\d]{0,30}\bby\s$",
            text[one.sentence.start : lead.start],
        )
        near = text[lead.end : first.start]
        if (
            before is None
            or lead.hedge
            or first.hedge
            or second.hedge
            or not re.fullmatch(r"(?:\s[a-z]+)?,\s(?:by\s)?", near)
        ):
            continue
        exact = abs(first.value - second.value)
        if (
            _AGAINST.fullmatch(between(text, first, second))
            and _are_alike(first, second, lead)
            and abs(exact - lead.value) > 0.05
        ):
            working = f"{shown(first.value)} − {shown(second.value)} = {shown(exact)}"
            yield slip(
                Span(lead.start, second.end), CheckKind.ARITHMETIC, text[lead.start : lead.end], shown(exact), working
            )


def _are_alike(first: Quantity, second: Quantity, lead: Quantity) -> bool:
    units = {first.unit, second.unit} - {""}
    return len(units) <= 1 and (lead.unit in ("", "percentage_point") or {lead.unit} == units)


def _multiples(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "doubled from 20 to 50" and "halved to 40 from 60"."""
    for first, second in zip(one.quantities, one.quantities[1:], strict=False):
        lead = text[one.sentence.start : first.hedge_start if first.hedge else first.start]
        joint = between(text, first, second)
        forward = _MULTIPLIED.search(lead) if re.fullmatch(r"(?:[a-z ]{0,24}\s)?to", joint) else None
        backward = _MULTIPLIED_TO.search(lead) if re.fullmatch(r"(?:[a-z ]{0,24}\s)?from", joint) else None
        found = forward or backward
        old, new = (first, second) if forward else (second, first)
        if found is None or old.value <= 0 or {old.unit, new.unit} - {"", old.unit or new.unit} or old.high or new.high:
            continue
        ratio, wanted = new.value / old.value, _TIMES[found.group("verb")]
        if not _is_multiple(ratio, wanted, (found.group("hedge") or "").strip(), bool(old.hedge or new.hedge)):
            working = f"{shown(old.value)} to {shown(new.value)} is {ratio:.2f} times"
            yield slip(
                Span(first.start, second.end), CheckKind.ARITHMETIC, found.group("verb"), f"{ratio:.2f} times", working
            )


def _is_multiple(ratio: float, wanted: float, hedge: str, is_rough: bool) -> bool:
    factor = ratio / wanted if wanted > 1 else wanted / ratio
    loose = 0.3 if is_rough else 0.12
    if hedge in ("more than", "over", "just over", "at least"):
        return 0.99 <= factor <= 2.0
    if hedge in ("almost", "nearly"):
        return 0.7 <= factor <= 1.01
    return 1 - loose <= factor <= 1 + loose


def _polls(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check a poll told in one sentence with its undecided: the shares make a hundred, give or take rounding."""
    shares = [quantity for quantity in one.quantities if quantity.unit == "percent" and quantity.high is None]
    words = text[one.sentence.start : one.sentence.end]
    if len(shares) < 3 or not _UNDECIDED.search(words) or _COMPARES.search(words):
        return
    total = sum(share.value for share in shares)
    if abs(total - 100) > 0.5 * len(shares) + 0.5 and 80 <= total <= 120 and not any(share.hedge for share in shares):
        working = " + ".join(shown(share.value) for share in shares) + f" = {shown(total)}"
        span = Span(shares[0].start, shares[-1].end)
        yield slip(span, CheckKind.ARITHMETIC, text[span.start : span.end], "100", working)
