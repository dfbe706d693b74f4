import pytest

from reviewer.formats.detect import FileKind, detect
from tests.documents.docx_builder import build_docx, build_zip, paragraph
from tests.documents.html_builder import build_page
from tests.documents.mail_builder import build_mail, text_part


def test_the_content_decides_over_the_name():
    assert detect("story.txt", b"%PDF-1.7\n...").kind is FileKind.PDF
    assert detect("story.pdf", build_docx(paragraph("Hello"))).kind is FileKind.DOCX
    assert detect("story.docx", build_page("<p>Hello</p>")).kind is FileKind.HTML
    assert detect("story.pdf", b"Only words, no PDF at all.").kind is FileKind.TEXT


def test_a_mail_is_told_by_its_name_or_its_machine_headers():
    mail = build_mail(text_part("Hello"))
    assert detect("note.eml", mail).kind is FileKind.MAIL
    assert detect("note", b"Received: from a\r\nMessage-ID: <1@a.example>\r\n" + mail).kind is FileKind.MAIL


def test_a_mail_saved_as_text_stays_text():
    assert detect("note.txt", build_mail(text_part("Hello"))).kind is FileKind.TEXT


def test_a_fragment_of_html_is_told_by_its_name_and_tags():
    assert detect("story.html", b"<p>Hello</p>").kind is FileKind.HTML
    assert detect("story.txt", b"<p>Hello</p>").kind is FileKind.TEXT
    assert detect("story.html", b"No tags here.").kind is FileKind.TEXT


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0 JFIF", FileKind.PICTURE),
        (b"II*\x00....", FileKind.PICTURE),
        (b"{\\rtf1 Hello}", FileKind.RICH_TEXT),
        (build_zip({"xl/workbook.xml": "<a/>"}), FileKind.WORKBOOK),
        (
            build_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            FileKind.OPEN_DOCUMENT,
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), FileKind.OUTLOOK),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", FileKind.SUBTITLES),
    ],
)
def test_a_kind_is_told_by_its_content_whatever_the_name(content, kind):
    assert detect("unnamed", content).kind is kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP image; save it as PNG or JPEG"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC image; save it as JPEG"),
        (build_zip({"xl/workbook.bin": "a"}), "binary Excel workbook"),
        (build_zip({"Index/Document.iwa": "a"}), "Apple Pages, Numbers or Keynote file"),
        (build_zip({"ppt/presentation.xml": "<a/>"}), "PowerPoint presentation"),
        (build_zip({"mimetype": "application/vnd.oasis.opendocument.text"}), "package of an unknown kind"),
        (build_zip({"a.txt": "hello"}), "ZIP archive; unpack it first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word 97-2003 document"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "Office document protected by a password",
        ),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG drawing"),
        (bytes(range(256)) * 8, "not text, and of no known kind"),
    ],
)
def test_a_kind_that_is_not_read_is_named(content, said):
    detected = detect("file", content)
    assert (detected.kind, detected.description) == (FileKind.REFUSED, said)


def test_a_text_that_begins_like_a_signature_is_still_text():
    assert detect("a.txt", b"MZ is the code of the river ferry, the harbour office said.").kind is FileKind.TEXT
    assert detect("a.txt", b"BM stands for Thornby Marina.").kind is FileKind.TEXT


def test_a_shortcut_to_the_web_is_an_address():
    assert detect("boat.url", b"[InternetShortcut]\r\nURL=https://harbourpost.example/").kind is FileKind.WEB_ADDRESS
    assert detect("boat.desktop", b"[Desktop Entry]\nType=Link\nURL=https://a.example").kind is FileKind.WEB_ADDRESS


def test_a_truncated_docx_is_still_a_docx():
    assert detect("draft.docx", build_docx(paragraph("Hello"))[:300]).kind is FileKind.DOCX


def test_text_in_old_encodings_is_text():
    assert detect("a.txt", "Café “Tidewater” – £27".encode("cp1252")).kind is FileKind.TEXT
    assert detect("a.txt", ("Паром вернётся. " * 20).encode("cp1251")).kind is FileKind.TEXT
    assert detect("a.txt", ("夜行フェリーは十一月に再開される。" * 20).encode("shift_jis")).kind is FileKind.TEXT
    assert detect("a.txt", "Night boats".encode("utf-16-le")).kind is FileKind.TEXT


def test_a_long_text_is_text_wherever_its_first_bytes_are_cut():
    for shift in range(4):
        assert detect("a.txt", b"x" * shift + ("Паром—船 " * 20_000).encode()).kind is FileKind.TEXT


def test_a_text_for_a_printer_that_strikes_letters_twice_is_a_text():
    struck = "".join(f"{letter}\b{letter}" for letter in "The boats of Sallowmere")
    assert detect("notes.txt", struck.encode()).kind is FileKind.TEXT
    assert detect("notes.txt", b"\x08\x01\x02\x03" * 200).kind is FileKind.REFUSED
