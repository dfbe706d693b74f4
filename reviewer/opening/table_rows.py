"""Rows of a table as a document's text: a line for each row, its cells parted by tabulators."""

from collections.abc import Iterable, Sequence

from reviewer.formats.text_builder import CELL_GAP, LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind


def write_rows(out: TextBuilder, rows: Iterable[Sequence[str]]) -> int:
    """Write the rows that hold anything, a block for each cell that does; return how many rows were written."""
    written = 0
    for row in rows:
        gap = LINE_GAP if written else PARAGRAPH_GAP
        cells = [" ".join(cell.split()) for cell in row]
        for cell in filter(None, cells):
            out.add(cell, BlockKind.TABLE_CELL, gap=gap)
            gap = CELL_GAP
        written += any(cells)
    return written
