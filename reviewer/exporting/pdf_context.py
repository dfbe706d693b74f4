"""A passage among its neighbours: the lines round it with their numbers, and the page as a picture."""

from dataclasses import dataclass, field

from reviewer.exporting.blocks import draw_label, is_label
from reviewer.exporting.book import Book
from reviewer.exporting.drawn_words import draw_words
from reviewer.exporting.galley_lines import GalleyLine, face_and_size, page_lines
from reviewer.exporting.placement import PlacedLine, PlacedWord, even_stops, measured_stops
from reviewer.exporting.setting import Run, draw_tone
from reviewer.exporting.style import ACCENT, INK, LINE_NUMBER, MM, PALE, SOURCE_TINT, Style
from reviewer.model.document import Document, Page, Word
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box, Span
from reviewer.model.locator import line_boxes
from reviewer.pages.fonts import Face
from reviewer.pages.mupdf import Pdf
from reviewer.pages.scripts import has_right_to_left

_CONTEXT = 3
_MOST_LINES = 16
_LINE = 14.0
_SIZE, _SMALLEST = 8.6, 6.5
_DPI = 150
_CROP_CONTEXT = 3
SMALLEST_IMAGE = 60.0
"""The least height in points for the picture of a page."""


@dataclass
class Crops:
    """Lines and pictures of parts of galley pages; each galley is opened once."""

    galleys: dict[str, bytes]
    _open: dict[str, Pdf] = field(default_factory=dict)
    _lines: dict[tuple[str, int], list[GalleyLine]] = field(default_factory=dict)

    def lines(self, document: Document, page: Page, first: int, last: int, context: int) -> list[GalleyLine]:
        """Return the lines of a page from `context` before line `first` to `context` after line `last`."""
        key = (document.id, page.number)
        if key not in self._lines:
            self._lines[key] = page_lines(document, page)
        return [line for line in self._lines[key] if first - context <= line.number <= last + context]

    def picture(self, document: Document, page: int, box: Box) -> bytes | None:
        """Return part of a page as PNG, None when the document has no galley here."""
        if document.id not in self.galleys:
            return None
        if document.id not in self._open:
            self._open[document.id] = Pdf.open(self.galleys[document.id], name=document.name)
        return self._open[document.id].page(page).png(box, _DPI / 72)

    def close(self) -> None:
        """Close the galleys."""
        for pdf in self._open.values():
            pdf.close()
        self._open.clear()


def passage_page(document: Document, span: Span) -> tuple[Page, int, int] | None:
    """Return the page a passage starts on with the first and last of its lines there."""
    boxes = line_boxes(document, span)
    if not boxes:
        return None
    page = min(box.page for box in boxes)
    lines = [box.line for box in boxes if box.page == page]
    return document.pages[page - 1], min(lines), max(lines)


def draw_lines(
    book: Book, crops: Crops, document: Document, span: Span, column: tuple[float, float, float], tone: Tone | None
) -> float:
    """Draw the lines round a span in a column (x, y, width); `tone` marks a claim, None a source's passage.

    Return the y coordinate below the last line.
    """
    x, y, width = column
    place = passage_page(document, span)
    if place is None:
        with book.paragraph():
            text = book.setter.set("This passage is on no page.", LINE_NUMBER, width)
            text.draw(book.canvas, x, y)
        return y + text.height
    page, first, last = place
    last = min(last, first + _MOST_LINES - 1)
    lines = crops.lines(document, page, first, last, _CONTEXT)
    left = min((line.box.x0 for line in lines), default=0.0)
    widest = max((line.box.x1 - left for line in lines), default=1.0)
    numbers = 5 * MM
    size = _fitting_size(book, document, lines, widest, width - numbers)
    for line in lines:
        y = _draw_line(book, document, line, span, (x, y, width), left, size, tone)
    return y


def _fitting_size(book: Book, document: Document, lines: list[GalleyLine], widest: float, width: float) -> float:
    """Return points a galley point: so that common sizes come out at the column's, wide lines shrink to what fits."""
    if not lines:
        return 1.0
    sizes = sorted(face_and_size(document, line, book.setter.book)[1] for line in lines)
    common = sizes[len(sizes) // 2] or _SIZE
    scale = min(_SIZE / common, width / widest)
    return max(scale, _SMALLEST / common)


def _draw_line(
    book: Book,
    document: Document,
    line: GalleyLine,
    span: Span,
    column: tuple[float, float, float],
    left: float,
    scale: float,
    tone: Tone | None,
) -> float:
    x, y, width = column
    face, galley_size = face_and_size(document, line, book.setter.book)
    size = galley_size * scale
    inside = any(word.start < span.end and word.end > span.start for word in line.words)
    baseline = y + 9.6
    with book.canvas.artifact():
        number = LINE_NUMBER.bold if inside else LINE_NUMBER
        book.setter.draw_right(
            book.canvas, x + 4 * MM, baseline, str(line.number), number.coloured(INK if inside else PALE)
        )
    text_x, text_width = x + 5.5 * MM, width - 5.5 * MM
    if (line.box.x1 - left) * scale > text_width + 0.5:
        return _draw_folded(book, document, line, span, (text_x, y, text_width), Style(face, max(size, _SMALLEST), 11))
    words = tuple(
        _place(book, document, face, size, word, text_x + (word.box.x0 - left) * scale, scale) for word in line.words
    )
    placed = PlacedLine(0, line, y, y + _LINE, baseline, size, words)
    box = placed.extent(span)
    if box is not None:
        _mark(book, box, baseline, size, tone)
    with book.paragraph():
        for word, where in zip(line.words, words, strict=True):
            text = document.text[word.start : word.end]
            if is_label(text):
                draw_label(book.canvas, book.setter.book, text, where.x0, where.x1, baseline, size)
                continue
            colour = INK if word.start < span.end and word.end > span.start else PALE
            corner = (where.x0, baseline)
            draw_words(book.canvas, book.setter.book, face, text, corner, size, colour, space_after=True)
    return y + _LINE


def _place(book: Book, document: Document, face: Face, size: float, word: Word, x: float, scale: float) -> PlacedWord:
    start, end, box = word.start, word.end, word.box
    text = document.text[start:end]
    if has_right_to_left(text) or is_label(text) or not document.typeset:
        width = box.width * scale
        stops = (
            even_stops(x + width, x, end - start) if has_right_to_left(text) else even_stops(x, x + width, end - start)
        )
        return PlacedWord(start, end, stops)
    fonts = book.setter.book
    return PlacedWord(start, end, measured_stops(x, text, lambda one: fonts.shape(face, one).advance * size))


def _draw_folded(
    book: Book, document: Document, line: GalleyLine, span: Span, column: tuple[float, float, float], style: Style
) -> float:
    """Set a line that is too wide even at the smallest size over several, the later ones without a number."""
    x, y, width = column
    runs = [
        Run(
            document.text[word.start : word.end] + " ",
            colour=INK if word.start < span.end and word.end > span.start else PALE,
        )
        for word in line.words
    ]
    text = book.setter.set(runs, style, width - 6)
    with book.paragraph():
        text.cut(0, 1).draw(book.canvas, x, y + 1)
        text.cut(1, len(text.lines)).draw(book.canvas, x + 6, y + 1 + style.leading)
    return y + max(_LINE, text.height + 3)


def _mark(book: Book, box: Box, baseline: float, size: float, tone: Tone | None) -> None:
    with book.canvas.artifact():
        if tone is not None:
            draw_tone(book.canvas, box.x0, box.x1, baseline, size, tone)
            return
        book.canvas.box(Box(box.x0, baseline - 0.78 * size, box.x1, baseline + 0.24 * size), SOURCE_TINT)
        below = baseline + 0.28 * size
        book.canvas.line((box.x0, below), (box.x1, below), 0.5, ACCENT)


def draw_page_image(book: Book, crops: Crops, document: Document, span: Span, label: str, reserve: float) -> bool:
    """Draw the passage's part of its page as pixels, framed; dashed where the page goes on. Return whether it could.

    `reserve` is the height in points that should be left under it on the page.
    """
    place = passage_page(document, span)
    if place is None:
        return False
    page, first, last = place
    widest = min(book.grid.measure / page.width, 1.0)
    room = max(book.room - reserve, SMALLEST_IMAGE)
    crop = _crop(crops, document, page, first, last, room / widest)
    png = crops.picture(document, page.number, crop)
    if png is None:
        return False
    scale = min(widest, max(room, SMALLEST_IMAGE) / crop.height)
    height = crop.height * scale
    book.ensure(height + 4)
    x = book.grid.left + (book.grid.measure - crop.width * scale) / 2
    frame = Box(x, book.y, x + crop.width * scale, book.y + height)
    with book.pdf.tree.node("Figure", alternative=label):
        book.canvas.picture(book.pdf.image(png), frame)
    _draw_frame(book, frame, crop, page)
    _draw_rings(book, document, span, page, crop, frame, scale)
    book.y += height
    return True


def _crop(crops: Crops, document: Document, page: Page, first: int, last: int, height: float) -> Box:
    """Return the part of the page round some lines, with as many lines of context as fit in `height` points."""
    for context in range(_CROP_CONTEXT, -1, -1):
        lines = crops.lines(document, page, first, min(last, first + 20), context)
        top = max(0.0, min(line.box.y0 for line in lines) - 1)
        bottom = min(page.height, max(line.box.y1 for line in lines) + 4)
        crop = Box(0.0, top, page.width, bottom)
        if crop.height <= height:
            break
    return crop


def _draw_frame(book: Book, frame: Box, crop: Box, page: Page) -> None:
    left, right = book.grid.left, book.grid.right
    for y, goes_on in ((frame.y0, crop.y0 > 1), (frame.y1, crop.y1 < page.height - 1)):
        book.canvas.line((left, y), (right, y), 0.7, INK, (2.2, 1.6) if goes_on else ())
    for x in (left, right):
        book.canvas.line((x, frame.y0), (x, frame.y1), 0.7, INK)


def _draw_rings(book: Book, document: Document, span: Span, page: Page, crop: Box, frame: Box, scale: float) -> None:
    boxes = [line.box for line in line_boxes(document, span) if line.page == page.number]
    boxes = [box for box in boxes if box.y1 > crop.y0 and box.y0 < crop.y1]
    if not boxes:
        return
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    ring = Box(
        frame.x0 + (whole.x0 - 3) * scale,
        max(frame.y0, frame.y0 + (whole.y0 - crop.y0 - 1) * scale),
        frame.x0 + (whole.x1 + 3) * scale,
        min(frame.y1, frame.y0 + (whole.y1 - crop.y0 + 1) * scale),
    )
    book.canvas.box(ring, None, ACCENT, 1.0)
