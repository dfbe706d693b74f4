"""What each reader hands back before the galley is made."""

import msgspec

from reviewer.model.document import Block, Notice, NoticeCode, Revision


def counted_notices(*counted: tuple[NoticeCode, int, dict[str, str]]) -> list[Notice]:
    """Return a notice for each code whose count is not nought."""
    return [Notice(code, {"count": str(count), **more}) for code, count, more in counted if count]


class Attachment(msgspec.Struct, frozen=True):
    """A file inside a file: its name as given, its bytes."""

    name: str
    content: bytes


class Reading(msgspec.Struct, frozen=True):
    """A file's text and what stands where in it; offsets are code points.

    `title` names the galley's PDF. `published` is an ISO date. `attachments` become documents of their own.
    `names_no_headings` is true of bare text, whose headings have to be told by their form.
    """

    media_type: str
    text: str
    blocks: tuple[Block, ...]
    revisions: tuple[Revision, ...] = ()
    notices: tuple[Notice, ...] = ()
    published: str | None = None
    title: str = ""
    attachments: tuple[Attachment, ...] = ()
    names_no_headings: bool = False
