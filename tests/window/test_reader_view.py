"""Reader view: plain structured text of a document, its claims as links that work by keyboard."""

import pytest
from PySide6.QtCore import Qt, QUrl

from reviewer.gui.reader_text import ReaderMark, article_reading, reader_html, source_reading
from reviewer.model.document import Block, BlockKind, Document, Furniture, Page, WordArray
from reviewer.model.geometry import Span
from tests.window.desk_builders import ferry_review


def document(text, *blocks, pages=1):
    cut = len(text) // pages
    return Document(
        id="d" * 64,
        name="d.txt",
        media_type="text/plain",
        text=text,
        blocks=blocks,
        pages=tuple(Page(at + 1, 300, 400, WordArray(), at * cut, (at + 1) * cut) for at in range(pages)),
        typeset=True,
    )


@pytest.fixture
def reading(desk, qtbot):
    """The ferry article as plain text, with the focus on it."""
    desk.window.activateWindow()
    desk.trigger("view.reader")
    reader = desk.window.desk.panes.article.body.reader
    qtbot.waitUntil(reader.hasFocus)
    return desk


def reader_of(desk):
    return desk.window.desk.panes.article.body.reader


def test_headings_are_headings_and_every_page_is_announced():
    made = document("Ferry fare\nIt rises.", Block(0, 10, BlockKind.HEADLINE), Block(11, 20, BlockKind.PARAGRAPH))
    html = reader_html(made, (), 0, 1)
    assert '<h1><a name="at-0"></a>Ferry fare</h1>' in html
    assert "Page 1 of 1" in html


def test_a_claim_is_a_link_followed_by_its_number_and_verdict():
    made = document("It rises today.", Block(0, 15, BlockKind.PARAGRAPH))
    html = reader_html(made, (ReaderMark(Span(0, 8), "c1", "C01, Open"),), 0, 1)
    assert '<a href="claim:c1">It rises</a> <span class="said"' in html
    assert "[C01, Open]</span> today." in html


def test_words_of_two_claims_are_said_once():
    made = document("It rises today.", Block(0, 15, BlockKind.PARAGRAPH))
    marks = (ReaderMark(Span(0, 8), "c1", "C01"), ReaderMark(Span(3, 14), "c2", "C02"))
    html = reader_html(made, marks, 0, 1)
    assert html.count("rises") == 1
    assert '<a href="claim:c2"> today</a>' in html


def test_what_looks_like_markup_is_text():
    made = document("<img src=x> & <b>", Block(0, 17, BlockKind.PARAGRAPH))
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;" in reader_html(made, (), 0, 1)


def test_page_furniture_is_called_so():
    made = document("Cookies!", Block(0, 8, BlockKind.PARAGRAPH, Furniture.COOKIE_NOTICE))
    assert "Page furniture: Cookies!" in reader_html(made, (), 0, 1)


def test_a_long_document_is_read_a_stretch_of_pages_at_a_time():
    made = document("word " * 100, *(Block(at, at + 4, BlockKind.PARAGRAPH) for at in range(0, 500, 5)), pages=50)
    html = reader_html(made, (), 20, 40)
    assert html.count("<p><a name=") == 40
    assert "pages:earlier" in html
    assert "pages:later" in html


def test_the_article_reads_its_claims_and_a_source_its_passages():
    builder = ferry_review()
    review = builder.build()
    assert [mark.said for mark in article_reading(review)] == [
        "C01, Open, figure changed",
        "C02, Open, altered quote",
        "C03, Open, paraphrase",
        "C04, Open, not found",
    ]
    source = review.desk.sources[0].document
    assert [mark.said[:3] for mark in source_reading(review, source)] == ["C01", "C02", "C03"]


def test_the_text_stands_in_place_of_the_pages_and_goes_again(reading, qtbot):
    assert "Ilse Tarn" in reader_of(reading).toPlainText()
    reading.trigger("view.reader")
    qtbot.waitUntil(reading.window.desk.panes.article.view.hasFocus)
    assert not reader_of(reading).isVisible()


def test_a_link_chooses_its_claim(reading):
    reader_of(reading).anchorClicked.emit(QUrl(f"claim:{reading.claims[2].id}"))
    assert reading.window.selection.claim == reading.claims[2].id


def test_tab_and_enter_choose_a_claim(reading, qtbot):
    reading.go_to(3)
    reader = reader_of(reading)
    reader.moveCursor(reader.textCursor().MoveOperation.Start)
    qtbot.keyClick(reader, Qt.Key.Key_Tab)
    qtbot.keyClick(reader, Qt.Key.Key_Return)
    assert reading.window.selection.claim == reading.claims[0].id


def test_the_keys_of_the_desk_judge_from_the_text(reading, qtbot):
    reading.go_to(0)
    qtbot.keyClick(reader_of(reading), "1")
    qtbot.waitUntil(lambda: reading.claims[0].id in reading.desk.verdicts)
    assert "C01, Verified" in reader_of(reading).toPlainText()


def test_f6_stops_at_the_text(reading):
    assert reader_of(reading) in reading.window.desk.stops


def test_nothing_is_ever_loaded(reading):
    assert reader_of(reading).loadResource(2, QUrl("file:///etc/hostname")) is None
