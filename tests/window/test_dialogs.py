from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from reviewer.gui.dialogs import ArticleChoice, InitialsDialog, PasswordDialog, SourceDialog
from reviewer.gui.export_dialog import ExportDialog
from reviewer.gui.folder_dialog import FolderDialog
from reviewer.gui.message_strip import HIGHEST, MOST_KEPT, MessageStrip
from reviewer.model.packet import PacketFormat, Profile
from reviewer.model.source import Grade, SourceEntry, SourceKind
from reviewer.model.standing import standing_of
from reviewer.preferences import Preferences
from tests.window.desk_builders import ferry_review

MADE_AT = "2026-05-06T11:34:00+01:00"


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    return dialog


def export_dialog(qtbot, tmp_path, values=None, builder=None):
    standing = standing_of((builder or ferry_review()).build())
    return shown(qtbot, ExportDialog(standing, values or Preferences(), tmp_path))


def test_initials_can_be_typed_at_once_and_enter_takes_them(qtbot):
    dialog = shown(qtbot, InitialsDialog("", "", None))
    qtbot.keyClicks(dialog.focusWidget(), "MD")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert (dialog.initials, dialog.result()) == ("MD", InitialsDialog.DialogCode.Accepted)


def test_without_initials_there_is_no_ok(qtbot):
    dialog = shown(qtbot, InitialsDialog("", "", None))
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_password_is_not_readable_on_the_screen(qtbot):
    dialog = shown(qtbot, PasswordDialog("It is locked.", None))
    qtbot.keyClicks(dialog.focusWidget(), "secret")
    assert dialog.password == "secret"
    assert "secret" not in dialog.focusWidget().displayText()


def test_the_first_file_is_offered_as_the_article_and_none_can_be_chosen(qtbot, tmp_path):
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    dialog = shown(qtbot, ArticleChoice(paths, None))
    assert dialog.article == paths[0]
    dialog.choose(None)
    assert dialog.article is None


def test_a_source_is_described_by_kind_grade_and_origin(qtbot):
    entry = SourceEntry("d", "S1", SourceKind.EMAIL, Grade.ANONYMOUS, "by mail")
    dialog = shown(qtbot, SourceDialog("mail.eml", entry, None))
    assert (dialog.kind, dialog.grade, dialog.obtained) == (SourceKind.EMAIL, Grade.ANONYMOUS, "by mail")


def test_a_choice_among_many_files_fits_a_small_screen(qtbot, tmp_path):
    dialog = shown(qtbot, ArticleChoice([tmp_path / f"{number}.txt" for number in range(64)], None))
    assert dialog.height() < 600


def test_a_folder_ticks_what_can_be_read(qtbot, tmp_path):
    files = [tmp_path / name for name in ("a.pdf", "b.psd", "c.eml")]
    dialog = shown(qtbot, FolderDialog(tmp_path, files))
    assert [path.name for path in dialog.chosen] == ["a.pdf", "c.eml"]


def test_the_export_dialog_says_what_each_profile_leaves_out(qtbot, tmp_path):
    dialog = export_dialog(qtbot, tmp_path)
    assert dialog.left_out == "– legal notes"
    dialog.choose(Profile.OUTSIDE)
    assert "verdicts, findings and corrections" in dialog.left_out
    dialog.choose(Profile.LEGAL)
    assert dialog.left_out == "nothing"


def test_the_export_dialog_says_why_the_packet_is_on_hold(qtbot, tmp_path):
    assert export_dialog(qtbot, tmp_path).hold == "HOLD will stand on the cover: 4 open."


def test_the_choices_of_last_time_are_ticked_and_become_the_options(qtbot, tmp_path):
    values = Preferences(packet_profile="legal", packet_formats=("docx", "pdf"), paper="letter")
    options = export_dialog(qtbot, tmp_path, values).options(MADE_AT, "Mara Dunmore")
    assert (options.profile, options.formats) == (Profile.LEGAL, (PacketFormat.PDF, PacketFormat.DOCX))
    assert (options.paper.value, options.made_at, options.made_by) == ("letter", MADE_AT, "Mara Dunmore")


def test_enter_exports(qtbot, tmp_path):
    dialog = export_dialog(qtbot, tmp_path)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == ExportDialog.DialogCode.Accepted


def test_a_deadline_is_asked_for_outside_packets_alone(qtbot, tmp_path):
    dialog = export_dialog(qtbot, tmp_path)
    assert not dialog.asks_for_deadline
    dialog.choose(Profile.OUTSIDE)
    assert dialog.asks_for_deadline


def test_what_is_marked_is_among_what_a_packet_leaves_out(qtbot, tmp_path):
    builder = ferry_review()
    builder.mark(builder.article, "Ilse Tarn")
    dialog = export_dialog(qtbot, tmp_path, builder=builder)
    assert "what is marked for redaction (1)" in dialog.left_out


def test_the_same_problem_twice_is_said_once(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.say_problem("a.pdf is empty.")
    strip.say_problem("a.pdf is empty.")
    assert strip.sentences == ("a.pdf is empty.",)


def test_many_problems_leave_the_newest(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    for number in range(MOST_KEPT + 2):
        strip.say_problem(f"{number}.pdf is empty.")
    assert strip.sentences == tuple(f"{number}.pdf is empty." for number in range(2, MOST_KEPT + 2))


def test_one_message_takes_the_height_of_one_line(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.resize(900, 100)
    strip.say_problem("a.pdf is empty.")
    assert strip.minimumSizeHint().height() < 60


def test_many_messages_stay_in_a_low_strip_with_the_newest_on_top(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 100)
    for number in range(30):
        strip.say_problem(f"{number}.pdf is empty.")
    newest, oldest = strip.rows[-1], strip.rows[0]
    strip.widget().layout().activate()
    assert strip.sizeHint().height() <= HIGHEST
    assert newest.y() < oldest.y()


def test_a_message_can_offer_something_to_do(qtbot):
    strip, done = MessageStrip(), []
    qtbot.addWidget(strip)
    strip.say("Saved.", "Open", lambda: done.append(True))
    strip.press("Open")
    assert done == [True]
