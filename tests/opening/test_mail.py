import pytest

from reviewer.model.document import NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.mail import read_mail
from reviewer.opening.open import open_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.mail_builder import build_mail, file_part, message_part, multipart, text_part


def read(content: bytes, **headers):
    return read_mail("note.eml", build_mail(content, **headers))


def names_and_parents(mail: bytes) -> list[tuple[str, str | None]]:
    opened = open_file("note.eml", mail)
    by_id = {document.document.id: document.document.name for document in opened}
    return [(document.document.name, by_id.get(document.document.parent or "")) for document in opened]


def test_the_headers_that_matter_come_first():
    reading = read(text_part("Dear Ada,\n\nThe boat is back."))
    assert reading.text == (
        "From: Odile Farrant <o.farrant@tidewatch.example>\nTo: Desk <desk@harbourpost.example>\n"
        "Date: Tue, 16 Sep 2025 11:52:00 +0100\nSubject: The night boat\n\nDear Ada,\n\nThe boat is back."
    )
    assert [block.kind.value for block in reading.blocks] == ["mail_header"] * 4 + ["paragraph"] * 2


def test_the_day_it_was_sent_is_its_date():
    assert read(text_part("Hello.")).published == "2025-09-16"
    assert read(text_part("Hello."), date="some time ago").published is None


def test_encoded_headers_are_decoded():
    reading = read(
        text_part("Hello."),
        sender="=?utf-8?q?Odile_F=C3=A4rrant?= <o@x.example>",
        subject="=?utf-8?b?TmFjaHRzY2hpZmY=?=",
    )
    assert "From: Odile Färrant <o@x.example>" in reading.text
    assert "Subject: Nachtschiff" in reading.text


def test_headers_of_raw_bytes_and_of_nonsense_do_no_harm():
    assert "Färrant" in read(text_part("Hello."), sender="Odile Färrant <o@x.example>").text
    assert "Hello." in read(text_part("Hello."), subject="=?no-such-code?q?=FF?= \x00").text


def test_quoted_printable_and_base64_are_decoded():
    quoted = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E2=80=9CYes=E2=80=9D, she=\r\n said."
    assert read(quoted).text.endswith("“Yes”, she said.")
    coded = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIGJvYXQu\r\n"
    assert read(coded).text.endswith("The boat.")


def test_a_body_in_an_unknown_encoding_is_still_read():
    odd = b"Content-Type: text/plain; charset=no-such-code\r\n\r\nThe boat."
    assert read(odd).text.endswith("The boat.")


def test_the_plain_body_is_preferred_to_the_same_words_in_html():
    both = multipart("alternative", [text_part("<p>The boat is back.</p>", "html"), text_part("The boat is back.")])
    assert read(both).text.count("The boat is back.") == 1


def test_an_html_body_that_says_more_is_added():
    both = multipart("alternative", [text_part("See the HTML."), text_part("<p>The fare is £27.</p>", "html")])
    assert read(both).text.endswith("See the HTML.\n\nThe fare is £27.")


def test_attachments_become_documents_of_their_own():
    parts = [
        text_part("See attached."),
        file_part("plan.docx", build_docx(paragraph("The plan."))),
        file_part("notes.txt", b"Some notes."),
    ]
    assert names_and_parents(build_mail(multipart("mixed", parts))) == [
        ("note.eml", None),
        ("plan.docx", "note.eml"),
        ("notes.txt", "note.eml"),
    ]


def test_a_message_inside_a_message_keeps_its_own_attachments():
    inner = build_mail(
        multipart("mixed", [text_part("Inner."), file_part("list.txt", b"A list.")], "inner"), subject="Inner one"
    )
    outer = build_mail(multipart("mixed", [text_part("Outer."), message_part(inner)], "outer"))
    assert names_and_parents(outer) == [
        ("note.eml", None),
        ("Inner one.eml", "note.eml"),
        ("list.txt", "Inner one.eml"),
    ]


def test_an_attachment_that_cannot_be_read_is_named_with_the_reason():
    mail = build_mail(
        multipart("mixed", [text_part("See attached."), file_part("boat.gz", b"\x1f\x8b\x08\x00" + bytes(20))])
    )
    (only,) = open_file("note.eml", mail)
    notice = next(n for n in only.document.notices if n.code is NoticeCode.ATTACHMENT_NOT_READ)
    assert notice.arguments["name"] == "boat.gz"
    assert notice.arguments["code"] == "kind_not_supported"


def test_the_same_attachment_twice_is_one_document():
    part = file_part("notes.txt", b"Some notes.")
    assert len(open_file("note.eml", build_mail(multipart("mixed", [text_part("Two."), part, part])))) == 2


def test_a_path_in_an_attachments_name_is_dropped():
    mail = build_mail(multipart("mixed", [text_part("x."), file_part("../../etc/notes.txt", b"Some notes.")]))
    assert open_file("note.eml", mail)[1].document.name == "notes.txt"


def nested(levels: int) -> bytes:
    mail = build_mail(text_part("innermost"))
    for level in range(levels):
        mail = build_mail(multipart("mixed", [text_part(f"level {level}"), message_part(mail)], f"b{level}"))
    return mail


def test_mails_nested_a_hundred_deep_are_read_to_a_limit_and_said_so():
    opened = open_file("note.eml", nested(100))
    deepest = opened[-1].document
    assert len(opened) == 8
    assert [n.code for n in deepest.notices if n.code is NoticeCode.ATTACHMENT_NOT_READ] == [
        NoticeCode.ATTACHMENT_NOT_READ
    ]


def test_parts_nested_without_end_are_refused():
    part = text_part("x")
    for level in range(60):
        part = multipart("mixed", [part], f"b{level}")
    with pytest.raises(ReviewerError) as caught:
        open_file("note.eml", build_mail(part))
    assert caught.value.problem.code is ProblemCode.TOO_DEEP


def test_a_page_saved_in_the_form_of_a_mail_is_a_page():
    page = text_part("<h1>Boat back</h1><p>It sailed.</p>", "html")
    mail = build_mail(multipart("related", [page, file_part("a.png", b"x")]), sender="<Saved by Blink>")
    (only,) = open_file("page.mhtml", mail)
    assert (only.document.media_type, only.document.text) == ("text/html", "Boat back\n\nIt sailed.")


def test_the_title_of_an_html_body_is_not_shown_and_no_text():
    reading = read(
        text_part("<html><head><title>Tidewater mailing</title></head><body><p>Back.</p></body></html>", "html")
    )
    assert reading.text.endswith("Subject: The night boat\n\nBack.")


def test_an_html_body_without_words_leaves_the_headers():
    assert read(text_part("<html><body><img src='cid:1'></body></html>", "html")).text.endswith(
        "Subject: The night boat"
    )


def test_a_headline_in_an_html_mail_is_a_heading_of_it():
    reading = read(text_part("<h1>Press notice</h1><p>The boat is back.</p>", "html"))
    assert [block.kind.value for block in reading.blocks][-2:] == ["heading", "paragraph"]
