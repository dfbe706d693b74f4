"""The pixels of a page, and whether two pages look the same outside some areas."""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import pymupdf as _pymupdf

from reviewer.model.geometry import Box
from reviewer.pages.faults import faults_are_damage
from reviewer.pages.mupdf import Pdf, PdfPage

_native: Any = _pymupdf

_POINTS_AN_INCH = 72.0
_LARGEST_SIDE = 8000
_ROWS_AT_ONCE = 8


class PagePixels(msgspec.Struct, frozen=True):
    """A page on white: three bytes a pixel (RGB), rows without padding."""

    width: int
    height: int
    samples: bytes


def page_pixels(page: PdfPage, dpi: int) -> PagePixels:
    """Draw a page without annotations; very large pages at fewer pixels. Raises ReviewerError with DAMAGED."""
    with faults_are_damage(f"page {page.number}", "it cannot be drawn"):
        scale = min(dpi / _POINTS_AN_INCH, _LARGEST_SIDE / max(page.width, page.height))
        pixmap = page.handle.get_pixmap(matrix=_native.Matrix(scale, scale), alpha=False, annots=False)
        return PagePixels(pixmap.width, pixmap.height, bytes(pixmap.samples_mv))


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
    shape = (first.height, first.width, 3)
    one = np.frombuffer(first.samples, np.uint8).reshape(shape)
    other = np.frombuffer(second.samples, np.uint8).reshape(shape)
    differs = np.zeros(shape[:2], bool)
    width = first.width * 3
    for top in range(0, first.height, _ROWS_AT_ONCE):
        stretch = slice(top * width, (top + _ROWS_AT_ONCE) * width)
        if first.samples[stretch] == second.samples[stretch]:
            continue
        rows = slice(top, top + _ROWS_AT_ONCE)
        gap = np.maximum(one[rows], other[rows]) - np.minimum(one[rows], other[rows])
        over = gap > tolerance
        differs[rows] = over[:, :, 0] | over[:, :, 1] | over[:, :, 2]
    for box in without:
        x0, y0 = max(0, int(box.x0 * scale) - 3), max(0, int(box.y0 * scale) - 3)
        differs[y0 : int(box.y1 * scale) + 4, x0 : int(box.x1 * scale) + 4] = False
    return int(differs.sum())


def cut_out(pixels: PagePixels, box: Box, scale: float) -> PagePixels:
    """Return the part of a drawn page in a box (points from the top left; `scale` is pixels a point)."""
    page = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.width, 3)
    x0, y0 = max(0, int(box.x0 * scale)), max(0, int(box.y0 * scale))
    part = page[y0 : int(box.y1 * scale) + 1, x0 : int(box.x1 * scale) + 1]
    return PagePixels(part.shape[1], part.shape[0], part.tobytes())


def contrast_in(pixels: PagePixels, box: Box, scale: float) -> int:
    """Return how far the darkest and the lightest shade (0 to 255) in a box lie apart; box and scale as above."""
    part = np.frombuffer(cut_out(pixels, box, scale).samples, np.uint8).reshape(-1, 3).mean(axis=1)
    return int(part.max() - part.min()) if part.size else 0
