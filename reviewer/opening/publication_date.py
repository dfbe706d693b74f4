"""Finds the day a document was published or sent, from what it says itself."""

import re
from collections.abc import Sequence
from datetime import date

from reviewer.model.document import Block, BlockKind, Furniture
from reviewer.model.geometry import Span
from reviewer.text.dates import find_dates

_DATED = (Furniture.PUBLICATION, Furniture.DATELINE, Furniture.BYLINE, Furniture.EMBARGO)
_ORDER = (Furniture.PUBLICATION, Furniture.DATELINE, Furniture.BYLINE, Furniture.EMBARGO)
_HEAD_BLOCKS = 8
_HEAD_LENGTH = 90
_MAIL_DATE = re.compile(r"(?:Date|Sent)\s*:", re.I)
_FIRST_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted|issued|released|dated?)\b", re.I)
_NOT_PUBLISHING = re.compile(
    r"(?:this (?:article|story)|an earlier version|correction|clarification|copyright|©)", re.I
)
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def find_publication_date(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the day as an ISO date, or None when the document names no full date where such a date stands.

    Mail headers come first, then lines such as "Published 16 September 2025", datelines, dated bylines and embargo
    lines; then a date that stands among the short lines at the head of a document. A date inside the story is the
    story's, never the paper's.
    """
    header = [block for block in blocks if block.kind is BlockKind.MAIL_HEADER]
    for block in header:
        if _MAIL_DATE.match(block.span.of(text)):
            return _first_date(text, block.span)
    dated = [block for block in blocks if block.furniture in _DATED and not _NOT_PUBLISHING.match(block.span.of(text))]
    for block in sorted(dated, key=lambda block: _rank(text, block)):
        if found := _first_date(text, block.span):
            return found
    for block in blocks[:_HEAD_BLOCKS]:
        if _may_be_a_date_line(text, block) and (found := _first_date(text, block.span)):
            return found
    return None


def iso_day(stamp: str) -> str | None:
    """Return the day of a time stamp such as a page's metadata holds, or None when it does not begin with one."""
    match = _FULL_DATE.match(stamp.strip())
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group()).isoformat()
    except ValueError:
        return None


def _may_be_a_date_line(text: str, block: Block) -> bool:
    line = block.span.of(text)
    return (
        len(line) <= _HEAD_LENGTH
        and block.furniture is None
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.STANDFIRST)
        and not line.endswith((".", "!", "?", "”", '"'))
    )


def _rank(text: str, block: Block) -> tuple[bool, int, int]:
    assert block.furniture is not None
    first_published = _FIRST_PUBLISHED.match(block.span.of(text)) is not None
    return not first_published, _ORDER.index(block.furniture), block.start


def _first_date(text: str, span: Span) -> str | None:
    for mention in find_dates(text, span, None):
        if not mention.relative and _FULL_DATE.fullmatch(mention.iso):
            return mention.iso
    return None
