"""What every document gets once it is read: furniture, headline, headings, day of publication, embargo notice."""

from collections.abc import Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Furniture, Notice, NoticeCode
from reviewer.model.request import OpenedDocument
from reviewer.opening.furniture import mark_furniture
from reviewer.opening.headline import mark_headings, mark_headline
from reviewer.opening.publication_date import find_publication_date
from reviewer.opening.reading import Reading


def with_structure(reading: Reading) -> Reading:
    """Return the reading with furniture, headline and headings marked and the day of publication filled in.

    Headings are looked for only where the file names none: in bare text. The headline is the title of the galley
    when the file has no title of its own.
    """
    blocks = mark_headline(reading.text, mark_furniture(reading.text, reading.blocks))
    if reading.names_no_headings:
        blocks = mark_headings(reading.text, blocks)
    published = reading.published or find_publication_date(reading.text, blocks)
    title = reading.title or _headline(reading.text, blocks)
    return msgspec.structs.replace(reading, blocks=blocks, published=published, title=title)


def with_structure_of_pdf(opened: OpenedDocument) -> OpenedDocument:
    """Return a PDF's document with what its reader left open filled in; its galley is its own pages and stays."""
    document = opened.document
    blocks = mark_headline(document.text, mark_furniture(document.text, document.blocks))
    completed = msgspec.structs.replace(
        document,
        blocks=blocks,
        published=document.published or find_publication_date(document.text, blocks),
        notices=with_embargo_notice(document.text, blocks, document.notices),
    )
    return msgspec.structs.replace(opened, document=completed)


def with_embargo_notice(text: str, blocks: Sequence[Block], notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Return the notices with one for the first embargo line, unless there is one already."""
    if any(notice.code is NoticeCode.EMBARGO for notice in notices):
        return notices
    for block in blocks:
        if block.furniture is Furniture.EMBARGO:
            line = " ".join(block.span.of(text).split())
            return (*notices, Notice(NoticeCode.EMBARGO, {"text": line}))
    return notices


def _headline(text: str, blocks: Sequence[Block]) -> str:
    for block in blocks:
        if block.kind is BlockKind.HEADLINE:
            return " ".join(block.span.of(text).split())
    return ""
