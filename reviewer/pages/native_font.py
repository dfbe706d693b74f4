"""Fonts as MuPDF knows them: the part of the typed wrapper that measures and finds glyphs."""

from pathlib import Path
from typing import Any

import pymupdf as _pymupdf

_native: Any = _pymupdf
_low: Any = _pymupdf.mupdf


class NativeFont:
    """A font that can be measured and embedded. Advances are in ems."""

    def __init__(self, handle: object) -> None:
        self._handle: Any = handle
        self.name = str(_low.fz_font_name(handle))

    @classmethod
    def load(cls, path: Path) -> "NativeFont":
        """Load a font file. Raises RuntimeError when it is none."""
        return cls(_native.Font(fontfile=str(path)).this)

    @property
    def handle(self) -> Any:  # noqa: ANN401 - the native object has no type of its own
        """Return MuPDF's own font object."""
        return self._handle

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point in this font, 0 when it has none."""
        return int(_low.fz_encode_character(self._handle, code))

    def glyph_or_substitute(self, code: int) -> tuple[int, "NativeFont"]:
        """Return the glyph of a code point, from this font or from the one MuPDF carries for its script."""
        glyph, font = _low.fz_encode_character_with_fallback(self._handle, code, 0, 0)
        return int(glyph), NativeFont(font)

    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves the pen, in ems."""
        return float(_low.fz_advance_glyph(self._handle, glyph, 0))
