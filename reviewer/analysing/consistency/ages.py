"""Two ages of one person, and years gone by against the years named."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText, slip
from reviewer.analysing.entities import Entity, EntityKind
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span

_AGO = re.compile(
    r"\b(?:in|of|since|on|from)\s(?:[A-Z][a-z]+\s)?(?P<year>1[89]\d\d|20\d\d),?\s(?:\(|just\s|only\s|exactly\s|"
    r"some\s)?(?P<ago>\d{1,3})\syears\sago\b"
)
_BESIDE = re.compile(
    r",\s(?:aged\s)?(?P<age>\d{1,3})(?=,|\.|;|\sand\b|\sof\b)|\s\((?:aged\s)?(?P<bracket>\d{1,3})\)|"
    r",\san?\s(?P<old>\d{1,3})-year-old\b"
)
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Dame)\b")
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
        numbers = [int(next(filter(None, match.groups()))) for _, match in ages]
        if not numbers or not all(0 < number < 120 for number in numbers):
            continue
        for (mention, match), number in zip(ages[1:], numbers[1:], strict=True):
            if number != numbers[0] and not _are_two_people(text, ages[0][0], mention):
                working = f"{entity.name} is {numbers[0]} above"
                yield slip(Span(mention.start, match.end()), CheckKind.AGE, str(number), str(numbers[0]), working)


def _are_two_people(text: str, first: Span, second: Span) -> bool:
    """Return whether the titles before two mentions of a surname are those of a man and a woman."""
    titles = [_TITLE.search(text[max(0, mention.start - 6) : mention.start + 6]) for mention in (first, second)]
    kinds = {"m" if title[1] in ("Mr", "Sir", "Lord") else "f" for title in titles if title is not None}
    return len(kinds) > 1


def wrong_ages(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield years gone by and ages of institutions that the day of publication contradicts."""
    if checked.published is None:
        return
    for one in checked.sentences:
        yield from _years_ago(checked.text, one, checked.published)
        yield from _age_this_year(checked.text, one, checked.published)


def _age_this_year(text: str, one: CheckedSentence, published: date) -> Iterator[InternalCheck]:
    """Check "founded in 1986, will be 40 next year"."""
    for match in _SINCE.finditer(text, one.sentence.start, one.sentence.end):
        year = published.year + (match.group("when") == "next year")
        exact = year - int(match.group("year"))
        if exact != int(match.group("age")):
            working = f"{year} − {match.group('year')} = {exact}"
            yield slip(Span(*match.span()), CheckKind.AGE, match.group("age"), str(exact), working)


def _years_ago(text: str, one: CheckedSentence, published: date) -> Iterator[InternalCheck]:
    """Check "in 1968, 40 years ago" against the year of publication."""
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
