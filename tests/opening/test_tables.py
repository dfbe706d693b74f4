import datetime
import io

import openpyxl
import pytest

from reviewer.formats.cell_values import shown
from reviewer.model.document import BlockKind, NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.delimited import read_delimited, separator_of
from reviewer.opening.open import open_file
from reviewer.opening.workbook import read_workbook
from tests.documents.docx_builder import build_zip


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook(*rows, title="Riders"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def test_rows_stand_on_lines_and_cells_are_blocks():
    reading = read_delimited("riders.csv", b"Month,Riders\nJune,12400\n")
    assert reading.text == "Month\tRiders\nJune\t12400"
    assert [block.kind for block in reading.blocks] == [BlockKind.TABLE_CELL] * 4


def test_quoted_cells_may_hold_separators_marks_and_line_breaks():
    assert read_delimited("a.csv", b'"Dole, Ann","said ""no""\nand left"\n').text == 'Dole, Ann\tsaid "no" and left'


@pytest.mark.parametrize(
    ("text", "separator"), [("a;b\n1,5;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("one", ",")]
)
def test_the_separator_is_the_one_that_parts_the_rows_alike(text, separator):
    assert separator_of(text) == separator


def test_empty_rows_and_cells_leave_no_trace():
    assert read_delimited("a.csv", b"a,,b\n,,\nc,d\n").text == "a\tb\nc\td"


def test_a_cell_without_end_is_damage_or_text_but_never_a_crash():
    with pytest.raises(ReviewerError) as caught:
        read_delimited("a.csv", b'a,"' + b"x" * 5_000_000)
    assert caught.value.problem.code is ProblemCode.DAMAGED


def test_a_workbook_shows_its_sheets_as_headings_with_their_rows():
    book = workbook(["Month", "Riders"], ["June", 12400])
    book.active["B2"].number_format = "#,##0"
    (opened,) = open_file("riders.xlsx", saved(book))
    assert opened.document.text == "Riders\n\nMonth\tRiders\nJune\t12,400"


def test_hidden_sheets_rows_and_columns_are_left_out_and_counted():
    book = workbook(["a", "b"], ["c", "d"], ["e", "f"])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.create_sheet("Secret").sheet_state = "hidden"
    reading = read_workbook("riders.xlsx", saved(book))
    assert reading.text == "Riders\n\na\ne"
    assert [(n.code, n.arguments["count"]) for n in reading.notices] == [(NoticeCode.HIDDEN_TEXT, "3")]


@pytest.mark.parametrize(
    ("value", "number_format", "said"),
    [
        (0.125, "0.0%", "12.5%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1_250_000, '£#,##0.0,,"m"', "£1.2m"),
        (-3, "0;(0)", "-3"),
        (7, "General", "7"),
        (2.5, '0.##" km"', "2.5 km"),
        (12, "[$€-2] #,##0", "€12"),
        (datetime.datetime(2026, 6, 1), "yyyy-mm-dd", "2026-06-01"),
        (datetime.datetime(2026, 6, 1, 9, 30), "dd/mm/yyyy hh:mm", "2026-06-01 09:30"),
        (True, "General", "TRUE"),
        (None, "General", ""),
    ],
)
def test_a_value_is_written_as_its_format_shows_it(value, number_format, said):
    assert shown(value, number_format) == said


def test_a_workbook_with_broken_sheets_is_damaged():
    broken = build_zip({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>"})
    with pytest.raises(ReviewerError) as caught:
        open_file("riders.xlsx", broken)
    assert caught.value.problem.code is ProblemCode.DAMAGED
