"""The cover: READY or HOLD at arm's length, what it is about, the counts, and where everything came from."""

from collections.abc import Sequence

from reviewer.exporting import wording
from reviewer.exporting.book import Book
from reviewer.exporting.edition import byline_of, embargo_of, grouped
from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.setting import Run, baseline_in
from reviewer.exporting.shapes import draw_verdict
from reviewer.exporting.standing import decision_counts
from reviewer.exporting.style import (
    ARTICLE,
    BAND,
    COUNT,
    COVER_HEADLINE,
    GREY,
    HAIR,
    HASH,
    INK,
    MM,
    NOTE,
    PALE,
    RECORD,
    SECTION,
    WHITE,
    Style,
)
from reviewer.model.geometry import Box
from reviewer.model.packet import Profile
from reviewer.pages.fonts import Face

_MOST_IN_ONE_ROW = 24
_IN_TENS = 30
_TITLE = Style(Face.SERIF_BOLD, 12, 16)
_PARTS = (
    ("part.summary", "Summary"),
    ("part.article", "Annotated article"),
    ("part.claims", "Claims"),
    ("part.exhibits", "Exhibits"),
    ("part.sources", "Sources, redactions, sign-off"),
)


def draw_cover(book: Book) -> None:
    """Draw the first page."""
    book.new_page(head=False)
    book.mark("part.cover", "Cover", 0, 0.0)
    _draw_top(book)
    _draw_band(book)
    _draw_names(book)
    _draw_counts(book)
    _draw_record(book)


def _draw_top(book: Book) -> None:
    grid, baseline = book.grid, 20.6 * MM
    with book.paragraph("P"):
        book.setter.draw_text(book.canvas, grid.left, baseline, "Review packet", _TITLE)
    with book.paragraph("P"):
        profile = wording.PROFILES[book.facts.options.profile]
        text = book.setter.set([Run("Profile: "), Run(profile, bold=True)], RECORD, 200)
        text.draw(book.canvas, grid.right - text.width, baseline - baseline_in(RECORD))


def _draw_band(book: Book) -> None:
    grid, canvas, standing = book.grid, book.canvas, book.facts.standing
    top, embargo = 25 * MM, embargo_of(book.facts)
    height = (27 + (6 if embargo else 0)) * MM
    colour = WHITE if standing.hold else INK
    if standing.hold:
        canvas.box(Box(grid.left, top, grid.right, top + height), INK)
    else:
        canvas.box(Box(grid.left + 0.75, top + 0.75, grid.right - 0.75, top + height - 0.75), WHITE, INK, 1.5)
    with book.paragraph("P"):
        glyphs = book.setter.book.shape(BAND.face, standing.word)
        canvas.glyphs(grid.left + 7.5 * MM, top + 19 * MM, glyphs, BAND.size, colour, tracking=0.04 * BAND.size)
    x, width = grid.left + 81 * MM, grid.measure - 85 * MM
    lead = book.setter.set(standing.headline, Style(Face.SANS_BOLD, 11.5, 15, colour), width)
    why = book.setter.set(", ".join(standing.reasons), Style(Face.SANS, 9.8, 14, colour), width)
    y = top + (27 * MM - lead.height - why.height) / 2
    with book.paragraph("P"):
        lead.draw(canvas, x, y)
        why.draw(canvas, x, y + lead.height)
    if embargo:
        with book.paragraph("P"):
            text = book.setter.one_line(
                f"Embargo: {embargo}", Style(Face.SANS_BOLD, 9.8, 14, colour), grid.measure - 16 * MM
            )
            text.draw(canvas, grid.left + 7.5 * MM, top + 26 * MM)
    book.y = top + height


def _draw_names(book: Book) -> None:
    grid, facts = book.grid, book.facts
    y = book.y + 14.5 * MM
    with book.paragraph("P"):
        runs = [Run(facts.slug, bold=True), Run(f"  draft {facts.review.desk.draft}")]
        text = book.setter.set(runs, RECORD, grid.measure)
        text.draw(book.canvas, grid.left, y)
    y += text.height + 3
    for size in (29, 24, 20, 16, 12):
        style = Style(COVER_HEADLINE.face, size, size * 34 / 29)
        headline = book.setter.set(facts.headline, style, grid.measure * 0.82)
        if len(headline.lines) <= 3:
            break
    headline = headline.cut(0, 6)
    with book.paragraph("H1"):
        headline.draw(book.canvas, grid.left, y)
    y += headline.height + 6
    names = byline_of(facts.article) or _by(facts.review.desk.reporter, facts.review.desk.desk_name)
    if names:
        line = book.setter.one_line(names, ARTICLE, grid.measure)
        with book.paragraph("P"):
            line.draw(book.canvas, grid.left, y)
        y += ARTICLE.leading
    book.y = y


def _by(reporter: str, desk: str) -> str:
    return ", ".join(part for part in (f"By {reporter}" if reporter else "", f"{desk} desk" if desk else "") if part)


def _draw_counts(book: Book) -> None:
    grid, canvas, records = book.grid, book.canvas, book.facts.records
    y = book.y = max(book.y + 10 * MM, 124.2 * MM if book.grid.height > 800 else 112 * MM)
    canvas.line((grid.left, y), (grid.right, y), 1.5, INK)
    counts = decision_counts(records)
    judged = len(records) - counts[None]
    with book.paragraph("H2"):
        head = f"{wording.counted(len(records), 'claim')}, {judged} judged"
        book.setter.draw_text(canvas, grid.left, y + 14, head, SECTION)
    second = sum(record.second is not None for record in records)
    if second:
        with book.paragraph("P"):
            words = f"{second} read by a second reader"
            book.setter.draw_right(canvas, grid.right, y + 14, words, RECORD.coloured(GREY))
    for place, (decision, word) in enumerate(wording.DECISIONS.items()):
        x = grid.left + place * grid.measure / 7
        faded = counts[decision] == 0
        draw_verdict(canvas, decision, x + 7, y + 43, 14, faded)
        style = Style(Face.SANS, COUNT.size, COUNT.leading, PALE) if faded else COUNT
        with book.paragraph("P"):
            book.setter.draw_text(canvas, x + 20, y + 51, str(counts[decision]), style)
            book.setter.draw_text(canvas, x, y + 67, word, RECORD.coloured(PALE if faded else INK))
    book.y = y + 32 * MM
    if records:
        _draw_strip(book, records)


def _draw_strip(book: Book, records: Sequence[ClaimRecord]) -> None:
    grid, canvas = book.grid, book.canvas
    canvas.line((grid.left, book.y), (grid.right, book.y), 0.5, HAIR)
    y = book.y + 13
    many = len(records) > _MOST_IN_ONE_ROW
    if not many:
        step = min(grid.measure / max(len(records), 1), 27.0)
        for place, record in enumerate(records):
            x = grid.left + 6 + place * step
            draw_verdict(canvas, record.decision, x, y, 9)
            with canvas.artifact():
                digits = record.number.lstrip("C")
                style = NOTE.coloured(GREY)
                width = book.setter.width(digits, style)
                book.setter.draw_text(canvas, x - width / 2, y + 13, digits, style)
        y += 22
    else:
        y = _draw_rows_of_thirty(book, records, y)
    with book.paragraph("P"):
        words = f"Claims {records[0].number} to {records[-1].number} in the order of the article"
        if len(records) == 1:
            words = f"Claim {records[0].number}"
        book.setter.draw_text(canvas, grid.left, y + 4, words, NOTE.coloured(GREY))
    book.y = y + 8


def _draw_rows_of_thirty(book: Book, records: Sequence[ClaimRecord], y: float) -> float:
    grid, canvas = book.grid, book.canvas
    rows = -(-len(records) // _IN_TENS)
    pitch = min(12.0, 150.0 / rows)
    for place, record in enumerate(records):
        row, column = divmod(place, _IN_TENS)
        x = grid.left + 34 + column * 14 + (column // 10) * 9
        draw_verdict(canvas, record.decision, x, y + row * pitch, min(8.0, pitch * 0.8))
        if column == 0:
            with canvas.artifact():
                style = NOTE.coloured(GREY)
                book.setter.draw_text(canvas, grid.left, y + row * pitch + 2.4, record.number, style)
    return y + rows * pitch + 2


def _draw_record(book: Book) -> None:
    grid = book.grid
    rows = _record_rows(book)
    step = 7.5 * MM
    needed = step * len(rows)
    y = max(book.y + 8 * MM, 197.2 * MM) if grid.height > 800 else book.y + 6 * MM
    step = min(step, (grid.last + 6 - y) / len(rows)) if y + needed > grid.last + 6 else step
    canvas = book.canvas
    canvas.line((grid.left, y), (grid.right, y), 1.5, INK)
    for cells in rows:
        for (name, runs), x, width in zip(cells, (grid.left, grid.left + 81 * MM), (75 * MM, 60 * MM), strict=False):
            value_x = x + (25 if x == grid.left else 27) * MM
            room = grid.right - value_x if len(cells) == 1 else width - 20 * MM
            middle = y + step / 2 - RECORD.leading / 2
            with book.paragraph("P"):
                book.setter.draw_text(canvas, x, middle + baseline_in(RECORD), name, RECORD.coloured(GREY))
                text = book.setter.set(runs, RECORD, room).cut(0, 1)
                text.draw(canvas, value_x, middle)
        y += step
        canvas.line((grid.left, y), (grid.right, y), 0.5, HAIR)
    book.y = y


def _record_rows(book: Book) -> list[list[tuple[str, list[Run]]]]:
    facts = book.facts
    desk, options = facts.review.desk, facts.options
    checkers = {r.verdict.by.initials: r.verdict.by.name for r in facts.records if r.verdict}
    seconds = {r.second.initials: r.second.name for r in facts.records if r.second}
    strong, rest = wording.HANDLING[options.profile]
    desk_line = [("Desk", [Run(desk.desk_name or "–")]), ("Draft", [Run(str(desk.draft))])]
    rows = [
        desk_line,
        [("Checked by", _people(checkers)), ("Second reader", _people(seconds))],
        [("Embargo", [Run(embargo_of(book.facts) or "No embargo line found.")])],
        [("Sources", [Run(_sources_line(book))])],
        [("Handling", [Run(strong, bold=True), Run(" " + rest)])],
        [("In this packet", _contents(book))],
        [
            (
                "Packet",
                [
                    Run(facts.packet_id, bold=True),
                    Run(f", made {wording.full_time(options.made_at)}"),
                    Run(f" by {options.made_by}" if options.made_by else ""),
                ],
            )
        ],
        [("review.json", [Run(f"sha256 {grouped(facts.json_sha256)}", face=HASH.face, size=HASH.size)])],
    ]
    if options.profile is Profile.REPORTER:
        rows[-1] = [("review.json", [Run("not part of this profile; its hash stands in each foot")])]
    return rows


def _people(people: dict[str, str]) -> list[Run]:
    runs: list[Run] = []
    for initials, name in people.items():
        runs += [Run((" " if runs else "") + initials, bold=True), Run(f" {name}")]
    return runs or [Run("–")]


def _sources_line(book: Book) -> str:
    sources = book.facts.review.desk.sources
    if not sources:
        return "None. Nothing was checked against a source."
    kinds: dict[str, int] = {}
    for entry in sources:
        kinds[wording.GRADES[entry.grade]] = kinds.get(wording.GRADES[entry.grade], 0) + 1
    return f"{len(sources)}: " + wording.listed(f"{count} {words}" for words, count in kinds.items()) + "."


def _contents(book: Book) -> list[Run]:
    """Return the parts as links; their page numbers are not known yet, so that the words carry the link."""
    runs: list[Run] = []
    for target, title in _PARTS:
        if target == "part.exhibits" and not any(record.differs for record in book.facts.records):
            continue
        runs += [*([Run(" · ", colour=PALE)] if runs else []), Run(title, target=target)]
    return runs
