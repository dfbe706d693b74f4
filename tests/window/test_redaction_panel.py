import msgspec
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from reviewer.gui.dialogs import InitialsDialog
from reviewer.gui.galley_redactions import DrawnMarks
from reviewer.gui.reasons_dialog import ReasonsDialog
from reviewer.gui.redaction_delegate import ROW
from reviewer.model.analysis import Sensitive, SensitiveKind
from reviewer.model.geometry import Box
from reviewer.model.redaction import HiddenWord, RedactionMark
from reviewer.reviewing.edits import AddMarks, RemoveSource, SetArticle
from reviewer.reviewing.reason_codes import reason_presets
from reviewer.reviewing.session import Session
from tests.documents.review_builder import CHECKER, blocks_of
from tests.window.desk_builders import ARTICLE, ferry_review
from tests.window.test_marking import article, select, source

LETTER = "Dear desk\n\nCall 01632 960 114 or 01632 960 115.\n\nWrite to tarn@ferry.example at any time.\n"


@pytest.fixture
def builder():
    """The ferry review with a letter that holds two phone numbers and an address."""
    builder = ferry_review()
    letter = builder.source("letter.txt", LETTER)
    found = {
        "01632 960 114": SensitiveKind.PHONE,
        "01632 960 115": SensitiveKind.PHONE,
        "tarn@ferry.example": SensitiveKind.EMAIL,
    }
    builder.sensitive[letter.id] = [
        Sensitive(LETTER.index(words), LETTER.index(words) + len(words), kind) for words, kind in found.items()
    ]
    return builder


@pytest.fixture
def desk(open_window, builder):
    opened = open_window(builder=builder)
    opened.trigger("redact.panel")
    return opened


@pytest.fixture
def panel(desk):
    return desk.window.desk.redaction


def mark(desk, pane, words, reason=""):
    if reason:
        desk.window.marking.give_reason(frozenset(), reason)
    select(pane, words)
    desk.trigger("redact.selection")


def rows(groups):
    return {group.title: [row.words for row in group.rows] for group in groups}


def choose(listed, *words):
    """Select the rows with these words, as a person does; without words nothing."""
    listed.clearSelection()
    for at in range(listed.topLevelItemCount()):
        heading = listed.topLevelItem(at)
        for item in map(heading.child, range(heading.childCount())):
            if item.data(0, ROW).words in words:
                item.setSelected(True)
                listed.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)


def press(panel, name):
    button = next(one for one in panel.findChildren(QPushButton) if one.accessibleName() == name)
    assert button.isEnabled(), name
    button.click()


def test_the_panel_takes_the_place_of_the_claims_list_and_gives_it_back(desk, panel):
    assert panel.isVisible() and not desk.window.desk.claims.isVisible()
    assert desk.window.action("redact.panel").isChecked() and not desk.window.action("view.list").isChecked()
    desk.trigger("redact.panel")
    assert desk.window.desk.claims.isVisible() and not panel.isVisible()
    desk.trigger("redact.panel", "view.list")
    assert desk.window.desk.claims.isVisible() and not desk.window.action("redact.panel").isChecked()


def test_an_empty_panel_says_what_to_do(panel):
    assert not panel.marks.isVisible()
    said = [one.text() for one in panel.findChildren(type(panel.count)) if one.isVisible()]
    assert any("press R" in text and "Shift+R" in text for text in said)


def test_marks_are_listed_by_document_in_the_order_of_the_pages(desk, panel):
    mark(desk, article(desk), "The pier", "PRIV")
    mark(desk, source(desk), "Ilse Tarn", "SRC")
    mark(desk, article(desk), "Ilse Tarn", "SRC")
    assert rows(panel.marks.groups) == {
        "Article · article.txt": ["Ilse Tarn", "The pier"],
        "S1 · statement.txt": ["Ilse Tarn"],
    }
    first = panel.marks.groups[0].rows[0]
    assert (first.place, first.reason, first.who) == ("p1 l4", "SRC", "MD")
    assert panel.count.text() == "3 marks"


def test_going_to_a_row_brings_its_source_to_the_front(desk, panel, qtbot):
    mark(desk, source(desk), "Ilse Tarn")
    desk.trigger("source.next")
    assert source(desk).view.scene.document.name == "letter.txt"
    panel.marks.setFocus()
    choose(panel.marks, "Ilse Tarn")
    qtbot.keyClick(panel.marks, Qt.Key.Key_Return)
    assert source(desk).view.scene.document.name == "statement.txt"


def test_the_arrow_keys_go_from_place_to_place(desk, panel, qtbot):
    mark(desk, source(desk), "Ilse Tarn")
    desk.trigger("source.next")
    mark(desk, source(desk), "Dear desk")
    panel.marks.setFocus()
    choose(panel.marks, "Dear desk")
    for _ in range(2):
        qtbot.keyClick(panel.marks, Qt.Key.Key_Up)
    assert source(desk).view.scene.document.name == "statement.txt"


def test_a_mark_chosen_in_the_panel_is_chosen_on_its_page_and_the_other_way_round(desk, panel):
    mark(desk, article(desk), "Ilse Tarn")
    mark(desk, article(desk), "The pier")
    choose(panel.marks, "The pier")
    pier = desk.desk.marks[1].id
    assert article(desk).view.scene.redactions.chosen == {pier}
    article(desk).view.redaction_clicked.emit(desk.desk.marks[0].id)
    assert panel.marks.selected == {desk.desk.marks[0].id}


def test_a_reason_typed_is_given_to_every_selected_mark_in_one_step(desk, panel, qtbot):
    for words in ("Ilse Tarn", "The pier", "Brackwater"):
        mark(desk, article(desk), words)
    choose(panel.marks, "Ilse Tarn", "The pier")
    panel.reason.setEditText("b(6): privacy")
    qtbot.keyClick(panel.reason.lineEdit(), Qt.Key.Key_Return)
    assert [one.reason for one in desk.desk.marks] == ["b(6)", "b(6)", "SRC"]
    assert desk.window.action("edit.undo").text() == "&Undo reason for redaction"
    desk.trigger("edit.undo")
    assert [one.reason for one in desk.desk.marks] == ["SRC", "SRC", "SRC"]


def test_a_reason_typed_counts_when_the_editor_goes_elsewhere_and_an_empty_one_does_not(desk, panel, qtbot):
    mark(desk, article(desk), "Ilse Tarn", "SRC")
    choose(panel.marks, "Ilse Tarn")
    line = panel.reason.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "KIN")
    panel.marks.setFocus()
    assert desk.desk.marks[0].reason == "KIN"
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    panel.marks.setFocus()
    assert (desk.desk.marks[0].reason, panel.reason.currentText()) == ("KIN", "KIN")


def test_the_next_mark_gets_the_reason_given_last(desk, panel):
    panel.reason.setCurrentIndex(panel.reason.findData("LEGAL"))
    panel.reason.activated.emit(panel.reason.currentIndex())
    mark(desk, article(desk), "Ilse Tarn")
    assert desk.desk.marks[0].reason == "LEGAL"
    assert desk.window.settings.values.last_reason == "LEGAL"


def test_the_box_shows_the_reason_of_what_is_selected(desk, panel):
    mark(desk, article(desk), "Ilse Tarn", "PRIV")
    mark(desk, article(desk), "The pier", "SRC")
    choose(panel.marks, "Ilse Tarn")
    assert panel.reason.currentText() == "PRIV"
    choose(panel.marks, "Ilse Tarn", "The pier")
    assert panel.reason.currentText() == ""
    choose(panel.marks)
    assert panel.reason.currentText() == "SRC"


def test_several_marks_are_taken_back_in_one_step(desk, panel, qtbot):
    for words in ("Ilse Tarn", "The pier", "Brackwater"):
        mark(desk, article(desk), words)
    choose(panel.marks, "Ilse Tarn", "The pier")
    qtbot.keyClick(panel.marks, Qt.Key.Key_Delete)
    assert [one.target.exact for one in desk.desk.marks] == ["Brackwater"]
    desk.trigger("edit.undo")
    assert len(desk.desk.marks) == 3 and len(panel.marks.groups[0].rows) == 3


def test_a_heading_stands_for_all_marks_under_it(desk, panel):
    mark(desk, article(desk), "Ilse Tarn")
    mark(desk, article(desk), "The pier")
    mark(desk, source(desk), "Ilse Tarn")
    panel.marks.topLevelItem(0).setSelected(True)
    press(panel, "Take the selected marks back")
    assert [one.target.document for one in desk.desk.marks] == [source(desk).document]


def test_an_area_is_listed_with_the_words_under_it(desk, panel):
    page = desk.bridge.review.article.pages[0]
    word = next(iter(page.words))
    desk.window.marking.mark_area(desk.bridge.review.article.id, 1, Box(0, 0, page.width, word.box.y1 + 1))
    desk.window.marking.mark_area(desk.bridge.review.article.id, 1, Box(0, page.height - 9, page.width, page.height))
    listed = panel.marks.groups[0].rows
    assert [row.words for row in listed] == ["Ferry fare to stay at £72", "Area without words"]
    assert {row.place for row in listed} == {"p1, area"}


def test_a_lost_mark_is_listed_as_lost_and_leads_nowhere(desk, panel):
    mark(desk, article(desk), "Ilse Tarn")
    mark(desk, article(desk), "The pier")
    review = desk.bridge.review
    target = msgspec.structs.replace(review.desk.marks[0].target, exact="Ilsa Torn")
    marks = (msgspec.structs.replace(review.desk.marks[0], target=target), review.desk.marks[1])
    changed = msgspec.structs.replace(review.desk, marks=marks)
    desk.bridge.replace(Session(None, msgspec.structs.replace(review, desk=changed)))
    kept, lost = panel.marks.groups[0].rows
    assert (kept.lost, lost.lost) == (False, True)
    assert lost.words == "Ilsa Torn" and lost.place.startswith("lost") and lost.boxes == ()
    assert panel.count.text() == "2 marks · 1 lost"


def test_a_word_outside_the_text_is_listed_behind_those_in_it_and_drawn_on_no_page(desk, panel):
    article_id = desk.bridge.review.article.id
    desk.bridge.apply(AddMarks((RedactionMark("m1", HiddenWord(article_id, "Ada Quill"), "SRC", CHECKER),)))
    mark(desk, article(desk), "Ilse Tarn")
    seen, outside = panel.marks.groups[0].rows
    assert seen.words == "Ilse Tarn"
    assert (outside.words, outside.place, outside.reason, outside.lost) == (
        "Ada Quill",
        "outside the text",
        "SRC",
        False,
    )
    assert outside.said == "Ada Quill, SRC, outside the text, MD"
    drawn = DrawnMarks().on(desk.bridge.review, desk.bridge.review.article, ())
    assert [one.mark for one in drawn] == [seen.key]
    assert panel.count.text() == "2 marks"


def test_a_click_on_a_word_outside_the_text_shows_its_document(desk, panel):
    letter, pane = desk.bridge.review.sources[1], source(desk)
    assert pane.document != letter.id
    desk.bridge.apply(AddMarks((RedactionMark("m1", HiddenWord(letter.id, "Ada Quill"), "SRC", CHECKER),)))
    panel.marks.itemClicked.emit(panel.marks.topLevelItem(0).child(0), 0)
    assert pane.document == letter.id


def test_marks_of_a_source_that_was_removed_stay_listed_with_a_note(desk, panel):
    mark(desk, source(desk), "Ilse Tarn")
    desk.bridge.apply(RemoveSource(source(desk).document))
    (group,) = panel.marks.groups
    assert (group.title, group.note) == ("statement.txt", "No longer among the sources")


def second_draft(desk, builder, text):
    """Make another text the article, as a new draft."""
    new = builder.add_document("draft2.txt", text, blocks_of(text))
    review = desk.bridge.review
    known = {**review.documents, new.id: new}
    desk.bridge.replace(Session(None, msgspec.structs.replace(review, documents=known)))
    desk.bridge.apply(SetArticle(new.id))


def test_marks_of_the_draft_before_are_carried_over_when_the_editor_says_so(desk, panel, builder):
    mark(desk, article(desk), "Ilse Tarn")
    mark(desk, article(desk), "The pier")
    second_draft(desk, builder, "New head\n\n" + ARTICLE.replace("The pier", "That pier"))
    (group,) = panel.marks.groups
    assert group.note == "Earlier draft, not marked in this one"
    desk.window.messages.press("Carry over")
    assert rows(panel.marks.groups) == {"Article · draft2.txt": ["Ilse Tarn"], "article.txt": ["The pier"]}
    assert any("Redaction marks carried over to this draft: 1." in said for said in desk.window.messages.sentences)
    desk.trigger("edit.undo")
    assert rows(panel.marks.groups) == {"article.txt": ["Ilse Tarn", "The pier"]}


def test_suggestions_are_listed_by_kind_and_nothing_is_marked_by_itself(desk, panel):
    assert rows(panel.suggestions.groups) == {
        "Phone number": ["01632 960 114", "01632 960 115"],
        "E-mail address": ["tarn@ferry.example"],
    }
    assert panel.suggestions.groups[0].rows[0].place == "S2 p1 l2"
    assert desk.desk.marks == ()


def test_one_suggestion_is_accepted_and_leaves_the_list(desk, panel):
    choose(panel.suggestions, "01632 960 115")
    press(panel, "Mark the selected suggestions")
    assert [one.target.exact for one in desk.desk.marks] == ["01632 960 115"]
    assert rows(panel.suggestions.groups)["Phone number"] == ["01632 960 114"]
    desk.trigger("edit.undo")
    assert len(rows(panel.suggestions.groups)["Phone number"]) == 2


def test_all_of_a_kind_are_accepted_in_one_step(desk, panel):
    choose(panel.suggestions, "01632 960 115")
    press(panel, "Mark all suggestions of this kind")
    assert [one.target.exact for one in desk.desk.marks] == ["01632 960 114", "01632 960 115"]
    assert rows(panel.suggestions.groups) == {"E-mail address": ["tarn@ferry.example"]}
    desk.trigger("edit.undo")
    assert desk.desk.marks == ()


def test_r_marks_what_is_selected_in_the_list_of_suggestions(desk, panel, qtbot):
    panel.suggestions.setFocus()
    choose(panel.suggestions, "tarn@ferry.example")
    qtbot.keyClick(panel.suggestions, Qt.Key.Key_R)
    assert [one.target.exact for one in desk.desk.marks] == ["tarn@ferry.example"]


def test_marks_and_suggestions_are_not_selected_at_once(desk, panel):
    mark(desk, article(desk), "Ilse Tarn")
    choose(panel.marks, "Ilse Tarn")
    choose(panel.suggestions, "01632 960 115")
    assert not panel.marks.selected and not desk.window.redaction.chosen
    choose(panel.marks, "Ilse Tarn")
    assert not panel.suggestions.selected


def test_a_dismissed_suggestion_is_hidden_and_changes_nothing(desk, panel):
    choose(panel.suggestions, "01632 960 114", "tarn@ferry.example")
    press(panel, "Dismiss the selected suggestions")
    assert rows(panel.suggestions.groups) == {"Phone number": ["01632 960 115"]}
    assert desk.desk.marks == () and not desk.bridge.session.can_undo


def test_a_suggestion_marked_by_hand_leaves_the_list(desk, panel):
    desk.trigger("source.next")
    mark(desk, source(desk), "Write to tarn@ferry.example")
    assert rows(panel.suggestions.groups) == {"Phone number": ["01632 960 114", "01632 960 115"]}


def test_without_initials_nothing_is_marked(desk, panel):
    desk.window.settings.change(initials="")
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    mark(desk, article(desk), "Ilse Tarn")
    assert desk.desk.marks == ()


def test_initials_are_asked_once(desk, panel):
    desk.window.settings.change(initials="")

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, InitialsDialog)
        dialog.findChildren(type(panel.reason.lineEdit()))[0].setText("ok")
        dialog.accept()

    QTimer.singleShot(0, answer)
    mark(desk, article(desk), "Ilse Tarn")
    mark(desk, article(desk), "The pier")
    assert {one.by.initials for one in desk.desk.marks} == {desk.window.settings.values.initials} != {""}


def test_buttons_for_finding_and_applying_stand_at_the_foot(panel):
    assert panel.foot.isVisible()
    assert [one.text() for one in panel.foot.findChildren(QPushButton)] == ["Find and redact…", "Apply redactions…"]


def test_an_own_list_of_reasons_replaces_the_one_that_comes_along(desk, panel):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.lines.setPlainText("KIN: family\n\nKIN: again\nDOC")
        dialog.accept()

    QTimer.singleShot(0, answer)
    desk.trigger("redact.reasons")
    assert desk.window.settings.values.reason_codes == ("KIN: family", "DOC")
    assert [panel.reason.itemData(at) for at in range(panel.reason.count())] == ["KIN", "DOC"]


def test_cancelling_keeps_the_list(desk):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    desk.trigger("redact.reasons")
    assert desk.window.settings.values.reason_codes == ()


def test_the_preset_of_the_foia_is_loaded_with_its_source_and_undone_in_the_text(qtbot):
    dialog = ReasonsDialog(reason_presets()[0].codes)
    qtbot.addWidget(dialog)
    next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("FOIA")).click()
    assert dialog.reasons == reason_presets()[1].codes
    assert dialog.source.text() == "Wording after 5 U.S.C. 552(b)"
    dialog.lines.undo()
    assert dialog.reasons == reason_presets()[0].codes
