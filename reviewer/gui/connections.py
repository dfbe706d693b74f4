"""Connects what one part of the window says to what another does: one line for each."""

from typing import TYPE_CHECKING

from reviewer.gui.review_flow import Target
from reviewer.gui.scroll_sync import Sync

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


def connect_all(window: "MainWindow") -> None:
    """Connect the parts of a window that is put together."""
    _connect_claims(window)
    _connect_judging(window)
    _connect_bars(window)
    _connect_empty(window)


def _connect_claims(window: "MainWindow") -> None:
    desk, panes, selection = window.desk, window.desk.panes, window.selection
    desk.claims.claim_chosen.connect(selection.choose)
    desk.claims.together_chosen.connect(selection.choose_together)
    panes.minimap.claim_clicked.connect(selection.choose)
    for pane, target in ((panes.article, Target.ARTICLE), (panes.source, Target.SOURCES)):
        pane.claim_chosen.connect(selection.choose)
        pane.selection_changed.connect(window.refresh)
        pane.dropped.connect(lambda dropped, where=target: window.flow.take(dropped, where))
    panes.sync_changed.connect(lambda sync: window.action("view.sync").setChecked(sync is Sync.CLAIM))
    panes.sync_changed.connect(lambda sync: window.action("view.sync_here").setChecked(sync is Sync.HERE))
    panes.source.strip.add_wanted.connect(window.questions.choose_sources)
    panes.source.strip.describe_wanted.connect(window.questions.describe_source)
    window.redact_dialogs.hit_chosen.connect(lambda hit: panes.show_hit(hit.document, hit.span, hit.words))


def _connect_judging(window: "MainWindow") -> None:
    desk, judging = window.desk, window.judging
    desk.comparison.corrected.connect(judging.correct)
    desk.comparison.notes.written.connect(judging.note)
    desk.comparison.finished.connect(desk.claims.setFocus)
    desk.verdict.decided.connect(window.decide)
    desk.verdict.cleared.connect(judging.clear)
    desk.verdict.method_chosen.connect(judging.verify_by)
    desk.verdict.second_read.connect(judging.read_second)
    window.presentation.decided.connect(window.decide)
    window.presentation.ended.connect(window.action("view.present").trigger)


def _connect_bars(window: "MainWindow") -> None:
    desk, top = window.desk, window.top
    top.list_wanted.connect(window.action("view.list").trigger)
    top.redaction_wanted.connect(window.action("redact.panel").trigger)
    top.search_wanted.connect(window.action("edit.find").trigger)
    top.export_wanted.connect(window.action("file.export").trigger)
    desk.list_shown.connect(lambda on: top.offer_list(not on))
    desk.list_shown.connect(window.action("view.list").setChecked)
    desk.redaction_shown.connect(window.action("redact.panel").setChecked)


def _connect_empty(window: "MainWindow") -> None:
    empty, flow, questions, settings = window.empty, window.flow, window.questions, window.settings
    empty.article_wanted.connect(questions.choose_article)
    empty.sources_wanted.connect(questions.choose_sources)
    empty.article_dropped.connect(lambda dropped: flow.take(dropped, Target.ARTICLE))
    empty.sources_dropped.connect(lambda dropped: flow.take(dropped, Target.SOURCES))
    empty.sample_wanted.connect(flow.open_sample)
    empty.recent.review_wanted.connect(flow.open_review)
    empty.recent.pin_wanted.connect(settings.pin)
    empty.recent.clear_wanted.connect(settings.clear_recent)
