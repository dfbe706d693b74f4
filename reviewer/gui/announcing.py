"""Connects everything that has news to the announcer: one line for each kind."""

from typing import TYPE_CHECKING

from reviewer.gui.storage import Storage

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


def announce_all(window: "MainWindow", storage: Storage) -> None:
    """Let the window's message strip and status line say what its parts report."""
    announcer, analysis, status = window.announcer, window.analysis, window.status
    for one in (window.flow, window.export_flow, window.print_flow, storage, window.settings):
        one.problem.connect(announcer.say_problem)
    analysis.problem.connect(lambda said: announcer.say_stopped(said, analysis.try_again))
    analysis.stopped.connect(status.say_stopped)
    window.bridge.refused.connect(announcer.say_problem)
    window.pages.failed.connect(announcer.say_problem)
    window.flow.documents_opened.connect(announcer.say_notices)
    window.flow.taken_over.connect(announcer.say_taken_over)
    window.export_flow.saved.connect(announcer.say_saved)
    window.print_flow.printed.connect(announcer.say_printed)
    window.judging.all_judged.connect(announcer.say_all_judged)
    window.judging.same_person.connect(announcer.say_same_person)
    window.marking.nothing_to_mark.connect(announcer.say_nothing_to_mark)
    window.marking.marked_already.connect(announcer.say_marked_already)
    window.marking.nothing_chosen.connect(announcer.say_nothing_chosen)
    window.marking.carried.connect(announcer.say_carried)
    window.bridge.changed.connect(lambda change: announcer.say_behind(change, window.marking.carry))
    window.redaction.hinted.connect(status.say_hint)
    storage.moved.connect(lambda: status.say_where(str(storage.path or ""), storage.is_read_only))
    storage.moved.connect(lambda: window.top.say_read_only(storage.is_read_only))
    storage.problem.connect(lambda _problem: status.say_not_saved())
