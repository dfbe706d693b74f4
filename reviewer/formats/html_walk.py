"""Writes the text of an HTML tree as a browser shows it: white space collapsed, blocks apart, hidden parts left out."""

import re

from lxml import html

from reviewer.formats.html_roles import BLOCKS, NOT_TEXT, furniture_of, is_hidden, is_standfirst
from reviewer.formats.text_builder import CELL_GAP, LINE_GAP, PARAGRAPH_GAP, TextBuilder
from reviewer.model.document import BlockKind, Furniture

_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_PARAGRAPH_BREAK = re.compile(r"\n{2,}")
_KINDS = {
    "h1": BlockKind.HEADING,
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING,
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "summary": BlockKind.HEADING,
}
_KEPT_INSIDE = (BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
_REMOTE_ATTRIBUTES = ("src", "href", "data", "srcset", "poster")
_REMOTE_TAGS = frozenset(
    ("img", "iframe", "video", "audio", "source", "embed", "object", "script", "picture", "track", "frame", "input")
)
_DATA_CELL_LENGTH = 400
_LONGEST_STANDFIRST = 400


class HtmlWalk:
    """Writes the elements of a page into a `TextBuilder`.

    `remote` counts what the page would have fetched, `hidden` the elements with text that a browser does not show.
    """

    def __init__(self, out: TextBuilder, headline: html.HtmlElement | None = None) -> None:
        self.out = out
        self.remote = 0
        self.hidden = 0
        self._headline = headline
        self._buffer: list[str] = []
        self._gap = PARAGRAPH_GAP
        self._kind = BlockKind.PARAGRAPH
        self._furniture: Furniture | None = None
        self._keeps_space = False
        self._in_paragraph = False

    def walk(self, root: html.HtmlElement) -> None:
        """Write everything below an element."""
        self._element(root)
        self._flush()

    def _element(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        self._count_remote(element)
        if tag in NOT_TEXT:
            for inner in element.iterdescendants():
                self._count_remote(inner)
            return
        if is_hidden(element):
            self.hidden += 1 if element.text_content().strip() else 0
            return
        if tag == "br":
            self._buffer.append("\n")
        elif tag == "table" and _is_data_table(element):
            self._table(element)
        elif tag in BLOCKS and not (tag == "button" and self._in_paragraph):
            self._block(element)
        else:
            self._content(element)

    def _content(self, element: html.HtmlElement) -> None:
        self._text(element.text)
        for child in element:
            self._element(child)
            self._text(child.tail)

    def _block(self, element: html.HtmlElement) -> None:
        self._flush()
        before = self._kind, self._furniture, self._keeps_space, self._in_paragraph
        self._furniture = self._furniture or furniture_of(element)
        self._kind = self._kind_of(element)
        self._keeps_space = self._keeps_space or element.tag == "pre"
        self._in_paragraph = element.tag == "p"
        self._content(element)
        self._flush()
        self._kind, self._furniture, self._keeps_space, self._in_paragraph = before

    def _kind_of(self, element: html.HtmlElement) -> BlockKind:
        if element is self._headline:
            self._furniture = None
            return BlockKind.HEADLINE
        names_standfirst = self._headline is not None and is_standfirst(element)
        if names_standfirst and len(element.text_content()) <= _LONGEST_STANDFIRST:
            return BlockKind.STANDFIRST
        own = _KINDS.get(str(element.tag))
        if own is not None:
            return own
        return self._kind if self._kind in _KEPT_INSIDE or self._kind is BlockKind.STANDFIRST else BlockKind.PARAGRAPH

    def _table(self, table: html.HtmlElement) -> None:
        self._flush()
        before = self._furniture
        self._furniture = self._furniture or furniture_of(table)
        row_gap = PARAGRAPH_GAP
        for child in table.iter("caption", "tr"):
            if child.tag == "caption":
                self._write(_collapsed(child.text_content()), BlockKind.CAPTION, PARAGRAPH_GAP)
                continue
            gap = row_gap
            for cell in child.iterchildren("td", "th"):
                words = _collapsed(_visible_text(cell))
                if words:
                    self._write(words, BlockKind.TABLE_CELL, gap)
                    gap, row_gap = CELL_GAP, LINE_GAP
        self._furniture = before

    def _text(self, piece: str | None) -> None:
        if piece:
            self._buffer.append(piece if self._keeps_space else _SPACE.sub(" ", piece))

    def _flush(self) -> None:
        if not self._buffer:
            return
        joined = "".join(self._buffer)
        self._buffer.clear()
        if self._keeps_space:
            self._write(joined.strip("\r\n"), self._kind, PARAGRAPH_GAP)
            return
        for paragraph in _PARAGRAPH_BREAK.split(_AROUND_BREAK.sub("\n", re.sub(" {2,}", " ", joined))):
            self._write(paragraph.strip(" \n"), self._kind, PARAGRAPH_GAP)

    def _write(self, words: str, kind: BlockKind, gap: str) -> None:
        if words.strip():
            self.out.add(words, kind, self._furniture, gap)

    def _count_remote(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag in _REMOTE_TAGS or (tag == "link" and "stylesheet" in (element.get("rel") or "").lower()):
            addresses = (element.get(name) or "" for name in _REMOTE_ATTRIBUTES)
            if any(address.strip().lower().startswith(("http:", "https:", "//")) for address in addresses):
                self.remote += 1


def _is_data_table(table: html.HtmlElement) -> bool:
    """A table that lays out a page holds tables, headings or long text; one of data does not."""
    if table.find(".//table") is not None or table.find(".//h1") is not None or table.find(".//blockquote") is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    if not rows or max(map(len, rows)) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    return all(len(cell.findall(".//p")) <= 1 and len(cell.text_content()) <= _DATA_CELL_LENGTH for cell in cells)


def _visible_text(element: html.HtmlElement) -> str:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_TEXT and not is_hidden(child):
            pieces.append("\n" if child.tag == "br" else _visible_text(child))
            if child.tag in BLOCKS:
                pieces.append("\n")
        pieces.append(child.tail or "")
    return "".join(pieces)


def _collapsed(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")
