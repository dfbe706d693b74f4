from reviewer.model.geometry import Box
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Row
from reviewer.pages.running_heads import repeatable_rows, running_rows

HEIGHT = 842


def row(text: str, y: float) -> Row:
    box = Box(72, y, 300, y + 10)
    return Row([PrintedWord(word, box, 0, 0) for word in text.split()], box, 10, False)


def running(page: list[Row], *neighbours: list[Row]) -> tuple[list[str], list[str]]:
    heads, feet = running_rows(page, HEIGHT, [repeatable_rows(other, HEIGHT) for other in neighbours])
    return [r.text for r in heads], [r.text for r in feet]


STORY = row("The boats return to the islands", 300)


def test_wording_repeated_at_the_same_height_is_a_running_head():
    assert running([row("Annual report", 40), STORY], [row("Annual report", 41)]) == (["Annual report"], [])


def test_numbers_in_it_may_change():
    assert running([row("Report, page 3 of 9", 800), STORY], [row("Report, page 4 of 9", 800)]) == (
        [],
        ["Report, page 3 of 9"],
    )


def test_wording_that_no_neighbour_repeats_is_text():
    assert running([row("Minutes of the board", 40), STORY], [row("Annual report", 40)]) == ([], [])


def test_wording_in_the_middle_of_the_page_is_text():
    assert running([row("Annual report", 400), STORY], [row("Annual report", 400)]) == ([], [])


def test_a_page_number_needs_no_neighbour():
    for number in ("7", "- 7 -", "Page 7", "7 of 12", "7/12", "vii"):
        assert running([STORY, row(number, 810)]) == ([], [number])


def test_a_year_in_a_sentence_is_no_page_number():
    assert running([STORY, row("in 2019", 810)]) == ([], [])


def test_a_page_of_nothing_but_repeated_lines_is_text():
    page = [row("Left blank", 40)]

    assert running(page, [row("Left blank", 40)]) == ([], [])
