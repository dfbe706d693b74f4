"""Everything in a mail message: headers decoded, every part, what stands before and behind the parts."""

import binascii
import email
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from reviewer.formats.encoding import decode
from reviewer.formats.markup_vocabulary import without_html_words, without_mail_words
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.places import DEEPEST, Piece, ReadPiece

ENGINE = "mail"
_MOST_PARTS = 5_000
_QUOTED_PAIR = re.compile(r"\\(.)")
_WORDS_OF_HEADER = re.compile(r"=\?[^?]+\?[bBqQ]\?[^?]*\?=")
_EXTENSIONS = {"text/html": "html", "text/plain": "txt", "message/rfc822": "eml", "application/pdf": "pdf"}
_ENCRYPTED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"))
_UUENCODED = re.compile(rb"^begin [0-7]{3,4} [^\r\n]+\r?\n(.*?)^end\s*$", re.DOTALL | re.MULTILINE)
_FAULTS = (MessageError, ValueError, LookupError, AssertionError, TypeError, AttributeError, RecursionError)


def read_mail(gathering: Gathering, piece: Piece, read_piece: ReadPiece) -> None:
    """Read a message. Parts in an encoding or encryption that nobody opens count as unread."""
    bare = without_html_words(_without_names(gathering, piece.content).decode("utf-8", "surrogateescape"))
    gathering.read_bytes(piece.part("the file's bytes"), "raw bytes", bare.encode("utf-8", "surrogateescape"))
    try:
        message = email.message_from_bytes(piece.content.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)
    except _FAULTS:
        gathering.mark_unread(piece.part("the message"))
        return
    for number, part in enumerate(_parts(message)):
        _read_headers(gathering, piece, part, number)
        for label, text in (("before the parts", part.preamble), ("behind the parts", part.epilogue)):
            if isinstance(text, str):
                gathering.read_text(piece.part(label), ENGINE, _repaired(text))
        if not part.is_multipart():
            _read_body(gathering, piece, part, number, read_piece)


def _parts(message: Message) -> Iterator[Message]:
    stack = [message]
    count = 0
    while stack and count < _MOST_PARTS:
        part = stack.pop()
        count += 1
        yield part
        payload = part.get_payload()
        if isinstance(payload, list):
            stack.extend(inner for inner in payload if isinstance(inner, Message))


def _read_headers(gathering: Gathering, piece: Piece, part: Message, number: int) -> None:
    where = piece.part("headers" if number == 0 else f"headers of part {number}")
    for name, value in part.raw_items():
        printed = re.sub(r"\r?\n(?=[ \t])", "", _repaired(str(value)))
        line = _without_names(gathering, f"{name}: {printed}\n".encode("utf-8", "replace")).decode()
        gathering.read_text(where, ENGINE, line, form="header")
        if "\\" in line:
            gathering.read_plain(where, ENGINE, _QUOTED_PAIR.sub(r"\1", line), form="header, signs unquoted")
        if decoded := _decoded(printed):
            gathering.read_text(where, ENGINE, f"{name}: {decoded}" if gathering.keeps else decoded, "encoded header")
    for parameter in ("filename", "name"):
        for header in ("content-disposition", "content-type"):
            if given := _parameter(part, parameter, header):
                gathering.read_text(where, ENGINE, given, form="file name")


def _without_names(gathering: Gathering, source: bytes) -> bytes:
    """Return a message without the names of its headers, unless words in one of them are kept: they tell which one."""
    return source if gathering.keeps else without_mail_words(source)


def _decoded(printed: str) -> str:
    if not _WORDS_OF_HEADER.search(printed):
        return ""
    try:
        return "".join(_piece(data, charset) for data, charset in decode_header(printed))
    except _FAULTS:
        return ""


def _piece(data: bytes | str, charset: str | None) -> str:
    if isinstance(data, str):
        return data
    try:
        return data.decode(charset or "utf-8", "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _parameter(part: Message, name: str, header: str) -> str:
    try:
        value = part.get_param(name, header=header)
        if isinstance(value, tuple):
            charset, _, text = value
            return text.encode("latin-1", "replace").decode(charset or "utf-8", "replace")
        return str(value) + "\n" + _decoded(str(value)) if value else ""
    except _FAULTS:
        return ""


def _read_body(gathering: Gathering, piece: Piece, part: Message, number: int, read_piece: ReadPiece) -> None:
    kind = part.get_content_type()
    name = f"part {number} ({kind})" if number else "body"
    try:
        data = part.get_payload(decode=True)
    except _FAULTS:
        data = None
    if not isinstance(data, bytes):
        gathering.mark_unread(piece.part(name))
        return
    if kind in _ENCRYPTED and b"signed-data" not in data[:64] and "signed" not in str(part.get("content-type", "")):
        gathering.mark_unread(piece.part(name))
    if text := _in_charset(part, data):
        gathering.read_text(piece.part(name), ENGINE, text)
    if piece.depth < DEEPEST:
        read_piece(gathering, piece.inner_of_kind(name, data, _EXTENSIONS.get(kind, "bin")))
    for match in _UUENCODED.finditer(data):
        read_piece(gathering, piece.inner(f"{name}, uuencoded file", _from_uuencoded(match[1])))


def _in_charset(part: Message, data: bytes) -> str:
    """Return the body in the character set it declares, when that is another than its bytes suggest."""
    if part.get_content_maintype() != "text":
        return ""
    try:
        charset = part.get_content_charset() or "utf-8"
        text = data.decode(charset, "replace")
    except _FAULTS:
        return ""
    return text if text != decode(data)[0] else ""


def _from_uuencoded(body: bytes) -> bytes:
    lines: list[bytes] = []
    for line in body.splitlines():
        try:
            lines.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(lines)


def _repaired(text: str) -> str:
    """Turn raw bytes that the parser keeps as surrogates back into letters."""
    return decode(text.encode("utf-8", "surrogateescape"))[0]
