"""What else happens while files are redacted: marks are taken back, folders go, the window is closed, things are sought."""

import pytest

from reviewer import worker
from reviewer.gui.galley_redactions import DrawnMarks
from reviewer.gui.redaction_rows import MarkRows, mark_groups
from reviewer.isolation.in_process import InProcess
from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode
from reviewer.proof.recover import recover
from reviewer.reviewing.edits import AddMarks
from reviewer.reviewing.marking import marks_at
from tests.documents.review_builder import CHECKER
from tests.window.redact_desk import PATIENCE, RedactDesk, apply, find, letter_pdf, open_redact_desk, run


@pytest.fixture
def redact(open_window, qtbot, tmp_path):
    return open_redact_desk(open_window, qtbot, tmp_path, letter_pdf=letter_pdf())


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def begin(redact, qtbot, out):
    """Mark a name, begin to redact and stop at the first step of the first file."""
    find(redact, qtbot, "Kovač").mark()
    window = apply(redact, qtbot, out)
    redact.asker.held.set()
    window.apply_button.click()
    qtbot.waitUntil(redact.asker.waiting.is_set, timeout=PATIENCE)
    return window


def finish(redact, qtbot, window):
    redact.asker.released.set()
    qtbot.waitUntil(lambda: not window.flow.is_running and not redact.desk.jobs.running, timeout=PATIENCE)


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_marks_taken_back_meanwhile_count_as_they_were_when_the_editor_said_so(redact, qtbot, out):
    window = begin(redact, qtbot, out)
    redact.desk.trigger("edit.undo")
    assert redact.marks == ()
    finish(redact, qtbot, window)
    assert recover("quay.txt", (out / "quay-redacted.txt").read_bytes(), ("Kovač",)).survivors == ()
    assert recover("letter.pdf", (out / "letter-redacted.pdf").read_bytes(), ("Kovač",)).survivors == ()


def test_a_window_closed_meanwhile_writes_nothing(redact, qtbot, out):
    begin(redact, qtbot, out)
    redact.desk.window.close()
    redact.desk.jobs.close()
    assert names(out) == set()


def test_a_folder_that_became_a_file_meanwhile_is_said_and_left_alone(redact, qtbot, out):
    window = begin(redact, qtbot, out)
    out.rmdir()
    out.write_text("mine", encoding="utf-8")
    finish(redact, qtbot, window)
    assert window.report.said == "Saved: 0. Not saved: 2. The originals are untouched."
    assert out.read_text(encoding="utf-8") == "mine"


def test_words_can_be_looked_for_while_a_file_is_redacted(redact, qtbot, out):
    window = begin(redact, qtbot, out)
    search = find(redact, qtbot, "cracks", wait=False)
    finish(redact, qtbot, window)
    qtbot.waitUntil(lambda: not search.search.is_running, timeout=PATIENCE)
    assert sum(len(file.hits) for file in search.model.files) > 0
    assert {"quay-redacted.txt", "letter-redacted.pdf"} <= names(out)


def test_a_second_window_on_a_review_sees_its_marks_and_applies_them_but_adds_none(redact, open_window, qtbot, out):
    find(redact, qtbot, "Kovač").mark()
    path = redact.desk.storage.path
    second = open_window(builder=False, asker=InProcess(worker.handle, lambda one: second.storage.galley(one)))
    told = []
    second.window.flow.problem.connect(told.append)
    second.bridge.refused.connect(told.append)
    second.window.flow.open_review(path)
    qtbot.waitUntil(lambda: second.bridge.review.article is not None and not second.jobs.running, timeout=PATIENCE)
    marks = redact.marks
    assert second.desk.marks == marks
    second.bridge.apply(AddMarks(marks_at(second.bridge.review.article, Span(0, 5), "SRC", CHECKER)))
    assert [problem.code for problem in told] == [ProblemCode.REVIEW_IN_USE, ProblemCode.REVIEW_IN_USE]
    assert second.desk.marks == marks
    window = apply(RedactDesk(second, out, redact.asker), qtbot, out)
    run(window, qtbot)
    assert recover("quay.txt", (out / "quay-redacted.txt").read_bytes(), ("Kovač",)).survivors == ()


def test_with_many_marks_one_more_leaves_the_others_as_they_were_worked_out(open_window):
    bridge = open_window().bridge
    article, drawn, rows = bridge.review.article, DrawnMarks(), MarkRows()
    words = [claim.span for claim in bridge.review.claims]
    bridge.apply(AddMarks(tuple(mark for span in words[:-1] for mark in marks_at(article, span, "SRC", CHECKER))))
    on_pages = {one.mark: one for one in drawn.on(bridge.review, article, ())}
    listed = {row.key: row for row in mark_groups(bridge.review, rows)[0].rows}
    bridge.apply(AddMarks(marks_at(article, words[-1], "SRC", CHECKER)))
    again = {one.mark: one for one in drawn.on(bridge.review, article, ())}
    assert len(again) > len(on_pages) > 0
    assert all(again[mark] is one for mark, one in on_pages.items())
    assert all(row is listed[row.key] for row in mark_groups(bridge.review, rows)[0].rows if row.key in listed)
