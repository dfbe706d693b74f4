"""Fonts whose glyphs are numbered as a document first shows them, numbered by their letters instead.

Many programs write a font's letters in the order of their first use. What is left of that order when the first words
are gone spells them: of "Quillworth signed" stay the letters u i l w o r t h in a row.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pikepdf

from reviewer.formats.pdf_font_codes import FontCodes, UnknownCodesError, bearer_of
from reviewer.formats.pdf_font_uses import letters_of_table, table_of
from reviewer.formats.pdf_shown_strings import Number, UnsureFontError, rewrite_strings, shown_strings
from reviewer.formats.truetype_order import TrueTypeProgram

_OUT_OF_ORDER = 0.2
_FIRST_CODE = 33
_SYMBOLS = 0xF000

Codes = Mapping[bytes, bytes]


def order_letters(pdf: pikepdf.Pdf) -> int:
    """Number the glyphs of fonts by their letters where they are numbered by their use; return how many could not be.

    Only TrueType programs are known and counted; a font that is not read without doubt stays as it is.
    """
    fonts = {number: font for number, font in _fonts(pdf).items() if _is_by_use(font)}
    if not fonts:
        return 0
    used: dict[Number, set[bytes]] = {}
    try:
        for number, data in set(shown_strings(pdf)):
            if number in fonts:
                used.setdefault(number, set()).update(FontCodes(fonts[number]).split(data))
    except (UnsureFontError, UnknownCodesError, pikepdf.PdfError):
        return len(fonts)
    new: dict[Number, Codes] = {}
    for number, codes in used.items():
        try:
            new[number] = _ordered(pdf, fonts[number], codes)
        except (ValueError, KeyError, TypeError, AttributeError, pikepdf.PdfError):
            continue
    readers = {number: FontCodes(fonts[number]) for number in new}

    def rewrite(number: Number, data: bytes) -> bytes:
        if number not in new:
            return data
        return b"".join(new[number].get(code, code) for code in readers[number].split(data))

    rewrite_strings(pdf, rewrite)
    return len(used) - len(new)


def _fonts(pdf: pikepdf.Pdf) -> dict[Number, Any]:
    return {
        thing.objgen: thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary)
        and str(thing.get("/Subtype", "")) in ("/TrueType", "/Type0")
        and "/FontFile2" in bearer_of(thing).get("/FontDescriptor", {})
    }


def _letters(font: Any) -> dict[bytes, bytes]:  # noqa: ANN401 - a font
    table = font.get("/ToUnicode")
    return letters_of_table(bytes(table.read_bytes())) if isinstance(table, pikepdf.Stream) else {}


def _is_by_use(font: Any) -> bool:  # noqa: ANN401 - a font
    """Return whether the letters of a font do not follow one another in its codes, or in its program."""
    try:
        letters = _letters(font)
        if letters and _out_of_order([letters[code] for code in sorted(letters)]):
            return True
        if not letters and "/Encoding" not in font:
            return True
        program = _program(font)
    except (ValueError, pikepdf.PdfError):
        return False
    return any(_out_of_order([glyphs[code] for code in sorted(glyphs)]) for glyphs in program.codes.values())


def _out_of_order(items: Sequence[Any]) -> bool:
    falls = sum(1 for first, second in pairwise(items) if first > second)
    return falls > _OUT_OF_ORDER * (len(items) - 1)


def _program(font: Any) -> TrueTypeProgram:  # noqa: ANN401 - a font
    return TrueTypeProgram(bytes(bearer_of(font).FontDescriptor.FontFile2.read_bytes()))


def _ordered(pdf: pikepdf.Pdf, font: Any, used: Iterable[bytes]) -> Codes:  # noqa: ANN401 - a font
    """Give a font a program in the order of its letters; return the new code of each. Raises ValueError."""
    program, letters = _program(font), _letters(font)
    if "/DescendantFonts" in font:
        return _ordered_composite(pdf, font, program, letters, set(used))
    if "/Encoding" in font:
        _order_encoded(pdf, font, program)
        return {}
    return _ordered_simple(pdf, font, program, letters, set(used))


def _ordered_composite(
    pdf: pikepdf.Pdf,
    font: Any,  # noqa: ANN401 - a font
    program: TrueTypeProgram,
    letters: Mapping[bytes, bytes],
    used: set[bytes],
) -> Codes:
    bearer = font.DescendantFonts[0]
    if str(font.get("/Encoding")) != "/Identity-H" or any(len(code) != 2 for code in used):
        raise ValueError("codes of another kind")
    if str(bearer.get("/CIDToGIDMap", "/Identity")) != "/Identity":
        raise ValueError("a map of its own")
    old = {code: int.from_bytes(code, "big") for code in used if code != b"\0\0"}
    order = _in_order(program, {glyph: letters.get(code, b"") for code, glyph in old.items()})
    numbers = {glyph: number for number, glyph in enumerate(order)}
    new = {code: numbers[glyph].to_bytes(2, "big") for code, glyph in old.items()}
    reader = FontCodes(font)
    widths = {int.from_bytes(new[code], "big"): reader.width(code) for code in old}
    bearer.W = pikepdf.Array(
        [item for cid in sorted(widths) if widths[cid] is not None for item in (cid, pikepdf.Array([widths[cid]]))]
    )
    _put(pdf, font, program.ordered(order, {}), {new.get(code, code): letter for code, letter in letters.items()})
    return new


def _order_encoded(pdf: pikepdf.Pdf, font: Any, program: TrueTypeProgram) -> None:  # noqa: ANN401 - a font
    keys: dict[int, bytes] = {}
    for glyphs in program.codes.values():
        for code, glyph in glyphs.items():
            keys.setdefault(glyph, b"%06x" % code)
    order = _in_order(program, keys)
    numbers = {glyph: number for number, glyph in enumerate(order)}
    codes = {key: {code: numbers[one] for code, one in glyphs.items()} for key, glyphs in program.codes.items()}
    _put(pdf, font, program.ordered(order, codes), None)


def _ordered_simple(
    pdf: pikepdf.Pdf,
    font: Any,  # noqa: ANN401 - a font
    program: TrueTypeProgram,
    letters: Mapping[bytes, bytes],
    used: set[bytes],
) -> Codes:
    glyphs = {code: _glyph_of(program, code[0]) for code in used}
    sorted_codes = sorted(used, key=lambda code: (letters.get(code, b""), program.outlines[glyphs[code]]))
    places = [*range(_FIRST_CODE, 256), *range(1, _FIRST_CODE - 1)]
    if len(sorted_codes) > len(places):
        raise ValueError("too many codes")
    new = {code: bytes([place]) for code, place in zip(sorted_codes, places, strict=False)}
    order = _in_order(program, {glyphs[code]: new[code] for code in sorted_codes if glyphs[code]})
    numbers = {glyph: number for number, glyph in enumerate(order)}
    plain = {new[code][0]: numbers[glyphs[code]] for code in used if glyphs[code]}
    codes = {(1, 0): plain, (3, 0): {_SYMBOLS + code: glyph for code, glyph in plain.items()}}
    reader = FontCodes(font)
    widths = {new[code][0]: reader.width(code) or 0 for code in used}
    font.FirstChar, font.LastChar = 0, 255
    font.Widths = pikepdf.Array([widths.get(code, 0) for code in range(256)])
    _put(pdf, font, program.ordered(order, codes), {new[code]: one for code, one in letters.items() if code in new})
    return new


def _glyph_of(program: TrueTypeProgram, code: int) -> int:
    for kind in ((3, 0), (1, 0)):
        for one in (code, _SYMBOLS + code):
            if glyph := program.codes.get(kind, {}).get(one):
                return glyph
    return 0


def _in_order(program: TrueTypeProgram, keys: Mapping[int, bytes]) -> list[int]:
    """Return glyphs by their letters, those without one and those that others are made of by their outlines."""
    every = program.with_parts(keys) - {0}
    return [0, *sorted(every, key=lambda glyph: (keys.get(glyph, b"~"), program.outlines[glyph]))]


def _put(
    pdf: pikepdf.Pdf,
    font: Any,  # noqa: ANN401 - a font
    program: bytes,
    letters: Mapping[bytes, bytes] | None,
) -> None:
    bearer = bearer_of(font)
    descriptor = pikepdf.Dictionary(dict(bearer.FontDescriptor.items()))
    descriptor.FontFile2 = pdf.make_stream(program, Length1=len(program))
    for key in ("/CIDSet", "/CharSet"):
        if key in descriptor:
            del descriptor[key]
    bearer.FontDescriptor = pdf.make_indirect(descriptor)
    if letters is not None and "/ToUnicode" in font:
        font.ToUnicode = pdf.make_stream(table_of(letters, bytes(font.ToUnicode.read_bytes())))
