"""What can be seen on the pages of a PDF: pages drawn at 300 dpi, areas, shapes that may be letters, odd fonts."""

import contextlib
import ctypes
import math
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from reviewer.model.geometry import Box
from reviewer.model.redaction import PageBox
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.pdf_bare import with_bare_pages
from reviewer.proof.recovering.pdf_fonts import FontUse, Run, says_what_it_shows
from reviewer.proof.recovering.pdf_looks import Edges, Looks, displayed, in_black, looks_of, on_one_sheet
from reviewer.proof.recovering.pictures import PictureReader
from reviewer.proof.recovering.places import Piece

_DPI = 300
_MOST_SIDE = 5_000
_AROUND_AREA = (60.0, 14.0)
_AROUND_RUN = (4.0, 3.0)
_AROUND_PLACE = (60.0, 14.0)
_FONTS_AT_ONCE = 12
_MANY_PLACES = 3
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

    def doubted_pages(self, fonts: Sequence[FontUse]) -> set[int]:
        """Return the pages (from 0) with fonts that do not show the letters they tell."""
        return {page for font in self._dishonest(fonts) for page in font.pages}

    def read_pages(self, doubted: Collection[int]) -> None:
        """Read what shows more than plain text: as it looks, and with all that hides shapes taken off.

        These are pictures and shapes that may be letters, with what stands round them, and whole pages with fonts
        that show other letters than they tell (`doubted`). Text in other fonts is what the engines read.
        """
        bare: dict[int, list[Edges] | None] = {}
        for number in range(len(self._document)):
            try:
                seen = looks_of(self._document[number])
                if number in doubted:
                    seen = Looks(None, seen.shapes)
                if seen.places is None or seen.places:
                    self._reader.read_as_seen(self._part(number), self._sheet(number, seen.places), _DPI)
                if seen.shapes or number in doubted:
                    bare[number] = seen.places if number not in doubted else None
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
        """Cut a box, with some room round it, out of a page (from 0), of which no more is drawn than that."""
        page = self._document[number]
        scale = _scale_of(page)
        width, height = math.ceil(page.get_width() * scale), math.ceil(page.get_height() * scale)
        real = width / page.get_width()
        across, down = around
        left, top = max(0, int((box.x0 - across) * real)), max(0, int((box.y0 - down) * real))
        right, bottom = int((box.x1 + across) * real), int((box.y1 + down) * real)
        cut = left, top, max(left + 1, min(width, right)), max(top + 1, min(height, bottom))
        if left >= width or top >= height or (self._drawn is not None and self._drawn[0] == number):
            return self._page(number).crop(cut)
        return _drawn(page, (left, height - cut[3], width - cut[2], top))

    def _sheet(self, number: int, places: Sequence[Edges] | None) -> Image.Image:
        """Return some places of a page (from 0), with room round them, on one sheet; None stands for the whole page."""
        if places is None or len(places) > _MANY_PLACES:
            whole = self._page(number)
        if places is None:
            return whole
        return on_one_sheet([self._cut(number, self._displayed(number, edges), _AROUND_PLACE) for edges in places])[0]

    def _dishonest(self, fonts: Sequence[FontUse]) -> list[FontUse]:
        """Return the fonts that do not show the letters they tell, by a look at some runs of each, many at a time."""
        found: list[FontUse] = []
        for start in range(0, len(fonts), _FONTS_AT_ONCE):
            group = fonts[start : start + _FONTS_AT_ONCE]
            seen = self._seen_of(group)
            found += (
                font
                for font, words in zip(group, seen, strict=True)
                if font.has_strays or (font.runs and not says_what_it_shows([run.text for run in font.runs], words))
            )
        return found

    def _seen_of(self, fonts: Sequence[FontUse]) -> list[list[str]]:
        """Return what is seen of each run of each font, nothing of those that cannot be looked at."""
        cuts: list[Image.Image] = []
        owners: list[tuple[int, int]] = []
        for number, font in enumerate(fonts):
            for at, run in enumerate(font.runs):
                with contextlib.suppress(*_FAULTS):
                    cuts.append(in_black(self._upright(run)))
                    owners.append((number, at))
        words = [[""] * len(font.runs) for font in fonts]
        if not cuts:
            return words
        sheet, downs = on_one_sheet(cuts)
        for word in self._reader.placed_words(sheet, _DPI):
            number, at = owners[max(0, bisect_right(downs, (word.box.y0 + word.box.y1) / 2) - 1)]
            words[number][at] += f" {word.text}"
        return words

    def _upright(self, run: Run) -> Image.Image:
        """Cut a run out of its page, turned so that its line runs to the right."""
        cut = self._cut(run.page, self._displayed(run.page, run.box), _AROUND_RUN)
        turned = round(math.degrees(run.angle) / 90) * 90 + self._document[run.page].get_rotation()
        return cut.rotate(turned, expand=True) if turned % 360 else cut

    def _displayed(self, number: int, edges: Edges) -> Box:
        """Return where left, bottom, right, top of a page's own space stand on the page (from 0) as displayed."""
        return displayed(self._document[number], edges)

    def _read_bare(self, pages: Mapping[int, Sequence[Edges] | None]) -> None:
        bare = with_bare_pages(self._piece.content, self._piece.password, set(pages))
        if bare is None:
            return
        document = pypdfium2.PdfDocument(bare)
        try:
            eye = Eye(self._gathering, self._piece, document, self._reader)
            for number, places in sorted(pages.items()):
                try:
                    self._reader.read_as_seen(self._part(number), eye._sheet(number, places), _DPI, form="laid bare")
                except _FAULTS:
                    continue
        finally:
            document.close()


def _scale_of(page: Any) -> float:  # noqa: ANN401 - the native object has no type of its own
    return float(min(_DPI / 72, _MOST_SIDE / max(page.get_width(), page.get_height(), 1)))


def _drawn(page: Any, without: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Image.Image:  # noqa: ANN401 - native
    """Draw a page without so many pixels on the left, at the bottom, on the right and at the top."""
    scale = _scale_of(page)
    crop = tuple(max(0.0, (pixels - 0.5) / scale) for pixels in without)  # what is cut off is rounded up
    picture: Image.Image = page.render(scale=scale, crop=crop, may_draw_forms=True).to_pil()
    return picture if picture.mode == "RGB" else picture.convert("RGB")
