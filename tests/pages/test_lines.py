import pytest

from reviewer.pages.fonts import Face, FontBook
from reviewer.pages.lines import LineBreaker, Setting, printed_lines, raw_lines


@pytest.fixture
def broken():
    """Break a text into lines of this width in points and return the words of each."""

    def break_text(text: str, measure: float) -> list[list[str]]:
        breaker = LineBreaker(text, Setting(Face.SERIF, 10.0, measure), FontBook())
        return [[text[piece.start : piece.end] for piece in line] for line in breaker.break_line(0, len(text))]

    return break_text


def test_words_fill_a_line_before_the_next_begins(broken):
    assert broken("the boats return to the islands", 80) == [["the", "boats", "return"], ["to", "the", "islands"]]


def test_a_hyphenated_word_breaks_after_its_hyphen(broken):
    assert broken("a single foot-passenger fare", 80) == [["a", "single", "foot-"], ["passenger", "fare"]]


def test_a_range_of_years_is_broken_only_when_it_must(broken):
    assert broken("from 2019–20 on", 200) == [["from", "2019–20", "on"]]


def test_ideographs_break_anywhere_but_not_before_a_full_stop(broken):
    lines = broken("島の人々は冬を待つ。", 92)

    assert [len("".join(line)) for line in lines] == [8, 2]
    assert lines[-1] == ["つ。"]


def test_an_opening_quote_stays_with_the_ideograph_after_it(broken):
    lines = broken("島は「冬」", 35)

    assert [line[0] for line in lines] == ["島", "「冬」"]


def test_a_long_word_is_broken_between_characters_not_inside_one(broken):
    lines = broken("e\u0301" * 40, 50)

    assert all("".join(line).startswith("e") for line in lines)


def test_an_empty_line_holds_no_words(broken):
    assert broken("  \t ", 80) == []


def test_a_tabulator_moves_to_the_next_stop(broken):
    breaker = LineBreaker("a\tb\nabc\td", Setting(Face.SERIF, 10.0, 200), FontBook())

    (first,), (second,) = breaker.break_line(0, 3), breaker.break_line(4, 9)

    assert first[1].x == second[1].x == pytest.approx(20.0)


def test_spaces_at_the_start_of_a_line_indent_it():
    (line,) = LineBreaker("    a", Setting(Face.SERIF, 10.0, 200), FontBook()).break_line(0, 5)

    assert line[0].x > 8


def test_a_right_to_left_line_ends_at_the_right_edge():
    text = "אב גד"

    (line,) = LineBreaker(text, Setting(Face.SERIF, 10.0, 200), FontBook()).break_line(0, len(text))

    assert [text[piece.start : piece.end] for piece in line] == ["אב", "גד"]
    assert line[0].x + line[0].width == pytest.approx(200)
    assert line[1].x < line[0].x


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_every_kind_of_line_end_ends_a_line(end):
    text = f"one{end}two"

    assert [text[start:stop] for start, stop in raw_lines(text, 0, len(text))] == ["one", "two"]


def test_a_wrapped_paragraph_is_one_line():
    text = f"{'the boats return to the islands ' * 2}again\nin November"

    assert list(printed_lines(text, 0, len(text))) == [(0, len(text))]


def test_a_list_in_a_wrapped_text_keeps_its_lines():
    text = f"{'the boats return to the islands ' * 2}again\n- in November"

    assert len(list(printed_lines(text, 0, len(text)))) == 2
