"""Typesetting: text and blocks become the pages of a galley, with line numbers printed.

Lines are set by us, word by word, so that the place of every word is known by construction and nothing has to be
read back from the PDF. The text is never changed: what is printed are its words, in its order.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Page, Word, WordArray
from reviewer.model.geometry import Box
from reviewer.pages import styles
from reviewer.pages.canvas import GREY, PALE, Colour, TextStream
from reviewer.pages.fonts import Face, FontBook
from reviewer.pages.lines import LineBreaker, Piece, Setting, printed_lines, raw_lines
from reviewer.pages.pdf_writer import PdfWriter
from reviewer.pages.styles import Style, style_of
from reviewer.pages.table_rows import column_widths, table_rows

_ASCENT, _DESCENT = 0.92, 0.28
_NARROWEST_WORD = 0.5
_COLUMNS_OF_SPACES = re.compile(r"\S(?:\t+| {3,})\S")
_MAIL_LABEL = re.compile(r"[\w-]{2,30}:")
_LIST_MARK = re.compile(r"(?:[•▪‣◦●■*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_LONGEST_KEPT_GROUP = 12
_MONO_ADVANCE = 0.6
_ROUNDING = 0.1
_FOLIO_WIDTH = 40.0


class Galley(msgspec.Struct, frozen=True):
    """A document's pages as PDF, and where each word of its text stands on them."""

    pdf: bytes
    pages: tuple[Page, ...]


class _Row(msgspec.Struct):
    """What stands on one baseline: pieces with the x of their column; `keeps` ties it to the row after it."""

    style: Style
    columns: list[tuple[float, list[Piece]]]
    before: float = 0.0
    keeps: bool = False


def typeset(text: str, blocks: Sequence[Block], title: str = "") -> Galley:
    """Set text into pages.

    Every code point that is not white space lies in exactly one word of one page, whether a block covers it or not;
    the words of a page are in text order and the pages divide the text without a gap. Lines are numbered from 1 on
    each page and every text line counts, furniture too. `title` is printed in the foot with the page number. Empty
    text gives one empty page.
    """
    writer = PdfWriter()
    setter = _PageSetter(writer, len(text), title)
    for group in _groups(_rows(text, blocks, writer.book)):
        setter.add_group(group)
    pages = setter.finish()
    pdf = writer.finish({"title": title} if title else None)
    content = pdf.save()
    pdf.close()
    return Galley(content, pages)


def _covering_blocks(length: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """Go through blocks that together cover the whole text; what no block covers is a paragraph."""
    at = 0
    for block in blocks:
        start, end = max(block.start, at), min(block.end, length)
        if start >= end:
            continue
        if start > at:
            yield Block(at, start, BlockKind.PARAGRAPH)
        yield block if (start, end) == (block.start, block.end) else Block(start, end, block.kind, block.furniture)
        at = end
    if at < length:
        yield Block(at, length, BlockKind.PARAGRAPH)


def _rows(text: str, blocks: Sequence[Block], book: FontBook) -> Iterator[_Row]:
    space, follows_mail_header = 0.0, False
    cells: list[Block] = []
    for block in _covering_blocks(len(text), blocks):
        is_blank = not text[block.start : block.end].strip()
        if block.kind is BlockKind.TABLE_CELL and block.furniture is None:
            cells.append(block)
            continue
        if is_blank:
            continue
        if cells:
            yield from _spaced(_table(text, cells, book), space)
            cells, space = [], 6.5
        style = style_of(block)
        is_mail_header = block.kind is BlockKind.MAIL_HEADER
        if follows_mail_header and not is_mail_header:
            space = styles.AFTER_MAIL_HEADER
        yield from _spaced(_block_rows(text, block, style, book), max(space, style.before))
        space, follows_mail_header = style.after, is_mail_header
    if cells:
        yield from _spaced(_table(text, cells, book), space)


def _spaced(rows: Sequence[_Row], space: float) -> Sequence[_Row]:
    if rows:
        rows[0].before = space
    return rows


def _block_rows(text: str, block: Block, style: Style, book: FontBook) -> list[_Row]:
    preformatted = block.furniture is None and _is_preformatted(text, block)
    if preformatted:
        style = _fitting(text, block)
    label = _MAIL_LABEL.match(text, block.start, block.end) if block.kind is BlockKind.MAIL_HEADER else None
    setting = Setting(style.face, style.size, styles.MEASURE - style.indent, label.end() if label else 0)
    breaker = LineBreaker(text, setting, book)
    rows = []
    for start, end in (raw_lines if preformatted else printed_lines)(text, block.start, block.end):
        lines = breaker.break_line(start, end)
        rows += [_Row(style, [(style.indent, line)]) for line in lines]
        if lines and block.kind is BlockKind.LIST_ITEM and _LIST_MARK.match(text, start, end):
            rows[-len(lines)].columns = [(style.indent - _hang(lines[0], style), lines[0])]
    if len(rows) > 1:
        rows[0].keeps = rows[-2].keeps = True
    if style.keeps_with_next:
        for row in rows:
            row.keeps = True
    return rows


def _hang(line: Sequence[Piece], style: Style) -> float:
    """Return how far a line with a list mark stands out, so that the words after the mark are in line."""
    return min(line[1].x, style.indent) if len(line) > 1 else 0.0


def _is_preformatted(text: str, block: Block) -> bool:
    """Return whether most lines hold columns kept apart by spaces or tabulators."""
    lines = [text[start:end] for start, end in raw_lines(text, block.start, block.end) if text[start:end].strip()]
    return len(lines) > 1 and 2 * sum(1 for line in lines if _COLUMNS_OF_SPACES.search(line)) > len(lines)


def _fitting(text: str, block: Block) -> Style:
    style = styles.PREFORMATTED
    longest = max(len(text[start:end].expandtabs()) for start, end in raw_lines(text, block.start, block.end))
    size = min(style.size, (styles.MEASURE - _ROUNDING) / (longest * _MONO_ADVANCE))
    size = max(size, styles.SMALLEST_PREFORMATTED)
    return msgspec.structs.replace(style, size=size, leading=size * 1.5)


def _table(text: str, cells: Sequence[Block], book: FontBook) -> list[_Row]:
    rows: list[_Row] = []
    for table_row in table_rows(text, cells):
        widths = column_widths(text, table_row.columns, styles.MEASURE)
        set_cells = []
        for (x, width), cell in zip(widths, table_row.cells, strict=False):
            style = style_of(cell)
            breaker = LineBreaker(text, Setting(style.face, style.size, width), book)
            lines = [
                line
                for start, end in printed_lines(text, cell.start, cell.end)
                for line in breaker.break_line(start, end)
            ]
            set_cells.append((x, lines))
        rows += _side_by_side(set_cells, style_of(table_row.cells[0]))
    return rows


def _side_by_side(cells: Sequence[tuple[float, list[list[Piece]]]], style: Style) -> list[_Row]:
    height = max((len(lines) for _, lines in cells), default=0)
    if height * style.leading > styles.BOTTOM - styles.TOP:
        return [_Row(style, [(x, line)]) for x, lines in cells for line in lines]
    rows = []
    for index in range(height):
        columns = [(x, lines[index]) for x, lines in cells if index < len(lines)]
        rows.append(_Row(style, columns, style.after if index == 0 else 0.0, keeps=index < height - 1))
    return rows


def _groups(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """Go through rows that must stand on one page together."""
    group: list[_Row] = []
    for row in rows:
        group.append(row)
        side_by_side = len(row.columns) > 1
        if not row.keeps or (len(group) >= _LONGEST_KEPT_GROUP and not side_by_side):
            yield group
            group = []
    if group:
        yield group


class _PageSetter:
    """Puts rows on pages one below the other."""

    def __init__(self, writer: PdfWriter, text_length: int, title: str) -> None:
        self._writer = writer
        self._book = writer.book
        self._length = text_length
        self._title = title
        self._finished: list[tuple[list[Word], int]] = []
        self._words: list[Word] = []
        self._stream = TextStream()
        self._y = styles.TOP
        self._line = 0

    def add_group(self, rows: Sequence[_Row]) -> None:
        """Add rows that belong together, on a new page if this one has not room enough for them."""
        height = sum(row.before + row.style.leading for row in rows)
        if self._line and self._y + height > styles.BOTTOM:
            self._finish_page()
        for row in rows:
            if self._line and self._y + row.before + row.style.leading > styles.BOTTOM:
                self._finish_page()
            self._add_row(row)

    def finish(self) -> tuple[Page, ...]:
        """Return the pages; their stretches of text meet without a gap."""
        if self._line or not self._finished:
            self._finish_page()
        starts = [first for _, first in self._finished]
        starts[0] = 0
        ends = [*starts[1:], self._length]
        return tuple(
            Page(number, styles.PAGE_WIDTH, styles.PAGE_HEIGHT, WordArray.pack(words), start, end)
            for number, ((words, _), start, end) in enumerate(zip(self._finished, starts, ends, strict=True), 1)
        )

    def _add_row(self, row: _Row) -> None:
        style = row.style
        self._y += row.before if self._line else 0.0
        self._line += 1
        baseline = self._y + (style.leading + style.size * (_ASCENT - _DESCENT)) / 2
        top, bottom = baseline - _ASCENT * style.size, baseline + _DESCENT * style.size
        pdf_baseline = styles.PAGE_HEIGHT - baseline
        for column, pieces in row.columns:
            left = styles.LEFT + column
            self._stream.line(
                pdf_baseline, [(left + piece.x, piece.shaped) for piece in pieces], style.size, style.colour
            )
            for start, end, x, width, _, _ in pieces:
                box = Box(left + x, top, left + x + max(width, _NARROWEST_WORD), bottom)
                self._words.append(Word(start, end, self._line, box))
        self._print_small(str(self._line), styles.NUMBER_RIGHT, pdf_baseline, GREY if self._line % 5 == 0 else PALE)
        self._y += style.leading

    def _print_small(self, text: str, right: float, y: float, colour: Colour) -> None:
        shaped = self._book.shape(Face.SANS, text)
        x = right - shaped.advance * styles.NUMBER_SIZE
        self._stream.line(y, [(x, shaped)], styles.NUMBER_SIZE, colour)

    def _finish_page(self) -> None:
        self._print_foot(len(self._finished) + 1)
        self._writer.add_content(styles.PAGE_WIDTH, styles.PAGE_HEIGHT, self._stream.content)
        self._words.sort(key=lambda word: word.start)
        first = self._words[0].start if self._words else 0
        self._finished.append((self._words, first))
        self._words, self._stream = [], TextStream()
        self._y, self._line = styles.TOP, 0

    def _print_foot(self, number: int) -> None:
        y = styles.PAGE_HEIGHT - styles.FOOT
        self._print_small(f"p {number}", styles.LEFT + styles.MEASURE, y, PALE)
        title = self._title
        while title and self._book.width(Face.SANS, title, styles.NUMBER_SIZE) > styles.MEASURE - _FOLIO_WIDTH:
            title = title[: len(title) * 9 // 10]
        shaped = self._book.shape(Face.SANS, title)
        self._stream.line(y, [(styles.LEFT, shaped)], styles.NUMBER_SIZE, PALE)
