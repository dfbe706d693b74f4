"""Feasts that fall on one day of every year: a claim may name the feast and its source the date, or the other way."""

import re
from collections.abc import Sequence

from reviewer.model.geometry import Span
from reviewer.text.dates import DateMention

_FEASTS = {
    "new year's day": "01-01",
    "valentine's day": "02-14",
    "st david's day": "03-01",
    "st patrick's day": "03-17",
    "st george's day": "04-23",
    "anzac day": "04-25",
    "may day": "05-01",
    "bastille day": "07-14",
    "hallowe'en": "10-31",
    "halloween": "10-31",
    "armistice day": "11-11",
    "st andrew's day": "11-30",
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "boxing day": "12-26",
    "st stephen's day": "12-26",
    "new year's eve": "12-31",
    "hogmanay": "12-31",
}
"""The day of each feast, as month and day."""

_NAMES = "|".join(name.replace("'", "['’]").replace(" ", r"\s+") for name in _FEASTS)
_FEAST = re.compile(rf"\b(?P<name>{_NAMES})\b(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE)
_SPARK = re.compile(r"\b(?:day|eve|hogmanay|hallowe)", re.IGNORECASE)
"""What a stretch must hold for a feast to be worth looking for."""


def find_feasts(text: str, within: Span, known: Sequence[DateMention]) -> list[DateMention]:
    """Return the feasts named in a stretch as dates, in order; not those at the place of a known date."""
    if not _SPARK.search(text, within.start, within.end):
        return []
    found = []
    for match in _FEAST.finditer(text, within.start, within.end):
        day = _FEASTS[" ".join(match["name"].casefold().replace("’", "'").split())]
        if not any(mention.start < match.end() and match.start() < mention.end for mention in known):
            iso = f"{match['year']}-{day}" if match["year"] else f"--{day}"
            found.append(DateMention(match.start(), match.end(), iso))
    return found
