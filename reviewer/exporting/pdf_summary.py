"""The summary: one page that says what must happen before this runs."""

from collections.abc import Sequence
from functools import partial

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.marked_text import claim_runs, correction_runs
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.exporting.setting import Run, baseline_in
from reviewer.exporting.shapes import draw_verdict
from reviewer.exporting.style import (
    GREY,
    INK,
    MM,
    MUST_FIX,
    SECTION,
    SUMMARY_QUOTE,
    SUMMARY_TEXT,
    TABLE_QUOTE,
    TABLE_SMALL,
)
from reviewer.exporting.summary import FigureDifference, Point, Summary, summarise
from reviewer.exporting.table import Column, Paragraph, Row, Table
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.verdict import Decision, NoteKind

_ROWS = 12
"""Rows of a section before the rest is only counted."""
_ROOMY = 6
_LONGEST = 320


def draw_summary(book: Book) -> None:
    """Draw the summary."""
    summary = summarise(book.facts)
    title = "What must happen before this runs" if book.facts.standing.hold else "What was checked"
    book.titled_page(title, target="part.summary")
    _draw_fixes(book, summary.to_fix)
    _draw_unsettled(book, summary.unsettled)
    _draw_figures(book, summary.figures)
    _draw_lists(book, summary)


def _columns(book: Book, titles: Sequence[str]) -> list[Column]:
    extra = book.grid.measure - 170 * MM
    edges = (0, 18 * MM, 76 * MM + extra / 2, 126 * MM + extra)
    widths = (16 * MM, 55 * MM + extra / 2, 47 * MM + extra / 2, 44 * MM)
    return [Column(title, x, width) for title, x, width in zip(titles, edges, widths, strict=True)]


def _draw_fixes(book: Book, records: Sequence[ClaimRecord]) -> None:
    if not records:
        return
    book.section(f"Must fix: {len(records)}", "side by side in the exhibits" if any(r.differs for r in records) else "")
    compact = len(records) > _ROOMY
    style, lines = (TABLE_QUOTE, 1) if compact else (MUST_FIX, 0)
    rows = []
    for record in records[:_ROWS]:
        correction = correction_runs(record, _LONGEST) or [Run("No correction written yet.", colour=GREY)]
        rows.append(
            Row(
                [
                    [_id(record)],
                    [Paragraph(claim_runs(record, _LONGEST), style, most_lines=lines)],
                    [Paragraph(correction, style, most_lines=lines)],
                    [Paragraph(_why(record), SUMMARY_TEXT, most_lines=lines)],
                ],
                padding=2 if compact else 5,
            )
        )
    Table(book, _columns(book, ("Claim", "As written", "Correction", "Why and where"))).draw(rows)
    _and_more(book, len(records))


def _draw_unsettled(book: Book, records: Sequence[ClaimRecord]) -> None:
    if not records:
        return
    names = [
        word.lower() for decision, word in wording.DECISIONS.items() if any(r.decision is decision for r in records)
    ]
    title = ", ".join(names).replace("query", "queries")
    book.section(f"{title[0].upper()}{title[1:]}: {len(records)}", needs=50)
    extra = book.grid.measure - 170 * MM
    columns = [
        Column("", 0, 16 * MM),
        Column("", 18 * MM, 55 * MM + extra / 2),
        Column("", 76 * MM + extra / 2, 94 * MM + extra / 2),
    ]
    compact = len(records) > _ROOMY
    style, lines = (TABLE_QUOTE, 1) if compact else (SUMMARY_QUOTE, 0)
    rows = [
        Row(
            [
                [_id(record)],
                [Paragraph(claim_runs(record, 180), style, most_lines=lines)],
                [Paragraph(_what(record), SUMMARY_TEXT, most_lines=lines)],
            ],
            padding=2 if compact else 4,
        )
        for record in records[:_ROWS]
    ]
    Table(book, columns, has_head=False).draw(rows)
    _and_more(book, len(records))


def _draw_figures(book: Book, figures: Sequence[FigureDifference]) -> None:
    if not figures:
        return
    side = "every number that is not printed exactly as the source has it"
    book.section(f"Figure differences: {len(figures)}", side)
    rows = []
    for figure in figures[:_ROWS]:
        difference, record = figure.difference, figure.record
        verdict = wording.DECISIONS[record.decision]
        rows.append(
            Row(
                [
                    [_id(record)],
                    [Paragraph(one_line(difference.article) or "–", SUMMARY_TEXT)],
                    [
                        Paragraph(
                            [
                                Run(one_line(difference.source) or "–"),
                                Run(f" ({figure.passage.reference})", colour=GREY),
                            ],
                            SUMMARY_TEXT,
                        )
                    ],
                    [
                        Paragraph(
                            [Run(f"{verdict}.", bold=True), Run(" " + wording.difference_words(difference.kind))],
                            SUMMARY_TEXT,
                        )
                    ],
                ],
                padding=2 if len(figures) > _ROOMY else 4,
            )
        )
    Table(book, _columns(book, ("Claim", "As written", "In the source", "Difference"))).draw(rows)
    _and_more(book, len(figures))


def _draw_lists(book: Book, summary: Summary) -> None:
    grid = book.grid
    gap = 8 * MM
    width = (grid.measure - gap) / 2
    heights = [_list_height(book, points, width) for points in (summary.to_weigh, summary.not_checked)]
    book.y += 9 * MM if book.y > grid.body + 1 else 0
    if book.room < max(heights) + 24:
        book.continued_page(rule=False)
    elif book.y <= grid.body + 1:
        book.y += 2
    top = book.y
    for title, points, x in (
        ("Weigh before release", summary.to_weigh, grid.left),
        ("Not checked", summary.not_checked, grid.left + width + gap),
    ):
        book.canvas.line((x, top), (x + width, top), 1.5, INK)
        with book.paragraph("H2"):
            book.setter.draw_text(book.canvas, x, top + 5 + baseline_in(SECTION), title, SECTION)
        _draw_list(book, points, x, top + 5 + SECTION.leading + 3, width)
    book.y = top + max(heights) + 24


def _draw_list(book: Book, points: Sequence[Point], x: float, y: float, width: float) -> None:
    with book.paragraph("L"):
        for point in points or (Point("Nothing was left out."),):
            text = book.setter.set(_point_runs(point), SUMMARY_TEXT, width - 10)
            with book.paragraph("LI"):
                with book.paragraph("Lbl"):
                    book.setter.draw_text(book.canvas, x, y + baseline_in(SUMMARY_TEXT), "–", SUMMARY_TEXT)
                with book.paragraph("LBody"):
                    text.draw(book.canvas, x + 10, y)
            y += text.height + 3


def _list_height(book: Book, points: Sequence[Point], width: float) -> float:
    texts = [book.setter.set(_point_runs(point), SUMMARY_TEXT, width - 10) for point in points]
    return sum(text.height + 3 for text in texts)


def _point_runs(point: Point) -> list[Run]:
    return [Run(point.lead, bold=True), Run(" " + point.rest)]


def _id(record: ClaimRecord) -> Paragraph:
    shape = partial(_shape, decision=record.decision)
    return Paragraph([Run(record.number, bold=True, target=f"claims.{record.claim.id}")], SUMMARY_TEXT, 12, shape)


def _shape(canvas: Canvas, x: float, y: float, decision: Decision | None) -> None:
    draw_verdict(canvas, decision, x + 4.5, y + 5.8, 8.6)


def _why(record: ClaimRecord) -> list[Run]:
    reason = wording.finding_reason(record.findings[0]) if record.findings else ""
    lead = record.rule[:1].upper() + record.rule[1:] if record.rule else "Judged without a finding"
    runs = [Run(f"{lead}, {reason}" if reason else lead), Run(f"\nArticle {record.locator}")]
    if record.passage is not None:
        runs += [
            Run(f"\n{record.references} "),
            Run(f"({wording.GRADES[record.passage.entry.grade]})", colour=GREY),
        ]
    return runs


def _what(record: ClaimRecord) -> list[Run]:
    words = {
        Decision.UNSOURCED: "No source holds it.",
        Decision.QUERY: "To the reporter.",
        Decision.CUT: "To be cut.",
        None: "Nobody has judged it.",
    }[record.decision]
    if record.decision is None and record.rule:
        words += f" The machine found: {record.rule}" + (f", {record.references}." if record.references else ".")
    note = record.notes.get(NoteKind.DESK) or record.notes.get(NoteKind.RESPONSE_SOUGHT) or ""
    runs = [Run(f"{wording.DECISIONS[record.decision]}.", bold=True), Run(f" {one_line(note) or words} ")]
    return [*runs, Run(f"Article {record.locator}", colour=GREY)]


def _and_more(book: Book, count: int) -> None:
    if count > _ROWS:
        with book.paragraph():
            text = book.setter.set(
                [Run(f"and {count - _ROWS} more, in "), Run("the claims table", target="part.claims")],
                TABLE_SMALL,
                book.grid.measure,
            )
            text.draw(book.canvas, book.grid.left, book.y + 4)
        book.y += text.height + 4
