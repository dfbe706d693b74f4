"""Reads mailboxes (RFC 4155): a list of the messages, each of which becomes a document of its own."""

import re

from reviewer.formats.mail_parts import read_mail_parts
from reviewer.formats.mailbox import messages_of
from reviewer.formats.text_builder import LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind, Notice, NoticeCode
from reviewer.opening.limits import ATTACHMENT_LIMIT
from reviewer.opening.reading import Attachment, Reading

MEDIA_TYPE = "application/mbox"


def read_mailbox(name: str, content: bytes) -> Reading:
    """Read a mailbox as a list of its messages, which are handed on unread.

    Raises ReviewerError with TOO_DEEP or DAMAGED for a message whose parts cannot be told apart.
    """
    out = TextBuilder()
    files = []
    messages = messages_of(content)
    for at, message in enumerate(messages[:ATTACHMENT_LIMIT], 1):
        headers = dict(read_mail_parts(name, message).headers)
        named = [headers[key] for key in ("Date", "From", "Subject") if headers.get(key)]
        out.add(f"{at}. {' | '.join(named)}", BlockKind.MAIL_HEADER, gap=LINE_GAP if at > 1 else PARAGRAPH_GAP)
        files.append(Attachment(_file_name(headers.get("Subject", ""), at), message))
    notices = [Notice(NoticeCode.ATTACHMENTS, {"count": str(len(files)), "names": ", ".join(f.name for f in files)})]
    if left := len(messages) - len(files):
        reason = f"only the first {ATTACHMENT_LIMIT} messages are read"
        notices.append(Notice(NoticeCode.PART_NOT_READ, {"part": f"{left} more messages", "reason": reason}))
    return Reading(MEDIA_TYPE, out.text, tuple(out.blocks), notices=tuple(notices), attachments=tuple(files))


def _file_name(subject: str, number: int) -> str:
    words = re.sub(r"[^\w .,’'-]+", " ", subject).strip()[:80]
    return f"{words or f'message {number}'}.eml"
