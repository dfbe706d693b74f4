"""The galley shows, scrolls, selects and searches without waiting for a page."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui.galley_gutter import gutter_entries
from reviewer.gui.galley_marks import article_marks, source_marks
from reviewer.gui.galley_view import GalleyView
from reviewer.gui.positions import boxes_of, text_edges, to_pixels
from reviewer.gui.theme import load_theme
from reviewer.gui.typography import register_fonts
from reviewer.model.finding import Tone
from reviewer.model.geometry import Span
from tests.window.galley_builders import PaintedPages, build, build_review, span_of

BODY = [("body", f"Paragraph {n} tells of the ferry and of its harbour in plain words. " * 6) for n in range(240)]


@pytest.fixture(scope="module")
def built(qapp):
    register_fonts()
    return build_review()


@pytest.fixture(scope="module")
def long(qapp):
    register_fonts()
    return build("long.txt", BODY)


def shown(qtbot, pages, document, size=(520, 700), theme="light"):
    view = GalleyView(pages, load_theme(theme))
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.set_document(document)
    QApplication.processEvents()
    return view


@pytest.fixture
def article(qtbot, built):
    review, article, source = built
    view = shown(qtbot, PaintedPages(article, source), article.document)
    view.set_marks(article_marks(review))
    view.claims = review.claims
    return view


@pytest.fixture
def long_view(qtbot, long):
    pages = PaintedPages(long)
    view = shown(qtbot, pages, long.document)
    view.pages = pages
    return view


def place_of(view, words) -> QRectF:
    """Where the first line of some words stands in the viewport."""
    line = boxes_of(view.scene.document, span_of(view.scene.document, words))[0]
    return to_pixels(line.box, view.paper_rect(line.page - 1), view.scene.strip.scale)


def middle_of(view, words) -> QPoint:
    return place_of(view, words).center().toPoint()


def grabbed(view) -> QImage:
    return view.viewport().grab().toImage()


# Pages


def test_a_document_fits_the_width_and_its_first_page_is_asked_for(long_view, long):
    assert long_view.scene.strip.width == pytest.approx(long_view.viewport().width(), abs=1)
    assert long_view.pages.asked[0][:2] == (long.document.id, 1)


def test_only_pages_in_sight_and_their_neighbours_are_asked_for(long_view, long):
    assert len(long.document.pages) > 60
    long_view.pages.asked.clear()
    long_view.go_to(40)
    QApplication.processEvents()
    assert {page for _, page, _ in long_view.pages.asked} <= set(range(37, 45))


def test_a_page_is_asked_for_at_the_density_of_the_screen(long_view):
    scale = long_view.scene.strip.scale * long_view.devicePixelRatioF()
    assert long_view.pages.asked[-1][2] == pytest.approx(scale)


def test_a_page_that_is_awaited_shows_where_its_lines_will_stand(qtbot, built):
    _, article, _ = built
    view = shown(qtbot, PaintedPages(article, held=True), article.document)
    at = middle_of(view, "crossing")
    assert grabbed(view).pixelColor(at) == load_theme("light").ghost


def test_a_page_is_painted_when_it_arrives(qtbot, built):
    _, article, _ = built
    pages = PaintedPages(article, held=True)
    view = shown(qtbot, pages, article.document)
    before = grabbed(view)
    for asked in list(pages.asked):
        pages.deliver(*asked)
    assert grabbed(view) != before


def test_the_dark_theme_turns_the_paper_dark_and_the_ink_light(qtbot, built):
    _, article, _ = built
    view = shown(qtbot, PaintedPages(article), article.document, theme="dark")
    qtbot.waitUntil(lambda: view.is_drawn)
    image, paper = grabbed(view), load_theme("dark").paper
    kept = view.scene.strip.paper_of(view.paper_rect(0))
    blank = QPointF(kept.center().x(), kept.top() + 8)
    assert image.pixelColor(blank.toPoint()) == paper
    middle = middle_of(view, "Night")
    lightest = max(image.pixelColor(x, middle.y()).lightness() for x in range(middle.x() - 20, middle.x() + 20))
    assert lightest > 150


def test_the_bare_desk_is_shown_without_a_document(article):
    article.set_document(None)
    assert article.current_page_line() is None
    assert article.visible_pages() == range(0)
    assert grabbed(article).pixelColor(100, 100) == load_theme("light").desk


# Scrolling and zoom


def test_keys_scroll(long_view):
    bar = long_view.verticalScrollBar()
    QTest.keyClick(long_view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(long_view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(long_view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_verdict_keys_go_on_to_the_window(long_view):
    for key in (Qt.Key.Key_J, Qt.Key.Key_1, Qt.Key.Key_Slash):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        long_view.keyPressEvent(event)
        assert not event.isAccepted()


def test_control_and_wheel_zoom_about_the_pointer(long_view):
    long_view.go_to(20)
    QTest.qWait(200)
    pointer = QPointF(200, 300)
    place = long_view.place_at(pointer)
    turn_wheel(long_view, pointer, 120, Qt.KeyboardModifier.ControlModifier)
    after = long_view.place_at(pointer)
    assert long_view.zoom > 1 and not long_view.fits_width
    assert (after.page.number, after.y) == (place.page.number, pytest.approx(place.y, abs=1.5))


def turn_wheel(view, at, delta, modifiers):
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_zoom_steps_undo_one_another(long_view):
    before = long_view.zoom
    long_view.zoom_in()
    long_view.zoom_out()
    assert long_view.zoom == pytest.approx(before)


def test_zoom_has_limits(long_view):
    long_view.set_zoom(100)
    assert long_view.zoom == 6.0
    long_view.set_zoom(0.0001)
    assert long_view.zoom == 0.25


def test_fit_width_follows_the_size_of_the_view(long_view):
    before = long_view.zoom
    long_view.resize(700, 700)
    assert long_view.zoom > before
    fitting = long_view.zoom
    long_view.set_zoom(1.0)
    long_view.resize(600, 700)
    assert long_view.zoom == 1.0
    long_view.resize(700, 700)
    long_view.fit_width()
    assert long_view.zoom == fitting


def test_a_strangers_pages_fit_by_their_text_and_their_margins_can_be_scrolled_to(qtbot, built):
    _, _, source = built
    view = shown(qtbot, PaintedPages(source), source.document, size=(380, 700))
    view.set_margin("left")
    left, right = text_edges(source.document.pages[0])
    paper, scale = view.paper_rect(0), view.scene.strip.scale
    assert paper.left() + left * scale >= 40 and paper.left() + right * scale <= view.viewport().width() - 8
    assert paper.width() > view.viewport().width()
    view.horizontalScrollBar().setValue(0)
    assert view.paper_rect(0).left() >= 0


def test_fitting_the_width_leaves_no_scroll_bar_across(qtbot, built):
    _, _, source = built
    view = shown(qtbot, PaintedPages(source), source.document, size=(380, 700))
    assert not view.horizontalScrollBar().isVisible()
    view.set_zoom(3.0)
    assert view.horizontalScrollBar().isVisible()


def test_the_whole_page_can_be_fitted_too(qtbot, built):
    _, _, source = built
    view = shown(qtbot, PaintedPages(source), source.document, size=(380, 700))
    view.fit_width(whole_page=True)
    assert view.paper_rect(0).left() >= 0 and view.paper_rect(0).right() <= view.viewport().width()


def test_fitting_a_very_wide_view_enlarges_no_further_than_half_as_large_again(long_view):
    long_view.resize(2400, 700)
    assert long_view.zoom == pytest.approx(1.5)


def test_a_resize_keeps_the_place(long_view):
    long_view.go_to(30, 5)
    QTest.qWait(200)
    before = long_view.current_page_line()
    long_view.resize(640, 700)
    after = long_view.current_page_line()
    assert before[0] == after[0] and abs(before[1] - after[1]) <= 2


def test_page_and_line_are_those_gone_to(long_view):
    long_view.go_to(30)
    assert long_view.current_page_line()[0] == 30
    long_view.go_to(9999)
    assert long_view.current_page_line()[0] == long_view.scene.document.pages[-1].number


def test_every_move_is_told(long_view, qtbot):
    with qtbot.waitSignal(long_view.viewport_changed):
        long_view.verticalScrollBar().setValue(500)
    with qtbot.waitSignal(long_view.viewport_changed):
        long_view.zoom_in()


def test_the_visible_fraction_runs_from_the_first_to_the_last_page(long_view):
    assert long_view.visible_fraction()[0] == 0
    long_view.verticalScrollBar().setValue(long_view.verticalScrollBar().maximum())
    assert long_view.visible_fraction()[1] == pytest.approx(1.0, abs=0.001)


def test_a_span_out_of_sight_comes_to_the_upper_part_of_the_view(long_view):
    long_view.show_span(span_of(long_view.scene.document, "Paragraph 150 "))
    place, height = place_of(long_view, "Paragraph 150 "), long_view.viewport().height()
    assert 0.15 * height < place.top() < 0.4 * height


def test_a_span_in_sight_stays_where_it_is(long_view):
    long_view.verticalScrollBar().setValue(300)
    offset = long_view.first_visible_offset()
    near = long_view.scene.document.text.index("ferry", offset + 900)
    before = long_view.verticalScrollBar().value()
    long_view.show_span(Span(near, near + 5))
    QTest.qWait(200)
    assert long_view.verticalScrollBar().value() == before


# Claims


def claim(view, place):
    return view.claims[place].id


def test_a_click_on_a_claim_chooses_it(article, qtbot):
    with qtbot.waitSignal(article.claim_clicked) as chosen:
        QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(article, "Overnight"))
    assert chosen.args == [claim(article, 1)]


def test_a_click_on_a_shape_in_the_margin_chooses_its_claim(article, qtbot):
    entries = gutter_entries(article.scene, article.scene.strip.pages[0], article.paper_rect(0))
    third = next(entry for entry in entries if entry.label == "C03")
    with qtbot.waitSignal(article.claim_clicked) as chosen:
        QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=third.rect.center().toPoint())
    assert chosen.args == [claim(article, 2)]


def test_shapes_in_the_margin_never_lie_upon_one_another(article):
    for zoom in (0.4, 0.8, 1.5):
        article.set_zoom(zoom)
        entries = gutter_entries(article.scene, article.scene.strip.pages[0], article.paper_rect(0))
        tops = [(entry.rect.top(), entry.rect.bottom()) for entry in entries]
        assert all(above[1] <= below[0] for above, below in pairwise(tops))


def test_a_click_beside_every_claim_chooses_none(article, qtbot):
    with qtbot.assertNotEmitted(article.claim_clicked):
        QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(article, "Kittiwake"))


def test_the_current_claim_is_outlined_and_nothing_scrolls(article):
    before, at = grabbed(article), article.verticalScrollBar().value()
    article.set_current(claim(article, 9))
    article.set_current(claim(article, 4))
    assert article.verticalScrollBar().value() == at
    assert grabbed(article) != before


def test_the_outline_is_read_out(article):
    article.set_current(claim(article, 4))
    assert "C05" in article.accessibleDescription()


def test_a_claim_in_sight_has_a_place_for_the_band(article):
    rect = article.claim_rect(claim(article, 4))
    assert rect.contains(QPointF(middle_of(article, "£72")))
    assert article.band_end(claim(article, 4)).right() >= rect.right()
    article.set_margin("left")
    assert article.band_end(claim(article, 4)).left() <= article.claim_rect(claim(article, 4)).left()


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_band_never_ends_outside_the_view(article, side):
    article.set_margin(side)
    article.set_zoom(3.0)
    article.show_claim(claim(article, 4))
    assert article.viewport().rect().contains(article.band_end(claim(article, 4)).toAlignedRect())


def test_a_claim_out_of_sight_has_none(article):
    article.resize(520, 200)
    article.verticalScrollBar().setValue(article.verticalScrollBar().maximum())
    assert article.claim_rect(claim(article, 0)) is None
    assert article.band_end("no such claim") is None


def test_show_claim_brings_it_into_sight(article):
    article.resize(520, 240)
    article.show_claim(claim(article, 8))
    QTest.qWait(250)
    assert article.claim_rect(claim(article, 8)) is not None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_tone_is_underlined_in_its_own_way(qtbot, built, theme):
    review, built_article, source = built
    view = shown(qtbot, PaintedPages(built_article, source), built_article.document, size=(700, 1500), theme=theme)
    view.set_zoom(1.0)
    view.set_marks(article_marks(review))
    solid = underline_pattern(view, "Overnight", Tone.CLEAN)
    double = underline_pattern(view, "single foot", Tone.PROBLEM)
    dotted = underline_pattern(view, "Residents", Tone.UNKNOWN)
    dashed = underline_pattern(view, "lifeline", Tone.UNSUPPORTED)
    assert solid == [1, 1]
    assert double == [1, 0, 0, 1] or double == [1, 0, 1]
    assert len(dotted) == len(dashed) == 2
    assert 0.3 < dotted[0] < 0.5 < dashed[0] < 0.7


def underline_pattern(view, words, tone) -> list[float]:
    """The share of each row below some words that the tone's underline fills, from its first row to its last."""
    image, place, colour = grabbed(view), place_of(view, words), view.theme.underline(tone)
    across = range(round(place.left()) + 2, round(place.left()) + 42)
    rows = [
        sum(image.pixelColor(x, y) == colour for x in across) / len(across)
        for y in range(round(place.bottom()) - 5, round(place.bottom()) + 5)
    ]
    filled = [at for at, share in enumerate(rows) if share]
    return rows[filled[0] : filled[-1] + 1] if filled else []


def test_marks_in_a_source_stand_on_the_passages(qtbot, built):
    review, article, source = built
    view = shown(qtbot, PaintedPages(article, source), source.document)
    view.set_marks(source_marks(review, source.document.id))
    view.set_margin("left")
    assert view.claim_rect(review.claims[4].id).contains(QPointF(middle_of(view, "£27")))


def test_a_nearest_passage_is_drawn_only_while_its_claim_is_current(qtbot, built):
    review, article, source = built
    view = shown(qtbot, PaintedPages(article, source), source.document)
    bare = grabbed(view)
    marks = source_marks(review, source.document.id)
    view.set_marks([replace(mark, nearest_only=True) for mark in marks if mark.label == "C07"])
    assert grabbed(view) == bare
    view.set_current(review.claims[6].id)
    assert grabbed(view) != bare


def test_two_claims_on_the_same_words_make_them_no_darker(article):
    first = article.scene.mark_of(claim(article, 1))
    article.set_marks([first])
    once = grabbed(article).pixelColor(place_of(article, "Overnight").topLeft().toPoint())
    article.set_marks([first, replace(first, claim="other", label="")])
    assert grabbed(article).pixelColor(place_of(article, "Overnight").topLeft().toPoint()) == once


def test_changed_words_are_printed_bold(qtbot, built):
    review, article, source = built
    view = shown(qtbot, PaintedPages(article, source), article.document)
    view.set_marks([replace(mark, changed=()) for mark in article_marks(review)])
    plain = darkness(view, "£72")
    view.set_marks(article_marks(review))
    assert darkness(view, "£72") > 1.15 * plain


def darkness(view, words) -> int:
    image, place = grabbed(view), place_of(view, words).toRect()
    return sum(
        255 - image.pixelColor(x, y).lightness()
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom() - 3)
    )


# Text


def drag(view, first, last):
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    for share in (0.3, 0.6, 1.0):
        step = first + (last - first) * share
        QTest.mouseMove(viewport, step)
        where = QPointF(step)
        QApplication.sendEvent(
            viewport,
            QMouseEvent(QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        )  # fmt: skip
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


def edge_of(view, words, side) -> QPoint:
    rect = place_of(view, words)
    return QPointF(rect.left() + 1 if side == "left" else rect.right() - 1, rect.center().y()).toPoint()


def test_dragging_over_words_selects_them_and_says_so(article, qtbot):
    with qtbot.waitSignal(article.span_selected) as selected:
        drag(article, edge_of(article, "Residents", "left"), edge_of(article, "islands will", "right"))
    assert Span(*selected.args).of(article.scene.document.text) == "Residents of the islands will"
    assert article.selected_text() == "Residents of the islands will"


def test_dragging_selects_no_claim(article, qtbot):
    with qtbot.assertNotEmitted(article.claim_clicked):
        drag(article, edge_of(article, "Overnight", "left"), edge_of(article, "Aldsund will", "right"))


def test_a_click_takes_the_selection_away(article, qtbot):
    article.select(Span(0, 20))
    with qtbot.waitSignal(article.span_selected) as selected:
        QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(article, "Kittiwake"))
    assert selected.args == [0, 0]


def test_a_double_click_selects_a_word_without_its_punctuation(article):
    at = middle_of(article, "withdrawn")
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert article.selected_text() == "withdrawn"


def test_two_double_clicks_select_the_paragraph(article):
    at = middle_of(article, "withdrawn")
    for _ in range(2):
        QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert article.selected_text().startswith("Overnight") and article.selected_text().endswith("on Tuesday.")


def test_shift_and_arrows_carry_the_selection_on(article):
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(article, "Kittiwake"))
    QTest.mouseRelease(article.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(article, "Kittiwake"))
    QTest.keyClick(article, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert article.selected_text() == "Kittiwake and"
    QTest.keyClick(article, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert article.selected_text() == "Kittiwake an"
    QTest.keyClick(article, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert article.selected_text().startswith("Kittiwake and the Fulmar")


def test_escape_takes_the_selection_away(article):
    article.select(Span(5, 9))
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert article.selected_text() == ""


def test_copying_gives_the_documents_own_text(article):
    words = "Related: Island winter"
    article.select(span_of(article.scene.document, words))
    QTest.keyClick(article, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words


def test_copying_nothing_leaves_the_clipboard_alone(article):
    QGuiApplication.clipboard().setText("kept")
    article.select(Span(0, 0))
    article.copy_selection()
    assert QGuiApplication.clipboard().text() == "kept"


def test_everything_can_be_selected(article):
    QTest.keyClick(article, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert article.selected_text() == article.scene.document.text


def test_find_counts_and_walks_round(article):
    assert article.find("THE KITTIWAKE") == 1
    count = article.find("foot-passenger fare")
    assert count == 2
    first = article.current_hit()
    article.find("foot-passenger fare")
    assert article.current_hit() != first
    article.find("foot-passenger fare")
    assert article.current_hit() == first
    article.find("foot-passenger fare", forward=False)
    assert article.current_hit() != first


def test_a_hit_out_of_sight_is_scrolled_to(long_view):
    assert long_view.find("Paragraph 200 ") == 1 or long_view.scene.hits
    hit = long_view.current_hit()
    page = next(page for page in long_view.scene.document.pages if page.start <= hit.start < page.end)
    assert page.number - 1 in long_view.visible_pages()


def test_hits_are_marked_and_empty_words_take_the_marks_away(article):
    before = grabbed(article)
    article.find("ferry")
    marked = grabbed(article)
    assert article.find("") == 0
    assert marked != before == grabbed(article)


def test_nothing_found_leaves_the_view_where_it_is(long_view):
    long_view.verticalScrollBar().setValue(4000)
    assert long_view.find("no such words") == 0
    assert long_view.verticalScrollBar().value() == 4000


def test_the_view_has_a_name_for_screen_readers(article):
    assert "night-ferry.html" in article.accessibleName()
