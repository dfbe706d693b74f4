"""Street addresses of several countries; a town alone is none."""

import re
from collections.abc import Iterable

from reviewer.model.analysis import SensitiveKind
from reviewer.text.wordlists import word_set

_STREET = "|".join(sorted(word_set("sensitive", "street_words"), key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_][^\W\d_’'\-]*(?:[’'-][^\W\d_]+)*"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|[A-Z]\d[\dW]\s?[A-Z\d]{4})(?!\w)"
_STATE = r"(?:[A-Z]{2}|[A-Z][a-z]{1,5}\.|[NSW]\.[A-Z]\.|" + _NAME + r")"
_UNIT = r"(?:Flat|Apartment|Apt\.?|Unit|Suite|Ste\.?|Room|Floor|\#)\s?\w+"
_TOWNS = rf"(?:,?\s*{_UNIT})?(?:,\s*{_NAME}(?:[ -]{_NAME}){{0,3}}(?=[\s,.;)]|$)){{0,4}}"
_REST = (
    rf"(?:,?\s+{_POSTCODE}|\.?,?\s+\d{{5}}(?:-\d{{4}})?(?!\w)|"
    rf",?\s+{_STATE},?\s+\d{{5}}(?:-\d{{4}})?(?!\w)|,\s+{_STATE}(?=\s|$|[,;)]))?"
)
_NUMBERED = re.compile(
    rf"(?<![\w£$€.,/-])(?:{_UNIT},?\s+)?\d{{1,5}}[A-Za-z]?(?:[-–/]\d+[A-Za-z]?)?,?\s+(?!{_MONTHS})"
    rf"(?:(?:[NSEW]\.?|(?:North|South|East|West)\b)\s+)?"
    rf"(?:(?:{_NAME}|St\.|\d{{1,3}}(?:st|nd|rd|th))\s+){{1,4}}(?:{_STREET})\b\.?"
    rf"{_TOWNS}{_REST}"
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
_ALL = (_NUMBERED, _NAMED_HOUSE, _BOX, _GERMANIC, _ROMANCE)


def addresses(text: str) -> Iterable[tuple[int, int, SensitiveKind]]:
    """Yield street addresses with the town, state and postcode that go with them; offsets are code points."""
    for pattern in _ALL:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), SensitiveKind.ADDRESS
    for match in _LIVES_AT.finditer(text):
        yield match.start(1), match.end(1), SensitiveKind.ADDRESS
