"""The rows of text of one PDF page, in the order in which a person reads them.

Columns are found by a variant of the recursive XY cut (Nagy and Seth, 1984): a vertical gutter is looked for first,
lines that cross it (headlines over several columns) divide the page into bands, and each band is read column by
column. Tables and forms, whose cells are short, are read row by row instead.
"""

from collections.abc import Sequence
from statistics import median

import msgspec

from reviewer.model.geometry import Box
from reviewer.pages.printed_text import PrintedLine, PrintedWord

_MIN_LINES_A_SIDE = 3
_MIN_WORDS = 3
_MIN_PROSE = 0.4
_MIN_FILL = 0.5
_WIDE_ENOUGH = 110.0
_MIN_COLUMN = 70.0
_MIN_GUTTER = 6.0
_MOST_CROSSING = 0.35
_SAME_BASELINE = 0.5
_SAME_SIZE = 0.08
_CLOSE = 0.6
_MOST_COLUMNS_DEEP = 6
_MOST_CANDIDATES = 60


class Row(msgspec.Struct):
    """Words that stand on one baseline of one column, from left to right."""

    words: list[PrintedWord]
    box: Box
    size: float
    bold: bool
    upright: bool = True

    @property
    def text(self) -> str:
        """Return the words joined by spaces."""
        return " ".join(word.text for word in self.words)


class Column(msgspec.Struct):
    """Rows from top to bottom, and the left and right edge of the column they stand in."""

    rows: list[Row]
    left: float
    right: float


def rows_of(words: Sequence[PrintedWord], settings: dict[tuple[int, int], PrintedLine]) -> list[Row]:
    """Return the rows as the page's content groups them, in content order; a row may be part of a printed line."""
    rows: list[Row] = []
    last: tuple[int, int] | None = None
    for word in words:
        key = (word.block, word.line)
        if key != last:
            if rows:
                rows[-1].box = box_round(rows[-1].words)
            setting = settings.get(key) or PrintedLine(word.box.height, False)
            rows.append(Row([], word.box, setting.size, setting.bold, setting.upright))
            last = key
        rows[-1].words.append(word)
    if rows:
        rows[-1].box = box_round(rows[-1].words)
    return rows


def box_round(words: Sequence[PrintedWord]) -> Box:
    """Return the smallest box round some words, of which there is at least one."""
    boxes = [word.box for word in words]
    return Box(
        min([box.x0 for box in boxes]),
        min([box.y0 for box in boxes]),
        max([box.x1 for box in boxes]),
        max([box.y1 for box in boxes]),
    )


def in_reading_order(rows: Sequence[Row]) -> list[Column]:
    """Return the page's columns in the order in which they are read; what runs up or down the page comes last."""
    upright = [row for row in rows if row.upright]
    columns = _read(upright, 0)
    columns += [Column([row], row.box.x0, row.box.x1) for row in rows if not row.upright]
    return columns


def _read(rows: Sequence[Row], depth: int) -> list[Column]:
    if not rows:
        return []
    gutter = _find_gutter(rows) if depth < _MOST_COLUMNS_DEEP else None
    if gutter is None:
        return [_one_column(rows)]
    columns: list[Column] = []
    for band, crosses in _bands(rows, gutter):
        if crosses:
            columns.append(_one_column(band))
            continue
        left = [row for row in band if row.box.x1 <= gutter]
        right = [row for row in band if row.box.x1 > gutter]
        columns += _read(left, depth + 1) + _read(right, depth + 1)
    return columns


def _bands(rows: Sequence[Row], gutter: float) -> list[tuple[list[Row], bool]]:
    """Return rows from top to bottom, parted where a row crosses the gutter."""
    ordered = sorted(rows, key=_middle)
    crossing = [row.box.x0 < gutter < row.box.x1 for row in ordered]
    for indexes in (range(1, len(ordered)), range(len(ordered) - 2, -1, -1)):
        step = -1 if indexes.step > 0 else 1
        for index in indexes:
            if crossing[index + step] and not crossing[index]:
                crossing[index] = _belongs_to(ordered, index, index + step)
    bands: list[tuple[list[Row], bool]] = []
    for row, crosses in zip(ordered, crossing, strict=True):
        if bands and bands[-1][1] == crosses:
            bands[-1][0].append(row)
        else:
            bands.append(([row], crosses))
    return bands


def _belongs_to(ordered: Sequence[Row], index: int, neighbour: int) -> bool:
    """Return whether a row is the short first or last line of a text that crosses the gutter next to it."""
    row, other = ordered[index], ordered[neighbour]
    if abs(row.size - other.size) > _SAME_SIZE * other.size or row.bold != other.bold:
        return False
    gap = max(row.box.y0 - other.box.y1, other.box.y0 - row.box.y1)
    beside = ordered[max(index - 2, 0) : index + 3]
    alone = not any(near is not row and _overlap(near, row) > _SAME_BASELINE for near in beside)
    return alone and gap < _CLOSE * row.size


def _overlap(row: Row, other: Row) -> float:
    shared = min(row.box.y1, other.box.y1) - max(row.box.y0, other.box.y0)
    return shared / max(min(row.box.height, other.box.height), 1e-6)


def _middle(row: Row) -> float:
    return (row.box.y0 + row.box.y1) / 2


def _find_gutter(rows: Sequence[Row]) -> float | None:
    """Return the x of the best gap between two columns of running text, or None."""
    if len(rows) < 2 * _MIN_LINES_A_SIDE:
        return None
    left_edges = sorted({round(row.box.x0) for row in rows if len(row.words) >= _MIN_WORDS})
    best, best_score = None, 0.0
    for edge in left_edges[:_MOST_CANDIDATES]:
        at = edge - 1.5
        left = [row for row in rows if row.box.x1 <= at]
        right = [row for row in rows if row.box.x0 >= at]
        crossing = len(rows) - len(left) - len(right)
        if min(len(left), len(right)) < _MIN_LINES_A_SIDE or crossing > _MOST_CROSSING * len(rows):
            continue
        nearest = max(row.box.x1 for row in left)
        if edge - nearest < _MIN_GUTTER or not (_is_running_text(left) and _is_running_text(right)):
            continue
        if not _stand_side_by_side(left, right):
            continue
        score = min(len(left), len(right)) - 2.0 * crossing + (edge - nearest) / 100
        if best is None or score > best_score:
            best, best_score = (nearest + edge) / 2, score
    return best


def _is_running_text(rows: Sequence[Row]) -> bool:
    """Return whether enough rows are long enough for prose; a table at the foot of a column does not undo it."""
    prose = [row for row in rows if len(row.words) >= _MIN_WORDS]
    if len(prose) < max(_MIN_LINES_A_SIDE, _MIN_PROSE * len(rows)):
        return False
    width = max(row.box.x1 for row in prose) - min(row.box.x0 for row in prose)
    return width >= _MIN_COLUMN and median(row.box.width for row in prose) > min(_MIN_FILL * width, _WIDE_ENOUGH)


def _stand_side_by_side(left: Sequence[Row], right: Sequence[Row]) -> bool:
    top = max(min(row.box.y0 for row in left), min(row.box.y0 for row in right))
    bottom = min(max(row.box.y1 for row in left), max(row.box.y1 for row in right))
    return bottom - top > 2 * median(row.box.height for row in left)


def _one_column(rows: Sequence[Row]) -> Column:
    """Return rows from top to bottom, those on one baseline joined from left to right."""
    joined: list[Row] = []
    for row in sorted(rows, key=lambda row: (_middle(row), row.box.x0)):
        if joined and _on_one_baseline(joined[-1], row):
            joined[-1] = _join(joined[-1], row)
        else:
            joined.append(row)
    return Column(joined, min(row.box.x0 for row in rows), max(row.box.x1 for row in rows))


def _on_one_baseline(row: Row, other: Row) -> bool:
    beside = other.box.x0 >= row.box.x1 - 1 or other.box.x1 <= row.box.x0 + 1
    return beside and _overlap(row, other) > _SAME_BASELINE


def _join(row: Row, other: Row) -> Row:
    words = row.words + other.words if row.box.x0 <= other.box.x0 else other.words + row.words
    return Row(words, row.box.union(other.box), max(row.size, other.size), row.bold and other.bold)
