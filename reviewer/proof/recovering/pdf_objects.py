"""Every object of a PDF, reachable or not: strings, names, keys, and streams decoded."""

import zlib
from collections.abc import Container, Iterator
from typing import Any

import msgspec
import pikepdf

from reviewer.formats.encoding import looks_like_text
from reviewer.formats.pdf_vocabulary import is_collection, is_vocabulary, made_up_keys, without_words_of_stream
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.pdf_codes import (
    fonts_of_numbers,
    is_table,
    letters_of_table,
    without_codes,
    without_numbers,
)
from reviewer.proof.recovering.pdf_identifiers import hashes_of
from reviewer.proof.recovering.pdf_strings import text_of_content, text_of_string
from reviewer.proof.recovering.places import DEEPEST, Piece, ReadPiece
from reviewer.proof.recovering.profiles import is_profile, texts_of_profile
from reviewer.proof.recovering.samples import plain_text

ENGINE = "object walk"
_MOST_STEPS = 4_000_000
_CHANNELS = {"/DeviceRGB": 3, "/DeviceCMYK": 4}
_FONT_KEYS = ("/Length1", "/Length2", "/Length3")
_BOX_OF_IMAGE = ("/Width", "/Height")
_FILE_MARKS = (
    b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00",
    b"MM\x00*", b"BM", b"RIFF", b"{\\rtf", b"From ", b"<!DOCTYPE", b"<html", b"<?xml",
)  # fmt: skip
_FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, AttributeError, NotImplementedError)


class Walk(msgspec.Struct):
    """What the walk came upon for others to look at: image streams with their part, and marks of decoded streams.

    `packed` are the marks of pixels as they are packed. Streams can be read only while their document (`pdf`) is open.
    `numbers` are the fonts whose strings, in the content stream of that number, are glyph numbers and no letters.
    """

    pdf: pikepdf.Pdf | None
    images: list[tuple[str, pikepdf.Stream]]
    decoded: set[tuple[int, int]]
    packed: set[tuple[int, int]]
    numbers: dict[int, frozenset[bytes]] = {}


def mark_of(data: bytes) -> tuple[int, int]:
    """Return a mark by which decoded data is known again."""
    return len(data), zlib.crc32(data)


def walk_objects(
    gathering: Gathering, piece: Piece, pdf: pikepdf.Pdf, read_piece: ReadPiece, are_honest: bool = False
) -> Walk:
    """Read every object of an open PDF; files in it are read with `read_piece`.

    `are_honest`: all its fonts were looked at and show the letters they tell, so that their glyph numbers are none.
    """
    walk = Walk(pdf, [], set(), set(), fonts_of_numbers(pdf) if are_honest else {})
    parts = _parts_of_pages(pdf)
    hashes = hashes_of(pdf)
    _read_strings(gathering, piece.part("the trailer"), pdf.trailer, hashes)
    for thing in _objects(pdf):
        number = thing.objgen[0]
        part = piece.part(parts.get(number, f"object {number}"))
        _read_strings(gathering, part, thing, hashes)
        if isinstance(thing, pikepdf.Stream):
            _read_stream(gathering, piece, part, thing, walk, read_piece)
    return walk


def _objects(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    try:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Object):
                yield thing
    except _FAULTS:
        return


def _parts_of_pages(pdf: pikepdf.Pdf) -> dict[int, str]:
    """Name the objects that belong to pages by the first page that uses them, and those of the information."""
    parts: dict[int, str] = {}
    for number, page in enumerate(page_objects(pdf), 1):
        _name_all(page, f"page {number}", parts)
    try:
        if "/Info" in pdf.trailer:
            _name_all(pdf.trailer["/Info"], "document information", parts)
        for key, part in (("/Outlines", "outline"), ("/AcroForm", "form"), ("/Metadata", "metadata")):
            if key in pdf.Root:
                _name_all(pdf.Root[key], part, parts)
    except _FAULTS:
        pass
    return parts


def page_objects(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the page dictionaries, none when the list of pages is broken."""
    try:
        return [page.obj for page in pdf.pages]
    except _FAULTS:
        return []


def _name_all(start: Any, part: str, parts: dict[int, str]) -> None:  # noqa: ANN401 - any PDF object
    stack = [start]
    steps = 0
    while stack and steps < _MOST_STEPS:
        thing = stack.pop()
        steps += 1
        if not isinstance(thing, pikepdf.Object):
            continue
        number = thing.objgen[0]
        if number:
            if number in parts or (thing is not start and _is_page(thing)):
                continue
            parts[number] = part
        stack.extend(value for key, value in _items(thing) if key not in ("/Parent", "/P", "/Prev", "/Dest"))


def _is_page(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Type", "")) in ("/Page", "/Pages")


def _items(thing: pikepdf.Object) -> list[tuple[str, Any]]:
    try:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            return list(thing.items())
        if isinstance(thing, pikepdf.Array):
            return [("", value) for value in thing]
    except _FAULTS:
        pass
    return []


def _read_strings(gathering: Gathering, part: str, start: pikepdf.Object, hashes: Container[bytes]) -> None:
    """Read the strings, names and keys of one object down to the next numbered ones; short words in `hashes` none."""
    strings: list[str] = []
    stack: list[tuple[Any, str | None, int | None]] = [(start, None, None)]
    while stack:
        thing, under, place = stack.pop()
        if isinstance(thing, pikepdf.String):
            if bytes(thing) in hashes:
                gathering.read_plain(part, ENGINE, "\n¦\n".join(_meanings(bytes(thing))), form="string", noisy=True)
            elif not is_collection(str(thing), under):
                strings += _meanings(bytes(thing))
        elif isinstance(thing, pikepdf.Name):
            if not is_vocabulary(_name(str(thing)), under, place):
                strings.append(_name(str(thing)))
        elif isinstance(thing, pikepdf.Object):
            items = _items(thing)
            if isinstance(thing, pikepdf.Array):
                joined = [text_of_string(bytes(value)) for _, value in items if isinstance(value, pikepdf.String)]
                if len(joined) > 1:
                    gathering.read_plain(part, ENGINE, "".join(joined), form="split", noisy=True)
            else:
                strings += made_up_keys(thing, under)
            stack.extend(
                (value, key or under, None if key else at)
                for at, (key, value) in enumerate(items)
                if not getattr(value, "is_indirect", False)
            )
    gathering.read_text(part, ENGINE, "\n¦\n".join(strings), form="string")


def _meanings(data: bytes) -> list[str]:
    meanings = [text_of_string(data)]
    if b"\x00" in data and not data.startswith((b"\xfe\xff", b"\xff\xfe")):
        meanings.append(data.decode("utf-16-be", "replace"))
    elif not data.isascii() and data[:1] not in (b"\xfe", b"\xff", b"\xef"):
        meanings += (data.decode("utf-8", "replace"), data.decode("utf-16-be", "replace"))
    return meanings


def _name(name: str) -> str:
    return name.removeprefix("/")


def _read_stream(
    gathering: Gathering, piece: Piece, part: str, stream: pikepdf.Stream, walk: Walk, read_piece: ReadPiece
) -> None:
    if all(key in stream for key in _BOX_OF_IMAGE):
        walk.images.append((part, stream))
        _read_pixels(gathering, part, stream, walk)
        return
    try:
        data = stream.read_bytes()
    except _FAULTS:
        data = _half_decoded(gathering, part, stream)
    gathering.count_unpacked(len(data))
    walk.decoded.add(mark_of(data))
    if any(key in stream for key in _FONT_KEYS):
        gathering.read_bytes(part, ENGINE, data)
    elif is_profile(data):
        _read_profile(gathering, part, data)
    elif _is_file(stream, data) and piece.depth < DEEPEST:
        read_piece(gathering, Piece(part, _file_name(stream), data, piece.depth + 1, piece.password))
    else:
        _read_data(gathering, part, data, walk.numbers.get(stream.objgen[0], frozenset()))


def _read_profile(gathering: Gathering, part: str, data: bytes) -> None:
    """Read a colour profile: its texts in full, its curves only as bytes, in which chance spells short words."""
    gathering.read_bytes(part, ENGINE, data, noisy=True)
    for text in texts_of_profile(data):
        gathering.read_text(part, ENGINE, plain_text(text))


def _read_data(gathering: Gathering, part: str, data: bytes, fonts: frozenset[bytes]) -> None:
    """Read decoded data; glyph numbers in it, of `fonts` that are honest, with doubt about short words."""
    told = without_numbers(data, fonts)
    read_loose_data(gathering, part, ENGINE, told)
    if told != data:
        read_loose_data(gathering, part, ENGINE, data, noisy=True)


def _read_pixels(gathering: Gathering, part: str, stream: pikepdf.Stream, walk: Walk) -> None:
    """Read the bytes of a picture, and in full what lies behind its last row; OCR reads what they show."""
    try:
        raw = stream.read_raw_bytes()
        walk.packed.add(mark_of(raw))
        data = stream.read_bytes()
        width, height = int(stream.Width), int(stream.Height)
    except _FAULTS:
        return
    gathering.count_unpacked(len(data))
    walk.decoded.add(mark_of(data))
    gathering.read_samples(part, ENGINE, data)
    gathering.read_bytes(part, ENGINE, data[_row_length(stream, width) * height :])


def _row_length(stream: pikepdf.Stream, width: int) -> int:
    """Return the bytes that a row of a picture takes at least."""
    try:
        space: Any = stream.get("/ColorSpace")
        is_profile = isinstance(space, pikepdf.Array) and str(space[0]) == "/ICCBased"
        channels = int(space[1].N) if is_profile else _CHANNELS.get(str(space), 1)
        return max(0, (width * channels * int(stream.get("/BitsPerComponent", 1)) + 7) // 8)
    except _FAULTS:
        return 0


def read_loose_data(gathering: Gathering, part: str, engine: str, data: bytes, noisy: bool = False) -> None:
    """Read decoded data of unknown purpose: as text of any encoding, and as strings in PDF syntax."""
    if is_table(data) and not noisy:
        gathering.read_text(part, engine, letters_of_table(data), form="content string")
        read_loose_data(gathering, part, engine, data, noisy=True)
        data = without_codes(data)
    data = without_words_of_stream(data)
    gathering.read_bytes(part, engine, data, noisy)
    if b"(" in data or b"<" in data:
        gathering.read_text(part, engine, text_of_content(data), form="content string", noisy=noisy)


def _half_decoded(gathering: Gathering, part: str, stream: pikepdf.Stream) -> bytes:
    """Return the raw bytes of a stream that no filter opens; that part counts as unread."""
    gathering.mark_unread(part)
    try:
        return stream.read_raw_bytes()
    except _FAULTS:
        return b""


def _is_file(stream: pikepdf.Stream, data: bytes) -> bool:
    if str(stream.get("/Type", "")) == "/EmbeddedFile":
        return True
    return data.lstrip()[:16].startswith(_FILE_MARKS) and not (data.startswith(b"BM") and looks_like_text(data))


def _file_name(stream: pikepdf.Stream) -> str:
    kind = str(stream.get("/Subtype", "")).removeprefix("/")
    return {"text#2Fhtml": "file.html", "text/html": "file.html", "message/rfc822": "file.eml"}.get(kind, "file")
