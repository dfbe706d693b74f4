import pytest

from reviewer.formats.mail_parts import read_mail_parts
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part


def test_a_message_without_headers_is_all_body():
    mail = read_mail_parts("a.eml", b"\r\nOnly words.")
    assert (mail.headers, mail.bodies[0].content) == ((), b"Only words.")


def test_the_envelope_line_of_a_mailbox_is_passed_over():
    mail = read_mail_parts(
        "a.eml", b"From ada@x.example Tue Sep 16 11:52:00 2025\r\n" + build_mail(text_part("Hello."))
    )
    assert dict(mail.headers)["Subject"] == "The night boat"


def test_a_text_attachment_is_a_file_and_no_body():
    mail = read_mail_parts(
        "a.eml", build_mail(multipart("mixed", [text_part("Hi."), file_part("n.txt", b"x", "text/plain")]))
    )
    assert [body.content for body in mail.bodies] == [b"Hi."]
    assert [file.name for file in mail.files] == ["n.txt"]


def test_a_signature_is_no_file():
    seal = file_part("s.asc", b"x", "application/pgp-signature")
    mail = read_mail_parts("a.eml", build_mail(multipart("signed", [text_part("Hi."), seal])))
    assert (mail.files, mail.is_signed) == ((), True)


def test_a_file_without_a_name_gets_one():
    part = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n"
    mail = read_mail_parts("a.eml", build_mail(multipart("mixed", [text_part("Hi."), part])))
    assert mail.files[0].name == "attachment 2.pdf"


def test_broken_base64_is_taken_as_it_stands():
    part = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!! no base64 !!!"
    assert read_mail_parts("a.eml", build_mail(part)).bodies


@pytest.mark.parametrize(
    "spoilt",
    [
        b"Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n",
        b"Content-Type: multipart/mixed\r\n\r\nx",
        b"Content-Type: \xff\xff/\x00\r\n\r\nx",
    ],
)
def test_broken_parts_do_no_harm(spoilt):
    assert read_mail_parts("a.eml", build_mail(spoilt)).headers
