"""Weekdays beside words for days: yesterday, tomorrow, feasts of the year, and lists of days of one weekday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reviewer.analysing.consistency.scene import CheckedText, day_of, slip
from reviewer.analysing.consistency.weekdays import day_meant
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.dates import MONTHS, WEEKDAYS, weekday_number

_DAY = r"(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_RELATIVE = re.compile(
    rf"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:,\s|\s\()(?!(?:and|but|or)\b)(?:a\s)?{_DAY}(?=[,).;]|$)|"
    rf"\b{_DAY.replace('?P<day>', '?P<before>')}\s?(?:,\s|\()(?P<after>yesterday|today|tomorrow)(?=[,).;])"
)
_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_FEAST = (
    r"(?P<feast>Christmas Day|Christmas Eve|Boxing Day|New Year[’']s Day|New Year[’']s Eve|"
    r"St Patrick[’']s Day|Valentine[’']s Day|Hallowe[’']?en|Bastille Day|Independence Day)"
)
_FALLS = re.compile(
    rf"\b{_FEAST}(?:\s(?P<of>20\d\d))?(?:,\sa\s|,?\s(?:which\s)?(?:falls|fell|will\sfall|is|was)\s(?:on\s)?(?:a\s)?|\s\()(?P<day>Monday|"
    rf"Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"(?P<year>\sthis\syear|\snext\syear|\sin\s20\d\d)?"
)
_FIXED = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "st patrick's day": (3, 17), "valentine's day": (2, 14), "hallowe'en": (10, 31), "halloween": (10, 31),
    "bastille day": (7, 14),
    "independence day": (7, 4),
}  # fmt: skip
_MOVING = {
    "Good Friday": -2,
    "Holy Saturday": -1,
    "Easter Sunday": 0,
    "Easter Monday": 1,
    "Ash Wednesday": -46,
    "Shrove Tuesday": -47,
    "Palm Sunday": -7,
}
_EASTER = re.compile(rf"\b(?P<feast>{'|'.join(_MOVING)})(?:,\s(?:which\sfalls\son\s)?|\s\(|\son\s)$")
_MONTH = "|".join(name.capitalize() for name in MONTHS)
_SERIES = re.compile(
    rf"\b(?:on\s)?{_DAY}s?,?\s(?P<list>\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{1,2}}(?:st|nd|rd|th)?)*"
    rf",?\sand\s\d{{1,2}}(?:st|nd|rd|th)?)\s(?P<month>{_MONTH})"
    r"(?:\s(?P<year>20\d\d))?\b"
)


def wrong_feasts(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield weekdays that yesterday, a feast or one of several dates of a month does not fall on."""
    for one in checked.sentences:
        span = one.sentence.span
        if checked.published is not None:
            yield from _relative(checked.text, span, checked.published)
            yield from _fixed(checked.text, span, checked.published)
            yield from _series(checked.text, span, checked.published)
        for mention in one.dates:
            day = day_meant(mention, checked.published)
            found = _EASTER.search(checked.text, max(span.start, mention.start - 44), mention.start)
            if day is not None and found is not None and not mention.relative:
                right = easter(day.year) + timedelta(days=_MOVING[found["feast"]])
                if right != day and abs((right - day).days) <= 40:
                    expected = f"{right.day} {right:%B}"
                    working = f"{found['feast']} {day.year} is {expected}"
                    printed = checked.text[mention.start : mention.end]
                    yield slip(Span(found.start(), mention.end), CheckKind.WEEKDAY_DATE, printed, expected, working)


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's reckoning)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + i - 7 * ((a + 11 * h + 22 * i) // 451) + 114, 31)
    return date(year, month, day + 1)


def _name(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()


def _relative(text: str, span: Span, published: date) -> Iterator[InternalCheck]:
    for match in _RELATIVE.finditer(text, span.start, span.end):
        word, printed = match["word"] or match["after"], match["day"] or match["before"]
        day = published + timedelta(days=_STEPS[word.casefold()])
        if weekday_number(printed) != day.weekday():
            working = f"{word.casefold()} is a {_name(day)}, {day.isoformat()}"
            yield slip(Span(*match.span()), CheckKind.WEEKDAY_DATE, printed, _name(day), working)


def _fixed(text: str, span: Span, published: date) -> Iterator[InternalCheck]:
    for match in _FALLS.finditer(text, span.start, span.end):
        said = match["year"] or ""
        month, number = _FIXED[match["feast"].casefold().replace("’", "'")]
        said = f" in {match['of']}" if match["of"] else said
        year = int(said[-4:]) if said[-4:].isdigit() else published.year + ("next" in said)
        days = [date(year, month, number)]
        if not said:
            days += [date(year - 1, month, number), date(year + 1, month, number)]
        if all(day.weekday() != weekday_number(match["day"]) for day in days):
            working = f"{days[0].isoformat()} is a {_name(days[0])}"
            yield slip(Span(*match.span()), CheckKind.WEEKDAY_DATE, match["day"], _name(days[0]), working)


def _series(text: str, span: Span, published: date) -> Iterator[InternalCheck]:
    """Check "Mondays 6, 13 and 20 April": every day of the list falls on that weekday."""
    for match in _SERIES.finditer(text, span.start, span.end):
        month = MONTHS.index(match["month"].casefold()) + 1
        numbers = [int(number) for number in re.findall(r"\d+", match["list"])]
        wanted = weekday_number(match["day"])
        years = [int(match["year"])] if match["year"] else [published.year, published.year + 1, published.year - 1]
        series = [[day_of(f"{year}-{month:02d}-{number:02d}") for number in numbers] for year in years]
        if any(all(day is not None and day.weekday() == wanted for day in days) for days in series):
            continue
        wrong = [day for day in series[0] if day is not None and day.weekday() != wanted]
        if wrong:
            working = f"{wrong[0].isoformat()} is a {_name(wrong[0])}"
            yield slip(Span(*match.span()), CheckKind.WEEKDAY_DATE, match["day"], _name(wrong[0]), working)
