"""A photo or scan as the pages of a PDF, one for each of its frames, no larger than a sheet of paper."""

from typing import Any

import pymupdf as _pymupdf

from reviewer.pages.faults import faults_are_damage

_native: Any = _pymupdf
_low: Any = _pymupdf.mupdf
_LONGEST_SIDE = 842.0
"""Points: the long side of A4."""
_DPI = 200
"""Pixels an inch that a scan or photo of a page is taken to have; cameras write 72 or 96 whatever they saw."""
_MOST_PIXELS = 200_000_000


def picture_size(name: str, content: bytes) -> tuple[int, int]:
    """Return width and height in pixels as the head of the file gives them. Raises ReviewerError with DAMAGED."""
    with faults_are_damage(name, "it is no picture that can be shown"):
        head = _low.fz_new_image_from_buffer(_low.fz_new_buffer_from_copied_data(content))
        return int(head.w()), int(head.h())


def pdf_of_picture(name: str, content: bytes) -> bytes:
    """Return a PDF that shows the picture, turned as its camera says.

    Raises ReviewerError with DAMAGED for what is no picture that can be drawn, or is larger than 200 million pixels.
    """
    width, height = picture_size(name, content)
    with faults_are_damage(name, "it is no picture that can be shown"):
        if not 0 < width * height <= _MOST_PIXELS:
            raise ValueError("no picture, or too large")
        with _native.open(stream=content) as picture:
            converted = picture.convert_to_pdf()
        with _native.open(stream=converted, filetype="pdf") as own, _native.open() as sheets:
            for number in range(own.page_count):
                size = own[number].rect
                scale = min(72 / _DPI * max(width, height), _LONGEST_SIDE) / max(size.width, size.height)
                sheet = sheets.new_page(width=size.width * scale, height=size.height * scale)
                sheet.show_pdf_page(sheet.rect, own, number)
            return bytes(sheets.tobytes(no_new_id=True, deflate=True))
