"""Numbers that identify and are known by their check digits: python-stdnum knows the rules of each country."""

import re
from collections.abc import Iterator
from importlib import import_module

_CARD = re.compile(r"(?<![\w-])(?:\d[ \xa0\u2011-]?){12,18}\d(?![\w-])")
_IBAN = re.compile(
    r"(?<!\w)[A-Za-z]{2}\d{2}(?:[ \xa0\u202f-]?[A-Za-z0-9]{4}){2,7}(?:[ \xa0\u202f-]?[A-Za-z0-9]{1,3})?(?!\w)"
)
_PAID_TO = re.compile(
    r"\b(?:iban|accounts?|acct|a/c|bank(?:ed|ing)?|sort code|bic|swift|donat\w+|transfer\w*|deposit\w*|"
    r"pay(?:ments?|able)?"
    r"(?: in)?to|wired?|konto|compte|cuenta)\b[^.\n]{0,50}$",
    re.IGNORECASE,
)
_ALONE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ie.pps", re.compile(r"(?<![\w-])\d{7}[A-W][ABHTWX]?(?![\w-])")),
    ("es.dni", re.compile(r"(?<![\w-])\d{8}-?[A-HJ-NP-TV-Z](?![\w-])")),
    ("es.nie", re.compile(r"(?<![\w-])[XYZ]-?\d{7}-?[A-HJ-NP-TV-Z](?![\w-])")),
    ("br.cpf", re.compile(r"(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])")),
    ("it.codicefiscale", re.compile(r"(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)")),
    ("in_.pan", re.compile(r"(?<![\w-])[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z](?![\w-])")),
    ("in_.aadhaar", re.compile(r"(?<![\w£$€.,-])[2-9]\d{3} \d{4} \d{4}(?![\w-]|[.,]\d| \d)")),
    ("eu.vat", re.compile(r"(?<![\w-])(?:AT ?U|BE|DE|DK|ES|FI|FR|IE|IT|LU|NL|PL|PT|SE) ?\d[\dA-Z]{7,11}(?![\w-])")),
    ("gb.vat", re.compile(r"(?<![\w-])GB ?\d{3} ?\d{4} ?\d{2}(?![\w-])")),
    ("gb.nhs", re.compile(r"(?<![\w-])(?:999|9[0-8]\d|[4-7]\d{2}) \d{3} \d{4}(?=[^\w\n]{1,3}NHS\b)")),
)
"""The module that checks a number, and its form where it stands without a label."""


def checked_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield numbers whose form and check digits say what they are: national and tax numbers, payment cards."""
    for module, form in _ALONE:
        yield from (match.span() for match in form.finditer(text) if _is_valid(module, match.group()))
    yield from (match.span() for match in _CARD.finditer(text) if is_card(match.group()))


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Yield bank accounts in international form: with their check digits right, or where the text speaks of paying.

    A specimen, and a number with a slip of the pen, still tells the account.
    """
    for match in _IBAN.finditer(text):
        spoken_of = _PAID_TO.search(text, max(0, match.start() - 80), match.start()) is not None
        for end in range(match.end(), match.start() + 14, -1):
            printed = text[match.start() : end]
            if is_iban(printed) or (spoken_of and _has_iban_length(printed)):
                yield match.start(), end
                break


def is_iban(printed: str) -> bool:
    """Return whether a string is an IBAN: known country, its length, and the check digits (ISO 7064, mod 97-10)."""
    compact = _compact(printed)
    if not (compact.isalnum() and compact.isascii()):
        return False
    return bool(import_module("stdnum.iban").is_valid(compact, check_country=False))


def is_card(printed: str) -> bool:
    """Return whether digits have the first digit and the check digit of a payment card (ISO 7812, Luhn)."""
    digits = "".join(character for character in printed if character.isdigit())
    return 13 <= len(digits) <= 19 and digits[0] in "23456" and len(set(digits)) > 1 and _is_valid("luhn", digits)


def _has_iban_length(printed: str) -> bool:
    """Return whether a string has the length of an IBAN of its country, read as one with the right check digits."""
    compact = _compact(printed)
    if not (compact.isalnum() and compact.isascii()):
        return False
    checksum = import_module("stdnum.iban").calc_check_digits(compact)
    return is_iban(compact[:2] + checksum + compact[4:])


def _compact(printed: str) -> str:
    return "".join(printed.replace("-", " ").split()).upper()


def _is_valid(module: str, printed: str) -> bool:
    """Ask python-stdnum; it is read when the first candidate is met, so that a window without any never pays for "
    "it."""
    return bool(import_module(f"stdnum.{module}").is_valid(printed.replace("\xa0", " ").replace("\u2011", "-")))
