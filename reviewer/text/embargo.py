"""Reads an embargo line: from which moment on it may be published."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache

import msgspec

from reviewer.assets import resource
from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention, find_dates

_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"T(\d{2}):(\d{2})")
_HOURS = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)\s?(?:hrs|hours|h)?\b(?=\s?(?:[A-Z]{2,4}\b|hrs|hours|h\b|on\b|,))")
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?([+−-])\s?(\d{1,2})(?::?([0-5]\d))?\b")
_ZONE = re.compile(r"\b[A-Z]{3,4}\b")


class Embargo(msgspec.Struct, frozen=True):
    """When an embargo ends: an ISO day, `HH:MM` or empty when no time is printed, the zone as printed or empty."""

    day: str
    clock: str = ""
    zone: str = ""

    def ends(self, local: tzinfo) -> datetime:
        """Return the moment it ends; a day without a time ends with its beginning, a time without a zone is local."""
        at = datetime.combine(date.fromisoformat(self.day), time.fromisoformat(self.clock or "00:00"))
        return at.replace(tzinfo=_offset(self.zone) or local)


def read_embargo(line: str, published: str | None) -> Embargo | None:
    """Return when the embargo of a line ends; None when it names no day.

    A weekday, "tomorrow" and a date without its year are read against `published`, an ISO day, when that is known.
    """
    mentions = find_dates(line, Span(0, len(line)), published)
    printed = (one.iso for one in mentions if not one.relative and _FULL_DAY.fullmatch(one.iso))
    day = next(printed, None) or _next_such_day(mentions, published)
    return Embargo(day, _clock(line, mentions), _zone(line)) if day else None


def _next_such_day(mentions: list[DateMention], published: str | None) -> str | None:
    """Return the first day, from publication on, that a bare weekday, a relative day or a date without year can mean.

    Story dates look back from publication; an embargo looks forward.
    """
    if published is None or not _FULL_DAY.match(published):
        return None
    first = date.fromisoformat(published[:10])
    coming = [first + timedelta(days=later) for later in range(366)]
    for mention in mentions:
        if mention.weekday is not None and (mention.relative or not mention.iso):
            return next(day.isoformat() for day in coming if day.weekday() == mention.weekday)
        if mention.relative and _FULL_DAY.fullmatch(mention.iso) and mention.iso >= published[:10]:
            return mention.iso
        for day in coming:
            if mention.iso[-5:] == f"{day:%m-%d}" and (mention.relative or mention.iso.startswith("--")):
                return day.isoformat()
    return None


def _clock(line: str, mentions: list[DateMention]) -> str:
    for mention in mentions:
        found = _CLOCK.match(mention.iso)
        if found:
            return f"{found[1]}:{found[2]}"
    hours = _HOURS.search(line)
    return f"{hours[1]}:{hours[2]}" if hours else ""


def _zone(line: str) -> str:
    offset = _OFFSET.search(line)
    if offset:
        return offset.group()
    return next((word for word in _ZONE.findall(line) if word.casefold() in _offsets()), "")


def _offset(zone: str) -> timezone | None:
    printed = _OFFSET.fullmatch(zone)
    if printed:
        minutes = int(printed[2]) * 60 + int(printed[3] or 0)
        known = -minutes if printed[1] != "+" else minutes
        return timezone(timedelta(minutes=known)) if abs(known) < 24 * 60 else None
    if not zone:
        return None
    minutes = _offsets()[zone.casefold()]
    return timezone(timedelta(minutes=minutes), zone) if minutes else UTC


@cache
def _offsets() -> dict[str, int]:
    content = json.loads(resource("rules", "time_zones.json").read_text("utf-8"))
    return {name: int(minutes) for name, minutes in content["offsets"].items()}
