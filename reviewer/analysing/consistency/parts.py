"""Parts against their whole: the rest of a number, fractions as percentages, ages of so many people, conversions."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, shown, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity

_OF_THE = re.compile(r"\b[Oo]f\s(?:the|its|their|all|those)\s$")
_OTHER = re.compile(r"\b(?:the\s(?:other|remaining)|the\srest,)\s$")
_PLACED = re.compile(r"(?:,\s|\sand\s|,\sand\s)$")
_IN_PLACE = re.compile(r"(?:\s[a-z]+)?\s(?:in|at|from|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*")
_FRACTIONS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6, "eighth": 12.5}
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_COUNT = "(?:" + "|".join(_SMALL) + ")"
_AS_PERCENT = re.compile(
    rf"\b(?:(?P<times>a|one|two|three|four)[\s-](?P<part>{'|'.join(_FRACTIONS)})s?|"
    rf"(?P<some>{_COUNT})\sin\s(?:every\s)?(?P<all>{_COUNT}))\b"
    r"(?:\s(?:of\s)?[a-z ]{2,30}?)?,\sor\s(?:about\s|some\s|roughly\s)?"
    r"(?P<percent>\d{1,3}(?:\.\d)?)\s?(?:%|percent|per\scent)",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"\b(?P<number>{_COUNT})\s(?:[a-z-]+\s){{0,2}}?"
    r"(?:people|men|women|children|[a-z]+s),?\s"
    r"(?:all\s)?aged\s(?P<ages>\d{1,2}(?:,\s\d{1,2})*,?\sand\s\d{1,2})\b(?!-)",
    re.IGNORECASE,
)
_C = r"\s?(?:°\s?|degrees\s)?(?:C|Celsius)"
_F = r"\s?(?:°\s?|degrees\s)?(?:F|Fahrenheit)"
_KG = r"[\s-]?(?:kg|kilograms?|kilos?)"
_LB = r"[\s-]?(?:pounds?|lbs?)"
_A, _B = r"(?P<a>-?\d[\d,]{0,12}(?:\.\d+)?)", r"(?P<b>-?\d[\d,]{0,12}(?:\.\d+)?)"
_OR = r"(?:\s\(|,\sor\s)(?:about\s|around\s|nearly\s)?"
_GLOSSES = (
    (re.compile(rf"{_A}{_C}{_OR}{_B}{_F}(?:\)|\b)"), True),
    (re.compile(rf"{_B}{_F}{_OR}{_A}{_C}(?:\)|\b)"), True),
    (re.compile(rf"{_A}{_KG}\s\({_B}{_LB}\)"), False),
    (re.compile(rf"{_B}{_LB}\s\({_A}{_KG}\)"), False),
)
_POUNDS_IN_A_KILOGRAM = 2.20462
_WINS = re.compile(
    rf"\b(?P<points>\d{{1,3}})\spoints\sfrom\s(?:their\s|the\s)?(?:(?:first|last|opening)\s)?"
    rf"(?:{_COUNT}|\d{{1,2}})\s(?:games|matches)\s?[:,—–]?\s"
    rf"(?:with\s)?(?P<wins>{_COUNT})\swins?(?:,|\sand)\s(?P<draws>a|{_COUNT})\sdraws?\b"
)


def wrong_parts(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield parts that do not make their whole, and glosses of a figure that are not its value."""
    for one in checked.sentences:
        yield from _the_rest(checked.text, one)
        yield from _more_than_all(checked.text, one)
        yield from _fractions(checked.text, one)
        yield from _ages(checked.text, one)
        yield from _conversions(checked.text, one)
        yield from _points(checked.text, one)


def _the_rest(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "of the 14 reports, eight came from Osk and the other five from Nar"."""
    plain = [one for one in one.quantities if not one.unit and one.high is None and not one.hedge]
    if len(plain) != 3 or len(one.quantities) != 3:
        return
    whole, part, rest = plain
    leads = _OF_THE.search(text, max(0, whole.start - 12), whole.start)
    if leads and _OTHER.search(text, max(0, rest.start - 24), rest.start) and part.value + rest.value != whole.value:
        yield _sum(text, whole, [part, rest])


def _sum(text: str, whole: Quantity, parts: list[Quantity]) -> InternalCheck:
    total = sum(part.value for part in parts)
    working = " + ".join(shown(part.value) for part in parts) + f" = {shown(total)}"
    span = Span(whole.start, parts[-1].end)
    return slip(span, CheckKind.ARITHMETIC, text[whole.start : whole.end], shown(total), working)


def _more_than_all(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "48,000 heaters, 30,000 in Osk and 20,000 in Nar": parts may leave a rest, never exceed the whole."""
    quantities = one.quantities
    for place, whole in enumerate(quantities[:-2]):
        parts = []
        for part in quantities[place + 1 :]:
            if part.unit or part.high or part.hedge or not _PLACED.search(text, max(0, part.start - 6), part.start):
                break
            if not _IN_PLACE.match(text, part.end):
                break
            parts.append(part)
        lead = text[whole.end : parts[0].start] if parts else ""
        plain = not whole.unit and whole.high is None and re.fullmatch(r"(?:\s[a-z-]+){1,3},\s", lead)
        blur = 0.4 * min(quantity.step for quantity in (whole, *parts))
        less = all(part.value < whole.value for part in parts)
        if len(parts) >= 2 and plain and less and sum(part.value for part in parts) > whole.value + blur:
            yield _sum(text, whole, parts)


def _fractions(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "a third of the heaters, or 25 percent", "one in three, or 25 percent"; three points are near."""
    for match in _AS_PERCENT.finditer(text, one.sentence.start, one.sentence.end):
        if match.group("part"):
            exact = _FRACTIONS[match.group("part").lower()] * _SMALL.get(match.group("times").lower(), 1)
        else:
            exact = 100 * _SMALL[match.group("some").lower()] / _SMALL[match.group("all").lower()]
        if abs(exact - float(match.group("percent"))) > 3:
            expected = f"{exact:.0f} percent"
            yield slip(Span(*match.span()), CheckKind.PERCENTAGE, match.group("percent"), expected, expected)


def _ages(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "four men, aged 19, 22 and 34": as many ages as people; two ages may be shared by more."""
    for match in _AGED.finditer(text, one.sentence.start, one.sentence.end):
        ages = re.findall(r"\d+", match.group("ages"))
        number = _SMALL[match.group("number").casefold()]
        if 1 < number < len(ages) or 3 <= len(ages) < number:
            span, printed = Span(*match.span()), match.group("number")
            yield slip(span, CheckKind.COUNT_MISMATCH, printed, str(len(ages)), f"{len(ages)} ages")


def _conversions(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "200 C (350 F)" and "5 kilograms (25 pounds)"; a twelfth or five degrees off is rounding.

    A difference of temperatures has no zero to count from, so that nine fifths of it are right too.
    """
    for pattern, is_temperature in _GLOSSES:
        for match in pattern.finditer(text, one.sentence.start, one.sentence.end):
            first, second = (float(match.group(side).replace(",", "")) for side in "ab")
            if re.search(r"\d\s?(?:st|stone)\s$", text[max(0, match.start() - 10) : match.start()]):
                continue
            exact = first * 9 / 5 + 32 if is_temperature else first * _POUNDS_IN_A_KILOGRAM
            near = max(5.0, 0.03 * exact) if is_temperature else max(abs(exact) / 12, 0.6)
            is_difference = is_temperature and first < 60 and abs(exact - 32 - second) <= near
            if abs(exact - second) > near and not is_difference:
                working = f"{shown(first)} is {shown(exact)}"
                yield slip(Span(*match.span()), CheckKind.UNIT, match.group("b"), shown(exact), working)


def _points(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    """Check "12 points from five games, four wins and a draw": three or two for a win, one for a draw."""
    for match in _WINS.finditer(text, one.sentence.start, one.sentence.end):
        wins, draws = _SMALL[match.group("wins")], _SMALL.get(match.group("draws"), 1)
        if int(match.group("points")) not in (3 * wins + draws, 2 * wins + draws):
            exact = 3 * wins + draws
            working = f"3 × {wins} + {draws} = {exact}"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, match.group("points"), str(exact), working)
