"""Takes words out of the pixels of pictures: drawn anew, cropped to what is shown, read by OCR, words blackened."""

import hashlib
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.model.geometry import Box
from reviewer.model.problem import ReviewerError, WayOut
from reviewer.model.redaction import RedactionLoss
from reviewer.pages.ocr import OcrWord, read_picture
from reviewer.pages.pictures import PixelPicture, decode_picture, encode_picture
from reviewer.redacting.docx_parts import readable_text
from reviewer.redacting.ledger import Ledger

_ROUNDS = 3
_SMALLEST = 12
_MARGIN = 2
_JPEG = b"\xff\xd8"
_PNG = b"\x89PNG\r\n\x1a\n"
_TEXT_CHUNKS = (b"tEXt", b"iTXt", b"zTXt", b"eXIf")


@dataclass(frozen=True)
class CleanPicture:
    """A picture that may be kept: its bytes and the ending of its file name."""

    content: bytes
    ending: str


@dataclass
class PictureCleaner:
    """Draws pictures anew; one that cannot be drawn or read becomes a grey field, and that is reported."""

    ledger: Ledger
    _done: dict[str, CleanPicture] = field(default_factory=dict)

    def clean(self, content: bytes, sides: Sequence[float], place: str) -> CleanPicture:
        """Return a picture without what is cropped (shares from left, top, right, bottom) and without the words."""
        key = hashlib.sha256(repr(list(sides)).encode() + content).hexdigest()
        if key not in self._done:
            self.ledger.look(f"{place}, description", metadata_text(content))
            try:
                self._done[key] = self._cleaned(content, sides, place)
            except ReviewerError:
                self.ledger.look(place, readable_text(content))
                self.ledger.lose(RedactionLoss.EMBEDDED_OBJECT, place)
                self._done[key] = CleanPicture(grey_field(), "png")
        return self._done[key]

    def _cleaned(self, content: bytes, sides: Sequence[float], place: str) -> CleanPicture:
        picture = decode_picture(content, place)
        picture = _cropped(picture, sides)
        picture = self._without_words(picture, place)
        as_jpeg = content.startswith(_JPEG) and not picture.has_alpha
        return CleanPicture(encode_picture(picture, as_jpeg), "jpeg" if as_jpeg else "png")

    def _without_words(self, picture: PixelPicture, place: str) -> PixelPicture:
        if min(picture.width, picture.height) < _SMALLEST:
            return picture
        for _ in range(_ROUNDS):
            flat = picture.without_alpha()
            words = read_picture(flat.width, flat.height, flat.samples, flat.channels)
            boxes = self._boxes(words, place)
            if not boxes:
                return picture
            picture = picture.blackened(boxes)
        raise self.ledger.refuse(f"words in {self.ledger.safe(place)} cannot be covered", WayOut.TAKE_OUT_PART)

    def _boxes(self, words: Sequence[OcrWord], place: str) -> list[Box]:
        """Return boxes to be blackened: each line's whole words from the first to the last that is touched."""
        text, starts = _joined(words)
        boxes = []
        for found in self.ledger.finder.find(text):
            self.ledger.note(place, text, found)
            boxes += [
                _grown(word.box)
                for word, start in zip(words, starts, strict=True)
                if start < found.end and found.start < start + len(word.text)
            ]
        return boxes


def _joined(words: Sequence[OcrWord]) -> tuple[str, list[int]]:
    pieces: list[str] = []
    starts: list[int] = []
    length, line = 0, 0
    for word in words:
        gap = "" if not pieces else "\n" if word.line != line else " "
        starts.append(length + len(gap))
        pieces.append(gap + word.text)
        length += len(pieces[-1])
        line = word.line
    return "".join(pieces), starts


def _grown(box: Box) -> Box:
    return Box(box.x0 - _MARGIN, box.y0 - _MARGIN, box.x1 + _MARGIN, box.y1 + _MARGIN)


def _cropped(picture: PixelPicture, sides: Sequence[float]) -> PixelPicture:
    left, top, right, bottom = (min(1.0, max(0.0, side)) for side in sides)
    if not any((left, top, right, bottom)):
        return picture
    wide, high = picture.width, picture.height
    return picture.cropped(Box(left * wide, top * high, max(left, 1 - right) * wide, max(top, 1 - bottom) * high))


def grey_field() -> bytes:
    """Return a small grey PNG that stands where a picture had to go."""
    rows = b"".join(b"\0" + b"\xc0" * 8 for _ in range(8))
    head = struct.pack(">LLBBBBB", 8, 8, 8, 0, 0, 0, 0)
    return _PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def metadata_text(content: bytes) -> str:
    """Return the words that a PNG or JPEG carries beside its pixels."""
    if content.startswith(_PNG):
        return "\n".join(_as_words(data) for data in _png_texts(content))
    if content.startswith(_JPEG):
        return "\n".join(_as_words(data) for data in _jpeg_segments(content))
    return ""


def _png_texts(content: bytes) -> list[bytes]:
    texts, at = [], len(_PNG)
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">L4s", content, at)
        data = content[at + 8 : at + 8 + length]
        if kind in _TEXT_CHUNKS:
            texts.append(data)
            keyword, _, packed = data.partition(b"\0")
            if kind == b"zTXt" and len(packed) > 1:
                texts.append(_unpacked(packed[1:]) or keyword)
        at += 12 + length
        if kind == b"IEND":
            break
    return [*texts, content[at:]]


def _jpeg_segments(content: bytes) -> list[bytes]:
    segments, at = [], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xE0 <= content[at + 1] <= 0xEF or content[at + 1] == 0xFE:
            segments.append(content[at + 4 : at + 2 + length])
        at += 2 + max(2, length)
    end = content.rfind(b"\xff\xd9")
    return [*segments, content[end + 2 :] if end > 0 else b""]


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, 1024 * 1024)
    except zlib.error:
        return b""


def _as_words(data: bytes) -> str:
    wide = data.replace(b"\0", b"") if b"\0" in data else b""
    return data.decode("utf-8", "replace") + ("\n" + wide.decode("latin-1") if wide else "")
