"""Dates of birth: full dates that a word near them says somebody was born on."""

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|januari?|februari?|märz|maart|mai|mei|juni|juli|august(?:us)?|okt(?:ober)?|"
    r"dez(?:ember)?|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|"
    r"mayo|"
    r"junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|"
    r"settembre|"
    r"ottobre|dicembre)\.?"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|"
    r"twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
_WRITTEN = (
    rf"{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?|(?:the\s)?{_ORDINAL})(?:\s+(?:day\s)?(?:of|"
    rf"de))?[\s-]{{0,3}}{_MONTH},?(?:\s+de)?[\s-]{{0,3}}"
    rf"(?:\d{{4}}|[’']?\d{{2}}\b)|{_WEEKDAY}{_MONTH}\s+(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL}),?\s+\d{{4}}"
)
_FIGURES = r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{4}[-./]\d{2}[-./]\d{2}"
_LABEL = (
    r"date (?:and place )?of birth|d\.?\s?o\.?\s?b\b\.?|d/o/b|birth ?dates?|birthday|geburtsdatum|geboortedatum|"
    r"date de naissance|"
    r"fecha de nacimiento|data di nascita"
)
_BORN = re.compile(
    rf"(?<!\w)(?:{_LABEL}|born|(?:came|come) into (?:the|this) world|b\.(?=\s?\d)|geboren|geb\.?|née? le|"
    rf"né\(e\) le|nacid[oa] el|nat[oa] il)(?!\w)"
    r"(?:\s+(?:in|at)\s[A-Z]\w+(?:\s[A-Z]\w+)?,?)?[:\s,–—-]{0,12}(?:(?:on|is|was|as|am|op|le|el|il)\b[:\s]{0,3}|\()?"
    rf"\s?(?:the\s)??({_WRITTEN}|{_FIGURES})",
    re.IGNORECASE,
)
_BORN_SOMEWHERE = re.compile(
    r"(?<!\w)(?:born(?!-|\s(?:of|from|out|again|with|free|into|after|before|when|that|to))|birth certificate|"
    rf"{_LABEL})\b[^.;!?()\n\d“”\"]{{1,70}}?(?:[,:]\s?|\bon\s|\bas\s|\bis\s|\bsays\s|\bgives\s|\bshows\s|"
    rf"\bstates\s|\s(?=[A-Z][a-z]+\s\d{{1,2}}(?:st|nd|rd|th)?,\s\d{{4}}))(?:the\s)??"
    rf"({_WRITTEN}|{_FIGURES})",
    re.IGNORECASE,
)
"""The place, or whose it is, stands between the word and the date."""

_COMPACT = re.compile(rf"(?<!\w)(?:{_LABEL})(?!\w)[:\s]{{0,4}}(?:is\s|was\s)?(\d{{8}}|\d{{6}})(?!\w)", re.IGNORECASE)
_SAID_AFTER = re.compile(
    rf"(?<!\w)({_WRITTEN}|{_FIGURES})(?=,?\s\(?(?:{_LABEL})\b|,?\s(?:is|was|being)\s(?:my|her|his|their|"
    rf"the)\s(?:\w+\s)?"
    r"(?:birthday|date of birth|birth date)\b|,?\s(?:is\s|was\s)?(?:the\s(?:day|date)\s)?(?:that\s|on which\s|"
    r"when\s)?"
    r"(?:I|she|he|they|you)\s(?:was|were)\sborn\b)",
    re.IGNORECASE,
)
_LIFE = re.compile(rf"\(\s?({_WRITTEN}|{_FIGURES})\s?(?:[–—-]|to)\s?({_WRITTEN}|{_FIGURES})\s?\)", re.IGNORECASE)
"""The first of two dates in brackets, as they stand behind the name of the dead."""


_LIFE_YEARS = 10
_DONE_THEN = re.compile(
    r",[^,]*\b(?!(?:raised|named|aged|christened)\b)(?:\w{2,}ed|was|were|is|came|went|began|fell|won)\b[^,]*$"
)


def births(text: str) -> Iterator[tuple[int, int]]:
    """Yield full dates of birth: behind a word that says so, before it, or first in a life's two dates."""
    seen: set[tuple[int, int]] = set()
    for pattern in (_BORN, _BORN_SOMEWHERE, _COMPACT, _SAID_AFTER, _LIFE):
        for match in pattern.finditer(text):
            if match.span(1) not in seen and _is_birth(pattern, match):
                seen.add(match.span(1))
                yield match.span(1)


def _is_birth(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Return whether the date is not that of something done later, and whether two dates span a life."""
    if pattern is _BORN_SOMEWHERE:
        return _DONE_THEN.search(match.string, match.start(), match.start(1)) is None
    if pattern is _LIFE:
        years = [int(one[-4:]) for one in match.groups() if one[-4:].isdigit()]
        return len(years) == 2 and years[1] - years[0] >= _LIFE_YEARS
    return True
