"""Reading a PDF's own pages: text with exact offsets, blocks, and where each word stands."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Furniture, Notice, NoticeCode, Page, Word, WordArray
from reviewer.model.geometry import Box
from reviewer.model.problem import ReviewerError
from reviewer.pages.margin_numbers import line_numbers, without_margin_numbers
from reviewer.pages.mupdf import Pdf
from reviewer.pages.paragraphs import Paragraph, continues, name_kinds, paragraphs_of
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Row, in_reading_order, rows_of
from reviewer.pages.running_heads import Repeatable, repeatable_rows, running_rows

_LOOK_AROUND = 2
_CELL_GAP_EMS = 1.5
_UNREADABLE_SHARE = 0.1
_REPORT_EVERY = 20
_FALLBACK_SIZE = (595.0, 842.0)


class PdfReading(msgspec.Struct, frozen=True):
    """What stands on the pages of a PDF.

    `text` holds the words of the pages in reading order: columns one after another, the running head of a page
    before its text and the foot after it. Words are parted by a space (a tabulator where a wide gap parts cells),
    the lines of a paragraph by a line feed, paragraphs by two. A word broken at a line's end keeps its hyphen,
    followed by the line feed ("ferry-\\nman"): nothing is guessed about whether the hyphen belongs to it. Numbers
    that a court paper prints beside its lines stand behind the text of their page.
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    notices: tuple[Notice, ...]


class _RawPage(msgspec.Struct):
    number: int
    width: float
    height: float
    rows: list[Row]
    margin_numbers: list[PrintedWord]
    repeatable: Repeatable
    hidden: int = 0
    is_image: bool = False
    is_unreadable: bool = False
    has_unknown_letters: bool = False


def _report_to_nobody(_done: int, _total: int) -> None:
    """Drop the report."""


def read_pdf_pages(pdf: Pdf, report: Callable[[int, int], None] = _report_to_nobody) -> PdfReading:
    """Read all pages of an open PDF; `report` is called now and then with pages done and pages in all.

    Word boxes are in points from the top left of the page as displayed. Lines are counted on each page from 1 in
    reading order, running heads included. A page that cannot be interpreted is kept as an empty page and noticed.
    """
    reader = _Reader(pdf.page_count)
    for index, (page, neighbours) in enumerate(_with_neighbours(pdf, reader.sizes)):
        reader.add(page, neighbours)
        if index % _REPORT_EVERY == 0:
            report(index, pdf.page_count)
    return reader.finish()


def _with_neighbours(pdf: Pdf, sizes: Counter[float]) -> Iterator[tuple[_RawPage, list[Repeatable]]]:
    """Go through the pages, each with what its neighbours on both sides have in their margins."""
    ahead: deque[_RawPage] = deque()
    behind: deque[Repeatable] = deque(maxlen=_LOOK_AROUND)
    numbers = iter(range(1, pdf.page_count + 1))
    while True:
        while len(ahead) <= _LOOK_AROUND and (number := next(numbers, None)) is not None:
            ahead.append(_raw_page(pdf, number, sizes))
        if not ahead:
            return
        page = ahead.popleft()
        yield page, [*behind, *(other.repeatable for other in ahead)]
        behind.append(page.repeatable)


def _raw_page(pdf: Pdf, number: int, sizes: Counter[float]) -> _RawPage:
    try:
        page = pdf.page(number)
        width, height = page.width, page.height
        words, settings = page.printed_words()
        is_image = not words and (bool(page.image_boxes()) or page.has_drawings())
    except (ReviewerError, RuntimeError, ValueError):
        return _RawPage(number, *_FALLBACK_SIZE, [], [], frozenset(), is_unreadable=True)
    rows = rows_of(_visible(words, width, height), settings)
    letters = unknown = 0
    for row in rows:
        text = row.text
        sizes[round(row.size * 2) / 2] += len(text)
        letters += len(text)
        unknown += text.count("\ufffd")
    rows, margin_numbers = without_margin_numbers(rows)
    raw = _RawPage(number, width, height, rows, margin_numbers, repeatable_rows(rows, height))
    raw.hidden = sum([setting.hidden for setting in settings.values()])
    raw.is_image = is_image
    raw.has_unknown_letters = unknown > _UNREADABLE_SHARE * letters
    return raw


def _visible(words: Sequence[PrintedWord], width: float, height: float) -> list[PrintedWord]:
    """Return the words that show on the page, their boxes cut to it."""
    kept = []
    for word in words:
        box = word.box
        if box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height:
            kept.append(word)
        elif (inside := _clipped(box, width, height)) is not None:
            kept.append(msgspec.structs.replace(word, box=inside))
    return kept


def _clipped(box: Box, width: float, height: float) -> Box | None:
    x0, y0 = max(box.x0, 0.0), max(box.y0, 0.0)
    x1, y1 = min(box.x1, width), min(box.y1, height)
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


class _Reader:
    """Adds up text, blocks and pages."""

    def __init__(self, page_count: int) -> None:
        self.sizes: Counter[float] = Counter()
        self._page_count = page_count
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pages: list[Page] = []
        self._open: Paragraph | None = None
        self._raw: list[_RawPage] = []

    def add(self, page: _RawPage, neighbours: Sequence[Repeatable]) -> None:
        """Add the next page."""
        heads, feet = running_rows(page.rows, page.height, neighbours)
        running = {id(row) for row in (*heads, *feet)}
        body = [row for row in page.rows if id(row) not in running]
        paragraphs = [p for column in in_reading_order(body) for p in paragraphs_of(column)]
        body_size = max(self.sizes, key=lambda size: self.sizes[size], default=0.0)
        name_kinds(paragraphs, body_size, page.height, page.number == 1)
        words: list[Word] = []
        running_heads = [Paragraph([head], BlockKind.PAGE_HEADER) for head in heads]
        running_feet = [Paragraph([foot], BlockKind.PAGE_FOOTER) for foot in feet]
        lines = line_numbers([*running_heads, *paragraphs, *running_feet], page.margin_numbers)
        for paragraph in (*running_heads, *paragraphs, *running_feet):
            self._write(paragraph, words, lines)
        self._write_margin_numbers(page.margin_numbers, words, lines)
        start = words[0].start if words else self._length
        packed = WordArray.pack(words)
        self._pages.append(Page(page.number, page.width, page.height, packed, start, self._length))
        page.rows = []
        self._raw.append(page)

    def finish(self) -> PdfReading:
        """Return everything read."""
        starts = [page.start for page in self._pages]
        if starts:
            starts[0] = 0
        ends = [*starts[1:], self._length]
        pages = tuple(
            msgspec.structs.replace(page, start=start, end=end)
            for page, start, end in zip(self._pages, starts, ends, strict=True)
        )
        return PdfReading("".join(self._parts), tuple(self._blocks), pages, tuple(_notices(self._raw)))

    def _write(self, paragraph: Paragraph, words: list[Word], lines: Iterator[int]) -> None:
        """Add a paragraph's words to the text, each with the number of its line."""
        runs_on = self._open is not None and continues(self._open, paragraph)
        if self._parts:
            self._put("\n" if runs_on else "\n\n")
        start = self._length
        for index, row in enumerate(paragraph.rows):
            if index:
                self._put("\n")
            self._write_row(row, words, next(lines))
        if runs_on:
            before = self._blocks.pop()
            self._blocks.append(Block(before.start, self._length, before.kind, before.furniture))
        else:
            furniture = Furniture.RUNNING_HEAD if paragraph.is_running else None
            self._blocks.append(Block(start, self._length, paragraph.kind, furniture))
        self._open = paragraph

    def _write_margin_numbers(self, numbers: Sequence[PrintedWord], words: list[Word], lines: Iterator[int]) -> None:
        if not numbers:
            return
        row = Row(list(numbers), numbers[0].box, numbers[0].box.height, False)
        self._write(Paragraph([row], BlockKind.PAGE_FOOTER), words, lines)

    def _write_row(self, row: Row, words: list[Word], line: int) -> None:
        at = self._length
        right: float | None = None
        parts: list[str] = []
        for word in row.words:
            box = word.box
            if right is not None:
                parts.append("\t" if box.x0 - right > _CELL_GAP_EMS * row.size else " ")
                at += 1
            end = at + len(word.text)
            parts.append(word.text)
            words.append(Word(at, end, line, box))
            at, right = end, box.x1
        self._parts.append("".join(parts))
        self._length = at

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _notices(pages: Sequence[_RawPage]) -> Iterator[Notice]:
    findings = [
        (NoticeCode.IMAGE_ONLY_PAGE, "", [page.number for page in pages if page.is_image]),
        (NoticeCode.HIDDEN_TEXT, "", [page.number for page in pages if page.hidden]),
        (NoticeCode.PART_NOT_READ, "damaged", [page.number for page in pages if page.is_unreadable]),
        (NoticeCode.PART_NOT_READ, "unknown_letters", [page.number for page in pages if page.has_unknown_letters]),
    ]
    for code, reason, numbers in findings:
        if numbers:
            arguments = {"page": page_ranges(numbers), "count": str(len(numbers))}
            yield Notice(code, arguments | ({"reason": reason} if reason else {}))


def page_ranges(numbers: Sequence[int]) -> str:
    """Return ascending page numbers in the short form "1, 3-5"."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
