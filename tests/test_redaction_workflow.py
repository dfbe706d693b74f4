"""Marks in a window become a redacted file: found, planned, redacted, proved and saved, or refused as a whole."""

import io
import json

import pikepdf
import pytest

from reviewer.isolation.in_process import InProcess
from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.geometry import Box, Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark, RedactionOrder
from reviewer.opening.open import open_file
from reviewer.redacting.log import is_unbroken
from reviewer.redacting.redact import find_redactions
from reviewer.redaction_workflow import redact_marked
from reviewer.worker import Worker
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part
from tests.documents.pdf_builder import PdfBuilder
from tests.redacting.marked_files import BY, KINDS, LINES, NAME, OPEN, SECRET, letter, mark_on, opened

TYPESET = tuple(kind for kind in KINDS if kind != "pdf")


@pytest.fixture
def save(tmp_path):
    """Redact a file as marked and return what is then in the folder."""
    asker = InProcess(Worker().handle)

    def run(name, content, marks, document=None):
        target = tmp_path / name
        redact_marked(asker, document or opened(name, content), content, marks, target, BY)
        return target.read_bytes(), (tmp_path / f"{name}.log.jsonl").read_bytes()

    run.folder = tmp_path
    return run


def text_of(name, content):
    return " ".join(opened(name, content).text.split())


def reasons_in(log):
    lines = map(json.loads, log.splitlines())
    return [line["reason"] for line in lines if not line["also_lost"]]


def refused(save, name, content, marks, document=None):
    with pytest.raises(ReviewerError) as raised:
        save(name, content, marks, document)
    assert list(save.folder.iterdir()) == []
    return raised.value.problem


def area_under(document, words, page=1, reason="b(4)"):
    start = document.text.index(words)
    boxes = [w.box for w in document.pages[page - 1].words if start <= w.start < start + len(words)]
    box = boxes[0]
    for one in boxes[1:]:
        box = box.union(one)
    return RedactionMark("area", PageArea(document.id, page, box), reason, BY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_marked_place_goes_and_the_same_word_elsewhere_stays(save, kind):
    name, content = letter(kind)
    made, log = save(name, content, [mark_on(opened(name, content), SECRET)])
    text = text_of(name, made)
    assert all(sentence in text for sentence in OPEN)
    assert SECRET not in text
    assert is_unbroken(log)
    assert reasons_in(log) == ["b(6)"]
    assert NAME.encode() not in log


@pytest.mark.parametrize("kind", TYPESET)
def test_a_marked_sentence_goes_whole(save, kind):
    name, content = letter(kind)
    made, _ = save(name, content, [mark_on(opened(name, content), LINES[2], LINES[2].rstrip("."))])
    assert "café" not in text_of(name, made)
    assert text_of(name, made).count(NAME) == 3


@pytest.mark.parametrize("kind", TYPESET)
def test_a_passage_over_several_paragraphs_goes_whole(save, kind):
    name, content = letter(kind)
    document = opened(name, content)
    start, end = document.text.index("A clerk"), document.text.index("had come from.")
    mark = RedactionMark("m", anchor_at(document, Span(start, end)), "b(7)", BY)
    made, _ = save(name, content, [mark])
    text = text_of(name, made)
    assert not any(words in text for words in ("clerk", "handed over", "café", "asked where"))
    assert LINES[0] in text and LINES[3] in text


@pytest.mark.parametrize("kind", TYPESET)
def test_all_places_marked_is_all_places_gone(save, kind):
    name, content = letter(kind)
    document = opened(name, content)
    made, _ = save(name, content, [mark_on(document, line) for line in LINES if NAME in line])
    assert NAME not in text_of(name, made)


def test_an_area_on_a_pdf_takes_what_is_in_it_and_prints_its_reason(save):
    name, content = letter("pdf")
    document = opened(name, content)
    made, log = save(name, content, [area_under(document, LINES[1]), mark_on(document, LINES[3])])
    text = text_of(name, made)
    assert "clerk" not in text
    assert LINES[0] in text
    assert "thanked Mr" in text and text.count(NAME) == 1
    assert set(reasons_in(log)) == {"b(4)", "b(6)"}
    with pikepdf.open(io.BytesIO(made)) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b"(b\\(4\\)) Tj" in drawn and b"(b\\(6\\)) Tj" in drawn


@pytest.mark.parametrize("kind", TYPESET)
def test_an_area_on_a_page_set_by_us_takes_the_words_under_it_there_only(save, kind):
    name, content = letter(kind)
    document = opened(name, content)
    made, _ = save(name, content, [area_under(document, NAME)])
    text = text_of(name, made)
    assert LINES[0] not in text
    assert LINES[1] in text and LINES[3] in text


def test_a_passage_over_two_pages_goes_on_both(save):
    first, second = "The clerk who handed over the logs was", "Ada Brackenfold of the ferry office."
    builder = PdfBuilder().page().text(72, 100, "Brackenfold wrote.").text(72, 780, first)
    content = builder.page().text(72, 60, second).text(72, 120, "Nobody asked.").content()
    document = opened("a.pdf", content)
    span = Span(document.text.index(first), document.text.index(" of the ferry"))
    made, _ = save("a.pdf", content, [RedactionMark("m", anchor_at(document, span), "b(6)", BY)])
    text = text_of("a.pdf", made)
    assert "handed over" not in text and "Ada" not in text
    assert "Brackenfold wrote." in text and "of the ferry office." in text


def test_an_attachment_is_redacted_as_the_file_it_is(save):
    words = "\n\n".join(LINES) + "\n"
    mail = build_mail(multipart("mixed", [text_part("See attached.\n"), file_part("copy.txt", words.encode())]))
    outer, inner = open_file("letter.eml", mail)
    assert inner.document.parent == outer.document.id
    made, _ = save("copy.txt", inner.original, [mark_on(inner.document, SECRET)], inner.document)
    assert made.decode().count(NAME) == 2


def test_a_mail_is_redacted_with_what_is_attached_to_it(save):
    words = "\n\n".join(LINES) + "\n"
    mail = build_mail(multipart("mixed", [text_part(words), file_part("copy.txt", words.encode(), "text/plain")]))
    made, _ = save("letter.eml", mail, [mark_on(opened("letter.eml", mail), SECRET)])
    body, attached = open_file("letter.eml", made)
    assert body.document.text.count(NAME) == 2
    assert NAME not in attached.document.text


def test_marks_on_other_documents_change_nothing(save):
    name, content = letter("txt")
    other = opened("other.txt", b"We met Brackenfold.\n")
    document = opened(name, content)
    made, _ = save(name, content, [mark_on(document, SECRET), mark_on(other, "We met Brackenfold")])
    assert made.decode().count(NAME) == 2


def test_a_mark_that_lost_its_words_is_refused_and_nothing_saved(save):
    name, content = letter("txt")
    document = opened(name, content)
    lost = RedactionMark("m", Anchor(document.id, 4, 9, "Hanes"), "b(6)", BY)
    problem = refused(save, name, content, [mark_on(document, SECRET), lost])
    assert problem.code is ProblemCode.MARK_LOST
    assert problem.sentence.startswith("letter.txt was not redacted: marks in it (1) have lost their place")


def test_an_area_under_which_nothing_stands_is_refused_on_a_page_set_by_us(save):
    name, content = letter("docx")
    mark = RedactionMark("m", PageArea(opened(name, content).id, 1, Box(1, 1, 9, 9)), "b(6)", BY)
    assert refused(save, name, content, [mark]).code is ProblemCode.MARK_LOST


def test_without_a_mark_there_is_nothing_to_redact(save):
    name, content = letter("txt")
    assert refused(save, name, content, []).code is ProblemCode.NOTHING_TO_REDACT


def test_another_file_than_the_one_marked_is_refused(save):
    name, content = letter("txt")
    document = opened(name, content)
    problem = refused(save, name, content + b"\n", [mark_on(document, SECRET)], document)
    assert problem.code is ProblemCode.CANNOT_REDACT


def test_a_kept_word_that_the_file_repeats_out_of_sight_is_saved_without_the_repetition(save):
    content = build_docx(*map(paragraph, LINES), title=f"About {NAME}", comments=[(NAME, "Who is this?")])
    made, _ = save("letter.docx", content, [mark_on(opened("letter.docx", content), SECRET)])
    document = opened("letter.docx", made)
    assert document.text.count(NAME) == 2
    assert all(sentence in " ".join(document.text.split()) for sentence in OPEN)


def test_a_long_mail_with_quotations_keeps_what_is_not_marked(save):
    quoted = "\n".join(f"> {line}" for line in LINES)
    content = build_mail(text_part("\n\n".join(LINES) + "\n\nOn Monday, they wrote:\n" + quoted + "\n"))
    document = opened("letter.eml", content)
    made, _ = save("letter.eml", content, [mark_on(document, SECRET)])
    assert text_of("letter.eml", made).count(NAME) == 5


def test_the_same_word_marked_for_two_reasons_carries_both(save):
    name, content = letter("txt")
    document = opened(name, content)
    made, _ = save(name, content, [mark_on(document, LINES[0]), mark_on(document, LINES[3], reason="b(7)")])
    assert made.decode().count("█████ [b(6), b(7)]") == 2


def files_by_brackenfold():
    """Return files whose properties, title or comment hold the name that also stands in their text."""
    pdf = PdfBuilder().page().text(72, 100, LINES[0])
    pdf.document.set_metadata({"author": NAME})
    page = f"<html><head><title>Ferry</title></head><body><p>{LINES[0]}</p><!-- by {NAME} --></body></html>"
    return {
        "letter.pdf": pdf.content(),
        "letter.docx": build_docx(paragraph(LINES[0]), title=f"Notes of {NAME}"),
        "letter.html": page.encode(),
    }


@pytest.mark.parametrize("name", files_by_brackenfold())
def test_a_word_marked_outside_the_text_goes_from_there_and_stays_in_sight(save, name):
    content = files_by_brackenfold()[name]
    mark = RedactionMark("m", HiddenWord(opened(name, content).id, NAME), "b(6)", BY)
    made, log = save(name, content, [mark])
    assert LINES[0] in text_of(name, made)
    assert reasons_in(log) == ["b(6)"]
    assert [hit.part for hit in places_of_name(name, content)] != [hit.part for hit in places_of_name(name, made)]
    assert len(places_of_name(name, made)) == 1


def places_of_name(name, content):
    return find_redactions(name, content, RedactionOrder(terms=(NAME,)))


def test_a_word_marked_outside_the_text_of_a_file_that_has_it_nowhere_writes_nothing(save):
    name, content = letter("pdf")
    mark = RedactionMark("m", HiddenWord(opened(name, content).id, "Ilse Tarn"), "b(6)", BY)
    assert refused(save, name, content, [mark]).code is ProblemCode.NOTHING_TO_REDACT
