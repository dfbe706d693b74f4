"""Fonts of a new PDF without what they say of letters that nothing shows any more.

A font made for one document holds the letters of that document: an X that stands in no word left tells that a removed
one had it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from reviewer.formats.pdf_font_codes import FontCodes, UnknownCodesError

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]+)>\s*(?:<\s*([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL)
_ITEM = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>")
_SPACES = re.compile(rb"begincodespacerange.*?endcodespacerange", re.DOTALL)
_MOST_CODES = 1 << 16
_FONTS = ("/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3")
_BLOCK = 100


class FontUses:
    """Which strings each font of a new PDF shows; `are_known` is false when some text may use any of them."""

    def __init__(self) -> None:
        self.are_known = True
        self._strings: dict[tuple[int, int], set[bytes]] = {}
        self._fonts: dict[tuple[int, int], Any] = {}

    def note(self, font: Any, data: bytes) -> None:  # noqa: ANN401 - a font, or nothing
        """Take a string that a font shows; None for text whose font is chosen elsewhere."""
        if font is None:
            self.are_known = False
        elif font.is_indirect:
            self._fonts[font.objgen] = font
            self._strings.setdefault(font.objgen, set()).add(data)

    def simple_fonts(self) -> Iterator[tuple[Any, set[int]]]:
        """Go through the fonts with one byte a letter that have a program, with the codes that they show."""
        for key, font in self._fonts.items() if self.are_known else ():
            if str(font.get("/Subtype", "")) == "/Type1":
                yield font, {code for data in self._strings[key] for code in data}

    def trim(self) -> None:
        """Take out of every font what it says of glyphs that are not shown: letters, widths, names."""
        if not self.are_known:
            return
        shared = self._shared()
        for key, font in self._fonts.items():
            try:
                codes = FontCodes(font)
                used = {code for data in self._strings[key] for code in codes.split(data)}
                _trim_font(font, codes, used, shared)
            except (UnknownCodesError, pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
                continue

    def blank_unused(self, pdf: pikepdf.Pdf) -> None:
        """Make an empty font of every font of the PDF that shows nothing any more: all its letters are gone."""
        if not self.are_known:
            return
        for font in pdf.objects:
            if not isinstance(font, pikepdf.Dictionary) or str(font.get("/Subtype", "")) not in _FONTS:
                continue
            if font.objgen not in self._fonts and ("/FontDescriptor" in font or "/Type" in font):
                for key in list(font.keys()):
                    del font[key]
                font.Type, font.Subtype, font.BaseFont = pikepdf.Name.Font, pikepdf.Name.Type1, pikepdf.Name.Helvetica

    def _shared(self) -> set[tuple[int, int]]:
        """Return the numbers of the objects that several fonts have in common."""
        parts = Counter(part.objgen for font in self._fonts.values() for part in _parts(font) if part.is_indirect)
        return {number for number, count in parts.items() if count > 1}


def _parts(font: Any) -> Iterator[Any]:  # noqa: ANN401 - a font
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        yield font.ToUnicode
    if "/DescendantFonts" in font:
        yield font.DescendantFonts[0]
        if isinstance(font.DescendantFonts[0].get("/CIDToGIDMap"), pikepdf.Stream):
            yield font.DescendantFonts[0].CIDToGIDMap


def _trim_font(font: Any, codes: FontCodes, used: set[bytes], shared: set[tuple[int, int]]) -> None:  # noqa: ANN401
    if any(part.objgen in shared for part in _parts(font)):
        return
    table = font.get("/ToUnicode")
    if isinstance(table, pikepdf.Stream) and "/UseCMap" not in table:
        table.write(_trimmed_table(bytes(table.read_bytes()), used))
    if codes.is_composite:
        _trim_composite(font.DescendantFonts[0], codes, used)
    else:
        _trim_simple(font, {code[0] for code in used})


def _trim_simple(font: Any, used: set[int]) -> None:  # noqa: ANN401 - a font
    if "/Widths" in font:
        first, widths = int(font.get("/FirstChar", 0)), list(font.Widths)
        known = dict(enumerate(widths, first))
        font.FirstChar, font.LastChar = 0, 255
        font.Widths = pikepdf.Array([known.get(code, 0) if code in used else 0 for code in range(256)])
    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary) or "/Differences" not in encoding:
        return
    kept: list[Any] = []
    code = 0
    for item in encoding.Differences:
        if not isinstance(item, pikepdf.Name):
            code = int(item)
            continue
        if code in used:
            kept += [code, item]
        code += 1
    font.Encoding = pikepdf.Dictionary({**dict(encoding.items()), "/Differences": pikepdf.Array(kept)})
    if "/CharProcs" in font:
        names = {str(item) for item in kept if isinstance(item, pikepdf.Name)}
        font.CharProcs = pikepdf.Dictionary({name: one for name, one in font.CharProcs.items() if name in names})


def _trim_composite(font: Any, codes: FontCodes, used: set[bytes]) -> None:  # noqa: ANN401 - a descendant font
    numbers = {codes.number(code) for code in used}
    if "/W" in font:
        kept: list[Any] = []
        for number in sorted(numbers):
            width = codes.width_of(number)
            if width is not None:
                kept += [number, pikepdf.Array([width])]
        font.W = pikepdf.Array(kept)
    table = font.get("/CIDToGIDMap")
    if isinstance(table, pikepdf.Stream):
        data = bytearray(table.read_bytes())
        for at in range(len(data) // 2):
            if at not in numbers:
                data[2 * at : 2 * at + 2] = b"\0\0"
        table.write(bytes(data))


def _trimmed_table(data: bytes, used: set[bytes]) -> bytes:
    """Return a ToUnicode table that knows only some codes. Raises ValueError when it cannot be read."""
    letters = letters_of_table(data)
    return table_of({code: letters[code] for code in used if code in letters}, data)


def letters_of_table(data: bytes) -> dict[bytes, bytes]:
    """Return what a ToUnicode table says of each code, as UTF-16 in hexadecimal digits.

    Raises ValueError when it cannot be read.
    """
    letters: dict[bytes, bytes] = {}
    for block in _RANGES.findall(data):
        for low, high, start, several in _RANGE.findall(block):
            letters.update(_range_letters(_hex(low), _hex(high), start, several))
    for block in _CHARS.findall(data):
        letters.update((_hex(code), _digits(letter)) for code, letter in _PAIR.findall(block))
    return letters


def table_of(letters: Mapping[bytes, bytes], like: bytes) -> bytes:
    """Return a ToUnicode table of codes as long as those of another. Raises ValueError when they differ in length."""
    rows = [b"<%s> <%s>" % (code.hex().encode(), letters[code]) for code in sorted(letters)]
    spaces = _SPACES.search(like)
    blocks = (rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK))
    body = b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(one), b"\n".join(one)) for one in blocks)
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def\n"
    space = b"1 " + spaces.group(0) if spaces and spaces.group(0).count(b"<") == 2 else b""
    if not space:
        raise ValueError("codes of several lengths")
    return head + space + b"\n" + body + b"endcmap CMapName currentdict /CMap defineresource pop end end\n"


def _range_letters(low: bytes, high: bytes, start: bytes, several: bytes) -> dict[bytes, bytes]:
    first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
    if last - first > _MOST_CODES:
        raise ValueError("a table of too many codes")
    codes = [number.to_bytes(len(low), "big") for number in range(first, last + 1)]
    if several:
        return dict(zip(codes, map(_digits, _ITEM.findall(several)), strict=False))
    letter = _digits(start)
    value = int(letter, 16) if letter else 0
    return {code: b"%0*x" % (len(letter), value + at) for at, code in enumerate(codes)} if letter else {}


def _digits(text: bytes) -> bytes:
    """Return hexadecimal digits without the spaces between them, however many there are."""
    return b"".join(text.split())


def _hex(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode("ascii"))
