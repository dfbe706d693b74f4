"""Words are looked for in the article and every source at once."""

import pytest
from PySide6.QtCore import Qt

from reviewer.gui.search_all import SearchAll


@pytest.fixture
def search(desk):
    desk.trigger("edit.find_all")
    return desk.window.findChild(SearchAll)


def lines(search):
    return [search.list.item(row).text() for row in range(search.list.count())]


def test_places_are_listed_with_document_page_and_line_article_first(search):
    search.field.setText("4,100 people")
    search.look()
    first, second = lines(search)
    assert first.startswith("Article  p1 l") and second.startswith("S1  p1 l")
    assert search.said == "Places: 2 · documents: 2"


def test_quotation_marks_and_capitals_make_no_difference(search):
    search.field.setText('"we SHALL not')
    search.look()
    assert len(lines(search)) == 1


def test_enter_goes_to_the_first_place_and_arrows_to_the_others(search, desk, qtbot):
    search.field.setText("4,100 people")
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    panes, review = desk.window.desk.panes, desk.bridge.review
    assert panes.article.view.current_hit().of(review.article.text) == "4,100 people"
    qtbot.keyClick(search.list, Qt.Key.Key_Down)
    assert panes.source.view.current_hit().of(review.sources[0].text) == "4,100 people"


def test_words_that_stand_nowhere_are_said_so(search):
    search.field.setText("submarine")
    search.look()
    assert lines(search) == [] and search.said == "Not found"


def test_the_words_selected_in_a_pane_are_looked_for(desk):
    view = desk.window.desk.panes.article.view
    at = desk.bridge.review.article.text.index("Brackwater")
    view.select(type(view.scene.selection)(at, at + 10))
    desk.trigger("edit.find_all")
    search = desk.window.findChild(SearchAll)
    assert search.field.text() == "Brackwater" and len(lines(search)) == 2
