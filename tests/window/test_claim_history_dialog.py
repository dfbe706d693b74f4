from reviewer.gui.claim_history_dialog import ClaimHistoryDialog
from reviewer.model.verdict import Decision, Method, NoteKind
from reviewer.reviewing.claim_history import Deed, HistoryEntry
from tests.documents.judged import EDITOR, SECOND


def lines(qtbot, *entries):
    dialog = ClaimHistoryDialog("C02", "The fare is £72.", entries)
    qtbot.addWidget(dialog)
    return dialog.lines


def test_a_verdict_is_one_line_with_who_when_and_how(qtbot):
    (line,) = lines(qtbot, HistoryEntry(Deed.JUDGED, EDITOR, Decision.FIX, Method.CALL_BACK))
    assert line.startswith("CP · ")
    assert "2026" in line
    assert line.endswith("Fix · Call-back")


def test_a_note_is_shown_with_its_words_and_its_kind(qtbot):
    (line,) = lines(qtbot, HistoryEntry(Deed.NOTED, SECOND, note=NoteKind.LEGAL, text="ask counsel"))
    assert line.endswith("Legal note: ask counsel")


def test_what_nobody_signed_has_no_initials(qtbot):
    assert lines(qtbot, HistoryEntry(Deed.DISMISSED)) == ["Dismissed: not a claim"]


def test_every_deed_has_words_of_its_own(qtbot):
    said = [lines(qtbot, HistoryEntry(deed, note=NoteKind.DESK, text="words"))[0] for deed in Deed]
    assert len(set(said)) == len(Deed)
    assert not any(deed.value in line for deed, line in zip(Deed, said, strict=True) if "_" in deed.value)


def test_a_claim_without_history_says_so(qtbot):
    assert lines(qtbot) == []
