"""Which places of a page are looked at, and which fonts are believed."""

import pypdfium2
import pytest
from pikepdf import Name
from PIL import Image

from reviewer.proof.recover import recover
from reviewer.proof.recovering.glyph_lines import DrawnGlyphs, Glyph
from reviewer.proof.recovering.pdf_fonts import note_fonts, says_what_it_shows
from reviewer.proof.recovering.pdf_looks import Looks, in_black, looks_of, on_one_sheet
from reviewer.proof.recovering.pdf_text_engines import same_letters
from tests.documents.pdf_builder import PdfBuilder
from tests.redacting.pdf_sheet import Sheet

CIRCLE = "{x} 100 m {x} 105.5 {r} 110 {m} 110 c {l} 110 {e} 105.5 {e} 100 c {e} 94.5 {l} 90 {m} 90 c {r} 90 {x} 94.5 {x} 100 c f"
LETTER_S = "20 100 m 22 104 26 104 27 101 c 28 98 22 98 23 95 c 24 92 28 92 29 95 c 31 90 22 88 21 94 c 20 100 l f"


def looks(content: bytes) -> Looks:
    document = pypdfium2.PdfDocument(content)
    try:
        return looks_of(document[0])
    finally:
        document.close()


def circle(x: float) -> str:
    return CIRCLE.format(x=x, r=x + 4.5, m=x + 10, l=x + 15.5, e=x + 20)


def test_nobody_looks_at_plain_text() -> None:
    assert looks(Sheet().line("Then Mr Hanes left.").finished()) == Looks([], False)


def test_dots_are_no_letters() -> None:
    sheet = Sheet()
    for x in (20, 60, 100, 140, 180):
        sheet.draw(circle(x))
    assert looks(sheet.finished()) == Looks([], False)


def test_shapes_enough_for_a_word_are_looked_at_where_they_stand() -> None:
    sheet = Sheet()
    for x in (0, 12, 24, 36):
        sheet.draw(f"q 1 0 0 1 {x} 0 cm {LETTER_S} Q")
    seen = looks(sheet.finished())
    assert seen.shapes and seen.places is not None
    (place,) = seen.places
    assert place == pytest.approx((20, 88, 66, 104), abs=4)


def test_strips_of_a_picture_are_one_place() -> None:
    content = PdfBuilder().page().image(100, 100, 200, 120).image(100, 120, 200, 140).content()
    places = looks(content).places
    assert places is not None and len(places) == 1


def test_a_page_that_is_all_picture_is_looked_at_whole() -> None:
    assert looks(PdfBuilder().page().image(0, 0, 595, 842).content()).places is None


def test_light_letters_on_a_dark_ground_are_turned_round() -> None:
    cut = Image.new("RGB", (10, 10), (20, 20, 60))
    cut.putpixel((5, 5), (240, 240, 240))
    black = in_black(cut)
    assert black.getpixel((0, 0)) == 255 and black.getpixel((5, 5)) == 0


def test_pieces_on_a_sheet_are_known_by_how_far_down_they_stand() -> None:
    sheet, downs = on_one_sheet([Image.new("RGB", (30, 10)), Image.new("RGB", (50, 12))])
    assert sheet.width >= 50 and downs == [10, 40]


def test_a_run_that_was_not_seen_casts_no_doubt_on_letters_that_others_show() -> None:
    assert says_what_it_shows(["ferries left", "rise"], ["ferries left", ""])
    assert not says_what_it_shows(["ferries left", "Hanes"], ["ferries left", ""])


def test_a_font_that_shows_other_letters_is_doubted() -> None:
    assert not says_what_it_shows(["Qwxyz said"], ["Hanes said"])


def test_single_letters_on_lines_of_their_own_are_no_word() -> None:
    fonts = {}
    note_fonts(
        fonts,
        0,
        DrawnGlyphs.of(
            [Glyph(letter, (20, 200 - 20 * at, 26, 210 - 20 * at), 10, 0, 7) for at, letter in enumerate("123")]
        ),
    )
    assert 7 not in fonts or not fonts[7].has_strays


def test_letters_far_apart_on_one_line_may_be_a_word() -> None:
    fonts = {}
    note_fonts(
        fonts,
        0,
        DrawnGlyphs.of(
            [Glyph(letter, (20 + 30 * at, 200, 26 + 30 * at, 210), 10, 0, 7) for at, letter in enumerate("Hanes")]
        ),
    )
    assert fonts[7].has_strays


def test_gaps_do_not_matter_when_two_engines_are_compared() -> None:
    assert same_letters("Then Mr\nHanes", "ThenMr Hanes")
    assert not same_letters("Then Mr Hanes", "Then Mr Qwxyz")
    assert not same_letters("Then", None)


def test_a_word_among_the_bytes_of_pixels_is_found() -> None:
    sheet = Sheet()
    samples = b"\xa0" * 190 + b" seen by Hanes at noon " + b"\xa0" * 187
    image = sheet.stream(
        samples, Type=Name.XObject, Subtype=Name.Image, Width=20, Height=20, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    content = sheet.resource("XObject", "I1", image).draw("q 40 0 0 40 20 200 cm /I1 Do Q").finished()
    assert recover("memo.pdf", content, ("Hanes",)).survivors
