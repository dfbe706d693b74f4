"""Numbers that identify: behind a label, or by a form that nothing else has."""

import re
from collections.abc import Iterator

from reviewer.text.sensitive_checked import checked_numbers
from reviewer.text.sensitive_plates import is_plate, plates
from reviewer.text.wordlists import word_set

_ID_LABEL = "|".join(
    sorted(
        (re.escape(label).replace("_", r"[\s-]+") for label in word_set("sensitive", "id_labels")),
        key=len,
        reverse=True,
    )
)
_VALUE = r"((?=[A-Z0-9/ .\-]*\d)[A-Z0-9]+(?:[ /.\-](?=[A-Z]{0,3}\d|[A-Z]{1,4}(?![a-z]))[A-Z0-9]+)*)"
_NUMBER_SIGN = r"(?:no|nr|number|num|reference|ref|id|code)\b\.?|\#"
_LABELLED = re.compile(
    rf"\b(?i:{_ID_LABEL})(?!\w)[^\w\n]*(?i:(?:{_NUMBER_SIGN}|is|was)[^\w\n]*){{0,3}}{_VALUE}(?![\w%])"
)
_NUMBERED = re.compile(
    rf"(?<![\w.'’-])([A-Za-z][\w.'’-]{{0,60}})\s+(?i:(?:{_NUMBER_SIGN})[^\w\n]*){{1,2}}{_VALUE}(?![\w%])"
)
_NOT_LABELS = word_set("sensitive", "id_not_labels")
_WEAK = frozenset(
    ("ref", "reference", "policy", "licence", "license", "permit", "charity", "registration", "docket", "account")
)
_ON_MAP = re.compile(r"\b(?:grid|map|OS)\s$", re.IGNORECASE)
_SHORT = ("badge", "collar", "shoulder", "warrant", "pin", "staff")
_NATIONAL_INSURANCE = re.compile(
    r"(?<!\w)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(?:[ \xa0.-]?\d{2}){3}[ \xa0.-]?[A-D](?!\w)"
)
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_DOCKET = re.compile(
    r"(?<![\w:])(?:\d:)?(?:19|20)?\d{2}-(?:cv|cr|mc|bk|md|mj|po)-\d{3,6}(?:-[A-Z]{2,4}){0,3}(?!\w)", re.IGNORECASE
)
_PASSPORT_LINES = re.compile(
    r"(?<![\w<])(?:[PIAVC][A-Z<][A-Z<]{3}[A-Z0-9<]{25,41}|"
    r"[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{8,16})(?![\w<])"
)
"""The two lower lines of a travel document (ICAO 9303)."""

_INTERNET = re.compile(
    r"(?<![\w.:/-])(?!10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)"
)
_INTERNET_SIX = re.compile(
    r"(?<![\w:.])(?=[\d:]{0,30}(?:[a-f]|::))(?=[\da-f:]{8})(?:[\da-f]{1,4}:){2,7}(?:(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4})(?![\w:])",
    re.I,
)
_RELEASE = re.compile(
    r"\b(?:versions?|release|build|firmware|v|section|clause|rule|para(?:graph)?|chapter)\.?\s?$", re.IGNORECASE
)
_WALLET = re.compile(r"(?<!\w)(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|0x[\da-fA-F]{40})(?!\w)")
_UNIVERSAL = re.compile(
    r"(?<![\w-])[\da-fA-F]{8}-[\da-fA-F]{4}-[1-8][\da-fA-F]{3}-[89abAB][\da-fA-F]{3}-[\da-fA-F]{12}(?![\w-])"
)
"""A universally unique identifier (RFC 9562)."""

_CARD_END = re.compile(
    r"\b(?i:card|account|visa|mastercard|amex|debit|credit)\b[^.\n\d]{0,40}\b(?:ending|ends|ended|finishing)(?:\s(?:in|with))?"
    r"\s((?:[*xX•]{2,4}[ -]?)*\d{4})(?!\w)"
)
_VEHICLE = re.compile(r"(?<!\w)[A-HJ-NPR-Z\d]{8}[\dX][A-HJ-NPR-Z\d]{8}(?!\w)")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")


def id_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield numbers that identify: behind a label (URN, passport, policy no.), or known by their form alone."""
    for match in _LABELLED.finditer(text):
        label = match.group()[: match.start(1) - match.start()].strip(" :.").casefold()
        on_map = _ON_MAP.search(text, max(0, match.start() - 6), match.start())
        if not on_map and _identifies(match.group(1), _fewest_digits(label), label.startswith("sort")):
            yield match.span(1)
    for match in _NUMBERED.finditer(text):
        if match.group(1).casefold() not in _NOT_LABELS and _identifies(match.group(2), 5):
            yield match.span(2)
    yield from plates(text)
    yield from (match.span(1) for match in _CARD_END.finditer(text))
    yield from (match.span() for match in _VEHICLE.finditer(text) if _is_vehicle(match.group()))
    for match in _INTERNET.finditer(text):
        if not _RELEASE.search(text, max(0, match.start() - 12), match.start()):
            yield match.span()
    for pattern in (
        _NATIONAL_INSURANCE,
        _SOCIAL_SECURITY,
        _DOCKET,
        _PASSPORT_LINES,
        _WALLET,
        _UNIVERSAL,
        _INTERNET_SIX,
    ):
        yield from (match.span() for match in pattern.finditer(text))
    yield from checked_numbers(text)


def _fewest_digits(label: str) -> int:
    """Return how many digits behind a label identify: two behind what one person wears or knows by heart."""
    if label.startswith(_SHORT) and "card" not in label:
        return 2
    return 5 if label in _WEAK else 4


def _is_vehicle(printed: str) -> bool:
    """Check the ninth character of a vehicle's number (ISO 3779 as used in North America)."""
    values = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    total = sum(
        values.get(one, int(one) if one.isdigit() else 0) * weight for one, weight in zip(printed, weights, strict=True)
    )
    return "0123456789X"[total % 11] == printed[8] and any(one.isalpha() for one in printed) and not printed.isdigit()


def _identifies(value: str, fewest: int, may_read_as_date: bool = False) -> bool:
    """Return whether a labelled value is long enough to identify, and no year, phone number or date."""
    digits = sum(character.isdigit() for character in value)
    letters = sum(character.isalpha() for character in value)
    if _DATE.fullmatch(value) and not may_read_as_date:
        return False
    if digits == 4 and not letters and value[:2] in ("19", "20"):
        return False
    if is_plate(value):
        return True
    return digits >= fewest or (letters >= 2 and digits >= 2 and digits + letters >= 6 and " " not in value)
