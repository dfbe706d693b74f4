"""Cutting a piece of a page out as a picture."""

from reviewer.model.geometry import Box
from reviewer.pages.mupdf import Pdf

_POINTS_AN_INCH = 72.0


def crop_png(pdf: bytes, page: int, box: Box, dpi: int = 150) -> bytes:
    """Return part of a page (from 1) as a PNG; `box` in points from the top left of the visible page.

    Only pixels: a clipped PDF page would still carry the rest of the page as text. Raises ReviewerError like
    `Pdf.open` and `Pdf.page`.
    """
    return crop_pngs(pdf, [(page, box)], dpi)[0]


def crop_pngs(pdf: bytes, places: list[tuple[int, Box]], dpi: int = 150) -> list[bytes]:
    """Return several parts of one PDF as PNGs, opening it only once."""
    document = Pdf.open(pdf, name="the galley")
    try:
        return [document.page(page).png(box, dpi / _POINTS_AN_INCH) for page, box in places]
    finally:
        document.close()
