"""Builds DOCX files part by part, so that a test can hold exactly the feature it speaks of."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{LINKS}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ZIP_TIME = (2026, 1, 5, 9, 0, 0)
_STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Quote": "Quote",
    "Caption": "caption",
    "ListBullet": "List Bullet",
}


def run(text: str, *, hidden: bool = False) -> str:
    """Return a run with this text; tabs and line ends become their elements."""
    properties = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    return f"<w:r>{properties}{_text(text, 't')}</w:r>"


def deleted(text: str, author: str = "Ada Quill", at: str = "2026-01-05T09:00:00Z") -> str:
    """Return a tracked deletion."""
    return f"<w:del {_signature(author, at)}><w:r>{_text(text, 'delText')}</w:r></w:del>"


def inserted(text: str, author: str = "Ada Quill", at: str = "2026-01-05T09:00:00Z") -> str:
    """Return a tracked insertion."""
    return f"<w:ins {_signature(author, at)}>{run(text)}</w:ins>"


def moved_from(text: str, author: str = "Ada Quill", at: str = "2026-01-05T09:00:00Z") -> str:
    """Return the place a passage was moved away from."""
    return f"<w:moveFrom {_signature(author, at)}>{run(text)}</w:moveFrom>"


def moved_to(text: str, author: str = "Ada Quill", at: str = "2026-01-05T09:00:00Z") -> str:
    """Return the place a passage was moved to."""
    return f"<w:moveTo {_signature(author, at)}>{run(text)}</w:moveTo>"


def paragraph(*content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs given as XML; bare text that starts with no tag is put in a run of its own."""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inner}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """Return a table of cells with one paragraph each."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def text_box(*paragraphs: str) -> str:
    """Return a run with a text box in both of its forms, the drawing and the older fallback."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    """Return a field given by its marks, with its last result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def content_control(*content: str) -> str:
    """Return a content control round blocks or runs."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def build_docx(
    *body: str,
    headers: Sequence[str] = (),
    footers: Sequence[str] = (),
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    comments: Sequence[tuple[str, str]] = (),
    title: str = "",
    strict: bool = False,
    document: str | None = None,
) -> bytes:
    """Return a DOCX file, the same bytes each time.

    `body` and the paragraphs of the other parts are XML as the functions above make it. `comments` are pairs of author
    and words. `document` replaces the whole XML of the main part. `strict` writes the strict namespaces.
    """
    parts: dict[str, str] = {"word/document.xml": document or _part("document", f"<w:body>{''.join(body)}</w:body>")}
    links = [("styles", "styles.xml")]
    parts["word/styles.xml"] = _part("styles", "".join(_style(key, name) for key, name in _STYLES.items()))
    for at, words in enumerate(headers, 1):
        parts[f"word/header{at}.xml"] = _part("hdr", words)
        links.append(("header", f"header{at}.xml"))
    for at, words in enumerate(footers, 1):
        parts[f"word/footer{at}.xml"] = _part("ftr", words)
        links.append(("footer", f"footer{at}.xml"))
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            separator = f'<w:{kind} w:type="separator" w:id="0">{paragraph("")}</w:{kind}>'
            inner = "".join(f'<w:{kind} w:id="{at}">{note}</w:{kind}>' for at, note in enumerate(notes, 1))
            parts[f"word/{kind}s.xml"] = _part(f"{kind}s", separator + inner)
            links.append((f"{kind}s", f"{kind}s.xml"))
    if comments:
        parts["word/comments.xml"] = _part("comments", "".join(map(_comment, range(len(comments)), comments)))
        links.append(("comments", "comments.xml"))
    parts["word/_rels/document.xml.rels"] = _links(links)
    root_links = [("officeDocument", "word/document.xml")]
    if title:
        parts["docProps/core.xml"] = _core(title)
        root_links.append(("metadata/core-properties", "docProps/core.xml"))
    parts["_rels/.rels"] = _links(root_links)
    if strict:
        parts = {name: _made_strict(xml) for name, xml in parts.items()}
    return build_zip({"[Content_Types].xml": _content_types(parts), **parts})


def build_zip(parts: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive of these entries, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _text(text: str, tag: str) -> str:
    pieces = []
    for line_at, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] if line_at else []
        for tab_at, piece in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] if tab_at else []
            pieces.append(f'<w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}>')
    return "".join(pieces)


def _signature(author: str, at: str) -> str:
    return f'w:id="1" w:author={quoteattr(author)} w:date={quoteattr(at)}'


def _part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def _style(key: str, name: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'


def _comment(at: int, comment: tuple[str, str]) -> str:
    author, words = comment
    return f'<w:comment w:id="{at}" w:author={quoteattr(author)} w:initials="X">{paragraph(words)}</w:comment>'


def _links(links: Sequence[tuple[str, str]]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    inner = "".join(
        f'<Relationship Id="rId{at}" Target="{target}" '
        f'Type="{package if kind.startswith("metadata") else LINKS}/{kind}"/>'
        for at, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE_LINKS}">{inner}</Relationships>'


def _core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )


def _content_types(parts: dict[str, str]) -> str:
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds}.{_kind(name)}+xml"/>'
        for name in parts
        if name.startswith("word/") and not name.endswith(".rels")
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _kind(name: str) -> str:
    stem = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
    return "document.main" if stem == "document" else stem


def _made_strict(xml: str) -> str:
    links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return xml.replace(WORD, STRICT_WORD).replace(LINKS, links)
