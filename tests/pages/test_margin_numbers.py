from reviewer.model.geometry import Box
from reviewer.pages.margin_numbers import without_margin_numbers
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Row, box_round


def row(*words: tuple[float, str], y: float) -> Row:
    printed = [PrintedWord(text, Box(x, y, x + 5 * len(text), y + 10), 0, 0) for x, text in words]
    return Row(printed, box_round(printed), 10, False)


def numbered(count: int, step: int = 1) -> list[Row]:
    return [row((40, str(step * (n + 1))), (80, "words"), (120, "here"), y=100 + 20 * n) for n in range(count)]


def test_numbers_beside_the_lines_are_taken_out():
    rows, numbers = without_margin_numbers(numbered(6))

    assert [number.text for number in numbers] == ["1", "2", "3", "4", "5", "6"]
    assert {kept.text for kept in rows} == {"words here"}


def test_numbers_in_rows_of_their_own_are_taken_out():
    rows = [row((80, "words"), (120, "here"), y=100 + 20 * n) for n in range(6)]
    rows += [row((40, str(n + 1)), y=100 + 20 * n) for n in range(6)]

    kept, numbers = without_margin_numbers(rows)

    assert (len(kept), len(numbers)) == (6, 6)


def test_a_few_numbers_are_no_numbering():
    assert without_margin_numbers(numbered(4))[1] == []


def test_numbers_that_do_not_grow_evenly_are_figures():
    rows = [row((40, text), (80, "jobs"), y=100 + 20 * n) for n, text in enumerate(("3", "9", "4", "11", "12", "20"))]

    assert without_margin_numbers(rows) == (rows, [])


def test_the_first_column_of_a_table_on_a_page_of_text_is_no_numbering():
    rows = numbered(5) + [row((60, "the"), (120, "story"), y=300 + 20 * n) for n in range(20)]

    assert without_margin_numbers(rows)[1] == []
