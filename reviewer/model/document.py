"""A document as it was read: its text, blocks, pages and everything that was not plain text."""

import struct
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from reviewer.model.geometry import Box, Span

_PACKED_WORD = struct.Struct("<IIHffff")


class Word(msgspec.Struct, frozen=True):
    """One word, or one line's part of a broken word, as it stands on a page.

    `start` and `end` are code points of the document's text; `line` is the printed line number on its page,
    from 1; `box` is in points from the top left of the visible page.
    """

    start: int
    end: int
    line: int
    box: Box


class WordArray(msgspec.Struct, frozen=True):
    """The words of one page in reading order, 26 bytes each.

    One record a word would cost 295 MB for 2,000 pages; packed they take 21 MB. Unpack a page at a time.
    """

    packed: bytes = b""

    @classmethod
    def pack(cls, words: Iterable[Word]) -> "WordArray":
        """Pack words in the order given."""
        return cls(
            b"".join(_PACKED_WORD.pack(w.start, w.end, w.line, w.box.x0, w.box.y0, w.box.x1, w.box.y1) for w in words)
        )

    def __post_init__(self) -> None:
        """Refuse bytes that are not a whole number of words."""
        if len(self.packed) % _PACKED_WORD.size:
            raise ValueError("a word array of broken length")

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.packed) // _PACKED_WORD.size

    def __iter__(self) -> Iterator[Word]:
        """Unpack the words one after another."""
        for start, end, line, x0, y0, x1, y1 in _PACKED_WORD.iter_unpack(self.packed):
            yield Word(start, end, line, Box(x0, y0, x1, y1))


class Page(msgspec.Struct, frozen=True):
    """One galley page: number from 1, size in points as displayed, its words, and the text it covers."""

    number: int
    width: float
    height: float
    words: WordArray
    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of text is in its document."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_CELL = "table_cell"
    CAPTION = "caption"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    TEXT_BOX = "text_box"
    MAIL_HEADER = "mail_header"


class Furniture(StrEnum):
    """Why a block is page furniture and not part of the story."""

    BROWSER_WARNING = "browser_warning"
    COOKIE_NOTICE = "cookie_notice"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    SHARING = "sharing"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLICATION = "publication"
    CAPTION = "caption"
    END_MARK = "end_mark"
    NOTES = "notes"
    CONTACT = "contact"
    EMBARGO = "embargo"
    RUNNING_HEAD = "running_head"
    OTHER = "other"


class Block(msgspec.Struct, frozen=True):
    """A paragraph-like unit; blocks are in text order and never overlap. Offsets are code points."""

    start: int
    end: int
    kind: BlockKind
    furniture: Furniture | None = None

    @property
    def span(self) -> Span:
        """Return the text covered."""
        return Span(self.start, self.end)


class RevisionState(StrEnum):
    """What a tracked change or hidden run is."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"
    HIDDEN = "hidden"


class Revision(msgspec.Struct, frozen=True):
    """A tracked change or hidden run.

    The document's text is what a reader sees with every change accepted: inserted and moved-to words stand in it,
    so `start..end` covers them. Deleted, moved-away and hidden words do not; they are kept in `removed_text`, and
    `start == end` is where they stood.
    """

    state: RevisionState
    start: int
    end: int
    removed_text: str = ""
    author: str = ""
    at: str = ""


class NoticeCode(StrEnum):
    """Something about the file that an editor must know."""

    HIDDEN_TEXT = "hidden_text"
    TRACKED_CHANGES = "tracked_changes"
    IMAGE_ONLY_PAGE = "image_only_page"
    RECOGNISED = "recognised"
    PART_NOT_READ = "part_not_read"
    ENCODING_GUESSED = "encoding_guessed"
    UNDECODABLE_BYTES = "undecodable_bytes"
    REPAIRED = "repaired"
    COMMENTS = "comments"
    ANNOTATIONS = "annotations"
    FORM_VALUES = "form_values"
    ATTACHMENTS = "attachments"
    ATTACHMENT_NOT_READ = "attachment_not_read"
    SIGNED = "signed"
    EMBARGO = "embargo"
    REMOTE_CONTENT_LEFT_OUT = "remote_content_left_out"


class Notice(msgspec.Struct, frozen=True):
    """A code with its arguments, such as `page`, `part`, `count` or `reason`; the window makes the sentence."""

    code: NoticeCode
    arguments: dict[str, str] = {}


class Document(msgspec.Struct, frozen=True):
    """A file as it was read, once and for good.

    `id` is the sha256 of the file's bytes in hex. `text` is code points as decoded, not normalised; a plain-text
    file keeps its line ends and loses only a byte-order mark. Text, words and galley are stored with the review
    and never recomputed, so that an upgrade moves no locator. `typeset` tells whether the galley was set by us
    (line numbers are printed) or is the file's own pages (line numbers are counted). `published` is the date of
    publication or sending found in the file, ISO, if any. `parent` is the id of the mail or container it came in.
    """

    id: str
    name: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    typeset: bool
    revisions: tuple[Revision, ...] = ()
    notices: tuple[Notice, ...] = ()
    published: str | None = None
    parent: str | None = None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the code point at `offset`, or None between blocks."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            block = self.blocks[middle]
            if offset < block.start:
                high = middle
            elif offset >= block.end:
                low = middle + 1
            else:
                return block
        return None
