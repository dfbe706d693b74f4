"""Whose words a whole document is: a judge's findings, a scientist's note, a letter, a call with one person."""

import re
from functools import lru_cache

import msgspec

from reviewer.matching.rules import word_list

_HEAD_LINES, _HEAD, _TAIL = 7, 900, 300
"""Lines and code points at the top, and code points at the end, in which a document tells whose it is."""

_LONGEST_HEAD_LINE = 200
_PARTICLE = r"(?:de|del|della|der|den|di|du|van|von|bin|al|el|la|le|ter|ap)"
_CAPITAL = r"[A-ZÀ-Þ][\w’'\-]*\w|[A-Z]\."
_TITLES = "|".join(sorted((re.escape(title.title()) for title in word_list("titles")), key=len, reverse=True))
_OFFICES = "Judge|Justice|Coroner|Sheriff|Magistrate|Recorder|Arbitrator|Adjudicator|Inspector|Professor|Dr|Lord|Lady"
NAME = rf"(?:(?:{_TITLES})\.?[ ])*(?:{_CAPITAL})(?:[ ](?:{_PARTICLE}[ ])?(?:{_CAPITAL})){{0,3}}"
"""A person's name with the titles before it."""

_PAPERS = (
    r"(?i:statement|comments?|remarks|speech|address|letter|e-?mail|message|evidence|testimony|judgment|judgement|ruling|"
    r"findings?|decision|report|note|notes|memo|memorandum|opinion|submission|account|diary|blog|column|post|tribute)"
)
_MADE_BY = re.compile(
    rf"\b{_PAPERS}\b[^.\n]{{0,60}}?\b(?:by|from|of|written by)[ ](?P<role>[^.\n]{{0,60}}?)(?P<name>{NAME})"
    rf"(?:,[ ](?P<role2>[a-z][^.\d\n]{{2,60}}))?"
)
_LABELLED = re.compile(
    rf"(?:Author|Written by|By|From|Before|Signed|Prepared by|Coroner|Judge)\b:?[ ]+(?P<name>{NAME})"
    rf"(?:,[ ](?P<role>[^.:\d\n]{{3,60}}))?"
)
_LISTED = re.compile(rf"(?P<name>{NAME})(?:,[ ](?P<role>[^.:\d\n]{{3,60}})|[ ]\((?P<role2>[^)\d\n]{{3,60}})\))[.:]?$")
_ALONE = re.compile(rf"(?:[A-Z][a-z]+[ ])?(?P<name>(?:(?:{_OFFICES})[ ])+{NAME})$")
_NOTED = re.compile(rf"(?:^|[.,:;–—][ ])(?P<name>{NAME}),[ ](?P<role>[^.\d\n]{{3,60}})(?=[.,]|$)")
_PAPER_LINE = re.compile(rf"\b{_PAPERS}\b")
_CALLED = re.compile(
    r"\b(?i:calls?|interview|conversation|chat|zoom|spoke|talk)\b[^.:\n]{0,24}?(?:\b(?:with|to)\b|[,:–—-])[ ]"
    rf"(?:the |my |our )?(?P<name>{NAME})"
    r"(?:,[ ](?P<role>[a-z][^.\d,\n]{2,60})|[ ]\((?P<role2>[a-z][^)\d\n]{2,60})\))?"
)
_CLOSING = re.compile(
    r"^(?i:yours\b|(?:kind|best|warm) (?:regards|wishes)|regards|sincerely|with thanks|love)[^\n]{0,30}\n+"
    rf"(?P<name>{NAME})(?:,?\s*\n\s*(?P<role>[^\n\d]{{3,80}}))?\s*$",
    re.MULTILINE,
)
_SIGNED = re.compile(rf"\n[ \t]*\n(?P<name>{NAME})(?:,?[ \t]*\n+(?P<role>[^\n\d.]{{3,80}}))?\s*$")
_MAIL = re.compile(r"^From:", re.MULTILINE)
_THREAD = re.compile(r"^>|\bwrote:|^-+ ?Original Message", re.MULTILINE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|[Ww]e|[Oo]ur)\b")
_QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]?")
_MUCH = 20_000


class Author(msgspec.Struct, frozen=True):
    """The one person whose words a document is, with the role it gives; `answers` if it is a call or an interview."""

    name: str
    role: str = ""
    answers: bool = False


def author_of(text: str) -> Author | None:
    """Return whose words a document is, as far as its head or its signature tells; None when it does not.

    Only of a document that speaks in the first person outside quotation marks, so that no report about somebody is
    taken for his own words. A head that could mean two people tells nothing.
    """
    return _author(text[:_HEAD], text[-_TAIL:], _speaks_of_itself(text[:_MUCH]))


@lru_cache(maxsize=128)
def _speaks_of_itself(beginning: str) -> bool:
    return bool(_FIRST_PERSON.search(_QUOTED.sub(" ", beginning)))


@lru_cache(maxsize=256)
def _author(head: str, tail: str, is_first_person: bool) -> Author | None:
    lines = [line.strip() for line in head.splitlines() if line.strip()][:_HEAD_LINES]
    lines = _up_to_the_text(lines)
    calls = [_found(match, answers=True) for line in lines if (match := _CALLED.search(line)) and line[:1] != "("]
    if calls or not is_first_person:
        return _only(calls)
    if _MAIL.search(head):
        return None if _THREAD.search(tail) else _signed(tail)
    found = [author for line in lines for author in _in_line(line)]
    return _only(found) or (None if found else _signed(tail))


def _signed(tail: str) -> Author | None:
    """Return who signs a document: the name below its closing words, or alone in its last lines."""
    match = _CLOSING.search(tail) or _SIGNED.search(tail)
    return _found(match) if match and _is_full(match["name"]) else None


def _up_to_the_text(lines: list[str]) -> list[str]:
    """Return the lines before the first long one: the head."""
    for at, line in enumerate(lines):
        if len(line) > _LONGEST_HEAD_LINE or (at and _FIRST_PERSON.search(line)):
            return lines[:at]
    return lines


def _in_line(line: str) -> list[Author]:
    if line.startswith(("To:", "Cc:", "For:", "Re:", "Subject:")):
        return []
    made = _MADE_BY.search(line)
    if made:
        return [_found(made)] if _is_full(made["name"]) else []
    whole = _LABELLED.match(line) or _LISTED.match(line) or _ALONE.match(line)
    if whole:
        return [_found(whole)] if _is_full(whole["name"]) else []
    if not _PAPER_LINE.search(line):
        return []
    return [_found(match) for match in _NOTED.finditer(line) if _is_full(match["name"]) and match["role"]]


def _found(match: re.Match[str], answers: bool = False) -> Author:
    groups = match.groupdict()
    return Author(groups["name"].strip(" .,"), (groups.get("role") or groups.get("role2") or "").strip(" ,"), answers)


def _is_full(name: str) -> bool:
    """Return whether a name has two words or a title, and no word that only institutions have."""
    words = [word.casefold().strip(".") for word in name.split()]
    telling = [word for word in words if word not in word_list("titles")]
    is_printed_as_one = any(c.islower() for c in name) and not set(words) & word_list("institutions")
    return len(words) >= 2 and bool(telling) and is_printed_as_one


def _only(found: list[Author]) -> Author | None:
    """Return the one author of those found, the longest form of the name; None for two people or nobody."""
    full = [author for author in found if _is_full(author.name)]
    surnames = {author.name.split()[-1].casefold() for author in full}
    return max(full, key=lambda author: len(author.name)) if len(surnames) == 1 else None
