"""Check digits and shapes of numbers that identify, and dates of birth."""

import re
from collections.abc import Iterable

from reviewer.model.analysis import SensitiveKind
from reviewer.text.wordlists import word_set

_IBAN_LENGTHS = {entry[:2]: int(entry[2:]) for entry in word_set("sensitive", "iban_lengths")}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_BORN = re.compile(
    r"(?:\b(?:date of birth|d\.?\s?o\.?\s?b\b\.?|d/o/b|born|birth ?dates?|birthday|b\.(?=\s?\d)|geboren)(?!\w)"
    r"(?:\s+(?:in|at)\s[A-Z]\w+(?:\s[A-Z]\w+)?,?)?[:\s,–—-]*(?:(?:on|is|was|as)\b[:\s]*|\()?\s*)"
    rf"(\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s-]*{_MONTH},?[\s-]*(?:\d{{4}}|\d{{2}}\b)|"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-./]\d{2}[-./]\d{2})",
    re.IGNORECASE,
)
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
_NUMBERED = re.compile(rf"\b([A-Za-z][\w.'’-]*)\s+(?i:(?:{_NUMBER_SIGN})[^\w\n]*){{1,2}}{_VALUE}(?![\w%])")
_NOT_LABELS = word_set("sensitive", "id_not_labels")
_WEAK = frozenset(
    ("ref", "reference", "policy", "licence", "license", "permit", "charity", "registration", "docket", "account")
)
_NATIONAL_INSURANCE = re.compile(r"(?<!\w)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)")
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_DOCKET = re.compile(
    r"(?<![\w:])(?:\d:)?\d{2}-(?:cv|cr|mc|bk|md|mj|po)-\d{3,6}(?:-[A-Z]{2,4}){0,3}(?!\w)", re.IGNORECASE
)
_CARD = re.compile(r"(?<![\w-])(?:\d[ -]?){12,18}\d(?![\w-])")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")


def is_iban(printed: str) -> bool:
    """Return whether a string is an IBAN: known country, its length, and the check digits (ISO 7064, mod 97-10)."""
    compact = printed.replace(" ", "")
    if _IBAN_LENGTHS.get(compact[:2]) != len(compact) or not compact.isalnum() or not compact.isascii():
        return False
    digits = "".join(str(int(character, 36)) for character in compact[4:] + compact[:4])
    return int(digits) % 97 == 1


def looks_like_phone(printed: str, fewest: int = 7) -> bool:
    """Return whether digits may be a phone number: `fewest` to 15 of them, no date, brackets in pairs."""
    digits = sum(character.isdigit() for character in printed)
    if not fewest <= digits <= 15 or _DATE.fullmatch(printed.strip()):
        return False
    return printed.count("(") == printed.count(")") and "\n" not in printed and "  " not in printed


def births(text: str) -> Iterable[tuple[int, int, SensitiveKind]]:
    """Yield full dates of birth behind a word that says so (born, d.o.b.)."""
    return ((match.start(1), match.end(1), SensitiveKind.DATE_OF_BIRTH) for match in _BORN.finditer(text))


def id_numbers(text: str) -> Iterable[tuple[int, int, SensitiveKind]]:
    """Yield numbers that identify: behind a label (URN, passport, policy no.), or known by their form alone."""
    for match in _LABELLED.finditer(text):
        weak = match.group()[: match.start(1) - match.start()].strip(" :.").casefold() in _WEAK
        if _identifies(match.group(1), 5 if weak else 4):
            yield match.start(1), match.end(1), SensitiveKind.ID_NUMBER
    for match in _NUMBERED.finditer(text):
        if match.group(1).casefold() not in _NOT_LABELS and _identifies(match.group(2), 5):
            yield match.start(2), match.end(2), SensitiveKind.ID_NUMBER
    for pattern in (_NATIONAL_INSURANCE, _SOCIAL_SECURITY, _DOCKET):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), SensitiveKind.ID_NUMBER
    for match in _CARD.finditer(text):
        if is_card(match.group()):
            yield match.start(), match.end(), SensitiveKind.ID_NUMBER


def is_card(printed: str) -> bool:
    """Return whether digits have the check digit of a payment card (ISO 7812, Luhn)."""
    digits = [int(character) for character in printed if character.isdigit()]
    doubled = [digit if place % 2 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(reversed(digits), 1)]
    return 13 <= len(digits) <= 19 and len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _identifies(value: str, fewest: int) -> bool:
    """Return whether a labelled value is long enough to identify, and no year, phone number or date."""
    digits = sum(character.isdigit() for character in value)
    letters = sum(character.isalpha() for character in value)
    if _DATE.fullmatch(value) or (digits == 4 and not letters and value[:2] in ("19", "20")):
        return False
    return digits >= fewest or (letters >= 2 and digits >= 2 and digits + letters >= 6 and " " not in value)
