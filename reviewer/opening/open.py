"""Opens a file: tells its kind, has it read, marks its furniture and sets its galley."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import msgspec

from reviewer.formats.detect import FileKind, detect, picture_type
from reviewer.formats.pdf_attachments import attached_files
from reviewer.model.document import Document, Notice, NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import OpenedDocument, Progress, Step
from reviewer.opening.delimited import read_delimited
from reviewer.opening.docx import read_docx
from reviewer.opening.html import read_html
from reviewer.opening.limits import ATTACHMENT_LIMIT, FILE_LIMIT, NESTING_LIMIT, TEXT_LIMIT, in_words
from reviewer.opening.mail import read_mail, read_outlook
from reviewer.opening.mailbox import read_mailbox
from reviewer.opening.open_document import read_open_document
from reviewer.opening.pasted import read_pasted
from reviewer.opening.pdf import read_pdf
from reviewer.opening.plain import read_plain
from reviewer.opening.reading import Attachment, Reading
from reviewer.opening.rich_text import read_rich_text
from reviewer.opening.structure import with_embargo_notice, with_structure, with_structure_of_pdf
from reviewer.opening.subtitles import read_subtitles
from reviewer.opening.workbook import read_workbook
from reviewer.pages.picture_pages import pdf_of_picture, picture_size
from reviewer.pages.typeset import typeset

Report = Callable[[Progress], None]
_MAY_HOLD_FILES = (NoticeCode.ATTACHMENTS, NoticeCode.ANNOTATIONS)
_WRITTEN = (".txt", ".md", "")
_LOGO_SIDE, _LOGO_AREA = 200, 300_000
"""Pixels: pictures in mails below these are decoration."""


def _no_report(_progress: Progress) -> None:
    """Report to nobody."""


class _Manner(msgspec.Struct, frozen=True):
    """How a file and the files in it are opened; the id of the one it came in as `parent`, how deep that lies."""

    progress: Report
    recognise: bool
    parent: str | None = None
    depth: int = 0


def open_file(
    name: str, content: bytes, password: str | None = None, progress: Report = _no_report, *, recognise: bool = False
) -> tuple[OpenedDocument, ...]:
    """Read a file into its document, followed by those of the files inside it (attachments of a mail).

    The kind is told by the content first and by the name only where the content leaves it open. Attachments carry
    the id of the mail they came in as `parent`; one that cannot be read becomes a notice of that mail. Pages that are
    only pictures are read by OCR when `recognise` is set.

    Raises ReviewerError with EMPTY_FILE, FILE_TOO_LARGE, KIND_NOT_SUPPORTED, WEB_ADDRESS, DAMAGED, NO_TEXT, NO_PAGES,
    PASSWORD_NEEDED, PASSWORD_WRONG, EXPANDS_TOO_FAR or TOO_DEEP.
    """
    return _open(name, content, password, _Manner(progress, recognise))


def open_pasted(name: str, text: str, html: str = "", progress: Report = _no_report) -> tuple[OpenedDocument, ...]:
    """Read text that came from the clipboard; its HTML is preferred when that carries the text's structure.

    Raises ReviewerError with EMPTY_FILE, FILE_TOO_LARGE, WEB_ADDRESS, NO_TEXT or TOO_DEEP.
    """
    progress(Progress(Step.READING))
    reading, original = read_pasted(name, text, html)
    return (_finish(name, original, reading, _Manner(progress, recognise=False)),)


def _open(name: str, content: bytes, password: str | None, manner: _Manner) -> tuple[OpenedDocument, ...]:
    _refuse_sizes(name, content)
    detected = detect(name, content)
    if detected.kind is FileKind.REFUSED:
        raise ReviewerError(ProblemCode.KIND_NOT_SUPPORTED, name=name, kind=detected.description)
    if detected.kind is FileKind.WEB_ADDRESS:
        raise ReviewerError(ProblemCode.WEB_ADDRESS, name=name)
    manner.progress(Progress(Step.READING))
    if detected.kind is FileKind.PDF:
        return _open_pdf(name, content, password, manner)
    if detected.kind is FileKind.PICTURE:
        return (_child_of(manner.parent, with_structure_of_pdf(_read_picture(name, content, manner))),)
    reading = _read(detected.kind, name, content)
    children, refused = _open_attachments(reading.attachments, hashlib.sha256(content).hexdigest(), manner)
    reading = msgspec.structs.replace(reading, notices=(*reading.notices, *refused))
    return (_finish(name, content, reading, manner), *children)


def _open_pdf(name: str, content: bytes, password: str | None, manner: _Manner) -> tuple[OpenedDocument, ...]:
    """Read a PDF and the documents inside it; data that goes along with it (XML, JSON) is named and not read."""
    opened = read_pdf(name, content, password, manner.progress, recognise=manner.recognise)
    opened = _child_of(manner.parent, with_structure_of_pdf(opened))
    if not any(notice.code in _MAY_HOLD_FILES for notice in opened.document.notices):
        return (opened,)
    files = [Attachment(inner, held or b"") for inner, held in attached_files(content, password)]
    documents = tuple(one for one in files if not _is_data(one))
    children, refused = _open_attachments(documents, opened.document.id, manner)
    notices = (*opened.document.notices, *refused)
    return (
        msgspec.structs.replace(opened, document=msgspec.structs.replace(opened.document, notices=notices)),
        *children,
    )


def _is_data(file: Attachment) -> bool:
    suffix = PurePosixPath(file.name.lower()).suffix
    return bool(file.content) and suffix not in _WRITTEN and detect(file.name, file.content).kind is FileKind.TEXT


def _read_picture(name: str, content: bytes, manner: _Manner) -> OpenedDocument:
    """Read a photo or scan through the PDF that shows it; the document is that of the picture's own bytes.

    A small picture inside a mail is a logo or a signature and no document.
    """
    width, height = picture_size(name, content)
    if manner.parent is not None and (min(width, height) < _LOGO_SIDE or width * height < _LOGO_AREA):
        kind = f"picture of {width} by {height} pixels, too small to be a page"
        raise ReviewerError(ProblemCode.KIND_NOT_SUPPORTED, name=name, kind=kind)
    opened = read_pdf(name, pdf_of_picture(name, content), None, manner.progress, recognise=manner.recognise)
    document = msgspec.structs.replace(
        opened.document, id=hashlib.sha256(content).hexdigest(), media_type=picture_type(content)
    )
    return msgspec.structs.replace(opened, document=document, original=content)


def _refuse_sizes(name: str, content: bytes) -> None:
    if not content:
        raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
    if len(content) > FILE_LIMIT:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=in_words(FILE_LIMIT))


_READERS: Mapping[FileKind, Callable[[str, bytes], Reading]] = {
    FileKind.DOCX: read_docx,
    FileKind.MAIL: read_mail,
    FileKind.MAILBOX: read_mailbox,
    FileKind.OUTLOOK: read_outlook,
    FileKind.WORKBOOK: read_workbook,
    FileKind.OPEN_DOCUMENT: read_open_document,
}
_TEXT_READERS: Mapping[FileKind, Callable[[str, bytes], Reading]] = {
    FileKind.HTML: read_html,
    FileKind.TEXT: lambda _, content: read_plain(content),
    FileKind.DELIMITED: read_delimited,
    FileKind.SUBTITLES: lambda _, content: read_subtitles(content),
    FileKind.RICH_TEXT: read_rich_text,
}


def _read(kind: FileKind, name: str, content: bytes) -> Reading:
    if kind in _READERS:
        return _READERS[kind](name, content)
    if len(content) > TEXT_LIMIT:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=in_words(TEXT_LIMIT))
    return _TEXT_READERS[kind](name, content)


def _open_attachments(
    attachments: tuple[Attachment, ...], parent: str, manner: _Manner
) -> tuple[list[OpenedDocument], list[Notice]]:
    opened: dict[str, OpenedDocument] = {}
    inside = msgspec.structs.replace(manner, parent=parent, depth=manner.depth + 1)
    refused: list[Notice] = []
    for at, attachment in enumerate(attachments):
        if inside.depth >= NESTING_LIMIT or at >= ATTACHMENT_LIMIT:
            refused.append(_not_read(attachment.name, ProblemCode.TOO_DEEP, "nested too deeply or too many"))
            continue
        try:
            documents = _open(attachment.name, attachment.content, None, inside)
        except ReviewerError as error:
            refused.append(_not_read(attachment.name, error.problem.code, str(error)))
            continue
        for document in documents:
            opened.setdefault(document.document.id, document)
    opened.pop(parent, None)
    return list(opened.values()), refused


def _not_read(name: str, code: ProblemCode, reason: str) -> Notice:
    return Notice(NoticeCode.ATTACHMENT_NOT_READ, {"name": name, "code": code.value, "reason": reason})


def _finish(name: str, original: bytes, reading: Reading, manner: _Manner) -> OpenedDocument:
    if not reading.text.strip():
        raise ReviewerError(ProblemCode.NO_TEXT, name=name)
    reading = with_structure(reading)
    manner.progress(Progress(Step.TYPESETTING))
    galley = typeset(reading.text, reading.blocks, reading.title)
    document = Document(
        id=hashlib.sha256(original).hexdigest(),
        name=name,
        media_type=reading.media_type,
        text=reading.text,
        blocks=reading.blocks,
        pages=galley.pages,
        typeset=True,
        revisions=reading.revisions,
        notices=with_embargo_notice(reading.text, reading.blocks, reading.notices),
        published=reading.published,
        parent=manner.parent,
    )
    return OpenedDocument(document, original, galley.pdf)


def _child_of(parent: str | None, opened: OpenedDocument) -> OpenedDocument:
    if parent is None:
        return opened
    return msgspec.structs.replace(opened, document=msgspec.structs.replace(opened.document, parent=parent))
