"""Breaking text into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.exporting.setting import Run, Setter
from reviewer.exporting.style import TABLE

WIDTH = 120.0


@pytest.fixture(scope="module")
def setter():
    return Setter()


def lines(text):
    return ["".join(piece.text for piece in line.pieces) for line in text.lines]


def test_a_word_longer_than_the_line_breaks_after_a_hyphen_or_slash(setter):
    text = setter.set("https://sallowmere.example/results/first-quarter", TABLE, 90)
    assert all(line.width <= 90.01 for line in text.lines)
    assert lines(text)[0].endswith(("/", "-", "."))


def test_a_word_without_any_place_to_break_breaks_anywhere(setter):
    text = setter.set("x" * 200, TABLE, WIDTH)
    assert len(text.lines) > 1
    assert "".join(lines(text)) == "x" * 200


def test_words_in_two_manners_without_a_space_between_stay_together(setter):
    text = setter.set([Run("to €412.6 "), Run("million", bold=True), Run(".")], TABLE, 400)
    assert [piece.text for piece in text.lines[0].pieces] == ["to €412.6", "million", "."]


def test_a_space_between_two_manners_is_kept(setter):
    text = setter.set([Run("C04", bold=True), Run("  verbatim")], TABLE, 400)
    first, second = text.lines[0].pieces
    assert second.x > first.x + first.width + 1


def test_a_line_feed_ends_the_line(setter):
    assert lines(setter.set("one\ntwo", TABLE, 400)) == ["one", "two"]


def test_right_to_left_text_stands_flush_right_in_visual_order(setter):
    line = setter.set("שלום עולם", TABLE, WIDTH).lines[0]
    last = line.pieces[-1]
    assert last.x + last.width == pytest.approx(WIDTH)
    assert last.text.strip() == "שלום"


def test_text_cut_to_one_line_ends_in_an_ellipsis_and_fits(setter):
    text = setter.one_line("a rather long sentence about ferries and islands", TABLE, 80)
    assert lines(text)[0].endswith("…")
    assert text.width <= 80


@given(st.text(max_size=200))
def test_no_line_is_wider_than_the_measure_whatever_the_text(text):
    setter = Setter()
    for line in setter.set(text, TABLE, WIDTH).lines:
        widest = max((piece.x + piece.width for piece in line.pieces), default=0.0)
        assert widest <= WIDTH + TABLE.size * 2.5
