"""The pixels of a page, and whether two pages look the same outside some areas."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
import pymupdf as _pymupdf
from numpy.typing import NDArray

from reviewer.model.geometry import Box
from reviewer.pages.faults import faults_are_damage
from reviewer.pages.mupdf import Pdf, PdfPage

_native: Any = _pymupdf
_low: Any = _pymupdf.mupdf

_POINTS_AN_INCH = 72.0
_LARGEST_SIDE = 8000
_ROWS_AT_ONCE = 32


class PagePixels(msgspec.Struct, frozen=True):
    """A page on white: three bytes a pixel (RGB), rows without padding; `owner` keeps their memory alive."""

    width: int
    height: int
    samples: bytes | memoryview
    owner: Any = None

    @property
    def rows(self) -> NDArray[np.uint8]:
        """Return the bytes row by row."""
        return np.frombuffer(self.samples, np.uint8).reshape(self.height, self.width * 3)


class Canvas:
    """Memory on which pages are drawn one after another: fresh memory for each costs more than drawing it."""

    def __init__(self) -> None:
        self._pixmap: Any = None
        self._frame: tuple[int, int, int, int] | None = None

    def fitted(self, frame: Any) -> Any:  # noqa: ANN401 - the native objects have no type of their own
        """Return a white pixmap (RGB) of a frame in pixels; the one before is painted over when it is of that size."""
        sides = int(frame.x0), int(frame.y0), int(frame.x1), int(frame.y1)
        if self._pixmap is None or sides != self._frame:
            self._pixmap = _low.fz_new_pixmap_with_bbox(_low.fz_device_rgb(), frame, _low.FzSeparations(), 0)
            self._frame = sides
        _low.fz_clear_pixmap_with_value(self._pixmap, 0xFF)
        return self._pixmap


def page_pixels(page: PdfPage, dpi: int, canvas: Canvas | None = None) -> PagePixels:
    """Draw a page without annotations; very large pages at fewer pixels. Raises ReviewerError with DAMAGED.

    What is drawn on a `canvas` holds until the next page is drawn there.
    """
    with faults_are_damage(f"page {page.number}", "it cannot be drawn"):
        scale = min(dpi / _POINTS_AN_INCH, _LARGEST_SIDE / max(page.width, page.height))
        matrix = _low.FzMatrix(scale, 0, 0, scale, 0, 0)
        frame = _low.fz_round_rect(_low.fz_transform_rect(_low.FzRect(0, 0, page.width, page.height), matrix))
        pixmap = (canvas or Canvas()).fitted(frame)
        device = _low.fz_new_draw_device(matrix, pixmap)
        _low.fz_run_page_contents(page.handle.this, device, _low.FzMatrix(), _low.FzCookie())
        _low.fz_close_device(device)
        samples = _low.ll_fz_pixmap_samples_memoryview(pixmap.m_internal)
        return PagePixels(int(pixmap.w()), int(pixmap.h()), samples, pixmap)


def decoded_picture(pdf: Pdf, number: int) -> tuple[int, int, int, bytes]:
    """Return width, height, channels (1 or 3) and bytes of the picture that is object `number` of a PDF."""
    with faults_are_damage("a picture", "it cannot be read"):
        pixmap = _native.Pixmap(pdf.handle, number)
        if pixmap.alpha or pixmap.colorspace is None or pixmap.colorspace.n not in (1, 3):
            pixmap = _native.Pixmap(_native.Pixmap(_native.csRGB, pixmap), 0)
        return pixmap.width, pixmap.height, pixmap.n, bytes(pixmap.samples)


def differing_share(
    first: PagePixels, second: PagePixels, without: Sequence[Box], scale: float, tolerance: int
) -> float:
    """Return the share of pixels, 0.0 to 1.0, that differ by more than `tolerance` outside the given boxes.

    Boxes are in points from the top left; `scale` is pixels a point. Pages of different size differ wholly.
    """
    count = differing_pixels(first, second, without, scale, tolerance)
    return count / max(1, first.width * first.height)


def differing_pixels(
    first: PagePixels, second: PagePixels, without: Sequence[Box], scale: float, tolerance: int
) -> int:
    """Return how many pixels differ by more than `tolerance` in any colour outside the given boxes.

    Boxes and `scale` as in `differing_share`. Pages of different size differ wholly.
    """
    if (first.width, first.height) != (second.width, second.height):
        return first.width * first.height
    one, other = first.rows, second.rows
    count = 0
    for rows in _differing_rows(one, other):
        gap = np.maximum(one[rows], other[rows]) - np.minimum(one[rows], other[rows])
        differs: NDArray[np.bool_] = np.any((gap > tolerance).reshape(-1, first.width, 3), axis=2)
        for box in without:
            x0, y0 = max(0, int(box.x0 * scale) - 3), max(0, int(box.y0 * scale) - 3 - rows.start)
            differs[y0 : max(0, int(box.y1 * scale) + 4 - rows.start), x0 : int(box.x1 * scale) + 4] = False
        count += int(differs.sum())
    return count


def _differing_rows(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> Iterator[slice]:
    """Yield stretches of rows, a few at a time, in which anything differs."""
    for top in range(0, len(one), _ROWS_AT_ONCE):
        rows = slice(top, min(top + _ROWS_AT_ONCE, len(one)))
        if not np.array_equal(one[rows], other[rows]):
            yield rows


def cut_out(pixels: PagePixels, box: Box, scale: float) -> PagePixels:
    """Return the part of a drawn page in a box (points from the top left; `scale` is pixels a point)."""
    page = pixels.rows.reshape(pixels.height, pixels.width, 3)
    x0, y0 = max(0, int(box.x0 * scale)), max(0, int(box.y0 * scale))
    part = page[y0 : int(box.y1 * scale) + 1, x0 : int(box.x1 * scale) + 1]
    return PagePixels(part.shape[1], part.shape[0], part.tobytes())


def contrast_in(pixels: PagePixels, box: Box, scale: float) -> int:
    """Return how far the darkest and the lightest shade (0 to 255) in a box lie apart; box and scale as above."""
    part = cut_out(pixels, box, scale).rows.reshape(-1, 3).mean(axis=1)
    return int(part.max() - part.min()) if part.size else 0
