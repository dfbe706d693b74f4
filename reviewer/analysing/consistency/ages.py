"""Ages against years of birth, and years gone by against the years named."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, slip
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span

_AGE = re.compile(
    r"(?:,\s(?P<plain>\d{1,3})(?=,|\.|\s\(|\))|\b(?:aged|age)\s(?P<aged>\d{1,3})\b|"
    r"\b(?P<old>\d{1,3})[-\s]years?[-\s]old\b|"
    r"\b(?:is|turned|turns|was)\s(?:now\s)?(?P<is>\d{1,3})(?=[\s,.]*(?:$|today|now|this year|last|on\s[A-Z]|,|\.)))"
)
_BORN = re.compile(
    r"\bborn(?:\s+[\w’'-]+){0,4}?\s+(?:on|in)\s+(?:[\w,]+\s+){0,3}?(?P<date>(?:\d{1,2}\s+[A-Z][a-z]+\s+|"
    r"[A-Z][a-z]+\s+\d{1,2},\s+|[A-Z][a-z]+\s+)?(?:1[89]|20)\d\d)\b"
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_AGO = re.compile(
    r"\b(?:in|of|since|on|from)\s(?:[A-Z][a-z]+\s)?(?P<year>1[89]\d\d|20\d\d),?\s(?:\(|just\s|only\s|exactly\s|"
    r"some\s)?(?P<ago>\d{1,3})\syears\sago\b"
)
_DIED = re.compile(r"\b(?:died|killed|dead|death|late|murdered|drowned)\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th)\s(?:anniversary|birthday)\b[^.;]{0,60}?\b(?:of|since|"
    r"from)\b[^.;]{0,60}?\b(?P<year>1[5-9]\d\d|20\d\d)\b"
)


_BESIDE = re.compile(r",\s(?:aged\s)?(?P<age>\d{1,3})(?=,|\.|;|\sand\b|\sof\b)|\s\((?:aged\s)?(?P<bracket>\d{1,3})\)")
_SINCE = re.compile(
    r"\b(?:founded|opened|built|established|launched|formed|created|set up|born|begun|"
    r"started)\s+in\s+(?P<year>1[5-9]\d\d|20\d\d),?\s"
    r"(?:[\w’'-]+\s){0,3}?(?P<verb>will be|will turn|turns|"
    r"is)\s(?P<age>\d{1,3})\s(?:years old\s)?(?P<when>next year|this year)\b"
)


def two_ages(text: str, entities: Sequence[Entity]) -> Iterator[InternalCheck]:
    """Yield the later age of a person who is printed with two: "Ann Lowe, 51," and "Lowe, 52,".

    Ages of the same name in a headline of the past, or a year apart beside "last year", are the reader's to judge.
    """
    for entity in entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        ages = [(mention, match) for mention in entity.mentions if (match := _BESIDE.match(text, mention.end))]
        numbers = [int(match.group("age") or match.group("bracket")) for _, match in ages]
        if not numbers or not all(0 < number < 120 for number in numbers):
            continue
        for (mention, match), number in zip(ages[1:], numbers[1:], strict=True):
            if number != numbers[0]:
                working = f"{entity.name} is {numbers[0]} above"
                yield slip(Span(mention.start, match.end()), CheckKind.AGE, str(number), str(numbers[0]), working)


def wrong_ages(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield ages that a year of birth printed in the same paragraph contradicts; needs the day of publication."""
    if checked.published is None:
        return
    for one in checked.sentences:
        yield from _age_against_birth(checked, one)
        yield from _years_ago(checked.text, one, checked.published)
        yield from _age_this_year(checked.text, one, checked.published)


def _age_against_birth(checked: CheckedText, one: CheckedSentence) -> Iterator[InternalCheck]:
    text, span = checked.text, one.sentence.span
    born = list(_BORN.finditer(text, span.start, span.end))
    ages = [match for match in _AGE.finditer(text, span.start, span.end) if 0 < _number(match) < 125]
    if len(born) != 1 or len(ages) != 1:
        return
    year = int(born[0].group("date")[-4:])
    then = _moment(text, span, checked.published, born[0].span("date"))
    if then is None:
        return
    possible = _ages(born[0].group("date"), year, then)
    if _number(ages[0]) not in possible:
        stretch = Span(min(ages[0].start(), born[0].start()), max(ages[0].end(), born[0].end()))
        expected = " or ".join(str(age) for age in possible)
        yield slip(
            stretch, CheckKind.AGE, str(_number(ages[0])), expected, f"born in {year}, in {then.year}: {expected}"
        )


def _age_this_year(text: str, one: CheckedSentence, published: date) -> Iterator[InternalCheck]:
    """Check "founded in 1986, will be 40 next year"."""
    for match in _SINCE.finditer(text, one.sentence.start, one.sentence.end):
        year = published.year + (match.group("when") == "next year")
        exact = year - int(match.group("year"))
        if exact != int(match.group("age")):
            working = f"{year} − {match.group('year')} = {exact}"
            yield slip(Span(*match.span()), CheckKind.AGE, match.group("age"), str(exact), working)


def _number(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group is not None))


def _moment(text: str, span: Span, published: date | None, birth: tuple[int, int]) -> date | None:
    """Return the day at which the age holds: today, or the year of death when there is exactly one other year."""
    years = [
        int(match.group())
        for match in _YEAR.finditer(text, span.start, span.end)
        if not birth[0] <= match.start() < birth[1]
    ]
    if _DIED.search(text, span.start, span.end):
        return date(years[0], 7, 1) if len(years) == 1 else None
    return published if not years else None


def _ages(born: str, year: int, then: date) -> Sequence[int]:
    month = _month(born)
    older = then.year - year
    if month is None or month == then.month or then.day == 1:
        return (older - 1, older)
    return (older,) if month < then.month else (older - 1,)


def _month(born: str) -> int | None:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    found = re.search(r"[A-Za-z]{3}", born)
    return names.index(found.group().casefold()) + 1 if found and found.group().casefold() in names else None


def _years_ago(text: str, one: CheckedSentence, published: date) -> Iterator[InternalCheck]:
    """Check "in 1968, 40 years ago" and "the 14th anniversary of … 2001" against the year of publication."""
    span = one.sentence.span
    for match in _AGO.finditer(text, span.start, span.end):
        gone = published.year - int(match.group("year"))
        if abs(gone - int(match.group("ago"))) > 1:
            stretch = Span(match.start("year"), match.end())
            yield slip(
                stretch,
                CheckKind.ARITHMETIC,
                match.group("ago"),
                str(gone),
                f"{published.year} − {match.group('year')} = {gone}",
            )
    for match in _ANNIVERSARY.finditer(text, span.start, span.end):
        gone = published.year - int(match.group("year"))
        if gone > 0 and abs(gone - int(match.group("nth"))) > 1:
            stretch = Span(match.start(), match.end())
            yield slip(
                stretch,
                CheckKind.ARITHMETIC,
                match.group("nth"),
                str(gone),
                f"{published.year} − {match.group('year')} = {gone}",
            )
