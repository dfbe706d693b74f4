"""The packet as DOCX: the same parts as the PDF, with real Word comments on the article's words."""

from collections.abc import Callable

from reviewer.exporting import wording
from reviewer.exporting.docx_article import add_article
from reviewer.exporting.docx_comments import threads_of
from reviewer.exporting.docx_exhibits import add_exhibits
from reviewer.exporting.docx_runs import verdict_runs
from reviewer.exporting.docx_tables import (
    add_claims,
    add_provenance,
    add_redactions,
    add_sign_off,
    add_sources,
    add_summary,
)
from reviewer.exporting.edition import TOOL, PacketFacts, byline_of, embargo_of, grouped
from reviewer.exporting.standing import decision_counts
from reviewer.exporting.style import GRIDS
from reviewer.formats.docx_writing import DocxFacts, DocxWriter
from reviewer.formats.docx_xml import PageField, TextRun, paragraph, row, table
from reviewer.model.packet import Profile

_RECORD = (90.0, 392.0)
_BAND = (210.0, 272.0)


def make_docx(facts: PacketFacts, on_part: Callable[[], None]) -> tuple[bytes, int]:
    """Return the packet and its number of comments, replies included; `on_part` is called after each part."""
    writer = DocxWriter(docx_facts(facts, f"Review packet: {facts.headline}"))
    writer.comments, threads = threads_of(facts)
    writer.head = [
        TextRun(facts.slug, bold=True, colour="111111"),
        TextRun(f"  draft {facts.review.desk.draft}\t"),
        TextRun(facts.standing.word, bold=True, colour="111111"),
    ]
    mark = wording.FOOT_MARKS[facts.options.profile]
    writer.foot = [
        TextRun(f"Packet {facts.packet_id} · review.json {facts.short_hash} · {mark}\tpage "),
        PageField(),
        TextRun(" of "),
        PageField(total=True),
    ]
    parts: tuple[Callable[[], None], ...] = (
        lambda: _add_cover(writer, facts),
        lambda: _add_titled(writer, _summary_title(facts), lambda: add_summary(writer, facts)),
        lambda: _add_titled(writer, "The article, annotated", lambda: add_article(writer, facts, threads)),
        lambda: _add_titled(writer, "Claims", lambda: add_claims(writer, facts)),
        lambda: add_exhibits(writer, facts),
        lambda: _add_titled(writer, "Sources, redactions, sign-off", lambda: _add_last(writer, facts)),
    )
    for part in parts:
        part()
        on_part()
    return writer.save(), len(writer.comments)


def docx_facts(facts: PacketFacts, title: str) -> DocxFacts:
    """Return what the file says of itself; an outside packet names nobody."""
    grid = GRIDS[facts.options.paper]
    outside = facts.options.profile is Profile.OUTSIDE
    author = "" if outside else facts.options.made_by or TOOL
    return DocxFacts(title, author, "en-GB", facts.options.made_at, grid.width, grid.height, grid.left)


def _summary_title(facts: PacketFacts) -> str:
    return "What must happen before this runs" if facts.standing.hold else "What was checked"


def _add_titled(writer: DocxWriter, title: str, add: Callable[[], None]) -> None:
    writer.add(paragraph(title, "Heading1", page_break=True))
    add()


def _add_last(writer: DocxWriter, facts: PacketFacts) -> None:
    add_sources(writer, facts)
    add_redactions(writer, facts)
    add_sign_off(writer, facts)
    add_provenance(writer, facts)


def _add_cover(writer: DocxWriter, facts: PacketFacts) -> None:
    desk = facts.review.desk
    embargo = embargo_of(facts)
    writer.add(
        paragraph(
            [TextRun("Review packet", bold=True), TextRun(f"\tProfile: {wording.PROFILES[facts.options.profile]}")],
            "Header",
        ),
        _band(facts, embargo),
    )
    writer.add(
        paragraph([TextRun(facts.slug, bold=True), TextRun(f"  draft {desk.draft}")], "Slug"),
        paragraph(facts.headline, "Title"),
    )
    byline = byline_of(facts.article) or desk.reporter
    if byline:
        writer.add(paragraph(byline, "Quote"))
    _add_counts(writer, facts)
    _add_record(writer, facts, embargo)


def _band(facts: PacketFacts, embargo: str) -> str:
    standing = facts.standing
    colour, shade = ("FFFFFF", "111111") if standing.hold else ("111111", "FFFFFF")
    why = paragraph([TextRun(standing.headline, bold=True, colour=colour, size=11.5)], "Band")
    why += paragraph([TextRun(", ".join(standing.reasons), colour=colour, size=9.5)], "Band")
    if embargo:
        why += paragraph([TextRun(f"Embargo: {embargo}", bold=True, colour=colour, size=9.5)], "Band")
    word = paragraph([TextRun(standing.word, bold=True, colour=colour, size=40)], "Band")
    return table(_BAND, [row([word, why], _BAND, shade=shade)], style="BandTable")


def _add_counts(writer: DocxWriter, facts: PacketFacts) -> None:
    counts = decision_counts(facts.records)
    judged = len(facts.records) - counts[None]
    writer.add(paragraph(f"{wording.counted(len(facts.records), 'claim')}, {judged} judged", "Heading2"))
    widths = [482 / 7] * 7
    cells = [
        paragraph([TextRun(str(counts[decision]), bold=counts[decision] > 0, size=18)], "TableText")
        + paragraph(verdict_runs(decision), "TableText")
        for decision in wording.DECISIONS
    ]
    writer.add(table(widths, [row(cells, widths)]))


def _add_record(writer: DocxWriter, facts: PacketFacts, embargo: str) -> None:
    desk, options = facts.review.desk, facts.options
    checkers = {r.verdict.by.initials: r.verdict.by.name for r in facts.records if r.verdict}
    seconds = {r.second.initials: r.second.name for r in facts.records if r.second}
    strong, rest = wording.HANDLING[options.profile]
    by = f" by {options.made_by}" if options.made_by else ""
    rows = [
        ("Desk", desk.desk_name or "–"),
        ("Checked by", ", ".join(f"{key} {name}" for key, name in checkers.items()) or "–"),
        ("Second reader", ", ".join(f"{key} {name}" for key, name in seconds.items()) or "–"),
        ("Embargo", embargo or "No embargo line found."),
        ("Sources", str(len(desk.sources))),
        ("Handling", f"{strong} {rest}"),
        ("Packet", f"{facts.packet_id}, made {wording.full_time(options.made_at)}{by}"),
        ("review.json", f"sha256 {grouped(facts.json_sha256)}"),
    ]
    writer.add(paragraph("This packet", "Heading2"))
    writer.add(
        table(
            _RECORD, [row([paragraph(name, "Small"), paragraph(value, "TableText")], _RECORD) for name, value in rows]
        )
    )
