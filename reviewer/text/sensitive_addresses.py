"""Street addresses of several countries; a town alone is none."""

import re
from collections.abc import Iterator

from reviewer.text.wordlists import word_set

_STREET_WORDS = word_set("sensitive", "street_words")
_STREET = "|".join(sorted(_STREET_WORDS | {word.upper() for word in _STREET_WORDS}, key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_][^\W\d_’'\-]*(?:[’'-][^\W\d_]+)*"
_MONTHS = r"(?i:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|[A-Z]\d[\dW]\s?[A-Z\d]{4})(?!\w)"
_STATE = r"(?:[A-Z]{2}|[A-Z][a-z]{1,5}\.|[NSW]\.[A-Z]\.|" + _NAME + r")"
_UNIT = r"(?:(?i:Flat|Apartment|Apt\.?|Unit|Suite|Ste\.?|Room|Floor)|\#)\s?\w+"
_TOWNS = rf"(?:,?\s*{_UNIT})?(?:,\s*{_NAME}(?:[ -]{_NAME}){{0,3}}(?=[\s,.;)]|$)){{0,4}}"
_REST = (
    rf"(?:,?\s+{_POSTCODE}|\.?,?\s+\d{{5}}(?:-\d{{4}})?(?!\w)|"
    rf",?\s+{_STATE},?\s+\d{{5}}(?:-\d{{4}})?(?!\w)|,\s+{_STATE}(?=\s|$|[,;)]))?"
)
_TOWN_LINES = (
    rf"(?:,?[ \t]*\r?\n[ \t]*{_NAME}(?:[ -]{_NAME}){{0,3}}){{0,4}}"
    rf"(?:,?[ \t]*\r?\n[ \t]*{_POSTCODE}|,?[ \t]+(?:{_POSTCODE}|{_STATE},?[ \t]+\d{{5}}(?:-\d{{4}})?(?!\w)))"
)
_BENCH = (
    r"(?:(?:US|U\.S\.|State|New|Federal)\s)?(?:Supreme|High|District|Crown|County|Juvenile|Appeals?|Circuit|"
    r"Magistrates[’']?|Family|Superior|Tribunal|Youth)\sCourt\b"
)
"""A court of law is no street."""

_COUNTED = r"(?![ \t]+(?!(?:was|is|has|his|its|as|this|thus|yes|always|plus|us)\b)[a-z]+s\b)"
"""What follows when a number counts things: 300 High Street shops."""

_NUMBERED = re.compile(
    rf"(?<![\w£$€.,/-])(?!(?<=[Tt]he )(?:19|20)\d\d\s)"
    rf"(?:{_UNIT},?\s+)?\d{{1,5}}[A-Za-z]?(?:[-–/]\d+[A-Za-z]?)?,?\s+(?!{_MONTHS})"
    rf"(?:(?:[NSEW]\.?|(?:North|South|East|West)\b)\s+)?"
    rf"(?!{_BENCH})(?:(?:{_NAME}|St\.|\d{{1,3}}(?:st|nd|rd|th))\s+){{1,4}}(?:{_STREET})\b\.?"
    rf"(?:{_TOWN_LINES}|{_TOWNS}{_REST}{_COUNTED})"
)
_NAMED_HOUSE = re.compile(
    rf"(?:The\s+)?{_NAME}(?:\s+{_NAME}){{0,2}},\s+(?:{_NAME}\s+){{1,3}}(?:{_STREET})\b\.?{_TOWNS},?\s+{_POSTCODE}"
)
_LIVES_AT = re.compile(
    rf"\b(?:liv(?:es?|ed|ing) at|home at|home address(?: is|:)?|address(?: is|:)|resid(?:es?|ing) at|"
    rf"of no fixed abode at)\s+"
    rf"((?:The\s+)?{_NAME}(?:\s+{_NAME}){{0,3}}(?:,\s*{_NAME}(?:\s+{_NAME}){{0,3}}){{1,3}}(?:,?\s+{_POSTCODE})?)"
)
_BOX = re.compile(rf"\bP\.?\s?O\.?\s?Box\s\d{{1,6}}{_TOWNS}{_REST}")
_GERMANIC = re.compile(
    r"\b[A-ZÄÖÜÅØ][\w-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|gatan|vägen|gade|vej|gata|veien|"
    r"straat|laan|"
    rf"plein|kade|katu|tie)\s\d{{1,4}}\s?[a-zA-Z]?\b(?:,\s*(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?:\s[A-Z]{{2}})?\s{_NAME})?"
)
_ROMANCE = re.compile(
    r"(?<![\w.,])\d{1,4}\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|place|quai|impasse|allée|chemin|cours)\s"
    rf"(?:(?:de|du|des|la|le|les|l[’'])\s?){{0,2}}{_NAME}(?:[ -]{_NAME}){{0,3}}(?:,\s*\d{{5}}\s{_NAME})?|"
    rf"\b(?:Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Paseo|Rua|Praça)\s(?:(?:de|del|della|di|do|da|dos|la|las|"
    rf"los)\s){{0,2}}"
    rf"{_NAME}(?:\s{_NAME}){{0,3}},?\s\d{{1,4}}(?:,\s*\d{{4,5}}(?:-\d{{3}})?\s{_NAME})?"
)
_COTTAGE = re.compile(
    rf"(?<!\w)(?:The\s)?(?:{_NAME}\s){{1,2}}(?:Cottage|House|Farm|Farmhouse|Lodge|Barn|Rectory|Vicarage|Villa|Bungalow|Grange|Manor),\s"
    rf"(?:{_NAME}\s){{1,3}}(?:{_STREET})\b(?:,\s{_NAME}(?:[ -]{_NAME}){{0,2}})?"
)
_UNIT_IN = re.compile(
    rf"(?<!\w)(?:Unit|Suite|Flat|Apartment|Apt\.?|Plot|Chalet|Caravan|Pitch)\s\d{{1,4}}[A-Za-z]?,\s{_NAME}"
    rf"(?:\s{_NAME}){{0,3}}"
    rf"(?:,\s{_NAME}(?:[ -]{_NAME}){{0,3}}){{1,3}}(?:,?\s+{_POSTCODE})?"
)
_POSTCODE_ALONE = re.compile(
    rf"\b(?i:post\s?code|zip(?:\scode)?|eircode)(?:\sis|:)?:?\s({_POSTCODE}|\d{{5}}(?:-\d{{4}})?(?!\w))"
)
_DEGREES = r"\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?[’'′]\s?(?:\d{1,2}(?:\.\d+)?\s?[”\"″]\s?)?)?"
_COORDINATES = re.compile(
    rf"{_DEGREES}[NS],?\s{{0,2}}{_DEGREES}[EWO](?!\w)|(?<![\d.,-])-?\d{{1,2}}\.\d{{3,8}}"
    rf",\s?-?\d{{1,3}}\.\d{{3,8}}(?![\d.])"
)
"""A place by latitude and longitude, in degrees or as decimal numbers."""

_ALL = (_NUMBERED, _NAMED_HOUSE, _COTTAGE, _UNIT_IN, _COORDINATES, _BOX, _GERMANIC, _ROMANCE)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield street addresses with the town, state and postcode that go with them; offsets are code points."""
    for pattern in _ALL:
        yield from (match.span() for match in pattern.finditer(text))
    for pattern in (_LIVES_AT, _POSTCODE_ALONE):
        yield from (match.span(1) for match in pattern.finditer(text))
