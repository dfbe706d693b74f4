"""The exhibits of the DOCX: claim and passage word for word, and the page as pixels."""

from reviewer.exporting import wording
from reviewer.exporting.comparison import Cell, compare
from reviewer.exporting.docx_runs import number_link, text_runs, verdict_runs
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.marked_text import correction_runs
from reviewer.exporting.pdf_context import Crops, passage_page
from reviewer.exporting.records import ClaimRecord, SourcePassage, one_line
from reviewer.exporting.style import PALE, PROBLEM, PROBLEM_TINT
from reviewer.formats.docx_writing import DocxWriter
from reviewer.formats.docx_xml import TextRun, paragraph, row, table
from reviewer.model.geometry import Box
from reviewer.model.verdict import NoteKind

_WIDTHS = (70.0, 412.0)
_IMAGE_WIDTH = 460.0
_CONTEXT = 3


def add_exhibits(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add one exhibit for each claim with a passage that it differs from."""
    records = [record for record in facts.records if record.differs]
    crops = Crops(dict(facts.galleys))
    try:
        for record in records:
            if record.passage is not None:
                _add_exhibit(writer, facts, crops, record, record.passage)
    finally:
        crops.close()


def _add_exhibit(
    writer: DocxWriter, facts: PacketFacts, crops: Crops, record: ClaimRecord, passage: SourcePassage
) -> None:
    mark = writer.bookmark(f"exhibit_{record.claim.id}")
    writer.add(paragraph(f"Exhibit {record.number}", "Heading1", bookmarks=[mark], page_break=True))
    rules = "; also ".join(part for part in (record.rule, ", ".join(record.other_rules)) if part)
    head = [*verdict_runs(record.decision, bold=True), TextRun(f"  {rules}. {record.description}. ")]
    writer.add(paragraph([*head, TextRun("In the table: "), number_link(record, "claims")], "Lead"))
    writer.add(_comparison(compare(facts.article, record, passage)))
    _add_image(writer, crops, passage)
    writer.add(paragraph("Record", "Heading3"), _record(record, passage))


def _comparison(cells: list[Cell]) -> str:
    article: list[TextRun] = []
    source: list[TextRun] = []
    for cell in cells:
        changed = cell.is_change
        mine, theirs = cell.article or "– – –", cell.source or "– – –"
        article.append(
            TextRun(f"{mine} ", bold=changed, underline="double" if changed and cell.article else "",
                    underline_colour=PROBLEM if changed else "", shade=PROBLEM_TINT if changed and cell.article else "")
        )  # fmt: skip
        source.append(TextRun(f"{theirs} ", bold=changed, colour="" if changed else PALE))
    labels = [
        f"{cell.label}: {cell.article or 'nothing'} / {cell.source or 'nothing'}" for cell in cells if cell.is_change
    ]
    rows = [
        row([paragraph("Article", "Small"), paragraph(article, "Quote")], _WIDTHS, may_split=True),
        row([paragraph("Source", "Small"), paragraph(source, "Quote")], _WIDTHS, may_split=True),
        row(
            [paragraph("Difference", "Small"), paragraph("\n".join(labels) or "–", "TableText")],
            _WIDTHS,
            may_split=True,
        ),
    ]
    return table(_WIDTHS, rows)


def _add_image(writer: DocxWriter, crops: Crops, passage: SourcePassage) -> None:
    grade = wording.GRADES[passage.entry.grade]
    title = f"{passage.entry.label} {passage.document.name}, {passage.locator}, {grade}"
    writer.add(paragraph(title, "Heading3"))
    place = passage_page(passage.document, passage.span)
    png = None
    if place is not None:
        page, first, last = place
        lines = crops.lines(passage.document, page, first, min(last, first + 20), _CONTEXT)
        top = max(0.0, min(line.box.y0 for line in lines) - 1)
        bottom = min(page.height, max(line.box.y1 for line in lines) + 4)
        png = crops.picture(passage.document, page.number, Box(0.0, top, page.width, bottom))
    if png is None:
        writer.add(paragraph("The page cannot be shown.", "TableText"))
        return
    picture = writer.picture(png, _IMAGE_WIDTH, f"Page image of {passage.reference}")
    writer.add(paragraph([picture]))


def _record(record: ClaimRecord, passage: SourcePassage) -> str:
    verdict, second = record.verdict, record.second
    lines = [
        ("Correction", text_runs(correction_runs(record)) or [TextRun("–")]),
        ("How verified", [TextRun(wording.METHODS[verdict.method] if verdict else "–")]),
        ("Checked", [TextRun(f"{verdict.by.initials} {wording.day_and_time(verdict.by.at)}" if verdict else "–")]),
        ("Second reader", [TextRun(f"{second.initials} {wording.day_and_time(second.at)}" if second else "–")]),
        ("Source words", [TextRun(one_line(passage.text)[:1500])]),
        ("Source file", [TextRun(f"{passage.entry.label}, sha256 {passage.document.id[:8]}")]),
        ("Note to desk", [TextRun(one_line(record.notes.get(NoteKind.DESK, "")) or "none")]),
    ]
    if record.notes.get(NoteKind.LEGAL):
        lines.append(("Legal note", [TextRun(one_line(record.notes[NoteKind.LEGAL]))]))
    return table(
        _WIDTHS, [row([paragraph(name, "Small"), paragraph(runs, "TableText")], _WIDTHS) for name, runs in lines]
    )
