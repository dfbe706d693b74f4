"""Reads the text of every part of a DOCX file: body, headers, notes, text boxes, diagrams and comments."""

from dataclasses import dataclass

from lxml import etree

from reviewer.formats.docx_names import A, W
from reviewer.formats.docx_package import DocxPackage, Relationship
from reviewer.formats.docx_paragraph_styles import DocxStyles
from reviewer.formats.docx_walk import DocxWalk
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.document import Block, BlockKind, Revision

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_NOTE_PARTS = (("/footnotes", f"{W}footnote"), ("/endnotes", f"{W}endnote"))
_MARGIN_PARTS = (("/header", BlockKind.PAGE_HEADER), ("/footer", BlockKind.PAGE_FOOTER))
_TEXT_BOXES_AT_MOST = 10_000


@dataclass(frozen=True)
class DocxText:
    """All text of a DOCX file with every tracked change accepted; offsets are code points of `text`.

    `comment_authors` has one entry a comment. `not_read` names what holds content but cannot be read as text.
    """

    text: str
    blocks: tuple[Block, ...]
    revisions: tuple[Revision, ...]
    title: str
    comment_authors: tuple[str, ...]
    not_read: tuple[str, ...]
    is_signed: bool


def read_docx_text(name: str, content: bytes) -> DocxText:
    """Read a DOCX file, transitional or strict.

    The body comes first, then text boxes, page headers and footers (each wording once), footnotes, endnotes and
    comments, each in blocks of their kind. Raises ReviewerError as `DocxPackage` does.
    """
    return _Reader(DocxPackage(name, content)).read()


class _Reader:
    def __init__(self, package: DocxPackage) -> None:
        self._package = package
        self._main = package.main_part
        self._links = package.relationships(self._main)
        self._out = TextBuilder()
        self._not_read: list[str] = []
        self._boxes_left = _TEXT_BOXES_AT_MOST
        styles = next((link.target for link in self._links if _is(link, "/styles", package)), None)
        self._styles = DocxStyles(package.xml(styles) if styles else None)
        # Every form of hiding goes by an element of this name, in the part itself or in a style.
        self._styles_hide = styles is not None and b"vanish" in package.read(styles)

    def read(self) -> DocxText:
        body = self._package.xml(self._main).find(f"{W}body")
        if body is not None:
            self._walk_part(self._main, body, None)
        self._read_margins()
        self._read_notes()
        authors = self._read_comments()
        return DocxText(
            text=self._out.text,
            blocks=tuple(self._out.blocks),
            revisions=tuple(self._out.revisions),
            title=self._title(),
            comment_authors=authors,
            not_read=tuple(dict.fromkeys(self._not_read)),
            is_signed=any(part.startswith("_xmlsignatures/") for part in self._package.parts),
        )

    def _walk(self, part: str) -> DocxWalk:
        may_hide = self._styles_hide or b"vanish" in self._package.read(part)
        return DocxWalk(self._out, self._styles, may_hide)

    def _walk_part(self, part: str, root: etree._Element, kind: BlockKind | None) -> None:
        walk = self._walk(part)
        walk.walk_blocks(root, kind)
        self._finish(walk, self._links if part == self._main else self._package.relationships(part))

    def _finish(self, walk: DocxWalk, links: tuple[Relationship, ...]) -> None:
        while walk.text_boxes and self._boxes_left > 0:
            self._boxes_left -= 1
            box = walk.text_boxes.pop(0)
            if box.tag == f"{A}txBody":
                self._write_drawing_text(box)
            else:
                walk.walk_blocks(box, BlockKind.TEXT_BOX)
        targets = {link.id: link.target for link in links if not link.external}
        for diagram in walk.diagrams:
            if targets.get(diagram, "") in self._package:
                self._write_drawing_text(self._package.xml(targets[diagram]))
        self._not_read += walk.not_read

    def _write_drawing_text(self, root: etree._Element) -> None:
        for paragraph in root.iter(f"{A}p"):
            self._out.add("".join(text.text or "" for text in paragraph.iter(f"{A}t")), BlockKind.TEXT_BOX)

    def _read_margins(self) -> None:
        seen: set[str] = set()
        for ending, kind in _MARGIN_PARTS:
            for link in self._links:
                if not _is(link, ending, self._package):
                    continue
                root = self._package.xml(link.target)
                wording = "".join(text.text or "" for text in root.iter(f"{W}t", f"{W}delText"))
                if wording.strip() and wording not in seen:
                    seen.add(wording)
                    self._walk_part(link.target, root, kind)

    def _read_notes(self) -> None:
        for ending, tag in _NOTE_PARTS:
            for link in self._links:
                if _is(link, ending, self._package):
                    walk = self._walk(link.target)
                    for note in self._package.xml(link.target).iterfind(tag):
                        if note.get(f"{W}type", "normal") == "normal":
                            walk.walk_as_one(note, BlockKind.FOOTNOTE)
                    self._finish(walk, self._package.relationships(link.target))

    def _read_comments(self) -> tuple[str, ...]:
        authors = []
        for link in self._links:
            if _is(link, "/comments", self._package):
                walk = self._walk(link.target)
                for comment in self._package.xml(link.target).iterfind(f"{W}comment"):
                    walk.walk_as_one(comment, BlockKind.COMMENT)
                    authors.append(comment.get(f"{W}author", ""))
        return tuple(authors)

    def _title(self) -> str:
        for link in self._package.relationships(""):
            if _is(link, "/core-properties", self._package):
                title = self._package.xml(link.target).findtext(f"{_DUBLIN_CORE}title")
                return (title or "").strip()
        return ""


def _is(link: Relationship, ending: str, package: DocxPackage) -> bool:
    return link.type.endswith(ending) and not link.external and link.target in package
