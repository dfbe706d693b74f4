"""Rows of a column become paragraphs, and paragraphs get their kind."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from reviewer.model.document import BlockKind
from reviewer.pages.rows import Column, Row

_SAME_SIZE = 0.08
_LARGER_PITCH = 1.3
_INDENT_EMS = 0.7
_HEADLINE_SIZE = 1.25
_HEADING_SIZE = 1.12
_FOOTNOTE_SIZE = 0.88
_LONGEST_HEADING = 14
_LONGEST_HEADLINE = 40
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"[•▪‣◦●■–]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
_FOOTNOTE = re.compile(r"\[?(?:\d{1,3}|[*†‡§]+)\]?[\s.]?\s*\S")


class Paragraph(msgspec.Struct):
    """Rows that belong together, with the kind they seem to be."""

    rows: list[Row]
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def size(self) -> float:
        """Return the size of most of its rows, in points."""
        return median(row.size for row in self.rows)

    @property
    def is_running(self) -> bool:
        """Return whether it is a running head or foot."""
        return self.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)

    @property
    def bold(self) -> bool:
        """Return whether all of it is bold."""
        return all(row.bold for row in self.rows)

    @property
    def word_count(self) -> int:
        """Return the number of words."""
        return sum(len(row.words) for row in self.rows)


def paragraphs_of(column: Column) -> list[Paragraph]:
    """Part a column into paragraphs.

    A new one begins where size or weight change, where the space between rows grows, at an indent, at a list mark,
    and where a row was left although the next word would have fitted into it.
    """
    pitch = _usual_pitch(column.rows)
    paragraphs: list[Paragraph] = []
    for row in column.rows:
        if paragraphs and not _begins(row, paragraphs[-1].rows, column, pitch):
            paragraphs[-1].rows.append(row)
        else:
            paragraphs.append(Paragraph([row]))
    return paragraphs


def continues(before: Paragraph, after: Paragraph) -> bool:
    """Return whether a paragraph runs on in the next column or on the next page."""
    if before.kind is not BlockKind.PARAGRAPH or after.kind is not BlockKind.PARAGRAPH:
        return False
    if abs(before.size - after.size) > _SAME_SIZE * before.size or before.bold != after.bold:
        return False
    last, first = before.rows[-1].text, after.rows[0].text
    if _SENTENCE_END.search(last) or _LIST_ITEM.match(first):
        return False
    return (
        first[:1].islower() or last.endswith("-") or (before.word_count > _LONGEST_HEADING and not first[:1].isupper())
    )


def name_kinds(paragraphs: Sequence[Paragraph], body_size: float, page_height: float, first_page: bool) -> None:
    """Give the paragraphs of a page their kinds, by their size and weight against the body text's."""
    if body_size <= 0:
        return
    headline = _headline(paragraphs, body_size) if first_page else None
    for index, paragraph in enumerate(paragraphs):
        if paragraph is headline:
            paragraph.kind = BlockKind.HEADLINE
        elif headline and index and paragraphs[index - 1] is headline and _is_standfirst(paragraph, body_size):
            paragraph.kind = BlockKind.STANDFIRST
        elif _is_heading(paragraph, body_size):
            paragraph.kind = BlockKind.HEADING
        elif _is_footnote(paragraph, body_size, page_height):
            paragraph.kind = BlockKind.FOOTNOTE
        elif _LIST_ITEM.match(paragraph.rows[0].text):
            paragraph.kind = BlockKind.LIST_ITEM


def _usual_pitch(rows: Sequence[Row]) -> float:
    """Return the step from row to row within a paragraph, in sizes of the type.

    The lower quartile: among paragraphs of two rows every other step is one between paragraphs.
    """
    steps = [below.box.y0 - above.box.y0 for above, below in pairwise(rows)]
    pitches = [
        step / max(row.size, 1) for step, row in zip(steps, rows, strict=False) if 0 < step < 3 * max(row.size, 1)
    ]
    return sorted(pitches)[len(pitches) // 4] if pitches else 1.3


def _begins(row: Row, above: Sequence[Row], column: Column, pitch: float) -> bool:
    last = above[-1]
    if abs(row.size - last.size) > _SAME_SIZE * max(row.size, last.size) or row.bold != last.bold:
        return True
    step = row.box.y0 - last.box.y0
    if step > _LARGER_PITCH * pitch * row.size or step <= 0:
        return True
    if _LIST_ITEM.match(row.text):
        return True
    indent = row.box.x0 - last.box.x0
    if len(above) > 1 or indent > 0:
        hanging = len(above) == 1 and _LIST_ITEM.match(last.text)
        if indent > _INDENT_EMS * row.size and not hanging and row.box.x0 - column.left < 6 * row.size:
            return True
    return _was_left_short(last, row, column)


def _was_left_short(last: Row, row: Row, column: Column) -> bool:
    """Return whether a row ended although the first word of the next would have fitted into the column."""
    aligned = abs(row.box.x0 - last.box.x0) < row.size or abs(row.box.x0 - column.left) < row.size
    if not aligned or not _SENTENCE_END.search(last.text):
        return False
    return last.box.x1 + row.words[0].box.width + row.size < column.right


def _headline(paragraphs: Sequence[Paragraph], body_size: float) -> Paragraph | None:
    fitting = [
        paragraph
        for paragraph in paragraphs
        if paragraph.size >= _HEADLINE_SIZE * body_size and paragraph.word_count <= _LONGEST_HEADLINE
    ]
    return max(fitting, key=lambda paragraph: paragraph.size, default=None)


def _is_standfirst(paragraph: Paragraph, body_size: float) -> bool:
    return paragraph.word_count >= 6 and _HEADLINE_SIZE * body_size > paragraph.size > 1.04 * body_size


def _is_heading(paragraph: Paragraph, body_size: float) -> bool:
    if paragraph.word_count > _LONGEST_HEADING:
        return False
    if paragraph.size >= _HEADING_SIZE * body_size:
        return True
    ends_open = not _SENTENCE_END.search(paragraph.rows[-1].text)
    return paragraph.bold and ends_open and paragraph.size >= 0.95 * body_size


def _is_footnote(paragraph: Paragraph, body_size: float, page_height: float) -> bool:
    low = paragraph.rows[0].box.y0 > page_height / 2
    return low and paragraph.size <= _FOOTNOTE_SIZE * body_size and bool(_FOOTNOTE.match(paragraph.rows[0].text))
