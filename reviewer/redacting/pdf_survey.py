"""What a PDF holds beside its pages: every string and name of its objects, and what a clean copy leaves behind."""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from reviewer.formats.pdf_content import marked_texts
from reviewer.formats.pdf_vocabulary import (
    is_collection,
    is_vocabulary,
    made_up_keys,
    without_pdf_words,
    without_words_of_stream,
)
from reviewer.model.redaction import LossNote, RedactionLoss

_DEEPEST = 60
_KEPT_INFO = frozenset({"/Title", "/Author", "/Subject", "/Keywords"})
_MADE_BY_PROGRAMS = frozenset({"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/PTEX.Fullbanner"})
_PLAIN_BYTES = bytes(byte if 0x20 <= byte < 0x7F else 0x20 for byte in range(256))
_PLAIN_RUN = re.compile(rb"[ -~]{3,}")
_LARGEST_TEXT = 8 * 1024 * 1024

PartText = tuple[str, str]


def part_texts(pdf: pikepdf.Pdf) -> Iterator[PartText]:
    """Yield (part, text) for every text outside the pages' content that belongs to a part somebody can name."""
    walker = _Walker()
    info = pdf.trailer.get("/Info")
    if info is not None:
        for key, value in info.items():
            yield from walker.texts("title" if key == "/Title" else "document properties", value)
            yield "document properties", key[1:]
    root = pdf.Root
    for key, part in (("/Outlines", "bookmarks"), ("/Metadata", "document properties"), ("/AcroForm", "form fields")):
        if key in root:
            yield from walker.texts(part, root[key])
    names = root.get("/Names")
    if isinstance(names, pikepdf.Dictionary):
        for key, value in names.items():
            yield from walker.texts("attachments" if key == "/EmbeddedFiles" else "names", value)
    for number, page in enumerate(pdf.pages, 1):
        yield from walker.texts(f"comments and links on page {number}", page.obj.get("/Annots"))
    yield from walker.texts("tags", root.get("/StructTreeRoot"))
    for number, page in enumerate(pdf.pages, 1):
        yield from ((f"replacement text on page {number}", text) for text in marked_texts(page))


def other_texts(pdf: pikepdf.Pdf) -> Iterator[PartText]:
    """Yield every string, name and unpacked stream of a PDF, wherever it is."""
    walker = _Walker()
    yield from walker.texts("hidden data", pdf.trailer)
    for thing in pdf.objects:
        yield from walker.texts("hidden data", thing)


def raw_texts(content: bytes) -> Iterator[str]:
    """Yield what the bytes of a file say by themselves: as they are, and every packed stretch in them unpacked.

    All but plain letters and signs are read as spaces: what stands beside a word in binary data is no part of it.
    """
    yield without_pdf_words(content).translate(_PLAIN_BYTES).decode("latin-1")
    at = content.find(b"stream")
    while at >= 0:
        start = at + 6
        while content[start : start + 1] in (b"\r", b"\n"):
            start += 1
        if content[start : start + 1] in (b"x", b"h", b"X"):
            unpacked = _inflated(content[start:])
            if unpacked:
                yield without_words_of_stream(unpacked).translate(_PLAIN_BYTES).decode("latin-1")
        at = content.find(b"stream", start)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LARGEST_TEXT)
    except zlib.error:
        return b""


class _Walker:
    """Goes through objects, each once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def texts(self, part: str, thing: Any) -> Iterator[PartText]:  # noqa: ANN401 - any PDF value
        """Yield the texts under an object, not going back up to pages' parents."""
        stack: list[tuple[Any, int, str | None, int | None]] = [(thing, 0, None, None)]
        while stack:
            one, depth, under, place = stack.pop()
            if isinstance(one, pikepdf.Object) and one.is_indirect:
                if one.objgen in self._seen:
                    continue
                self._seen.add(one.objgen)
            if isinstance(one, pikepdf.String):
                if not is_collection(str(one), under):
                    yield part, str(one)
            elif isinstance(one, pikepdf.Name):
                if not is_vocabulary(str(one)[1:], under, place):
                    yield part, str(one)[1:]
            elif isinstance(one, pikepdf.Array) and depth < _DEEPEST:
                stack += ((item, depth + 1, under, at) for at, item in enumerate(one))
            elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and depth < _DEEPEST:
                values = ((key, value) for key, value in one.items() if key not in ("/Parent", "/P", "/Dest"))
                stack += ((value, depth + 1, key, None) for key, value in values)
                yield from ((part, key) for key in made_up_keys(one, under))
                if isinstance(one, pikepdf.Stream):
                    yield from _stream_texts(part, one)


def _stream_texts(part: str, stream: Any) -> Iterator[PartText]:  # noqa: ANN401 - a stream
    if str(stream.get("/Subtype", "")) == "/Image" or "/Length1" in stream:
        return
    try:
        data = without_words_of_stream(stream.read_bytes()[:_LARGEST_TEXT])
    except pikepdf.PdfError:
        return
    if stream.get("/Type") == "/XRef":
        # A table of offsets is nearly all zeros, which the matcher passes over: its numbers would spell short names.
        yield part, b"\n".join(_PLAIN_RUN.findall(data)).decode("latin-1")
    else:
        yield part, data.decode("latin-1")
    if data[:2] in (b"\xfe\xff", b"\xff\xfe") or b"\x00" in data[:64]:
        yield part, data.decode("utf-16-be", "replace")
    if any(byte > 0x7F for byte in data[:4096]):
        yield part, data.decode("utf-8", "replace")


def losses(pdf: pikepdf.Pdf) -> list[LossNote]:
    """Return what a copy of the pages alone leaves behind, apart from links, outline, tags and properties."""
    root = pdf.Root
    found: list[RedactionLoss] = []
    form = root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    if isinstance(form, pikepdf.Dictionary) and (int(form.get("/SigFlags", 0)) & 1 or _has_signature(fields)):
        found.append(RedactionLoss.SIGNATURE)
    if isinstance(fields, pikepdf.Array) and len(fields):
        found.append(RedactionLoss.FORM_FIELDS)
    names = root.get("/Names", pikepdf.Dictionary())
    if _has_key(pdf, "/JS") or "/JavaScript" in names:
        found.append(RedactionLoss.SCRIPT)
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root or _has_key(pdf, "/EF"):
        found.append(RedactionLoss.ATTACHMENT)
    for key, loss in (
        ("/OCProperties", RedactionLoss.LAYERS),
        ("/Metadata", RedactionLoss.METADATA),
    ):
        if key in root:
            found.append(loss)
    info = pdf.trailer.get("/Info")
    if info is not None and any(key not in _KEPT_INFO | _MADE_BY_PROGRAMS for key in info.keys()):  # noqa: SIM118
        found.append(RedactionLoss.METADATA)
    notes = [LossNote(loss) for loss in dict.fromkeys(found)]
    return notes + [
        LossNote(RedactionLoss.ANNOTATIONS, f"page {number}")
        for number, page in enumerate(pdf.pages, 1)
        if _has_remarks(page.obj.get("/Annots"))
    ]


def _has_signature(fields: Any) -> bool:  # noqa: ANN401 - any PDF value
    if not isinstance(fields, pikepdf.Array):
        return False
    return any(
        isinstance(field, pikepdf.Dictionary) and str(field.get("/FT", "")) == "/Sig" and "/V" in field
        for field in fields
    )


def _has_key(pdf: pikepdf.Pdf, key: str) -> bool:
    return any(_holds_key(thing, key, 0) for thing in pdf.objects)


def _holds_key(thing: Any, key: str, depth: int) -> bool:  # noqa: ANN401 - any PDF value
    """Return whether an object or what is written inside it has an entry of this name."""
    if depth > 8:
        return False
    if isinstance(thing, pikepdf.Array):
        values = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if key in thing:
            return True
        values = [value for _, value in thing.items()]
    else:
        return False
    return any(
        _holds_key(value, key, depth + 1)
        for value in values
        if isinstance(value, pikepdf.Object) and not value.is_indirect
    )


def _has_remarks(annotations: Any) -> bool:  # noqa: ANN401 - any PDF value
    if not isinstance(annotations, pikepdf.Array):
        return False
    return any(
        isinstance(one, pikepdf.Dictionary) and str(one.get("/Subtype", "")) not in ("/Link", "/Widget", "/Popup")
        for one in annotations
    )


def kept_info(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the document properties that readers show: title, author, subject, keywords."""
    info = pdf.trailer.get("/Info")
    if info is None:
        return {}
    return {key: str(info[key]) for key in sorted(_KEPT_INFO) if key in info and isinstance(info[key], pikepdf.String)}


def opened(content: bytes) -> pikepdf.Pdf:
    """Open the copy that was written."""
    return pikepdf.open(io.BytesIO(content))
