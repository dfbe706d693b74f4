"""The report on redacted files, and the names of copies."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QLabel

from reviewer.gui.redact_plan import check_target, marked_words, suggested_name, tells
from reviewer.gui.redact_report import Outcome, report_text
from reviewer.gui.redact_report_view import RedactReportView
from reviewer.model.geometry import Span
from reviewer.model.problem import Problem, ProblemCode, ReviewerError
from reviewer.model.redaction import AppliedRedaction, LossNote, RedactionLoss
from reviewer.model.verdict import Signature
from reviewer.redaction_workflow import RedactionDone
from reviewer.reviewing.edits import AddMarks
from reviewer.reviewing.marking import marks_at
from reviewer.text.needles import Needles
from tests.documents.review_builder import ReviewBuilder

WORDS = Needles(("Kovač",))
OUT = Path("letter-redacted.pdf")


def report(applied=(), losses=(), engines=(), unmet=()):
    done = RedactionDone(OUT, Path(f"{OUT}.log.jsonl"), tuple(applied), tuple(losses), tuple(engines), tuple(unmet))
    return report_text([Outcome("letter.pdf", done)], "MD Mara Dunmore", "2026-05-06T11:34:00+01:00")


def test_the_report_begins_with_who_and_when():
    assert report().splitlines()[:2] == ["Redaction report", "MD Mara Dunmore · 2026-05-06T11:34:00+01:00"]


def test_pages_that_became_pictures_are_named():
    text = report(losses=[LossNote(RedactionLoss.TEXT_LAYER, "page 3"), LossNote(RedactionLoss.SIGNATURE)])
    assert "Pages that had to become pictures, their text is no longer selectable: page 3" in text
    assert "Had to go as well: the digital signature" in text


def test_many_pages_are_drawn_together_and_still_counted():
    text = report([AppliedRedaction(f"page {number}", "SRC", number) for number in (*range(1, 41), 7)])
    assert "Places removed: 41, in page 1–40 (41)" in text


def test_words_found_nowhere_are_counted_in_the_report_that_is_copied():
    text = report(unmet=["Kovač", "Hanes"])
    assert "Marked words found nowhere in this file: 2" in text
    assert "Kovač" not in text


def test_words_found_nowhere_are_named_on_the_screen(qtbot):
    view = RedactReportView()
    qtbot.addWidget(view)
    view.add(Outcome("letter.pdf", RedactionDone(OUT, OUT, (), (), (), ("Kovač",))))
    assert "Found nowhere in this file: Kovač" in [label.text() for label in view.findChildren(QLabel)]


def test_a_refused_file_is_called_by_the_name_that_tells_nothing():
    problem = Problem(ProblemCode.STILL_RECOVERABLE, {"name": "kovac.pdf", "where": "page 2"})
    text = report_text([Outcome("S2", problem=problem)], "MD", "now")
    assert "S2 was not saved: a word that was to be removed is still found in page 2" in text
    assert "kovac" not in text


@pytest.mark.parametrize("name", ["kovac.pdf", "Statement_Kovač.docx", "2025-kovac-letter.txt", "anakovac2.pdf"])
def test_a_name_that_tells_a_marked_word_is_known(name):
    assert tells(name, WORDS)


def test_a_name_inside_a_marked_passage_is_known_in_the_name_of_a_file():
    builder = ReviewBuilder("Letter\n\nMaria Kovač wrote.\n", "letter.txt")
    review = builder.build()
    at = review.article.text.index("Maria")
    marks = marks_at(review.article, Span(at, at + 11), "SRC", Signature("MD", "Mara Dunmore", "now"))
    marked = AddMarks(marks).apply(review)
    words = marked_words(msgspec.structs.replace(review, desk=marked))
    assert tells("kovac.pdf", words)
    assert not tells("letter.pdf", words)


def test_a_harmless_name_is_kept(tmp_path):
    builder = ReviewBuilder("Letter\n\nKovač wrote.\n", "letter to the board.txt")
    name = suggested_name(builder.build(), builder.article, WORDS, tmp_path, ())
    assert name == "letter to the board-redacted.txt"


def test_a_name_given_to_another_copy_is_not_given_twice(tmp_path):
    builder = ReviewBuilder("Letter\n\nKovač wrote.\n", "letter.txt")
    name = suggested_name(builder.build(), builder.article, WORDS, tmp_path, {"letter-redacted.txt"})
    assert name == "letter-redacted-2.txt"


def test_a_file_that_came_in_between_is_not_written_over(tmp_path):
    (tmp_path / "letter-redacted.txt").write_text("Mine.", "utf-8")
    with pytest.raises(ReviewerError) as refused:
        check_target(tmp_path / "letter-redacted.txt", (), WORDS, may_replace=False)
    assert refused.value.problem.code is ProblemCode.CANNOT_WRITE
