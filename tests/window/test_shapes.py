"""Verdicts are told apart by shape alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from reviewer.assets import resource
from reviewer.gui.icons import application_icon, icon
from reviewer.gui.shapes import paint_verdict, verdict_icon
from reviewer.gui.theme import Theme, load_theme
from reviewer.model.verdict import Decision

VERDICTS = (None, *Decision)


@pytest.fixture
def theme(qapp) -> Theme:
    return load_theme("light")


def covered(decision: Decision | None, theme: Theme, side: int = 24) -> set[tuple[int, int]]:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_verdict(painter, decision, QRectF(0, 0, side, side), theme)
    painter.end()
    grey = theme.verdict(decision).rgb()
    return {(x, y) for x in range(side) for y in range(side) if image.pixel(x, y) & 0xFFFFFF == grey & 0xFFFFFF}


def test_no_two_verdicts_have_the_same_shape(theme):
    shapes = {decision: covered(decision, theme) for decision in VERDICTS}
    for one, other in combinations(VERDICTS, 2):
        shared, either = shapes[one] & shapes[other], shapes[one] | shapes[other]
        assert len(shared) / len(either) < 0.8, (one, other)


def test_open_and_unsourced_are_hollow_verified_and_fix_are_filled(theme):
    centre = (12, 12)
    assert centre not in covered(None, theme) and centre not in covered(Decision.UNSOURCED, theme)
    assert (6, 12) in covered(Decision.FIX, theme) and (4, 14) in covered(Decision.VERIFIED, theme)


def test_a_shape_stays_inside_its_place(theme):
    for decision in VERDICTS:
        image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_verdict(painter, decision, QRectF(10, 5, 20, 30), theme)
        painter.end()
        outside = [(x, y) for x in range(40) for y in range(40) if not (9 <= x <= 30 and 9 <= y <= 30)]
        assert all(image.pixelColor(x, y).alpha() == 0 for x, y in outside), decision


def test_a_verdict_icon_is_sharp_on_a_dense_screen(theme):
    made = verdict_icon(Decision.FIX, theme, 16)
    assert made.pixmap(made.availableSizes()[0], 2.0).width() >= 32


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_can_be_drawn_in_the_ink_of_the_theme(path, theme):
    if path.stem == "reviewer":
        drawn = application_icon().pixmap(32, 32).toImage()
    else:
        drawn = icon(path.stem, theme).pixmap(32, 32).toImage()
        inks = [drawn.pixelColor(x, y) for x in range(32) for y in range(32) if drawn.pixelColor(x, y).alpha() == 255]
        assert all(abs(colour.lightness() - theme.ink.lightness()) <= 2 for colour in inks)
    assert any(drawn.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_an_icon_that_is_not_there_is_named(theme):
    with pytest.raises(FileNotFoundError, match=r"unicorn\.svg"):
        icon("unicorn", theme)
