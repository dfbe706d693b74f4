"""Bytes of any kind go to the engine that knows them; what none knows is read as bytes and owned up to."""

import bz2
import lzma
import math
import re
import zlib
from collections import Counter
from collections.abc import Sequence

from reviewer.formats.detect import FileKind, detect
from reviewer.formats.encoding import decode, looks_like_text
from reviewer.formats.mailbox import messages_of
from reviewer.formats.markup_vocabulary import is_standard_value
from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import PageBox
from reviewer.proof.recovering.archive import read_archive
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.inflating import inflate_everything
from reviewer.proof.recovering.mail import read_mail
from reviewer.proof.recovering.markup import read_html, read_xml
from reviewer.proof.recovering.ole import read_compound
from reviewer.proof.recovering.pdf import read_pdf
from reviewer.proof.recovering.pictures import PictureReader, read_image_file
from reviewer.proof.recovering.places import DEEPEST, Piece

_TEXT = "text"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF", b"\x00\x00\x01\x00")
_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
_SEALED = (b"7z\xbc\xaf", b"Rar!", b"ID3", b"\xff\xfb", b"OggS", b"fLaC", b"RIFF")
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|[A-Za-z_][\w.-]*:?)", re.IGNORECASE)
_RTF_CONTROL = re.compile(r"\\(?:[a-z]{1,32}-?\d{0,10} ?|[\n\r*])|[{}\r\n]")
_BITS_OF_NOISE = 7.3
_ENOUGH_FOR_NOISE = 512
_LARGEST_UNPACKED = 256 * 1024 * 1024


class FileReader:
    """Reads pieces of any kind, one inside another."""

    def __init__(self, gathering: Gathering, areas: Sequence[PageBox] = ()) -> None:
        self._pictures = PictureReader(gathering)
        self._areas = areas

    def read(self, gathering: Gathering, piece: Piece) -> None:
        """Read a piece with every engine that knows its kind."""
        content = piece.content
        if not content:
            return
        if piece.name and piece.depth and not (piece.is_made_up or is_standard_value(piece.name)):
            gathering.read_text(piece.part(""), "file name", piece.name)
        if piece.depth > DEEPEST:
            gathering.mark_unread(piece.part(""))
        elif b"%PDF-" in content[:1024]:
            self._read_pdf(gathering, piece)
        elif content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            read_archive(gathering, piece, self.read)
        elif content.startswith(b"\xd0\xcf\x11\xe0"):
            read_compound(gathering, piece, self.read)
        elif unpacked := _unpacked(content):
            gathering.count_unpacked(len(unpacked))
            self.read(gathering, piece.inner("unpacked", unpacked))
        elif _is_picture(content):
            read_image_file(gathering, piece, self._pictures)
        elif looks_like_text(content):
            self._read_text(gathering, piece)
        else:
            _read_unknown(gathering, piece)

    def _read_pdf(self, gathering: Gathering, piece: Piece) -> None:
        try:
            read_pdf(gathering, piece, () if piece.depth else self._areas, self._pictures, self.read)
        except ReviewerError:
            if not piece.depth:
                raise
            gathering.mark_unread(piece.part(""))

    def _read_text(self, gathering: Gathering, piece: Piece) -> None:
        kind = detect(piece.name, piece.content).kind
        if kind is FileKind.MAILBOX:
            for at, message in enumerate(messages_of(piece.content), 1):
                self.read(gathering, piece.inner(f"message {at}.eml", message))
        elif kind is FileKind.MAIL:
            read_mail(gathering, piece, self.read)
        elif kind is FileKind.HTML:
            read_html(gathering, piece, _TEXT, self.read)
        elif _XML.match(piece.content):
            read_xml(gathering, piece, _TEXT, self.read)
        else:
            gathering.read_bytes(piece.part(""), _TEXT, piece.content)
            if piece.content.startswith(b"{\\rtf"):
                text = re.sub(r"\\'([0-9a-f]{2})", lambda hit: chr(int(hit[1], 16)), decode(piece.content)[0])
                gathering.read_text(piece.part(""), _TEXT, _RTF_CONTROL.sub("", text), form="rich text")


def _is_picture(content: bytes) -> bool:
    if content.startswith(b"RIFF"):
        return content[8:12] == b"WEBP"
    return content.startswith(_PICTURES) and not (content.startswith(b"BM") and looks_like_text(content))


def _unpacked(content: bytes) -> bytes:
    """Return what a gzip, bzip2 or xz file holds, empty for other files."""
    try:
        if content.startswith(b"\x1f\x8b"):
            return zlib.decompressobj(31).decompress(content, _LARGEST_UNPACKED)
        if content.startswith(b"BZh"):
            return bz2.BZ2Decompressor().decompress(content, _LARGEST_UNPACKED)
        if content.startswith(b"\xfd7zXZ\x00"):
            return lzma.LZMADecompressor().decompress(content, _LARGEST_UNPACKED)
    except (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError):
        return b""
    return b""


def _read_unknown(gathering: Gathering, piece: Piece) -> None:
    gathering.read_bytes(piece.part(""), "raw bytes", piece.content)
    opened = 0
    for inflated in inflate_everything(piece.content):
        gathering.count_unpacked(len(inflated.data))
        gathering.read_bytes(piece.part(""), "zlib sweep", inflated.data)
        opened += inflated.end - inflated.start
    is_font = piece.content.startswith(_FONTS) and not piece.content.startswith((b"wOF",))
    if piece.content.startswith(_SEALED) or (
        not is_font and opened < len(piece.content) / 2 and _is_noise(piece.content)
    ):
        gathering.mark_unread(piece.part(""))


def _is_noise(content: bytes) -> bool:
    """Return whether bytes are packed or encrypted: nearly eight bits of information in each."""
    if len(content) < _ENOUGH_FOR_NOISE:
        return False
    sample = content[: 1 << 20]
    total = len(sample)
    bits = -sum(count / total * math.log2(count / total) for count in Counter(sample).values())
    return bits > _BITS_OF_NOISE
