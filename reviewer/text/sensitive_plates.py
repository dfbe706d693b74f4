"""Number plates of vehicles: behind a word that says so, or in a form that nothing else has."""

import re
from collections.abc import Iterator

_LABELLED = re.compile(
    r"\b(?i:reg(?:istration)?(?:\s(?:no|number|plate|mark))?|(?:number|licen[cs]e)?\s?plates?|vrm|vrn|"
    r"index)\.?(?:\s(?:is|was|of|number|no|reading|read))?[:\s]{1,2}"
    r"([A-Z]{1,3}[ -]?\d{1,4}[ -]?[A-Z]{0,3}|\d{1,3}[ -][A-Z]{1,2}[ -]\d{1,6}|\d[A-Z]{3}\d{3}|"
    r"[A-Z]{2}[ -]\d{2}[ -][A-Z]{1,2}[ -]\d{4})(?![\w-])"
)
_BRITISH = re.compile(r"[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|[67]\d) ?[A-HJ-PR-Z]{3}")
"""The form in use since 2001: two letters, the half-year of its first registration, three letters without I and Q."""

_BRITISH_ALONE = re.compile(rf"(?<![\w-]){_BRITISH.pattern.replace(' ?', ' ')}(?![\w-])")
_IRISH = re.compile(
    r"(?<![\w-])(?:8[7-9]|9\d|0\d|1[0-2]|1[3-9][12]|2\d[12])-"
    r"(?:CE|CN|CW|C|DL|D|G|KE|KK|KY|LD|LH|LK|LM|LS|L|MH|MN|MO|OY|RN|SO|TN|TS|T|WD|WH|WW|WX|W)-\d{1,6}(?![\w-])"
)
"""Year, and half of the year since 2013, then county and number."""

_VEHICLE = re.compile(
    r"\b(?:car|van|lorry|truck|pick-?up|taxi|minibus|bus|coach|motorbike|motorcycle|moped|scooter|vehicle|tractor|jeep|"
    r"saloon|hatchback|estate|suv|driv(?:es?|ing|en|er)|drove|parked|caravan|trailer)\b",
    re.IGNORECASE,
)
_NEAR_VEHICLE = re.compile(
    rf"(?<![\w-])(?:{_BRITISH.pattern}|[A-Z]\d{{1,3}} ?[A-Z]{{3}}|[A-Z]{{3}} ?\d{{1,3}} ?[A-Z])(?![\w-])"
)


def plates(text: str) -> Iterator[tuple[int, int]]:
    """Yield number plates; the older British forms count only near a word for a vehicle. Offsets are code points."""
    yield from (match.span(1) for match in _LABELLED.finditer(text))
    for pattern in (_BRITISH_ALONE, _IRISH):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _NEAR_VEHICLE.finditer(text):
        around = text[max(0, match.start() - 40) : match.end() + 25].replace(match.group(), " ")
        in_brackets = (
            text[match.start() - 1 : match.start()] in ("(", ",") or text[match.start() - 2 : match.start()] == ", "
        )
        if _VEHICLE.search(around) and (is_plate(match.group()) or in_brackets):
            yield match.span()


def is_plate(printed: str) -> bool:
    """Return whether letters and digits are a British plate of today."""
    return _BRITISH.fullmatch(printed) is not None
