"""Reads OpenDocument files: text (ODT), sheets (ODS) and slides (ODP)."""

import re

from lxml import etree

from reviewer.formats.docx_package import DocxPackage
from reviewer.formats.odf_walk import OFFICE, OdfWalk, deleted_words, hidden_styles, words_of, write_running
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.document import BlockKind
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.paragraphs import split_at_line_breaks
from reviewer.opening.reading import Reading, notices_of_writing

_CONTENT, _STYLES, _META, _MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
_MEDIA_TYPE = re.compile(r"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}")
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_open_document(name: str, content: bytes) -> Reading:
    """Read an OpenDocument file: body, then notes, comments and text boxes, then what is printed on each page.

    Text is what a reader sees with all changes accepted; deleted and hidden words are kept beside it. Raises
    ReviewerError: DAMAGED, EXPANDS_TOO_FAR, TOO_DEEP, KIND_NOT_SUPPORTED for a file under a password.
    """
    package = DocxPackage(name, content)
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise ReviewerError(ProblemCode.KIND_NOT_SUPPORTED, name=name, kind="OpenDocument file under a password")
    root = package.xml(_CONTENT)
    styles = package.xml(_STYLES) if _STYLES in package else etree.Element("none")
    body = root.find(f"{OFFICE}body")
    if body is None:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="it has no body")
    walk = OdfWalk(TextBuilder(), deleted_words(root), hidden_styles(root, styles))
    walk.walk(body)
    walk.write_notes()
    write_running(walk, styles)
    not_read = ["picture"] * walk.pictures + ["embedded object"] * walk.objects
    blocks = split_at_line_breaks(walk.out.text, walk.out.blocks)
    return Reading(
        _media_type(package),
        walk.out.text,
        blocks,
        revisions=tuple(walk.out.revisions),
        notices=tuple(notices_of_writing(walk.out.revisions, walk.authors, not_read)),
        title=_title(package),
        names_no_headings=all(block.kind is not BlockKind.HEADING for block in blocks),
    )


def _media_type(package: DocxPackage) -> str:
    written = package.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in package else ""
    return written if _MEDIA_TYPE.fullmatch(written) else "application/vnd.oasis.opendocument.text"


def _title(package: DocxPackage) -> str:
    if _META not in package:
        return ""
    return next((words_of(title) for title in package.xml(_META).iter(_DC_TITLE)), "")
