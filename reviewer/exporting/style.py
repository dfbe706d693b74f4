"""The packet's typography: voices, sizes, colours and the grid, in points unless a name says otherwise."""

from dataclasses import dataclass, replace

from reviewer.model.finding import Tone
from reviewer.model.packet import PaperSize
from reviewer.pages.fonts import Face

MM = 72 / 25.4

INK = "111111"
GREY = "555555"
PALE = "767676"
HAIR = "C9C9C9"
ACCENT = "0072B2"
PROBLEM = "C2410C"
PROBLEM_TINT = "FBE3D6"
UNSUPPORTED = "6B3F8F"
UNSUPPORTED_TINT = "F1E6F0"
SOURCE_TINT = "DDEAF4"
WHITE = "FFFFFF"

TINTS: dict[Tone, str] = {Tone.PROBLEM: PROBLEM_TINT, Tone.UNSUPPORTED: UNSUPPORTED_TINT}

_BOLD = {Face.SERIF: Face.SERIF_BOLD, Face.SANS: Face.SANS_BOLD}


@dataclass(frozen=True)
class Style:
    """How text is set: face, size and line in points, colour."""

    face: Face
    size: float
    leading: float
    colour: str = INK

    @property
    def bold_face(self) -> Face:
        """Return the bold of the face, or the face itself when it has none."""
        return _BOLD.get(self.face, self.face)

    @property
    def bold(self) -> "Style":
        """Return the same in bold."""
        return replace(self, face=self.bold_face)

    def coloured(self, colour: str) -> "Style":
        """Return the same in another colour."""
        return replace(self, colour=colour)


BAND = Style(Face.SANS_BOLD, 42, 44, WHITE)
COVER_HEADLINE = Style(Face.SERIF_BOLD, 29, 34)
COUNT = Style(Face.SANS_BOLD, 22, 24)
PAGE_TITLE = Style(Face.SERIF_BOLD, 19, 24)
COMPARISON = Style(Face.SERIF, 15, 19.5)
MUST_FIX = Style(Face.SERIF, 11.5, 15.5)
ARTICLE = Style(Face.SERIF, 10.5, 14.6)
SECTION = Style(Face.SANS_BOLD, 9.5, 12)
RECORD = Style(Face.SANS, 8.5, 12)
TABLE = Style(Face.SANS, 7.8, 10.4)
TABLE_SMALL = Style(Face.SANS, 7.2, 9.6, GREY)
TABLE_HEAD = Style(Face.SANS, 7.2, 9.6, GREY)
TABLE_QUOTE = Style(Face.SERIF, 8.8, 10.8)
SUMMARY_QUOTE = Style(Face.SERIF, 9.6, 13)
SUMMARY_TEXT = Style(Face.SANS, 8.2, 11.4)
NOTE = Style(Face.SANS, 7.2, 9.6)
NOTE_QUOTE = Style(Face.SERIF, 8.6, 11.4)
FOOT = Style(Face.SANS, 7, 10)
HASH = Style(Face.MONO, 6.8, 10)
LINE_NUMBER = Style(Face.SANS, 6.5, 14.6, PALE)


@dataclass(frozen=True)
class Grid:
    """The page and its lines: distances from the top and left edge in points."""

    width: float
    height: float
    left: float
    measure: float
    head: float
    title: float
    body: float
    last: float
    foot_rule: float

    @property
    def right(self) -> float:
        """Return the right edge of the measure."""
        return self.left + self.measure


GRIDS: dict[PaperSize, Grid] = {
    PaperSize.A4: Grid(595.276, 841.89, 20 * MM, 170 * MM, 12 * MM, 19.5 * MM, 33 * MM, 275 * MM, 281.5 * MM),
    PaperSize.LETTER: Grid(612, 792, 20 * MM, 176 * MM, 12 * MM, 19.5 * MM, 33 * MM, 257.5 * MM, 264 * MM),
}
