"""Drawing galley pages to pixels for the screen."""

from collections import OrderedDict

import msgspec

from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.mupdf import DisplayList, Pdf

_KEPT_PAGES = 24
_MOST_PIXELS = 64_000_000
_LARGEST_SCALE = 64.0


class Raster(msgspec.Struct, frozen=True):
    """A drawn page: premultiplied ARGB32 in the machine's byte order, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


class RenderedGalley:
    """An open galley whose pages can be drawn again and again.

    The last pages stay interpreted, so that scrolling back and drawing tiles costs only pixels. Use from one thread.
    """

    def __init__(self, pdf: bytes) -> None:
        """Open a galley. Raises ReviewerError like `Pdf.open`."""
        self._pdf = Pdf.open(pdf, name="the galley")
        self._lists: OrderedDict[int, DisplayList] = OrderedDict()

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return self._pdf.page_count

    def render(self, page: int, scale: float, clip: Box | None = None) -> Raster:
        """Draw a page (from 1) on white at `scale` pixels a point; `clip` in points limits it to a tile.

        The tile's pixels are those of the whole page drawn at this scale: its left edge is floor(x0 * scale), its
        right edge ceil(x1 * scale), and so on. Raises ReviewerError with MEMORY_LIMIT for a picture of more than 64
        megapixels, and DAMAGED for a page that does not exist or cannot be interpreted.
        """
        drawing = self._display_list(page)
        box = _within(clip, drawing) if clip else Box(0.0, 0.0, drawing.width, drawing.height)
        too_many = box.width * scale * box.height * scale > _MOST_PIXELS
        if not 0 < scale <= _LARGEST_SCALE or too_many:
            raise ReviewerError(ProblemCode.MEMORY_LIMIT, name=f"page {page}")
        bitmap = drawing.draw(scale, box)
        return Raster(bitmap.width, bitmap.height, bitmap.stride, bitmap.data)

    def close(self) -> None:
        """Free the galley's memory."""
        self._lists.clear()
        self._pdf.close()

    def _display_list(self, page: int) -> DisplayList:
        if page in self._lists:
            self._lists.move_to_end(page)
            return self._lists[page]
        if not 1 <= page <= self.page_count:
            raise ReviewerError(ProblemCode.DAMAGED, name=f"page {page}", reason="there is no such page")
        drawing = self._lists[page] = self._pdf.page(page).display_list()
        if len(self._lists) > _KEPT_PAGES:
            self._lists.popitem(last=False)
        return drawing


def _within(clip: Box, drawing: DisplayList) -> Box:
    x0, y0 = max(0.0, clip.x0), max(0.0, clip.y0)
    return Box(x0, y0, max(x0, min(clip.x1, drawing.width)), max(y0, min(clip.y1, drawing.height)))
