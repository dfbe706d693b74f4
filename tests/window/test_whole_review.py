"""The sample review from drop to packet, by the window's own actions and the real stages."""

import json

import pytest
from PySide6.QtCore import Qt

from reviewer import worker
from reviewer.gui.claim_rows import Filter
from reviewer.isolation.in_process import InProcess
from reviewer.model.analysis import Depth
from reviewer.model.finding import Tone, tone_of
from reviewer.model.packet import PacketFormat, PacketOptions, Profile
from reviewer.model.verdict import Decision, NoteKind

MADE_AT = "2026-05-06T11:34:00+01:00"


@pytest.fixture
def sample(open_window, qtbot):
    """A window with the shipped sample in it, analysed and matched."""
    opened = []
    asker = InProcess(worker.handle, lambda document: opened[0].storage.galley(document))
    opened.append(open_window(builder=False, asker=asker))
    opened[0].trigger("file.sample")
    qtbot.waitUntil(lambda: not opened[0].jobs.running)
    return opened[0]


def export(sample, qtbot, folder, profile):
    options = PacketOptions((PacketFormat.PDF, PacketFormat.DOCX), profile, MADE_AT, "Mara Dunmore")
    flow = sample.window.export_flow
    with qtbot.waitSignal(flow.saved) as saved:
        flow.export(options, folder)
    return saved.args[0]


def test_a_whole_review_of_the_sample(sample, qtbot, tmp_path):
    window, review = sample.window, sample.bridge.review
    assert sample.window.messages.sentences == ()
    assert review.analyses[review.desk.article].depth is Depth.FULL
    assert len(review.desk.sources) >= 3
    assert any(tone_of(found) is Tone.PROBLEM for found in review.findings.values())

    problem = next(c.id for c in review.claims if tone_of(review.findings.get(c.id, ())) is Tone.PROBLEM)
    window.selection.choose(problem)
    assert window.desk.panes.source.document == review.passage(problem).anchor.document
    sample.trigger("verdict.fix")
    correction = sample.desk.corrections.get(problem)

    unsourced = next(c.id for c in review.claims if tone_of(review.findings.get(c.id, ())) is Tone.UNSUPPORTED)
    window.selection.choose(unsourced)
    qtbot.keyClicks(window.desk.comparison.notes.text, "Where does this come from?")
    sample.trigger("verdict.unsourced")

    window.desk.claims.show_only(Filter.OPEN)
    while window.model.rowCount():
        window.selection.choose(window.model.shown_claims[0])
        sample.trigger("verdict.verified")
    assert window.messages.sentences[-1] == "Every claim is judged."
    assert {verdict.by.initials for verdict in sample.desk.verdicts.values()} == {"MD"}

    paths = export(sample, qtbot, tmp_path / "packet", Profile.DESK)
    written = json.loads((tmp_path / "packet" / "review.json").read_text("utf-8"))
    text = json.dumps(written, ensure_ascii=False)
    assert {path.suffix for path in paths} >= {".pdf", ".docx", ".json", ".csv"}
    assert "Where does this come from?" in text
    assert correction is None or correction.text in text
    qtbot.waitUntil(lambda: sample.bridge.session.is_saved)


def test_everything_by_keyboard_alone(sample, qtbot):
    window = sample.window
    view = window.desk.claims.view
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    first, second, third = (claim.id for claim in sample.bridge.review.claims[:3])
    window.selection.choose(first)
    for key in ("1", "2", "k", "c"):
        qtbot.keyClick(view, key)
    comment = window.desk.comparison.notes.text
    qtbot.waitUntil(comment.hasFocus)
    qtbot.keyClicks(comment, "Look again")
    qtbot.keyClick(comment, Qt.Key.Key_Return)
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, "u")
    qtbot.keyClick(view, "z", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert sample.desk.verdicts[first].decision is Decision.VERIFIED
    assert sample.desk.verdicts[second].decision is Decision.FIX
    assert third not in sample.desk.verdicts
    assert sample.bridge.review.note(second, NoteKind.DESK) == "Look again"


def test_undo_goes_all_the_way_back_and_redo_all_the_way_forth(sample, qtbot):
    made = sample.desk
    while sample.bridge.session.can_undo:
        sample.trigger("edit.undo")
    assert sample.desk.article is None
    while sample.bridge.session.can_redo:
        sample.trigger("edit.redo")
    qtbot.waitUntil(lambda: not sample.jobs.running)
    assert sample.desk == made
