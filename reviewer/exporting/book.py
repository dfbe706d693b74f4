"""The packet's pages: heads, feet, titles, sections, and a cursor that starts a new page when one is full."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reviewer.exporting import wording
from reviewer.exporting.edition import TOOL, PacketFacts
from reviewer.exporting.setting import Setter, baseline_in
from reviewer.exporting.style import (
    FOOT,
    GREY,
    GRIDS,
    HAIR,
    HASH,
    INK,
    MM,
    PAGE_TITLE,
    RECORD,
    SECTION,
    TABLE_SMALL,
    WHITE,
    Grid,
)
from reviewer.formats.pdf_canvas import Canvas
from reviewer.formats.pdf_metadata import DocumentFacts
from reviewer.formats.pdf_writing import Bookmark, TaggedPdf
from reviewer.model.geometry import Box
from reviewer.pages.pdf_writer import PdfWriter


@dataclass
class Book:
    """A packet being set. `canvas` is the page being filled, `y` how far down it is filled, in points."""

    facts: PacketFacts
    fonts: PdfWriter = field(default_factory=PdfWriter)
    pdf: TaggedPdf = field(default_factory=TaggedPdf)
    y: float = 0.0

    def __post_init__(self) -> None:
        """Choose the grid of the paper."""
        self.grid: Grid = GRIDS[self.facts.options.paper]
        self.setter = Setter(self.fonts.book)
        self._canvas: Canvas | None = None
        self._running = ("", "")
        self._waiting: list[str] = []

    @property
    def canvas(self) -> Canvas:
        """Return the page being filled."""
        if self._canvas is None:
            self.new_page()
        assert self._canvas is not None
        return self._canvas

    @property
    def room(self) -> float:
        """Return the height left on this page in points."""
        return self.grid.last - self.y

    def new_page(self, head: bool = True) -> Canvas:
        """Start a page, with its running head unless it is the cover."""
        self._canvas = canvas = self.pdf.new_page(self.grid.width, self.grid.height)
        for target in self._waiting:
            self.pdf.target(target, canvas, 0.0)
        self._waiting.clear()
        canvas.late.append(lambda: self._draw_foot(canvas))
        if head:
            self._draw_head(canvas)
        self.y = self.grid.body
        return canvas

    def titled_page(self, title: str, side: str = "", *, target: str = "", level: int = 0, rule: bool = True) -> None:
        """Start a page under a title; `side` stands at its right, `target` names it for links and the outline."""
        canvas = self.new_page()
        if target:
            self.mark(target, title, level, 0.0)
        grid = self.grid
        self._running = (title, side)
        baseline = grid.title + baseline_in(PAGE_TITLE)
        room = grid.measure - self.setter.width(title, PAGE_TITLE) - 20
        with self.pdf.tree.node("H1"):
            self.setter.draw_text(canvas, grid.left, baseline, title, PAGE_TITLE)
        if side:
            with self.pdf.tree.node("P"):
                text = self.setter.one_line(side, TABLE_SMALL, max(60.0, room))
                text.draw(canvas, grid.right - text.width, baseline - baseline_in(TABLE_SMALL))
        if rule:
            canvas.line((grid.left, grid.body), (grid.right, grid.body), 1.5, INK)

    def continued_page(self, rule: bool = True) -> None:
        """Start a page that goes on under the last title."""
        canvas = self.new_page()
        title, _ = self._running
        if title:
            baseline = self.grid.title + baseline_in(PAGE_TITLE)
            with canvas.artifact():
                self.setter.draw_text(canvas, self.grid.left, baseline, f"{title}, continued", PAGE_TITLE)
        if rule:
            canvas.line((self.grid.left, self.grid.body), (self.grid.right, self.grid.body), 1.5, INK)

    def mark(self, target: str, title: str, level: int, top: float | None = None) -> None:
        """Name the present place and give it a bookmark."""
        self.pdf.target(target, self.canvas, self.y if top is None else top)
        self.pdf.bookmarks.append(Bookmark(level, title, target))

    def new_part(self, target: str, title: str) -> None:
        """Give a part that has no page of its own a bookmark; it leads to the page that is started next."""
        self.pdf.bookmarks.append(Bookmark(0, title, target))
        self._waiting.append(target)

    def ensure(self, height: float) -> bool:
        """Go on to the next page unless there is room for this height; return whether it did."""
        if self.room >= height or self.y <= self.grid.body + 1:
            return False
        self.continued_page()
        return True

    def section(self, title: str, side: str = "", *, needs: float = 60.0, gap: float = 11 * MM) -> None:
        """Start a section with a heavy rule; it takes `needs` points with it to the next page."""
        if self.y > self.grid.body + 1:
            self.y += gap
            if not self.ensure(needs):
                self.rule(1.5, INK)
        with self.pdf.tree.node("H2"):
            baseline = self.y + 5 + baseline_in(SECTION)
            used = self.setter.draw_text(self.canvas, self.grid.left, baseline, title, SECTION)
        if side:
            with self.pdf.tree.node("P"):
                text = self.setter.one_line(side, TABLE_SMALL, self.grid.measure - used - 10)
                text.draw(self.canvas, self.grid.left + used + 10, baseline - baseline_in(TABLE_SMALL))
        self.y += 5 + SECTION.leading + 3

    def rule(self, width: float = 0.5, colour: str = HAIR) -> None:
        """Draw a rule across the measure at the cursor."""
        self.canvas.line((self.grid.left, self.y), (self.grid.right, self.y), width, colour)

    @contextmanager
    def paragraph(self, kind: str = "P") -> Iterator[None]:
        """Draw what follows as one element of the structure."""
        with self.pdf.tree.node(kind):
            yield

    def finish(self, title: str) -> bytes:
        """Write the PDF."""
        for canvas in self.pdf.pages:
            for draw in canvas.late:
                draw()
            canvas.late.clear()
        self.fonts.add_content(9, 9, b"")
        fonts = self.fonts.finish()
        facts = DocumentFacts(title=title, language="en-GB", made_at=self.facts.options.made_at, tool=TOOL)
        try:
            return self.pdf.finish(facts, fonts.save())
        finally:
            fonts.close()

    def _draw_head(self, canvas: Canvas) -> None:
        grid, facts = self.grid, self.facts
        baseline = grid.head + 7.5
        word = facts.standing.word
        style = RECORD.bold
        width = self.setter.width(word, style) + len(word) * 0.4 + 12
        with canvas.artifact():
            slug = self.setter.one_line(facts.slug, TABLE_SMALL.bold.coloured(INK), grid.measure - width - 80)
            slug.draw(canvas, grid.left, baseline - baseline_in(TABLE_SMALL))
            draft = f"draft {facts.review.desk.draft}"
            self.setter.draw_text(canvas, grid.left + slug.width + 6, baseline, draft, TABLE_SMALL)
            box = Box(grid.right - width, grid.head - 1.5, grid.right, grid.head + 11)
            if facts.standing.hold:
                canvas.box(box, INK)
            else:
                canvas.box(Box(box.x0 + 0.75, box.y0 + 0.75, box.x1 - 0.75, box.y1 - 0.75), WHITE, INK, 1.5)
            colour = WHITE if facts.standing.hold else INK
            glyphs = self.setter.book.shape(style.face, word)
            canvas.glyphs(box.x0 + 6, grid.head + 7.9, glyphs, 7.8, colour, tracking=0.5)

    def _draw_foot(self, canvas: Canvas) -> None:
        grid, facts, setter = self.grid, self.facts, self.setter
        style = FOOT.coloured(GREY)
        baseline = grid.foot_rule + 11
        with canvas.artifact():
            canvas.line((grid.left, grid.foot_rule), (grid.right, grid.foot_rule), 0.5, INK)
            lead = f"Packet {facts.packet_id} · review.json "
            used = setter.draw_text(canvas, grid.left, baseline, lead, style)
            used += setter.width(" ", style)
            setter.draw_text(canvas, grid.left + used, baseline, facts.short_hash, HASH.coloured(GREY))
            mark = wording.FOOT_MARKS[facts.options.profile]
            middle = grid.left + grid.measure * 0.625
            setter.draw_text(canvas, middle - setter.width(mark, style) / 2, baseline, mark, style)
            page = f"page {canvas.index + 1} of {len(self.pdf.pages)}"
            setter.draw_right(canvas, grid.right, baseline, page, FOOT)
