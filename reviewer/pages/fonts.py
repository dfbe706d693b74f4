"""The faces of the program, measured and turned into glyphs.

Serif is for the words of an article or source, sans for our own, mono for hashes and preformatted text. A character
that a face lacks comes from the font that MuPDF carries for its script; what no font has is shown as an empty box.
"""

from enum import StrEnum

import msgspec

from reviewer.assets import resource
from reviewer.pages.native_font import NativeFont
from reviewer.pages.scripts import is_right_to_left_mark, letters_of, printed_form

_REPLACEMENT = "\ufffd"
_CACHED_WORDS = 60_000
_NEIGHBOURHOOD = 128


class Face(StrEnum):
    """A face; the value is its font file's name."""

    SERIF = "CharisSIL-Regular"
    SERIF_BOLD = "CharisSIL-Bold"
    SANS = "NotoSans-Regular"
    SANS_BOLD = "NotoSans-Bold"
    MONO = "NotoSansMono-Regular"


class Shaped(msgspec.Struct, frozen=True):
    """A word ready to be drawn from left to right.

    `advance` is its width in ems; `runs` are (resource name of the font, advance in ems, glyph codes in hex).
    """

    advance: float
    runs: tuple[tuple[str, float, str], ...]


class FontBook:
    """Measures and shapes text in the program's faces and remembers which glyphs were used, and for which letters.

    One book serves one PDF: the resource names it gives (F0, F1, ...) are that PDF's.
    """

    def __init__(self) -> None:
        self.fonts: list[NativeFont] = []
        self.letters: list[dict[int, str]] = []
        self._by_name: dict[str, int] = {}
        self._faces: dict[Face, int] = {}
        self._glyphs: dict[tuple[Face, str], tuple[int, int, float]] = {}
        self._words: dict[tuple[Face, str], Shaped] = {}

    def shape(self, face: Face, word: str) -> Shaped:
        """Return a word's glyphs and width; the word must hold no spaces that are to stretch."""
        shaped = self._words.get((face, word))
        if shaped is None:
            if len(self._words) > _CACHED_WORDS:
                self._words.clear()
            shaped = self._words[face, word] = self._shape(face, word)
        return shaped

    def width(self, face: Face, text: str, size: float) -> float:
        """Return the width of a line of text in points at a size in points."""
        return self.shape(face, text).advance * size

    def _shape(self, face: Face, word: str) -> Shaped:
        runs: list[tuple[str, float, str]] = []
        current, advance = -1, 0.0
        codes: list[str] = []
        printed = printed_form(word)
        for place, character in enumerate(printed):
            font, glyph, width = self._glyphs.get((face, character)) or self._find(face, character)
            shift = self._mark_shift(face, printed, place) if is_right_to_left_mark(character) else 0.0
            if (font != current or shift) and codes:
                runs.append((f"F{current}", advance, "".join(codes)))
                advance, codes = 0.0, []
            current = font
            if shift:
                runs += [(f"F{font}", shift, ""), (f"F{font}", -shift, f"{glyph:04x}")]
                continue
            advance += width
            codes.append(f"{glyph:04x}")
        if codes:
            runs.append((f"F{current}", advance, "".join(codes)))
        return Shaped(sum(run[1] for run in runs), tuple(runs))

    def _mark_shift(self, face: Face, printed: str, place: int) -> float:
        """Return how far right of its letter's left edge a right-to-left mark has its place, in ems."""
        letter = next((one for one in printed[place:] if not is_right_to_left_mark(one)), "")
        if not letter:
            return 0.0
        return (self._glyphs.get((face, letter)) or self._find(face, letter))[2] / 2

    def _find(self, face: Face, character: str) -> tuple[int, int, float]:
        code = ord(character)
        if 0xD800 <= code <= 0xDFFF or ((code < 0x20 or 0x7F <= code < 0xA0) and not character.isspace()):
            return self._find(face, _REPLACEMENT)
        base = self._face(face)
        glyph, font = self.fonts[base].glyph_or_substitute(0x20 if character.isspace() else code)
        if glyph == 0:
            glyph, font = self._from_script_font(base, code)
        index = self._index(font)
        self.letters[index].setdefault(glyph, letters_of(character))
        found = (index, glyph, self.fonts[index].advance(glyph))
        self._glyphs[face, character] = found
        return found

    def _from_script_font(self, base: int, code: int) -> tuple[int, NativeFont]:
        """Look for a mark that MuPDF ties to no script in the fonts of the letters near it in Unicode."""
        first = code - code % _NEIGHBOURHOOD
        for neighbour in range(first, first + _NEIGHBOURHOOD):
            glyph, font = self.fonts[base].glyph_or_substitute(neighbour)
            if glyph and (found := font.glyph(code)):
                return found, font
        return 0, self.fonts[base]

    def _face(self, face: Face) -> int:
        if face not in self._faces:
            self._faces[face] = self._index(NativeFont.load(resource("fonts", f"{face.value}.ttf")))
        return self._faces[face]

    def _index(self, font: NativeFont) -> int:
        if font.name not in self._by_name:
            self._by_name[font.name] = len(self.fonts)
            self.fonts.append(font)
            self.letters.append({})
        return self._by_name[font.name]
