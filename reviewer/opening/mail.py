"""Reads mails: headers that matter, every body that says something of its own, attachments as documents."""

import re

from reviewer.formats.encoding import decode
from reviewer.formats.mail_parts import Mail, MailBody, read_mail_parts
from reviewer.formats.outlook_parts import read_outlook_parts
from reviewer.formats.text_builder import LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import Block, BlockKind, Notice, NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.html import read_html_text
from reviewer.opening.paragraphs import find_paragraphs
from reviewer.opening.reading import Attachment, Reading

MEDIA_TYPE = "message/rfc822"
OUTLOOK_MEDIA_TYPE = "application/vnd.ms-outlook"
_WORD = re.compile(r"\w+")
_NEW_WORDS_SHARE = 0.05


def read_mail(name: str, content: bytes) -> Reading:
    """Read a message.

    A page that a browser saved in the form of a mail is read as the page. The plain body is preferred; an HTML body
    is added when it says what the plain one does not. Attachments and messages inside it are handed on unread.
    Raises ReviewerError: TOO_DEEP, DAMAGED, NO_TEXT.
    """
    mail = read_mail_parts(name, content)
    if _is_saved_page(mail):
        return _read_saved_page(name, mail)
    return _reading_of(name, mail, MEDIA_TYPE)


def read_outlook(name: str, content: bytes) -> Reading:
    """Read an Outlook message (MSG) as a mail. Raises ReviewerError: DAMAGED, NO_TEXT, KIND_NOT_SUPPORTED."""
    return _reading_of(name, read_outlook_parts(name, content), OUTLOOK_MEDIA_TYPE)


def _reading_of(name: str, mail: Mail, media_type: str) -> Reading:
    if mail.is_encrypted and not mail.bodies:
        raise ReviewerError(ProblemCode.KIND_NOT_SUPPORTED, name=name, kind="encrypted mail; save it decrypted")
    out = TextBuilder()
    for at, (header, value) in enumerate(mail.headers):
        out.add(f"{header}: {value}", BlockKind.MAIL_HEADER, gap=LINE_GAP if at else PARAGRAPH_GAP)
    notices: list[Notice] = []
    seen: set[str] = set()
    for body in _plain_first(mail.bodies):
        text, blocks, found = _read_body(name, body)
        notices.extend(found)
        if _says_something_new(text, seen):
            _append(out, text, blocks)
        seen.update(_words(text))
    notices.extend(_notices(mail))
    return Reading(
        media_type,
        out.text,
        tuple(out.blocks),
        notices=tuple(notices),
        published=mail.day,
        title=dict(mail.headers).get("Subject", ""),
        attachments=tuple(Attachment(file.name, file.content) for file in mail.files),
        names_no_headings=True,
    )


def _is_saved_page(mail: Mail) -> bool:
    """A browser saves a page with its pictures in the form of a mail (MHTML) that it sends to nobody."""
    sender = dict(mail.headers).get("From", "")
    return sender.startswith("<Saved by") and any(body.is_html for body in mail.bodies)


def _read_saved_page(name: str, mail: Mail) -> Reading:
    body = next(body for body in mail.bodies if body.is_html)
    text, notices = decode(body.content, body.encoding)
    return read_html_text(name, text, notices)


def _plain_first(bodies: tuple[MailBody, ...]) -> list[MailBody]:
    return sorted(bodies, key=lambda body: body.is_html)


def _read_body(name: str, body: MailBody) -> tuple[str, tuple[Block, ...], tuple[Notice, ...]]:
    text, notices = decode(body.content, body.encoding)
    if body.is_html:
        if not text.strip():
            return "", (), notices
        reading = _read_html_body(name, text, notices)
        blocks = tuple(_as_mail_block(block) for block in reading.blocks)
        return reading.text, blocks, reading.notices
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return text, find_paragraphs(text), notices


def _read_html_body(name: str, text: str, notices: tuple[Notice, ...]) -> Reading:
    try:
        return read_html_text(name, text, notices, is_page=False)
    except ReviewerError as error:
        if error.problem.code is not ProblemCode.NO_TEXT:
            raise
        return Reading(MEDIA_TYPE, "", (), notices=notices)


def _as_mail_block(block: Block) -> Block:
    kind = BlockKind.HEADING if block.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST) else block.kind
    return Block(block.start, block.end, kind, block.furniture)


def _append(out: TextBuilder, text: str, blocks: tuple[Block, ...]) -> None:
    """Append a body as it is, with its blocks moved to where they now stand."""
    if not text.strip():
        return
    out.begin(PARAGRAPH_GAP)
    start = out.offset
    out.write(text)
    out.blocks.extend(Block(start + b.start, start + b.end, b.kind, b.furniture) for b in blocks)


def _says_something_new(text: str, seen: set[str]) -> bool:
    words = _words(text)
    return len(words - seen) > _NEW_WORDS_SHARE * len(words)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _notices(mail: Mail) -> list[Notice]:
    notices = []
    if mail.files:
        names = ", ".join(file.name for file in mail.files)
        notices.append(Notice(NoticeCode.ATTACHMENTS, {"count": str(len(mail.files)), "names": names}))
    if mail.is_signed:
        notices.append(Notice(NoticeCode.SIGNED))
    return notices
