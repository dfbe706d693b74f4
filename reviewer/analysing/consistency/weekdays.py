"""A weekday that does not fall on the date beside it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reviewer.analysing.consistency.scene import CheckedText, day_of, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention

_TELLS_OF_THE_PAST = re.compile(
    r"^(?!.*\b(?:will|would|due|next|is\sto|are\sto)\b).*\b(?:[a-z]{2,}ed|was|were|had|fell|struck|broke|began|found|came|"
    r"went|took|ran|hit|met|saw)\b",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wrong_weekdays(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield dates whose weekday is another one.

    A date without a year is taken to be the one nearest to the day of publication, and is left alone when that day
    is not known, or when it is to come, told of in the past, and its weekday is right for the year before.
    """
    for one in checked.sentences:
        for mention in one.dates:
            day = day_meant(mention, _year_beside(mention, one.dates) or checked.published)
            if mention.weekday is None or mention.relative or day is None or day.weekday() == mention.weekday:
                continue
            words = checked.text[one.sentence.start : one.sentence.end]
            if _TELLS_OF_THE_PAST.search(words) and _fits_the_year_before(mention, day, checked.published):
                continue
            span = Span(mention.start, mention.end)
            expected = _NAMES[day.weekday()]
            yield slip(
                span, CheckKind.WEEKDAY_DATE, _NAMES[mention.weekday], expected, f"{day.isoformat()} is a {expected}"
            )


def _fits_the_year_before(mention: DateMention, day: date, published: date | None) -> bool:
    """Return whether a day still to come is rather one of the year before (a report on an accident of last June)."""
    if published is None or day <= published or not mention.iso.startswith("--"):
        return False
    before = day_of(f"{day.year - 1:04d}-{mention.iso[2:]}")
    return before is not None and before.weekday() == mention.weekday


def _year_beside(mention: DateMention, dates: Sequence[DateMention]) -> date | None:
    """Return the full date of the same sentence that a date without a year may share its year with."""
    if not mention.iso.startswith("--"):
        return None
    days = [day_of(other.iso) for other in dates if len(other.iso) == 10 and not other.relative]
    return next((day for day in days if day is not None), None)


def day_meant(mention: DateMention, published: date | None) -> date | None:
    """Return the day that a mention means; without a year the one nearest to the day of publication."""
    if not mention.iso.startswith("--"):
        return day_of(mention.iso) if len(mention.iso) == 10 else None
    if published is None or len(mention.iso) != 7:
        return None
    candidates = [day_of(f"{published.year + offset:04d}-{mention.iso[2:]}") for offset in (-1, 0, 1)]
    days = [day for day in candidates if day is not None]
    return min(days, key=lambda day: abs((day - published).days), default=None)
