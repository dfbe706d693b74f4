"""Find and redact: every open file is looked through, the editor accepts, and one step marks it."""

import pytest

from reviewer.model.analysis import SensitiveKind
from reviewer.model.geometry import Span
from reviewer.model.redaction import HiddenWord
from tests.window.redact_desk import (
    PATIENCE,
    find,
    letter_pdf,
    minutes_docx,
    open_redact_desk,
    page_html,
    unsigned_pdf,
)


@pytest.fixture
def redact(open_window, qtbot, tmp_path):
    return open_redact_desk(
        open_window, qtbot, tmp_path, letter_pdf=letter_pdf(), minutes_docx=minutes_docx(), page_html=page_html()
    )


@pytest.fixture
def article(open_window, qtbot, tmp_path):
    return open_redact_desk(open_window, qtbot, tmp_path)


def rows(window):
    """Return what is listed: file name, place outside the text, words."""
    return [(file.title.split()[-1], hit.part, hit.text) for file in window.model.files for hit in file.hits]


def test_a_word_is_listed_in_every_file_and_in_every_part_of_it(redact, qtbot):
    listed = rows(find(redact, qtbot, "Kovač"))
    assert listed.count(("quay.txt", "", "Kovač")) == 2
    assert ("letter.pdf", "", "Kovac") in listed
    assert ("letter.pdf", "document properties", "Kovac") in listed
    assert ("minutes.docx", "title", "Kovač") in listed
    assert ("page.html", "comment", "Kovač") in listed


def test_the_places_ticked_are_marked_in_one_step_that_undo_takes_back(redact, qtbot):
    window = find(redact, qtbot, "Kovač")
    window.mark()
    marked = [mark.target.exact for mark in redact.marks]
    assert marked == ["Kovač", "Kovač", "Kovac", "Kovač", "Kovač", "Kovač"]
    assert {mark.by.initials for mark in redact.marks} == {"MD"}
    redact.desk.trigger("edit.undo")
    assert redact.marks == ()


def test_a_place_unticked_is_not_marked(article, qtbot):
    window = find(article, qtbot, "Kovač")
    window.model.tick_hit(window.model.files[0].hits[1], False)
    window.mark()
    (mark,) = article.marks
    assert mark.target.start == article.review.article.text.index("Kovač")


def test_a_place_unticked_stays_so_when_the_window_is_opened_again_and_not_for_other_words(article, qtbot):
    window = find(article, qtbot, "Kovač")
    window.model.tick_hit(window.model.files[0].hits[1], False)
    window.close()
    window = find(article, qtbot, "Kovač")
    assert len(window.model.chosen()) == 1
    window = find(article, qtbot, "Kovač\nAldsund")
    assert len(window.model.chosen()) == 3


def test_a_file_can_be_left_out_as_a_whole(redact, qtbot):
    window = find(redact, qtbot, "Kovač")
    window.model.tick_file(redact.document("minutes.docx").id, False)
    window.mark()
    assert {redact.review.documents[mark.target.document].name for mark in redact.marks} == {
        "quay.txt",
        "letter.pdf",
        "page.html",
    }


def test_what_is_marked_already_has_no_tick_and_is_not_marked_twice(article, qtbot):
    window = find(article, qtbot, "Kovač")
    window.mark()
    assert window.model.chosen() == []
    window.mark()
    assert len(article.marks) == 2


def test_places_outside_the_text_go_with_the_word_and_only_with_it(redact, qtbot):
    window = find(redact, qtbot, "Kovač")
    letter = next(file for file in window.model.files if file.title.endswith("letter.pdf"))
    (outside,) = [hit for hit in letter.hits if hit.anchor is None]
    assert outside.goes_with(*letter.going)
    window.model.tick_file(letter.document, False)
    assert not outside.goes_with(*letter.going)


def test_the_selected_words_are_looked_for(article, qtbot):
    view = article.desk.window.desk.panes.article.view
    at = article.review.article.text.index("Aldsund")
    view.select(Span(at, at + 7))
    article.desk.trigger("redact.find")
    window = article.dialogs.find_window
    qtbot.waitUntil(lambda: rows(window) == [("quay.txt", "", "Aldsund")], timeout=PATIENCE)


def test_a_pasted_list_looks_for_each_line(article, qtbot):
    listed = rows(find(article, qtbot, "Aldsund\n\n  harbour office \n"))
    assert [words for _, _, words in listed] == ["Aldsund", "harbour office"]


def test_patterns_are_found(article, qtbot):
    assert rows(find(article, qtbot, patterns=[SensitiveKind.PHONE])) == [("quay.txt", "", "01632 960 118")]


def test_an_expression_is_matched_by_a_child_and_marked_in_the_text(article, qtbot):
    window = find(article, qtbot, expression=r"X-\d{4}")
    assert rows(window) == [("quay.txt", "", "X-4711")]
    window.mark()
    assert [mark.target.exact for mark in article.marks] == ["X-4711"]


def test_a_bad_expression_is_one_sentence_and_the_words_are_still_found(article, qtbot):
    window = find(article, qtbot, "Aldsund", expression="X-(")
    assert window.panel.error.startswith("The expression X-( cannot be understood")
    assert rows(window) == [("quay.txt", "", "Aldsund")]


def test_spellings_of_a_name_are_offered_with_the_places_they_add(article, qtbot):
    window = find(article, qtbot, "Maria Kovač")
    assert window.panel.spellings["Kovač"].text().split() == ["Kovač", "·", "1"]
    assert [words for _, _, words in rows(window)] == ["Maria Kovač"]
    window.panel.spellings["Kovač"].setChecked(True)
    assert [words for _, _, words in rows(window)] == ["Maria Kovač", "Kovač"]


def test_the_reason_chosen_stands_with_every_mark_and_is_offered_next_time(article, qtbot):
    window = find(article, qtbot, "Kovač")
    window.reasons.setCurrentText("SRC2")
    window.mark()
    assert {mark.reason for mark in article.marks} == {"SRC2"}
    assert article.desk.window.settings.values.last_reason == "SRC2"


def test_going_to_a_place_shows_it_in_its_pane(redact, qtbot):
    window = find(redact, qtbot, "Kovač")
    letter = window.model.index(1, 0)
    window.view.setCurrentIndex(window.model.index(0, 0, letter))
    source = redact.desk.window.desk.panes.source
    assert source.document == redact.document("letter.pdf").id
    assert source.view.current_hit().of(redact.document("letter.pdf").text) == "Kovac"


def test_the_search_inside_the_files_can_be_stopped_and_says_what_it_left_out(redact, qtbot):
    redact.asker.held.set()
    window = find(redact, qtbot, "Kovač", wait=False)
    qtbot.waitUntil(redact.asker.waiting.is_set, timeout=PATIENCE)
    window.strip.stop_wanted.emit()
    assert window.strip.said == "Stopped; files not looked inside: 4."
    qtbot.waitUntil(lambda: not redact.desk.jobs.running, timeout=PATIENCE)
    assert ("quay.txt", "", "Kovač") in rows(window)
    assert not [row for row in rows(window) if row[1]]


def test_a_new_question_drops_the_answers_to_the_old_one(redact, qtbot):
    redact.asker.held.set()
    window = find(redact, qtbot, "Kovač", wait=False)
    qtbot.waitUntil(redact.asker.waiting.is_set, timeout=PATIENCE)
    redact.asker.held.clear()
    window = find(redact, qtbot, "Aldsund")
    assert rows(window) == [("quay.txt", "", "Aldsund")]


def test_a_word_that_stands_only_outside_the_text_is_ticked_and_marked_once_for_its_file(open_window, qtbot, tmp_path):
    redact = open_redact_desk(open_window, qtbot, tmp_path, note_pdf=unsigned_pdf())
    window = find(redact, qtbot, "Ada Quill")
    assert [hit.part for hit in window.model.files[1].hits] == ["document properties", "document properties"]
    assert [hit.text for hit in window.model.chosen()] == ["Ada Quill"]
    window.reasons.setCurrentText("SRC2")
    window.mark()
    (mark,) = redact.marks
    assert mark.target == HiddenWord(redact.document("note.pdf").id, "Ada Quill")
    assert (mark.reason, mark.by.initials) == ("SRC2", "MD")
    assert window.model.chosen() == []
    redact.desk.trigger("edit.undo")
    assert redact.marks == ()
    assert [hit.text for hit in window.model.chosen()] == ["Ada Quill"]


def test_going_to_a_place_outside_the_text_shows_its_document(open_window, qtbot, tmp_path):
    redact = open_redact_desk(open_window, qtbot, tmp_path, page_html=page_html(), note_pdf=unsigned_pdf())
    window = find(redact, qtbot, "Ada Quill")
    window.view.setCurrentIndex(window.model.index(0, 0, window.model.index(2, 0)))
    assert redact.desk.window.desk.panes.source.document == redact.document("note.pdf").id
