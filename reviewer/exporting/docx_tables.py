"""The tables of the DOCX: record on the cover, summary, claims, sources, redactions, sign-off."""

from collections.abc import Sequence

from reviewer.exporting import wording
from reviewer.exporting.docx_runs import number_link, text_runs, verdict_runs, verdict_sign
from reviewer.exporting.edition import PacketFacts, grouped
from reviewer.exporting.marked_text import claim_runs, correction_runs
from reviewer.exporting.pdf_sources import sign_off_rows
from reviewer.exporting.provenance import provenance_rows
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.exporting.redaction_log import HEADS, NOTHING_REDACTED, PROMISE, log_rows
from reviewer.exporting.summary import FigureDifference, Point, summarise
from reviewer.formats.docx_writing import DocxWriter
from reviewer.formats.docx_xml import TextRun, paragraph, row, table
from reviewer.model.finding import CLEAN
from reviewer.model.verdict import Method, NoteKind

_SUMMARY = (51.0, 164.0, 142.0, 125.0)
_CLAIMS = (36.0, 64.0, 180.0, 66.0, 66.0, 46.0, 24.0)
_SOURCES = (26.0, 196.0, 70.0, 104.0, 54.0, 32.0)
_LONGEST, _SHORT = 320, 62
_ROWS, _ROOMY = 12, 6


def add_summary(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add what must happen before this runs; a section has at most twelve rows and says how many more there are."""
    summary = summarise(facts)
    if summary.to_fix:
        titles = ("Claim", "As written", "Correction", "Why and where")
        compact = len(summary.to_fix) > _ROOMY
        rows = [_fix_row(record, compact) for record in summary.to_fix[:_ROWS]]
        _add_section(writer, "Must fix", len(summary.to_fix), _with_head(titles, _SUMMARY, rows))
    if summary.unsettled:
        widths = (_SUMMARY[0], _SUMMARY[1], _SUMMARY[2] + _SUMMARY[3])
        compact = len(summary.unsettled) > _ROOMY
        rows = [_unsettled_row(record, compact) for record in summary.unsettled[:_ROWS]]
        head = _with_head(("Claim", "As written", "What is missing"), widths, rows)
        _add_section(writer, "Unsourced, queries, to cut, open", len(summary.unsettled), head)
    if summary.figures:
        rows = [_figure_row(figure) for figure in summary.figures[:_ROWS]]
        head = _with_head(("Claim", "As written", "In the source", "Difference"), _SUMMARY, rows)
        _add_section(writer, "Figure differences", len(summary.figures), head)
    _add_points(writer, "Weigh before release", summary.to_weigh)
    _add_points(writer, "Not checked", summary.not_checked)


def _add_section(writer: DocxWriter, title: str, count: int, rows: str) -> None:
    writer.add(paragraph(f"{title}: {count}", "Heading2"), rows)
    if count > _ROWS:
        writer.add(paragraph(f"and {count - _ROWS} more, in the claims table", "Small"))


def _fix_row(record: ClaimRecord, compact: bool) -> list[str]:
    style, limit = ("SmallQuote", _SHORT) if compact else ("Quote", _LONGEST)
    correction = correction_runs(record, limit)
    reason = wording.finding_reason(record.findings[0]) if record.findings else ""
    why = ", ".join(part for part in (record.rule, reason) if part) or "judged without a finding"
    places = (f"Article {record.locator}", record.references)
    return [
        _id_cell(record),
        paragraph(text_runs(claim_runs(record, limit)), style),
        paragraph(text_runs(correction), style) if correction else paragraph("No correction written yet.", "TableText"),
        paragraph((", " if compact else "\n").join(part for part in (why, *places) if part), "TableText"),
    ]


def _unsettled_row(record: ClaimRecord, compact: bool) -> list[str]:
    note = record.notes.get(NoteKind.DESK) or record.notes.get(NoteKind.RESPONSE_SOUGHT) or record.rule
    places = ", ".join(part for part in (f"article {record.locator}", record.references) if part)
    return [
        _id_cell(record),
        paragraph(text_runs(claim_runs(record, _SHORT if compact else 180)), "SmallQuote"),
        paragraph(
            [
                *verdict_runs(record.decision, bold=True),
                TextRun(f": {one_line(note)}" if note else ""),
                TextRun(f" ({places})", colour="555555"),
            ],
            "TableText",
        ),
    ]


def _figure_row(figure: FigureDifference) -> list[str]:
    difference = figure.difference
    words = TextRun(f": {wording.difference_words(difference.kind)}")
    return [
        _id_cell(figure.record),
        paragraph(one_line(difference.article) or "–", "TableText"),
        paragraph(f"{one_line(difference.source) or '–'} ({figure.passage.reference})", "TableText"),
        paragraph([*verdict_runs(figure.record.decision, bold=True), words], "TableText"),
    ]


def _add_points(writer: DocxWriter, title: str, points: Sequence[Point]) -> None:
    writer.add(paragraph(title, "Heading2"))
    for point in points or (Point("Nothing was left out."),):
        runs = [TextRun("– "), TextRun(point.lead, bold=True), TextRun(f" {point.rest}" if point.rest else "")]
        writer.add(paragraph([run for run in runs if run.text], "TableText"))


def add_claims(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add the claims table; its head comes back on every page."""
    if not facts.records:
        writer.add(paragraph("No claim was found in the article, and none was added."))
        return
    titles = ("Claim", "Verdict", "Exact text, kind, said by, place", "Source", "Finding", "First", "2nd")
    writer.add(_with_head(titles, _CLAIMS, [_claim_row(writer, record) for record in facts.records]))


def _claim_row(writer: DocxWriter, record: ClaimRecord) -> list[str]:
    target = "exhibit" if record.differs else "article"
    mark = writer.bookmark(f"claims_{record.claim.id}")
    texts = [paragraph(text_runs(claim_runs(record, 1200)), "SmallQuote")]
    if record.correction is not None:
        texts.append(paragraph([TextRun("→ "), *text_runs(correction_runs(record, 1200))], "SmallQuote"))
    texts.append(paragraph(record.description, "Small"))
    labels = {
        NoteKind.DESK: "Note: ",
        NoteKind.LEGAL: "Legal note: ",
        NoteKind.RESPONSE_SOUGHT: "Response sought: ",
        NoteKind.RESPONSE_RECEIVED: "Response received: ",
    }
    for kind, label in labels.items():
        if record.notes.get(kind):
            texts.append(paragraph([TextRun(label, bold=True), TextRun(record.notes[kind])], "Small"))
    finding = [
        paragraph(
            [TextRun(record.rule or "–", bold=bool(record.findings) and record.findings[0].rule not in CLEAN)],
            "TableText",
        )
    ]
    if record.other_rules:
        finding.append(paragraph("also: " + ", ".join(record.other_rules), "Small"))
    return [
        paragraph([number_link(record, target)], "TableText", bookmarks=[mark]),
        paragraph(verdict_runs(record.decision, bold=record.needs_action and record.decision is not None), "TableText"),
        "".join(texts),
        "".join(paragraph(passage.reference, "TableText") for passage in record.passages[:3])
        or paragraph("none found", "TableText"),
        "".join(finding),
        _first(record),
        paragraph(record.second.initials if record.second else "–", "TableText"),
    ]


def _first(record: ClaimRecord) -> str:
    verdict = record.verdict
    if verdict is None:
        return paragraph("–", "TableText")
    made = paragraph(f"{verdict.by.initials} {wording.clock(verdict.by.at)}", "TableText")
    return made if verdict.method is Method.DOCUMENT else made + paragraph(wording.METHODS[verdict.method], "Small")


def add_sources(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add the sources with their hashes."""
    entries = facts.review.desk.sources
    writer.add(paragraph(f"Sources: {len(entries)}", "Heading2"))
    if not entries:
        writer.add(paragraph("No source was supplied. Nothing in this article was compared with a document."))
        return
    rows = []
    for entry in entries:
        document = facts.review.documents[entry.document]
        confidential = not document.media_type
        used = sum(any(p.entry.label == entry.label for p in record.passages) for record in facts.records)
        about = [wording.SOURCE_KINDS[entry.kind], *(wording.notice_words(notice) for notice in document.notices)]
        file = paragraph([TextRun(document.name, bold=True)], "TableText") + paragraph("; ".join(about), "Small")
        if not confidential:
            file += paragraph(f"{facts.hash_name(document.id)} {grouped(document.id)}", "Hash")
        unread = any(notice.code in wording.NOT_READ for notice in document.notices)
        read = (
            "withheld"
            if confidential
            else f"{wording.counted(len(document.pages), 'page')}, {'parts not read' if unread else 'all read'}"
        )
        rows.append(
            [
                paragraph([TextRun(entry.label, bold=True)], "TableText"),
                file,
                paragraph(wording.GRADES[entry.grade].capitalize(), "TableText"),
                paragraph(entry.obtained or "–", "TableText"),
                paragraph(read, "TableText"),
                paragraph(str(used), "TableText"),
            ]
        )
    writer.add(_with_head(("Id", "File", "Grade", "How obtained", "Read", "Claims"), _SOURCES, rows))


def add_redactions(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add the redaction log: places and reasons, never the words."""
    rows = log_rows(facts.review)
    writer.add(paragraph(f"Redaction log: {len(rows) or 'none'}", "Heading2"))
    if not rows:
        writer.add(paragraph(NOTHING_REDACTED, "TableText"))
        return
    writer.add(paragraph(f"{PROMISE[0].upper()}{PROMISE[1:]}.", "Small"))
    cells = [[paragraph(text, "TableText") for text in one.cells] for one in rows]
    writer.add(_with_head(HEADS, (28.0, 86.0, 112.0, 86.0, 82.0, 88.0), cells))


def add_sign_off(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add who has to sign."""
    writer.add(paragraph("Sign-off", "Heading2"))
    widths = (125.0, 160.0, 50.0, 77.0, 70.0)
    rows = []
    for role, name, choices in sign_off_rows(facts):
        rows.append(
            [
                paragraph([TextRun(role, bold=True)], "TableText") + paragraph(name or " ", "Small"),
                paragraph("   ".join(f"☐ {choice}" for choice in choices), "TableText"),
                paragraph(" ", "TableText"),
                paragraph(" ", "TableText"),
                paragraph(" ", "TableText"),
            ]
        )
    writer.add(_with_head(("Name", "Decision", "Initials", "Date, time", "Condition"), widths, rows))


def add_provenance(writer: DocxWriter, facts: PacketFacts) -> None:
    """Add what the packet was made with."""
    writer.add(paragraph("Provenance", "Heading2"))
    widths = (90.0, 392.0)
    rows = [
        [
            paragraph(f"Article, draft {facts.review.desk.draft}", "Small"),
            paragraph(f"{facts.hash_name(facts.article.id)} {grouped(facts.article.id)}", "Hash"),
        ]
    ]
    rows += [[paragraph(name, "Small"), paragraph(value, "TableText")] for name, value in provenance_rows(facts)]
    writer.add(table(widths, [row(cells, widths) for cells in rows]))


def _with_head(titles: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    head = row([paragraph(title, "TableHead") for title in titles], widths, is_head=True)
    return table(widths, [head, *(row(cells, widths) for cells in rows)])


def _id_cell(record: ClaimRecord) -> str:
    return paragraph([verdict_sign(record.decision), TextRun(" "), number_link(record, "claims")], "TableText")
