"""Reads OpenDocument files: text (ODT), sheets (ODS) and slides (ODP)."""

import re

from lxml import etree

from reviewer.formats.docx_package import DocxPackage
from reviewer.formats.odf_walk import OFFICE, OdfWalk, deleted_words, hidden_styles, words_of, write_running
from reviewer.formats.text_builder import TextBuilder
from reviewer.model.document import BlockKind, Notice, NoticeCode, RevisionState
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.paragraphs import split_at_line_breaks
from reviewer.opening.reading import Reading, counted_notices

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
    blocks = split_at_line_breaks(walk.out.text, walk.out.blocks)
    return Reading(
        _media_type(package),
        walk.out.text,
        blocks,
        revisions=tuple(walk.out.revisions),
        notices=tuple(_notices(walk)),
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


def _notices(walk: OdfWalk) -> list[Notice]:
    revisions = walk.out.revisions
    deleted = [one for one in revisions if one.state is RevisionState.DELETED]
    hidden = len(revisions) - len(deleted)
    authors = ", ".join(sorted({one.author for one in deleted if one.author}))
    commenting = ", ".join(sorted(filter(None, set(walk.authors))))
    return counted_notices(
        (NoticeCode.TRACKED_CHANGES, len(deleted), {"authors": authors}),
        (NoticeCode.HIDDEN_TEXT, hidden, {}),
        (NoticeCode.COMMENTS, len(walk.authors), {"authors": commenting}),
        (NoticeCode.PART_NOT_READ, walk.pictures, {"part": "picture"}),
        (NoticeCode.PART_NOT_READ, walk.objects, {"part": "embedded object"}),
    )
