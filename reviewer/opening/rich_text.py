"""Reads rich text (RTF)."""

from reviewer.formats.rtf_reading import RtfParagraph, read_rtf
from reviewer.formats.text_builder import CELL_GAP, LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind, Furniture
from reviewer.opening.paragraphs import split_at_line_breaks
from reviewer.opening.reading import Reading, notices_of_writing

MEDIA_TYPE = "application/rtf"


def read_rich_text(name: str, content: bytes) -> Reading:
    """Read an RTF file: its body, then notes and comments, then what it prints on each page.

    Hidden and deleted words are kept beside the text. Raises ReviewerError: DAMAGED or TOO_DEEP.
    """
    read = read_rtf(name, content)
    out = TextBuilder()
    for paragraph in (*read.body, *read.notes):
        _write(out, paragraph, None)
    for paragraph in read.heads:
        _write(out, paragraph, Furniture.RUNNING_HEAD)
    comment_authors = [""] * sum(paragraph.kind is BlockKind.COMMENT for paragraph in read.notes)
    blocks = split_at_line_breaks(out.text, out.blocks)
    return Reading(
        MEDIA_TYPE,
        out.text,
        blocks,
        revisions=tuple(out.revisions),
        notices=tuple(notices_of_writing(out.revisions, comment_authors, ["picture"] * read.pictures)),
        title=read.title,
        names_no_headings=all(block.kind is not BlockKind.HEADING for block in blocks),
    )


def _write(out: TextBuilder, paragraph: RtfParagraph, furniture: Furniture | None) -> None:
    gap = CELL_GAP if paragraph.is_next_cell else LINE_GAP if paragraph.is_next_row else PARAGRAPH_GAP
    out.begin(gap)
    for words, state in paragraph.runs:
        if state is None:
            out.write(words)
        else:
            out.mark_removed(state, words)
    out.end(paragraph.kind, furniture)
