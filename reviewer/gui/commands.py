"""What each action of the table does: one call each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reviewer.gui.claim_rows import Order
from reviewer.gui.drop import read_mime
from reviewer.gui.scroll_sync import Sync
from reviewer.model.verdict import Decision
from reviewer.reviewing.edits import RemoveSource

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow

Command = Callable[[], None]


def commands_of(window: "MainWindow") -> dict[str, Command]:
    """Return the commands by action id."""
    return {
        **_file_commands(window),
        **_edit_commands(window),
        **_claim_commands(window),
        **_verdict_commands(window),
        **_source_commands(window),
        **_redaction_commands(window),
        **_view_commands(window),
    }


def _file_commands(window: "MainWindow") -> dict[str, Command]:
    questions = window.questions
    return {
        "file.new": window.flow.begin_anew,
        "file.open_article": questions.choose_article,
        "file.add_source": questions.choose_sources,
        "file.paste": lambda: window.flow.take(read_mime(QApplication.clipboard().mimeData())),
        "file.sample": window.flow.open_sample,
        "file.open_review": questions.choose_review,
        "file.take_over": questions.choose_decisions,
        "file.save_as": questions.save_as,
        "file.export": questions.export,
        "file.print": lambda: window.printing.ask_document(window.current_pane.view.scene),
        "file.print_packet": window.printing.ask_packet,
        "file.quit": window.close_window,
        "help.contents": window.side_windows.show_help,
        "help.keys": window.side_windows.show_keys,
        "help.about": window.side_windows.show_about,
    }


def _edit_commands(window: "MainWindow") -> dict[str, Command]:
    return {
        "edit.undo": window.bridge.undo,
        "edit.redo": window.bridge.redo,
        "edit.copy": lambda: window.current_pane.view.copy_selection(),
        "edit.find": lambda: window.current_pane.search.open_search(),
        "edit.find_all": window.side_windows.search_all,
        "edit.filter": window.desk.claims.filters.open_field,
        "edit.initials": window.signer.change,
        "edit.preferences": window.questions.ask_preferences,
        "edit.describe": window.questions.describe_review,
    }


def _claim_commands(window: "MainWindow") -> dict[str, Command]:
    judging, panes, questions = window.judging, window.desk.panes, window.questions
    return {
        "claim.next": lambda: judging.go(1),
        "claim.previous": lambda: judging.go(-1),
        "claim.next_open": lambda: judging.go(1, open_only=True),
        "claim.previous_open": lambda: judging.go(-1, open_only=True),
        "claim.choose_same": window.desk.claims.choose_same,
        "claim.next_candidate": lambda: judging.show_candidate(1),
        "claim.previous_candidate": lambda: judging.show_candidate(-1),
        "claim.comment": lambda: _at_desk(window, window.desk.comparison.write_comment),
        "claim.correct": lambda: _at_desk(window, window.desk.comparison.correction.setFocus),
        "claim.read_second": judging.read_second,
        "claim.history": lambda: questions.show_history(window.selection.claim or ""),
        "claim.add": lambda: judging.add(panes.article.selected),
        "claim.reshape": lambda: judging.reshape(panes.article.selected),
        "claim.link": lambda: judging.link(panes.source.document or "", panes.source.selected),
        "claim.dismiss": judging.dismiss,
        "claim.restore": judging.restore,
        "claim.furniture": lambda: judging.switch_furniture(panes.article.selected.start),
    }


def _at_desk(window: "MainWindow", command: Command) -> None:
    """Do what needs the desk's fields, ending the presentation before."""
    if window.action("view.present").isChecked():
        window.action("view.present").trigger()
    command()


def _verdict_commands(window: "MainWindow") -> dict[str, Command]:
    def give(decision: Decision) -> Command:
        return lambda: window.decide(decision)

    given = {f"verdict.{decision.value}": give(decision) for decision in Decision}
    return {**given, "verdict.clear": window.judging.clear}


def _source_commands(window: "MainWindow") -> dict[str, Command]:
    source = window.desk.panes.source
    return {
        "source.describe": lambda: window.questions.describe_source(source.document),
        "source.next": lambda: source.strip.step(1),
        "source.previous": lambda: source.strip.step(-1),
        "source.remove": lambda: window.bridge.apply(RemoveSource(source.document or "")),
    }


def _redaction_commands(window: "MainWindow") -> dict[str, Command]:
    redaction = window.redaction
    return {
        "redact.selection": redaction.mark_selection,
        "redact.area": redaction.mark_area,
        "redact.take_back": redaction.take_back,
        "redact.carry": window.marking.carry,
        "redact.panel": redaction.toggle_panel,
        "redact.find": lambda: window.redact_dialogs.find(window.current_pane.view.selected_text()),
        "redact.apply": window.redact_dialogs.apply,
        "redact.reasons": redaction.edit_reasons,
    }


def _view_commands(window: "MainWindow") -> dict[str, Command]:
    panes, model = window.desk.panes, window.model
    return {
        "view.zoom_in": lambda: window.current_pane.view.zoom_in(),
        "view.zoom_out": lambda: window.current_pane.view.zoom_out(),
        "view.fit_width": lambda: window.current_pane.view.fit_width(),
        "view.fit_page": lambda: window.current_pane.view.fit_width(whole_page=True),
        "view.go_to": lambda: window.questions.ask_place(window.current_pane.view),
        "view.pages": lambda: window.current_pane.body.toggle_panel(),
        "view.reader": lambda: window.current_pane.body.toggle_reader(),
        "view.sort_place": lambda: model.sort_by(Order.PLACE),
        "view.sort_risk": lambda: model.sort_by(Order.RISK),
        "view.group_same": lambda: window.settings.change(group_same=not window.settings.values.group_same),
        "view.next_pane": lambda: window.focus.step(1),
        "view.previous_pane": lambda: window.focus.step(-1),
        "view.swap": panes.swap,
        "view.stack": lambda: panes.stack(not panes.is_stacked),
        "view.sync": lambda: panes.choose_sync(Sync.CLAIM),
        "view.sync_here": lambda: panes.choose_sync(Sync.HERE),
        "view.list": lambda: window.desk.show_list(not window.desk.claims.isVisible()),
        "view.light": lambda: window.settings.change(theme="light"),
        "view.dark": lambda: window.settings.change(theme="dark"),
        "view.full_screen": lambda: window.setWindowState(window.windowState() ^ window.full_screen_state),
        "view.present": window.refresh,
        "view.single_keys": lambda: window.settings.change(single_keys=not window.settings.values.single_keys),
    }
