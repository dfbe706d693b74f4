"""What each reader hands back before the galley is made."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from reviewer.model.document import Block, Notice, NoticeCode, Revision, RevisionState


def notices_of_writing(
    revisions: Sequence[Revision], comment_authors: Sequence[str], not_read: Sequence[str]
) -> list[Notice]:
    """Return what is to be known of a written document: tracked changes, hidden words, comments, parts not read.

    `comment_authors` has one entry a comment and `not_read` one a part; an empty author is one that is not named.
    """
    tracked = [revision for revision in revisions if revision.state is not RevisionState.HIDDEN]
    counted = (
        (NoticeCode.TRACKED_CHANGES, len(tracked), {"authors": _names(revision.author for revision in tracked)}),
        (NoticeCode.HIDDEN_TEXT, len(revisions) - len(tracked), {}),
        (NoticeCode.COMMENTS, len(comment_authors), {"authors": _names(comment_authors)}),
        *((NoticeCode.PART_NOT_READ, count, {"part": part}) for part, count in Counter(not_read).items()),
    )
    return [Notice(code, {"count": str(count), **more}) for code, count, more in counted if count]


def _names(authors: Iterable[str]) -> str:
    return ", ".join(sorted({author for author in authors if author}))


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
