"""The dark theme turns pages over without changing what colour things are."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.gui.night import coloured_part, night_page
from reviewer.gui.theme import Theme, load_theme

INK = "#1d1c1a"


@pytest.fixture
def theme(qapp) -> Theme:
    return load_theme("dark")


def page(*blots: str) -> QImage:
    """A white page with a blot of each colour, one below the other, each 40 pixels high."""
    image = QImage(300, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for place, colour in enumerate(blots):
        painter.fillRect(0, place * 40, 150, 40, QColor(colour))
    painter.end()
    return image


def close(one: QColor, other: QColor, by: int) -> bool:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)
    return all(abs(a - b) <= by for a, b in pairs)


@pytest.mark.parametrize("blots", [(INK,), (INK, "#c00000")], ids=["text only", "with colour"])
def test_paper_becomes_the_themes_paper_and_ink_its_ink(theme, blots):
    turned = night_page(page(*blots), theme)
    assert close(turned.pixelColor(280, 380), theme.paper, 2)
    assert close(turned.pixelColor(20, 20), theme.ink, 28)


def test_a_red_word_stays_red_and_a_blue_one_blue(theme):
    turned = night_page(page("#c00000", "#0000c0"), theme)
    red, blue = turned.pixelColor(20, 20), turned.pixelColor(20, 60)
    assert red.red() > red.green() + 40 and red.red() > red.blue() + 40
    assert blue.blue() > blue.red() + 40 and blue.blue() > blue.green() + 10


def test_dark_colours_become_light_and_light_ones_dark(theme):
    turned = night_page(page("#500000", "#ffd0d0"), theme)
    assert turned.pixelColor(20, 20).lightness() > 140
    assert turned.pixelColor(20, 60).lightness() < 110


def test_hues_stay_within_a_few_degrees(theme):
    blots = ("#0d59a6", "#c2410c", "#006b3c", "#6b3f8f")
    turned = night_page(page(*blots), theme)
    for place, blot in enumerate(blots):
        apart = abs(turned.pixelColor(20, 20 + 40 * place).hue() - QColor(blot).hue())
        assert min(apart, 360 - apart) <= 12, blot


def test_warm_black_on_white_counts_as_no_colour(qapp):
    assert coloured_part(page(INK, "#757069")).isEmpty()


def test_the_coloured_part_holds_all_colour_and_little_else(qapp):
    part = coloured_part(page(INK, "#c2410c", INK))
    assert part.contains(0, 41) and part.contains(149, 79)
    assert part.height() < 50 and part.width() < 160


def test_the_page_given_is_left_as_it_was(theme):
    image = page(INK)
    before = image.copy()
    night_page(image, theme)
    assert image == before


def test_a_large_coloured_page_is_turned_over_without_seams(theme):
    image = QImage(1200, 1600, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#c2410c"))
    turned = night_page(image, theme)
    assert {turned.pixelColor(600, y).name() for y in range(1600)} == {turned.pixelColor(0, 0).name()}
