"""Attempts to get a word out of a PDF with other programs than those that write it; no OCR, so that it is quick."""

import contextlib
import io
import zlib
from collections.abc import Iterator

import pikepdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

from reviewer.text.needles import Needles


def recovered(content: bytes, word: str) -> list[str]:
    """Say where a word, in any spelling, can be got out of a PDF."""
    needles = Needles([word])
    return sorted({where for where, text in _everything(content) if needles.find(text)})


def is_held(content: bytes, word: str) -> bool:
    """Return whether a word can be got out of a PDF at all."""
    needles = Needles([word])
    return any(needles.find(text) for _, text in _everything(content))


def _everything(content: bytes) -> Iterator[tuple[str, str]]:
    for reader in (_pdfium, _objects, _pdfminer, _pypdf):
        try:
            yield from reader(content)
        except (pypdfium2.PdfiumError, pypdf.errors.PyPdfError, pikepdf.PdfError, ValueError, KeyError, TypeError):
            continue
    yield from _bytes(content)


def _pdfium(content: bytes) -> Iterator[tuple[str, str]]:
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            text = page.get_textpage()
            yield "pdfium", text.get_text_range()
            text.close()
            page.close()
    finally:
        document.close()


def _pdfminer(content: bytes) -> Iterator[tuple[str, str]]:
    yield "pdfminer", extract_text(io.BytesIO(content))


def _pypdf(content: bytes) -> Iterator[tuple[str, str]]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    for page in reader.pages:
        yield "pypdf", page.extract_text()
        letters: list[str] = []
        page.extract_text(visitor_text=lambda text, *_, letters=letters: letters.append(text))
        yield "pypdf", "".join(letters)


def _objects(content: bytes) -> Iterator[tuple[str, str]]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for thing in (*pdf.objects, pdf.trailer):
            yield from _texts(thing, 0)


def _texts(thing: object, depth: int) -> Iterator[tuple[str, str]]:
    if depth > 30:
        return
    if isinstance(thing, pikepdf.String):
        yield "object", str(thing)
        yield from (("object", bytes(thing).decode(code, "replace")) for code in ("utf-16-be", "utf-8", "latin-1"))
    elif isinstance(thing, pikepdf.Name):
        yield "object", str(thing)[1:]
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not (isinstance(item, pikepdf.Object) and item.is_indirect):
                yield from _texts(item, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield "object", key[1:]
            if not (isinstance(value, pikepdf.Object) and value.is_indirect):
                yield from _texts(value, depth + 1)
        if isinstance(thing, pikepdf.Stream):
            yield from _stream(thing)


def _stream(stream: pikepdf.Stream) -> Iterator[tuple[str, str]]:
    for level in (pikepdf.StreamDecodeLevel.none, pikepdf.StreamDecodeLevel.generalized):
        try:
            data = stream.read_bytes(level)
        except pikepdf.PdfError:
            continue
        yield from _spellings("stream", data)
    try:
        shown = pikepdf.parse_content_stream(stream)
    except (pikepdf.PdfError, TypeError, ValueError):
        return
    yield "content", "".join(str(part) for one in shown for part in _strings(one.operands))


def _strings(operands: object) -> Iterator[object]:
    for operand in operands:  # type: ignore[attr-defined]
        if isinstance(operand, pikepdf.Array):
            yield from _strings(operand)
        elif isinstance(operand, pikepdf.Dictionary):
            yield from _strings(value for _, value in operand.items())
        elif isinstance(operand, pikepdf.String):
            yield operand


def _bytes(content: bytes) -> Iterator[tuple[str, str]]:
    yield from _spellings("bytes", content)
    at = content.find(b"x\x9c")
    while at >= 0:
        with contextlib.suppress(zlib.error):
            yield from _spellings("packed bytes", zlib.decompressobj().decompress(content[at:], 1 << 22))
        at = content.find(b"x\x9c", at + 2)


def _spellings(where: str, data: bytes) -> Iterator[tuple[str, str]]:
    yield where, data.decode("latin-1")
    if b"\0" in data[:4096]:
        yield where, data.decode("utf-16-be", "replace")
        yield where, data.decode("utf-16-le", "replace")
