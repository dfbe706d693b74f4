"""The pictures of a page by themselves: all their pixels, upright, whatever of them the page shows."""

from collections.abc import Collection
from typing import Any

import msgspec
import pymupdf as _pymupdf

from reviewer.pages.faults import faults_are_damage
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.painted_picture import Matrix
from reviewer.pages.picture_filter import pixels_of, samples_of

_low: Any = _pymupdf.mupdf
_LARGEST_SIDE = 6_000


class BarePicture(msgspec.Struct, frozen=True):
    """A picture's pixels, grey (1 channel) or RGB (3), and the matrix from its unit square to the page in points."""

    width: int
    height: int
    channels: int
    samples: bytes
    matrix: Matrix


def capture_pictures(page: PdfPage, wanted: Collection[int]) -> list[BarePicture]:
    """Return pictures of a page by their numbers in its trace, from 0. Raises ReviewerError with DAMAGED."""
    with faults_are_damage(f"page {page.number}", "its pictures cannot be read"):
        device = _Capture(wanted)
        _low.fz_run_page_contents(page.handle.this, device, _low.FzMatrix(), _low.FzCookie())
        _low.fz_close_device(device)
        if device.fault is not None:
            raise device.fault
        return device.pictures


class _Capture(_low.FzDevice2):  # type: ignore[misc]
    def __init__(self, wanted: Collection[int]) -> None:
        super().__init__()
        self.use_virtual_fill_image()
        self.use_virtual_fill_image_mask()
        self.use_virtual_clip_image_mask()
        self._wanted = wanted
        self._count = 0
        self.pictures: list[BarePicture] = []
        self.fault: Exception | None = None

    def fill_image(self, _context: Any, image: Any, ctm: Any, *_rest: Any) -> None:  # noqa: ANN401 - native
        self._take(image, ctm, is_mask=False)

    def fill_image_mask(self, _context: Any, image: Any, ctm: Any, *_rest: Any) -> None:  # noqa: ANN401 - native
        self._take(image, ctm, is_mask=True)

    def clip_image_mask(self, _context: Any, image: Any, ctm: Any, *_rest: Any) -> None:  # noqa: ANN401 - native
        self._take(image, ctm, is_mask=True)

    def _take(self, image: Any, ctm: Any, is_mask: bool) -> None:  # noqa: ANN401 - native objects
        number, self._count = self._count, self._count + 1
        if number not in self._wanted or self.fault is not None or max(image.w, image.h) > _LARGEST_SIDE:
            return
        try:
            samples = samples_of(pixels_of(_low.FzImage(_low.ll_fz_keep_image(image))))
            if is_mask:
                samples = 255 - samples
            height, width, channels = samples.shape
            matrix = (ctm.a, ctm.b, ctm.c, ctm.d, ctm.e, ctm.f)
            self.pictures.append(BarePicture(width, height, channels, samples.tobytes(), matrix))
        except Exception as error:
            self.fault = error
