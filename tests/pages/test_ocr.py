import pymupdf
import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.ocr import read_picture


def picture_of(text, colours=pymupdf.csRGB):
    page = pymupdf.open().new_page(width=400, height=60)
    page.insert_text((20, 35), text, fontsize=12)
    return page.get_pixmap(dpi=200, alpha=False, colorspace=colours)


@pytest.mark.parametrize("colours", [pymupdf.csRGB, pymupdf.csGRAY])
def test_words_of_a_picture_are_read_with_their_places(colours):
    picture = picture_of("Quillon met Sallow.", colours)
    words = read_picture(picture.width, picture.height, picture.samples, colours.n, dpi=200)
    assert [word.text for word in words] == ["Quillon", "met", "Sallow."]
    assert words[0].box.x0 == pytest.approx(20 * 200 / 72, abs=6)
    assert {word.line for word in words} == {0}


def test_a_picture_of_another_size_than_it_says_is_damaged():
    with pytest.raises(ReviewerError) as refusal:
        read_picture(10, 10, b"\x00" * 5, 3)
    assert refusal.value.problem.code is ProblemCode.DAMAGED
