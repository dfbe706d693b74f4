"""A raster image as a page paints it."""

import msgspec

from reviewer.model.geometry import Box

Matrix = tuple[float, float, float, float, float, float]


class Picture(msgspec.Struct):
    """A raster image as painted: its matrix from the unit square, its size in pixels, and what of it can be seen.

    `is_covered`: something is painted over part of it later.
    """

    matrix: Matrix
    width: int
    height: int
    box: Box
    shown: Box | None
    is_mask: bool = False
    is_covered: bool = False
