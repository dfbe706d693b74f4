"""Builds DOCX packages of any parts and links, for ways to hide a word that no writer of DOCX files would offer."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.documents.docx_builder import LINKS, build_zip

WORD_IN = "Brackenfold"
BEFORE, AFTER = "The harbour stayed shut all week.", "Nobody else was aboard."
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{LINKS}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Link:
    """A link of the body; `type` is the last part of its relationship type, or all of it when it has a colon."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(frozen=True)
class Case:
    """A way to hide the word in a file; `needs_ocr` when it can only be seen."""

    name: str
    content: bytes
    kept: tuple[str, ...] = (BEFORE, AFTER)
    needs_ocr: bool = False


@dataclass
class Package:
    """What goes into a file besides the usual body; `body` is XML put between two paragraphs that must stay."""

    body: str = ""
    parts: dict[str, str | bytes] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    root_links: list[Link] = field(default_factory=list)
    root_attributes: str = ""
    section: str = ""
    main_type: str = f"{MAIN}.document.main+xml"

    def build(self) -> bytes:
        """Return the file."""
        parts: dict[str, str | bytes] = {
            "word/document.xml": part(
                "document", f"<w:body>{par(BEFORE)}{self.body}{par(AFTER)}{self.section}</w:body>", self.root_attributes
            )
        }
        parts |= self.parts
        parts.setdefault("word/styles.xml", part("styles", ""))
        links = [Link("rIdStyles", "styles", "styles.xml"), *self.links]
        parts["word/_rels/document.xml.rels"] = rels(links)
        parts["_rels/.rels"] = rels([Link("rId1", "officeDocument", "word/document.xml"), *self.root_links])
        return build_zip({"[Content_Types].xml": self._types(parts), **parts})

    def _types(self, parts: Mapping[str, object]) -> str:
        kinds = {name: f"{MAIN}.{name.split('/')[-1].removesuffix('.xml').rstrip('0123456789')}+xml" for name in parts}
        kinds["word/document.xml"] = self.main_type
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
            for name, kind in kinds.items()
            if name.startswith("word/") and name.count("/") == 1 and name.endswith(".xml")
        )
        return (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            '<Default Extension="jpeg" ContentType="image/jpeg"/>'
            f'<Default Extension="bin" ContentType="application/octet-stream"/>{overrides}</Types>'
        )


def part(root: str, inner: str, attributes: str = "") -> str:
    """Return a part whose root is an element of Word's namespace."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES} {attributes}>{inner}</w:{root}>'


def rels(links: Sequence[Link]) -> str:
    """Return a part of links."""
    made = "".join(
        f"<Relationship Id={quoteattr(link.id)} Target={quoteattr(link.target)} "
        f"Type={quoteattr(link.type if ':' in link.type else f'{LINKS}/{link.type}')}"
        f"{' TargetMode=' + quoteattr('External') if link.external else ''}/>"
        for link in links
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*content: str, properties: str = "") -> str:
    """Return a paragraph; content that is no XML becomes a run."""
    made = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{made}</w:p>"


def body_case(name: str, body: str, *kept: str) -> Case:
    """Return a case whose word stands in the body."""
    return Case(name, Package(body).build(), (BEFORE, AFTER, *kept))


def part_case(
    name: str, path: str, content: str | bytes, type_: str, *, body: str = "", kept: Sequence[str] = ()
) -> Case:
    """Return a case whose word stands in a part that the body links to as rIdX."""
    package = Package(body, {f"word/{path}": content}, [Link("rIdX", type_, path)])
    return Case(name, package.build(), (BEFORE, AFTER, *kept))


def picture(relation: str = "rIdX", extra: str = "", described: str = 'name="P"', crop: str = "") -> str:
    """Return a run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" {described}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="P"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}">{extra}'
        f"</a:blip>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def png(*chunks: tuple[bytes, bytes], rows: bytes = b"\0\xff\0\xff\0\xff") -> bytes:
    """Return a small grey PNG with chunks of one's own before its end."""
    head = b"\0\0\0\x01\0\0\0\x03\x08\0\0\0\0"
    made = [(b"IHDR", head), (b"IDAT", zlib.compress(rows)), *chunks, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in made)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
