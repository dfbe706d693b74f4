import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.gui.galley_redactions import DrawnMarks
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import PageArea
from reviewer.opening.open import open_file
from reviewer.pages.render import RenderedGalley
from reviewer.reviewing.marking import words_marked
from reviewer.reviewing.session import Session
from tests.documents.pdf_builder import PdfBuilder
from tests.documents.review_builder import ReviewBuilder
from tests.window.desk_builders import ferry_review


def article(desk):
    return desk.window.desk.panes.article


def source(desk):
    return desk.window.desk.panes.source


def select(pane, words):
    document = pane.view.scene.document
    at = document.text.index(words)
    pane.view.select(Span(at, at + len(words)))
    pane.view.tell_selection()


def select_nothing(pane):
    pane.view.select(Span(0, 0))
    pane.view.tell_selection()


def marked(desk):
    return [mark.target.exact for mark in desk.desk.marks]


def first_page(desk):
    return desk.bridge.review.article.pages[0]


def word_box(document, words):
    """The lines' boxes of words in points, each with its page."""
    at = document.text.index(words)
    page = next(page for page in document.pages if page.start <= at < page.end)
    box = next(word.box for word in page.words if word.start <= at < word.end)
    return page, box


def drag(pane, page, box):
    """Drag the mouse round a box of a page, a little outside it."""
    view = pane.view
    paper, scale = view.paper_rect(page.number - 1), view.scene.strip.scale

    def at(x, y):
        return QPoint(round(paper.x() + x * scale), round(paper.y() + y * scale))

    start, end = at(box.x0 - 2, box.y0 - 2), at(box.x1 + 2, box.y1 + 2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def middle_of(view, words):
    document = view.scene.document
    page, box = word_box(document, words)
    paper, scale = view.paper_rect(page.number - 1), view.scene.strip.scale
    return QPointF(paper.x() + (box.x0 + box.x1) / 2 * scale, paper.y() + (box.y0 + box.y1) / 2 * scale)


def test_r_marks_the_selected_words_of_the_article(desk, qtbot):
    select(article(desk), "Ilse Tarn")
    article(desk).view.setFocus()
    qtbot.keyClick(article(desk).view, Qt.Key.Key_R)
    (mark,) = desk.desk.marks
    assert mark.target.exact == "Ilse Tarn"
    assert mark.target.document == desk.bridge.review.article.id
    assert (mark.by.initials, mark.by.name) == ("MD", "Mara Dunmore")
    assert mark.reason == "SRC"


def test_the_selected_words_of_a_source_are_marked_too(desk):
    select(source(desk), "4,100 people")
    desk.trigger("redact.selection")
    (mark,) = desk.desk.marks
    assert (mark.target.document, mark.target.exact) == (source(desk).document, "4,100 people")


def test_of_two_selections_the_one_of_the_pane_with_the_focus_is_marked(desk):
    select(article(desk), "Ilse Tarn")
    select(source(desk), "£27")
    source(desk).view.setFocus()
    desk.trigger("redact.selection")
    assert marked(desk) == ["£27"]


def test_without_the_focus_in_a_pane_the_last_selection_is_marked(desk):
    desk.window.desk.claims.setFocus()
    select(source(desk), "£27")
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    assert marked(desk) == ["Ilse Tarn"]


def test_what_was_marked_is_no_longer_selected(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    assert not article(desk).selected.length and not article(desk).view.selected_text()


def test_without_a_selection_it_is_said_what_to_do(desk):
    desk.trigger("redact.selection")
    assert desk.window.messages.sentences == (
        "Select words in the article or a source first; R then marks them for redaction.",
    )
    assert not desk.desk.marks


def test_words_that_are_marked_are_not_marked_again(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    select(article(desk), "Ilse")
    desk.trigger("redact.selection")
    assert marked(desk) == ["Ilse Tarn"]
    assert desk.window.messages.sentences == ("These words are marked for redaction already.",)


def test_marking_can_be_undone_and_redone_by_name(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    assert desk.window.action("edit.undo").text() == "&Undo redaction mark"
    desk.trigger("edit.undo")
    assert not desk.desk.marks and not article(desk).view.scene.redactions.on_page(first_page(desk))
    desk.trigger("edit.redo")
    assert marked(desk) == ["Ilse Tarn"] and article(desk).view.scene.redactions.on_page(first_page(desk))


def test_words_selected_in_a_source_are_forgotten_when_another_comes_to_the_front(open_window):
    builder = ferry_review()
    builder.source("letter.txt", "Dear editor\n\nThe pier is old.\n")
    desk = open_window(builder=builder)
    select(source(desk), "4,100 people")
    desk.trigger("source.next", "redact.selection")
    assert not desk.desk.marks


def test_a_mark_is_drawn_over_its_words_with_its_reason(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    (part,) = article(desk).view.scene.redactions.on_page(first_page(desk))
    _page, box = word_box(desk.bridge.review.article, "Ilse Tarn")
    assert part.redaction.reason == "SRC"
    assert part.boxes[0].x0 == pytest.approx(box.x0) and part.boxes[0].y0 == pytest.approx(box.y0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marked_words_are_hatched_and_not_hidden(open_window, theme, qtbot):
    desk = open_window(theme=theme)
    view = article(desk).view
    qtbot.waitUntil(lambda: view.is_drawn)
    at = middle_of(view, "Ilse").toPoint()
    part = QRect(at.x() - 12, at.y() - 8, 24, 16)
    before = view.viewport().grab(part).toImage()
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    select_nothing(article(desk))
    after = view.viewport().grab(part).toImage()
    pixels = [(x, y) for x in range(after.width()) for y in range(after.height())]
    changed = sum(before.pixel(x, y) != after.pixel(x, y) for x, y in pixels)
    shades = {after.pixelColor(x, y).lightness() // 16 for x, y in pixels}
    assert changed > len(pixels) * 0.5
    assert max(shades) - min(shades) >= 6


def test_hovering_says_why_who_and_when(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    said = article(desk).view.hint_at(middle_of(article(desk).view, "Ilse"))
    assert said.startswith("To be redacted: SRC: would identify a source · Mara Dunmore · ")
    assert "20" in said.rsplit(" · ", 1)[1]


def test_marks_stand_in_the_gutter_and_on_the_minimap(desk):
    minimap = desk.window.desk.panes.minimap
    assert minimap.redacted == ()
    select(article(desk), "The pier")
    desk.trigger("redact.selection")
    assert len(minimap.redacted) == 1 and 0 < minimap.redacted[0] < 1


def test_every_source_tab_shows_its_own_marks(open_window):
    builder = ferry_review()
    builder.source("letter.txt", "Dear editor\n\nThe pier is old.\n")
    desk = open_window(builder=builder)
    select(source(desk), "4,100 people")
    desk.trigger("redact.selection")
    view = source(desk).view
    assert len(view.scene.redactions.on_page(view.scene.document.pages[0])) == 1
    desk.trigger("source.next")
    assert not view.scene.redactions.on_page(view.scene.document.pages[0])
    desk.trigger("source.previous")
    assert len(view.scene.redactions.on_page(view.scene.document.pages[0])) == 1


def test_a_dragged_rectangle_marks_an_area_of_the_page(desk):
    page, box = word_box(desk.bridge.review.article, "Ilse")
    desk.trigger("redact.area")
    assert article(desk).view.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    drag(article(desk), page, box)
    (mark,) = desk.desk.marks
    assert isinstance(mark.target, PageArea) and mark.target.page == page.number
    drawn = mark.target.box
    for side, expected in zip((drawn.x0, drawn.y0), (box.x0 - 2, box.y0 - 2), strict=True):
        assert side == pytest.approx(expected, abs=1)
    for side, expected in zip((drawn.x1, drawn.y1), (box.x1 + 2, box.y1 + 2), strict=True):
        assert side == pytest.approx(expected, abs=1)


def test_after_one_rectangle_a_drag_selects_again(desk):
    page, box = word_box(desk.bridge.review.article, "Ilse")
    desk.trigger("redact.area")
    drag(article(desk), page, box)
    assert not article(desk).view.draws_area and not source(desk).view.draws_area
    assert "rectangle" not in desk.window.status.hint
    drag(article(desk), page, box)
    assert len(desk.desk.marks) == 1 and article(desk).selected.length


def test_a_rectangle_can_be_drawn_in_the_source_as_well(desk):
    document = source(desk).view.scene.document
    desk.trigger("redact.area")
    drag(source(desk), *word_box(document, "4,100"))
    (mark,) = desk.desk.marks
    assert mark.target.document == document.id


def test_escape_leaves_the_drawing_of_a_rectangle(desk, qtbot):
    desk.trigger("redact.area")
    assert desk.window.status.hint == "Drag a rectangle over what is to go · Esc leaves"
    qtbot.keyClick(article(desk).view, Qt.Key.Key_Escape)
    assert not article(desk).view.draws_area and not source(desk).view.draws_area
    assert "rectangle" not in desk.window.status.hint
    drag(article(desk), *word_box(desk.bridge.review.article, "Ilse"))
    assert not desk.desk.marks


def test_a_click_while_a_rectangle_is_awaited_marks_nothing(desk):
    page, box = word_box(desk.bridge.review.article, "Ilse")
    desk.trigger("redact.area")
    drag(article(desk), page, Box(box.x0 + 2, box.y0 + 2, box.x0 - 2, box.y0 - 2))
    assert not desk.desk.marks


def test_a_clicked_mark_is_taken_back(desk, qtbot):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    at = middle_of(article(desk).view, "Ilse").toPoint()
    qtbot.mouseClick(article(desk).view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.trigger("redact.take_back")
    assert not desk.desk.marks
    assert desk.window.action("edit.undo").text() == "&Undo remove redaction mark"


def test_without_a_chosen_mark_it_is_said_how_to_choose_one(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection", "redact.take_back")
    assert len(desk.desk.marks) == 1
    assert desk.window.messages.sentences == ("Click on a mark first, on its page or in the redaction panel.",)


def test_marks_are_there_when_a_review_is_opened_again(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    review = desk.bridge.review
    desk.bridge.replace(Session(None, msgspec.structs.replace(review, desk=type(review.desk)())))
    assert not article(desk).view.scene.document
    desk.bridge.replace(Session(None, review))
    assert len(article(desk).view.scene.redactions.on_page(first_page(desk))) == 1


def test_a_lost_mark_is_drawn_nowhere(desk):
    select(article(desk), "Ilse Tarn")
    desk.trigger("redact.selection")
    review = desk.bridge.review
    target = msgspec.structs.replace(review.desk.marks[0].target, exact="Ilsa Torn", start=3, end=12)
    lost = msgspec.structs.replace(review.desk.marks[0], target=target)
    changed = msgspec.structs.replace(review, desk=msgspec.structs.replace(review.desk, marks=(lost,)))
    assert DrawnMarks().on(changed, changed.article, ()) == ()


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_rectangle_on_a_rotated_and_cropped_page_holds_what_is_seen_in_it(open_window, degrees):
    pdf = PdfBuilder().page(500, 700).text(120, 200, "Witness Ilse Tarn spoke").text(120, 420, "nobody else did")
    content = pdf.cropped(60, 100, 440, 600).rotated(degrees).content()
    (opened, *_) = open_file("scan.pdf", content)
    builder = ReviewBuilder("Head\n\nText.\n").use_article(opened.document, content, opened.galley)
    desk = open_window(builder=builder)
    view = article(desk).view
    view.set_zoom(0.7)
    page, box = word_box(opened.document, "Ilse")
    desk.trigger("redact.area")
    drag(article(desk), page, box)
    (mark,) = desk.desk.marks
    assert words_marked(mark, opened.document) == "Ilse"
    ink = RenderedGalley(opened.galley).render(1, 2.0, mark.target.box)
    assert min(ink.data) < 90
    assert mark.target.box.x1 <= page.width and mark.target.box.y1 <= page.height


def test_the_context_menu_of_a_mark_takes_that_mark_back(desk):
    for words in ("Ilse Tarn", "The pier"):
        select(article(desk), words)
        desk.trigger("redact.selection")
    view = article(desk).view
    view.customContextMenuRequested.emit(middle_of(view, "Ilse").toPoint())
    menu = QApplication.activePopupWidget()
    shown = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert shown[:3] == ["redact.selection", "redact.area", "redact.take_back"]
    next(action for action in menu.actions() if action.objectName() == "redact.take_back").trigger()
    menu.close()
    assert marked(desk) == ["The pier"]


def test_a_context_menu_leaves_out_what_cannot_be_used(desk):
    view = article(desk).view
    view.customContextMenuRequested.emit(middle_of(view, "Ilse").toPoint())
    menu = QApplication.activePopupWidget()
    shown = {action.objectName() for action in menu.actions()}
    menu.close()
    assert "redact.selection" in shown and not shown & {"redact.take_back", "claim.add"}
