"""Side-by-side exhibits: a claim and the passage it does not agree with, word for word and as the page shows it."""

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.comparison import compare
from reviewer.exporting.galley_lines import face_and_size
from reviewer.exporting.pdf_comparison import draw_comparison
from reviewer.exporting.pdf_context import SMALLEST_IMAGE, Crops, draw_lines, draw_page_image, passage_page
from reviewer.exporting.pdf_exhibit_record import ExhibitRecord
from reviewer.exporting.records import ClaimRecord, SourcePassage
from reviewer.exporting.setting import Run, baseline_in
from reviewer.exporting.shapes import draw_verdict
from reviewer.exporting.style import GREY, INK, MM, RECORD, TABLE, Style
from reviewer.model.finding import Tone
from reviewer.pages.fonts import Face

_VERDICT = Style(Face.SANS_BOLD, 12.5, 16)
_RULE = Style(Face.SANS, 10, 14)
_NARROW = 0.45
"""The article's share of the width beside preformatted text."""


def exhibited(book: Book) -> list[ClaimRecord]:
    """Return the claims that get an exhibit: those with a passage that they differ from."""
    return [record for record in book.facts.records if record.differs]


def draw_exhibits(book: Book) -> None:
    """Draw one exhibit a page."""
    records = exhibited(book)
    crops = Crops(dict(book.facts.galleys))
    try:
        for place, record in enumerate(records):
            if record.passage is not None:
                _draw_exhibit(book, crops, record, record.passage, place, len(records))
    finally:
        crops.close()


def _draw_exhibit(
    book: Book, crops: Crops, record: ClaimRecord, passage: SourcePassage, place: int, count: int
) -> None:
    if place == 0:
        book.new_part("part.exhibits", "Exhibits")
    side = f"{place + 1} of {count}. Claim and passage stand with three lines before and after."
    book.titled_page(f"Exhibit {record.number}", side, target=f"exhibit.{record.claim.id}", level=1)
    _draw_verdict_line(book, record)
    draw_comparison(book, compare(book.facts.article, record, passage))
    _draw_side_by_side(book, crops, record, passage)
    entries = ExhibitRecord(book, record, passage)
    _draw_image(book, crops, passage, entries.height + 8 * MM)
    entries.draw()


def _draw_verdict_line(book: Book, record: ClaimRecord) -> None:
    grid, canvas = book.grid, book.canvas
    y = book.y + 9
    draw_verdict(canvas, record.decision, grid.left + 6.5, y + 8, 12.5)
    rules = "; also ".join(part for part in (record.rule, ", ".join(record.other_rules)) if part)
    side = f"{wording.kind_words(record.claim.kind)}, {record.said_by}"
    with book.paragraph():
        used = book.setter.draw_text(canvas, grid.left + 21, y + 12.5, wording.DECISIONS[record.decision], _VERDICT)
        text = book.setter.one_line(rules, _RULE, grid.measure - used - 200)
        text.draw(canvas, grid.left + 21 + used + 10, y + 12.5 - baseline_in(_RULE))
    with book.paragraph():
        words = book.setter.one_line(side, RECORD.coloured(GREY), 160)
        words.draw(canvas, grid.right - words.width, y + 12.5 - baseline_in(RECORD))
    book.y = y + 16 + 8 * MM


def _draw_side_by_side(book: Book, crops: Crops, record: ClaimRecord, passage: SourcePassage) -> None:
    grid = book.grid
    book.y += 6 * MM
    book.ensure(110)
    gap = 6 * MM
    left_width = (grid.measure - gap) * (_NARROW if is_preformatted(book, crops, passage) else 0.5)
    right_width = grid.measure - gap - left_width
    right_x = grid.left + left_width + gap
    grade = wording.GRADES[passage.entry.grade]
    heads = (
        (grid.left, left_width, [Run("Article", bold=True), Run(f"  {record.locator}", colour=GREY)]),
        (
            right_x,
            right_width,
            [
                Run(f"{passage.entry.label} {passage.document.name}", bold=True),
                Run(f"  {passage.locator}, {grade}", colour=GREY),
            ],
        ),
    )
    top = book.y
    heights = []
    for x, width, runs in heads:
        text = book.setter.set(runs, RECORD, width).cut(0, 2)
        with book.paragraph():
            text.draw(book.canvas, x, top)
        heights.append(text.height)
    line = top + max(heights) + 2
    for x, width, _ in heads:
        book.canvas.line((x, line), (x + width, line), 0.5, INK)
    tone = record.tone if record.tone is not Tone.CLEAN else Tone.UNKNOWN
    with book.paragraph("Sect"):
        left_end = draw_lines(
            book, crops, book.facts.article, record.claim.span, (grid.left, line + 5, left_width), tone
        )
    with book.paragraph("Sect"):
        right_end = draw_lines(book, crops, passage.document, passage.span, (right_x, line + 5, right_width), None)
    book.y = max(left_end, right_end) + 8 * MM


def is_preformatted(book: Book, crops: Crops, passage: SourcePassage) -> bool:
    """Return whether the passage is set in the mono face and so needs the wider column."""
    place = passage_page(passage.document, passage.span)
    if place is None or not passage.document.typeset:
        return False
    lines = crops.lines(passage.document, place[0], place[1], place[1], 0)
    return bool(lines) and face_and_size(passage.document, lines[0], book.setter.book)[0] is Face.MONO


def _draw_image(book: Book, crops: Crops, passage: SourcePassage, reserve: float) -> None:
    book.ensure(SMALLEST_IMAGE + 16)
    label = f"{passage.reference}, full width, as the checker saw it"
    with book.paragraph():
        text = book.setter.set(
            [Run("Page image", bold=True), Run(f"  {label}", colour=GREY)], RECORD, book.grid.measure
        )
        text.draw(book.canvas, book.grid.left, book.y)
    book.y += text.height + 4
    if not draw_page_image(book, crops, passage.document, passage.span, f"Page image of {label}", reserve):
        with book.paragraph():
            book.setter.draw_text(book.canvas, book.grid.left, book.y + 8, "The page cannot be shown.", TABLE)
        book.y += 12
    book.y += 7 * MM
