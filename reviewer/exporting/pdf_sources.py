"""Sources with their hashes, the redaction log, sign-off and provenance."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.edition import PacketFacts, grouped
from reviewer.exporting.provenance import provenance_rows
from reviewer.exporting.redaction_log import HEADS, NOTHING_REDACTED, PROMISE, log_rows
from reviewer.exporting.setting import Run, baseline_in
from reviewer.exporting.style import GREY, HASH, INK, MM, RECORD, SUMMARY_TEXT, TABLE_SMALL
from reviewer.exporting.table import Column, Paragraph, Row, Table
from reviewer.model.document import Document
from reviewer.model.geometry import Box
from reviewer.model.source import Grade, SourceEntry


def draw_sources(book: Book) -> None:
    """Draw the last part of the packet."""
    book.titled_page("Sources, redactions, sign-off", target="part.sources")
    _draw_list(book)
    _draw_log(book)
    _draw_sign_off(book)
    _draw_provenance(book)


def _draw_list(book: Book) -> None:
    review = book.facts.review
    entries = review.desk.sources
    book.section(f"Sources: {len(entries)}")
    if not entries:
        _say(book, "No source was supplied. Nothing in this article was compared with a document.")
        return
    extra = book.grid.measure - 170 * MM
    columns = [
        Column("Id", 0, 9 * MM),
        Column("File", 10 * MM, 60 * MM + extra),
        Column("Grade", 72 * MM + extra, 21 * MM),
        Column("How obtained", 95 * MM + extra, 38 * MM),
        Column("Read", 135 * MM + extra, 21 * MM),
        Column("Claims", 158 * MM + extra, 12 * MM),
    ]
    used: dict[str, int] = {}
    for record in book.facts.records:
        for label in {passage.entry.label for passage in record.passages}:
            used[label] = used.get(label, 0) + 1
    rows = [_source_row(book, entry, review.documents[entry.document], used.get(entry.label, 0)) for entry in entries]
    Table(book, columns).draw(rows)


def _source_row(book: Book, entry: SourceEntry, document: Document, claims: int) -> Row:
    confidential = not document.media_type
    notices = [wording.notice_words(notice) for notice in document.notices]
    lines = sum(max((word.line for word in page.words), default=0) for page in document.pages)
    extent = f"{wording.counted(len(document.pages), 'page')}, {wording.counted(lines, 'line')}"
    unread = [notice for notice in document.notices if notice.code in wording.NOT_READ]
    file = [
        Paragraph([Run(document.name, bold=True)], SUMMARY_TEXT),
        Paragraph(_about(book, entry, document), SUMMARY_TEXT.coloured(GREY)),
        *(Paragraph(notice, SUMMARY_TEXT.coloured(GREY)) for notice in notices),
    ]
    if not confidential:
        file.append(
            Paragraph(
                f"{book.facts.hash_name(document.id)} {grouped(document.id[:32])}\n{grouped(document.id[32:])}",
                replace(HASH, size=6.5, leading=9),
            )
        )
    return Row(
        [
            [Paragraph([Run(entry.label, bold=True)], SUMMARY_TEXT)],
            file,
            [Paragraph(wording.GRADES[entry.grade].capitalize(), SUMMARY_TEXT)],
            [Paragraph(entry.obtained or "–", SUMMARY_TEXT)],
            [
                Paragraph("withheld" if confidential else extent, SUMMARY_TEXT),
                Paragraph(
                    "" if confidential else "parts not read" if unread else "all read", SUMMARY_TEXT.coloured(GREY)
                ),
            ],
            [Paragraph(str(claims), SUMMARY_TEXT)],
        ],
        target=f"source.{entry.label}",
        padding=5,
    )


def _about(book: Book, entry: SourceEntry, document: Document) -> str:
    parts = [wording.SOURCE_KINDS[entry.kind]]
    parent = next((other for other in book.facts.review.desk.sources if other.document == document.parent), None)
    if parent is not None and parent.grade is not Grade.ANONYMOUS:
        parts.append(f"attached to {parent.label}")
    if document.published:
        parts.append(f"dated {document.published}")
    return ", ".join(parts)


def _draw_log(book: Book) -> None:
    rows = log_rows(book.facts.review)
    book.section(f"Redaction log: {len(rows) or 'none'}", PROMISE if rows else "", needs=70, gap=8 * MM)
    if not rows:
        _say(book, NOTHING_REDACTED)
        return
    places = ((0, 9), (10, 30), (42, 40), (84, 28), (114, 26), (142, 28))
    columns = [Column(head, x * MM, width * MM) for head, (x, width) in zip(HEADS, places, strict=True)]
    Table(book, columns).draw([Row([[Paragraph(text, SUMMARY_TEXT)] for text in row.cells]) for row in rows])


def _draw_sign_off(book: Book) -> None:
    facts = book.facts
    desk = facts.review.desk
    side = f"on draft {desk.draft}, packet {facts.packet_id}, review.json {facts.short_hash}"
    rows = sign_off_rows(book.facts)
    book.section("Sign-off", side, gap=8 * MM, needs=60 + 48 * 2)
    columns = [("Name", 0), ("Decision", 44), ("Initials", 100), ("Date, time", 118), ("Condition", 145)]
    with book.canvas.artifact():
        for title, x in columns:
            book.setter.draw_text(book.canvas, book.grid.left + x * MM, book.y + 9, title, TABLE_SMALL)
    book.y += 16
    book.rule(0.5, INK)
    for role, name, choices in rows:
        book.ensure(48)
        _sign_off_row(book, role, name, choices)


def sign_off_rows(facts: PacketFacts) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return role, name and choices of everybody who signs."""
    records, desk = facts.records, facts.review.desk
    checkers = {r.verdict.by.initials: r.verdict.by.name for r in records if r.verdict}
    seconds = {r.second.initials: r.second.name for r in records if r.second}
    return [
        ("Reporter", desk.reporter, ("Queries answered",)),
        ("Checker", _named(checkers), ("Release", "Hold")),
        ("Second reader", _named(seconds), ("Release", "Hold")),
        ("Desk editor", "", ("Release", "Hold", "Legal read")),
        ("Legal", "", ("No objection", "See condition")),
    ]


def _named(people: dict[str, str]) -> str:
    return ", ".join(f"{name} ({initials})" if name else initials for initials, name in people.items())


def _sign_off_row(book: Book, role: str, name: str, choices: Sequence[str]) -> None:
    canvas, left, y = book.canvas, book.grid.left, book.y + 7
    with book.paragraph():
        book.setter.draw_text(canvas, left, y + baseline_in(RECORD), role, RECORD.bold)
        if name:
            text = book.setter.one_line(name, RECORD.coloured(GREY), 42 * MM)
            text.draw(canvas, left, y + RECORD.leading)
    x = left + 44 * MM
    with book.paragraph():
        for choice in choices:
            canvas.box(Box(x, y + 1.5, x + 9, y + 10.5), None, INK, 0.7)
            x += 13 + book.setter.draw_text(canvas, x + 13, y + baseline_in(RECORD), choice, RECORD) + 10
    book.y += 41
    book.rule(0.5, INK)


def _draw_provenance(book: Book) -> None:
    facts = book.facts
    book.section("Provenance", needs=80, gap=8 * MM)
    apart = "\n" if facts.article.id in facts.redacted else " "
    rows = [
        (
            f"Article, draft {facts.review.desk.draft}",
            [
                Run(
                    f"{facts.hash_name(facts.article.id)}{apart}{grouped(facts.article.id)}",
                    face=HASH.face,
                    size=HASH.size,
                )
            ],
        ),
        *((name, [Run(value)]) for name, value in provenance_rows(facts)),
    ]
    for name, runs in rows:
        text = book.setter.set(runs, SUMMARY_TEXT, book.grid.measure - 30 * MM)
        book.ensure(text.height + 3)
        with book.paragraph():
            book.setter.draw_text(
                book.canvas, book.grid.left, book.y + baseline_in(SUMMARY_TEXT), name, SUMMARY_TEXT.coloured(GREY)
            )
            text.draw(book.canvas, book.grid.left + 30 * MM, book.y)
        book.y += text.height + 2


def _say(book: Book, words: str) -> None:
    text = book.setter.set(words, SUMMARY_TEXT, book.grid.measure)
    with book.paragraph():
        text.draw(book.canvas, book.grid.left, book.y + 2)
    book.y += text.height + 4
