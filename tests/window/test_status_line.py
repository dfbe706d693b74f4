"""The line at the bottom says what is so about the file: saved, read only, not saved."""

import pytest

from reviewer.gui.storage import Storage
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import OpenedDocument
from reviewer.reviewing.edits import SetArticle
from reviewer.reviewing.session import Session
from tests.documents.plain_text import document_of

DOCUMENT = document_of("The fare is £27.\n")


@pytest.fixture
def kept(tmp_path):
    """A review file with an article, open for writing by somebody else."""
    other = Storage(lambda: tmp_path)
    file = other.make_file("fare.txt")
    other.adopt(file)
    session = Session(file)
    session.receive_documents([OpenedDocument(DOCUMENT, b"The fare is 27.", b"%PDF")])
    session.apply(SetArticle(DOCUMENT.id))
    yield file.path
    other.close()


def test_a_review_that_somebody_else_has_open_is_said_to_be_read_only(open_window, kept):
    opened = open_window(builder=False)
    file, session = opened.storage.open_file(kept)
    opened.storage.adopt(file)
    opened.bridge.replace(session)
    assert opened.window.status.saving == "Read only"
    assert opened.window.top.read_only.isVisible()


def test_one_s_own_review_is_saved(open_window, tmp_path, qtbot):
    opened = open_window(builder=False)
    file = opened.storage.make_file("fare.txt")
    opened.storage.adopt(file)
    opened.bridge.replace(Session(file))
    opened.bridge.receive_documents([OpenedDocument(DOCUMENT, b"The fare is 27.", b"%PDF")])
    opened.bridge.apply(SetArticle(DOCUMENT.id))
    qtbot.waitUntil(lambda: opened.window.status.saving == "Saved")
    assert not opened.window.top.read_only.isVisible()


def test_a_file_that_cannot_be_written_is_not_called_saved(desk, monkeypatch):
    monkeypatch.setattr(type(desk.bridge.session), "is_saved", property(lambda _session: False))
    desk.storage.problem.emit(Problem(ProblemCode.DISK_FULL, {"name": "fare.review"}))
    assert desk.window.status.saving == "Not saved"


def test_a_new_review_begins_with_an_empty_window(desk):
    desk.trigger("file.new")
    assert desk.window.empty.isVisible()
    assert desk.desk.article is None
    assert desk.storage.path is None


def test_what_was_done_before_a_new_review_is_in_its_file(open_window, tmp_path, qtbot):
    opened = open_window(builder=False)
    file = opened.storage.make_file("fare.txt")
    opened.storage.adopt(file)
    opened.bridge.replace(Session(file))
    opened.bridge.receive_documents([OpenedDocument(DOCUMENT, b"The fare is 27.", b"%PDF")])
    opened.bridge.apply(SetArticle(DOCUMENT.id))
    opened.trigger("file.new")
    again, session = opened.storage.open_file(file.path)
    assert (again.is_read_only, session.review.desk.article) == (False, DOCUMENT.id)
    again.close()
