"""Every string that somebody could get out of a packet file: text, metadata, attachments, annotations, comments."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf

from reviewer.model.packet import PacketFile
from reviewer.pages.mupdf import Pdf

_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH_END = re.compile(r"</w:p>|<w:br/>|<w:tab/>|</dc:\w+>|</cp:\w+>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\))", re.DOTALL)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_TEXT_STREAMS = ("/Metadata", "/EmbeddedFile", "/XML")


def strings_in(file: PacketFile) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for all the text of a file."""
    content = file.content
    if content.startswith(b"%PDF"):
        yield from _strings_in_pdf(content)
    elif content.startswith(b"PK"):
        yield from _strings_in_zip(content)
    else:
        yield from _strings_in_data(file.name, content)


def _strings_in_pdf(content: bytes) -> Iterator[tuple[str, str]]:
    drawn = Pdf.open(content, name="the packet")
    try:
        for page in drawn.pages():
            words, _ = page.printed_words()
            yield f"page {page.number}", " ".join(word.text for word in words)
    finally:
        drawn.close()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for thing in pdf.objects:
            yield from _strings_in_object(thing, 0)


def _strings_in_stream(stream: pikepdf.Stream) -> Iterator[tuple[str, str]]:
    """Yield what a stream says beside the glyphs it draws; pictures and fonts say nothing."""
    if str(stream.get("/Subtype", "")) == "/Image" or "/Length1" in stream:
        return
    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:
        return
    if str(stream.get("/Type", "")) in _TEXT_STREAMS:
        yield "a stream of the PDF", content.decode("utf-8", "replace")
    for match in _SPOKEN.finditer(content):
        spoken = pikepdf.Object.parse(match[1])
        yield "replacement text", str(spoken)


def _strings_in_object(thing: Any, depth: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any PDF object
    if depth > 20:
        return
    if isinstance(thing, pikepdf.String):
        yield "a string of the PDF", str(thing)
    elif isinstance(thing, pikepdf.Name):
        yield "a name of the PDF", str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            yield from _direct(item, depth)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for _, item in thing.items():
            yield from _direct(item, depth)
        if isinstance(thing, pikepdf.Stream):
            yield from _strings_in_stream(thing)


def _direct(item: Any, depth: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any PDF object
    if isinstance(item, pikepdf.Object) and not item.is_indirect:
        yield from _strings_in_object(item, depth + 1)


def _strings_in_zip(content: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield "the zip comment", archive.comment.decode("utf-8", "replace")
        for name in archive.namelist():
            yield "a part's name", name
            if name.endswith((".xml", ".rels")):
                text = archive.read(name).decode("utf-8", "replace")
                plain = _TAG.sub("", _PARAGRAPH_END.sub("\n", text))
                yield name, _unescaped(plain)
                yield f"an attribute in {name}", _unescaped("\n".join(_ATTRIBUTE.findall(text)))


def _strings_in_data(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    text = content.decode("utf-8", "replace")
    yield name, text
    if name.endswith(".xfdf"):
        yield name, _unescaped(text)
    if name.endswith(".json"):
        yield from ((name, string) for string in _json_strings(json.loads(text)))


def _json_strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _json_strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _json_strings(item)


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text
