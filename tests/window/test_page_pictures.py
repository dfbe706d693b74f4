"""Far in, a page is drawn in tiles of what is in sight: sharp and cheap, however large the page is."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from reviewer.gui.galley_view import GalleyView
from reviewer.gui.page_pictures import TILE, PageSight, coming, tiles_of, whole_key
from reviewer.gui.theme import load_theme
from reviewer.gui.typography import register_fonts
from reviewer.model.document import Page, WordArray
from tests.window.galley_builders import PaintedPages, build

BODY = [("body", f"Paragraph {n} tells of the ferry and of its harbour in plain words. " * 6) for n in range(9)]
VIEW = QRectF(0, 0, 800, 600)
A4 = Page(1, 595, 842, WordArray(), 0, 0)


def sight(zoom, view=VIEW, ratio=1.0, page=A4, across=0.0, down=0.0):
    scale = zoom * 4 / 3
    paper = QRectF(-across, -down, page.width * scale, page.height * scale)
    return PageSight("d", page, paper, view, scale * ratio, ratio)


def test_a_page_of_ordinary_size_is_drawn_whole():
    assert tiles_of(sight(2.0)) == []
    assert whole_key(sight(2.0)).scale == pytest.approx(8 / 3)


def test_far_in_only_the_tiles_in_sight_are_asked_for():
    found = tiles_of(sight(6.0, across=1500, down=2500))
    assert [(round(tile.place.x()), round(tile.place.y())) for tile in found] == [
        (-476, -452),
        (548, -452),
        (-476, 572),
        (548, 572),
    ]


def test_the_picture_below_the_tiles_is_a_small_one():
    key = whole_key(sight(6.0))
    assert key.scale**2 * A4.width * A4.height == pytest.approx(1_500_000)


def test_the_edges_of_a_tile_are_whole_pixels_of_the_page():
    for tile in tiles_of(sight(4.7, QRectF(0, 0, 4000, 4000))):
        left, right = tile.key.clip.x0 * tile.key.scale, tile.key.clip.x1 * tile.key.scale
        assert int(left) % TILE == 0
        assert right <= A4.width * tile.key.scale + 1e-6


def test_on_a_dense_screen_a_tile_has_as_many_device_pixels():
    found = tiles_of(sight(3.0, ratio=2.0))
    assert found[0].place.width() == TILE / 2


def test_a_page_out_of_sight_needs_no_tile():
    assert tiles_of(sight(6.0, across=90_000)) == []


@pytest.fixture
def far_in(qtbot):
    """A view of a document at 600 %, far enough for tiles, with what was asked for."""
    register_fonts()
    built = build("large.txt", BODY, width=600)
    pages = PaintedPages(built)
    view = GalleyView(pages, load_theme("light"))
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.set_document(built.document)
    view.set_zoom(6.0)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.is_drawn)
    view.pages = pages
    return view


def test_the_tiles_are_the_page_as_it_would_be_drawn_whole(far_in):
    from tests.window.galley_builders import paint_page

    scale = far_in.scene.strip.scale
    whole = paint_page(far_in.pages._built[far_in.scene.document.id], 1, scale)
    expected = QImage(far_in.viewport().size(), QImage.Format.Format_RGB32)
    expected.fill(far_in.theme.desk)
    painter = QPainter(expected)
    painter.drawImage(far_in.paper_rect(0).topLeft(), whole)
    painter.end()
    shown = far_in.viewport().grab().toImage()
    inside = far_in.scene.strip.paper_of(far_in.paper_rect(0)).intersected(QRectF(shown.rect())).toAlignedRect()
    middle = inside.adjusted(8, 8, -8, -8)
    assert shown.copy(middle).convertToFormat(QImage.Format.Format_RGB32) == expected.copy(middle)


def test_far_in_no_picture_is_larger_than_a_tile(far_in):
    parts = [clip for clip in far_in.pages.parts if clip is not None]
    scale = far_in.scene.strip.scale
    assert parts
    assert max(clip.width * scale for clip in parts) <= TILE
    assert len(set(parts)) <= 9


def test_scrolling_far_in_asks_for_the_tiles_that_come_into_sight(far_in, qtbot):
    before = len(far_in.pages.parts)
    far_in.verticalScrollBar().setValue(far_in.verticalScrollBar().value() + 1500)
    qtbot.waitUntil(lambda: far_in.is_drawn)
    assert any(clip is not None for clip in far_in.pages.parts[before:])


def test_what_comes_into_sight_next_stands_nearest_first():
    assert coming(range(4, 6), 9, True, 8) == [6, 7, 8]
    assert coming(range(4, 6), 9, False, 3) == [3, 2, 1]
    assert coming(range(2), 9, False, 3) == []


def test_pages_that_go_by_fast_are_drawn_small_and_sharp_once_it_stands(qtbot):
    register_fonts()
    pages = PaintedPages(build("long.txt", BODY * 12))
    view = GalleyView(pages, load_theme("light"))
    qtbot.addWidget(view)
    view.resize(520, 500)
    view.show()
    view.set_document(next(iter(pages._built.values())).document)
    qtbot.waitUntil(lambda: view.is_drawn)
    del pages.asked[:]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert min(scale for _document, _page, scale in pages.asked) < view.scene.strip.scale * 0.6
    qtbot.waitUntil(lambda: view.is_drawn)
    assert pages.asked[-1][2] == view.scene.strip.scale * view.devicePixelRatioF()
