"""Reads DOCX files, every part of them."""

from collections import Counter
from collections.abc import Iterable

from reviewer.formats.docx_reading import DocxText, read_docx_text
from reviewer.model.document import BlockKind, Notice, NoticeCode, RevisionState
from reviewer.opening.paragraphs import split_at_line_breaks
from reviewer.opening.reading import Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(name: str, content: bytes) -> Reading:
    """Read a DOCX file. Raises ReviewerError: DAMAGED, EXPANDS_TOO_FAR or TOO_DEEP."""
    read = read_docx_text(name, content)
    blocks = split_at_line_breaks(read.text, read.blocks)
    return Reading(
        MEDIA_TYPE,
        read.text,
        blocks,
        revisions=read.revisions,
        notices=tuple(_notices(read)),
        title=read.title,
        names_no_headings=all(block.kind is not BlockKind.HEADING for block in blocks),
    )


def _notices(read: DocxText) -> list[Notice]:
    notices = []
    tracked = [revision for revision in read.revisions if revision.state is not RevisionState.HIDDEN]
    hidden = len(read.revisions) - len(tracked)
    if tracked:
        authors = _names(revision.author for revision in tracked)
        notices.append(Notice(NoticeCode.TRACKED_CHANGES, {"count": str(len(tracked)), "authors": authors}))
    if hidden:
        notices.append(Notice(NoticeCode.HIDDEN_TEXT, {"count": str(hidden)}))
    if read.comment_authors:
        count = str(len(read.comment_authors))
        notices.append(Notice(NoticeCode.COMMENTS, {"count": count, "authors": _names(read.comment_authors)}))
    for part, count_of_part in Counter(read.not_read).items():
        notices.append(Notice(NoticeCode.PART_NOT_READ, {"part": part, "count": str(count_of_part)}))
    if read.is_signed:
        notices.append(Notice(NoticeCode.SIGNED))
    return notices


def _names(authors: Iterable[str]) -> str:
    return ", ".join(sorted({author for author in authors if author}))
