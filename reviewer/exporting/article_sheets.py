"""The article's pages in the packet: a typeset article is set again line for line, a PDF's own pages are imported."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from reviewer.exporting.blocks import draw_label, is_label
from reviewer.exporting.book import Book
from reviewer.exporting.drawn_words import draw_words
from reviewer.exporting.galley_lines import GalleyLine, face_and_size, galley_lines
from reviewer.exporting.placement import PlacedLine, PlacedWord, Placement, even_stops, measured_stops
from reviewer.exporting.style import GREY, HAIR, INK, LINE_NUMBER, MM, NOTE, PALE
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.document import BlockKind, Document, Page, Word
from reviewer.model.geometry import Box
from reviewer.pages.fonts import Face, FontBook
from reviewer.pages.mupdf import Pdf
from reviewer.pages.scripts import has_right_to_left

_TEXT_LEFT, _TEXT_RIGHT = 29 * MM, 121 * MM
_NUMBERS_RIGHT = 25.4 * MM
_IMPORTED_RIGHT, _IMPORTED_SHAPES, _IMPORTED_NOTES = 128 * MM, 130 * MM, 148.5 * MM
_GALLEY_MEASURE = 272.0
_BODY_LEADING_RATIO = 1.4
_KEY_SPACE = 11.5 * MM
_BLOCK_GAP = 2.4
_STRUCTURE = {BlockKind.HEADLINE: "H2", BlockKind.HEADING: "H2"}


class ArticleSheets(Protocol):
    """The article's pages; coordinates in points, `count` pages, `top` and `bottom` of the part for text and notes."""

    placement: Placement
    count: int
    top: float
    bottom: float
    shapes_x: float
    notes_x: float
    notes_width: float
    canvases: dict[int, Canvas]

    def start(self, book: Book, sheet: int) -> None:
        """Start the packet page of a sheet (from 0)."""

    def draw_text(self, book: Book, sheet: int) -> None:
        """Draw the article's words."""

    def draw_numbers(self, book: Book, sheet: int, claim_lines: set[int]) -> None:
        """Draw the line numbers; those of `claim_lines` must not be left out."""


def lay_out_article(book: Book) -> ArticleSheets:
    """Place the article's lines on packet pages."""
    article = book.facts.article
    if article.typeset or not book.facts.galleys.get(article.id):
        return _typeset_sheets(book, article)
    return _imported_sheets(book, article, book.facts.galleys[article.id])


@dataclass
class _TypesetSheets:
    """A typeset article, line for line."""

    placement: Placement
    count: int
    top: float
    bottom: float
    faces: dict[tuple[int, int], Face]
    notes_x: float
    notes_width: float
    shapes_x: float = 123.5 * MM
    canvases: dict[int, Canvas] = field(default_factory=dict)

    def start(self, book: Book, sheet: int) -> None:
        """Start the packet page of a sheet (from 0)."""
        _start(book, sheet, f"{book.facts.article.name}, typeset by Reviewer. Locators give page and line.")
        self.canvases[sheet] = book.canvas

    def draw_text(self, book: Book, sheet: int) -> None:
        """Draw the words at their places, a paragraph of the structure for each block."""
        lines = [line for line in self.placement.lines if line.sheet == sheet]
        for _, block in groupby(lines, key=lambda line: line.source.block_start):
            block_lines = list(block)
            kind = _STRUCTURE.get(block_lines[0].source.kind, "P")
            if block_lines[0].source.is_furniture:
                kind = "P"
            with book.pdf.tree.node(kind):
                for line in block_lines:
                    self._draw_line(book, line)

    def draw_numbers(self, book: Book, sheet: int, claim_lines: set[int]) -> None:
        """Draw all line numbers, every fifth darker, and a mark where a galley page begins."""
        del claim_lines
        setter, canvas = book.setter, book.canvas
        page = None
        with canvas.artifact():
            for line in (line for line in self.placement.lines if line.sheet == sheet):
                source = line.source
                strong = source.number % 5 == 0
                style = LINE_NUMBER.coloured(INK if strong else PALE)
                setter.draw_right(canvas, _NUMBERS_RIGHT, line.baseline, str(source.number), style)
                if source.page != page:
                    setter.draw_text(canvas, book.grid.left - 12, line.baseline, f"p{source.page}", NOTE.bold)
                    if page is not None:
                        y = line.top - 0.5
                        canvas.line((book.grid.left - 12, y), (_NUMBERS_RIGHT, y), 0.5, GREY)
                page = source.page

    def _draw_line(self, book: Book, line: PlacedLine) -> None:
        text = book.facts.article.text
        face = self.faces[line.source.page, line.source.number]
        colour = PALE if line.source.is_furniture else INK
        words = line.source.words
        for place, (word, placed) in enumerate(zip(words, line.words, strict=True)):
            printed = text[word.start : word.end]
            if is_label(printed):
                draw_label(book.canvas, book.setter.book, printed, placed.x0, placed.x1, line.baseline, line.size)
                continue
            following = words[place + 1] if place + 1 < len(words) else None
            apart = following is None or text[word.end : following.start].strip() != text[word.end : following.start]
            where = (placed.x0, line.baseline)
            draw_words(book.canvas, book.setter.book, face, printed, where, line.size, colour, space_after=apart)


def _typeset_sheets(book: Book, article: Document) -> _TypesetSheets:
    grid = book.grid
    top, bottom = grid.body + 2 * MM, grid.last - _KEY_SPACE
    lines = galley_lines(article)
    scale, left = _scale_of(lines)
    placed: list[PlacedLine] = []
    faces: dict[tuple[int, int], Face] = {}
    sheet, y, previous = 0, top, None
    for line in lines:
        face, galley_size = face_and_size(article, line, book.setter.book)
        faces[line.page, line.number] = face
        size = galley_size * scale
        leading = max(size * _BODY_LEADING_RATIO, 11.5)
        gap = _BLOCK_GAP if previous is not None and previous.block_start != line.block_start else 0.0
        if y + gap + leading > bottom + 0.5 and y > top:
            sheet, y, gap = sheet + 1, top, 0.0
        y += gap
        baseline = y + (leading + 0.66 * size) / 2
        words = tuple(_placed_word(article, book.setter.book, face, word, size, scale, left) for word in line.words)
        placed.append(PlacedLine(sheet, line, y, y + leading, baseline, size, words))
        y += leading
        previous = line
    notes_x = 142 * MM
    return _TypesetSheets(Placement(tuple(placed)), sheet + 1, top, bottom, faces, notes_x, grid.right - notes_x)


def _scale_of(lines: list[GalleyLine]) -> tuple[float, float]:
    """Return by how much the galley's lines shrink to fit the packet's column, and their left edge."""
    if not lines:
        return 1.0, 0.0
    left = min(line.box.x0 for line in lines)
    width = max(_GALLEY_MEASURE, *(line.box.x1 - left for line in lines))
    return (_TEXT_RIGHT - _TEXT_LEFT) / width, left


def _placed_word(
    article: Document, fonts: FontBook, face: Face, word: Word, size: float, scale: float, left: float
) -> PlacedWord:
    start, end, box = word.start, word.end, word.box
    text = article.text[start:end]
    x0 = _TEXT_LEFT + (box.x0 - left) * scale
    if has_right_to_left(text):
        x1 = x0 + (box.x1 - box.x0) * scale
        return PlacedWord(start, end, even_stops(x1, x0, end - start))
    if is_label(text):
        return PlacedWord(start, end, even_stops(x0, x0 + (box.x1 - box.x0) * scale, end - start))
    return PlacedWord(start, end, measured_stops(x0, text, lambda one: fonts.shape(face, one).advance * size))


@dataclass
class _ImportedSheets:
    """The pages of an article that came as PDF, each made smaller to leave room for notes."""

    placement: Placement
    count: int
    top: float
    bottom: float
    notes_x: float
    notes_width: float
    shapes_x: float
    views: list["_View"]
    content: bytes
    canvases: dict[int, Canvas] = field(default_factory=dict)

    def start(self, book: Book, sheet: int) -> None:
        """Start the packet page of a sheet (from 0)."""
        article, view = book.facts.article, self.views[sheet]
        scale = f"{view.scale * 100:.0f} percent"
        _start(
            book,
            sheet,
            f"{article.name}, page {view.page.number} of {len(article.pages)} at {scale}. Lines are counted.",
        )
        self.canvases[sheet] = book.canvas

    def draw_text(self, book: Book, sheet: int) -> None:
        """Draw the article's own page, with a hairline round it."""
        view, canvas = self.views[sheet], book.canvas
        name = book.pdf.page_of(book.facts.article.id, lambda: self.content, view.page.number - 1)
        corner = (view.left - view.crop.x0 * view.scale, view.top - view.crop.y0 * view.scale)
        frame = view.frame
        with book.pdf.tree.node("Figure", alternative=f"Page {view.page.number} of the article"):
            canvas.imported_page(name, corner, view.scale, (view.page.width, view.page.height), frame)
        canvas.box(frame, None, HAIR, 0.5)

    def draw_numbers(self, book: Book, sheet: int, claim_lines: set[int]) -> None:
        """Draw every fifth line number and those of claims, as far as they do not touch."""
        view, last = self.views[sheet], -100.0
        lines = sorted((line for line in self.placement.lines if line.sheet == sheet), key=lambda line: line.baseline)
        with book.canvas.artifact():
            for line in lines:
                wanted = line.source.number % 5 == 0 or line.source.number in claim_lines
                if wanted and line.middle - last > LINE_NUMBER.size * 0.95:
                    strong = line.source.number in claim_lines
                    style = LINE_NUMBER.coloured(INK if strong else PALE)
                    text = str(line.source.number)
                    book.setter.draw_right(book.canvas, view.left - 3, line.middle + 2.3, text, style)
                    last = line.middle


@dataclass(frozen=True)
class _View:
    """Which part of a page is shown, where and how large."""

    page: Page
    crop: Box
    scale: float
    left: float
    top: float

    @property
    def frame(self) -> Box:
        """Return the box on the packet's page."""
        return Box(
            self.left,
            self.top,
            self.left + self.crop.width * self.scale,
            self.top + self.crop.height * self.scale,
        )


def _imported_sheets(book: Book, article: Document, content: bytes) -> _ImportedSheets:
    grid = book.grid
    top, bottom = grid.body + 1 * MM, grid.last - _KEY_SPACE
    left, right = grid.left + 7 * MM, _IMPORTED_RIGHT
    crops = _visible_parts(content, article)
    views = [
        _view(page, crop, left, top, right - left, bottom - top)
        for page, crop in zip(article.pages, crops, strict=True)
    ]
    placed: list[PlacedLine] = []
    for line in galley_lines(article):
        view = views[line.page - 1]
        placed.append(_imported_line(line, view))
    notes_x = _IMPORTED_NOTES
    return _ImportedSheets(
        Placement(tuple(placed)),
        max(1, len(views)),
        top,
        bottom,
        notes_x,
        grid.right - notes_x,
        _IMPORTED_SHAPES,
        views,
        content,
    )


def _view(page: Page, crop: Box, left: float, top: float, width: float, height: float) -> _View:
    scale = min(width / max(crop.width, 1.0), height / max(crop.height, 1.0), 1.2)
    return _View(page, crop, scale, left, top)


def _visible_parts(content: bytes, article: Document) -> list[Box]:
    """Return the part of each page that is not empty margin, with some room round it."""
    pdf = Pdf.open(content, name=article.name)
    try:
        return [_visible_part(pdf, page) for page in article.pages]
    finally:
        pdf.close()


def _visible_part(pdf: Pdf, page: Page) -> Box:
    whole = Box(0, 0, page.width, page.height)
    boxes = [word.box for word in page.words] + pdf.page(page.number).image_boxes()
    inked = [box for box in boxes if box.x1 > 0 and box.y1 > 0 and box.x0 < page.width and box.y0 < page.height]
    if not inked:
        return whole
    margin = 10
    left, top = min(box.x0 for box in inked) - margin, min(box.y0 for box in inked) - margin
    right, bottom = max(box.x1 for box in inked) + margin, max(box.y1 for box in inked) + margin
    return Box(max(0.0, left), max(0.0, top), min(page.width, right), min(page.height, bottom))


def _imported_line(line: GalleyLine, view: _View) -> PlacedLine:
    def x(value: float) -> float:
        return view.left + (value - view.crop.x0) * view.scale

    def y(value: float) -> float:
        return view.top + (value - view.crop.y0) * view.scale

    top, bottom = y(line.box.y0), y(line.box.y1)
    size = (bottom - top) / 1.2
    words = tuple(
        PlacedWord(word.start, word.end, even_stops(x(word.box.x0), x(word.box.x1), word.end - word.start))
        for word in line.words
    )
    return PlacedLine(view.page.number - 1, line, top, bottom, bottom - 0.28 * size, size, words)


def _start(book: Book, sheet: int, side: str) -> None:
    if sheet == 0:
        book.titled_page("The article, annotated", side, target="part.article", rule=False)
    else:
        book.continued_page(rule=False)
