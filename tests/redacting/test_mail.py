import email
from email import policy
from email.message import EmailMessage

import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import LossNote, RedactionLoss, RedactionOrder
from reviewer.model.request import Redacted
from reviewer.opening.mail import read_mail
from reviewer.redacting.mail import find_in_mail, redact_mail
from tests.documents.mail_builder import build_mail, file_part, message_part, multipart, text_part
from tests.redacting.docx_package_builder import png


def _redacted(content: bytes, *terms: str) -> Redacted:
    return redact_mail("letter.eml", content, RedactionOrder(terms=terms), None, lambda _: None)


def _message(made: Redacted) -> EmailMessage:
    parsed = email.message_from_bytes(made.content, policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_headers_that_a_reader_sees_stay_and_the_others_go():
    made = _redacted(b"X-Mailer: Gull 2\r\n" + build_mail(text_part("Wray left."), subject="Näher: Wray"), "Wray")
    message = _message(made)
    assert message["Subject"] == "Näher: █████"
    assert message["To"] == "Desk <desk@harbourpost.example>"
    assert message["X-Mailer"] is None
    assert LossNote(RedactionLoss.METADATA, "headers") in made.losses


def test_both_versions_of_the_words_stay_alternatives():
    both = multipart("alternative", [text_part("Wray left."), text_part("<p>Wray <b>left</b>.</p>", "html")])
    message = _message(_redacted(build_mail(both), "Wray"))
    assert message.get_content_type() == "multipart/alternative"
    plain, page = message.iter_parts()
    assert plain.get_content() == "█████ left."
    assert "<p>█████ <b>left</b>.</p>" in page.get_content()


def test_files_are_redacted_in_turn_and_clean_ones_stay_byte_for_byte():
    files = [file_part("a.txt", b"See Wray."), file_part("b.txt", b"See\tnobody.\n")]
    message = _message(_redacted(build_mail(multipart("mixed", [text_part("Hi."), *files])), "Wray"))
    contents = [part.get_content() for part in message.iter_attachments()]
    assert contents == ["See █████.".encode(), b"See\tnobody.\n"]


def test_files_of_unknown_kind_are_left_out_and_that_is_said():
    files = [file_part("a.bin", b"\x00\x01\x02\x03" * 99)]
    made = _redacted(build_mail(multipart("mixed", [text_part("Wray"), *files])), "Wray")
    assert not list(_message(made).iter_attachments())
    assert LossNote(RedactionLoss.ATTACHMENT, "attachment a.bin") in made.losses


def test_a_picture_stays_without_what_it_carries():
    picture = png((b"tEXt", b"Author\0Ada"))
    made = _redacted(
        build_mail(multipart("mixed", [text_part("Wray"), file_part("a.png", picture, "image/png")])), "Wray"
    )
    (attached,) = _message(made).iter_attachments()
    assert attached.get_filename() == "a.png"
    assert b"Ada" not in attached.get_content()


def test_a_message_inside_is_redacted_too():
    inner = build_mail(text_part("Deep Wray words"), subject="Inner")
    made = _redacted(build_mail(multipart("mixed", [text_part("Hi."), message_part(inner)])), "Wray")
    (attached,) = _message(made).iter_attachments()
    assert attached.get_content_type() == "message/rfc822"
    assert attached.get_content().get_content() == "Deep █████ words"


def test_a_name_of_a_file_that_tells_becomes_one_that_does_not():
    made = _redacted(build_mail(multipart("mixed", [text_part("Hi."), file_part("wray-2025.txt", b"x")])), "Wray")
    (attached,) = _message(made).iter_attachments()
    assert attached.get_filename() == "attachment 2.txt"


def test_the_message_reads_back_word_for_word():
    words = "Dear all,\n\n\u2018Nobody\u2019 left = 5 = fine.\n.\nFrom here on Wray spoke.\n"
    read = read_mail("a.eml", _redacted(build_mail(text_part(words)), "Wray").content)
    assert words.replace("Wray", "█████").strip() in read.text


@pytest.mark.parametrize("kind", ["application/pkcs7-mime", "application/pgp-encrypted"])
def test_an_encrypted_message_is_refused(kind: str):
    with pytest.raises(ReviewerError) as raised:
        _redacted(build_mail(f"Content-Type: {kind}\r\n\r\nWray".encode()), "Wray")
    assert raised.value.problem.code is ProblemCode.CANNOT_REDACT


def test_several_messages_in_one_file_are_refused():
    one = b"From a@a.example Tue Sep 16 11:52:00 2025\n" + build_mail(text_part("Wray"))
    with pytest.raises(ReviewerError) as raised:
        _redacted(one + b"\n" + one, "Wray")
    assert raised.value.problem.code is ProblemCode.CANNOT_REDACT


def test_hits_name_the_header_the_line_or_the_file():
    content = build_mail(multipart("mixed", [text_part("One.\nWray."), file_part("a.txt", b"Wray")]), subject="On Wray")
    hits = find_in_mail("letter.eml", content, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert [hit.part for hit in hits] == ["subject", "message, line 2", "attachment a.txt, line 1"]
