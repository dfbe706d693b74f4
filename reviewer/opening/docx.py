"""Reads DOCX files, every part of them."""

from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.document import BlockKind, Notice, NoticeCode
from reviewer.opening.paragraphs import split_at_line_breaks
from reviewer.opening.reading import Reading, notices_of_writing

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(name: str, content: bytes) -> Reading:
    """Read a DOCX file. Raises ReviewerError: DAMAGED, EXPANDS_TOO_FAR or TOO_DEEP."""
    read = read_docx_text(name, content)
    signed = (Notice(NoticeCode.SIGNED),) if read.is_signed else ()
    blocks = split_at_line_breaks(read.text, read.blocks)
    return Reading(
        MEDIA_TYPE,
        read.text,
        blocks,
        revisions=read.revisions,
        notices=(*notices_of_writing(read.revisions, read.comment_authors, read.not_read), *signed),
        title=read.title,
        names_no_headings=all(block.kind is not BlockKind.HEADING for block in blocks),
    )
