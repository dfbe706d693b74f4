"""Lines of a source that say nothing themselves: headings, datelines, heads of mails, blocks of contacts."""

import re

from reviewer.model.geometry import Span

_DATE_AT_END = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s+\d{1,2},?)?(?:\s+(?:19|20)\d\d)?[).\s]*$"
)
_WORDS_BEFORE_DATE = 7
_TOP_LINES = 8
"""Lines at the top of a source in which its headings stand."""

_MAIL_HEAD = re.compile(r"\s*(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To):", re.IGNORECASE)
_CONTACT = re.compile(
    r"\s*(?:[\w -]{0,24}\b(?:contacts?|media|press|desk|enquiries|inquiries|telephone|tel|phone|e-?mail|web|office)\b"
    r"[\w -]{0,16}:"
    r"|(?:tel|phone|fax)\b)",
    re.IGNORECASE,
)
_SPEECH_ENDS = ".!?:…”\"’')"
_BULLET = re.compile(r"\s*(?:[-–—*•]|\d{1,2}[.)])\s")


def is_no_passage(text: str, span: Span) -> bool:
    """Return whether a stretch can hold no claim: a dateline, a line of a mail's head, a line of contacts."""
    line = span.of(text).strip()
    if _MAIL_HEAD.match(line) or (_CONTACT.match(line) and any(c in line for c in "@0123456789")):
        return True
    date = _DATE_AT_END.search(line)
    before = line[: date.start()] if date else ""
    is_short = len(before.split()) <= _WORDS_BEFORE_DATE and not any(c.isdigit() or c == ":" for c in before)
    return bool(date) and is_short and _is_own_line(text, span)


def is_heading(text: str, span: Span) -> bool:
    """Return whether a stretch is a line of its own without a stop at its end, and no item of a list or table row."""
    line = span.of(text).strip()
    is_on_top = text.count("\n", 0, span.start) < _TOP_LINES
    return (
        is_on_top
        and ":" not in line
        and not any(c.isdigit() for c in _DATE_AT_END.sub("", line))
        and _is_own_line(text, span)
        and len(line) < 140
        and not _BULLET.match(line)
        and "  " not in line
    )


def _is_own_line(text: str, span: Span) -> bool:
    """Return whether a stretch is all of its line and has no stop at its end."""
    starts = not text[: span.start].rstrip(" \t") or text[: span.start].rstrip(" \t")[-1] == "\n"
    ends = not text[span.end :].lstrip(" \t") or text[span.end :].lstrip(" \t")[0] in "\r\n"
    return starts and ends and span.of(text).strip()[-1:] not in _SPEECH_ENDS
