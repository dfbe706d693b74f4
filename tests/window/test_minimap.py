"""The minimap shows every claim at its place, however many there are."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reviewer.gui.galley_marks import GalleyMark, article_marks
from reviewer.gui.minimap import ClaimsMinimap
from reviewer.gui.theme import load_theme
from reviewer.gui.typography import register_fonts
from reviewer.model.document import Document, Page, WordArray
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box
from reviewer.model.locator import LineBox
from reviewer.model.verdict import Decision
from tests.window.galley_builders import build_review


def document(pages: int) -> Document:
    made = tuple(Page(number, 400, 600, WordArray(), 0, 0) for number in range(1, pages + 1))
    return Document("d", "d.txt", "text/plain", "", (), made, True)


def mark(name: str, page: int, y: float, decision: Decision | None = None) -> GalleyMark:
    return GalleyMark(name, name, (LineBox(page, 1, Box(10, y, 90, y + 12)),), Tone.UNKNOWN, decision)


@pytest.fixture
def minimap(qtbot) -> ClaimsMinimap:
    register_fonts()
    made = ClaimsMinimap(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(28, 620)
    made.show()
    return made


def test_a_claim_stands_as_far_down_as_in_the_document(minimap):
    minimap.set_marks([mark("first", 1, 0), mark("middle", 2, 0), mark("late", 2, 300)], document(2))
    assert [entry.wanted for entry in minimap.entries()] == [0.0, 0.5, 0.75]
    assert [round(entry.y) for entry in minimap.entries()] == [10, 310, 460]


def test_claims_on_one_line_stand_below_one_another(minimap):
    minimap.set_marks([mark(f"c{n}", 1, 100) for n in range(5)], document(1))
    places = [entry.y for entry in minimap.entries()]
    assert all(below - above >= 12 for above, below in pairwise(places))


def test_claims_at_the_very_end_stay_on_the_map(minimap):
    minimap.set_marks([mark(f"c{n}", 1, 599) for n in range(9)], document(1))
    assert max(entry.y for entry in minimap.entries()) <= 610


@pytest.mark.parametrize("count", [30, 200, 500, 2000])
def test_however_many_claims_there_are_they_stay_in_order_on_the_map(minimap, count):
    minimap.set_marks([mark(f"c{n}", 1 + n * 5 // count, n * 600 % 600) for n in range(count)], document(5))
    entries = minimap.entries()
    assert len(entries) == count
    assert all(above.y <= below.y for above, below in pairwise(entries))
    assert entries[0].y >= 9 and entries[-1].y <= 611
    minimap.grab()


def test_a_click_chooses_the_claim_there(minimap, qtbot):
    minimap.set_marks([mark("first", 1, 0), mark("middle", 2, 0), mark("late", 2, 300)], document(2))
    with qtbot.waitSignal(minimap.claim_clicked) as chosen:
        QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(14, 320))
    assert chosen.args == ["middle"]


def test_a_click_on_an_empty_map_chooses_nothing(minimap, qtbot):
    with qtbot.assertNotEmitted(minimap.claim_clicked):
        QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(14, 320))


def test_the_visible_part_and_the_current_claim_are_shown(minimap):
    review, _, _ = build_review()
    minimap.set_marks(article_marks(review), review.article)
    before = minimap.grab().toImage()
    minimap.set_visible((0.5, 0.8))
    framed = minimap.grab().toImage()
    minimap.set_current(review.claims[4].id)
    assert before != framed != minimap.grab().toImage()


def test_no_article_empties_the_map(minimap):
    minimap.set_marks([mark("first", 1, 0)], document(1))
    minimap.set_marks([], None)
    assert minimap.entries() == []
    minimap.grab()


def test_a_screen_reader_hears_how_many_claims_there_are(minimap):
    minimap.set_marks([mark("first", 1, 0), mark("second", 1, 50)], document(1))
    assert minimap.accessibleName()
    assert "2" in minimap.accessibleDescription()


def test_where_claims_stand_dense_the_judged_ones_keep_their_shape_and_the_map_does_not_fill_up(minimap):
    marks = [mark(f"c{n}", 1, n * 2, Decision.FIX if n % 60 == 7 else None) for n in range(300)]
    minimap.set_marks(marks, document(1))
    image = minimap.grab().toImage()
    ground, middle = load_theme("light").chrome, image.width() // 2
    blank = sum(image.pixelColor(middle, y).lightness() > 200 for y in range(20, 600))
    assert blank > 150
    fix = load_theme("light").verdict(Decision.FIX)
    assert sum(image.pixelColor(middle - 4, y) == fix for y in range(image.height())) >= 5 * 6
    assert ground.lightness() > 200
