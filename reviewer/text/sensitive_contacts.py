"""Mail addresses and phone numbers, by their shape."""

import re
from collections.abc import Iterator

_BLANK = r" \t\xa0\u2002-\u200a\u202f"
_DASH = r"\-\u2010-\u2015\u2212"
_LABEL = r"\w(?:[\w-]{0,62}\w)?"
_LOCAL = r"(?<![\w.+%&=~-])[\w+%&=~](?:[\w.+'’%&=~-]{0,252}[\w+%&=~-])?"
_EMAIL = re.compile(
    rf"{_LOCAL}@(?:{_LABEL}(?:\.{_LABEL}){{1,20}}|\[[\da-fA-F.:]{{3,45}}\])|"
    rf"{_LOCAL}\s?@\s?{_LABEL}(?:\.{_LABEL}){{0,20}}(?:\.|\.\n|\n\.)[^\W\d_][\w-]{{0,61}}[^\W\d_]"
)
_SPELT_OUT = re.compile(
    rf"{_LOCAL}(?:\s?[\[({{<]\s?(?:at|@)\s?[\])}}>]\s?{_LABEL}(?:(?:\s?[\[({{<]\s?(?:dot|\.)\s?[\])}}>]\s?|\.|\sdot\s)"
    rf"{_LABEL}){{1,8}}|\sat\s{_LABEL}(?:\sdot\s{_LABEL}){{1,8}})",
    re.IGNORECASE,
)
_PHONE = re.compile(
    rf"(?<![\w+.,£$€#/{_DASH}])(?:\+\s?\d{{1,3}}[{_BLANK}.{_DASH}]?|\(?0)[\d(][\d{_BLANK}().{_DASH}/]{{5,18}}\d"
    rf"(?![\w/]|[.,{_DASH}]\d)|"
    rf"(?<![\w.{_DASH}])(?:1[{_BLANK}.{_DASH}])?(?:\(\d{{3}}\)[{_BLANK}]?|\d{{3}}[.{_DASH}])\d{{3}}[.{_DASH}]\d{{4}}"
    rf"(?![\w{_DASH}])"
)
_BROKEN_PHONE = re.compile(
    rf"(?<![\w+.,£$€#/{_DASH}])(?:\+\d{{1,3}}|\(?0\d{{1,5}}\)?)(?:[{_BLANK}.{_DASH}/]?\d{{2,6}}){{0,3}}"
    rf"[{_BLANK}{_DASH}]{{0,2}}\r?\n[{_BLANK}>|]{{0,40}}\d{{2,6}}(?:[{_BLANK}.{_DASH}]\d{{2,6}}){{0,3}}"
    rf"(?![\w/]|[.,{_DASH}]\d)"
)
_CALLED = re.compile(
    r"\b(?:tel|telephone|phone|reach|reached|contact|cellphone|viber|pager|ph|mobile|mob|cell|call|ring|text|whatsapp|signal|fax|hotline|helpline|switchboard|landline|"
    r"number|desk|telefon|handy|téléphone|portable|teléfono|móvil|telefoon|cellulare)\b[^\w\n+(]{0,6}(?:(?:me|us|her|"
    r"him|them|is|on|at|no|number|back|home|work|now|her|his|my)\b[^\w\n+(]{0,4}){0,4}"
    rf"(\(?\d[\d{_BLANK}().{_DASH}]{{4,17}}\d)(?![\w/%]|[.,{_DASH}]\d)(?=[\s]{{0,20}}(?:[,.;)\n]|$|(?:or|and|if|to|for|"
    r"from|between|before|after|in|at|until|till|when|ext|x|extension|any)\b))",
    re.IGNORECASE,
)
"""A number without a country's or trunk prefix counts only after a word that says what it is."""

_EXTENSION = re.compile(r",?\s?(?:ext|extn|extension|x)\.?\s?\d{1,6}(?!\w)", re.IGNORECASE)
_OTHER_NUMBER = re.compile(r"(?:ISBN|ISSN|ISMN|EAN|DOI)(?:-1[03])?[\s:#№]{0,3}$", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")
_WIDE_GAP = re.compile(rf"[{_BLANK}]{{2}}")


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Yield mail addresses, also those spelt out with [at] and [dot] or broken at the end of a line."""
    for pattern in (_EMAIL, _SPELT_OUT):
        yield from (match.span() for match in pattern.finditer(text))


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Yield phone numbers with their extension: by prefix and grouping, or behind a word that says what they are."""
    for match in _BROKEN_PHONE.finditer(text):
        if 10 <= sum(map(str.isdigit, match.group())) <= 13:
            yield match.start(), _with_extension(text, match.end())
    for match in _PHONE.finditer(text):
        if looks_like_phone(match.group()) and not _OTHER_NUMBER.search(
            text, max(0, match.start() - 12), match.start()
        ):
            yield match.start(), _with_extension(text, match.end())
    for match in _CALLED.finditer(text):
        if looks_like_phone(match.group(1), fewest=6):
            yield match.start(1), _with_extension(text, match.end(1))


def looks_like_phone(printed: str, fewest: int = 7) -> bool:
    """Return whether digits may be a phone number: `fewest` to 15 of them, no date, brackets in pairs."""
    if not fewest <= sum(map(str.isdigit, printed)) <= 15 or _DATE.fullmatch("".join(printed.split())):
        return False
    return printed.count("(") == printed.count(")") and not _WIDE_GAP.search(printed)


def _with_extension(text: str, end: int) -> int:
    extension = _EXTENSION.match(text, end)
    return extension.end() if extension else end
