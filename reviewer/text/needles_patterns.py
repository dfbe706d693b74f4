"""Shapes of sensitive data that an order can name by kind."""

import re
from collections.abc import Callable, Iterator

from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_DASH = "-\u2010\u2011\u2012\u2013\u2212"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'’%&=~-]*\w\s?@\s?\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)+")
_PHONE = re.compile(
    rf"(?<![\w+.,£$€#/{_DASH}])(?:\+\s?\d{{1,3}}[\s.{_DASH}]?|\(?0)[\d(][\d \xa0\u2009\u202f().{_DASH}]{{5,18}}\d"
    rf"(?![\w/]|[.,{_DASH}]\d)|(?<![\w.])(?:\(\d{{3}}\)\s?|\d{{3}}[{_DASH}.])\d{{3}}[{_DASH}.]\d{{4}}(?!\w)"
)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \xa0\u202f]?[A-Z0-9]{4}){2,7}(?:[ \xa0\u202f]?[A-Z0-9]{1,3})?(?!\w)")
_IBAN_LENGTHS = {entry[:2]: int(entry[2:]) for entry in word_set("sensitive", "iban_lengths")}
_STREET = "|".join(sorted(word_set("sensitive", "street_words"), key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_][^\W\d_’'\-]*(?:[’'-][^\W\d_]+)*"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_ADDRESS = re.compile(
    rf"(?<![\w£$€.,/-])(?:(?:Flat|Apartment|Apt\.?|Unit|Suite|Room)\s+\w+,?\s+)?\d{{1,5}}[A-Za-z]?(?:[-–/]\d+)?,?\s+"
    rf"(?!{_MONTHS})(?:{_NAME}\s+){{1,4}}(?:{_STREET})\b\.?"
    rf"(?:,\s*{_NAME}(?:[ -]{_NAME}){{0,3}}(?=[\s,.;)]|$)){{0,3}}(?:,?\s+[A-Z]{{1,2}}\d[A-Z\d]?\s*\d[A-Z]{{2}})?"
)
_BORN = re.compile(
    r"(?:\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?|birth ?date|geboren)\b[:\s]*(?:on\s+|\()?\s*)"
    r"(\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}|[A-Z][a-z]+\s+\d{1,2},?\s+\d{4}|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_ID_LABEL = "|".join(
    sorted((label.replace("_", r"[\s-]+") for label in word_set("sensitive", "id_labels")), key=len, reverse=True)
)
_LABELLED_NUMBER = re.compile(
    rf"\b(?:{_ID_LABEL})\b[^\w\n]*(?:(?:no|nr|number|num|ref|id|is|was)\b\.?[^\w\n]*){{0,3}}"
    r"((?=[A-Z0-9/ -]*\d)[A-Z0-9]+(?:[ /-](?=[A-Z]*\d|[A-Z]\b)[A-Z0-9]+)*)",
    re.IGNORECASE,
)
_NATIONAL_INSURANCE = re.compile(r"(?<!\w)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)")
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")


def find_pattern(kind: SensitiveKind, text: str) -> list[Span]:
    """Return the places of one kind of sensitive data in a text, in code points.

    Kinds that no shape tells (private people, sources, embargoes) are found by the analysis, not here: none.
    """
    finder = _FINDERS.get(kind)
    return [Span(start, end) for start, end in finder(text) if end > start] if finder else []


def _emails(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _EMAIL.finditer(text))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        printed = match.group()
        has_pairs = printed.count("(") == printed.count(")") and "  " not in printed
        if has_pairs and 7 <= sum(map(str.isdigit, printed)) <= 15 and not _DATE.fullmatch(printed.strip()):
            yield match.span()


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    for match in _IBAN.finditer(text):
        for end in range(match.end(), match.start() + 14, -1):
            if _is_iban(text[match.start() : end]):
                yield match.start(), end
                break


def _is_iban(printed: str) -> bool:
    """Return whether a string is an IBAN: known country, its length, and the check digits (ISO 7064, mod 97-10)."""
    compact = "".join(printed.split())
    if _IBAN_LENGTHS.get(compact[:2]) != len(compact) or not compact.isalnum() or not compact.isascii():
        return False
    return int("".join(str(int(character, 36)) for character in compact[4:] + compact[:4])) % 97 == 1


def _id_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in _LABELLED_NUMBER.finditer(text):
        if sum(map(str.isdigit, match.group(1))) >= 4:
            yield match.span(1)
    for pattern in (_NATIONAL_INSURANCE, _SOCIAL_SECURITY):
        yield from (match.span() for match in pattern.finditer(text))


def _births(text: str) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in _BORN.finditer(text))


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _ADDRESS.finditer(text))


_FINDERS: dict[SensitiveKind, Callable[[str], Iterator[tuple[int, int]]]] = {
    SensitiveKind.EMAIL: _emails,
    SensitiveKind.PHONE: _phones,
    SensitiveKind.IBAN: _ibans,
    SensitiveKind.ID_NUMBER: _id_numbers,
    SensitiveKind.DATE_OF_BIRTH: _births,
    SensitiveKind.ADDRESS: _addresses,
}
