"""Applying redactions: copies are saved that were proved clean, originals stay, and a report says what became of each."""

import io

import pikepdf
import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from reviewer.model.problem import ProblemCode
from reviewer.opening.docx import read_docx
from reviewer.proof.recover import recover
from tests.documents.pdf_builder import PdfBuilder
from tests.window.redact_desk import (
    ARTICLE,
    PATIENCE,
    apply,
    find,
    letter_pdf,
    minutes_docx,
    open_redact_desk,
    page_html,
    run,
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


def unreadable_form():
    """Return a form whose fields are kept in a way that no redactor can take apart."""
    with pikepdf.open(io.BytesIO(letter_pdf())) as pdf:
        data = pdf.make_stream(b"<xdp>Kovac</xdp>")
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]), XFA=data)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def read_pdf_text(content):
    """Return the text of a PDF as another program reads it."""
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_copies_of_every_format_are_saved_without_the_word_beside_untouched_originals(redact, qtbot, tmp_path):
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if not path.name.startswith("quay-")}
    find(redact, qtbot, "Kovač").mark()
    out = tmp_path / "out"
    out.mkdir()
    run(apply(redact, qtbot, out), qtbot)
    copies = {"quay-redacted.txt", "letter-redacted.pdf", "minutes-redacted.docx", "page-redacted.html"}
    assert names(out) == copies | {f"{name}.log.jsonl" for name in copies}
    for name in copies:
        proved = recover(name, (out / name).read_bytes(), ("Kovač",))
        assert (name, proved.survivors, proved.unread) == (name, (), ())
    for name in ("quay.txt", "letter.pdf", "minutes.docx", "page.html"):
        assert (tmp_path / name).read_bytes() == before[name]
    assert "chair thanked" in read_docx("m.docx", (out / "minutes-redacted.docx").read_bytes()).text


def test_the_report_says_what_went_who_looked_and_what_was_lost_and_holds_no_word(redact, qtbot, tmp_path):
    find(redact, qtbot, "Kovač").mark()
    report = run(apply(redact, qtbot), qtbot)
    letter = report[report.index("letter.pdf") : report.index("minutes.docx")]
    assert "Saved as letter-redacted.pdf" in letter
    assert "Places removed: 2, in page 1, document properties" in letter
    assert "Looked again and found nothing: PDFium, pdfminer, pypdf" in letter
    assert "Had to go as well: properties" in letter
    assert "Kov" not in report
    redact.dialogs.apply_window.copy_report()
    assert QApplication.clipboard().text() == report


def test_the_dialog_says_how_many_marks_what_stays_and_what_goes_outside_the_text(redact, qtbot):
    window = find(redact, qtbot, "Kovač")
    window.model.tick_hit(window.model.files[0].hits[1], False)
    window.mark()
    rows = apply(redact, qtbot).plan.rows
    article, letter = rows[redact.document("quay.txt").id], rows[redact.document("letter.pdf").id]
    assert article.said[:2] == ("1 mark", "Other places of the same words that stay readable: 1")
    assert letter.said == ("1 mark", "Outside the text, gone as well: 1 (document properties)")


def test_a_place_that_was_not_accepted_stays_readable_in_the_copy(article, qtbot, tmp_path):
    window = find(article, qtbot, "Kovač")
    window.model.tick_hit(window.model.files[0].hits[1], False)
    window.mark()
    run(apply(article, qtbot), qtbot)
    text = (tmp_path / "quay-redacted.txt").read_text("utf-8")
    assert "Kovač said on Tuesday" in text
    assert "Maria Kovač" not in text


def test_the_other_places_of_the_words_can_be_marked_too_and_that_can_be_undone(article, qtbot):
    window = find(article, qtbot, "Kovač")
    window.model.tick_hit(window.model.files[0].hits[1], False)
    window.mark()
    row = apply(article, qtbot).plan.rows[article.document("quay.txt").id]
    row.all_wanted.emit()
    assert len(article.marks) == 2
    qtbot.waitUntil(lambda: row.plan is not None and row.plan.stays == (), timeout=PATIENCE)
    article.desk.trigger("edit.undo")
    assert len(article.marks) == 1


def test_a_name_that_is_taken_is_not_suggested_and_not_written_over_unasked(article, qtbot, tmp_path):
    (tmp_path / "quay-redacted.txt").write_text("Mine.", "utf-8")
    find(article, qtbot, "Kovač").mark()
    window = apply(article, qtbot)
    row = window.plan.rows[article.document("quay.txt").id]
    assert row.name == "quay-redacted-2.txt"
    row.call_copy("quay-redacted.txt")
    window.apply()
    assert (tmp_path / "quay-redacted.txt").read_text("utf-8") == "Mine."
    assert not window.apply_button.isEnabled()
    row.replace(True)
    run(window, qtbot)
    assert "Aldsund" in (tmp_path / "quay-redacted.txt").read_text("utf-8")


def test_an_original_is_never_replaced_even_when_it_is_named(article, qtbot, tmp_path):
    find(article, qtbot, "Kovač").mark()
    window = apply(article, qtbot)
    row = window.plan.rows[article.document("quay.txt").id]
    row.call_copy("quay.txt")
    window.plan.check()
    row.replace(True)
    assert "an original is never replaced" in run(window, qtbot)
    assert (tmp_path / "quay.txt").read_text("utf-8") == ARTICLE


def test_the_name_of_a_copy_tells_no_marked_word(open_window, qtbot, tmp_path):
    redact = open_redact_desk(open_window, qtbot, tmp_path, kovac_pdf=letter_pdf())
    find(redact, qtbot, "Kovač").mark()
    window = apply(redact, qtbot)
    row = window.plan.rows[redact.document("kovac.pdf").id]
    assert row.name == "S1-redacted.pdf"
    row.call_copy("statement_of_kovac.pdf")
    window.plan.check()
    assert not window.apply_button.isEnabled()
    row.call_copy("statement.pdf")
    window.plan.check()
    assert "ovac" not in run(window, qtbot)


def test_a_file_that_cannot_be_redacted_is_left_out_and_the_report_says_why(open_window, qtbot, tmp_path):
    redact = open_redact_desk(open_window, qtbot, tmp_path, form_pdf=unreadable_form())
    find(redact, qtbot, "Kovač").mark()
    window = apply(redact, qtbot)
    assert "XFA" in window.plan.rows[redact.document("form.pdf").id].said[-1]
    report = run(window, qtbot)
    assert "form.pdf cannot be redacted safely" in report
    assert "Nothing was written for this file." in report
    assert not [name for name in names(tmp_path) if name.startswith("form-")]
    assert "quay-redacted.txt" in names(tmp_path)


def test_a_copy_that_cannot_be_written_leaves_nothing_and_the_report_says_why(redact, qtbot, tmp_path):
    window = find(redact, qtbot, "Kovač")
    window.mark()
    out = tmp_path / "out"
    out.mkdir()
    dialog = apply(redact, qtbot, out)
    (out / "letter-redacted.pdf").mkdir()
    dialog.plan.check()
    dialog.plan.rows[redact.document("letter.pdf").id].replace(True)
    report = run(dialog, qtbot)
    assert "Nothing was written for this file." in report[report.index("letter.pdf") : report.index("minutes.docx")]
    assert list((out / "letter-redacted.pdf").iterdir()) == []
    assert not (out / "letter-redacted.pdf.log.jsonl").exists()
    assert "quay-redacted.txt" in names(out)
    assert dialog.report.said == "Saved: 3. Not saved: 1. The originals are untouched."


def test_cancelling_writes_nothing_and_says_so(redact, qtbot, tmp_path):
    find(redact, qtbot, "Kovač").mark()
    out = tmp_path / "out"
    out.mkdir()
    window = apply(redact, qtbot, out)
    redact.asker.held.set()
    with qtbot.waitSignal(window.flow.ended, timeout=PATIENCE):
        window.apply_button.click()
        qtbot.waitUntil(redact.asker.waiting.is_set, timeout=PATIENCE)
        window.flow.cancel()
    assert names(out) == set()
    assert window.report_as_text().count("Cancelled; nothing was written.") == 4


def test_a_locked_file_asks_for_its_password_and_is_redacted_with_it(open_window, qtbot, tmp_path):
    locked = PdfBuilder().page().text(72, 100, "Maria Kovac was there, in May.").content("swordfish")
    redact = open_redact_desk(open_window, qtbot, tmp_path)
    redact.desk.window.flow.password_wanted.disconnect()
    redact.desk.window.flow.password_wanted.connect(
        lambda opening, _: redact.desk.window.flow.retry(opening, "swordfish")
    )
    (tmp_path / "locked.pdf").write_bytes(locked)
    redact.desk.window.flow.open_files([tmp_path / "locked.pdf"], None)
    qtbot.waitUntil(lambda: len(redact.review.sources) == 1 and not redact.desk.jobs.running, timeout=PATIENCE)
    document = redact.document("locked.pdf")
    window = find(redact, qtbot, "Kovač")
    assert window.model.files[1].note.startswith("locked")
    redact.dialogs.unlock_find(document, "swordfish")
    qtbot.waitUntil(lambda: not window.search.is_running, timeout=PATIENCE)
    assert window.model.files[1].note == ""
    window.mark()
    dialog = apply(redact, qtbot)
    assert dialog.plan.rows[document.id].problem.code is ProblemCode.PASSWORD_NEEDED
    redact.dialogs.unlock_apply(document, "swordfish")
    qtbot.waitUntil(lambda: dialog.plan.is_ready, timeout=PATIENCE)
    run(dialog, qtbot)
    copy = (tmp_path / "locked-redacted.pdf").read_bytes()
    assert recover("locked-redacted.pdf", copy, ("Kovac",)).survivors == ()
    assert "in May" in read_pdf_text(copy)


def test_an_author_named_only_in_the_properties_is_marked_applied_and_gone(open_window, qtbot, tmp_path):
    redact = open_redact_desk(open_window, qtbot, tmp_path, note_pdf=unsigned_pdf())
    find(redact, qtbot, "Ada Quill").mark()
    out = tmp_path / "out"
    out.mkdir()
    window = apply(redact, qtbot, out)
    (row,) = window.plan.rows.values()
    assert row.said == ("1 mark", "Outside the text, gone as well: 2 (document properties)")
    report = run(window, qtbot)
    assert "Places removed: 2, in document properties" in report and "Quill" not in report
    copy = (out / "note-redacted.pdf").read_bytes()
    assert b"Quill" in (tmp_path / "note.pdf").read_bytes()
    assert (recover("note.pdf", copy, ("Ada Quill",)).survivors, b"Quill" in copy) == ((), False)
    assert b"Quill" not in (out / "note-redacted.pdf.log.jsonl").read_bytes()
    assert "wider than in March" in read_pdf_text(copy)
