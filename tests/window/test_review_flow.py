"""From files to findings through the real stages, in this process."""

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QUrl

from reviewer import worker
from reviewer.exporting.data import review_json
from reviewer.gui.drop import Dropped, read_mime
from reviewer.gui.review_flow import Target
from reviewer.isolation.in_process import InProcess
from reviewer.model.analysis import Depth
from reviewer.model.finding import Rule
from reviewer.model.problem import ProblemCode
from reviewer.model.verdict import Decision, Signature
from reviewer.reviewing.copies import copy_review
from reviewer.reviewing.edits import GiveVerdict, apply
from reviewer.reviewing.store import ReviewFile
from tests.documents.review_builder import options
from tests.window.desk_builders import ARTICLE, SOURCE


@pytest.fixture
def empty(open_window):
    """An empty window whose requests are answered by the real stages."""
    opened = []
    asker = InProcess(worker.handle, lambda document: opened[0].storage.galley(document))
    opened.append(open_window(builder=False, asker=asker))
    return opened[0]


@pytest.fixture
def files(tmp_path):
    article, source = tmp_path / "fare.txt", tmp_path / "statement.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    source.write_text(SOURCE, encoding="utf-8")
    return article, source


def settle(desk, qtbot):
    """Wait until no job is under way and none is about to start."""
    qtbot.waitUntil(lambda: not desk.jobs.running)


def drop(desk, qtbot, *paths, target=Target.ANYWHERE):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    desk.window.flow.take(read_mime(mime), target)
    settle(desk, qtbot)


def said(desk):
    return desk.window.messages.sentences


def test_the_first_file_becomes_the_article_and_is_fully_analysed(empty, files, qtbot):
    drop(empty, qtbot, files[0])
    review = empty.bridge.review
    assert review.article.name == "fare.txt"
    assert review.analyses[review.article.id].depth is Depth.FULL
    assert review.claims


def test_later_files_become_sources_and_the_claims_are_matched(empty, files, qtbot):
    drop(empty, qtbot, files[0])
    drop(empty, qtbot, files[1])
    review = empty.bridge.review
    assert [entry.label for entry in review.desk.sources] == ["S1"]
    rules = {finding.rule for found in review.findings.values() for finding in found}
    assert Rule.FIGURE_CHANGED in rules


def test_a_file_that_is_in_the_review_already_is_said_to_be(empty, files, qtbot):
    for path in (files[0], files[1], files[0], files[1]):
        drop(empty, qtbot, path)
    assert [sentence.split(";")[0] for sentence in said(empty)] == [
        "fare.txt is in this review already",
        "statement.txt is in this review already",
    ]
    assert len(empty.bridge.review.desk.sources) == 1


def test_of_several_files_at_once_the_article_is_asked_for(empty, files, qtbot):
    with qtbot.waitSignal(empty.window.flow.choice_wanted) as asked:
        empty.window.flow.choice_wanted.disconnect(empty.window.questions.ask_article)
        empty.window.flow.take(Dropped(files=files))
    assert asked.args == [files]
    empty.window.flow.open_files(files, files[1])
    settle(empty, qtbot)
    assert empty.bridge.review.article.name == "statement.txt"
    assert [source.name for source in empty.bridge.review.sources] == ["fare.txt"]


def test_a_web_address_is_refused_with_the_reason(empty):
    empty.window.flow.take(Dropped(addresses=("https://ferries.example/",)))
    assert said(empty) == ("Reviewer never goes online. Save the page or print it to PDF and drop the file.",)


def test_pasted_text_is_an_article_like_a_dropped_one(empty, qtbot):
    empty.window.flow.take(Dropped(text=ARTICLE))
    settle(empty, qtbot)
    assert "£72" in empty.bridge.review.article.text
    assert empty.bridge.review.claims


def test_an_unreadable_file_is_one_sentence_and_the_review_stays(empty, files, tmp_path, qtbot):
    drop(empty, qtbot, files[0])
    (tmp_path / "empty.pdf").touch()
    before = empty.bridge.review
    drop(empty, qtbot, tmp_path / "empty.pdf")
    assert said(empty) == ("empty.pdf is empty; ask the sender for it again.",)
    assert empty.bridge.review is before


def test_dropping_on_the_article_makes_a_new_draft_and_carries_verdicts(empty, files, tmp_path, qtbot):
    drop(empty, qtbot, files[0])
    claim = next(claim for claim in empty.bridge.review.claims if "raise it" in claim.text)
    empty.window.selection.choose(claim.id)
    empty.trigger("verdict.verified")
    later = tmp_path / "fare-2.txt"
    later.write_text(
        ARTICLE.replace("The pier is older than the town.", "The pier is as old as the town."), encoding="utf-8"
    )
    drop(empty, qtbot, later, target=Target.ARTICLE)
    review = empty.bridge.review
    assert review.desk.draft == 2
    assert review.article.name == "fare-2.txt"
    assert [verdict.decision for verdict in review.desk.verdicts.values()] == [Decision.VERIFIED]
    assert any(claim.id in review.desk.verdicts for claim in review.claims)


def test_undoing_a_source_takes_its_findings_back(empty, files, qtbot):
    drop(empty, qtbot, files[0])
    drop(empty, qtbot, files[1])
    empty.trigger("edit.undo")
    settle(empty, qtbot)
    assert empty.bridge.review.desk.sources == ()
    assert not empty.bridge.review.findings


def test_everything_is_in_the_review_file_and_opens_again(empty, files, qtbot):
    drop(empty, qtbot, files[0])
    claim = empty.bridge.review.claims[0].id
    empty.window.selection.choose(claim)
    empty.trigger("verdict.query")
    qtbot.waitUntil(lambda: empty.bridge.session.is_saved)
    path = empty.storage.path
    empty.window.flow.save_as(path.with_name("copy.review"))
    settle(empty, qtbot)
    assert empty.storage.path.name == "copy.review"
    assert empty.bridge.review.desk.verdicts[claim].decision is Decision.QUERY
    empty.trigger("edit.undo")
    assert claim not in empty.bridge.review.desk.verdicts


def test_a_file_that_is_no_review_is_one_sentence(empty, tmp_path, qtbot):
    (tmp_path / "x.review").write_bytes(b"not a review at all")
    drop(empty, qtbot, tmp_path / "x.review")
    assert len(said(empty)) == 1
    assert said(empty)[0].startswith("x.review is not a review file")


def test_cancelling_stops_the_opening_and_says_nothing(empty, files, qtbot):
    empty.window.flow.open_files(files, files[0])
    for job in empty.jobs.running:
        job.cancel()
    settle(empty, qtbot)
    assert said(empty) == ()


def test_a_locked_file_asks_for_its_password(empty, tmp_path, qtbot):
    problem = []
    empty.window.flow.password_wanted.disconnect(empty.window.questions.ask_password)
    empty.window.flow.password_wanted.connect(lambda opening, found: problem.append((opening.name, found.code)))
    empty.window.flow.open_files([locked_pdf(tmp_path / "locked.pdf")], None)
    settle(empty, qtbot)
    assert problem == [("locked.pdf", ProblemCode.PASSWORD_NEEDED)]


def locked_pdf(path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))
    return path


def test_a_review_that_somebody_else_has_open_is_for_reading_only(empty, files, tmp_path, qtbot):
    drop(empty, qtbot, files[0])
    qtbot.waitUntil(lambda: empty.bridge.session.is_saved)
    copy = tmp_path / "shared.review"
    copy_review(empty.storage.path, copy)
    elsewhere = ReviewFile(copy)
    empty.window.flow.open_review(copy)
    settle(empty, qtbot)
    sentence = "shared.review is open in another window; it was opened for reading only."
    assert said(empty) == (sentence,)
    empty.window.messages.clear()
    empty.trigger("verdict.verified")
    assert said(empty) == (sentence,)
    assert not empty.bridge.review.desk.verdicts
    elsewhere.close()


def test_a_dropped_review_json_brings_its_decisions_and_says_so(empty, files, qtbot, tmp_path):
    drop(empty, qtbot, files[0])
    claim = empty.bridge.review.claims[0]
    by = Signature("CP", "Carys Pell", "2026-01-05T09:00:00+00:00")
    judged = apply(GiveVerdict(claim.id, Decision.CUT, by), empty.bridge.review)
    path = tmp_path / "review.json"
    path.write_bytes(review_json(judged, options()))
    drop(empty, qtbot, path)
    assert empty.bridge.review.verdict(claim).by == by
    assert empty.bridge.review.desk.taken_over[0].by.initials == "MD"
    assert "Verdicts taken over from review.json: 1." in said(empty)[-1]


def test_a_review_json_of_another_article_is_refused_in_one_sentence(empty, files, qtbot, tmp_path):
    drop(empty, qtbot, files[1])
    other = empty.bridge.review
    path = tmp_path / "review.json"
    path.write_bytes(review_json(other, options()).replace(other.article.id.encode(), b"0" * 64))
    drop(empty, qtbot, path)
    assert "is not this very file" in said(empty)[-1]
    assert not empty.bridge.review.desk.taken_over
