"""Which kinds of part of a DOCX are rebuilt, under which new names, and what of the others is said."""

import io
import re
import zipfile
from dataclasses import dataclass

from reviewer.model.redaction import RedactionLoss

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml"
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"</(?:\w+:)?(?:p|si|c|v|row|Name)>")
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LETTERS = re.compile(rb"[\x09\x20-\x7e\x80-\xff]{3,}")
_WIDE_LETTERS = re.compile(rb"(?:[\x09\x20-\x7e\xa0-\xff]\x00){3,}")
_WIDE_LETTERS_TURNED = re.compile(rb"(?:\x00[\x09\x20-\x7e\xa0-\xff]){3,}")
_LONGEST_READ = 64 * 1024 * 1024
_DEEPEST_ARCHIVE = 3


@dataclass(frozen=True)
class PartKind:
    """A kind of part that stays: where its new part stands ({} is its number), its media type, its name for people."""

    path: str
    media_type: str
    place: str


KEPT: dict[str, PartKind] = {
    "/styles": PartKind("word/styles.xml", f"{_WORD}.styles+xml", "styles"),
    "/settings": PartKind("word/settings.xml", f"{_WORD}.settings+xml", "settings"),
    "/numbering": PartKind("word/numbering.xml", f"{_WORD}.numbering+xml", "numbering"),
    "/fontTable": PartKind("word/fontTable.xml", f"{_WORD}.fontTable+xml", "list of fonts"),
    "/theme": PartKind("word/theme/theme{}.xml", "application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    "/header": PartKind("word/header{}.xml", f"{_WORD}.header+xml", "header {}"),
    "/footer": PartKind("word/footer{}.xml", f"{_WORD}.footer+xml", "footer {}"),
    "/footnotes": PartKind("word/footnotes.xml", f"{_WORD}.footnotes+xml", "footnotes"),
    "/endnotes": PartKind("word/endnotes.xml", f"{_WORD}.endnotes+xml", "endnotes"),
    "/comments": PartKind("word/comments.xml", f"{_WORD}.comments+xml", "comments"),
    "/commentsExtended": PartKind("word/commentsExtended.xml", f"{_WORD}.commentsExtended+xml", "threads of comments"),
    "/chart": PartKind("word/charts/chart{}.xml", f"{_DRAWING}.chart+xml", "chart {}"),
    "/diagramData": PartKind("word/diagrams/data{}.xml", f"{_DRAWING}.diagramData+xml", "diagram {}"),
    "/diagramLayout": PartKind("word/diagrams/layout{}.xml", f"{_DRAWING}.diagramLayout+xml", "layout of diagram {}"),
    "/diagramQuickStyle": PartKind("word/diagrams/style{}.xml", f"{_DRAWING}.diagramStyle+xml", "style of diagram {}"),
    "/diagramColors": PartKind("word/diagrams/colors{}.xml", f"{_DRAWING}.diagramColors+xml", "colours of diagram {}"),
}
IMPLICIT = (
    "/styles",
    "/settings",
    "/numbering",
    "/fontTable",
    "/theme",
    "/header",
    "/footer",
    "/footnotes",
    "/endnotes",
    "/comments",
    "/commentsExtended",
)
"""Kinds that belong to the body without any element asking for them."""

MAIN_TYPES = (
    f"{_WORD}.document.main+xml",
    f"{_WORD}.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)

LOST: dict[str, tuple[str, RedactionLoss]] = {
    "/glossaryDocument": ("building blocks", RedactionLoss.EMBEDDED_OBJECT),
    "/vbaProject": ("macros", RedactionLoss.SCRIPT),
    "/wordVbaData": ("macros", RedactionLoss.SCRIPT),
    "/keyMapCustomizations": ("keyboard", RedactionLoss.SCRIPT),
    "/attachedToolbars": ("toolbars", RedactionLoss.SCRIPT),
    "/oleObject": ("embedded object", RedactionLoss.EMBEDDED_OBJECT),
    "/package": ("embedded file", RedactionLoss.EMBEDDED_OBJECT),
    "/control": ("form control", RedactionLoss.FORM_FIELDS),
    "/customXml": ("custom XML", RedactionLoss.METADATA),
    "/customXmlProps": ("custom XML", RedactionLoss.METADATA),
    "/people": ("list of people", RedactionLoss.METADATA),
    "/thumbnail": ("thumbnail", RedactionLoss.METADATA),
    "/core-properties": ("document properties", RedactionLoss.METADATA),
    "/extended-properties": ("document properties", RedactionLoss.METADATA),
    "/custom-properties": ("document properties", RedactionLoss.METADATA),
    "/digital-signature/origin": ("signature", RedactionLoss.SIGNATURE),
    "/digital-signature/signature": ("signature", RedactionLoss.SIGNATURE),
    "/attachedTemplate": ("template", RedactionLoss.METADATA),
    "/mailMergeSource": ("mail merge", RedactionLoss.METADATA),
    "/recipientData": ("mail merge", RedactionLoss.METADATA),
    "/subDocument": ("subdocument", RedactionLoss.EMBEDDED_OBJECT),
    "/frame": ("frame", RedactionLoss.EMBEDDED_OBJECT),
}
"""Kinds that go, with the names under which that is said."""


def readable_text(data: bytes, depth: int = 0) -> str:
    """Return whatever a person could read in the bytes of a part, be it XML, an archive or anything else."""
    data = data[:_LONGEST_READ]
    if data.startswith(b"PK\x03\x04") and depth < _DEEPEST_ARCHIVE:
        return _text_of_archive(data, depth)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        return _text_of_markup(data.decode("utf-8", "replace"))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _text_of_markup(data.decode("utf-16", "replace"))
    narrow = (match.group().decode("latin-1") for match in _LETTERS.finditer(data))
    wide = (match.group().decode("utf-16-le") for match in _WIDE_LETTERS.finditer(data))
    turned = (match.group().decode("utf-16-be") for match in _WIDE_LETTERS_TURNED.finditer(data))
    return "\n".join((*narrow, *wide, *turned))


def _text_of_markup(markup: str) -> str:
    attributes = "\n".join(dict.fromkeys(one or other for one, other in _ATTRIBUTE.findall(markup)))
    return _TAG.sub("", _BREAK.sub("\n", markup)) + "\n" + attributes


def _text_of_archive(data: bytes, depth: int) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            pieces = [archive.comment.decode("latin-1")]
            left = _LONGEST_READ
            for entry in archive.infolist():
                left -= entry.file_size
                if left < 0:
                    break
                pieces += [entry.filename, readable_text(archive.read(entry), depth + 1)]
            return "\n".join(pieces)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError):
        return ""
