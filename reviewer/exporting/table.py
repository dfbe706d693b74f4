"""Tables: columns of set text, rows that do not split, a head that comes back on every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.exporting.book import Book
from reviewer.exporting.setting import Run, SetText
from reviewer.exporting.style import HAIR, INK, TABLE, TABLE_HEAD, Style
from reviewer.formats.pdf_canvas import Canvas

_SPLIT_SHARE = 1 / 3
"""A row higher than this share of the page's body may be split."""

Drawing = Callable[[Canvas, float, float], None]


@dataclass(frozen=True)
class Column:
    """A column: its heading, its left edge in points from the table's, and its width."""

    title: str
    x: float
    width: float


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a cell; `shape` is drawn at its top left and keeps `indent` points free.

    With `most_lines`, text that needs more lines is cut off after the first.
    """

    runs: Sequence[Run] | str
    style: Style = TABLE
    indent: float = 0.0
    shape: Drawing | None = None
    most_lines: int = 0


@dataclass
class Row:
    """Cells of paragraphs. `target` names the row for links; `before` is called with its first page's place."""

    cells: Sequence[Sequence[Paragraph]]
    target: str = ""
    padding: float = 4.0
    heavy_end: bool = False


@dataclass
class Table:
    """A table over the book's measure."""

    book: Book
    columns: Sequence[Column]
    has_head: bool = True
    indent: float = 0.0

    def draw(self, rows: Sequence[Row]) -> None:
        """Draw the rows, going on to further pages as needed."""
        book = self.book
        with book.pdf.tree.node("Table"):
            first = self._set(rows[0]) if rows else []
            if self.has_head:
                if book.room < TABLE_HEAD.leading + 8 + _height(first) + 2 * TABLE.leading:
                    book.ensure(book.grid.last)
                self._head(real=True)
            for place, row in enumerate(rows):
                self._row(row, last=place == len(rows) - 1)

    def _set(self, row: Row) -> list[list[tuple[Paragraph, SetText]]]:
        return [
            [(paragraph, self._set_paragraph(paragraph, column.width - paragraph.indent)) for paragraph in cell]
            for cell, column in zip(row.cells, self.columns, strict=True)
        ]

    def _set_paragraph(self, paragraph: Paragraph, width: float) -> SetText:
        setter = self.book.setter
        text = setter.set(paragraph.runs, paragraph.style, width)
        if paragraph.most_lines and len(text.lines) > paragraph.most_lines:
            runs = paragraph.runs
            plain = runs if isinstance(runs, str) else "".join(run.text for run in runs)
            return setter.one_line(plain, paragraph.style, width)
        return text

    def _head(self, real: bool) -> None:
        book, canvas = self.book, self.book.canvas
        y = book.y + 3
        if real:
            with book.pdf.tree.node("TR"):
                for column in self.columns:
                    with book.pdf.tree.node("TH", scope="Column"):
                        self._title(column, y)
        else:
            with canvas.artifact():
                for column in self.columns:
                    self._title(column, y)
        book.y += TABLE_HEAD.leading + 7
        book.rule(0.5, INK)

    def _title(self, column: Column, y: float) -> None:
        text = self.book.setter.set(column.title, TABLE_HEAD, column.width + 20)
        text.draw(self.book.canvas, self.book.grid.left + column.x, y)

    def _row(self, row: Row, last: bool) -> None:
        book = self.book
        cells = self._set(row)
        height = _height(cells) + 2 * row.padding
        body = book.grid.last - book.grid.body
        if height > book.room:
            if height > body * _SPLIT_SHARE and book.room > body * 0.2:
                self._split(row, cells)
                return
            self._next_page()
        if height > book.room:
            self._split(row, cells)
            return
        if row.target:
            book.pdf.target(row.target, book.canvas, book.y)
        with book.pdf.tree.node("TR"):
            self._cells(cells, row.padding)
        book.y += height
        book.rule(0.5, INK if last and row.heavy_end else HAIR)

    def _next_page(self) -> None:
        self.book.continued_page()
        if self.has_head:
            self._head(real=False)

    def _cells(self, cells: list[list[tuple[Paragraph, SetText]]], padding: float) -> None:
        book = self.book
        for cell, column in zip(cells, self.columns, strict=True):
            y = book.y + padding
            with book.pdf.tree.node("TD"):
                for paragraph, text in cell:
                    x = book.grid.left + column.x
                    if paragraph.shape is not None:
                        paragraph.shape(book.canvas, x, y)
                    text.draw(book.canvas, x + paragraph.indent, y)
                    y += text.height

    def _split(self, row: Row, cells: list[list[tuple[Paragraph, SetText]]]) -> None:
        """Draw a row that is too high for a page, line by line, over as many pages as it takes."""
        book = self.book
        if row.target:
            book.pdf.target(row.target, book.canvas, book.y)
        rest = cells
        with book.pdf.tree.node("TR"):
            while any(rest):
                room = book.room - 2 * row.padding
                now, rest = _cut(rest, room)
                if not any(now):
                    if book.y <= book.grid.body + 40:
                        now, rest = _cut(rest, float("inf"))
                    else:
                        self._next_page()
                        continue
                self._cells(now, row.padding)
                book.y += _height(now) + 2 * row.padding
                book.rule()
                if any(rest):
                    self._next_page()


def _height(cells: list[list[tuple[Paragraph, SetText]]]) -> float:
    return max((sum(text.height for _, text in cell) for cell in cells), default=0.0)


def _cut(
    cells: list[list[tuple[Paragraph, SetText]]], room: float
) -> tuple[list[list[tuple[Paragraph, SetText]]], list[list[tuple[Paragraph, SetText]]]]:
    """Return the lines of each cell that fit in `room` points, and the rest."""
    fitting, left = [], []
    for cell in cells:
        used = 0.0
        now: list[tuple[Paragraph, SetText]] = []
        later: list[tuple[Paragraph, SetText]] = []
        for paragraph, text in cell:
            count = len(text.lines)
            if later:
                now_count = 0
            elif used + text.height <= room:
                now_count = count
            else:
                now_count = max(0, int((room - used) // text.style.leading))
            if now_count:
                now.append((paragraph, text.cut(0, now_count)))
            if now_count < count:
                follow = Paragraph(
                    paragraph.runs, paragraph.style, paragraph.indent, None if now_count else paragraph.shape
                )
                later.append((follow, text.cut(now_count, count)))
            used += now_count * text.style.leading
        fitting.append(now)
        left.append(later)
    return fitting, left
