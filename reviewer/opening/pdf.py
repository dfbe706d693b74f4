"""Reads a PDF: its own pages are the galley, and its text is what stands on them."""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from reviewer.model.document import Document, Notice, NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import OpenedDocument, Progress, Step
from reviewer.opening.furniture import mark_furniture
from reviewer.pages.mupdf import Pdf
from reviewer.pages.reading import PdfReading, page_ranges, read_pdf_pages

MEDIA_TYPE = "application/pdf"

Result = TypeVar("Result")


def _no_report(_progress: Progress) -> None:
    """Report to nobody."""


def read_pdf(
    name: str,
    content: bytes,
    password: str | None = None,
    progress: Callable[[Progress], None] = _no_report,
    *,
    recognise: bool = False,
) -> OpenedDocument:
    """Read a PDF into a document; what its text holds is said in `pages.reading.PdfReading`.

    The galley is the file itself; of an encrypted or damaged file it is a decrypted or repaired copy. Values filled
    into form fields are part of the text. A file without any text is opened all the same, with a notice. Attachments
    are noticed here and opened by the caller.

    Raises ReviewerError with EMPTY_FILE, DAMAGED, NO_PAGES, PASSWORD_NEEDED or PASSWORD_WRONG.
    """
    pdf = Pdf.open(content, password, name)
    try:
        galley = _galley(pdf, content, name)
        notices = list(_notices(pdf))
        if any(notice.code is NoticeCode.FORM_VALUES for notice in notices):
            _or(None, pdf.bake_form_fields)
        step = Step.RECOGNISING if recognise else Step.READING
        reading = read_pdf_pages(pdf, lambda done, total: progress(Progress(step, done, total)), recognise=recognise)
    finally:
        pdf.close()
    if not reading.pages:
        raise ReviewerError(ProblemCode.NO_PAGES, name=name)
    document = Document(
        id=hashlib.sha256(content).hexdigest(),
        name=name,
        media_type=MEDIA_TYPE,
        text=reading.text,
        blocks=mark_furniture(reading.text, reading.blocks),
        pages=reading.pages,
        typeset=False,
        notices=(*notices, *(reading.notices or _no_text_at_all(reading))),
    )
    return OpenedDocument(document, content, galley)


def _galley(pdf: Pdf, content: bytes, name: str) -> bytes:
    """Return a copy without password or fault; a fault that cannot be written away is left for each opening."""
    if not (pdf.is_encrypted or pdf.is_repaired):
        return content
    try:
        return pdf.save(drop_unused=False)
    except ReviewerError as error:
        if pdf.is_encrypted:
            raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="it cannot be decrypted") from error
        return content


def _or(otherwise: Result, ask: Callable[[], Result]) -> Result:
    """Return the answer, or something else where a broken part of the file prevents one."""
    try:
        return ask()
    except ReviewerError:
        return otherwise


def _notices(pdf: Pdf) -> Iterator[Notice]:
    if pdf.is_repaired:
        yield Notice(NoticeCode.REPAIRED)
    if _or(False, pdf.is_signed):
        yield Notice(NoticeCode.SIGNED)
    no_names: list[str] = []
    if names := _or(no_names, pdf.attachment_names):
        yield Notice(NoticeCode.ATTACHMENTS, {"count": str(len(names)), "names": ", ".join(names)})
    numbers = range(1, pdf.page_count + 1)
    annotated = {number: _or(0, partial(pdf.annotation_count, number)) for number in numbers}
    if pages := [number for number, count in annotated.items() if count]:
        yield Notice(NoticeCode.ANNOTATIONS, {"count": str(sum(annotated.values())), "page": page_ranges(pages)})
    if _or(False, pdf.is_form) and (values := sum(_or(0, partial(_form_values, pdf, number)) for number in numbers)):
        yield Notice(NoticeCode.FORM_VALUES, {"count": str(values)})


def _no_text_at_all(reading: PdfReading) -> tuple[Notice, ...]:
    """Say that pages without pictures hold no words that show, as of text that lies outside what is displayed."""
    if reading.text.strip():
        return ()
    pages = page_ranges([page.number for page in reading.pages])
    return (Notice(NoticeCode.PART_NOT_READ, {"page": pages, "part": "no visible text", "reason": "no_text"}),)


def _form_values(pdf: Pdf, number: int) -> int:
    return len(pdf.page(number).form_values())
