from reviewer.formats.mailbox import messages_of
from reviewer.opening.open import open_file
from tests.documents.mail_builder import build_mail, text_part

ENVELOPE = b"From o.farrant@tidewatch.example Tue Sep 16 11:52:00 2025\n"


def mailbox(*bodies: str) -> bytes:
    return b"\n\n".join(
        ENVELOPE + build_mail(text_part(body), subject=f"Boat {at}") for at, body in enumerate(bodies, 1)
    )


def test_each_message_becomes_a_document_under_a_list_of_them():
    opened = open_file("desk.mbox", mailbox("The boat is back.", "It left again."))
    assert [one.document.name for one in opened] == ["desk.mbox", "Boat 1.eml", "Boat 2.eml"]
    assert opened[0].document.text.splitlines()[1].startswith("2. Tue, 16 Sep 2025 11:52:00 +0100 | Odile Farrant")
    assert {one.document.parent for one in opened[1:]} == {opened[0].document.id}


def test_lines_that_only_begin_with_from_part_nothing():
    (message,) = messages_of(ENVELOPE + build_mail(text_part("Hello.\n\n>From the quay in 2025\nFrom here on, no.")))
    assert b"\nFrom the quay in 2025" in message


def test_one_message_with_an_envelope_is_a_mail_unless_its_name_says_mailbox():
    one = mailbox("The boat is back.")
    assert len(open_file("note.eml", one)) == 1
    assert len(open_file("desk.mbox", one)) == 2
