"""What can be seen on the pages of a PDF: pages drawn at 300 dpi, areas, shapes that may be letters, odd fonts."""

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as _pdfium  # type: ignore[import-untyped]
from PIL import Image

from reviewer.model.geometry import Box
from reviewer.model.redaction import PageBox
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.pdf_bare import with_bare_pages
from reviewer.proof.recovering.pdf_fonts import FontUse, Run, says_what_it_shows
from reviewer.proof.recovering.pictures import PictureReader
from reviewer.proof.recovering.places import Piece

_DPI = 300
_MOST_SIDE = 5_000
_AROUND_AREA = (60.0, 14.0)
_AROUND_RUN = (4.0, 3.0)
_SHAPES_OF_A_WORD = 4
_SEGMENTS_OF_A_LETTER = 7
_SEGMENTS_OF_SEVERAL = 24
_TALLEST_LETTER = 150.0
_MOST_DEEP = 6
_SEEN = (_pdfium.FPDF_PAGEOBJ_IMAGE, _pdfium.FPDF_PAGEOBJ_SHADING)
_FAULTS = (
    pypdfium2.PdfiumError, ValueError, OverflowError, OSError, KeyError, IndexError, TypeError, AttributeError,
    ctypes.ArgumentError,
)  # fmt: skip


class Eye:
    """Looks at the pages of an open PDF; every page is drawn once at most while it is looked at."""

    def __init__(self, gathering: Gathering, piece: Piece, document: Any, reader: PictureReader) -> None:  # noqa: ANN401
        self._gathering = gathering
        self._piece = piece
        self._document = document
        self._reader = reader
        self._drawn: tuple[int, Image.Image] | None = None

    def read_areas(self, areas: Sequence[PageBox]) -> None:
        """Read what shows inside and round areas, in points from the top left of the page as displayed."""
        for area in areas:
            try:
                self._reader.read_as_seen(
                    self._part(area.page - 1), self._cut(area.page - 1, area.box, _AROUND_AREA), _DPI
                )
            except _FAULTS:
                self._gathering.mark_unread(self._part(area.page - 1))

    def read_pages(self, fonts: Sequence[FontUse]) -> None:
        """Read the pages that show more than plain text: as they look, and with all that hides shapes taken off.

        These are pages with pictures, with shapes that may be letters, and with fonts that show other letters than
        they tell.
        """
        doubted = {page for font in fonts if not self._is_honest(font) for page in font.pages}
        bare: set[int] = set()
        for number in range(len(self._document)):
            try:
                has_pictures, shapes = _looks(self._document[number])
                if has_pictures or shapes >= _SHAPES_OF_A_WORD or number in doubted:
                    self._reader.read_as_seen(self._part(number), self._page(number), _DPI)
                if shapes >= _SHAPES_OF_A_WORD or number in doubted:
                    bare.add(number)
            except _FAULTS:
                self._gathering.mark_unread(self._part(number))
        if bare:
            self._read_bare(bare)

    def _part(self, number: int) -> str:
        return self._piece.part(f"page {number + 1}")

    def _page(self, number: int) -> Image.Image:
        if self._drawn is None or self._drawn[0] != number:
            self._drawn = (number, _drawn(self._document[number]))
        return self._drawn[1]

    def _cut(self, number: int, box: Box, around: tuple[float, float]) -> Image.Image:
        """Cut a box, with some room round it, out of a drawn page (from 0)."""
        drawn = self._page(number)
        scale = drawn.width / self._document[number].get_width()
        across, down = around
        left, top = max(0, int((box.x0 - across) * scale)), max(0, int((box.y0 - down) * scale))
        right, bottom = int((box.x1 + across) * scale), int((box.y1 + down) * scale)
        return drawn.crop((left, top, max(left + 1, min(drawn.width, right)), max(top + 1, min(drawn.height, bottom))))

    def _is_honest(self, font: FontUse) -> bool:
        """Return whether a font shows the letters that it tells, by a look at some runs of it."""
        try:
            seen = self._reader.words_as_seen(_on_one_sheet([self._cut_of(run) for run in font.runs]), _DPI)
        except _FAULTS:
            return False
        return says_what_it_shows([run.text for run in font.runs], seen)

    def _cut_of(self, run: Run) -> Image.Image:
        page = self._document[run.page]
        width, height = page.get_width(), page.get_height()
        x, y = ctypes.c_int(), ctypes.c_int()
        corners: list[tuple[float, float]] = []
        for across, up in ((run.box[0], run.box[1]), (run.box[2], run.box[3])):
            size = (0, 0, int(width * 10), int(height * 10), 0)
            _pdfium.FPDF_PageToDevice(page, *size, across, up, ctypes.byref(x), ctypes.byref(y))
            corners.append((x.value / 10, y.value / 10))
        (x0, y0), (x1, y1) = corners
        return self._cut(run.page, Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), _AROUND_RUN)

    def _read_bare(self, numbers: set[int]) -> None:
        bare = with_bare_pages(self._piece.content, self._piece.password, numbers)
        if bare is None:
            return
        document = pypdfium2.PdfDocument(bare)
        try:
            for number in sorted(numbers):
                try:
                    self._reader.read_as_seen(self._part(number), _drawn(document[number]), _DPI, form="laid bare")
                except _FAULTS:
                    continue
        finally:
            document.close()


def _on_one_sheet(cuts: Sequence[Image.Image]) -> Image.Image:
    """Put pieces of pages one below the other."""
    room = 20
    sheet = Image.new(
        "RGB", (max(cut.width for cut in cuts) + 2 * room, sum(cut.height + room for cut in cuts) + room), "white"
    )
    down = room
    for cut in cuts:
        sheet.paste(cut, (room, down))
        down += cut.height + room
    return sheet


def _drawn(page: Any) -> Image.Image:  # noqa: ANN401 - the native object has no type of its own
    scale = min(_DPI / 72, _MOST_SIDE / max(page.get_width(), page.get_height(), 1))
    picture: Image.Image = page.render(scale=scale, may_draw_forms=True).to_pil()
    return picture.convert("RGB")


def _looks(page: Any) -> tuple[bool, int]:  # noqa: ANN401 - the native object has no type of its own
    """Return whether a page has pictures, and how many shapes that may be letters."""
    has_pictures, shapes = False, 0
    for thing in page.get_objects(max_depth=_MOST_DEEP):
        if thing.type == _pdfium.FPDF_PAGEOBJ_PATH:
            shapes += _letters_in(thing)
        elif thing.type in _SEEN:
            has_pictures = True
    return has_pictures, shapes


def _letters_in(path: Any) -> int:  # noqa: ANN401 - the native object has no type of its own
    """Return how many letters a path may draw: rectangles, rules and rounded boxes are none."""
    segments: int = _pdfium.FPDFPath_CountSegments(path.raw)
    if segments < _SEGMENTS_OF_A_LETTER:
        return 0
    if segments >= _SEGMENTS_OF_SEVERAL:
        return 1 + segments // _SEGMENTS_OF_SEVERAL
    left, bottom, right, top = path.get_bounds()
    width, height = right - left, top - bottom
    return int(bool(width <= 2 * height + 4 and height <= _TALLEST_LETTER))
