"""Type 1 fonts of a copy cut to the glyphs that it shows: the others tell which letters a removed word had."""

from collections import defaultdict
from typing import Any

import pikepdf

from reviewer.formats.pdf_font_uses import FontUses
from reviewer.pages.glyph_names import character_of
from reviewer.pages.type1_cutting import UncutError, cut_type1, glyph_names, names_by_code

_ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac-roman"}
_ALIKE = {"\u00a0": " ", "\u00ad": "-"}
_STANDARD = {0x27: "\u2019", 0x60: "\u2018", 0xAE: "\ufb01", 0xAF: "\ufb02", 0xB1: "\u2013", 0xD0: "\u2014"}
_LAST_ASCII = 0x7F


def cut_type1_fonts(uses: FontUses) -> None:
    """Cut every Type 1 program whose fonts' codes are all known; one that cannot be taken apart stays as it is."""
    programs: dict[tuple[int, int], Any] = {}
    shown: dict[tuple[int, int], list[tuple[Any, set[int]]]] = defaultdict(list)
    for font, codes in uses.simple_fonts():
        descriptor = font.get("/FontDescriptor")
        program = descriptor.get("/FontFile") if isinstance(descriptor, pikepdf.Dictionary) else None
        if isinstance(program, pikepdf.Stream):
            programs[program.objgen] = program
            shown[program.objgen].append((font, codes))
    for number, program in programs.items():
        try:
            _cut(program, shown[number])
        except (UncutError, pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError):
            continue


def _cut(program: Any, fonts: list[tuple[Any, set[int]]]) -> None:  # noqa: ANN401 - a stream
    old = bytes(program.read_bytes())
    own, named = names_by_code(old), {character_of(name): name for name in reversed(glyph_names(old))}
    glyphs = {name for font, codes in fonts for name in _names(font, codes, own, named)}
    bare, clear, secret = cut_type1(old, glyphs, {code for _, codes in fonts for code in codes})
    program.write(bare)
    program.Length1, program.Length2, program.Length3 = clear, secret, len(bare) - clear - secret


def _names(font: Any, codes: set[int], own: dict[int, str], named: dict[str, str]) -> set[str]:  # noqa: ANN401 - a font
    """Return the names of the glyphs that a font shows for some codes.

    `own` are the names by code in the program's encoding, `named` those of its glyphs by character.
    """
    encoding = font.get("/Encoding")
    changed = _changed(encoding)
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    names = {changed[code] for code in codes if code in changed}
    for code in codes - set(changed):
        if base is None and own:
            names.add(own.get(code, ".notdef"))
        else:
            names.add(_standing_for(_character(code, str(base)), named))
    return names


def _standing_for(character: str, named: dict[str, str]) -> str:
    if character.isspace() and character not in named:
        return ".notdef"
    if character not in named:
        raise UncutError("a sign that no glyph is named after")
    return named[character]


def _character(code: int, base: str) -> str:
    """Return what a code stands for in one of the encodings that PDF names, the standard one if it names none."""
    if base in _ENCODINGS:
        return _ALIKE.get(letter := bytes([code]).decode(_ENCODINGS[base], "ignore"), letter)
    if code in _STANDARD:
        return _STANDARD[code]
    if code < _LAST_ASCII:
        return chr(code)
    raise UncutError("a rare sign of the standard encoding")


def _changed(encoding: Any) -> dict[int, str]:  # noqa: ANN401 - an encoding, or nothing
    listed = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    found: dict[int, str] = {}
    code = 0
    for item in listed if isinstance(listed, pikepdf.Array) else ():
        if isinstance(item, pikepdf.Name):
            found[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return found
