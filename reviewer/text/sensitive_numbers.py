"""Check digits and shapes of numbers that identify, and dates of birth."""

import re
from collections.abc import Iterator

from reviewer.text.wordlists import word_set

_IBAN_LENGTHS = {entry[:2]: int(entry[2:]) for entry in word_set("sensitive", "iban_lengths")}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|januari?|februari?|märz|maart|mai|mei|juni|juli|august(?:us)?|okt(?:ober)?|"
    r"dez(?:ember)?|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|"
    r"junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|"
    r"settembre|"
    r"ottobre|dicembre)\.?"
)
_BORN = re.compile(
    r"(?:(?<!\w)(?:date of birth|d\.?\s?o\.?\s?b\b\.?|d/o/b|born|birth ?dates?|birthday|b\.(?=\s?\d)|geboren|geb\.?|"
    r"geburtsdatum|geboortedatum|née? le|né\(e\) le|date de naissance|nacid[oa] el|fecha de nacimiento|nat[oa] il|"
    r"data di nascita)(?!\w)"
    r"(?:\s+(?:in|at)\s[A-Z]\w+(?:\s[A-Z]\w+)?,?)?[:\s,–—-]{0,12}(?:(?:on|is|was|as|am|op|le|el|il)\b[:\s]{0,3}|\()?"
    r"\s?(?:the\s)?)"
    rf"(\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de))?[\s-]{{0,3}}{_MONTH},?(?:\s+de)?[\s-]{{0,3}}"
    rf"(?:\d{{4}}|\d{{2}}\b)|"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{4}[-./]\d{2}[-./]\d{2})",
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
_NUMBERED = re.compile(
    rf"(?<![\w.'’-])([A-Za-z][\w.'’-]{{0,60}})\s+(?i:(?:{_NUMBER_SIGN})[^\w\n]*){{1,2}}{_VALUE}(?![\w%])"
)
_NOT_LABELS = word_set("sensitive", "id_not_labels")
_WEAK = frozenset(
    ("ref", "reference", "policy", "licence", "license", "permit", "charity", "registration", "docket", "account")
)
_NATIONAL_INSURANCE = re.compile(
    r"(?<!\w)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(?:[ \xa0.-]?\d{2}){3}[ \xa0.-]?[A-D](?!\w)"
)
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_DOCKET = re.compile(
    r"(?<![\w:])(?:\d:)?(?:19|20)?\d{2}-(?:cv|cr|mc|bk|md|mj|po)-\d{3,6}(?:-[A-Z]{2,4}){0,3}(?!\w)", re.IGNORECASE
)
_CARD = re.compile(r"(?<![\w-])(?:\d[ \xa0\u2011-]?){12,18}\d(?![\w-])")
_PASSPORT_LINES = re.compile(
    r"(?<![\w<])(?:[PIAVC][A-Z<][A-Z<]{3}[A-Z0-9<]{25,41}|"
    r"[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{8,16})(?![\w<])"
)
"""The two lower lines of a travel document (ICAO 9303)."""

_TAX_CODE = re.compile(r"(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)")
"""The Italian tax code."""

_SPANISH = re.compile(r"(?<![\w-])(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z](?![\w-])")
_BRAZILIAN = re.compile(r"(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])")
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
_VEHICLE = re.compile(r"(?<!\w)[A-HJ-NPR-Z\d]{8}[\dX][A-HJ-NPR-Z\d]{8}(?!\w)")
_PLATES = re.compile(
    r"\b(?i:reg(?:istration)?(?:\s(?:no|number|plate|mark))?|(?:number|licen[cs]e)?\s?plates?|vrm|vrn|"
    r"index)\.?(?:\s(?:is|was|of|number|no))?[:\s]{1,2}"
    r"([A-Z]{1,3}[ -]?\d{1,4}[ -]?[A-Z]{0,3}|\d{1,3}[ -][A-Z]{1,2}[ -]\d{1,6}|"
    r"[A-Z]{2}[ -]\d{2}[ -][A-Z]{1,2}[ -]\d{4})(?![\w-])"
)
_PLATE = re.compile(r"[A-Z]{2}\d{2} ?[A-Z]{3}")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")
_IBAN = re.compile(
    r"(?<!\w)[A-Za-z]{2}\d{2}(?:[ \xa0\u202f-]?[A-Za-z0-9]{4}){2,7}(?:[ \xa0\u202f-]?[A-Za-z0-9]{1,3})?(?!\w)"
)


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Yield bank accounts in international form, with their check digits right."""
    for match in _IBAN.finditer(text):
        for end in range(match.end(), match.start() + 14, -1):
            if is_iban(text[match.start() : end]):
                yield match.start(), end
                break


def is_iban(printed: str) -> bool:
    """Return whether a string is an IBAN: known country, its length, and the check digits (ISO 7064, mod 97-10)."""
    compact = "".join(printed.replace("-", " ").split()).upper()
    if _IBAN_LENGTHS.get(compact[:2]) != len(compact) or not compact.isalnum() or not compact.isascii():
        return False
    digits = "".join(str(int(character, 36)) for character in compact[4:] + compact[:4])
    return int(digits) % 97 == 1


def births(text: str) -> Iterator[tuple[int, int]]:
    """Yield full dates of birth behind a word that says so (born, d.o.b.)."""
    return (match.span(1) for match in _BORN.finditer(text))


def id_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield numbers that identify: behind a label (URN, passport, policy no.), or known by their form alone."""
    for match in _LABELLED.finditer(text):
        label = match.group()[: match.start(1) - match.start()].strip(" :.").casefold()
        if _identifies(match.group(1), 5 if label in _WEAK else 4, label.startswith("sort")):
            yield match.span(1)
    for match in _NUMBERED.finditer(text):
        if match.group(1).casefold() not in _NOT_LABELS and _identifies(match.group(2), 5):
            yield match.span(2)
    yield from (match.span(1) for match in _PLATES.finditer(text))
    yield from (match.span() for match in _SPANISH.finditer(text) if _has_spanish_letter(match.group()))
    yield from (match.span() for match in _BRAZILIAN.finditer(text) if _has_brazilian_digits(match.group()))
    yield from (match.span() for match in _VEHICLE.finditer(text) if _is_vehicle(match.group()))
    for match in _INTERNET.finditer(text):
        if not _RELEASE.search(text, max(0, match.start() - 12), match.start()):
            yield match.span()
    for pattern in (_NATIONAL_INSURANCE, _SOCIAL_SECURITY, _DOCKET, _PASSPORT_LINES, _TAX_CODE, _WALLET, _INTERNET_SIX):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in _CARD.finditer(text) if is_card(match.group()))


def _has_spanish_letter(printed: str) -> bool:
    """Check the letter of a Spanish identity number: its place is the number modulo 23."""
    compact = printed.replace("-", "")
    number = compact[:-1].translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == compact[-1]


def _has_brazilian_digits(printed: str) -> bool:
    """Check the two check digits of a Brazilian tax number (weights 10 to 2 and 11 to 2, modulo 11)."""
    digits = [int(character) for character in printed if character.isdigit()]
    for size in (9, 10):
        total = sum(digit * weight for digit, weight in zip(digits, range(size + 1, 1, -1), strict=False))
        if digits[size] != (11 - total % 11) % 11 % 10:
            return False
    return len(set(digits)) > 1


def _is_vehicle(printed: str) -> bool:
    """Check the ninth character of a vehicle's number (ISO 3779 as used in North America)."""
    values = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    total = sum(
        values.get(one, int(one) if one.isdigit() else 0) * weight for one, weight in zip(printed, weights, strict=True)
    )
    return "0123456789X"[total % 11] == printed[8] and any(one.isalpha() for one in printed) and not printed.isdigit()


def is_card(printed: str) -> bool:
    """Return whether digits have the first digit and the check digit of a payment card (ISO 7812, Luhn)."""
    digits = [int(character) for character in printed if character.isdigit()]
    doubled = [digit if place % 2 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(reversed(digits), 1)]
    return 13 <= len(digits) <= 19 and 2 <= digits[0] <= 6 and len(set(digits)) > 1 and sum(doubled) % 10 == 0


def _identifies(value: str, fewest: int, may_read_as_date: bool = False) -> bool:
    """Return whether a labelled value is long enough to identify, and no year, phone number or date."""
    digits = sum(character.isdigit() for character in value)
    letters = sum(character.isalpha() for character in value)
    if _DATE.fullmatch(value) and not may_read_as_date:
        return False
    if digits == 4 and not letters and value[:2] in ("19", "20"):
        return False
    if _PLATE.fullmatch(value):
        return True
    return digits >= fewest or (letters >= 2 and digits >= 2 and digits + letters >= 6 and " " not in value)
