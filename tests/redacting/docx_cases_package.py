"""Ways to hide a word in the package of a DOCX file itself, beside what its links lead to."""

import io
import zipfile
from collections.abc import Callable

from tests.redacting.docx_package_builder import WORD_IN, Case, Link, Package, par, part

_WORD = WORD_IN.encode()


def cases() -> list[Case]:
    """Return the cases."""
    stray = Package("", {"word/old.xml": part("document", par(WORD_IN))}).build()
    named = Package("", {f"word/{WORD_IN}.xml": part("hdr", par("x"))}, [Link("rIdX", "header", f"{WORD_IN}.xml")])
    typed = Package("", {"word/odd.bin": b"x"}, [Link("rIdX", f"urn:{WORD_IN}:odd", "odd.bin")])
    return [
        Case("part that nothing leads to", stray),
        Case("name of a part", named.build()),
        Case("type of a link", typed.build()),
        Case("comment of the archive", _rewritten(lambda archive: setattr(archive, "comment", _WORD))),
        Case("comment of an entry", _with_entry(comment=_WORD)),
        Case("extra field", _with_entry(extra=b"\x99\x99" + len(_WORD).to_bytes(2, "little") + _WORD)),
        Case("before the archive", _before()),
        Case("behind the archive", Package("").build() + _WORD),
        Case("between entries", _between(Package("").build())),
        Case("comment of the list of types", _with_types_comment()),
        Case("body in UTF-16", _in_utf16()),
        Case("folder", _with_entry(name=f"word/{WORD_IN}/")),
    ]


def _before() -> bytes:
    """Return an archive with bytes before it, as self-extracting ones have, that is still told by its first bytes."""
    return b"PK\x03\x04" + _WORD + Package("").build()


def _rewritten(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    buffer = io.BytesIO(Package("").build())
    with zipfile.ZipFile(buffer, "a") as archive:
        change(archive)
        archive.writestr("x.txt", "x")
    return buffer.getvalue()


def _with_entry(name: str = "word/x.txt", comment: bytes = b"", extra: bytes = b"") -> bytes:
    buffer = io.BytesIO(Package("").build())
    with zipfile.ZipFile(buffer, "a") as archive:
        entry = zipfile.ZipInfo(name)
        entry.comment, entry.extra = comment, extra
        archive.writestr(entry, b"")
    return buffer.getvalue()


def _with_types_comment() -> bytes:
    return _replaced("[Content_Types].xml", lambda data: data.replace(b"<Default", b"<!--" + _WORD + b"--><Default", 1))


def _in_utf16() -> bytes:
    body = part(
        "document",
        f"<w:body>{par('The harbour stayed shut all week.')}{par(WORD_IN)}{par('Nobody else was aboard.')}</w:body>",
    )
    return _replaced("word/document.xml", lambda _: body.replace("UTF-8", "UTF-16").encode("utf-16"))


def _replaced(name: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(Package("").build())) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    return buffer.getvalue()


def _between(content: bytes) -> bytes:
    """Put bytes between the last entry and the directory; zip readers find the directory by its offset at the end."""
    end = content.rfind(b"PK\x05\x06")
    start = int.from_bytes(content[end + 16 : end + 20], "little")
    moved = (start + len(_WORD)).to_bytes(4, "little")
    return content[:start] + _WORD + content[start:end] + content[end : end + 16] + moved + content[end + 20 :]
