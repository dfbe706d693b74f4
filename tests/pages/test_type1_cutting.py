"""Type 1 font programs cut to the glyphs that are shown."""

import pymupdf
import pytest

from reviewer.pages.type1_cutting import UncutError, cut_type1, glyph_names, names_by_code
from tests.documents.type1_font import accented, box, type1_program

ACUTE = 194
OUTLINES = {
    "A": box(600), "B": box(700), "Q": box(900), "e": box(450), "acute": box(200), "eacute": accented(450, "e", ACUTE),
}  # fmt: skip
ENCODING = {65: "A", 66: "B", 81: "Q", 101: "e", 233: "eacute"}


@pytest.fixture
def program():
    return type1_program(OUTLINES, ENCODING)[0]


def test_the_program_made_here_is_one_that_others_read(program):
    font = pymupdf.Font(fontbuffer=program)
    assert font.glyph_advance(ord("Q")) == pytest.approx(0.9)


def test_glyphs_that_are_not_shown_go_with_their_codes(program):
    bare, _, _ = cut_type1(program, {"A", "B"}, {65, 66})
    assert glyph_names(bare) == [".notdef", "A", "B"]
    assert names_by_code(bare) == {65: "A", 66: "B"}
    assert b"/Q" not in bare


def test_what_is_left_is_as_it_was(program):
    bare, clear, secret = cut_type1(program, {"A", "Q"}, {65, 81})
    font = pymupdf.Font(fontbuffer=bare)
    assert [font.glyph_advance(ord(letter)) for letter in "AQ"] == pytest.approx([0.6, 0.9])
    assert bare[:clear].endswith(b"eexec\n")
    assert bare[clear + secret :].strip(b"0\n") == b"cleartomark"


def test_parts_of_a_composed_glyph_stay(program):
    bare, _, _ = cut_type1(program, {"eacute"}, {233})
    assert set(glyph_names(bare)) == {".notdef", "e", "acute", "eacute"}


def test_a_program_depends_on_what_is_shown_alone():
    other = type1_program({**OUTLINES, "Q": box(333), "Z": box(800)}, {**ENCODING, 90: "Z"})[0]
    assert cut_type1(other, {"A"}, {65})[0] == cut_type1(type1_program(OUTLINES, ENCODING)[0], {"A"}, {65})[0]


@pytest.mark.parametrize("broken", [b"", b"%!PS-AdobeFont", b"%!PS currentfile eexec\n00ff00ff00ff00ff00ff"])
def test_what_cannot_be_taken_apart_is_refused(broken):
    with pytest.raises(UncutError):
        cut_type1(broken, {"A"}, {65})


def test_a_glyph_composed_of_a_part_that_is_missing_is_refused():
    program, _, _ = type1_program({"eacute": accented(450, "e", ACUTE)}, {})
    with pytest.raises(UncutError):
        cut_type1(program, {"eacute"}, {233})
