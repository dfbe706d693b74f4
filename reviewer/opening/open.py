"""Opens a file: tells its kind, has it read, marks its furniture and sets its galley."""

import hashlib
from collections.abc import Callable

import msgspec

from reviewer.formats.detect import FileKind, detect
from reviewer.model.document import Document, Notice, NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import OpenedDocument, Progress, Step
from reviewer.opening.docx import read_docx
from reviewer.opening.html import read_html
from reviewer.opening.limits import ATTACHMENT_LIMIT, FILE_LIMIT, NESTING_LIMIT, TEXT_LIMIT, in_words
from reviewer.opening.mail import read_mail
from reviewer.opening.pasted import read_pasted
from reviewer.opening.pdf import read_pdf
from reviewer.opening.plain import read_plain
from reviewer.opening.reading import Attachment, Reading
from reviewer.opening.structure import with_embargo_notice, with_structure, with_structure_of_pdf
from reviewer.pages.typeset import typeset

Report = Callable[[Progress], None]


def _no_report(_progress: Progress) -> None:
    """Report to nobody."""


def open_file(
    name: str, content: bytes, password: str | None = None, progress: Report = _no_report
) -> tuple[OpenedDocument, ...]:
    """Read a file into its document, followed by those of the files inside it (attachments of a mail).

    The kind is told by the content first and by the name only where the content leaves it open. Attachments carry
    the id of the mail they came in as `parent`; one that cannot be read becomes a notice of that mail.

    Raises ReviewerError with EMPTY_FILE, FILE_TOO_LARGE, KIND_NOT_SUPPORTED, WEB_ADDRESS, DAMAGED, NO_TEXT, NO_PAGES,
    PASSWORD_NEEDED, PASSWORD_WRONG, EXPANDS_TOO_FAR or TOO_DEEP.
    """
    return _open(name, content, password, progress, parent=None, depth=0)


def open_pasted(name: str, text: str, html: str = "", progress: Report = _no_report) -> tuple[OpenedDocument, ...]:
    """Read text that came from the clipboard; its HTML is preferred when that carries the text's structure.

    Raises ReviewerError with EMPTY_FILE, FILE_TOO_LARGE, WEB_ADDRESS, NO_TEXT or TOO_DEEP.
    """
    progress(Progress(Step.READING))
    reading, original = read_pasted(name, text, html)
    return (_finish(name, original, reading, None, progress),)


def _open(
    name: str, content: bytes, password: str | None, progress: Report, parent: str | None, depth: int
) -> tuple[OpenedDocument, ...]:
    _refuse_sizes(name, content)
    detected = detect(name, content)
    if detected.kind is FileKind.REFUSED:
        raise ReviewerError(ProblemCode.KIND_NOT_SUPPORTED, name=name, kind=detected.description)
    if detected.kind is FileKind.WEB_ADDRESS:
        raise ReviewerError(ProblemCode.WEB_ADDRESS, name=name)
    progress(Progress(Step.READING))
    if detected.kind is FileKind.PDF:
        return (_child_of(parent, with_structure_of_pdf(read_pdf(name, content, password, progress))),)
    reading = _read(detected.kind, name, content)
    children, refused = _open_attachments(reading.attachments, hashlib.sha256(content).hexdigest(), progress, depth)
    reading = msgspec.structs.replace(reading, notices=(*reading.notices, *refused))
    return (_finish(name, content, reading, parent, progress), *children)


def _refuse_sizes(name: str, content: bytes) -> None:
    if not content:
        raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
    if len(content) > FILE_LIMIT:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=in_words(FILE_LIMIT))


def _read(kind: FileKind, name: str, content: bytes) -> Reading:
    if kind is FileKind.DOCX:
        return read_docx(name, content)
    if kind is FileKind.MAIL:
        return read_mail(name, content)
    if len(content) > TEXT_LIMIT:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=in_words(TEXT_LIMIT))
    return read_html(name, content) if kind is FileKind.HTML else read_plain(content)


def _open_attachments(
    attachments: tuple[Attachment, ...], parent: str, progress: Report, depth: int
) -> tuple[list[OpenedDocument], list[Notice]]:
    opened: dict[str, OpenedDocument] = {}
    refused: list[Notice] = []
    for at, attachment in enumerate(attachments):
        if depth + 1 >= NESTING_LIMIT or at >= ATTACHMENT_LIMIT:
            refused.append(_not_read(attachment.name, ProblemCode.TOO_DEEP, "nested too deeply or too many"))
            continue
        try:
            documents = _open(attachment.name, attachment.content, None, progress, parent, depth + 1)
        except ReviewerError as error:
            refused.append(_not_read(attachment.name, error.problem.code, str(error)))
            continue
        for document in documents:
            opened.setdefault(document.document.id, document)
    opened.pop(parent, None)
    return list(opened.values()), refused


def _not_read(name: str, code: ProblemCode, reason: str) -> Notice:
    return Notice(NoticeCode.ATTACHMENT_NOT_READ, {"name": name, "code": code.value, "reason": reason})


def _finish(name: str, original: bytes, reading: Reading, parent: str | None, progress: Report) -> OpenedDocument:
    if not reading.text.strip():
        raise ReviewerError(ProblemCode.NO_TEXT, name=name)
    reading = with_structure(reading)
    progress(Progress(Step.TYPESETTING))
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
        parent=parent,
    )
    return OpenedDocument(document, original, galley.pdf)


def _child_of(parent: str | None, opened: OpenedDocument) -> OpenedDocument:
    if parent is None:
        return opened
    return msgspec.structs.replace(opened, document=msgspec.structs.replace(opened.document, parent=parent))
