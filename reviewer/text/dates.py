"""Dates and times of day in a text: absolute, partial, named by weekday, or relative to the day of publication."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum

import msgspec

from reviewer.model.geometry import Span

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class DateMention(msgspec.Struct, frozen=True):
    """A date or time as it is printed.

    `iso` is as much of an ISO 8601 date as is known: `2025-11-01`, `2025-11`, `2025`, `--11-01`, `--11`, `---05` for
    a day alone, `T19:00` for a time, `2025-Q1` and `--Q1` for a quarter, `2025-W38` for a week, `196X` for a decade;
    empty when only a weekday is known. `weekday` counts from 0 for Monday and is None when none is printed.
    `relative` says that the meaning depends on the day of publication. Offsets are code points.
    """

    start: int
    end: int
    iso: str
    weekday: int | None = None
    relative: bool = False


_MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_ORDINAL_DAYS = {
    word: day
    for day, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
            *("nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth"),
            *(
                "twenty-fifth",
                "twenty-sixth",
                "twenty-seventh",
                "twenty-eighth",
                "twenty-ninth",
                "thirtieth",
                "thirty-first",
            ),
        ),
        start=1,
    )
}
_DAY = rf"(?P<day>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:])|(?:{'|'.join(reversed(_ORDINAL_DAYS))})\b)"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b"
_ANY_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
_LEAD = rf"(?:(?P<weekday_name>{_ANY_WEEKDAY}),?\s+)?(?:the\s+)?"

_Reader = Callable[[re.Match[str], date | None], "DateMention | None"]


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.$£€¥-]){body}", re.IGNORECASE)


class _Spark(Enum):
    """What a stretch must hold for a reader to be worth trying: most stretches hold none of it."""

    DIGIT = re.compile(r"\d(?<![\w/.$£€¥-]\d)")
    MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
    DAY = re.compile(r"day|tonight|tomorrow", re.IGNORECASE)
    QUARTER = re.compile(r"quarter|Q[1-4]|first\s+(?:three|3)\s+months", re.IGNORECASE)
    PERIOD = re.compile(r"week|month|year", re.IGNORECASE)
    HOUR = re.compile(r"noon|midday|midnight|morning|evening|night|o['’]clock", re.IGNORECASE)


def find_dates(text: str, within: Span, published: str | None) -> list[DateMention]:
    """Find the dates and times in a stretch of text, in order and without overlap.

    `published` is the ISO date that relative ones (`yesterday`, `on Tuesday`, `next Monday`, `last year`) are
    resolved against; without it they keep only what they say themselves. A bare weekday is taken as the last such
    day up to publication, `next` as the first one after it. A month or year is found only where its context says
    that it is one (`in May`, not `may`). An impossible date (`31 June`) and a bad `published` are ignored.
    """
    day = _date_or_none(published)
    found: list[DateMention] = []
    sparks = {spark for spark in _Spark if spark.value.search(text, within.start, within.end)}
    for spark, pattern, read in _READERS:
        if spark not in sparks:
            continue
        for match in _matches(spark, pattern, text, within):
            mention = read(match, day)
            if mention and not any(m.start < mention.end and mention.start < m.end for m in found):
                found.append(mention)
    found += [first for mention in found if (first := _first_of_days(text, mention, within))]
    return sorted(found, key=lambda mention: mention.start)


_DAYS_BEFORE = re.compile(
    r"(?<![\w/.:-])(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:\s*[-\u2010-\u2014]\s*|\s+(?:to|and|or|until)\s+)$"
)


def _first_of_days(text: str, mention: DateMention, within: Span) -> DateMention | None:
    """Return the first day of two that share their month (`12-16 March`, `between 12 and 16 March`)."""
    if not text[mention.start : mention.start + 1].isdigit() or len(mention.iso) not in (7, 10):
        return None
    if len(mention.iso) == 7 and not mention.iso.startswith("--"):
        return None
    match = _DAYS_BEFORE.search(text, max(within.start, mention.start - 14), mention.start)
    if match is None or int(match["day"]) >= int(mention.iso[-2:]):
        return None
    return DateMention(match.start(), match.end("day"), f"{mention.iso[:-2]}{int(match['day']):02d}")


def _matches(spark: _Spark, pattern: re.Pattern[str], text: str, within: Span) -> Iterator[re.Match[str]]:
    if spark is not _Spark.DIGIT:
        yield from pattern.finditer(text, within.start, within.end)
        return
    for digit in spark.value.finditer(text, within.start, within.end):
        if match := pattern.match(text, digit.start(), within.end):
            yield match


def _date_or_none(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS, start=1) if month.startswith(name[:3].casefold()))


def weekday_number(name: str) -> int:
    """Return the weekday of an English name or its abbreviation, 0 for Monday."""
    return next(at for at, day in enumerate(WEEKDAYS) if day.startswith(name[:3].casefold()))


def _full_date(match: re.Match[str], _published: date | None) -> DateMention | None:
    parts = match.groupdict()
    if parts["month"] in ("may", "march"):
        return None
    month, day = _month_number(parts["month"]), _day_number(parts["day"])
    year = parts.get("year")
    try:
        date(int(year) if year else 2024, month, day)
    except ValueError:
        return None
    iso = f"{year}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
    name = parts.get("weekday_name")
    return DateMention(match.start(), match.end(), iso, weekday_number(name) if name else None)


def _day_number(printed: str) -> int:
    return _ORDINAL_DAYS.get(printed.casefold()) or int(printed.rstrip("stndrhSTNDRH"))


def _numeric_date(match: re.Match[str], _published: date | None) -> DateMention | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if month > 12 >= day:
        month, day = day, month
    try:
        return DateMention(match.start(), match.end(), date(year, month, day).isoformat())
    except ValueError:
        return None


def _month_and_year(match: re.Match[str], _published: date | None) -> DateMention | None:
    return DateMention(match.start(), match.end(), f"{match['year']}-{_month_number(match['month']):02d}")


def _month_alone(match: re.Match[str], published: date | None) -> DateMention | None:
    name = match["month"]
    if not name[0].isupper():
        return None
    number, start = _month_number(name), match.start("month")
    step = {"last": -1, "next": 1}.get((match["which"] or "").casefold())
    if step is None or published is None:
        return DateMention(start, match.end(), f"--{number:02d}")
    year = published.year
    if (step < 0 and number >= published.month) or (step > 0 and number <= published.month):
        year += step
    return DateMention(match.start(), match.end(), f"{year}-{number:02d}", relative=True)


def _year_alone(match: re.Match[str], _published: date | None) -> DateMention | None:
    text, start = match.string, match.start()
    is_led = _BEFORE_YEAR.search(text[max(0, start - 16) : start])
    is_recent = match["year"] >= "1900"
    if not is_led and (not is_recent or _COUNTED.match(text, match.end())):
        return None
    if is_led and not is_recent and is_led["weak"]:
        return None
    return DateMention(start, match.end(), match["year"])


def _decade(match: re.Match[str], _published: date | None) -> DateMention | None:
    return DateMention(match.start(), match.end(), f"{match['decade']}X")


def _quarter(match: re.Match[str], _published: date | None) -> DateMention | None:
    if match["months"]:
        return DateMention(match.start(), match.end(), f"{match['year'] or '-'}-Q1")
    which = match["number"] or {"first": "1", "second": "2", "third": "3", "fourth": "4"}[match["word"].casefold()]
    return DateMention(match.start(), match.end(), f"{match['year'] or '-'}-Q{which}")


def _weekday(match: re.Match[str], published: date | None) -> DateMention | None:
    if not match["weekday"][0].isupper():
        return None
    number = weekday_number(match["weekday"])
    which = (match["which"] or "").casefold()
    start = match.start("which") if match["which"] else match.start("weekday")
    if match["plural"] or which == "every":
        return DateMention(match.start("weekday"), match.end(), "", number)
    if published is None:
        return DateMention(start, match.end(), "", number, relative=True)
    if which.startswith("a ") or match["later"]:
        weeks = 2 if "fortnight" in (which + (match["later"] or "")).casefold() else 1
        resolved = published + timedelta(days=(number - published.weekday() - 1) % 7 + 1 + 7 * weeks)
    elif which in ("next", "this coming"):
        resolved = published + timedelta(days=(number - published.weekday() - 1) % 7 + 1)
    elif which == "last":
        resolved = published - timedelta(days=(published.weekday() - number - 1) % 7 + 1)
    else:
        resolved = published - timedelta(days=(published.weekday() - number) % 7)
    return DateMention(start, match.end(), resolved.isoformat(), number, relative=True)


def _named_day(match: re.Match[str], published: date | None) -> DateMention | None:
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match["named"].casefold()]
    iso = (published + timedelta(days=shift)).isoformat() if published else ""
    return DateMention(match.start(), match.end(), iso, relative=True)


def _period(match: re.Match[str], published: date | None) -> DateMention | None:
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].casefold()]
    unit = match["unit"].casefold()
    if published is None:
        return DateMention(match.start(), match.end(), "", relative=True)
    if unit == "year":
        iso = f"{published.year + shift:04d}"
    elif unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        iso = f"{months // 12:04d}-{months % 12 + 1:02d}"
    else:
        year, week, _ = (published + timedelta(weeks=shift)).isocalendar()
        iso = f"{year}-W{week:02d}"
    return DateMention(match.start(), match.end(), iso, relative=True)


def _time(match: re.Match[str], _published: date | None) -> DateMention | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = _half_of_day((match["half"] or "").casefold(), hour)
    if not half and not match["minute"]:
        return None
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return DateMention(match.start(), match.end(), f"T{hour:02d}:{minute:02d}") if hour < 24 and minute < 60 else None


def _half_of_day(printed: str, hour: int) -> str:
    """Return am or pm for what follows an hour (`p.m.`, `in the evening`, `at night`), empty for nothing."""
    if not printed or printed.endswith(("m", ".")):
        return printed.replace(".", "")
    is_late = printed.endswith(("afternoon", "evening")) or (printed.endswith("night") and 5 < hour < 12)
    return "pm" if is_late else "am"


def _spelt_time(match: re.Match[str], _published: date | None) -> DateMention | None:
    hour = _HOURS.index(match["hour"].casefold()) + 1
    half = _half_of_day((match["half"] or "").casefold(), hour)
    hour = hour % 12 + (12 if half == "pm" else 0)
    return DateMention(match.start(), match.end(), f"T{hour:02d}:00")


_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HALF = r"in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|at\s+night"


def _named_time(match: re.Match[str], _published: date | None) -> DateMention | None:
    iso = "T12:00" if match.group().casefold() in ("noon", "midday") else "T00:00"
    return DateMention(match.start(), match.end(), iso)


_BEFORE_MONTH = (
    r"(?:in|since|until|till|by|from|before|after|during|of|to|through|for|and|early|mid|late|mid-|this|every|each)"
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|before|after|during|early|late|mid|year|ended|ending|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|(?P<weak>of|to|through|and|for|the|around|about|between|or))"
    r",?\s+$"
)
_COUNTED = re.compile(r"\s+[a-z]{3,}s\b")
_READERS: tuple[tuple[_Spark, re.Pattern[str], _Reader], ...] = (
    (_Spark.DIGIT, _pattern(r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"), _numeric_date),
    (_Spark.DIGIT, _pattern(r"(?P<day>[0-3]?\d)/(?P<month>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?![\d/])"), _numeric_date),
    (_Spark.DIGIT, _pattern(r"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?![\d.])"), _numeric_date),
    (_Spark.MONTH, _pattern(rf"{_LEAD}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}"), _full_date),
    (_Spark.MONTH, _pattern(rf"{_LEAD}{_MONTH}\s+{_DAY},?\s+{_YEAR}"), _full_date),
    (_Spark.MONTH, _pattern(rf"{_LEAD}{_DAY}(?:\s+of)?\s+{_MONTH}"), _full_date),
    (_Spark.MONTH, _pattern(rf"{_LEAD}{_MONTH}\s+{_DAY}(?!\s*(?:percent|per\s+cent|%))"), _full_date),
    (_Spark.MONTH, re.compile(rf"(?<=\d[-\u2013]){_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?", re.IGNORECASE), _full_date),
    (_Spark.MONTH, _pattern(rf"{_MONTH},?\s+{_YEAR}"), _month_and_year),
    (_Spark.MONTH, _pattern(rf"(?:(?P<which>last|next)|{_BEFORE_MONTH})[\s-]+{_MONTH}(?!\s+\d)"), _month_alone),
    (
        _Spark.MONTH,
        _pattern(
            r"(?P<which>)(?P<month>January|February|April|June|July|August|September|October|November|December)\b"
        ),
        _month_alone,
    ),
    (_Spark.DIGIT, _pattern(r"(?P<decade>1[5-9]\d|20\d)0['’]?s\b"), _decade),
    (
        _Spark.QUARTER,
        _pattern(
            r"(?:Q(?P<number>[1-4])|(?P<months>first\s+(?:three|3)\s+months)|(?P<word>first|second|third|fourth)[\s-]quarter)\b(?:\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))?"
        ),
        _quarter,
    ),
    (
        _Spark.DAY,
        _pattern(
            r"(?:(?P<which>next|last|this\s+coming|this|every|coming|past|a\s+(?:week|fortnight)\s+(?:on|next|this))\s+)?"
            rf"{_WEEKDAY}(?P<plural>s)?\b(?P<later>\s+(?:week|fortnight)\b(?!['’-]))?"
        ),
        _weekday,
    ),
    (_Spark.DAY, _pattern(r"(?P<named>yesterday|today|tonight|tomorrow)\b"), _named_day),
    (_Spark.PERIOD, _pattern(r"(?P<which>last|this|next)\s+(?P<unit>week|month|year)\b(?![’'\-])"), _period),
    (
        _Spark.DIGIT,
        _pattern(
            r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?![\d%]))?\s?(?P<half>[ap]\.m\.|[ap]m\b|" rf"{_HALF})"
        ),
        _time,
    ),
    (_Spark.DIGIT, _pattern(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?!\d)(?P<half>)"), _time),
    (
        _Spark.DIGIT,
        _pattern(
            r"(?:(?:(?<![^\n])|(?<=\bat )|(?<=\bby ))(?=[012]\d)|(?=0\d))(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d)"
            r"(?![\d%]|\.\d)(?P<half>)"
        ),
        _time,
    ),
    (_Spark.HOUR, _pattern(r"(?:noon|midday|midnight)\b"), _named_time),
    (_Spark.HOUR, _pattern(rf"(?P<hour>{'|'.join(_HOURS)})(?:\s+o['’]clock)?\s+(?P<half>{_HALF})\b"), _spelt_time),
    (_Spark.DIGIT, _pattern(r"(?P<year>1\d\d\d|20\d\d)(?![-\w%/]|[.,]\d|\s*(?:%|percent|per\s+cent))"), _year_alone),
)
