"""Beside a document: its pages as small pictures and its headings, both by keyboard; and a place that is typed."""

import pytest
from PySide6.QtCore import Qt

from reviewer.gui.place_dialog import PlaceDialog, place_in
from reviewer.model.document import Block, BlockKind
from tests.documents.review_builder import ReviewBuilder, blocks_of

PARTS = [f"Part {part}\n\n" + "The ferry sails from the new quay. " * 180 + "\n\n" for part in range(1, 6)]
REPORT = "".join(PARTS)


def report_review():
    """An article of several pages with five headings, and a claim in the third part."""
    builder = ReviewBuilder("A short article\n")
    heads = {REPORT.index(f"Part {part}\n") for part in range(1, 6)}
    blocks = [
        Block(one.start, one.end, BlockKind.HEADING if one.start in heads else BlockKind.PARAGRAPH)
        for one in blocks_of(REPORT)
    ]
    document = builder.add_document("report.txt", REPORT, tuple(blocks))
    return builder.use_article(document, builder.originals[document.id], builder.galleys[document.id])


@pytest.fixture
def report(open_window):
    opened = open_window(builder=report_review())
    opened.window.activateWindow()
    return opened


def pane(report):
    return report.window.desk.panes.article


def page_in_sight(report):
    return pane(report).view.current_page_line()[0]


def test_the_panel_opens_with_one_picture_for_each_page(report, qtbot):
    report.trigger("view.pages")
    panel = pane(report).body.panel
    assert panel.isVisible()
    assert panel.thumbnails.model().rowCount() == len(pane(report).view.scene.document.pages) > 2
    qtbot.waitUntil(lambda: panel.picture_is_there(0))


def test_the_arrow_keys_go_from_page_to_page(report, qtbot):
    report.trigger("view.pages")
    thumbnails = pane(report).body.panel.thumbnails
    qtbot.waitUntil(thumbnails.hasFocus)
    qtbot.keyClick(thumbnails, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page_in_sight(report) == 2)


def test_the_panel_marks_the_page_that_is_read(report, qtbot):
    report.trigger("view.pages")
    pane(report).view.go_to(3)
    qtbot.waitUntil(lambda: pane(report).body.panel.thumbnails.currentIndex().row() == 2)


def test_a_heading_leads_to_its_place(report, qtbot):
    report.trigger("view.pages")
    panel = pane(report).body.panel
    panel.tabs.setCurrentIndex(1)
    assert [heading.split("  ")[0] for heading in panel.headings] == [f"Part {part}" for part in range(1, 6)]
    panel.outline.setCurrentRow(4)
    qtbot.waitUntil(lambda: page_in_sight(report) == int(panel.headings[4].rsplit(" ", 1)[1]))


def test_a_document_without_headings_says_so(report):
    report.trigger("view.pages")
    panel = pane(report).body.panel
    panel.show_document(None)
    panel.tabs.setCurrentIndex(1)
    assert panel.shown.text() == "This document has no headings."


def test_closed_again_the_focus_is_on_the_pages(report, qtbot):
    report.trigger("view.pages", "view.pages")
    assert not pane(report).body.panel.isVisible()
    qtbot.waitUntil(pane(report).view.hasFocus)


def test_f6_stops_in_the_open_panel(report):
    report.trigger("view.pages")
    assert pane(report).body.panel.thumbnails in report.window.desk.stops
    report.trigger("view.pages")
    assert pane(report).body.panel.thumbnails not in report.window.desk.stops


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("12", (12, 1)),
        ("12 30", (12, 30)),
        ("p12 l30", (12, 30)),
        ("page 3, line 4", (3, 4)),
        ("3:4", (3, 4)),
        ("l9", (7, 9)),
        ("0", (1, 1)),
        ("", None),
        ("the harbour", None),
        ("3 4 5", None),
    ],
)
def test_a_place_is_read_as_it_is_typed(typed, place):
    assert place_in(typed, current_page=7) == place


def test_nothing_but_a_place_can_be_gone_to(qtbot):
    dialog = PlaceDialog(1, 9)
    qtbot.addWidget(dialog)
    dialog.type_place("harbour")
    assert not dialog.can_go
    dialog.type_place("4 2")
    assert dialog.can_go


def test_no_band_crosses_a_panel(desk):
    panes = desk.window.desk.panes
    for pane in (panes.article, panes.source):
        pane.body.toggle_panel()
        desk.window.layout().activate()
    assert panes.article.body.panel.x() == 0
    assert panes.source.body.layout().indexOf(panes.source.body.panel) == 1
