"""Reads a PDF: its own pages are the galley, and its text is what stands on them."""

import hashlib
from collections.abc import Callable, Iterator

from reviewer.model.document import Document, Notice, NoticeCode
from reviewer.model.request import OpenedDocument, Progress, Step
from reviewer.opening.furniture import mark_furniture
from reviewer.pages.mupdf import Pdf
from reviewer.pages.reading import page_ranges, read_pdf_pages

MEDIA_TYPE = "application/pdf"


def _no_report(_progress: Progress) -> None:
    """Report to nobody."""


def read_pdf(
    name: str,
    content: bytes,
    password: str | None = None,
    progress: Callable[[Progress], None] = _no_report,
) -> OpenedDocument:
    """Read a PDF into a document; what its text holds is said in `pages.reading.PdfReading`.

    The galley is the file itself; of an encrypted or damaged file it is a decrypted or repaired copy. Values filled
    into form fields are part of the text. A file without any text is opened all the same, with a notice. Attachments
    are not opened, only noticed.

    Raises ReviewerError with EMPTY_FILE, DAMAGED, NO_PAGES, PASSWORD_NEEDED or PASSWORD_WRONG.
    """
    pdf = Pdf.open(content, password, name)
    try:
        galley = pdf.save(drop_unused=False) if pdf.is_encrypted or pdf.is_repaired else content
        notices = list(_notices(pdf))
        if any(notice.code is NoticeCode.FORM_VALUES for notice in notices):
            pdf.bake_form_fields()
        reading = read_pdf_pages(pdf, lambda done, total: progress(Progress(Step.READING, done, total)))
    finally:
        pdf.close()
    document = Document(
        id=hashlib.sha256(content).hexdigest(),
        name=name,
        media_type=MEDIA_TYPE,
        text=reading.text,
        blocks=mark_furniture(reading.text, reading.blocks),
        pages=reading.pages,
        typeset=False,
        notices=(*notices, *reading.notices),
    )
    return OpenedDocument(document, content, galley)


def _notices(pdf: Pdf) -> Iterator[Notice]:
    if pdf.is_repaired:
        yield Notice(NoticeCode.REPAIRED)
    if pdf.is_signed():
        yield Notice(NoticeCode.SIGNED)
    if names := pdf.attachment_names():
        yield Notice(NoticeCode.ATTACHMENTS, {"count": str(len(names)), "names": ", ".join(names)})
    if annotated := pdf.annotation_counts():
        yield Notice(
            NoticeCode.ANNOTATIONS, {"count": str(sum(annotated.values())), "page": page_ranges(sorted(annotated))}
        )
    if values := pdf.form_value_count():
        yield Notice(NoticeCode.FORM_VALUES, {"count": str(values)})
