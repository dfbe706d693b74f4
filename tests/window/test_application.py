import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Signal
from PySide6.QtGui import QPalette

from reviewer.gui.announcer import Announcer
from reviewer.gui.application import Program, first_size, theme_name
from reviewer.gui.background import Job
from reviewer.gui.draft_news import draft_news
from reviewer.gui.message_strip import MessageStrip
from reviewer.gui.progress_strip import ProgressStrip
from reviewer.gui.single_instance import VERSION, Greeting
from reviewer.gui.theme import load_theme
from reviewer.model.request import Progress, Step
from reviewer.model.review import Review
from reviewer.model.verdict import CarryOver, Decision
from reviewer.preferences import Preferences, load
from reviewer.reviewing.session import Change
from tests.window.desk_builders import ferry_review


@pytest.fixture
def program(qapp, tmp_path, monkeypatch):
    """The whole program with folders of its own; its children are not started."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    made = Program(qapp)
    made.paints = []
    made.window.painted.connect(lambda: made.paints.append(True))
    made.window.show()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setProperty("theme", None)


def test_the_first_window_is_no_larger_than_the_screen():
    assert first_size(QSize(1280, 800)) == QSize(1280, 800)
    assert first_size(QSize(3840, 2160)) == QSize(1440, 900)


def test_the_first_paint_is_told_once(program, qtbot):
    qtbot.waitUntil(lambda: program.paints == [True])
    program.window.repaint()
    qtbot.wait(50)
    assert program.paints == [True]


def test_the_theme_changes_at_once_and_is_kept(program, qtbot):
    before = program.settings.values
    program.window.action("view.dark").trigger()
    qtbot.waitUntil(lambda: not program.jobs.running)
    ink = program.window.palette().color(QPalette.ColorRole.WindowText)
    assert ink == load_theme("dark").ink
    assert (before.theme, load().theme) == ("system", "dark")
    assert program.window.action("view.dark").isChecked()


def test_a_later_start_without_files_only_brings_the_window_to_the_front(program):
    program.window.hide()
    program.greet(Greeting(VERSION))
    assert program.window.isVisible()
    assert not program.jobs.running


def test_the_system_decides_the_theme_until_the_editor_does(qapp):
    assert theme_name(qapp, Preferences(theme="dark")) == "dark"
    assert theme_name(qapp, Preferences(theme="system")) in ("light", "dark")


def test_a_new_draft_says_what_became_of_the_verdicts():
    builder = ferry_review()
    kept, reworded, unjudged, _ = builder.claims
    for claim in (kept, reworded):
        builder.verdict(claim, Decision.VERIFIED)
    before = builder.build()
    verdicts = before.desk.verdicts
    old = replace(verdicts[reworded.id], claim_text="We may not raise it")
    desk = replace(before.desk, draft=2, verdicts={**verdicts, reworded.id: old, "gone": old})
    states = {kept.id: CarryOver.UNCHANGED, reworded.id: CarryOver.RECHECK, unjudged.id: CarryOver.RECHECK}
    after = replace(before, desk=desk, carried={**states, "gone": CarryOver.GONE})
    assert draft_news(Change(before, after, "analysis")) == (
        "Draft 2: 1 verdicts carried, 1 judged claims reworded and open again, 1 open claims reworded, "
        "1 judged claims gone."
    )


def test_a_first_draft_has_no_news():
    change = Change(Review(), Review(carried={"a": CarryOver.NEW}), "analysis")
    assert draft_news(change) == ""


def test_a_packet_that_was_saved_can_be_opened_from_its_message(qtbot, tmp_path):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    Announcer(strip).say_saved([tmp_path / "fare-desk.pdf", tmp_path / "claims.csv"])
    assert strip.sentences == (f"Saved in {tmp_path}: fare-desk.pdf, claims.csv",)


class Running(QObject):
    """Jobs as the progress strip sees them."""

    started = Signal(object)
    running_changed = Signal(int)

    def __init__(self):
        super().__init__()
        self.running = ()


def test_long_work_shows_what_is_done_and_can_be_cancelled(qtbot):
    jobs = Running()
    strip = ProgressStrip(jobs)
    qtbot.addWidget(strip)
    job = Job("fare.pdf", lambda: True, jobs)
    jobs.running = (job,)
    jobs.started.emit(job)
    jobs.running_changed.emit(1)
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    job.progressed.emit(Progress(Step.READING, 3, 9))
    assert strip.text == "Reading · fare.pdf · 3 of 9"
    strip.cancel()
    assert job.cancelled.is_set()
    jobs.running = ()
    jobs.running_changed.emit(0)
    assert not strip.isVisible()
