"""The outside packet as PDF: a plain letter with numbered statements."""

from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.letter import TITLE, compose_letter
from reviewer.exporting.setting import Setter, SetText, baseline_in
from reviewer.exporting.style import FOOT, GREY, GRIDS, INK, MM, Grid, Style
from reviewer.formats.pdf_canvas import Canvas
from reviewer.formats.pdf_metadata import DocumentFacts
from reviewer.formats.pdf_writing import TaggedPdf
from reviewer.pages.fonts import Face
from reviewer.pages.pdf_writer import PdfWriter

_TEXT = Style(Face.SANS, 10, 14.5)
_STATEMENT = Style(Face.SERIF, 11.5, 16)
_NUMBER = Style(Face.SANS_BOLD, 10, 16)
_TITLE = Style(Face.SERIF_BOLD, 22, 27)


def make_letter_pdf(facts: PacketFacts) -> tuple[bytes, int]:
    """Return the letter and its number of pages. Nothing of the review but the chosen claims is in it."""
    page = _LetterPages(facts)
    letter = compose_letter(facts)
    page.put("P", letter.date, _TEXT.coloured(GREY), after=8)
    page.put("H1", TITLE, _TITLE, after=14)
    page.put("P", letter.opening, _TEXT, after=16)
    with page.pdf.tree.node("L"):
        for number, claim in enumerate(letter.claims, 1):
            page.put_numbered(number, claim)
    page.y += 6
    if letter.closing:
        page.put("P", letter.closing, _TEXT, after=6)
    if letter.deadline:
        page.put("P", letter.deadline, _TEXT.bold, after=6)
    return page.finish()


class _LetterPages:
    """Pages filled from top to bottom."""

    def __init__(self, facts: PacketFacts) -> None:
        self.facts = facts
        self.grid: Grid = GRIDS[facts.options.paper]
        self.fonts = PdfWriter()
        self.pdf = TaggedPdf()
        self.setter = Setter(self.fonts.book)
        self.left, self.width = self.grid.left + 5 * MM, self.grid.measure - 10 * MM
        self._new_page()

    def put(self, kind: str, words: str, style: Style, after: float) -> None:
        """Set a paragraph, on the next page where it does not fit."""
        text = self.setter.set(words, style, self.width)
        with self.pdf.tree.node(kind):
            self._lines(text, self.left)
        self.y += after

    def put_numbered(self, number: int, words: str) -> None:
        """Set a numbered statement."""
        text = self.setter.set(words, _STATEMENT, self.width - 26)
        if self.y + min(text.height, 3 * _STATEMENT.leading) > self.grid.last:
            self._new_page()
        with self.pdf.tree.node("LI"):
            with self.pdf.tree.node("Lbl"):
                self.setter.draw_text(self.canvas, self.left, self.y + baseline_in(_NUMBER), f"{number}.", _NUMBER)
            with self.pdf.tree.node("LBody"):
                self._lines(text, self.left + 26)
        self.y += 9

    def finish(self) -> tuple[bytes, int]:
        """Write the letter with page numbers and nothing about whom it comes from."""
        count = len(self.pdf.pages)
        for canvas in self.pdf.pages:
            with canvas.artifact():
                right, rule = self.left + self.width, self.grid.foot_rule
                canvas.line((self.left, rule), (right, rule), 0.5, INK)
                self.setter.draw_right(canvas, right, rule + 11, f"page {canvas.index + 1} of {count}", FOOT)
        self.fonts.add_content(9, 9, b"")
        fonts = self.fonts.finish()
        facts = DocumentFacts(TITLE, "en-GB", self.facts.options.made_at, "Reviewer")
        try:
            return self.pdf.finish(facts, fonts.save()), count
        finally:
            fonts.close()

    def _new_page(self) -> None:
        self.canvas: Canvas = self.pdf.new_page(self.grid.width, self.grid.height)
        self.y = self.grid.body

    def _lines(self, text: SetText, x: float) -> None:
        for place in range(len(text.lines)):
            if self.y + text.style.leading > self.grid.last:
                self._new_page()
            text.cut(place, place + 1).draw(self.canvas, x, self.y)
            self.y += text.style.leading
