"""Which table cells stand side by side, and how wide their columns are."""

from collections.abc import Sequence

import msgspec

from reviewer.model.document import Block

_GUTTER = 10.0
_NARROWEST = 42.0


class TableRow(msgspec.Struct, frozen=True):
    """The cells of one row; `columns` are those of all rows of its table, to measure column widths by."""

    cells: tuple[Block, ...]
    columns: tuple[tuple[Block, ...], ...]


def table_rows(text: str, cells: Sequence[Block]) -> list[TableRow]:
    """Group cells that follow one another into rows: a line end between two cells starts a new row.

    A row too long for its columns to stay legible is returned as one row for each cell, one below the other.
    """
    rows: list[list[Block]] = []
    previous: Block | None = None
    for cell in cells:
        if previous is None or "\n" in text[previous.end : cell.start] or "\r" in text[previous.end : cell.start]:
            rows.append([])
        rows[-1].append(cell)
        previous = cell
    count = max((len(row) for row in rows), default=0)
    if count * (_NARROWEST + _GUTTER) > _WIDEST_TABLE:
        return [TableRow((cell,), ((cell,),)) for row in rows for cell in row]
    columns = tuple(tuple(row[index] for row in rows if index < len(row)) for index in range(count))
    return [TableRow(tuple(row), columns) for row in rows]


def column_widths(text: str, columns: Sequence[Sequence[Block]], measure: float) -> list[tuple[float, float]]:
    """Return left edge and width of each column in points, shared out by the longest text in each."""
    room = measure - _GUTTER * (len(columns) - 1)
    weights = [max(min(max(_length(text, cell) for cell in column), 60), 6) for column in columns]
    spare = room - _NARROWEST * len(columns)
    widths = [_NARROWEST + spare * weight / sum(weights) for weight in weights]
    if len(columns) == 1:
        widths = [room]
    places, x = [], 0.0
    for width in widths:
        places.append((x, width))
        x += width + _GUTTER
    return places


def _length(text: str, cell: Block) -> int:
    return len(text[cell.start : cell.end].strip())


_WIDEST_TABLE = 272.0 + _GUTTER
