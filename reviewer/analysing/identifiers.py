"""Check digits and shapes of numbers that identify."""

import re

from reviewer.text.wordlists import word_set

_IBAN_LENGTHS = {entry[:2]: int(entry[2:]) for entry in word_set("sensitive", "iban_lengths")}
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")


def is_iban(printed: str) -> bool:
    """Return whether a string is an IBAN: known country, its length, and the check digits (ISO 7064, mod 97-10)."""
    compact = printed.replace(" ", "")
    if _IBAN_LENGTHS.get(compact[:2]) != len(compact) or not compact.isalnum() or not compact.isascii():
        return False
    digits = "".join(str(int(character, 36)) for character in compact[4:] + compact[:4])
    return int(digits) % 97 == 1


def looks_like_phone(printed: str) -> bool:
    """Return whether digits may be a phone number: 7 to 15 of them, no date, brackets in pairs."""
    digits = sum(character.isdigit() for character in printed)
    if not 7 <= digits <= 15 or _DATE.fullmatch(printed.strip()):
        return False
    return printed.count("(") == printed.count(")") and "\n" not in printed and "  " not in printed
