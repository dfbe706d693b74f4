from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reviewer.gui.claim_rows import Filter
from reviewer.gui.dialogs import ArticleChoice, InitialsDialog, PasswordDialog, ReviewDialog, SourceDialog
from reviewer.gui.export_dialog import ExportDialog
from reviewer.gui.folder_dialog import FolderDialog
from reviewer.gui.help_window import HelpWindow
from reviewer.gui.key_card import KeyCard
from reviewer.gui.recent_list import recent_name
from reviewer.model.geometry import Span
from reviewer.model.review import Desk as DeskValue
from reviewer.model.source import SourceEntry
from reviewer.model.standing import standing_of
from reviewer.model.verdict import Decision, Method, NoteKind
from reviewer.preferences import Preferences
from reviewer.reviewing.edits import DescribeReview


def press(qtbot, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)


def list_of(desk, qtbot):
    view = desk.window.desk.claims.view
    desk.window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def test_a_window_with_a_review_starts_at_its_first_claim(desk):
    assert desk.window.selection.claim == desk.claims[0].id


def test_a_verdict_is_signed_and_the_next_open_claim_follows(desk):
    first = desk.go_to(0)
    desk.trigger("verdict.verified")
    verdict = desk.desk.verdicts[first]
    assert (verdict.decision, verdict.by.initials, verdict.by.name) == (Decision.VERIFIED, "MD", "Mara Dunmore")
    assert desk.window.selection.claim == desk.claims[1].id


def test_the_keys_judge_while_the_list_has_the_focus(desk, qtbot):
    view = list_of(desk, qtbot)
    press(qtbot, view, "1", "2", "j", "3")
    decisions = [
        desk.desk.verdicts[claim.id].decision if claim.id in desk.desk.verdicts else None for claim in desk.claims
    ]
    assert decisions == [Decision.VERIFIED, Decision.FIX, None, Decision.UNSOURCED]


def test_a_letter_typed_into_a_field_stays_a_letter(desk, qtbot):
    comment = desk.window.desk.comparison.notes.text
    list_of(desk, qtbot)
    desk.trigger("claim.comment")
    qtbot.waitUntil(comment.hasFocus)
    qtbot.keyClicks(comment, "j1u")
    assert comment.text() == "j1u"
    assert not desk.desk.verdicts


def test_single_keys_can_be_switched_off(desk, qtbot):
    desk.trigger("view.single_keys")
    press(qtbot, list_of(desk, qtbot), "1")
    assert not desk.desk.verdicts


def test_fix_keeps_the_correction_that_the_source_suggests(desk):
    claim = desk.go_to(0)
    assert desk.window.desk.comparison.correction_shown == "A single fare will cost £27"
    desk.trigger("verdict.fix")
    assert desk.desk.corrections[claim].text == "A single fare will cost £27"


def test_verified_keeps_no_correction(desk):
    desk.go_to(0)
    desk.trigger("verdict.verified")
    assert not desk.desk.corrections


def test_undo_and_redo_name_what_they_do_and_do_it(desk):
    claim = desk.go_to(0)
    desk.trigger("verdict.query")
    assert desk.window.action("edit.undo").text() == "&Undo verdict"
    desk.trigger("edit.undo")
    assert claim not in desk.desk.verdicts
    desk.trigger("edit.redo")
    assert desk.desk.verdicts[claim].decision is Decision.QUERY


def test_a_comment_is_kept_when_the_field_is_left(desk, qtbot):
    claim = desk.go_to(1)
    field = desk.window.desk.comparison.notes.text
    qtbot.keyClicks(field, "Ask her which year.")
    press(qtbot, field, Qt.Key.Key_Return)
    assert desk.bridge.review.note(claim, NoteKind.DESK) == "Ask her which year."


def test_a_comment_being_typed_is_kept_when_another_claim_is_chosen(desk, qtbot):
    claim = desk.go_to(1)
    qtbot.keyClicks(desk.window.desk.comparison.notes.text, "Ask.")
    other = desk.go_to(2)
    assert desk.bridge.review.note(claim, NoteKind.DESK) == "Ask."
    assert desk.bridge.review.note(other, NoteKind.DESK) == ""


def test_a_legal_note_is_kept_apart_from_the_comment(desk, qtbot):
    claim = desk.go_to(1)
    notes = desk.window.desk.comparison.notes
    qtbot.keyClicks(notes.text, "Ask.")
    notes.choose(NoteKind.LEGAL)
    qtbot.keyClicks(notes.text, "Defamatory?")
    desk.go_to(2)
    review = desk.bridge.review
    assert (review.note(claim, NoteKind.DESK), review.note(claim, NoteKind.LEGAL)) == ("Ask.", "Defamatory?")
    desk.go_to(1)
    assert notes.kinds.itemText(1) == "Legal note •"
    desk.trigger("claim.comment")
    assert notes.text.text() == "Ask."


def test_opening_a_claim_again_clears_its_verdict(desk):
    claim = desk.go_to(0)
    desk.trigger("verdict.cut")
    desk.go_to(0)
    desk.trigger("verdict.clear")
    assert claim not in desk.desk.verdicts


def test_a_second_reader_adds_other_initials(desk, qtbot):
    claim = desk.go_to(0)
    desk.trigger("verdict.verified")
    desk.go_to(0)

    def fill_in():
        dialog = QApplication.activeModalWidget()
        qtbot.keyClicks(dialog.focusWidget(), "OK")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, fill_in)
    desk.trigger("claim.read_second")
    assert (desk.desk.verdicts[claim].by.initials, desk.desk.second_readings[claim].initials) == ("MD", "OK")


def test_a_second_reader_at_another_desk_is_not_asked(desk):
    claim = desk.go_to(0)
    desk.trigger("verdict.verified")
    desk.go_to(0)
    desk.window.settings.change(initials="OK")
    desk.trigger("claim.read_second")
    assert desk.desk.second_readings[claim].initials == "OK"


def test_escape_gives_up_what_was_typed(desk, qtbot):
    claim = desk.go_to(1)
    view, field = list_of(desk, qtbot), desk.window.desk.comparison.notes.text
    field.setFocus()
    qtbot.keyClicks(field, "Never mind")
    press(qtbot, field, Qt.Key.Key_Escape)
    qtbot.waitUntil(view.hasFocus)
    assert desk.bridge.review.note(claim, NoteKind.DESK) == ""
    assert field.text() == ""


def test_how_a_claim_was_verified_can_be_said_before_or_after(desk):
    claim = desk.go_to(0)
    desk.trigger("verdict.verified")
    desk.window.judging.verify_by(Method.CALL_BACK)
    desk.go_to(0)
    desk.window.judging.verify_by(Method.RECORDING)
    assert desk.desk.verdicts[claim].method is Method.RECORDING


def test_selected_words_become_a_claim(desk):
    article = desk.bridge.review.article
    start = article.text.index("on Monday")
    pane = desk.window.desk.panes.article
    pane.view.span_selected.emit(start, start + len("on Monday"))
    desk.trigger("claim.add")
    assert [claim.text for claim in desk.desk.added_claims] == ["on Monday"]
    assert desk.window.selection.claim == desk.desk.added_claims[0].id


def test_a_selected_passage_is_linked_to_the_claim(desk):
    claim = desk.go_to(3)
    pane = desk.window.desk.panes.source
    pane.view.span_selected.emit(0, 9)
    desk.trigger("claim.link")
    assert desk.desk.links[claim][0].anchor.exact == "Statement"


def test_a_dismissed_claim_leaves_the_list_and_comes_back(desk):
    claim = desk.go_to(0)
    desk.trigger("claim.dismiss")
    assert claim not in desk.window.model.shown_claims
    assert desk.window.selection.claim == desk.claims[1].id
    desk.trigger("claim.restore")
    assert claim in desk.window.model.shown_claims


def test_choosing_a_claim_opens_its_source_and_marks_it_everywhere(desk):
    claim = desk.go_to(1)
    window = desk.window
    assert window.desk.panes.source.document == desk.desk.sources[0].document
    assert window.desk.panes.article.view.scene.current == claim
    assert window.desk.panes.source.view.scene.current == claim
    assert window.model.index(1, 0) == window.desk.claims.view.currentIndex()


def test_claim_and_passage_are_joined_by_the_band(desk, qtbot):
    desk.go_to(0)
    qtbot.waitUntil(lambda: not desk.window.desk.panes.band.path().isEmpty())
    desk.go_to(3)
    assert desk.window.desk.panes.band.path().isEmpty()


def test_a_click_on_the_page_goes_to_the_claim(desk):
    desk.window.desk.panes.article.view.claim_clicked.emit(desk.claims[2].id)
    assert desk.window.selection.claim == desk.claims[2].id


def test_f6_goes_round_every_pane(desk, qtbot):
    list_of(desk, qtbot)
    seen = []
    for _ in range(len(desk.window.desk.stops)):
        desk.trigger("view.next_pane")
        seen.append(desk.window.focusWidget())
    assert len(set(map(id, seen))) == len(seen)
    assert seen[-1] is desk.window.desk.claims.view


def test_swapping_keeps_both_panes_and_turns_the_margins_over(desk):
    desk.trigger("view.swap")
    panes = desk.window.desk.panes
    assert (
        panes.source.mapTo(panes, panes.source.rect().topLeft()).x()
        < panes.article.mapTo(panes, panes.article.rect().topLeft()).x()
    )
    assert panes.article.view.scene.margin == "left"


def test_the_source_stays_where_it_is_when_it_does_not_follow_the_claim(desk):
    source = desk.window.desk.panes.source
    desk.go_to(0)
    desk.trigger("view.sync")
    source.view.set_zoom(4.0)
    source.view.verticalScrollBar().setValue(0)
    desk.go_to(2)
    desk.go_to(1)
    assert source.view.verticalScrollBar().value() == 0
    desk.trigger("view.sync")
    assert source.follows_claims


def test_a_narrow_and_low_window_gives_the_pages_the_room_of_the_list(desk, qapp):
    desk.window.resize(1024, 720)
    qapp.processEvents()
    assert not desk.window.desk.panes.is_stacked and not desk.window.desk.claims.isVisible()
    opener = next(one for one in desk.window.findChildren(QPushButton) if one.text() == "Claims")
    assert opener.isVisible()
    opener.click()
    assert desk.window.desk.claims.isVisible() and not opener.isVisible()


def test_a_narrow_window_stacks_the_panes_and_a_tight_one_closes_the_list(desk, qapp):
    desk.window.resize(1100, 800)
    qapp.processEvents()
    assert desk.window.desk.panes.is_stacked
    desk.window.resize(880, 800)
    qapp.processEvents()
    assert not desk.window.desk.claims.isVisible()
    desk.window.resize(1440, 900)
    qapp.processEvents()
    assert desk.window.desk.claims.isVisible()
    assert not desk.window.desk.panes.is_stacked


def test_filter_open_empties_as_claims_are_judged(desk):
    desk.window.desk.claims.show_only(Filter.OPEN)
    for _ in range(4):
        desk.trigger("verdict.verified")
    assert desk.window.model.rowCount() == 0
    assert desk.window.messages.sentences == ("Every claim is judged.",)


def test_the_search_counts_its_hits(desk, qtbot):
    desk.trigger("edit.find")
    search = desk.window.desk.panes.article.search
    qtbot.keyClicks(search.field, "fare")
    assert "2 found" in [label.text() for label in search.findChildren(QWidget) if hasattr(label, "text")]


def test_dark_and_light_can_be_switched(desk):
    desk.trigger("view.dark")
    assert desk.window.settings.values.theme == "dark"


def test_without_a_review_the_empty_window_is_shown(open_window):
    window = open_window(builder=False).window
    assert window._page.currentWidget() is window.empty
    assert not window.action("verdict.verified").isEnabled()


FOCUSABLE = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox, QAbstractSpinBox)


def unnamed(root):
    """Widgets that can take the focus by keyboard and have nothing for a screen reader to say."""
    for widget in root.findChildren(QWidget):
        internal = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), FOCUSABLE)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not internal and not spoken(widget):
            yield f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def spoken(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_widget_that_takes_the_focus_has_a_name(desk, open_window):
    empty = open_window(builder=False).window
    assert list(unnamed(desk.window)) + list(unnamed(empty)) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda parent, path: InitialsDialog("", "", parent),
        lambda parent, path: PasswordDialog("It is locked.", parent),
        lambda parent, path: ArticleChoice([path / "a.txt", path / "b.txt"], parent),
        lambda parent, path: SourceDialog("a.txt", SourceEntry("d", "S1"), parent),
        lambda parent, path: ReviewDialog(DeskValue(), "ferry", parent),
        lambda parent, path: FolderDialog(path, [path / "a.txt"], parent),
        lambda parent, path: KeyCard(parent),
    ],
)
def test_every_widget_of_a_dialog_has_a_name(desk, tmp_path, make):
    assert list(unnamed(make(desk.window, tmp_path))) == []


def test_the_export_dialog_has_names_too(desk, tmp_path):
    dialog = ExportDialog(standing_of(desk.bridge.review), Preferences(), tmp_path, desk.window)
    assert list(unnamed(dialog)) == []


def test_no_label_of_the_window_is_clipped(desk, qapp):
    qapp.processEvents()
    short = [
        button.text()
        for button in desk.window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width()
    ]
    assert short == []


def test_an_empty_selection_makes_no_claim(desk):
    desk.window.judging.add(Span(3, 3))
    assert not desk.desk.added_claims


def test_a_checker_who_is_the_reporter_is_warned(desk):
    desk.bridge.apply(DescribeReview("ferry", 1, "transport", "mara dunmore"))
    desk.trigger("verdict.verified")
    assert desk.window.messages.sentences == (
        "The checker and the reporter are the same person; somebody else should check.",
    )


def test_a_paragraph_becomes_page_furniture_and_story_again(desk):
    article = desk.bridge.review.article
    start = article.text.index("The pier")
    desk.window.judging.switch_furniture(start)
    assert desk.desk.furniture_switches == {f"{article.id}:{start}": True}
    desk.window.judging.switch_furniture(start)
    assert desk.desk.furniture_switches == {f"{article.id}:{start}": False}


def dropped_on(widget, *paths):
    """Drop files on a widget as the platform would."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    choices = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(QPoint(9, 9), *choices), QDropEvent(QPointF(9, 9), *choices)):
        event.setDropAction(Qt.DropAction.CopyAction)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()


def test_drops_say_where_they_landed(desk, open_window, tmp_path, qtbot):
    panes, empty = desk.window.desk.panes, open_window(builder=False).window.empty
    landings = (
        (panes.article, panes.article.dropped),
        (panes.source, panes.source.dropped),
        (empty.article, empty.article_dropped),
        (empty.sources, empty.sources_dropped),
    )
    for widget, signal in landings:
        with qtbot.waitSignal(signal) as dropped:
            dropped_on(widget, tmp_path / "missing.txt")
        assert dropped.args[0].files == (tmp_path / "missing.txt",)


def test_closing_the_window_closes_the_help(desk):
    desk.trigger("help.contents")
    desk.window.close()
    assert not any(isinstance(one, HelpWindow) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_recent_reviews_are_named_by_document_and_time():
    assert recent_name(Path("/r/fare-20261124-090926-665840.review")) == "fare · 24 Nov 2026, 09:09"
    assert recent_name(Path("/r/my own name.review")) == "my own name"


def choose_rows(desk, first, last):
    view = desk.window.desk.claims.view
    desk.go_to(first)
    selection = view.selectionModel()
    for row in range(first, last + 1):
        selection.select(view.model().index(row, 0), selection.SelectionFlag.Select)


def test_a_verdict_is_for_all_claims_chosen_and_one_undo_takes_it_back(desk):
    choose_rows(desk, 0, 2)
    desk.trigger("verdict.query")
    assert [claim.id for claim in desk.claims if claim.id in desk.desk.verdicts] == [
        claim.id for claim in desk.claims[:3]
    ]
    assert desk.window.selection.claim == desk.claims[3].id
    assert desk.window.selection.claims == (desk.claims[3].id,)
    desk.trigger("edit.undo")
    assert not desk.desk.verdicts


def test_shift_and_an_arrow_choose_the_next_claim_too(desk, qtbot):
    view = list_of(desk, qtbot)
    desk.go_to(0)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.selection.claims == (desk.claims[0].id, desk.claims[1].id)
    press(qtbot, view, "5")
    assert set(desk.desk.verdicts) == {desk.claims[0].id, desk.claims[1].id}


def test_the_panel_says_how_many_claims_a_verdict_is_for(desk, qtbot):
    choose_rows(desk, 0, 2)
    assert desk.window.desk.verdict.title == "VERDICT ON 3 CLAIMS"
    desk.trigger("claim.next")
    assert desk.window.desk.verdict.title == "VERDICT"


def test_a_fix_and_its_correction_are_one_step(desk):
    claim = desk.go_to(0)
    desk.trigger("verdict.fix")
    desk.trigger("edit.undo")
    assert claim not in desk.desk.verdicts
    assert claim not in desk.desk.corrections
    assert desk.window.action("edit.redo").text() == "&Redo verdict"


def test_claims_chosen_together_are_dismissed_together(desk):
    ids = [claim.id for claim in desk.claims[:2]]
    choose_rows(desk, 0, 1)
    desk.trigger("claim.dismiss")
    assert desk.desk.dismissed == set(ids)
    desk.trigger("edit.undo")
    assert not desk.desk.dismissed


def test_the_selected_words_can_become_the_claim(desk):
    old = desk.go_to(1)
    article = desk.bridge.review.article
    start = article.text.index("“We shall not raise it")
    pane = desk.window.desk.panes.article
    pane.view.span_selected.emit(start, start + len("“We shall not raise it this"))
    desk.trigger("claim.reshape")
    current = next(one for one in desk.bridge.review.claims if one.id == desk.window.selection.claim)
    assert (current.text, current.attribution.resolved) == ("“We shall not raise it this", "Ilse Tarn")
    assert old not in {one.id for one in desk.bridge.review.claims}
    desk.trigger("edit.undo")
    assert old in {one.id for one in desk.bridge.review.claims}
