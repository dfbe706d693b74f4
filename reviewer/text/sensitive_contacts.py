"""Mail addresses and phone numbers, by their shape."""

import re
from collections.abc import Iterator

_BLANK = r" \t\xa0\u2002-\u200a\u202f"
_DASH = r"\-\u2010-\u2015\u2212"
_LABEL = r"\w(?:[\w-]{0,62}\w)?"
_LOCAL = r"(?<![\w.+%&=~-])[\w+%&=~](?:[\w.+'’%&=~-]{0,252}[\w+%&=~-])?"
_EMAIL = re.compile(
    rf"{_LOCAL}@(?:{_LABEL}(?:\.{_LABEL}){{1,20}}|\[[\da-fA-F.:]{{3,45}}\])|"
    rf"{_LOCAL}(?:\s@\s|@\s?){_LABEL}(?:\.{_LABEL}){{0,20}}(?:\.|\.\n|\n\.)[^\W\d_][\w-]{{0,61}}[^\W\d_]"
)
_SPELT_OUT = re.compile(
    rf"{_LOCAL}(?:\s?[\[({{<]\s?(?:at|@)\s?[\])}}>]\s?{_LABEL}(?:(?:\s?[\[({{<]\s?(?:dot|\.)\s?[\])}}>]\s?|\.|\sdot\s)"
    rf"{_LABEL}){{1,8}}|\sat\s{_LABEL}(?:\sdot\s{_LABEL}){{1,8}}|"
    rf"(?:(?<=mail me )|(?<=mail: )|(?<=mail me: )|(?<=mail us at ))\sat\s{_LABEL}(?:\.{_LABEL}){{1,8}})",
    re.IGNORECASE,
)
_SLASH = r"(?<=\d)/(?=\d)"
_PHONE = re.compile(
    rf"(?<![\w+.,£$€#/{_DASH}])(?:\+\s?\d{{1,3}}[{_BLANK}.{_DASH}]?|\(?0\)?)[\d(]"
    rf"(?:[\d{_BLANK}().{_DASH}]|{_SLASH}){{5,18}}\d(?![\w/]|[.,{_DASH}]\d)|"
    rf"(?<![\w.{_DASH}])(?:1[{_BLANK}.{_DASH}])?(?:\(\d{{3}}\)[{_BLANK}]?\d{{3}}[{_BLANK}.{_DASH}]|"
    rf"\d{{3}}[./{_DASH}]\d{{3}}[.{_DASH}])\d{{4}}(?![\w{_DASH}])|"
    rf"(?<![\w.,{_DASH}])555[{_DASH}.]\d{{4}}(?![\w{_DASH}])"
)
_LETTERS = re.compile(
    rf"(?<!\w)(?:1[{_BLANK}.{_DASH}])?8(?:00|33|44|55|66|77|88)[{_BLANK}.{_DASH}](?=[A-Z\d{_DASH}]{{0,8}}[A-Z])"
    rf"[A-Z\d]{{2,4}}[{_DASH}]?[A-Z\d]{{3,5}}(?!\w)"
)
"""A free number of North America spelt with the letters of the keys."""

_PLAIN = re.compile(
    rf"(?<![\w+.,£$€#/(){_DASH}])(?:1[{_BLANK}{_DASH}])?\d{{3,5}}[{_BLANK}{_DASH}]\d{{3,5}}"
    rf"(?:[{_BLANK}{_DASH}]\d{{3,4}})?(?![\w/%]|[.,{_DASH}]\d)"
)
"""Groups of three to five digits that may be a phone number as written within its country."""

_BROKEN_PHONE = re.compile(
    rf"(?<![\w+.,£$€#/{_DASH}])(?:\+\d{{1,3}}|\(?0\d{{1,5}}\)?)(?:[{_BLANK}.{_DASH}/]?\d{{2,6}}){{0,3}}"
    rf"[{_BLANK}{_DASH}]{{0,2}}\r?\n[{_BLANK}>|]{{0,40}}\d{{2,6}}(?:[{_BLANK}.{_DASH}]\d{{2,6}}){{0,3}}"
    rf"(?![\w/]|[.,{_DASH}]\d)"
)
_CUE = (
    r"(?:tel|telephone|(?:tele)?phon(?:e|es|ed|ing)|reach|reached|reachable|contact|contacted|cellphone|viber|pager|"
    r"bleep|ph|mobile|mob|cell|call|calls|called|calling|ring|rings|ringing|dial|dials|dialled|dialling|text|texting|"
    r"whatsapp|telegram|signal|fax|hotline|helpline|freephone|freefone|toll[ -]free|switchboard|landline|"
    r"number|desk|telefon|handy|téléphone|portable|teléfono|móvil|telefoon|cellulare|press\s(?:line|office))"
)
_CALLED = re.compile(
    rf"\b{_CUE}\b[^\w\n+(]{{0,6}}(?:(?:me|us|her|"
    r"him|them|is|was|on|at|no|number|back|home|work|now|her|his|my|line)\b[^\w\n+(]{0,4}){0,4}"
    rf"(\(?\d[\d{_BLANK}().{_DASH}]{{4,17}}\d)(?![\w/%]|[.,{_DASH}]\d)(?=[\s]{{0,20}}(?:[,.;)\n]|$|(?:or|and|if|to|for|"
    r"from|between|before|after|in|at|until|till|when|ext|x|extension|any|free|day|round|around|during|seven|"
    r"with|quoting|now|today)\b))",
    re.IGNORECASE,
)
"""A number without a country's or trunk prefix counts only after a word that says what it is."""

_ANSWERED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|ring(?:s|ing)?|phon(?:e|es|ing)|dial(?:s|ling)?|contact(?:ed)?|reach(?:ed)?|answer(?:s|ed)?|"
    r"speak(?:ing)?|talk|volunteers|samaritans|line|lines|helpline|support|advice|help|open|staffed|available|"
    rf"confidence|confidentially|anonymously)\b[^.;:\d\n]{{0,60}}?\b(?:on|at)\s(\d{{3,5}}(?:[{_BLANK}]\d{{3,4}}){{1,2}})"
    rf"(?![\w/%£$€]|[.,{_DASH}]\d|\s(?:per|%|[a-z]+s\b))",
    re.IGNORECASE,
)
_SHORT_CODE = re.compile(
    r"\btext(?:ing)?\s(?:the\sword\s)?[“\"'‘]?[A-Z][A-Z\d]{1,14}[”\"'’]?\sto\s(\d{4,6})"
    r"(?=\s?(?:[,.;)\n](?!\d)|$)|\s(?:and|or|to|for|by|before|at|with|now)\b)",
    re.IGNORECASE,
)

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
        start = match.start() + (match.group().startswith("(") and ")" not in match.group())
        if looks_like_phone(text[start : match.end()]) and not _OTHER_NUMBER.search(text, max(0, start - 12), start):
            yield start, _with_extension(text, match.end())
    yield from (match.span() for match in _LETTERS.finditer(text))
    for match in _PLAIN.finditer(text):
        if is_national_number(match.group()):
            yield match.start(), _with_extension(text, match.end())
    for pattern in (_CALLED, _ANSWERED):
        for match in pattern.finditer(text):
            if looks_like_phone(match.group(1), fewest=6):
                yield match.start(1), _with_extension(text, match.end(1))
    yield from (match.span(1) for match in _SHORT_CODE.finditer(text))


def is_national_number(printed: str) -> bool:
    """Return whether digits are a number in use, grouped as North America, India, Ireland or Australia print it.

    Only these countries' ways, of those without a prefix, are never the way of a sum, a year or a count. The plans of
    numbers are those of libphonenumber, which are read when the first candidate is met.
    """
    import phonenumbers

    for region, grouping in _GROUPINGS:
        if grouping.fullmatch(printed):
            number = phonenumbers.parse(printed, region)
            if phonenumbers.is_valid_number_for_region(number, region):
                return True
    return False


_GROUPINGS = (
    ("US", re.compile(r"(?:1\D)?\d{3}\D\d{3}\D\d{4}")),
    ("CA", re.compile(r"(?:1\D)?\d{3}\D\d{3}\D\d{4}")),
    ("IN", re.compile(r"[6-9]\d{4}\D\d{5}")),
    ("IE", re.compile(r"1[58]\d0\D\d{3}\D\d{3}")),
    ("AU", re.compile(r"1[38]00\D\d{3}\D\d{3}")),
)


def looks_like_phone(printed: str, fewest: int = 7) -> bool:
    """Return whether digits may be a phone number: `fewest` to 15 of them, no date, brackets in pairs."""
    if not fewest <= sum(map(str.isdigit, printed)) <= 15 or _DATE.fullmatch("".join(printed.split())):
        return False
    return printed.count("(") == printed.count(")") and not _WIDE_GAP.search(printed)


def _with_extension(text: str, end: int) -> int:
    extension = _EXTENSION.match(text, end)
    return extension.end() if extension else end
