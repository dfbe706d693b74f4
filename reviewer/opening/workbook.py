"""Reads Excel workbooks (XLSX, XLSM): each sheet a heading and its rows, values as the sheet shows them."""

import io
from collections.abc import Iterator

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.formats.cell_values import shown
from reviewer.formats.docx_package import DocxPackage
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.document import BlockKind, Notice, NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.reading import Reading
from reviewer.opening.table_rows import write_rows

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_ROWS = 200_000
_READ_WHOLE = 4 * 1024 * 1024
"""Bytes up to which a workbook is read with what is known of its rows and columns, in fifty times the memory."""


def read_workbook(name: str, content: bytes) -> Reading:
    """Read a workbook; formulas give the values they had when it was saved.

    Hidden sheets, rows and columns are left out and counted; of a workbook over 4 MB only hidden sheets are known.
    Raises ReviewerError: DAMAGED or EXPANDS_TOO_FAR.
    """
    DocxPackage(name, content)
    out = TextBuilder()
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=len(content) > _READ_WHOLE, data_only=True)
        notices = _write_sheets(out, book)
        title = book.properties.title or ""
    except Exception as error:  # the library raises whatever a broken part leads to
        if isinstance(error, MemoryError):
            raise
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its sheets cannot be read") from error
    return Reading(MEDIA_TYPE, out.text, tuple(out.blocks), notices=tuple(notices), title=title)


def _write_sheets(out: TextBuilder, book: openpyxl.Workbook) -> list[Notice]:
    notices = []
    hidden = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            hidden += 1
            continue
        rows, columns = _hidden_lines(sheet)
        hidden += len(rows) + len(columns)
        out.add(sheet.title, BlockKind.HEADING)
        if write_rows(out, _rows(sheet, rows, columns)) >= _MOST_ROWS:
            part = f"rows of {sheet.title} after the first {_MOST_ROWS}"
            notices.append(Notice(NoticeCode.PART_NOT_READ, {"part": part, "count": "1"}))
    if hidden:
        notices.append(Notice(NoticeCode.HIDDEN_TEXT, {"count": str(hidden)}))
    if book.chartsheets:
        notices.append(Notice(NoticeCode.PART_NOT_READ, {"part": "chart", "count": str(len(book.chartsheets))}))
    return notices


def _hidden_lines(sheet: Worksheet) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers, from 1, of hidden rows and columns."""
    if not hasattr(sheet, "row_dimensions"):  # a sheet of a large workbook
        return frozenset(), frozenset()
    rows = frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden)
    columns: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden:
            columns.update(range(column.min or 0, min(column.max or 0, sheet.max_column) + 1))
    return rows, frozenset(columns)


def _rows(sheet: Worksheet, hidden_rows: frozenset[int], hidden_columns: frozenset[int]) -> Iterator[list[str]]:
    for number, row in zip(range(1, _MOST_ROWS + 1), sheet.iter_rows(), strict=False):
        if number not in hidden_rows:
            shown_cells = (cell for at, cell in enumerate(row, 1) if at not in hidden_columns)
            yield [shown(cell.value, cell.number_format) if cell.value is not None else "" for cell in shown_cells]
