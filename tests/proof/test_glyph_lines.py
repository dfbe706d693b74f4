import math

from reviewer.proof.recovering.glyph_lines import DrawnGlyphs, Glyph, lines_of_glyphs


def _line(text: str, left: float, bottom: float, step: float = 5.0, angle: float = 0.0) -> list[Glyph]:
    """Letters five points wide and ten high."""
    return [
        Glyph(letter, (left + step * at, bottom, left + step * at + 5, bottom + 10), 10, angle, 7)
        for at, letter in enumerate(text)
    ]


def test_lines_stand_from_the_top_whatever_the_order_of_drawing() -> None:
    drawn = [*_line("dock", 57, 100), *_line("tail", 30, 100), *_line("ferry", 30, 140)]
    assert lines_of_glyphs(DrawnGlyphs.of(drawn)) == "ferry\ntail dock"


def test_a_wide_gap_is_two_spaces_and_made_up_characters_are_left_out() -> None:
    drawn = [*_line("ab", 30, 100), Glyph(" ", None), *_line("cd", 80, 100)]
    assert lines_of_glyphs(DrawnGlyphs.of(drawn)) == "ab  cd"


def test_letters_drawn_twice_in_one_place_count_once() -> None:
    assert lines_of_glyphs(DrawnGlyphs.of([*_line("bold", 30, 100), *_line("bold", 30.5, 100)])) == "bold"


def test_turned_letters_have_lines_of_their_own() -> None:
    upright, turned = _line("flat", 30, 100), Glyph("x", (200, 100, 205, 110), 10, math.pi / 2, 7)
    assert lines_of_glyphs(DrawnGlyphs.of([*upright, turned])) == "flat\n¦\nx"


def test_nothing_drawn_has_no_lines() -> None:
    assert lines_of_glyphs(DrawnGlyphs.of([])) == ""


def test_columns_give_back_the_glyphs_they_were_made_of() -> None:
    glyphs = [*_line("ab", 30, 100), Glyph("\n", None), Glyph("", (1, 2, 3, 4), 5, 0, 7)]
    columns = DrawnGlyphs.of(glyphs)
    assert columns.picked(range(4)) == glyphs and columns.text() == "ab\n"
