"""The annotated article in the DOCX: the galley's lines with their numbers, comments on the article's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from reviewer.exporting.docx_runs import UNDERLINES, verdict_sign
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.galley_lines import GalleyLine, face_and_size, galley_lines
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.exporting.remarks import shown_tone
from reviewer.exporting.style import PALE, TINTS
from reviewer.exporting.tracked import TrackedChange, tracked_changes
from reviewer.formats.docx_comments import word_date
from reviewer.formats.docx_styles import MONO, SANS
from reviewer.formats.docx_writing import DocxWriter, bookmark_name
from reviewer.formats.docx_xml import CommentEnd, CommentStart, Inline, TextRun, paragraph, row, table
from reviewer.model.document import BlockKind
from reviewer.model.geometry import Span
from reviewer.pages.fonts import Face, FontBook

_WIDTHS = (30.0, 292.0, 160.0)
_LINE, _HEADLINE_LINE = 14.4, 20.0
_BODY_SIZE, _MONO_SIZE, _FURNITURE_SIZE, _HEADLINE_SIZE = 10.0, 7.5, 8.0, 15.0


@dataclass(frozen=True)
class _Shown:
    """A claim and the stretch of it that lies in the block where it starts: a comment cannot leave its cell."""

    record: ClaimRecord
    span: Span
    thread: Sequence[int]


def add_article(writer: DocxWriter, facts: PacketFacts, threads: Mapping[str, list[int]]) -> None:
    """Add the article as a table: line numbers, the lines, notes in the margin."""
    fonts = FontBook()
    lines = galley_lines(facts.article)
    blocks = [list(group) for _, group in groupby(lines, key=lambda line: (line.page, line.block_start))]
    rows: list[str] = []
    placed: set[str] = set()
    changes = tracked_changes(facts)
    page = 0
    for block in blocks:
        start, end = block[0].start, max(line.end for line in block)
        touching = [r for r in facts.records if r.claim.span.start < end and r.claim.span.end > start]
        shown = _shown(touching, Span(start, end), threads, placed)
        placed |= {item.record.claim.id for item in shown}
        start_of_page = block[0].page if block[0].page != page else 0
        page = block[0].page
        inside = [one for one in changes if one.span.start <= end and one.span.end >= start]
        rows.append(_row(writer, facts, block, shown, touching, inside, fonts, start_of_page))
    if rows:
        writer.add(table(_WIDTHS, rows, style="ArticleTable"))
    _add_lost(writer, facts, threads, placed)


def _shown(
    touching: Sequence[ClaimRecord], block: Span, threads: Mapping[str, list[int]], placed: set[str]
) -> list[_Shown]:
    found = []
    for record in touching:
        span = record.claim.span
        if record.claim.id not in placed and span.length:
            inside = Span(max(span.start, block.start), min(span.end, block.end))
            found.append(_Shown(record, inside, threads[record.claim.id]))
    return found


def _row(
    writer: DocxWriter,
    facts: PacketFacts,
    block: Sequence[GalleyLine],
    shown: Sequence[_Shown],
    touching: Sequence[ClaimRecord],
    changes: Sequence[TrackedChange],
    fonts: FontBook,
    start_of_page: int,
) -> str:
    first = block[0]
    is_headline = first.kind is BlockKind.HEADLINE and not first.is_furniture
    distance = _HEADLINE_LINE if is_headline else _LINE
    numbers = "\n".join(str(line.number) for line in block)
    page = [TextRun(f"p{start_of_page} ", bold=True)] if start_of_page else []
    content = _content(facts, block, shown, touching, changes, _style_of(facts, first, fonts))
    marks = [writer.bookmark(f"article_{item.record.claim.id}") for item in shown]
    return row(
        [
            paragraph([*page, TextRun(numbers)], "LineNumber", exact_line=distance),
            paragraph(content, "ArticleText", bookmarks=marks, exact_line=distance),
            "".join(_note(item.record) for item in shown),
        ],
        _WIDTHS,
        may_split=True,
    )


def _style_of(facts: PacketFacts, line: GalleyLine, fonts: FontBook) -> TextRun:
    """Return an empty run that shows how the block is set."""
    if line.is_furniture:
        return TextRun("", font=SANS, size=_FURNITURE_SIZE, colour=PALE)
    if facts.article.typeset and face_and_size(facts.article, line, fonts)[0] is Face.MONO:
        return TextRun("", font=MONO, size=_MONO_SIZE)
    if line.kind is BlockKind.HEADLINE:
        return TextRun("", bold=True, size=_HEADLINE_SIZE)
    return TextRun("", bold=line.kind is BlockKind.HEADING, size=_BODY_SIZE)


def _content(
    facts: PacketFacts,
    block: Sequence[GalleyLine],
    shown: Sequence[_Shown],
    touching: Sequence[ClaimRecord],
    changes: Sequence[TrackedChange],
    style: TextRun,
) -> list[Inline]:
    """Return the block's lines cut wherever a claim or a line starts or ends, comments opening and closing there."""
    made: list[Inline] = []
    open_until: list[tuple[int, _Shown]] = []
    waiting = sorted(shown, key=lambda item: item.span.start)
    spans = [record.claim.span for record in touching] + [change.span for change in changes]
    for place, line in enumerate(block):
        cuts = {line.start, line.end}
        cuts |= {at for span in spans for at in (span.start, span.end) if line.start < at < line.end}
        for start, end in pairwise(sorted(cuts)):
            while waiting and waiting[0].span.start <= start:
                item = waiting.pop(0)
                made += [CommentStart(number) for number in item.thread]
                open_until.append((item.span.end, item))
            made += _inserted(changes, Span(start, start), style)
            made.append(_stretch(facts, Span(start, end), touching, changes, style))
            made += _inserted(changes, Span(start, end), style)
            for closing in [entry for entry in open_until if entry[0] <= end]:
                made += _closed(closing[1])
                open_until.remove(closing)
        if place < len(block) - 1:
            made.append(TextRun("\n", size=style.size))
    for item in waiting:
        made += [CommentStart(number) for number in item.thread]
    for item in [*(entry[1] for entry in open_until), *waiting]:
        made += _closed(item)
    return made


def _stretch(
    facts: PacketFacts,
    span: Span,
    touching: Sequence[ClaimRecord],
    changes: Sequence[TrackedChange],
    style: TextRun,
) -> TextRun:
    text = span.of(facts.article.text)
    run = replace(style, text="".join(" " if character.isspace() else character for character in text))
    owners = [
        record for record in touching if record.claim.span.start <= span.start and record.claim.span.end >= span.end
    ]
    if owners:
        tone = shown_tone(owners[-1])
        underline, colour = UNDERLINES[tone]
        run = replace(run, underline=underline, underline_colour=colour, shade=TINTS.get(tone, ""))
    change = next((one for one in changes if one.span.start <= span.start and span.end <= one.span.end), None)
    return run if change is None else _changed(run, change, "del")


def _inserted(changes: Sequence[TrackedChange], span: Span, style: TextRun) -> list[Inline]:
    """Return what comes in at the end of a stretch; an empty stretch stands for words that replace nothing."""
    return [
        _changed(replace(style, text=change.text), change, "ins")
        for change in changes
        if change.text and change.span.end == span.end and bool(change.span.length) == bool(span.length)
    ]


def _changed(run: TextRun, change: TrackedChange, kind: str) -> TextRun:
    number = change.number + (kind == "ins")
    return replace(run, change=kind, changed_by=(change.by, word_date(change.at)), change_id=number)


def _closed(item: _Shown) -> list[Inline]:
    return [CommentEnd(number) for number in item.thread]


def _note(record: ClaimRecord) -> str:
    rule = "; ".join(part for part in (record.rule, *record.other_rules[:1]) if part)
    runs = [
        verdict_sign(record.decision),
        TextRun(" "),
        TextRun(record.number, link=bookmark_name(f"claims_{record.claim.id}")),
        TextRun(f"  {rule or 'no finding'}", bold=record.needs_action and record.decision is not None),
        TextRun(f", {record.references}" if record.references else ""),
        TextRun(f"  {record.initials}" if record.initials else "", colour="555555"),
    ]
    made = paragraph([run for run in runs if run.text], "TableText")
    if record.correction is not None:
        made += paragraph(f"→ {one_line(record.correction.text)}", "SmallQuote")
    return made


def _add_lost(writer: DocxWriter, facts: PacketFacts, threads: Mapping[str, list[int]], placed: set[str]) -> None:
    for record in facts.records:
        if record.claim.id in placed:
            continue
        thread = threads[record.claim.id]
        content: list[Inline] = [CommentStart(number) for number in thread]
        content.append(TextRun(f"{record.number} is not found on the article's pages: {one_line(record.claim.text)}"))
        content += [CommentEnd(number) for number in thread]
        writer.add(paragraph(content, "TableText", bookmarks=[writer.bookmark(f"article_{record.claim.id}")]))
