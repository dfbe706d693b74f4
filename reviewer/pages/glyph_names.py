"""Names of glyphs that stand for a character, as Adobe's list has them."""

from typing import Any

import pymupdf as _pymupdf

_low: Any = _pymupdf.mupdf
_UNKNOWN = 0xFFFD


def is_known_glyph(name: str) -> bool:
    """Return whether a glyph's name (as "period", "uni0107" or "a.sc") tells what character it is."""
    return name.isascii() and character_of(name) != ""


def character_of(name: str) -> str:
    """Return the character that a glyph's name stands for, empty for a name that tells none."""
    code = int(_low.fz_unicode_from_glyph_name(name))
    return chr(code) if 0 < code != _UNKNOWN else ""
