"""What may have to be redacted: contact data, numbers that identify, people who must stay unnamed, embargoes."""

import re
from collections.abc import Callable, Iterable

from reviewer.analysing.identifiers import is_iban, looks_like_phone
from reviewer.analysing.private_people import private_people, source_identity
from reviewer.model.analysis import Sensitive, SensitiveKind
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]*\w@\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)+")
_PHONE = re.compile(
    r"(?<![\w+.,£$€#/-])(?:\+\s?\d{1,3}[\s.-]?|\(?0)[\d(][\d\s().\-]{5,18}\d(?![\w/]|[.,-]\d)|"
    r"(?<![\w.])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
_STREET = "|".join(sorted(word_set("sensitive", "street_words"), key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_][^\W\d_’'\-]*(?:[’'-][^\W\d_]+)*"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_ADDRESS = re.compile(
    rf"(?<![\w£$€.,/-])(?:(?:Flat|Apartment|Apt\.?|Unit|Suite|"
    rf"Room)\s+\w+,?\s+)?\d{{1,5}}[A-Za-z]?(?:[-–/]\d+)?,?\s+(?!{_MONTHS})"
    rf"(?:{_NAME}\s+){{1,4}}(?:{_STREET})\b\.?"
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
_ID_NUMBER = re.compile(
    rf"\b(?:{_ID_LABEL})\b[^\w\n]*(?:(?:no|nr|number|num|ref|id|is|was)\b\.?[^\w\n]*){{0,3}}"
    r"((?=[A-Z0-9/ -]*\d)[A-Z0-9]+(?:[ /-](?=[A-Z]*\d|[A-Z]\b)[A-Z0-9]+)*)",
    re.IGNORECASE,
)
_NATIONAL_INSURANCE = re.compile(r"(?<!\w)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)")
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
_EMBARGO = re.compile(
    r"^[^\n]*\b(?:embargoed|embargo(?=:| until| till| lifts| ends)|under (?:strict )?embargo|"
    r"not for (?:publication|release|broadcast|use) (?:before|until))\b[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_EMBARGO_TIME = re.compile(r"\d|\buntil\b|\bbefore\b|\blifts?\b|\bfor immediate\b", re.IGNORECASE)


def find_sensitive(document: Document) -> list[Sensitive]:
    """Return everything in a document that may have to be redacted, furniture included, in text order.

    Public or not: a person decides. Where two kinds claim the same stretch the more exact one is kept. Offsets are
    code points.
    """
    found: list[Sensitive] = []
    for finder in _FINDERS:
        for start, end, kind in finder(document.text):
            if end > start and not any(Span(start, end).overlap(Span(one.start, one.end)) for one in found):
                found.append(Sensitive(start, end, kind))
    return sorted(found, key=lambda one: one.start)


_Found = Iterable[tuple[int, int, SensitiveKind]]


def _emails(text: str) -> _Found:
    return ((match.start(), match.end(), SensitiveKind.EMAIL) for match in _EMAIL.finditer(text))


def _ibans(text: str) -> _Found:
    for match in _IBAN.finditer(text):
        for end in range(match.end(), match.start() + 14, -1):
            if is_iban(text[match.start() : end]):
                yield match.start(), end, SensitiveKind.IBAN
                break


def _id_numbers(text: str) -> _Found:
    for match in _ID_NUMBER.finditer(text):
        if sum(character.isdigit() for character in match.group(1)) >= 4:
            yield match.start(1), match.end(1), SensitiveKind.ID_NUMBER
    for pattern in (_NATIONAL_INSURANCE, _SOCIAL_SECURITY):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), SensitiveKind.ID_NUMBER


def _births(text: str) -> _Found:
    return ((match.start(1), match.end(1), SensitiveKind.DATE_OF_BIRTH) for match in _BORN.finditer(text))


def _phones(text: str) -> _Found:
    for match in _PHONE.finditer(text):
        if looks_like_phone(match.group()):
            yield match.start(), match.end(), SensitiveKind.PHONE


def _addresses(text: str) -> _Found:
    return ((match.start(), match.end(), SensitiveKind.ADDRESS) for match in _ADDRESS.finditer(text))


def _embargoes(text: str) -> _Found:
    for match in _EMBARGO.finditer(text):
        if _EMBARGO_TIME.search(match.group()):
            lead = len(match.group()) - len(match.group().lstrip())
            yield match.start() + lead, match.start() + len(match.group().rstrip()), SensitiveKind.EMBARGO


_FINDERS: tuple[Callable[[str], _Found], ...] = (
    _emails,
    _ibans,
    _id_numbers,
    _births,
    _phones,
    _addresses,
    _embargoes,
    source_identity,
    private_people,
)
