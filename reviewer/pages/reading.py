"""Reading a PDF's own pages: text with exact offsets, blocks, and where each word stands."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Notice, NoticeCode, Page
from reviewer.model.geometry import Box
from reviewer.model.problem import ReviewerError
from reviewer.pages.assembling import LaidOutPage, PageAssembler
from reviewer.pages.margin_numbers import without_margin_numbers
from reviewer.pages.mupdf import Pdf, PdfPage
from reviewer.pages.paragraphs import Paragraph, name_kinds, paragraphs_of
from reviewer.pages.printed_text import PrintedLine, PrintedWord
from reviewer.pages.recognising import recognised_words
from reviewer.pages.rows import Row, in_reading_order, rows_of
from reviewer.pages.running_heads import Repeatable, repeatable_rows, running_rows

_LOOK_AROUND = 2
_UNREADABLE_SHARE = 0.1
_SCAN_SHARE = 0.5
_STAMP_WORDS = 12
_REPORT_EVERY = 20
_FALLBACK_SIZE = (595.0, 842.0)
_LARGEST_SIDE = 200_000.0
"""Points a side: posters have user units that make them larger than the 14,400 points of an ordinary page."""


class PdfReading(msgspec.Struct, frozen=True):
    """What stands on the pages of a PDF.

    `text` holds the words of the pages in reading order: columns one after another, the running head of a page
    before its text and the foot after it. Where a paragraph runs on over the page, the feet stand before it and the
    next page's heads behind it, so that no sentence is cut; it is one block. Words are parted by a space (a tabulator
    where a wide gap parts cells), the lines of a paragraph by a line feed, paragraphs by two. A word broken at a
    line's end keeps its hyphen, followed by the line feed ("ferry-\\nman"): nothing is guessed about whether the
    hyphen belongs to it, so a search has to take "-\\n" for a hyphen and for nothing. Numbers that a court paper prints
    beside its lines stand behind the text of their page.
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
    hidden: str = ""
    is_image: bool = False
    is_recognised: bool = False
    is_unreadable: bool = False
    has_unknown_letters: bool = False


def _report_to_nobody(_done: int, _total: int) -> None:
    """Drop the report."""


def read_pdf_pages(
    pdf: Pdf, report: Callable[[int, int], None] = _report_to_nobody, *, recognise: bool = False
) -> PdfReading:
    """Read all pages of an open PDF; `report` is called now and then with pages done and pages in all.

    Pages that are only pictures are read by OCR when that is asked for, some seconds each.

    Word boxes are in points from the top left of the page as displayed. Lines are counted on each page from 1 in
    reading order, running heads included. A page that cannot be interpreted is kept as an empty page and noticed.
    """
    sizes: Counter[float] = Counter()
    assembler = PageAssembler()
    seen: list[_RawPage] = []
    for index, (page, neighbours) in enumerate(_with_neighbours(pdf, sizes, recognise)):
        assembler.add(_laid_out(page, neighbours, max(sizes, key=lambda size: sizes[size], default=0.0)))
        page.rows = []
        seen.append(page)
        if recognise or index % _REPORT_EVERY == 0:
            report(index, pdf.page_count)
    text, blocks, pages = assembler.finish()
    return PdfReading(text, blocks, pages, tuple(_notices(seen)))


def _with_neighbours(pdf: Pdf, sizes: Counter[float], recognise: bool) -> Iterator[tuple[_RawPage, list[Repeatable]]]:
    """Go through the pages, each with what its neighbours on both sides have in their margins."""
    ahead: deque[_RawPage] = deque()
    behind: deque[Repeatable] = deque(maxlen=_LOOK_AROUND)
    numbers = iter(range(1, pdf.page_count + 1))
    while True:
        while len(ahead) <= _LOOK_AROUND and (number := next(numbers, None)) is not None:
            ahead.append(_raw_page(pdf, number, sizes, recognise))
        if not ahead:
            return
        page = ahead.popleft()
        yield page, [*behind, *(other.repeatable for other in ahead)]
        behind.append(page.repeatable)


def _raw_page(pdf: Pdf, number: int, sizes: Counter[float], recognise: bool) -> _RawPage:
    try:
        page = pdf.page(number)
        if not 0 < max(page.width, page.height) <= _LARGEST_SIDE:
            return _RawPage(number, *_FALLBACK_SIZE, [], [], frozenset(), is_unreadable=True)
        words, settings = page.printed_words()
        raw = _RawPage(number, page.width, page.height, [], [], frozenset())
        raw.is_image = len(words) <= _STAMP_WORDS and _is_scan(page, bool(words))
        raw.hidden = _hidden(page, settings.values())
        if raw.is_image and recognise:
            seen, set_as = recognised_words(page)
            if len(seen) > len(words):
                words, settings, raw.is_image, raw.is_recognised = seen, set_as, False, True
    except ReviewerError:
        return _RawPage(number, *_FALLBACK_SIZE, [], [], frozenset(), is_unreadable=True)
    rows = rows_of(_visible(words, raw.width, raw.height), settings)
    letters = unknown = 0
    for row in rows:
        text = row.text
        sizes[round(row.size * 2) / 2] += len(text)
        letters += len(text)
        unknown += text.count("\ufffd")
    raw.has_unknown_letters = unknown > _UNREADABLE_SHARE * letters
    raw.rows, raw.margin_numbers = without_margin_numbers(rows)
    raw.repeatable = repeatable_rows(raw.rows, raw.height)
    return raw


def _is_scan(page: PdfPage, has_words: bool) -> bool:
    """Return whether a page shows its content as a picture; a stamped number or date does not make it text."""
    return _picture_share(page) >= _SCAN_SHARE if has_words else bool(page.image_boxes()) or page.has_drawings()


def _picture_share(page: PdfPage) -> float:
    area = page.width * page.height
    return max((box.width * box.height / area for box in page.image_boxes()), default=0.0) if area > 0 else 0.0


def _hidden(page: PdfPage, settings: Iterable[PrintedLine]) -> str:
    """Return why text of a page is not to be seen, empty when all of it is.

    Text behind the picture of a page is what a scanner recognised. White text hides where nothing is painted under it.
    """
    unseen = white = 0
    for setting in settings:
        unseen += setting.hidden
        white += setting.white
    if unseen:
        return "recognised" if _picture_share(page) >= _SCAN_SHARE else "invisible"
    return "white" if white and not page.has_drawings() else ""


def _laid_out(page: _RawPage, neighbours: Sequence[Repeatable], body_size: float) -> LaidOutPage:
    heads, feet = running_rows(page.rows, page.height, neighbours)
    running = {id(row) for row in (*heads, *feet)}
    body = [row for row in page.rows if id(row) not in running]
    paragraphs = [paragraph for column in in_reading_order(body) for paragraph in paragraphs_of(column)]
    name_kinds(paragraphs, body_size, page.height, page.number == 1)
    return LaidOutPage(
        page.number,
        page.width,
        page.height,
        heads=[Paragraph([row], BlockKind.PAGE_HEADER) for row in heads],
        body=paragraphs,
        feet=[Paragraph([row], BlockKind.PAGE_FOOTER) for row in feet],
        margin_numbers=page.margin_numbers,
    )


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


def _notices(pages: Sequence[_RawPage]) -> Iterator[Notice]:
    findings = [
        (NoticeCode.IMAGE_ONLY_PAGE, "", [page.number for page in pages if page.is_image]),
        (NoticeCode.RECOGNISED, "", [page.number for page in pages if page.is_recognised]),
        *(
            (NoticeCode.HIDDEN_TEXT, reason, [page.number for page in pages if page.hidden == reason])
            for reason in ("recognised", "invisible", "white")
        ),
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
