"""Article and source move by the claim, together from where both stand, or each by itself."""

import pytest

from reviewer.gui.scroll_sync import Sync
from tests.documents.review_builder import ReviewBuilder

GLIDE_MS = 400
LONG = "\n\n".join(f"Paragraph {number} tells of the ferry and of its harbour." for number in range(120)) + "\n"


@pytest.fixture
def long_desk(open_window, qtbot):
    builder = ReviewBuilder(LONG)
    builder.source("long.txt", "A heading of its own\n\n" + LONG)
    builder.claim("Paragraph 3 tells of the ferry")
    opened = open_window(builder=builder)
    qtbot.waitUntil(lambda: bars(opened)[1].maximum() > 0)
    qtbot.wait(GLIDE_MS)
    for pane in (opened.window.desk.panes.article, opened.window.desk.panes.source):
        pane.view.set_zoom(1.0)
        pane.view.verticalScrollBar().setValue(0)
    return opened


def bars(opened):
    panes = opened.window.desk.panes
    return panes.article.view.verticalScrollBar(), panes.source.view.verticalScrollBar()


def test_the_source_scrolls_as_far_as_the_article(long_desk):
    article, source = bars(long_desk)
    source.setValue(60)
    long_desk.trigger("view.sync_here")
    article.setValue(400)
    assert source.value() == 460


def test_the_article_scrolls_with_the_source_too(long_desk):
    article, source = bars(long_desk)
    long_desk.trigger("view.sync_here")
    source.setValue(250)
    assert article.value() == 250


def test_the_end_of_one_document_does_not_move_where_they_belong_together(long_desk):
    article, source = bars(long_desk)
    source.setValue(source.maximum() - 100)
    long_desk.trigger("view.sync_here")
    article.setValue(500)
    assert source.value() == source.maximum()
    article.setValue(40)
    assert source.value() == source.maximum() - 60


def test_after_a_zoom_they_go_on_from_where_they_are(long_desk):
    article, source = bars(long_desk)
    long_desk.trigger("view.sync_here")
    panes = long_desk.window.desk.panes
    panes.source.view.set_zoom(panes.article.view.zoom * 2)
    before = source.value()
    article.setValue(article.value() + 100)
    assert source.value() == pytest.approx(before + 200, abs=1)


def test_scrolling_together_ends_following_the_claim_and_the_other_way_round(long_desk):
    panes, window = long_desk.window.desk.panes, long_desk.window
    long_desk.trigger("view.sync_here")
    assert (panes.sync, panes.source.follows_claims) == (Sync.HERE, False)
    assert not window.action("view.sync").isChecked()
    long_desk.trigger("view.sync")
    assert (panes.sync, panes.source.follows_claims) == (Sync.CLAIM, True)
    assert not window.action("view.sync_here").isChecked()


def test_chosen_again_it_lets_both_go(long_desk):
    article, source = bars(long_desk)
    long_desk.trigger("view.sync_here", "view.sync_here")
    article.setValue(300)
    assert (source.value(), long_desk.window.desk.panes.sync) == (0, Sync.OFF)
