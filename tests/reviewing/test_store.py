import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import msgspec
import pytest

from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.verdict import Decision, NoteKind
from reviewer.reviewing.copies import copy_review, delete_review
from reviewer.reviewing.database import connect_for_writing
from reviewer.reviewing.edits import AddMarks, CarryMarks, DismissClaim, GiveVerdict, WriteNote
from reviewer.reviewing.marking import area_mark, marks_at
from reviewer.reviewing.session import Session
from reviewer.reviewing.store import ReviewFile
from tests.documents.judged import EDITOR, session_with_claims


@pytest.fixture
def path(tmp_path):
    return tmp_path / "night-ferry.review"


@pytest.fixture
def file(path):
    file = ReviewFile(path)
    yield file
    file.close()


def same(one, other):
    return msgspec.structs.replace(one, revision=0) == msgspec.structs.replace(other, revision=0)


def reopened(path):
    file = ReviewFile(path)
    try:
        return Session(None, *file.load())
    finally:
        file.close()


def problem_of(call):
    with pytest.raises(ReviewerError) as caught:
        call()
    return caught.value.problem.code


def test_a_review_comes_back_as_it_was_left(file, path):
    session = session_with_claims(file)
    session.apply(GiveVerdict(session.review.claims[0].id, Decision.FIX, EDITOR))
    file.close()
    assert same(reopened(path).review, session.review)


def test_redaction_marks_come_back_and_can_be_undone_after_reopening(file, path):
    session = session_with_claims(file)
    article = session.review.article
    marks = marks_at(article, session.review.claims[0].span, "SRC", EDITOR)
    area = area_mark(article, 1, Box(10, 10, 90, 60), "PRIV", EDITOR)
    session.apply(AddMarks((*marks, area)))
    session.apply(CarryMarks((area.id,), marks_at(article, session.review.claims[1].span, "PRIV", EDITOR)))
    file.close()
    again = reopened(path)
    assert again.review.desk.marks == session.review.desk.marks
    again.undo()
    assert again.review.desk.marks == (*marks, area)


def test_undo_goes_on_after_reopening(file, path):
    session = session_with_claims(file)
    claim = session.review.claims[0]
    session.apply(GiveVerdict(claim.id, Decision.FIX, EDITOR))
    session.apply(WriteNote(claim.id, NoteKind.DESK, "first", EDITOR))
    session.apply(WriteNote(claim.id, NoteKind.DESK, "second", EDITOR))
    session.undo()
    file.close()
    again = reopened(path)
    assert again.review.note(claim.id, NoteKind.DESK) == "first"
    again.redo()
    assert again.review.note(claim.id, NoteKind.DESK) == "second"
    for _ in range(3):
        again.undo()
    assert again.review.verdict(claim) is None


def test_what_was_undone_and_then_overtaken_stays_in_the_journal(file, path):
    session = session_with_claims(file)
    claim = session.review.claims[0]
    session.apply(WriteNote(claim.id, NoteKind.DESK, "regretted", EDITOR))
    session.undo()
    session.apply(WriteNote(claim.id, NoteKind.DESK, "better", EDITOR))
    file.close()
    rows = sqlite3.connect(path).execute("SELECT edit, standing FROM edits ORDER BY number").fetchall()
    assert [standing for _, standing in rows] == ["held", "superseded", "held"]
    assert "regretted" in rows[1][0]
    assert reopened(path).undo_label == "WriteNote"


def test_originals_and_galleys_are_kept(file):
    session = session_with_claims(file)
    assert file.original(session.review.article.id) == b"original"
    assert file.galley(session.review.article.id) == b"%PDF-galley"


def test_indexes_are_kept_for_the_documents_that_are_here(file, path):
    article = session_with_claims(file).review.article.id
    file.write_indexes({article: b"index", "f" * 64: b"of nothing here"})
    assert file.indexes({article, "f" * 64}) == {article: b"index"}
    assert file.indexes(()) == {}


def test_an_index_goes_with_its_document(file, path):
    article = session_with_claims(file).review.article.id
    file.write_indexes({article: b"index"})
    file.close()
    connection = connect_for_writing(path)
    connection.execute("DELETE FROM documents")
    assert connection.execute("SELECT count(*) FROM indexes").fetchone() == (0,)
    connection.close()


def test_a_review_from_before_indexes_were_kept_is_read_and_then_keeps_them(file, path):
    article = session_with_claims(file).review.article.id
    file.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DROP TABLE indexes")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    reading = ReviewFile(path, for_reading=True)
    assert reading.indexes({article}) == {}
    reading.close()
    writing = ReviewFile(path)
    writing.write_indexes({article: b"index"})
    assert writing.indexes({article}) == {article: b"index"}
    writing.close()


def test_a_document_that_is_not_there_is_a_key_error(file):
    with pytest.raises(KeyError):
        file.galley("0" * 64)


def test_saved_is_said_only_after_the_commit(path):
    seen = []

    def on_saved():
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        seen.append(connection.execute("SELECT count(*) FROM edits").fetchone()[0])
        connection.close()

    file = ReviewFile(path, on_saved)
    session = session_with_claims(file)
    session.apply(GiveVerdict(session.review.claims[0].id, Decision.FIX, EDITOR))
    file.flush()
    assert session.is_saved
    file.close()
    assert seen[-1] == 2


BURST = """
    import sys, pathlib
    from reviewer.model.verdict import NoteKind
    from reviewer.reviewing.edits import WriteNote
    from reviewer.reviewing.store import ReviewFile
    from tests.documents.judged import EDITOR, session_with_claims

    file = ReviewFile(pathlib.Path(sys.argv[1]))
    session = session_with_claims(file)
    claim = session.review.claims[0]
    for number in range(100_000):
        session.apply(WriteNote(claim.id, NoteKind.DESK, f"note {number}", EDITOR))
        if number % 7 == 0:
            file.flush()
            print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
def test_kill_9_in_a_burst_of_edits_loses_nothing_that_was_saved(path):
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(BURST), str(path)], stdout=subprocess.PIPE, cwd=root, text=True
    )
    said = -1
    while said < 140:
        said = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    said = max([said, *(int(line) for line in process.stdout.read().split())])
    process.wait()
    process.stdout.close()
    session = reopened(path)
    note = session.review.note(session.review.claims[0].id, NoteKind.DESK)
    assert int(note.removeprefix("note ")) >= said
    steps = 0
    while session.undo_label == "WriteNote":
        session.undo()
        steps += 1
    assert steps == int(note.removeprefix("note ")) + 1


def test_a_second_one_opens_it_for_reading_only(file, path):
    session = session_with_claims(file)
    file.flush()
    second = ReviewFile(path)
    assert second.is_read_only
    assert same(second.load()[0], session.review)
    reading = Session(second, *second.load())
    assert problem_of(reading.undo) is ProblemCode.REVIEW_IN_USE
    assert problem_of(lambda: reading.apply(DismissClaim(reading.review.claims[0].id))) is ProblemCode.REVIEW_IN_USE
    assert same(reading.review, session.review)
    assert (reading.undo_label, reading.can_redo) == ("SetArticle", False)
    second.close()


def test_when_the_first_closes_the_next_may_write(file, path):
    file.close()
    second = ReviewFile(path)
    assert not second.is_read_only
    second.close()


def test_a_closed_review_is_one_file(file, path):
    session_with_claims(file)
    file.close()
    assert list(path.parent.iterdir()) == [path]


def cut_short(path):
    """Leave a review as a program leaves it that ended while it wrote with a rollback journal."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE parts SET content = ''")
    connection.execute("INSERT INTO parts VALUES ('filler', zeroblob(100000))")
    left = {one: one.read_bytes() for one in (path, path.with_name(f"{path.name}-journal"))}
    connection.execute("ROLLBACK")
    connection.close()
    for one, content in left.items():
        one.write_bytes(content)


def test_an_edit_cut_short_on_a_network_drive_is_taken_back(file, path):
    session = session_with_claims(file)
    file.close()
    cut_short(path)
    assert same(reopened(path).review, session.review)


def test_a_review_whose_edits_lie_in_a_file_beside_it_is_not_read_without_them(file, path):
    session_with_claims(file)
    file.close()
    cut_short(path)
    with pytest.raises(ReviewerError, match="a file beside it"):
        ReviewFile(path, for_reading=True)


def test_a_file_that_is_no_review_is_refused(path):
    path.write_bytes(b"just some notes")
    assert problem_of(lambda: ReviewFile(path)) is ProblemCode.REVIEW_DAMAGED
    assert path.read_bytes() == b"just some notes"


def test_another_programs_database_is_refused_untouched(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()
    assert problem_of(lambda: ReviewFile(path)) is ProblemCode.REVIEW_DAMAGED
    assert path.read_bytes() == before


def test_a_review_of_a_newer_version_is_refused(file, path):
    file.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert problem_of(lambda: ReviewFile(path)) is ProblemCode.REVIEW_TOO_NEW


def test_a_review_with_a_trigger_smuggled_in_is_refused(file, path):
    session_with_claims(file)
    file.close()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON edits BEGIN DELETE FROM edits; END")
    connection.close()
    assert problem_of(lambda: ReviewFile(path)) is ProblemCode.REVIEW_DAMAGED


def test_a_review_cut_short_is_refused(file, path):
    session_with_claims(file)
    file.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert problem_of(lambda: reopened(path)) is ProblemCode.REVIEW_DAMAGED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE parts SET content = '{\"article\": 3}' WHERE name = 'desk'",
        "UPDATE parts SET content = '[' WHERE name = 'numbers'",
        "UPDATE documents SET words = x'ffffffff'",
        "UPDATE documents SET record = '{}'",
        'UPDATE edits SET backward = \'{"values": {"surprise": 1}}\'',
        "DELETE FROM documents",
        "UPDATE parts SET content = '{\"claim\": 99999999999999999999}' WHERE name = 'numbers'",
        "UPDATE parts SET content = '{\"claim\": -1}' WHERE name = 'numbers'",
        "UPDATE parts SET content = '{\"surprise\": ' || replace(hex(zeroblob(50000)), '0', '[') WHERE name = 'desk'",
        "PRAGMA user_version = 0",
    ],
)
def test_a_review_with_forged_content_is_refused(file, path, statement):
    session_with_claims(file)
    file.close()
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert problem_of(lambda: reopened(path)) is ProblemCode.REVIEW_DAMAGED


@pytest.mark.parametrize("forged", ["'words'", "99999999999"])
def test_bytes_that_are_no_bytes_are_refused(file, path, forged):
    document = session_with_claims(file).review.article.id
    file.close()
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE documents SET original = {forged}")
    connection.commit()
    connection.close()
    assert problem_of(lambda: ReviewFile(path, for_reading=True).original(document)) is ProblemCode.REVIEW_DAMAGED


def test_a_review_that_is_taken_away_is_one_sentence(file, path):
    session_with_claims(file)
    file.close()
    reading = ReviewFile(path, for_reading=True)
    path.unlink()
    assert problem_of(reading.load) is ProblemCode.REVIEW_DAMAGED
    assert problem_of(lambda: reading.original("x")) is ProblemCode.REVIEW_DAMAGED


def test_a_note_with_half_a_character_is_saved_and_so_is_what_follows(file, path):
    session = session_with_claims(file)
    first, second = session.review.claims[:2]
    session.apply(WriteNote(first.id, NoteKind.DESK, "half \ud83d", EDITOR))
    session.apply(GiveVerdict(second.id, Decision.VERIFIED, EDITOR))
    file.flush()
    file.close()
    review = reopened(path).review
    assert same(review, session.review)


def test_a_copy_holds_what_is_committed_and_leaves_no_half_file(file, path, tmp_path):
    session = session_with_claims(file)
    file.flush()
    target = tmp_path / "elsewhere" / "copy.review"
    target.parent.mkdir()
    copy_review(path, target)
    assert list(target.parent.iterdir()) == [target]
    assert same(reopened(target).review, session.review)


def test_a_copy_into_a_missing_folder_is_one_sentence(file, path, tmp_path):
    session_with_claims(file)
    file.flush()
    assert problem_of(lambda: copy_review(path, tmp_path / "no" / "copy.review")) is ProblemCode.CANNOT_WRITE


def test_a_new_review_in_a_missing_folder_is_one_sentence(tmp_path):
    assert problem_of(lambda: ReviewFile(tmp_path / "no" / "a.review")) is ProblemCode.CANNOT_WRITE


def test_deleting_a_review_deletes_all_of_it(file, path):
    session_with_claims(file)
    file.close()
    delete_review(path)
    assert list(path.parent.iterdir()) == []
