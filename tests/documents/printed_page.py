"""Writes a one-page PDF byte by byte: A4, Times, paragraphs wrapped and set from the top.

No library writes it, so that the same words give the same bytes on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT, _MARGIN, _TOP = 595, 842, 118, 84
_NARROW, _WIDE, _USUAL = "fijlrtI'’.,;:!|()[]-", "mwMWOQGCDHNUKAVXYR—", 0.47
"""Times is about this many ems wide a letter; near enough to wrap by, and always on the safe side."""


@dataclass(frozen=True)
class Line:
    """A paragraph; `size` in points."""

    words: str
    size: float = 12.0
    bold: bool = False


def build_printed_page(paragraphs: Sequence[Line]) -> bytes:
    """Return the PDF. Raises ValueError when the paragraphs do not fit on the page."""
    y = float(_HEIGHT - _TOP)
    drawn = ["BT"]
    for paragraph in paragraphs:
        font = "F2" if paragraph.bold else "F1"
        for line in _wrapped(paragraph):
            y -= paragraph.size * 1.35
            shown = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            drawn.append(f"/{font} {paragraph.size} Tf 1 0 0 1 {_MARGIN} {y:.2f} Tm ({shown.decode('cp1252')}) Tj")
        y -= paragraph.size * 0.8
    if y < _TOP:
        raise ValueError("the paragraphs do not fit on the page")
    return _file("\n".join([*drawn, "ET"]).encode("cp1252"))


def _wrapped(paragraph: Line) -> list[str]:
    lines = [""]
    for word in paragraph.words.split():
        longer = f"{lines[-1]} {word}".strip()
        if _length(longer) * paragraph.size <= _WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _length(words: str) -> float:
    return sum(0.33 if letter in _NARROW else 0.75 if letter in _WIDE else _USUAL for letter in words)


def _file(content: bytes) -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % (_WIDTH, _HEIGHT)
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font % b"Times-Roman",
        font % b"Times-Bold",
    ]
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
