from PySide6.QtCore import Qt

from reviewer.gui.comparison_pieces import PieceStyle
from reviewer.gui.presented_pieces import article_pieces, source_pieces
from reviewer.model.verdict import Decision, NoteKind
from reviewer.reviewing.edits import WriteNote
from tests.documents.judged import EDITOR
from tests.window.desk_builders import ferry_review


def presented(desk, qtbot):
    desk.trigger("view.present")
    page = desk.window.centralWidget().findChild(type(desk.window.presentation))
    desk.window.activateWindow()
    qtbot.waitUntil(page.hasFocus)
    return page


def parts(claim=0):
    review = ferry_review().build()
    one = review.claims[claim]
    passage = review.passage(one.id)
    source = review.documents[passage.anchor.document] if passage and passage.anchor else None
    return one, passage, review.article, source


def test_the_claim_is_shown_large_with_its_finding_and_both_passages(desk, qtbot):
    desk.go_to(0)
    page = presented(desk, qtbot)
    assert page.isVisible()
    assert "figure" in page.said
    assert "Figure changed: £72 → £27" in page.said


def test_the_keys_judge_and_go_on_while_it_is_shown(desk, qtbot):
    first = desk.go_to(0)
    page = presented(desk, qtbot)
    qtbot.keyClick(page, "2")
    assert desk.desk.verdicts[first].decision is Decision.FIX
    assert desk.window.selection.claim == desk.claims[1].id
    qtbot.keyClick(page, "j")
    assert desk.window.selection.claim == desk.claims[2].id
    assert page.said.startswith("C03")


def test_escape_ends_it(desk, qtbot):
    page = presented(desk, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert desk.window.desk.isVisible()
    assert not desk.window.action("view.present").isChecked()


def test_a_comment_is_read_out_with_the_claim(desk, qtbot):
    claim = desk.go_to(1)
    page = presented(desk, qtbot)
    desk.bridge.apply(WriteNote(claim, NoteKind.DESK, "Ask her which year.", EDITOR))
    assert "Ask her which year." in page.said


def test_what_differs_is_marked_on_both_sides_and_the_rest_of_the_paragraph_is_grey():
    claim, passage, article, source = parts()
    ours, theirs = article_pieces(claim.span, passage, article), source_pieces(passage, source)
    assert [piece.text for piece in ours if piece.style is PieceStyle.ARTICLE_ONLY] == ["£72"]
    assert [piece.text for piece in theirs if piece.style is PieceStyle.SOURCE_ONLY] == ["£27"]
    assert ours[-1].style is PieceStyle.HARMLESS
    assert ours[-1].text == ", the Brackwater line said on Monday."


def test_a_claim_without_a_passage_is_shown_alone():
    claim, _, article, _ = parts(3)
    pieces = article_pieces(claim.span, None, article)
    assert "".join(piece.text for piece in pieces) == "The pier is older than the town."


def test_writing_a_comment_goes_back_to_the_desk(desk, qtbot):
    page = presented(desk, qtbot)
    qtbot.keyClick(page, "c")
    qtbot.waitUntil(desk.window.desk.comparison.notes.text.hasFocus)
    assert not page.isVisible()
