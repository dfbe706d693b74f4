"""A mail message written anew: headers given, parts given, boundaries that say nothing, nothing else."""

import quopri
from base64 import encodebytes
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.header import Header

_LINE = "\r\n"
_LONGEST_LINE = 76


@dataclass(frozen=True)
class WrittenPart:
    """A part of a message: a leaf with `content`, or a multipart of some kind with `parts`.

    `charset` is for text, which is written quoted-printable; other content is written in base64. `file_name` makes
    it an attachment.
    """

    media_type: str
    content: bytes = b""
    charset: str = ""
    file_name: str = ""
    is_attached: bool = False
    parts: Sequence["WrittenPart"] = field(default=())


def write_message(headers: Sequence[tuple[str, str]], body: WrittenPart) -> bytes:
    """Return the message; headers are given decoded and written in ASCII, encoded where they need it."""
    lines = [_header(name, value) for name, value in headers]
    lines.append("MIME-Version: 1.0")
    return _LINE.join(lines).encode("ascii") + b"\r\n" + _part(body, "1")


def _header(name: str, value: str) -> str:
    one_line = " ".join(value.split())
    charset = "us-ascii" if one_line.isascii() and one_line.isprintable() else "utf-8"
    return f"{name}: {Header(one_line, charset, _LONGEST_LINE, header_name=name).encode(linesep=_LINE)}"


def _part(part: WrittenPart, number: str) -> bytes:
    if part.parts:
        return _multipart(part, number)
    if part.charset:
        unix = part.content.replace(b"\r\n", b"\n")
        encoded = quopri.encodestring(unix, quotetabs=False).replace(b"\n", b"\r\n")
        transfer = "quoted-printable"
    elif part.media_type.startswith("message/"):
        # A message inside may not be encoded as a whole (RFC 2046, 5.2.1); one of ours is ASCII anyhow.
        encoded, transfer = part.content, "7bit" if part.content.isascii() else "8bit"
    else:
        encoded = encodebytes(part.content).replace(b"\n", b"\r\n")
        transfer = "base64"
    charset = f"; charset={part.charset}" if part.charset else ""
    head = [f"Content-Type: {part.media_type}{charset}", f"Content-Transfer-Encoding: {transfer}"]
    if part.is_attached:
        head.append(f"Content-Disposition: attachment{_file_name(part.file_name)}")
    return _LINE.join(head).encode("ascii") + b"\r\n\r\n" + encoded


def _multipart(part: WrittenPart, number: str) -> bytes:
    inner = [_part(one, f"{number}.{at}") for at, one in enumerate(part.parts, 1)]
    boundary = _boundary(number, inner)
    mark = b"--" + boundary.encode("ascii")
    head = f'Content-Type: {part.media_type}; boundary="{boundary}"\r\n\r\n'.encode("ascii")
    return head + b"".join(mark + b"\r\n" + one + b"\r\n" for one in inner) + mark + b"--\r\n"


def _boundary(number: str, parts: Sequence[bytes]) -> str:
    """Return a mark that stands in none of the parts."""
    boundary = f"=_part_{number}"
    while any(boundary.encode("ascii") in part for part in parts):
        boundary += "_"
    return boundary


def _file_name(name: str) -> str:
    if not name:
        return ""
    if name.isascii() and name.isprintable() and '"' not in name and "\\" not in name:
        return f'; filename="{name}"'
    escaped = "".join(f"%{byte:02X}" if not chr(byte).isalnum() or byte > 127 else chr(byte) for byte in name.encode())
    return f";\r\n filename*=utf-8''{escaped}"
