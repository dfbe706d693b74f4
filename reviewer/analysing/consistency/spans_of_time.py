"""Spans of time against the years and hours printed at their ends, and weekdays set beside a date."""

import re
from collections.abc import Iterator
from datetime import date

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, slip
from reviewer.analysing.consistency.weekdays import day_meant
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span

_SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_SPELT)})"
_YEARS = re.compile(
    rf"\b(?:from|between)\s(?P<first>1[89]\d\d|20\d\d)\s(?:to|until|and)\s(?P<last>1[89]\d\d|20\d\d)\b,?\s"
    rf"(?:\(|—\s|–\s)?(?:a\s\w+\sof\s|or\s|that\sis\s|some\s)?{_NUMBER}\syears\b(?!\s(?:ago|later|old|after|before))"
)
_AFTER = re.compile(
    rf"\bin\s(?P<first>1[89]\d\d|20\d\d)\b[^.;\d]{{1,50}}?\bin\s(?P<last>1[89]\d\d|20\d\d)\b,?\s(?:after|"
    rf"following)\s{_NUMBER}\syears\b"
)
_SINCE = re.compile(
    rf"\b(?:It\sis|It\shas\sbeen|It\swas)\s(?:now\s|exactly\s|just\s)?{_NUMBER}\syears\s(?:since|"
    rf"after)\b[^.;\d]{{1,60}}?\bin\s"
    r"(?P<first>1[89]\d\d|20\d\d)\b"
)
_HOURS = re.compile(
    rf"\b(?:from|between)\s(?P<first>\d{{1,2}})\s?(?P<early>[ap])\.?m\.?\s(?:to|until|"
    rf"and)\s(?P<last>\d{{1,2}})\s?(?P<late>[ap])\.?m\.?,?\s"
    rf"(?:\(|—\s|–\s)?(?:a\stotal\sof\s|or\s|that\sis\s)?{_NUMBER}\shours\b"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = "|".join(_WEEKDAYS)
_DAY_AFTER = re.compile(
    rf",?\s(?:which\s(?:is|was|falls\son|fell\son)\s)?a\s({_DAY})\b|\s\((?:a\s)?({_DAY})\)|\s[–—]\sa\s({_DAY})\b"
)
_DAY_BEFORE = re.compile(rf"\b({_DAY})\s(?:\((?:the\s)?|(?:(?:morning|night|evening)\s)?of\s)$")


def wrong_spans(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield numbers of years or hours that their ends contradict, and "10 March, a Sunday" where it is none.

    Years may be counted with or without both ends, so that one more or less is right.
    """
    for one in checked.sentences:
        yield from _years(checked.text, one, checked.published)
        yield from _hours(checked.text, one)
        yield from _weekdays(checked.text, one, checked.published)


def _value(printed: str) -> int:
    return _SPELT.index(printed) + 1 if printed in _SPELT else int(printed)


def _years(text: str, one: CheckedSentence, published: date | None) -> Iterator[InternalCheck]:
    for pattern in (_YEARS, _AFTER, _SINCE):
        for match in pattern.finditer(text, one.sentence.start, one.sentence.end):
            last = int(match.groupdict().get("last") or (published.year if published else 0))
            exact = last - int(match.group("first"))
            tense = match.group().startswith("It was")
            if not last or tense or exact < 0 or abs(exact - _value(match.group("number"))) <= 1:
                continue
            working = f"{last} − {match.group('first')} = {exact}"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, match.group("number"), str(exact), working)


def _hours(text: str, one: CheckedSentence) -> Iterator[InternalCheck]:
    for match in _HOURS.finditer(text, one.sentence.start, one.sentence.end):
        first = int(match.group("first")) % 12 + 12 * (match.group("early") == "p")
        last = int(match.group("last")) % 12 + 12 * (match.group("late") == "p")
        exact = (last - first) % 24
        if exact != _value(match.group("number")):
            working = f"{exact} hours from the first to the last"
            yield slip(Span(*match.span()), CheckKind.ARITHMETIC, match.group("number"), str(exact), working)


def _weekdays(text: str, one: CheckedSentence, published: date | None) -> Iterator[InternalCheck]:
    for mention in one.dates:
        day = day_meant(mention, published)
        after = _DAY_AFTER.match(text, mention.end)
        before = _DAY_BEFORE.search(text, max(one.sentence.start, mention.start - 20), mention.start)
        found = after or before
        if day is None or mention.relative or mention.weekday is not None or found is None:
            continue
        named = next(filter(None, found.groups()))
        if named != _WEEKDAYS[day.weekday()]:
            expected = _WEEKDAYS[day.weekday()]
            span = Span(min(mention.start, found.start()), max(mention.end, found.end()))
            yield slip(span, CheckKind.WEEKDAY_DATE, named, expected, f"{day.isoformat()} is a {expected}")
