"""The re-read check: a finished packet file is opened again and counted before anybody gets it."""

import hashlib
import io
import zipfile
from dataclasses import dataclass

import pikepdf
from lxml import etree

from reviewer.model.packet import PacketFile
from reviewer.model.problem import ProblemCode, ReviewerError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class ExpectedFile:
    """A file and what must be found in it: pages and highlights (PDF), comments (DOCX), attachments with sha256."""

    file: PacketFile
    pages: int
    remarks: int
    attachments: tuple[tuple[str, str], ...]


def check_readable(expected: ExpectedFile) -> None:
    """Read a file back. Raises ReviewerError with PACKET_BROKEN when anything is missing or cannot be read."""
    file = expected.file
    if hashlib.sha256(file.content).hexdigest() != file.sha256:
        raise _broken(file, "its hash is wrong")
    try:
        if file.content.startswith(b"%PDF"):
            _check_pdf(expected)
        else:
            _check_docx(expected)
    except (pikepdf.PdfError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        raise _broken(file, type(error).__name__) from error


def _check_pdf(expected: ExpectedFile) -> None:
    file = expected.file
    with pikepdf.open(io.BytesIO(file.content)) as pdf:
        if pdf.check_pdf_syntax():
            raise _broken(file, "its structure is faulty")
        if len(pdf.pages) != expected.pages:
            raise _broken(file, f"{len(pdf.pages)} pages instead of {expected.pages}")
        highlights = sum(
            str(annotation.get("/Subtype")) == "/Highlight"
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", [])
        )
        if highlights != expected.remarks:
            raise _broken(file, f"{highlights} highlights instead of {expected.remarks}")
        for name, sha256 in expected.attachments:
            attached = pdf.attachments.get(name)
            if attached is None or hashlib.sha256(attached.get_file().read_bytes()).hexdigest() != sha256:
                raise _broken(file, f"the attached {name} is not whole")


def _check_docx(expected: ExpectedFile) -> None:
    file = expected.file
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        if archive.testzip() is not None:
            raise _broken(file, "a part is damaged")
        names = set(archive.namelist())
        parts = {name: etree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    body = parts["word/document.xml"]
    anchored = {mark.get(_W + "id") for mark in body.iter(_W + "commentReference")}
    comments = parts["word/comments.xml"].findall(_W + "comment") if "word/comments.xml" in parts else []
    if len(comments) != expected.remarks:
        raise _broken(file, f"{len(comments)} comments instead of {expected.remarks}")
    if {comment.get(_W + "id") for comment in comments} != anchored:
        raise _broken(file, "a comment has lost its place")


def _broken(file: PacketFile, reason: str) -> ReviewerError:
    return ReviewerError(ProblemCode.PACKET_BROKEN, name=file.name, reason=reason)
