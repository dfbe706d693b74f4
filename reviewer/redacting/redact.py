"""Takes marked words and areas out of a file: the one door of this room."""

from collections.abc import Callable

from reviewer.formats.detect import FileKind, detect
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionHit, RedactionOrder
from reviewer.model.request import Progress, Redacted
from reviewer.redacting import docx, html, mail, pdf, plain

Report = Callable[[Progress], None]
Finder = Callable[[str, bytes, RedactionOrder, str | None, Report], tuple[RedactionHit, ...]]
Redactor = Callable[[str, bytes, RedactionOrder, str | None, Report], Redacted]


def find_redactions(
    name: str, content: bytes, order: RedactionOrder, password: str | None = None, progress: Report = lambda _: None
) -> tuple[RedactionHit, ...]:
    """Return every place in a file that an order would remove, in the order of the file's parts.

    Raises ReviewerError as `redact_file` does, except that finding nothing is no error.
    """
    finder = _FINDERS[_kind(name, content)]
    return finder(name, content, order, password, progress)


def redact_file(
    name: str, content: bytes, order: RedactionOrder, password: str | None = None, progress: Report = lambda _: None
) -> Redacted:
    """Return a copy of the file without what the order names; the copy is not yet proved clean.

    Raises ReviewerError: KIND_NOT_SUPPORTED, KIND_NOT_REDACTED, PASSWORD_NEEDED, PASSWORD_WRONG, DAMAGED,
    BAD_EXPRESSION, NOTHING_TO_REDACT when nothing matches, and CANNOT_REDACT when the file cannot be made safe.
    """
    redactor = _REDACTORS[_kind(name, content)]
    return redactor(name, content, order, password, progress)


_FINDERS: dict[FileKind, Finder] = {
    FileKind.PDF: pdf.find_in_pdf,
    FileKind.DOCX: docx.find_in_docx,
    FileKind.HTML: html.find_in_html,
    FileKind.MAIL: mail.find_in_mail,
    FileKind.TEXT: plain.find_in_text,
}
_REDACTORS: dict[FileKind, Redactor] = {
    FileKind.PDF: pdf.redact_pdf,
    FileKind.DOCX: docx.redact_docx,
    FileKind.HTML: html.redact_html,
    FileKind.MAIL: mail.redact_mail,
    FileKind.TEXT: plain.redact_text,
}


_PLAIN_TEXT = (FileKind.DELIMITED, FileKind.SUBTITLES)
_NAMES: dict[FileKind, str] = {
    FileKind.WORKBOOK: "Excel workbook",
    FileKind.OPEN_DOCUMENT: "OpenDocument file",
    FileKind.RICH_TEXT: "rich text",
    FileKind.OUTLOOK: "Outlook message",
    FileKind.MAILBOX: "mailbox",
    FileKind.PICTURE: "picture",
    FileKind.WEB_ADDRESS: "web address",
}


def _kind(name: str, content: bytes) -> FileKind:
    if not content:
        raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
    detected = detect(name, content)
    if detected.kind is FileKind.REFUSED:
        raise ReviewerError(ProblemCode.KIND_NOT_SUPPORTED, name=name, kind=detected.description)
    kind = FileKind.TEXT if detected.kind in _PLAIN_TEXT else detected.kind
    if kind not in _REDACTORS:
        raise ReviewerError(ProblemCode.KIND_NOT_REDACTED, name=name, kind=_NAMES.get(kind, kind.value))
    return kind
