"""Boxes with labels, painted over a page as the last thing in its content."""

from collections.abc import Mapping, Sequence
from typing import Any

import pymupdf as _pymupdf

from reviewer.model.geometry import Box

_low: Any = _pymupdf.mupdf

LABEL_FONT = "Label"
"""The name by which the labels' font is known to a page."""

_LABEL_HEIGHT, _LABEL_WIDTH = 0.62, 0.9
_CAP_HEIGHT = 0.72


class BoxPainter:
    """Paints boxes on the pages of one new PDF."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - the native object has no type of its own
        self._pdf = pdf
        self._face = _low.fz_new_base14_font("Helvetica-Bold")
        self._font: Any = None

    def content(self, boxes: Sequence[Box], height: float, labels: Mapping[Box, str]) -> bytes:
        """Return the operators that paint boxes (points from the top left of a page of this height) and their labels.

        A label takes at most the height and width of its box, whatever it says.
        """
        return b"\n".join(self._box(box, height, labels.get(box, "").encode("latin-1", "replace")) for box in boxes)

    def _box(self, box: Box, height: float, label: bytes) -> bytes:
        x, y = box.x0, height - box.y1
        painted = f"q 0 g {x:.3f} {y:.3f} {box.width:.3f} {box.height:.3f} re f Q"
        if not label:
            return painted.encode("ascii")
        natural = sum(_low.fz_advance_glyph(self._face, _low.fz_encode_character(self._face, c), 0) for c in label)
        size = min(_LABEL_HEIGHT * box.height, _LABEL_WIDTH * box.width / max(natural, 0.01))
        left = x + (box.width - natural * size) / 2
        base = y + (box.height - _CAP_HEIGHT * size) / 2
        printed = f"q BT 1 g /{LABEL_FONT} {size:.3f} Tf {left:.3f} {base:.3f} Td <{label.hex()}> Tj ET Q"
        return f"{painted}\n{printed}".encode("ascii")

    def register(self, resources: Any) -> None:  # noqa: ANN401 - the native object has no type of its own
        """Make the labels' font known to a page."""
        if self._font is None:
            self._font = _low.pdf_add_simple_font(self._pdf, self._face, _low.PDF_SIMPLE_ENCODING_LATIN)
        fonts = _low.pdf_dict_gets(resources, "Font")
        if not fonts.m_internal:
            fonts = _low.pdf_new_dict(self._pdf, 1)
            _low.pdf_dict_puts(resources, "Font", fonts)
        _low.pdf_dict_puts(fonts, LABEL_FONT, self._font)
