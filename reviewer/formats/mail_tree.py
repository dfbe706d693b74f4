"""A mail message as the tree of its parts, for rebuilding it: every header, what holds what, which version is which."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import Message

from reviewer.formats.mail_parts import (
    charset_of,
    decoded_header,
    given_name,
    inner_message,
    is_body,
    is_seal,
    made_name,
    payload_of,
    without_envelope,
)
from reviewer.model.problem import ProblemCode, ReviewerError

_DEEPEST = 40
_PARTS_AT_MOST = 2_000
_MBOX_LINE = re.compile(rb"^From \S+ [^\r\n]*\d{2}:\d{2}[^\r\n]*\d{4}\r?$", re.MULTILINE)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"))


@dataclass(frozen=True)
class MailLeaf:
    """A part that holds no parts. `name` is its file name, given or made; `delsp` says that line ends join words."""

    media_type: str
    content: bytes
    charset: str | None
    name: str
    is_body: bool
    is_seal: bool
    delsp: bool


@dataclass(frozen=True)
class MailBranch:
    """A multipart: its parts are versions of one another (`is_alternative`) or follow one another."""

    is_alternative: bool
    parts: tuple["MailBranch | MailLeaf", ...]


@dataclass(frozen=True)
class MailTree:
    """A message. `headers` are decoded, all of them, parts' too in `inner_headers`; `unseen` stands between parts."""

    headers: tuple[tuple[str, str], ...]
    inner_headers: tuple[tuple[str, str], ...]
    body: MailBranch | MailLeaf
    unseen: tuple[str, ...]
    is_encrypted: bool
    messages: int


def read_mail_tree(name: str, content: bytes) -> MailTree:
    """Take a message apart. Raises ReviewerError: TOO_DEEP when nested beyond reason, DAMAGED when it is no message."""
    try:
        message = email.message_from_bytes(without_envelope(content), policy=policy.compat32)
        reader = _Reader(name)
        body = reader.read(message, 0)
    except RecursionError as error:
        raise ReviewerError(ProblemCode.TOO_DEEP, name=name) from error
    except (MessageError, ValueError, LookupError, AssertionError) as error:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its parts cannot be told apart") from error
    envelope = content[: len(content) - len(without_envelope(content))].decode("utf-8", "replace")
    return MailTree(
        tuple(_headers(message)),
        tuple(reader.inner_headers),
        body,
        (envelope, *reader.unseen),
        reader.is_encrypted,
        len(_MBOX_LINE.findall(content)),
    )


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0
        self.inner_headers: list[tuple[str, str]] = []
        self.unseen: list[str] = []
        self.is_encrypted = False

    def read(self, part: Message, depth: int) -> MailBranch | MailLeaf:
        self._count += 1
        if depth > _DEEPEST or self._count > _PARTS_AT_MOST:
            raise ReviewerError(ProblemCode.TOO_DEEP, name=self._name)
        if depth:
            self.inner_headers += _headers(part)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            self.unseen += [_as_text(part.preamble), _as_text(part.epilogue)]
            parts = tuple(self.read(one, depth + 1) for one in inner if isinstance(one, Message))
            return MailBranch(part.get_content_subtype() == "alternative", parts)
        return self._leaf(part)

    def _leaf(self, part: Message) -> MailLeaf:
        media_type = part.get_content_type()
        self.is_encrypted = self.is_encrypted or media_type in _SEALED
        words = is_body(part)
        is_message = part.get_content_maintype() == "message"
        return MailLeaf(
            media_type=media_type,
            content=inner_message(part) if is_message else payload_of(part),
            charset=charset_of(part),
            name="" if words else given_name(part) or made_name(part, self._count),
            is_body=words,
            is_seal=is_seal(part),
            delsp=str(part.get_param("delsp", "")).lower() == "yes",
        )


def _headers(part: Message) -> Iterator[tuple[str, str]]:
    for name, value in part.raw_items():
        yield name, decoded_header(str(value))


def _as_text(text: object) -> str:
    return str(text).encode("utf-8", "surrogateescape").decode("utf-8", "replace") if text else ""
