import io
import zipfile

import msgspec
import pytest

from reviewer.formats.mail_parts import read_mail_parts
from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.kept import KeptHits, order_inside
from reviewer.redacting.plan import marks_order, with_kept
from reviewer.redacting.redact import find_redactions, redact_file
from tests.documents.docx_builder import build_docx, build_zip, paragraph, run
from tests.documents.html_builder import build_page
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part
from tests.redacting.marked_files import KINDS, LINES, NAME, OPEN, SECRET, letter, mark_on, opened


def redacted(name, content, *sentences, words=NAME):
    """Redact the name where it stands in these sentences only; return the file and what the proof still finds."""
    document = opened(name, content)
    marks = [mark_on(document, sentence, words) for sentence in sentences]
    order = marks_order(document, marks)
    order = with_kept(order, document, marks, find_redactions(name, content, order))
    made = redact_file(name, content, order)
    return made, recover(name, made.content, made.removed, kept=order.kept).survivors


def text_of(name, content):
    return " ".join(opened(name, content).text.split())


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_marked_place_goes(kind):
    name, content = letter(kind)
    made, survivors = redacted(name, content, SECRET)
    text = text_of(name, made.content)
    assert all(sentence in text for sentence in OPEN)
    assert SECRET not in text
    assert text.count(NAME) == 2
    assert survivors == ()
    assert len(made.applied) == 1


HIDDEN = {
    "docx": lambda line: build_docx(*map(paragraph, LINES), paragraph(run(line, hidden=True)), title=line),
    "html": lambda line: build_page(
        "".join(f"<p>{one}</p>" for one in LINES) + f"<p hidden>{line}</p><!-- {line} --><p title='{line}'>End</p>"
    ),
    "eml": lambda line: build_mail(text_part("\n\n".join(LINES) + "\n")).replace(
        b"MIME", f"X-Note: {line}\r\nMIME".encode()
    ),
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_hidden_copy_of_a_kept_sentence_goes(kind):
    name, content = f"letter.{kind}", HIDDEN[kind](OPEN[0])
    made, survivors = redacted(name, content, SECRET)
    assert text_of(name, made.content).count(OPEN[0]) == 1
    assert made.content.count(OPEN[0].encode()) <= 1
    assert survivors == ()
    assert len(made.applied) > 1


def test_the_other_version_of_a_mail_does_not_keep_what_the_shown_one_keeps():
    page = "".join(f"<p>{line}</p>" for line in LINES)
    content = build_mail(multipart("alternative", [text_part("\n\n".join(LINES)), text_part(page, "html")]))
    made, survivors = redacted("letter.eml", content, SECRET)
    assert made.content.count(b"Brackenfold") == 2
    assert survivors == ()


def test_the_fallback_of_a_text_box_is_not_kept():
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent>"
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(paragraph(OPEN[0]), paragraph(f"Not shown: {OPEN[0]}"))
    content = build_docx(*map(paragraph, LINES[1:]), paragraph(box))
    made, survivors = redacted("letter.docx", content, SECRET)
    assert text_of("letter.docx", made.content).count(OPEN[0]) == 1
    assert "Not shown" not in text_of("letter.docx", made.content)
    assert survivors == ()


def test_what_is_attached_to_a_mail_is_not_kept_by_what_the_mail_says():
    words = "\n\n".join(LINES)
    content = build_mail(multipart("mixed", [text_part(words), file_part("copy.txt", words.encode(), "text/plain")]))
    made, survivors = redacted("letter.eml", content, SECRET)
    attached = opened("copy.txt", _attached(made.content))
    assert NAME not in attached.text
    assert text_of("letter.eml", made.content).count(NAME) == 2
    assert survivors == ()


def _attached(content):
    return read_mail_parts("letter.eml", content).files[0].content


def test_a_place_kept_in_an_attachment_stays_there():
    words = "\n\n".join(LINES)
    content = build_mail(multipart("mixed", [text_part(words), file_part("copy.txt", words.encode(), "text/plain")]))
    hits = find_redactions("letter.eml", content, RedactionOrder(terms=(NAME,)))
    kept = tuple(hit for hit in hits if hit.part.startswith("attachment"))
    assert len(kept) == 3
    made = redact_file("letter.eml", content, RedactionOrder(terms=(NAME,), kept=kept[:1]))
    assert opened("copy.txt", _attached(made.content)).text.count(NAME) == 1
    assert NAME not in text_of("letter.eml", made.content)


def test_a_kept_header_stays_and_the_others_go():
    content = build_mail(text_part("No names here.\n"), sender=f"{NAME} <a@b.example>", to=f"{NAME} <c@d.example>")
    made, survivors = redacted("letter.eml", content, f"To: {NAME}")
    assert f"From: {NAME}".encode() in made.content
    assert f"To: {NAME}".encode() not in made.content
    assert survivors == ()


def test_a_quoted_printable_mail_with_accents_is_proved():
    lines = [
        f"Frau Müller schrieb früh, dass {NAME} in Österreich über Bücher sprach.",
        f"Später schwieg {NAME} für immer.",
    ]
    content = build_mail(text_part("\n\n".join(lines) + "\n"), subject=f"Grüße von {NAME} aus Köln")
    made, survivors = redacted("letter.eml", content, lines[1])
    assert lines[0] in text_of("letter.eml", made.content)
    assert lines[1] not in text_of("letter.eml", made.content)
    assert survivors == ()


def test_two_places_on_one_line_are_decided_one_by_one():
    line = f"Ask {NAME} or {NAME} junior, said {NAME} senior at last.\n"
    made, survivors = redacted("a.txt", line.encode(), line, words=f"{NAME} junior")
    assert made.content.decode() == f"Ask {NAME} or █████ [b(6)], said {NAME} senior at last.\n"
    assert survivors == ()


def test_a_place_beside_a_marked_one_is_found_again():
    line = "They asked Hanes and Olsen, who met Hanes, and then Olsen left.\n"
    document = opened("a.txt", line.encode())
    marks = [mark_on(document, "asked Hanes", "Hanes"), mark_on(document, "then Olsen left", "Olsen")]
    order = marks_order(document, marks)
    order = with_kept(order, document, marks, find_redactions("a.txt", line.encode(), order))
    made = redact_file("a.txt", line.encode(), order)
    assert made.content.decode() == "They asked █████ [b(6)] and Olsen, who met Hanes, and then █████ [b(6)] left.\n"
    assert recover("a.txt", made.content, made.removed, kept=order.kept).survivors == ()


def test_a_kept_place_behind_a_marked_sentence_is_found_again():
    lines = ("The ferry office asked Hanes.", "A clerk at the harbour had handed over the logs.", "Hanes left in May.")
    content = " ".join(lines).encode()
    document = opened("a.txt", content)
    marks = [mark_on(document, lines[0], "Hanes"), mark_on(document, lines[1], lines[1])]
    order = marks_order(document, marks)
    order = with_kept(order, document, marks, find_redactions("a.txt", content, order))
    made = redact_file("a.txt", content, order)
    assert made.content.decode().endswith("█ [b(6)]. Hanes left in May.")
    assert recover("a.txt", made.content, made.removed, kept=order.kept).survivors == ()


def test_a_kept_place_stands_for_one_place_only():
    line = f"We met {NAME} there.\n"
    content = build_mail(multipart("mixed", [text_part(line), text_part(line)]))
    hit = find_redactions("letter.eml", content, RedactionOrder(terms=(NAME,)))[0]
    made = redact_file("letter.eml", content, RedactionOrder(terms=(NAME,), kept=(hit,)))
    assert made.content.count(NAME.encode()) == 1


def test_other_words_round_it_or_another_part_keep_nothing():
    hit = find_redactions("a.txt", b"We met Hanes there.\n", RedactionOrder(terms=("Hanes",)))[0]
    places = KeptHits((hit,))
    assert not places.claims("line 1", "Hanes", "We saw ", " there.\n")
    assert not places.claims("line 1", "Hanes", "", "")
    assert not places.claims("hidden text", "Hanes", "We met ", " there.\n")
    assert places.claims("line 1", "HANES", "we  met\n", " there.")
    assert not places.claims("line 1", "Hanes", "We met ", " there.\n")


def test_what_is_kept_inside_is_named_as_the_file_inside_names_it():
    hit = find_redactions("a.txt", b"We met Hanes there.\n", RedactionOrder(terms=("Hanes",)))[0]
    outer = msgspec.structs.replace(hit, part="attachment a.txt, line 1")
    order = RedactionOrder(terms=("Hanes",), kept=(hit, outer))
    assert order_inside(order, "attachment a.txt").kept == (hit,)


def test_each_term_has_its_own_reason():
    order = RedactionOrder(terms=("Hanes", "Olsen", "Moor"), reason="other", reasons={"Hanes": "b(6)", "Olsen": "b(7)"})
    made = redact_file("a.txt", b"Hanes met Olsen.\nMoor saw Hanes Olsen.\n", order)
    assert made.content.decode() == "█████ [b(6)] met █████ [b(7)].\n█████ [other] saw █████ [b(6), b(7)].\n"
    assert [one.reason for one in made.applied] == ["b(6)", "b(7)", "other", "b(6)", "b(7)"]


def test_a_place_of_an_archive_part_that_nobody_links_goes():
    with zipfile.ZipFile(io.BytesIO(build_docx(*map(paragraph, LINES)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = build_zip({**parts, "word/orphan.xml": parts["word/document.xml"]})
    made, survivors = redacted("letter.docx", content, SECRET)
    assert text_of("letter.docx", made.content).count(NAME) == 2
    assert survivors == ()
