"""The claims table: every claim once, with everything that was found and decided."""

from functools import partial

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.marked_text import claim_runs, correction_runs
from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.setting import Run
from reviewer.exporting.shapes import draw_verdict
from reviewer.exporting.style import GREY, MM, TABLE, TABLE_QUOTE, TABLE_SMALL
from reviewer.exporting.table import Column, Paragraph, Row, Table
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.finding import CLEAN
from reviewer.model.verdict import Decision, Method, NoteKind

_LONGEST_QUOTE = 1200


def draw_claims(book: Book) -> None:
    """Draw the table on as many pages as it needs."""
    side = "Checked against the document unless another way is named."
    book.titled_page("Claims", side, target="part.claims")
    if not book.facts.records:
        with book.paragraph():
            text = book.setter.set("No claim was found in the article, and none was added.", TABLE, book.grid.measure)
            text.draw(book.canvas, book.grid.left, book.y + 8)
        return
    extra = book.grid.measure - 170 * MM
    columns = [
        Column("Claim", 0, 9.5 * MM),
        Column("Verdict", 10 * MM, 21 * MM),
        Column("Exact text, kind, said by, place", 32 * MM, 73.5 * MM + extra),
        Column("Source", 107.5 * MM + extra, 18.5 * MM),
        Column("Finding", 127.5 * MM + extra, 19.5 * MM),
        Column("First", 148.7 * MM + extra, 14.5 * MM),
        Column("2nd", 164 * MM + extra, 6 * MM),
    ]
    rows = [_row(record) for record in book.facts.records]
    rows[-1].heavy_end = True
    Table(book, columns).draw(rows)


def _row(record: ClaimRecord) -> Row:
    decision = record.decision
    target = f"exhibit.{record.claim.id}" if record.differs else f"article.{record.claim.id}"
    shape = partial(_shape, decision=decision)
    return Row(
        cells=[
            [Paragraph([Run(record.number, bold=True, target=target)])],
            [
                Paragraph(
                    [Run(wording.DECISIONS[decision], bold=record.needs_action and decision is not None)],
                    TABLE,
                    11,
                    shape,
                )
            ],
            _words(record),
            _sources(record),
            _finding(record),
            _first(record),
            [Paragraph(record.second.initials if record.second else "–")],
        ],
        target=f"claims.{record.claim.id}",
    )


def _shape(canvas: Canvas, x: float, y: float, decision: Decision | None) -> None:
    draw_verdict(canvas, decision, x + 4, y + 5.2, 7.8)


def _words(record: ClaimRecord) -> list[Paragraph]:
    made = [Paragraph(claim_runs(record, _LONGEST_QUOTE), TABLE_QUOTE)]
    if record.correction is not None:
        made.append(Paragraph([Run("→ "), *correction_runs(record, _LONGEST_QUOTE)], TABLE_QUOTE))
    made.append(Paragraph(record.description, TABLE_SMALL))
    labels = {
        NoteKind.DESK: "Note: ",
        NoteKind.LEGAL: "Legal note: ",
        NoteKind.RESPONSE_SOUGHT: "Response sought: ",
        NoteKind.RESPONSE_RECEIVED: "Response received: ",
    }
    for kind, label in labels.items():
        if record.notes.get(kind):
            made.append(Paragraph([Run(label, bold=True), Run(record.notes[kind])], TABLE_SMALL))
    return made


def _sources(record: ClaimRecord) -> list[Paragraph]:
    if not record.passages:
        return [Paragraph("none found", TABLE.coloured(GREY))]
    return [Paragraph(passage.reference) for passage in record.passages[:3]]


def _finding(record: ClaimRecord) -> list[Paragraph]:
    if not record.findings:
        return [Paragraph("–")]
    bold = record.findings[0].rule not in CLEAN
    made = [Paragraph([Run(record.rule, bold=bold)])]
    if record.other_rules:
        made.append(Paragraph("also: " + ", ".join(record.other_rules), TABLE_SMALL))
    return made


def _first(record: ClaimRecord) -> list[Paragraph]:
    verdict = record.verdict
    if verdict is None:
        return [Paragraph("–")]
    made = [Paragraph(f"{verdict.by.initials} {wording.clock(verdict.by.at)}")]
    if verdict.method is not Method.DOCUMENT:
        made.append(Paragraph(wording.METHODS[verdict.method], TABLE_SMALL))
    return made
