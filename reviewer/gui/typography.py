"""The type scale: which family and size each kind of text has.

Serif is for words of the article or a source, sans for everything the program says, mono for hashes. Sizes are
logical pixels with their line heights, so that a screen's scaling enlarges all of them alike.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from reviewer.assets import resource

SERIF_FAMILY = "Charis SIL"
SANS_FAMILY = "Noto Sans"
MONO_FAMILY = "Noto Sans Mono"

_FILES = (
    "CharisSIL-Regular.ttf",
    "CharisSIL-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansMono-Regular.ttf",
)


@dataclass(frozen=True)
class TypeSize:
    """A size and its line height, in logical pixels."""

    pixels: float
    leading: int


class Scale:
    """The sizes of the window; nothing is set in any other."""

    LABEL = TypeSize(11, 16)
    SMALL = TypeSize(12, 16)
    TEXT = TypeSize(13, 18)
    LIST = TypeSize(14, 19)
    DOCUMENT = TypeSize(14.5, 22)
    COMPARISON = TypeSize(18, 27)
    TITLE = TypeSize(22, 30)
    PRESENTED = TypeSize(30, 45)


GRID = 4
"""Logical pixels of the spacing grid; paddings and gaps are whole multiples of it."""


def register_fonts() -> None:
    """Make the bundled fonts known to Qt. Raises FileNotFoundError when one is missing from the installation."""
    known = set(QFontDatabase.families())
    if {SERIF_FAMILY, SANS_FAMILY, MONO_FAMILY} <= known and QFontDatabase.isScalable(SERIF_FAMILY):
        return
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def serif(size: TypeSize = Scale.DOCUMENT, bold: bool = False) -> QFont:
    """Return the book face, for words of the article or a source."""
    return _font(SERIF_FAMILY, QFont.StyleHint.Serif, size, bold)


def sans(size: TypeSize = Scale.TEXT, bold: bool = False) -> QFont:
    """Return the interface face."""
    return _font(SANS_FAMILY, QFont.StyleHint.SansSerif, size, bold)


def mono(size: TypeSize = Scale.SMALL) -> QFont:
    """Return the face for hashes and codes."""
    return _font(MONO_FAMILY, QFont.StyleHint.Monospace, size, False)


def _font(family: str, hint: QFont.StyleHint, size: TypeSize, bold: bool) -> QFont:
    font = QFont(family)
    font.setStyleHint(hint)
    font.setPixelSize(round(size.pixels))
    font.setBold(bold)
    return font
