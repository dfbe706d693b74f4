import pytest

from reviewer.model.document import Block, BlockKind
from reviewer.pages.table_rows import column_widths, table_rows


def cells_of(text: str) -> list[Block]:
    cells, at = [], 0
    for part in text.replace("\n", "\t").split("\t"):
        cells.append(Block(at, at + len(part), BlockKind.TABLE_CELL))
        at += len(part) + 1
    return cells


def test_a_line_end_between_cells_begins_a_row():
    text = "Bakery\t188.1\nExports\t83.2"

    rows = table_rows(text, cells_of(text))

    assert [[text[cell.start : cell.end] for cell in row.cells] for row in rows] == [
        ["Bakery", "188.1"],
        ["Exports", "83.2"],
    ]


def test_a_row_with_too_many_cells_for_the_page_stands_one_below_the_other():
    text = "\t".join("abcdefgh")

    assert [len(row.cells) for row in table_rows(text, cells_of(text))] == [1] * 8


def test_columns_share_the_measure_by_their_longest_text():
    text = "A long name of a division\t188.1\nExports\t83.2"
    (row, _) = table_rows(text, cells_of(text))

    (first, first_width), (second, second_width) = column_widths(text, row.columns, 272)

    assert first_width > second_width
    assert first == 0
    assert second + second_width == pytest.approx(272)


def test_a_single_column_takes_the_whole_measure():
    text = "only\ncells"
    row = table_rows(text, cells_of(text))[0]

    assert column_widths(text, row.columns, 272) == [(0.0, 272.0)]
