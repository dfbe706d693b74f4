"""Pictures decoded to bare pixels and written anew, so that nothing but what is seen is carried over."""

from typing import Any

import msgspec
import pymupdf as _pymupdf

from reviewer.model.geometry import Box
from reviewer.pages.faults import faults_are_damage

_native: Any = _pymupdf
_low: Any = _pymupdf.mupdf
_MOST_PIXELS = 200_000_000
_JPEG_QUALITY = 92


class PixelPicture(msgspec.Struct, frozen=True):
    """Rows of pixels without padding, one byte a channel: grey (1) or RGB (3), and an opacity when `has_alpha`."""

    width: int
    height: int
    channels: int
    has_alpha: bool
    samples: bytes

    def without_alpha(self) -> "PixelPicture":
        """Return the picture on white."""
        if not self.has_alpha:
            return self
        size = self.channels + 1
        opacity = self.samples[self.channels :: size]
        rows = bytearray(len(opacity) * self.channels)
        for channel in range(self.channels):
            colour = self.samples[channel::size]
            rows[channel :: self.channels] = bytes(
                min(255, value + 255 - alpha) for value, alpha in zip(colour, opacity, strict=True)
            )
        return PixelPicture(self.width, self.height, self.channels, False, bytes(rows))

    def cropped(self, box: Box) -> "PixelPicture":
        """Return only the pixels inside a box, at least one."""
        x0, y0 = min(self.width - 1, max(0, int(box.x0))), min(self.height - 1, max(0, int(box.y0)))
        x1, y1 = max(x0 + 1, min(self.width, round(box.x1))), max(y0 + 1, min(self.height, round(box.y1)))
        size = self.channels + self.has_alpha
        stride = self.width * size
        rows = (self.samples[y * stride + x0 * size : y * stride + x1 * size] for y in range(y0, y1))
        return PixelPicture(x1 - x0, y1 - y0, self.channels, self.has_alpha, b"".join(rows))

    def blackened(self, boxes: list[Box]) -> "PixelPicture":
        """Return the picture with boxes painted black."""
        size = self.channels + self.has_alpha
        ink = b"\0" * self.channels + (b"\xff" if self.has_alpha else b"")
        rows = bytearray(self.samples)
        for box in boxes:
            x0, x1 = max(0, int(box.x0)), min(self.width, round(box.x1 + 0.5))
            for y in range(max(0, int(box.y0)), min(self.height, round(box.y1 + 0.5))):
                at = (y * self.width + x0) * size
                rows[at : at + max(0, x1 - x0) * size] = ink * max(0, x1 - x0)
        return PixelPicture(self.width, self.height, self.channels, self.has_alpha, bytes(rows))


def decode_picture(content: bytes, name: str = "a picture") -> PixelPicture:
    """Decode a PNG, JPEG, GIF, BMP, TIFF or WebP (its first frame), turned as its camera says.

    Raises ReviewerError with DAMAGED for anything that is none of these, or larger than 200 million pixels.
    """
    with faults_are_damage(name, "it is no picture that can be drawn anew"):
        # Its size is read off the head of the file, before anything is unpacked.
        head = _low.fz_new_image_from_buffer(_low.fz_new_buffer_from_copied_data(content))
        if not 0 < int(head.w()) * int(head.h()) <= _MOST_PIXELS:
            raise ValueError("no picture, or too large")
        pixmap = _native.Pixmap(content)
        if pixmap.colorspace is None or pixmap.colorspace.n not in (1, 3) or pixmap.n - pixmap.alpha not in (1, 3):
            pixmap = _native.Pixmap(_native.csRGB, pixmap)
        channels = pixmap.n - pixmap.alpha
        return PixelPicture(pixmap.width, pixmap.height, channels, bool(pixmap.alpha), bytes(pixmap.samples))


def encode_picture(picture: PixelPicture, as_jpeg: bool = False) -> bytes:
    """Write a picture as PNG, or as JPEG when it has no opacity; nothing but pixels goes in."""
    with faults_are_damage("a picture", "it cannot be written"):
        pixmap = _pixmap(picture)
        if as_jpeg and not picture.has_alpha:
            return bytes(pixmap.tobytes("jpeg", jpg_quality=_JPEG_QUALITY))
        return bytes(pixmap.tobytes("png"))


def _pixmap(picture: PixelPicture) -> Any:  # noqa: ANN401 - the native object has no type of its own
    colours = _native.csGRAY if picture.channels == 1 else _native.csRGB
    return _native.Pixmap(colours, picture.width, picture.height, picture.samples, picture.has_alpha)
