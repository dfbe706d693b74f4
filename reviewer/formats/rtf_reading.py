"""The text of a rich text file (RTF 1.9.1): paragraphs, cells and notes, with hidden and deleted words kept apart."""

import msgspec

from reviewer.formats.rtf_tokens import Token, TokenKind, encoding_of_font, encoding_of_page, tokens_of
from reviewer.model.document import BlockKind, RevisionState
from reviewer.model.problem import ProblemCode, ReviewerError

_DEEPEST = 2_000
_SIGNS = {
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "tab": "\t",
    "emdash": "\u2014",
    "endash": "\u2013",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column"})
_NOTES = {"footnote": BlockKind.FOOTNOTE, "annotation": BlockKind.COMMENT}
_HEADS = {
    f"{word}{side}": kind
    for word, kind in (("header", BlockKind.PAGE_HEADER), ("footer", BlockKind.PAGE_FOOTER))
    for side in ("", "l", "r", "f")
}
_NAMES_WITHOUT_TEXT = """
    colortbl stylesheet pict object objdata objclass objname themedata datastore generator listtable listoverridetable
    revtbl rsidtbl fldinst filetbl template password private xe tc bkmkstart bkmkend atnid atnauthor atnref atndate
    atnicn atnparent pn pntext pntxta pntxtb xmlnstbl mmathPr latentstyles nonshppict sp sn sv docvar ftnsep ftnsepc
    aftnsep aftnsepc pgptbl background formfield nextfile passwordhash blipuid picprop
"""
_NO_TEXT = frozenset(_NAMES_WITHOUT_TEXT.split())
"""Destinations whose words are not part of what the file says."""

_OPTIONAL_WITH_TEXT = frozenset({"shptxt", "shpinst", "shp", "ud"})


class RtfParagraph(msgspec.Struct):
    """A paragraph or cell: runs of text, each with the state that keeps it apart, None for text that shows."""

    kind: BlockKind = BlockKind.PARAGRAPH
    runs: list[tuple[str, RevisionState | None]] = msgspec.field(default_factory=list)
    is_next_cell: bool = False
    is_next_row: bool = False


class RtfText(msgspec.Struct):
    """What a file says: `body` in its order, `notes` after it, `heads` of its pages, its `title`."""

    body: list[RtfParagraph] = msgspec.field(default_factory=list)
    notes: list[RtfParagraph] = msgspec.field(default_factory=list)
    heads: list[RtfParagraph] = msgspec.field(default_factory=list)
    title: str = ""
    pictures: int = 0


class _Group(msgspec.Struct):
    skipped: bool = False
    place: str = "body"
    kind: BlockKind = BlockKind.PARAGRAPH
    hidden: bool = False
    deleted: bool = False
    font: int = -1
    fallback: int = 1
    font_table: bool = False
    in_table: bool = False


def read_rtf(name: str, content: bytes) -> RtfText:
    """Read a file. Raises ReviewerError: DAMAGED when it is no rich text, TOO_DEEP for 2,000 groups in one another."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="it does not begin as rich text")
    return _Reader(name).read(content.lstrip())


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._text = RtfText()
        self._groups = [_Group()]
        self._open: dict[str, RtfParagraph] = {}
        self._page_encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._pending = b""
        self._skip = 0
        self._begins = False
        self._is_optional = False
        self._after_cell = self._after_row = False
        self._title: list[str] = []
        self._half = ""

    def read(self, content: bytes) -> RtfText:
        for token in tokens_of(content):
            if token.kind is TokenKind.BYTES:
                self._take_bytes(token.content)
                continue
            self._flush()
            if token.kind is TokenKind.OPEN:
                self._begin_group()
            elif token.kind is TokenKind.CLOSE:
                if not self._end_group():
                    break
            elif token.kind is TokenKind.SYMBOL:
                self._symbol(token.name)
            else:
                self._word(token)
        self._flush()
        for place in list(self._open):
            self._end_paragraph(place)
        self._text.title = "".join(self._title).strip()
        return self._text

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def _begin_group(self) -> None:
        if len(self._groups) > _DEEPEST:
            raise ReviewerError(ProblemCode.TOO_DEEP, name=self._name)
        self._groups.append(msgspec.structs.replace(self._group))
        self._begins, self._is_optional = True, False

    def _end_group(self) -> bool:
        """Close a group; return whether the file goes on."""
        closed = self._groups.pop()
        self._begins = self._is_optional = False
        self._skip = 0
        if len(self._groups) <= 1:
            return False
        if closed.place != self._group.place and closed.place in self._open:
            self._end_paragraph(closed.place)
        return True

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_optional = True
            return
        self._begins = False
        if symbol in "\r\n":
            self._end_paragraph(self._group.place)
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, token: Token) -> None:
        begins, optional = self._begins, self._is_optional
        self._begins = self._is_optional = False
        word, number, group = token.name, token.number, self._group
        if begins and self._enter(word, optional):
            return
        if word == "u":
            self._unicode(number)
        elif group.font_table:
            self._describe_font(word, number)
        elif word == "ansicpg":
            self._page_encoding = encoding_of_page(number or 1252, self._page_encoding)
        elif word == "mac":
            self._page_encoding = "mac_roman"
        elif word == "f":
            group.font = number if number is not None else -1
        elif word == "uc":
            group.fallback = max(0, number or 0)
        elif not group.skipped:
            self._layout(word, number, group)

    def _layout(self, word: str, number: int | None, group: _Group) -> None:
        if word in _PARAGRAPH_ENDS:
            self._end_paragraph(group.place)
        elif word in ("cell", "nestcell"):
            self._end_paragraph(group.place, is_cell=True)
        elif word in ("row", "nestrow"):
            self._after_row = True
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "v":
            group.hidden = number != 0
        elif word == "deleted":
            group.deleted = number != 0
        elif word == "plain":
            group.hidden = group.deleted = False
        elif word == "intbl":
            group.in_table = True
        elif word == "pard":
            group.in_table = False
            self._paragraph(group).kind = group.kind
        elif word == "outlinelevel" and group.kind is BlockKind.PARAGRAPH:
            self._paragraph(group).kind = BlockKind.HEADING

    def _enter(self, word: str, optional: bool) -> bool:
        """Take a group's first word as the name of its destination; return whether it was one."""
        group = self._group
        if word == "fonttbl":
            group.font_table = group.skipped = True
        elif word == "info":
            group.skipped = True
        elif word == "title" and group.skipped:
            group.skipped, group.place = False, "title"
        elif word in _NOTES:
            group.place, group.kind = f"note{len(self._text.notes)}", _NOTES[word]
            group.hidden = group.deleted = group.in_table = False
        elif word in _HEADS:
            group.place, group.kind = "heads", _HEADS[word]
        elif word == "shptxt":
            group.skipped, group.kind = False, BlockKind.TEXT_BOX
            group.place = f"note{len(self._text.notes)}"
        elif word == "result":
            group.skipped = False
        elif word in _NO_TEXT or (optional and word not in _OPTIONAL_WITH_TEXT):
            self._text.pictures += word == "pict" and not group.skipped
            group.skipped = True
        else:
            return False
        return True

    def _describe_font(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._group.font = number
        elif word == "fcharset" and number is not None:
            self._fonts[self._group.font] = encoding_of_font(number, "")

    def _unicode(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        self._skip = self._group.fallback
        if 0xD800 <= code < 0xDC00:
            self._half = chr(code)
            return
        pair = (self._half + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self._half = ""
        self._say(pair)

    def _take_bytes(self, content: bytes) -> None:
        self._begins = False
        skipped = min(self._skip, len(content))
        self._skip -= skipped
        self._pending += content[skipped:]

    def _flush(self) -> None:
        """Decode the bytes gathered so far; letters of two bytes may come one byte at a time."""
        if self._pending:
            encoding = self._fonts.get(self._group.font) or self._page_encoding
            pending, self._pending = self._pending, b""
            self._say(pending.decode(encoding, "replace"))

    def _say(self, words: str) -> None:
        group = self._group
        if group.skipped:
            return
        if group.place == "title":
            self._title.append(words)
            return
        state = RevisionState.DELETED if group.deleted else RevisionState.HIDDEN if group.hidden else None
        self._paragraph(group).runs.append((words, state))

    def _paragraph(self, group: _Group) -> RtfParagraph:
        if group.place not in self._open:
            self._open[group.place] = RtfParagraph(group.kind)
        return self._open[group.place]

    def _end_paragraph(self, place: str, is_cell: bool = False) -> None:
        paragraph = self._open.pop(place, None) or RtfParagraph(self._group.kind)
        if is_cell and place == "body":
            paragraph.kind = BlockKind.TABLE_CELL
            paragraph.is_next_cell = self._after_cell and not self._after_row
            paragraph.is_next_row = self._after_cell and self._after_row
            self._after_cell, self._after_row = True, False
        elif place == "body" and paragraph.runs and not self._group.in_table:
            self._after_cell = self._after_row = False
        if paragraph.runs:
            flow = {"body": self._text.body, "heads": self._text.heads}.get(place, self._text.notes)
            flow.append(paragraph)
