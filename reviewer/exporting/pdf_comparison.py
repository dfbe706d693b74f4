"""Drawing a comparison: article above source above difference, wrapped as whole systems."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.exporting.book import Book
from reviewer.exporting.comparison import Cell, chunks
from reviewer.exporting.setting import Run, SetText, baseline_in
from reviewer.exporting.style import COMPARISON, GREY, HAIR, INK, MM, PALE, RECORD, Style
from reviewer.formats.pdf_canvas import Canvas
from reviewer.model.evidence import RunKind
from reviewer.model.finding import Tone
from reviewer.pages.fonts import Face
from reviewer.pages.scripts import first_strong_is_right_to_left

_LABEL_WIDTH = 17 * MM
_GAP = 11.0
_WORDS_A_CELL = 4
_MISSING = 22.0
_LABEL_LINE = 84.0
_SMALL = Style(Face.SERIF, 11.5, 15.5)
_SMALL_FROM = 60
"""Words from which on a comparison is set smaller."""


@dataclass(frozen=True)
class _SetCell:
    cell: Cell
    article: SetText
    source: SetText
    label: SetText

    @property
    def width(self) -> float:
        least = _MISSING if not self.cell.article or not self.cell.source else 0.0
        return max(self.article.width, self.source.width, self.label.width, least)


def draw_comparison(book: Book, cells: Sequence[Cell]) -> None:
    """Draw the cells from the cursor on; systems that do not fit go to the next page."""
    words = sum(len(cell.article.split()) for cell in cells)
    style = COMPARISON if words < _SMALL_FROM else _SMALL
    room = book.grid.measure - _LABEL_WIDTH
    system: list[_SetCell] = []
    used = 0.0
    for cell in cells:
        for part in chunks(cell, _WORDS_A_CELL):
            made = _set(book, part, style, room)
            if system and used + _GAP + made.width > room:
                _draw_system(book, system, style)
                system, used = [], 0.0
            used += (_GAP if system else 0.0) + made.width
            system.append(made)
    if system:
        _draw_system(book, system, style)


def _set(book: Book, cell: Cell, style: Style, room: float) -> _SetCell:
    widest = room * 0.48 if cell.kind is not RunKind.EQUAL else room
    setter = book.setter
    changed = cell.is_change
    tone = Tone.PROBLEM if changed else None
    article = setter.set([Run(cell.article, bold=changed, tone=tone)], style, widest, flush=False)
    quiet = PALE if not changed else INK
    source = setter.set([Run(cell.source, bold=changed)], style.coloured(quiet), widest, flush=False)
    label = setter.set([Run(cell.label, bold=changed)], RECORD, max(_LABEL_LINE, article.width, source.width))
    return _SetCell(cell, article, source, label)


def _draw_system(book: Book, system: Sequence[_SetCell], style: Style) -> None:
    above = max(made.article.height for made in system)
    below = max(made.source.height for made in system)
    labelled = max(made.label.height for made in system if made.label.lines)
    height = above + below + labelled + 20
    book.ensure(height)
    canvas, left = book.canvas, book.grid.left
    top = book.y
    source_top = top + above + 3
    rule = source_top + below + 4
    canvas.line((left, rule), (book.grid.right, rule), 0.5, HAIR)
    rows = (("Article", top + above - style.leading), ("Source", source_top), ("Difference", rule + 3))
    with book.pdf.tree.node("Table"):
        for row, (name, y) in enumerate(rows):
            with book.pdf.tree.node("TR"):
                with book.pdf.tree.node("TH", scope="Row"):
                    baseline = y + (baseline_in(style) if row < len(rows) - 1 else baseline_in(RECORD))
                    book.setter.draw_text(canvas, left, baseline, name, RECORD.coloured(GREY))
                for made, x in _across(book, system):
                    with book.pdf.tree.node("TD"):
                        _draw_part(canvas, made, row, x, (top + above, source_top, rule + 3), style)
    book.y = rule + 3 + labelled + 12


def _across(book: Book, system: Sequence[_SetCell]) -> Iterator[tuple[_SetCell, float]]:
    """Go through the cells with their left edges; right-to-left words run from the right."""
    left, right = book.grid.left + _LABEL_WIDTH, book.grid.right
    mirrored = first_strong_is_right_to_left("".join(made.cell.article + made.cell.source for made in system))
    x = 0.0
    for made in system:
        yield made, right - x - made.width if mirrored else left + x
        x += made.width + _GAP


def _draw_part(
    canvas: Canvas, made: _SetCell, row: int, x: float, tops: tuple[float, float, float], style: Style
) -> None:
    text = (made.article, made.source, made.label)[row]
    y = tops[0] - text.height if row == 0 else tops[row]
    missing = row < 2 and not (made.cell.article, made.cell.source)[row]
    if missing:
        gap_y = (tops[0] - style.leading if row == 0 else tops[1]) + baseline_in(style) - 0.25 * style.size
        canvas.line((x, gap_y), (x + _MISSING, gap_y), 0.8, GREY, (2.4, 2))
    else:
        text.draw(canvas, x, y)
