"""How much of a source is shown as a passage: what only makes sense together is shown together."""

import re

from reviewer.matching.tables import is_row
from reviewer.model.geometry import Span

_LABEL = re.compile(r"\s*(?:[-–—*•]\s*|\d{1,2}[.)]\s*)?[A-Z][\w’'/ &-]{1,40}:\s")
_BULLET = re.compile(r"\s*(?:[-–—*•]|\d{1,2}[.)])\s")
_LONGEST = 300
"""Code points up to which a labelled line or an item of a list is shown whole."""

_LONGEST_TABLE, _MOST_ROWS = 700, 12
_HEADINGS = 2
"""Lines above the first row that may head a table."""


def extent(text: str, span: Span, paragraph: Span) -> Span:
    """Return the stretch to show for a passage: a small table, a labelled line or an item of a list as a whole.

    A row of a table needs the rows beside it and the heading above it, what follows `Remedy:` or a bullet needs all
    of its line. Anything longer, and running text, stays as it is. Code points.
    """
    if table := table_round(text, span):
        return table
    is_item = paragraph.start <= span.start and span.end <= paragraph.end and paragraph.length <= _LONGEST
    if is_item and (_LABEL.match(text, paragraph.start) or _BULLET.match(text, paragraph.start)):
        return paragraph
    return span


def table_round(text: str, span: Span) -> Span | None:
    """Return the rows round a passage that stands in a small table or heads one, None when it does not."""
    lines = _lines_round(text, span)
    rows = [line for line in lines if is_row(text, line)]
    if not 2 <= len(rows) <= _MOST_ROWS:
        return None
    top = max(0, lines.index(rows[0]) - _HEADINGS)
    first, last = lines[top], rows[-1]
    is_inside = span.start < last.end and span.end > first.start
    touches = any(row.overlap(span) for row in rows) or (span.end <= rows[0].start and is_inside)
    whole = Span(min(first.start, span.start) if is_inside else first.start, max(last.end, span.end))
    start = rows[0].start if whole.length > _LONGEST_TABLE else min(span.start, rows[0].start)
    return (
        Span(min(start, span.start), max(last.end, span.end))
        if touches and last.end - start <= _LONGEST_TABLE
        else None
    )


def _first_line(text: str, at: int) -> Span:
    match = re.compile(r"\s*([^\r\n]*)").match(text, at)
    return Span(match.start(1), match.end(1)) if match else Span(at, at)


def _lines_round(text: str, span: Span) -> list[Span]:
    """Return the lines from the blank line above a passage to the one below it, or to the end of a table it heads."""
    start = text.rfind("\n\n", 0, span.start)
    end = text.find("\n\n", span.end)
    start, end = (0 if start < 0 else start + 2), (len(text) if end < 0 else end)
    if end < len(text) and text[end - 1] not in ".!?" and is_row(text, _first_line(text, end)):
        end = text.find("\n\n", end + 2)
        end = len(text) if end < 0 else end
    return [Span(m.start(), m.end()) for m in re.compile(r"[^\r\n]+").finditer(text, start, end) if m.group().strip()]
