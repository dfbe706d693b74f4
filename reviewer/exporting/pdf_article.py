"""The annotated article: every line with its number, every claim marked, numbered and noted in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.exporting.article_sheets import ArticleSheets, lay_out_article
from reviewer.exporting.book import Book
from reviewer.exporting.margin import Elbow, WishedNote, arrange, bends
from reviewer.exporting.margin_notes import MarginNote, full_note, short_note
from reviewer.exporting.pdf_review_marks import annotate_claims
from reviewer.exporting.placement import PlacedLine
from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.remarks import shown_tone
from reviewer.exporting.setting import Run, draw_tone
from reviewer.exporting.shapes import draw_verdict
from reviewer.exporting.style import GREY, HAIR, INK, MM, NOTE, Style
from reviewer.exporting.wording import DECISIONS
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box
from reviewer.pages.fonts import Face

_NOTE_GAP = 1.2 * MM
_STEP = 0.8 * MM
_SHAPE = 8.6
_NUMBER = Style(Face.SANS_BOLD, 6.8, 9.6)
_MOST_SHAPES = 2


@dataclass(frozen=True)
class _MarkedClaim:
    record: ClaimRecord
    lines: list[tuple[PlacedLine, Box]]

    @property
    def first(self) -> PlacedLine:
        return self.lines[0][0]


def draw_article(book: Book) -> None:
    """Draw the article's pages and remember the annotations that go on them."""
    sheets = lay_out_article(book)
    marked, lost = [], []
    for record in book.facts.records:
        lines = sheets.placement.lines_of(record.claim.span)
        if lines:
            marked.append(_MarkedClaim(record, lines))
        else:
            lost.append(record)
    left_over: list[ClaimRecord] = []
    for sheet in range(sheets.count):
        here = sorted((claim for claim in marked if claim.first.sheet == sheet), key=_from_the_top)
        touching = [claim for claim in marked if any(line.sheet == sheet for line, _ in claim.lines)]
        sheets.start(book, sheet)
        canvas = book.canvas
        _draw_tones(canvas, touching, sheet)
        sheets.draw_text(book, sheet)
        _draw_ticks(canvas, touching, sheet)
        sheets.draw_numbers(book, sheet, {claim.first.source.number for claim in here})
        _draw_shapes(book, here, sheets)
        left_over += _draw_notes(book, here, sheets)
        _draw_key(book, sheets.bottom)
        for claim in here:
            book.pdf.target(f"article.{claim.record.claim.id}", canvas, claim.first.top)
        annotate_claims(book, [(claim.record, claim.lines) for claim in touching if claim.first.sheet == sheet], sheets)
    _draw_left_over(book, left_over, lost)


def _from_the_top(claim: _MarkedClaim) -> tuple[float, int]:
    """Return the order of margin notes: from the top of the page down, whatever columns the text runs in."""
    return (claim.first.middle, claim.record.claim.span.start)


def _draw_tones(canvas: Canvas, claims: Sequence[_MarkedClaim], sheet: int) -> None:
    with canvas.artifact():
        for claim in sorted(claims, key=lambda claim: claim.record.tone is not Tone.CLEAN):
            for line, box in claim.lines:
                if line.sheet == sheet:
                    draw_tone(canvas, box.x0, box.x1, line.baseline, line.size, shown_tone(claim.record), tinted=False)


def _draw_ticks(canvas: Canvas, claims: Sequence[_MarkedClaim], sheet: int) -> None:
    for claim in claims:
        line, box = claim.lines[0]
        if line.sheet == sheet:
            y = line.baseline - 0.82 * line.size
            from_right = line.starts_from_right(claim.record.claim.span)
            x, along = (box.x1 + 1.6, -4) if from_right else (box.x0 - 1.6, 4)
            canvas.strokes([(x, y + 5.5), (x, y), (x + along, y)], 0.6, INK)


def _draw_shapes(book: Book, claims: Sequence[_MarkedClaim], sheets: ArticleSheets) -> None:
    groups: list[list[_MarkedClaim]] = []
    for claim in claims:
        if groups and claim.first.middle - groups[-1][0].first.middle < _SHAPE:
            groups[-1].append(claim)
        else:
            groups.append([claim])
    for group in groups:
        y = group[0].first.middle
        x = sheets.shapes_x
        for claim in group[:_MOST_SHAPES]:
            draw_verdict(book.canvas, claim.record.decision, x + _SHAPE / 2, y, _SHAPE)
            with book.canvas.artifact():
                number = claim.record.number.lstrip("C")
                used = book.setter.draw_text(book.canvas, x + _SHAPE + 2, y + 2.5, number, _NUMBER)
            x += _SHAPE + used + 4.2
        if len(group) > _MOST_SHAPES:
            with book.canvas.artifact():
                more = f"+{len(group) - _MOST_SHAPES}"
                book.setter.draw_text(book.canvas, x - 1.5, y + 2.5, more, _NUMBER.coloured(GREY))


def _draw_notes(book: Book, claims: Sequence[_MarkedClaim], sheets: ArticleSheets) -> list[ClaimRecord]:
    """Draw the notes that fit and return the records whose notes go on a later page."""
    notes = [full_note(book, claim.record, sheets.notes_width) for claim in claims]
    tops, shown = _fit(book, notes, claims, sheets)
    moved: list[Elbow] = []
    for note, top, claim in zip(notes[: len(tops)] if shown is None else shown, tops, claims, strict=False):
        note.draw(book, book.canvas, sheets.notes_x, top)
        wish = _wish(note, claim.first)
        if abs(top - wish) > _NOTE_GAP:
            moved.append(Elbow(claim.first.middle, top + 5.4))
    _draw_elbows(book.canvas, moved, sheets)
    count = len(tops)
    return [claim.record for claim in claims[count:]]


def _fit(
    book: Book, notes: Sequence[MarginNote], claims: Sequence[_MarkedClaim], sheets: ArticleSheets
) -> tuple[list[float], list[MarginNote] | None]:
    """Return tops and notes that fit: in full, else the clean ones shrunk, else as many as there is room for."""
    tops = _arranged(notes, claims, sheets)
    if tops is not None:
        return tops, list(notes)
    shrunk = [note if note.has_bar else short_note(book, note.record, sheets.notes_width) for note in notes]
    count = len(shrunk)
    while count:
        tops = _arranged(shrunk[:count], claims[:count], sheets)
        if tops is not None:
            return tops, shrunk[:count]
        count -= max(1, count // 20)
    return [], []


def _arranged(notes: Sequence[MarginNote], claims: Sequence[_MarkedClaim], sheets: ArticleSheets) -> list[float] | None:
    wished = [
        WishedNote(note.height, _wish(note, claim.first), note.weight)
        for note, claim in zip(notes, claims, strict=True)
    ]
    return arrange(wished, sheets.top, sheets.bottom, _NOTE_GAP)


def _wish(note: MarginNote, line: PlacedLine) -> float:
    """Return the top with which the note's first line stands level with the claim's."""
    return line.middle - (note.texts[0].style.leading / 2 if note.texts else 5) - (1.0 if note.has_bar else 0.0)


def _draw_elbows(canvas: Canvas, moved: Sequence[Elbow], sheets: ArticleSheets) -> None:
    """Join claims to the notes that had to move."""
    left, right = sheets.notes_x - 3.4 * MM, sheets.notes_x - 1.0 * MM
    for elbow, x in zip(moved, bends(moved, left, right, _STEP), strict=True):
        if x is None:
            continue
        points = [(left - 0.6, elbow.start), (x, elbow.start), (x, elbow.end), (sheets.notes_x - 1.5, elbow.end)]
        canvas.strokes(points, 0.5, GREY)


def _draw_key(book: Book, bottom: float) -> None:
    """Explain underlines and shapes at the foot of the page."""
    grid, canvas, setter = book.grid, book.canvas, book.setter
    y = bottom + 6
    canvas.line((grid.left, y), (grid.right, y), 0.5, HAIR)
    x = grid.left
    entries = (
        (Tone.CLEAN, "Clean", ": agrees with a source"),
        (Tone.PROBLEM, "Problem", ": differs from the source"),
        (Tone.UNSUPPORTED, "Unsupported", ": no source holds it"),
        (Tone.UNKNOWN, "Dotted", ": not yet judged"),
    )
    with canvas.artifact():
        for tone, word, rest in entries:
            text = setter.set([Run(word, tone=tone), Run(rest)], NOTE, 300)
            text.draw(canvas, x, y + 4)
            x += text.width + 5 * MM
        x = (
            grid.left
            + setter.draw_text(canvas, grid.left, y + 21.5, "Grey sans: page furniture", NOTE.coloured(GREY))
            + 6 * MM
        )
        for decision, word in DECISIONS.items():
            draw_verdict(canvas, decision, x + 4, y + 19, 8)
            x += 11 + setter.draw_text(canvas, x + 11, y + 21.5, word, NOTE) + 5 * MM


def _draw_left_over(book: Book, left_over: Sequence[ClaimRecord], lost: Sequence[ClaimRecord]) -> None:
    if not left_over and not lost:
        return
    book.titled_page("Notes, continued", "Notes for which there was no room beside the article.")
    book.y += 8
    for record in (*left_over, *lost):
        note = full_note(book, record, book.grid.measure)
        if record in lost:
            note = MarginNote(
                record,
                (
                    book.setter.set(
                        [Run(record.number, bold=True), Run("  not found on the article's pages")], NOTE, 300
                    ),
                ),
                has_bar=True,
            )
        book.ensure(note.height + 4)
        book.pdf.target(f"article.{record.claim.id}", book.canvas, book.y)
        note.draw(book, book.canvas, book.grid.left, book.y)
        book.y += note.height + 4
