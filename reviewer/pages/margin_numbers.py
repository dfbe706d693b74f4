"""Line numbers that a court paper or transcript prints in its left margin.

Left where they stand they would cut every sentence; taken out they give the very numbers that people cite.
"""

from collections.abc import Iterator, Sequence
from itertools import count, pairwise

import msgspec

from reviewer.pages.paragraphs import Paragraph
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Row, box_round

_FEWEST = 5
_GAP = 3.0
_STEPS = (1, 2, 5, 10)
_LONGEST = 4
_OUTLIERS = 0.05
_SHARE_OF_LINES = 0.6
_BASELINE_TOLERANCE = 4.0


def without_margin_numbers(rows: Sequence[Row]) -> tuple[list[Row], list[PrintedWord]]:
    """Return the rows without the line numbers beside them, and the numbers from top to bottom.

    They are numbers left of all other text, at least five, that grow down the page by the same step and go with most
    of its lines: the first column of a table in the middle of a page is none.
    """
    firsts = [row.words[0] for row in rows if row.upright and _is_number(row.words[0])]
    if len(firsts) < _FEWEST:
        return list(rows), []
    edges = sorted(_text_edge(row) for row in rows if row.upright and _has_other_words(row))
    if not edges:
        return list(rows), []
    left = edges[int(len(edges) * _OUTLIERS)]
    numbers = sorted((word for word in firsts if word.box.x1 <= left - _GAP), key=lambda word: word.box.y0)
    baselines = {round(row.box.y1 / _BASELINE_TOLERANCE) for row in rows if row.upright and _has_other_words(row)}
    if not _is_numbering([int(word.text) for word in numbers], len(baselines)):
        return list(rows), []
    taken = {id(word) for word in numbers}
    kept = [_without_first(row) if id(row.words[0]) in taken else row for row in rows]
    return [row for row in kept if row.words], numbers


def line_numbers(paragraphs: Sequence[Paragraph], printed: Sequence[PrintedWord]) -> Iterator[int]:
    """Go through the line numbers of the rows of a page, and on without end.

    Printed numbers are used where every line of text has one of its own; lines in the margins are then counted on
    from the last. Otherwise lines are counted from 1.
    """
    rows = [row for paragraph in paragraphs for row in paragraph.rows]
    found = [_number_beside(row, printed) for row in rows]
    known = [number for number in found if number is not None]
    body = [number for number, paragraph in zip(found, _owners(paragraphs), strict=True) if not paragraph.is_running]
    if not known or len(known) != len(set(known)) or any(number is None for number in body):
        yield from count(1)
    spare = count(max(known, default=0) + 1)
    for number in found:
        yield number if number is not None else next(spare)
    yield from spare


def _owners(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return (paragraph for paragraph in paragraphs for _ in paragraph.rows)


def _is_number(word: PrintedWord) -> bool:
    return len(word.text) <= _LONGEST and word.text.isascii() and word.text.isdigit()


def _has_other_words(row: Row) -> bool:
    return len(row.words) > 1 or not _is_number(row.words[0])


def _text_edge(row: Row) -> float:
    words = row.words
    return words[1].box.x0 if _is_number(words[0]) and len(words) > 1 else words[0].box.x0


def _is_numbering(numbers: Sequence[int], lines_of_text: int) -> bool:
    steps = {after - before for before, after in pairwise(numbers)}
    if len(numbers) < _FEWEST or len(steps) != 1:
        return False
    step = steps.pop()
    return step in _STEPS and len(numbers) * step >= _SHARE_OF_LINES * lines_of_text


def _without_first(row: Row) -> Row:
    words = row.words[1:]
    return msgspec.structs.replace(row, words=words, box=box_round(words) if words else row.box)


def _number_beside(row: Row, printed: Sequence[PrintedWord]) -> int | None:
    middle = (row.box.y0 + row.box.y1) / 2
    for word in printed:
        if word.box.y0 <= middle <= word.box.y1 and word.box.x1 <= row.box.x0:
            return int(word.text)
    return None
