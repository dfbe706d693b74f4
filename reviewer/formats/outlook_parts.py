"""An Outlook message (MSG) as the parts of a mail."""

import datetime
from typing import Any

from oxmsg import Message

from reviewer.formats.mail_parts import SHOWN_HEADERS, Mail, MailBody, MailFile, decoded_header
from reviewer.model.problem import ProblemCode, ReviewerError

_ENCRYPTED_CLASSES = ("ipm.note.smime", "ipm.note.secure")
_EMBEDDED = 5
"""Attachment method of a message inside the message (MS-OXCMSG 2.2.2.9)."""
_METHOD, _DISPLAY_NAME, _SHORT_NAME = 0x3705, 0x3001, 0x3704


def read_outlook_parts(name: str, content: bytes) -> Mail:
    """Take an Outlook message apart; messages inside it are named but not read.

    Raises ReviewerError with DAMAGED when its storages cannot be read.
    """
    try:
        message = Message.load(content)
        bodies = _bodies(message)
        files = tuple(_file(attachment, at) for at, attachment in enumerate(message.attachments, 1))
        sent = message.sent_date
        headers = _headers(message, sent)
        kind = message.message_class.lower()
    except Exception as error:  # the container's reader raises whatever its broken fields lead to
        if isinstance(error, MemoryError):
            raise
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its fields cannot be read") from error
    return Mail(
        headers=headers,
        bodies=bodies,
        files=files,
        day=sent.date().isoformat() if sent else None,
        is_encrypted=kind in _ENCRYPTED_CLASSES,
        is_signed="multipartsigned" in kind,
    )


def _headers(message: Message, sent: datetime.datetime | None) -> tuple[tuple[str, str], ...]:
    given = {key.lower(): value for key, value in message.message_headers.items()}
    recipients = ", ".join(
        f"{one.name} <{one.email_address}>" if one.name != one.email_address else one.name for one in message.recipients
    )
    known = {
        "From": message.sender or "",
        "To": given.get("to") or recipients,
        "Cc": given.get("cc", ""),
        "Date": given.get("date") or (f"{sent:%a, %d %b %Y %H:%M:%S %z}" if sent else ""),
        "Subject": message.subject,
    }
    return tuple((key, text) for key in SHOWN_HEADERS if (text := decoded_header(known[key])))


def _bodies(message: Message) -> tuple[MailBody, ...]:
    plain, marked_up = message.body, message.html_body
    return (
        *((MailBody(plain.encode(), "utf-8", is_html=False),) if plain else ()),
        *((MailBody(marked_up.encode(), "utf-8", is_html=True),) if marked_up else ()),
    )


def _file(attachment: Any, number: int) -> MailFile:  # noqa: ANN401 - the library's records have no types of their own
    properties = attachment.properties
    name = (
        attachment.file_name
        or properties.str_prop_value(_SHORT_NAME)
        or properties.str_prop_value(_DISPLAY_NAME)
        or f"attachment {number}"
    )
    content = b"" if properties.int_prop_value(_METHOD) == _EMBEDDED else attachment.file_bytes or b""
    return MailFile(name.replace("\\", "/").rsplit("/", 1)[-1], content)
