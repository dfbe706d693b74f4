"""A mail message as its parts: headers, bodies and attachments, whatever the encodings and however broken."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from reviewer.model.problem import ProblemCode, ReviewerError

SHOWN_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_DEEPEST = 40
_PARTS_AT_MOST = 2_000
_LINE_FOLD = re.compile(r"[\r\n]+[ \t]*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_QUOTED_PAIR = re.compile(r"\\([^\"\\])")
_PATH_MARKS = re.compile(r"[/\\]")
_SPACE = re.compile(r"\s+")
_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
}


@dataclass(frozen=True)
class MailBody:
    """One version of the message's words: the bytes, the encoding they declare, and whether they are HTML."""

    content: bytes
    encoding: str | None
    is_html: bool


@dataclass(frozen=True)
class MailFile:
    """A file that came with the message, or a whole message inside it; `name` as given, or made from its kind."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """A message taken apart; `headers` are decoded, in the order of `SHOWN_HEADERS`; `day` is ISO or None."""

    headers: tuple[tuple[str, str], ...]
    bodies: tuple[MailBody, ...]
    files: tuple[MailFile, ...]
    day: str | None
    is_encrypted: bool
    is_signed: bool


def read_mail_parts(name: str, content: bytes) -> Mail:
    """Take a message apart. Raises ReviewerError with TOO_DEEP when its parts are nested beyond reason."""
    try:
        message = email.message_from_bytes(without_envelope(content), policy=policy.compat32)
        parts = list(_leaves(name, message))
    except RecursionError as error:
        raise ReviewerError(ProblemCode.TOO_DEEP, name=name) from error
    except (MessageError, ValueError, LookupError, AssertionError) as error:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its parts cannot be told apart") from error
    bodies = tuple(_body(part) for part in parts if is_body(part))
    files = tuple(_file(part, at) for at, part in enumerate(parts, 1) if not is_body(part) and not is_seal(part))
    return Mail(
        headers=tuple(_shown_headers(message)),
        bodies=bodies,
        files=files,
        day=_day(message),
        is_encrypted=any(_type(part) in ("application/pkcs7-mime", "application/pgp-encrypted") for part in parts),
        is_signed=any(is_seal(part) for part in parts),
    )


def without_envelope(content: bytes) -> bytes:
    """Return a message without a byte-order mark, blank lines or an mbox line before its headers."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return re.sub(rb"\AFrom [^\r\n]*\r?\n", b"", start)


def _leaves(name: str, message: Message) -> Iterator[Message]:
    stack: list[tuple[Message, int]] = [(message, 0)]
    count = 0
    while stack:
        part, depth = stack.pop()
        count += 1
        if depth > _DEEPEST or count > _PARTS_AT_MOST:
            raise ReviewerError(ProblemCode.TOO_DEEP, name=name)
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            stack.extend((inner, depth + 1) for inner in reversed(payload) if isinstance(inner, Message))
        else:
            yield part


def _type(part: Message) -> str:
    return part.get_content_type()


def is_seal(part: Message) -> bool:
    """Return whether a part is the signature of the message."""
    return _type(part) in ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


def is_body(part: Message) -> bool:
    """Return whether a part holds words of the message itself and is no attachment."""
    if _type(part) not in ("text/plain", "text/html"):
        return False
    return part.get_content_disposition() != "attachment" and not given_name(part)


def _body(part: Message) -> MailBody:
    return MailBody(payload_of(part), charset_of(part), _type(part) == "text/html")


def charset_of(part: Message) -> str | None:
    """Return the encoding that a part declares, or None."""
    try:
        charset = part.get_content_charset()
    except (LookupError, ValueError, TypeError):
        return None
    return charset if isinstance(charset, str) else None


def payload_of(part: Message) -> bytes:
    """Return the bytes of a part with its transfer encoding undone as far as it makes sense."""
    try:
        decoded = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        decoded = None
    if isinstance(decoded, bytes):
        return decoded
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _file(part: Message, number: int) -> MailFile:
    content = inner_message(part) if part.get_content_maintype() == "message" else payload_of(part)
    name = given_name(part) or made_name(part, number)
    return MailFile(_PATH_MARKS.split(name)[-1] or name, content)


def inner_message(part: Message) -> bytes:
    """Return the bytes of a message inside a message, or of all blocks of a report."""
    payload = part.get_payload()
    if isinstance(payload, list) and len(payload) > 1:
        blocks = [one.as_string() for one in payload if isinstance(one, Message)]
        return "\n".join(blocks).encode("utf-8", "surrogateescape")
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return payload_of(part)
    try:
        return inner.as_bytes()
    except (ValueError, LookupError, AttributeError, RecursionError, TypeError):
        return inner.as_string().encode("utf-8", "surrogateescape") if not inner.is_multipart() else b""


def given_name(part: Message) -> str:
    """Return the file name that a part gives itself, decoded, or an empty string."""
    try:
        name = part.get_filename()
    except (LookupError, ValueError, TypeError, AssertionError):
        return ""
    return decoded_header(name) if name else ""


def made_name(part: Message, number: int) -> str:
    """Return a file name made from what kind of part it is."""
    extension = _EXTENSIONS.get(_type(part), "")
    if _type(part) == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        subject = decoded_header(_raw_header(inner, "Subject")) if isinstance(inner, Message) else ""
        return (_PATH_MARKS.sub("-", subject) or f"message {number}") + extension
    return f"attachment {number}{extension}"


def decoded_header(value: str) -> str:
    """Decode a header that may hold RFC 2047 words, raw bytes or nonsense."""
    raw = _LINE_FOLD.sub(" ", value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        text = str(make_header(decode_header(raw)))
    except (ValueError, LookupError, MessageError, AssertionError):
        text = raw
    text = text.encode("utf-8", "replace").decode("utf-8")
    return _SPACE.sub(" ", text).strip()


def without_needless_escapes(value: str) -> str:
    """Return a header whose quoted strings have a backslash only where they need one (RFC 5322, 3.2.4)."""
    return _QUOTED.sub(lambda match: _QUOTED_PAIR.sub(r"\1", match.group()), value)


def _shown_headers(message: Message) -> Iterator[tuple[str, str]]:
    for name in SHOWN_HEADERS:
        if text := decoded_header(_raw_header(message, name)):
            yield name, text


def _raw_header(message: Message, name: str) -> str:
    """Return a header as it stands in the file; bytes that are not ASCII are surrogates still to be decoded."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return str(value)
    return ""


def _day(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(decoded_header(_raw_header(message, "Date"))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
