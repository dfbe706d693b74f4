"""Side-by-side exhibits: a claim and the passage it does not agree with, word for word and as the page shows it."""

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.comparison import compare
from reviewer.exporting.marked_text import correction_runs
from reviewer.exporting.pdf_comparison import draw_comparison
from reviewer.exporting.pdf_context import Crops, draw_lines, draw_page_image
from reviewer.exporting.records import ClaimRecord, SourcePassage, one_line
from reviewer.exporting.setting import Run, baseline_in
from reviewer.exporting.shapes import draw_verdict
from reviewer.exporting.style import GREY, HAIR, INK, MM, RECORD, TABLE, Style
from reviewer.model.finding import Tone
from reviewer.model.verdict import NoteKind
from reviewer.pages.fonts import Face

_VERDICT = Style(Face.SANS_BOLD, 12.5, 16)
_RULE = Style(Face.SANS, 10, 14)
_LONGEST_NOTE = 700


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
    _draw_side_by_side(book, record, passage)
    _draw_image(book, crops, passage)
    _draw_record(book, record, passage)


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


def _draw_side_by_side(book: Book, record: ClaimRecord, passage: SourcePassage) -> None:
    grid = book.grid
    book.y += 6 * MM
    book.ensure(110)
    gap = 6 * MM
    width = (grid.measure - gap) / 2
    right_x = grid.left + width + gap
    grade = wording.GRADES[passage.entry.grade]
    heads = (
        (grid.left, [Run("Article", bold=True), Run(f"  {record.locator}", colour=GREY)]),
        (
            right_x,
            [
                Run(f"{passage.entry.label} {passage.document.name}", bold=True),
                Run(f"  {passage.locator}, {grade}", colour=GREY),
            ],
        ),
    )
    top = book.y
    heights = []
    for x, runs in heads:
        text = book.setter.set(runs, RECORD, width).cut(0, 2)
        with book.paragraph():
            text.draw(book.canvas, x, top)
        heights.append(text.height)
    line = top + max(heights) + 2
    for x, _ in heads:
        book.canvas.line((x, line), (x + width, line), 0.5, INK)
    tone = record.tone if record.tone is not Tone.CLEAN else Tone.UNKNOWN
    with book.paragraph("Sect"):
        left_end = draw_lines(book, book.facts.article, record.claim.span, grid.left, line + 5, width, tone)
    with book.paragraph("Sect"):
        right_end = draw_lines(book, passage.document, passage.span, right_x, line + 5, width, None)
    book.y = max(left_end, right_end) + 8 * MM


def _draw_image(book: Book, crops: Crops, passage: SourcePassage) -> None:
    book.ensure(110)
    label = f"{passage.reference}, full width, as the checker saw it"
    with book.paragraph():
        text = book.setter.set(
            [Run("Page image", bold=True), Run(f"  {label}", colour=GREY)], RECORD, book.grid.measure
        )
        text.draw(book.canvas, book.grid.left, book.y)
    book.y += text.height + 4
    if not draw_page_image(book, crops, passage.document, passage.span, f"Page image of {label}"):
        with book.paragraph():
            book.setter.draw_text(book.canvas, book.grid.left, book.y + 8, "The page cannot be shown.", TABLE)
        book.y += 12
    book.y += 9 * MM


def _draw_record(book: Book, record: ClaimRecord, passage: SourcePassage) -> None:
    grid = book.grid
    verdict, second = record.verdict, record.second
    checked = (
        [Run(verdict.by.initials, bold=True), Run(f" {wording.day_and_time(verdict.by.at)}")] if verdict else [Run("–")]
    )
    reader = [Run(second.initials, bold=True), Run(f" {wording.day_and_time(second.at)}")] if second else [Run("–")]
    note = one_line(record.notes.get(NoteKind.DESK, ""))
    reasons = "; ".join(_reasons(record))
    method = wording.METHODS[verdict.method] if verdict else "–"
    rows = [
        (
            ("Correction", correction_runs(record) or [Run("–")]),
            ("Verdict", [Run(wording.DECISIONS[record.decision], bold=True)]),
        ),
        (("How verified", [Run(method)]), ("Checked", checked)),
        (("Found", [Run(reasons or "–")]), ("Second reader", reader)),
        (
            (
                "Source file",
                [
                    Run(f"{passage.entry.label}, sha256 "),
                    Run(passage.document.id[:8], face=Face.MONO),
                    Run(" (in full under "),
                    Run("Sources", target="part.sources"),
                    Run(")"),
                ],
            ),
            ("Note to desk", [Run(note[:_LONGEST_NOTE] or "none")]),
        ),
    ]
    legal = one_line(record.notes.get(NoteKind.LEGAL, ""))
    if legal:
        rows.append((("Legal note", [Run(legal)]), ("", [])))
    left_width, right_x = 62 * MM, grid.left + 96 * MM
    first = True
    for (name, runs), (other_name, other_runs) in rows:
        style = Style(Face.SERIF, 10.5, 13.6) if name == "Correction" else RECORD
        wide = grid.measure - 27 * MM if not other_name else left_width
        value = book.setter.set(runs, style, wide)
        other = book.setter.set(other_runs, RECORD, grid.right - right_x - 27 * MM)
        height = max(value.height, other.height, RECORD.leading) + 9
        if first:
            book.ensure(height * 4)
            book.rule(1.5, INK)
            first = False
        elif book.ensure(height):
            pass
        y = book.y + 5
        for label, label_x, text, text_x in (
            (name, grid.left, value, grid.left + 27 * MM),
            (other_name, right_x, other, right_x + 27 * MM),
        ):
            if label:
                with book.paragraph():
                    book.setter.draw_text(book.canvas, label_x, y + baseline_in(RECORD), label, RECORD.coloured(GREY))
                    text.draw(book.canvas, text_x, y)
        book.y += height
        book.rule(0.5, HAIR)


def _reasons(record: ClaimRecord) -> list[str]:
    made = []
    for finding in record.findings:
        reason = wording.finding_reason(finding)
        made.append(f"{wording.rule_words(finding.rule)}: {reason}" if reason else wording.rule_words(finding.rule))
    return made
