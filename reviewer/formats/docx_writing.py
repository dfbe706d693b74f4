"""A DOCX being written: one package of clean parts, the same bytes for the same content.

Written part by part and not through a template, so that nothing of a template (dates, thumbnails, revision ids,
authors) can slip into a file that leaves the house.
"""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from reviewer.formats.docx_comments import Comment, comments_extended_part, comments_part, people_part, word_date
from reviewer.formats.docx_styles import FONT_TABLE, SETTINGS, styles_part
from reviewer.formats.docx_xml import NAMESPACES, XML_HEAD, Inline, Picture, escaped, paragraph
from reviewer.formats.png import read_png

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MICROSOFT = "http://schemas.microsoft.com/office/2011"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True)
class DocxFacts:
    """What the file says of itself; `made_at` is ISO 8601 with zone. Page size and margins in points."""

    title: str
    author: str
    language: str
    made_at: str
    width: float
    height: float
    margin: float


@dataclass
class DocxWriter:
    """Collects the body, comments and pictures, then writes the package once."""

    facts: DocxFacts
    body: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    foot: Sequence[Inline] = ()
    head: Sequence[Inline] = ()
    _pictures: dict[str, bytes] = field(default_factory=dict)
    _bookmarks: int = 0

    def add(self, *elements: str) -> None:
        """Add paragraphs or tables."""
        self.body += elements

    def bookmark(self, name: str) -> tuple[int, str]:
        """Return a bookmark for `paragraph`; names are cut to the forty characters that Word allows."""
        self._bookmarks += 1
        return self._bookmarks, bookmark_name(name)

    def picture(self, png: bytes, width: float, description: str) -> Picture:
        """Take in a PNG and return it scaled to a width in points."""
        name = f"image-{hashlib.sha256(png).hexdigest()[:12]}.png"
        self._pictures[name] = png
        read = read_png(png)
        number = len(self._pictures)
        return Picture(
            f"rIdP{list(self._pictures).index(name) + 1}", number, width, width * read.height / read.width, description
        )

    def save(self) -> bytes:
        """Return the package."""
        parts = self._parts()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
                entry = zipfile.ZipInfo(name, _FIXED_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                archive.writestr(entry, parts[name])
        return out.getvalue()

    def _parts(self) -> dict[str, bytes]:
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relations(
                [
                    ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                    ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
                ]
            ),
            "docProps/core.xml": self._core(),
            "docProps/app.xml": _APP,
            "word/document.xml": self._document(),
            "word/styles.xml": styles_part(self.facts.language),
            "word/settings.xml": SETTINGS,
            "word/fontTable.xml": FONT_TABLE,
            "word/footer1.xml": _story("ftr", self.foot, "Footer"),
            "word/header1.xml": _story("hdr", self.head, "Header"),
            "word/_rels/document.xml.rels": self._document_relations(),
        }
        if self.comments:
            parts["word/comments.xml"] = comments_part(self.comments)
            parts["word/commentsExtended.xml"] = comments_extended_part(self.comments)
            parts["word/people.xml"] = people_part(self.comments)
        parts |= {f"word/media/{name}": png for name, png in self._pictures.items()}
        return parts

    def _document(self) -> bytes:
        facts = self.facts
        margin = round(facts.margin * 20)
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>'
            '<w:footerReference w:type="default" r:id="rIdF"/>'
            f'<w:pgSz w:w="{round(facts.width * 20)}" w:h="{round(facts.height * 20)}"/>'
            f'<w:pgMar w:top="1250" w:right="{margin}" w:bottom="1100" w:left="{margin}" w:header="600" w:footer="500" '
            'w:gutter="0"/></w:sectPr>'
        )
        return (
            f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{''.join(self.body)}{section}</w:body></w:document>".encode()
        )

    def _core(self) -> bytes:
        facts = self.facts
        date = word_date(facts.made_at)
        return (
            f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escaped(facts.title)}</dc:title><dc:creator>{escaped(facts.author)}</dc:creator>"
            f"<dc:language>{facts.language}</dc:language><cp:lastModifiedBy>{escaped(facts.author)}</cp:lastModifiedBy>"
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
        ).encode()

    def _content_types(self) -> bytes:
        overrides = [
            ("/word/document.xml", f"{_WORD}.document.main+xml"),
            ("/word/styles.xml", f"{_WORD}.styles+xml"),
            ("/word/settings.xml", f"{_WORD}.settings+xml"),
            ("/word/fontTable.xml", f"{_WORD}.fontTable+xml"),
            ("/word/footer1.xml", f"{_WORD}.footer+xml"),
            ("/word/header1.xml", f"{_WORD}.header+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ]
        if self.comments:
            overrides += [
                ("/word/comments.xml", f"{_WORD}.comments+xml"),
                ("/word/commentsExtended.xml", f"{_WORD}.commentsExtended+xml"),
                ("/word/people.xml", f"{_WORD}.people+xml"),
            ]
        made = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        return (
            f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f"{made}</Types>"
        ).encode()

    def _document_relations(self) -> bytes:
        base = f"{_OFFICE}/relationships"
        made = [
            ("rId1", f"{base}/styles", "styles.xml"),
            ("rId2", f"{base}/settings", "settings.xml"),
            ("rId3", f"{base}/fontTable", "fontTable.xml"),
            ("rIdF", f"{base}/footer", "footer1.xml"),
            ("rIdH", f"{base}/header", "header1.xml"),
        ]
        if self.comments:
            made += [
                ("rId4", f"{base}/comments", "comments.xml"),
                ("rId5", f"{_MICROSOFT}/relationships/commentsExtended", "commentsExtended.xml"),
                ("rId6", f"{_MICROSOFT}/relationships/people", "people.xml"),
            ]
        made += [(f"rIdP{place}", f"{base}/image", f"media/{name}") for place, name in enumerate(self._pictures, 1)]
        return _relations(made)


def bookmark_name(name: str) -> str:
    """Return a name as Word accepts it: letters, digits and underscores, starting with a letter."""
    kept = "".join(character if character.isalnum() and character.isascii() else "_" for character in name)
    return kept[:40]


def _relations(relations: Sequence[tuple[str, str, str]]) -> bytes:
    made = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target={quoteattr(target)}/>' for key, kind, target in relations
    )
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'.encode()


def _story(tag: str, content: Sequence[Inline], style: str) -> bytes:
    return f"{XML_HEAD}<w:{tag} {NAMESPACES}>{paragraph(content, style)}</w:{tag}>".encode()


_APP = (
    f'{XML_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>Reviewer</Application></Properties>'
).encode()
