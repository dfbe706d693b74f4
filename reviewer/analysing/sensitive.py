"""What may have to be redacted: contact data, numbers that identify, people who must stay unnamed, embargoes."""

import re
from collections.abc import Callable, Iterable

from reviewer.analysing.addresses import addresses
from reviewer.analysing.confidential import source_identity
from reviewer.analysing.identifiers import births, id_numbers, is_iban, looks_like_phone
from reviewer.analysing.private_people import private_people
from reviewer.model.analysis import Sensitive, SensitiveKind
from reviewer.model.document import Document
from reviewer.model.geometry import Span

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]*\w@\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)+")
_PHONE = re.compile(
    r"(?<![\w+.,£$€#/-])(?:\+\s?\d{1,3}[\s.-]?|\(?0)[\d(][\d\s().\-/]{5,18}\d(?![\w/]|[.,-]\d)|"
    r"(?<![\w.-])(?:1[\s.-])?(?:\(\d{3}\)\s?|\d{3}[-.\u2011])\d{3}[-.\u2011]\d{4}(?![\w-])"
)
_CALLED = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|cell|call|ring|text|whatsapp|fax|hotline|helpline|switchboard|landline|"
    r"number|desk)\b[^\w\n+(]{0,6}(?:(?:me|us|her|him|them|is|on|at|no|number|back|home|work|now|her|his|my)\b"
    r"[^\w\n+(]{0,4}){0,4}(\(?\d[\d ().\-\u2011]{4,17}\d)(?![\w/%]|[.,-]\d)(?=[\s]*(?:[,.;)\n]|$|(?:or|and|if|to|for|"
    r"from|between|before|after|ext|x|extension|any)\b))",
    re.IGNORECASE,
)
"""A number without a country's or trunk prefix counts only after a word that says what it is."""
_EXTENSION = re.compile(r",?\s*(?:ext|extn|extension|x)\.?\s?\d{1,6}(?!\w)", re.IGNORECASE)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
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


def _phones(text: str) -> _Found:
    for match in _PHONE.finditer(text):
        if looks_like_phone(match.group()):
            yield match.start(), _with_extension(text, match.end()), SensitiveKind.PHONE
    for match in _CALLED.finditer(text):
        if looks_like_phone(match.group(1), fewest=6):
            yield match.start(1), _with_extension(text, match.end(1)), SensitiveKind.PHONE


def _with_extension(text: str, end: int) -> int:
    extension = _EXTENSION.match(text, end)
    return extension.end() if extension else end


def _embargoes(text: str) -> _Found:
    for match in _EMBARGO.finditer(text):
        if _EMBARGO_TIME.search(match.group()):
            lead = len(match.group()) - len(match.group().lstrip())
            yield match.start() + lead, match.start() + len(match.group().rstrip()), SensitiveKind.EMBARGO


_FINDERS: tuple[Callable[[str], _Found], ...] = (
    _emails,
    _ibans,
    id_numbers,
    births,
    _phones,
    addresses,
    _embargoes,
    source_identity,
    private_people,
)
