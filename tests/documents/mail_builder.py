"""Builds mail messages byte for byte, the broken ones too."""

import base64
from collections.abc import Sequence

BOUNDARY = "=_part"


def text_part(words: str, kind: str = "plain", charset: str = "utf-8") -> bytes:
    """Return a body part in 8-bit transfer."""
    head = f"Content-Type: text/{kind}; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return head.encode("ascii") + words.replace("\n", "\r\n").encode(charset)


def file_part(name: str, content: bytes, media_type: str = "application/octet-stream") -> bytes:
    """Return an attachment in base64."""
    head = (
        f'Content-Type: {media_type}\r\nContent-Disposition: attachment; filename="{name}"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode("utf-8") + base64.encodebytes(content).replace(b"\n", b"\r\n")


def message_part(message: bytes) -> bytes:
    """Return a whole message as a part of another one."""
    return b"Content-Type: message/rfc822\r\n\r\n" + message


def multipart(kind: str, parts: Sequence[bytes], boundary: str = BOUNDARY) -> bytes:
    """Return a part made of parts; nested ones need boundaries of their own."""
    mark = boundary.encode("ascii")
    body = b"".join(b"--" + mark + b"\r\n" + part + b"\r\n" for part in parts)
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode("ascii")
    return head + body + b"--" + mark + b"--\r\n"


def build_mail(
    content: bytes,
    *,
    sender: str = "Odile Farrant <o.farrant@tidewatch.example>",
    to: str = "Desk <desk@harbourpost.example>",
    date: str = "Tue, 16 Sep 2025 11:52:00 +0100",
    subject: str = "The night boat",
) -> bytes:
    """Return a message round a body or multipart as the functions above make them."""
    head = f"From: {sender}\r\nTo: {to}\r\nDate: {date}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
    return head.encode("utf-8") + content
