"""Where a page's own points lie on the page as displayed."""

from typing import Any

import pikepdf

from reviewer.formats.pdf_matrix import Matrix, shown_matrix
from reviewer.formats.pdf_objects import inherited


def page_matrix(page: Any) -> Matrix:  # noqa: ANN401 - a page object
    """Return the matrix from a page's own points to those of the page as displayed: crop, turn and unit applied.

    Raises ValueError when the page has no size.
    """
    media = _rectangle(inherited(page, "/MediaBox"))
    crop = inherited(page, "/CropBox")
    visible = media
    if isinstance(crop, pikepdf.Array):
        left, bottom, right, top = _rectangle(crop)
        visible = max(left, media[0]), max(bottom, media[1]), min(right, media[2]), min(top, media[3])
    if visible[0] >= visible[2] or visible[1] >= visible[3]:
        raise ValueError("a page without a size")
    angle = inherited(page, "/Rotate")
    return shown_matrix(visible, int(angle or 0), float(page.get("/UserUnit", 1)))


def _rectangle(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - an array
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        raise ValueError("a page without a size")
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
