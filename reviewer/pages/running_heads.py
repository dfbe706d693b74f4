"""Recognising what is repeated at the head and foot of pages: running heads and page numbers."""

import re
from collections.abc import Sequence

from reviewer.pages.rows import Row

_MARGIN_SHARE = 0.12
_NUMBER_MARGIN_SHARE = 0.09
_TOLERANCE = 4.0
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.?)\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:[-–—|]|(?:/|of|von)\s*\d{1,4})?", re.IGNORECASE
)

Repeatable = frozenset[tuple[str, int]]


def repeatable_rows(rows: Sequence[Row], height: float) -> Repeatable:
    """Return what stands in the head and foot margins of a page: wording without its numbers, and place."""
    return frozenset(_key(row) for row in rows if _in_margin(row, height, _MARGIN_SHARE))


def running_rows(rows: Sequence[Row], height: float, neighbours: Sequence[Repeatable]) -> tuple[list[Row], list[Row]]:
    """Return the rows at the head and at the foot of a page that are no part of its story.

    A row is one when the same wording stands at the same height, to a few points, on one of the neighbouring pages,
    or when it is nothing but a page number.
    """
    heads: list[Row] = []
    feet: list[Row] = []
    for row in rows:
        if not _in_margin(row, height, _MARGIN_SHARE):
            continue
        if _is_repeated(row, neighbours) or _is_page_number(row, height):
            (heads if row.box.y0 < height / 2 else feet).append(row)
    if len(heads) + len(feet) == len(rows):
        numbers = [row for row in rows if _is_page_number(row, height)]
        return [row for row in heads if row in numbers], [row for row in feet if row in numbers]
    return sorted(heads, key=_from_the_top), sorted(feet, key=_from_the_top)


def _from_the_top(row: Row) -> tuple[float, float]:
    return round(row.box.y0), row.box.x0


def _in_margin(row: Row, height: float, share: float) -> bool:
    return row.box.y1 <= height * share or row.box.y0 >= height * (1 - share)


def _key(row: Row) -> tuple[str, int]:
    return _NUMBERS.sub("#", row.text.casefold()), round(row.box.y0 / _TOLERANCE)


def _is_repeated(row: Row, neighbours: Sequence[Repeatable]) -> bool:
    wording, place = _key(row)
    return any((wording, place + shift) in others for others in neighbours for shift in (-1, 0, 1))


def _is_page_number(row: Row, height: float) -> bool:
    return _in_margin(row, height, _NUMBER_MARGIN_SHARE) and _PAGE_NUMBER.fullmatch(row.text.strip()) is not None
