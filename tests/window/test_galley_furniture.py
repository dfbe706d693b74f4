"""What the editor says of page furniture shows on the page."""

import pytest
from PySide6.QtGui import QImage

from reviewer.gui.galley_furniture import ShownFurniture, switches_of
from reviewer.gui.galley_view import GalleyView
from reviewer.gui.positions import boxes_of, to_pixels
from reviewer.gui.theme import load_theme
from reviewer.model.review import Desk, Review
from tests.window.galley_builders import PaintedPages, build

LINES = [("furniture", "Your browser is out of date."), ("body", "The ferry sails at noon.")]


@pytest.fixture
def page(qapp):
    return build("article.html", LINES)


def shown(qtbot, built, theme="light"):
    view = GalleyView(PaintedPages(built), load_theme(theme))
    qtbot.addWidget(view)
    view.resize(520, 500)
    view.set_document(built.document)
    view.show()
    qtbot.waitUntil(lambda: view.is_drawn)
    return view


def lightness(view, block):
    """The darkest and the lightest pixel on the lines of a block."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    (line,) = boxes_of(view.scene.document, block.span)
    area = to_pixels(line.box, view.paper_rect(0), view.scene.strip.scale).toAlignedRect()
    found = [
        image.pixelColor(x, y).lightness()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    ]
    return min(found), max(found)


def test_furniture_that_became_story_again_is_printed_dark(qtbot, page):
    view, block = shown(qtbot, page), page.document.blocks[0]
    grey, _ = lightness(view, block)
    view.set_furniture({block.start: False})
    ink, paper = lightness(view, block)
    assert ink < grey - 30 and paper == 255


def test_at_night_it_becomes_lighter_and_its_paper_stays(qtbot, page):
    view, block = shown(qtbot, page, "dark"), page.document.blocks[0]
    paper, grey = lightness(view, block)
    view.set_furniture({block.start: False})
    paper_now, ink = lightness(view, block)
    assert ink > grey + 20 and abs(paper_now - paper) <= 8


def test_a_paragraph_made_furniture_is_veiled(qtbot, page):
    view, block = shown(qtbot, page), page.document.blocks[1]
    ink, _ = lightness(view, block)
    view.set_furniture({block.start: True})
    veiled, _ = lightness(view, block)
    assert veiled > ink + 30


def test_furniture_on_a_strangers_page_is_veiled_until_it_is_story(page):
    foreign = build("statement.pdf", LINES, typeset=False).document
    block = foreign.blocks[0]
    assert ShownFurniture.of(foreign, {}).veiled == (block.span,)
    assert ShownFurniture.of(foreign, {block.start: False}) == ShownFurniture()


def test_switches_are_those_of_the_document():
    switched = {"ab:0": False, "ab:31": True, "abc:7": True}
    assert switches_of(Review(desk=Desk(furniture_switches=switched)), "ab") == {0: False, 31: True}
