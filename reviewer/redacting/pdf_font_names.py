"""The font programs of a finished copy without names: what their makers wrote holds words that were to go."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from reviewer.pages.font_names import without_names
from reviewer.pages.glyph_names import is_known_glyph

NameCheck = Callable[[str], bool]
_TAGGED = re.compile(r"/[A-Z]{6}\+")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def blank_font_names(pdf: pikepdf.Pdf, is_clean: NameCheck) -> None:
    """Take names and notices out of all embedded font programs, whatever words were to be removed.

    Glyphs keep names by which a simple font chooses them, and usual ones (as "period") that `is_clean` lets pass.
    """
    programs: dict[tuple[int, int], Any] = {}
    chosen: dict[tuple[int, int], set[str]] = defaultdict(set)
    simple: set[tuple[int, int]] = set()
    for font in (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontDescriptor" in one):
        for program in _programs(font.FontDescriptor):
            programs[program.objgen] = program
            if not str(font.get("/Subtype", "")).startswith("/CIDFont"):
                simple.add(program.objgen)
                chosen[program.objgen].update(_chosen_names(font.get("/Encoding")))
    for number, program in programs.items():
        names = chosen[number]
        is_simple = number in simple

        def keeps(name: str, names: set[str] = names, is_simple: bool = is_simple) -> bool:
            return name in names or (is_simple and is_known_glyph(name) and is_clean(name))

        _rewrite(program, keeps)


def blank_font_tags(pdf: pikepdf.Pdf) -> None:
    """Number the six letters before the name of a font cut to a document: many programs make them of its letters.

    Whoever has the font and a list of names could try which of them gives those six letters.
    """
    tags: dict[str, str] = {}
    for thing in (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)):
        for key in ("/BaseFont", "/FontName"):
            name = str(thing.get(key, ""))
            if _TAGGED.match(name):
                tag = tags.setdefault(name, f"{_numbered(len(tags))}+")
                thing[key] = pikepdf.Name(f"/{tag}{name[8:]}")


def _numbered(number: int) -> str:
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _programs(descriptor: Any) -> Iterator[Any]:  # noqa: ANN401 - a font descriptor
    for key in _PROGRAMS:
        program = descriptor.get(key) if isinstance(descriptor, pikepdf.Dictionary) else None
        if isinstance(program, pikepdf.Stream):
            yield program


def _chosen_names(encoding: Any) -> Iterator[str]:  # noqa: ANN401 - an encoding, or nothing
    listed = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    for item in listed if isinstance(listed, pikepdf.Array) else ():
        if isinstance(item, pikepdf.Name):
            yield str(item)[1:]


def _rewrite(program: Any, keeps: NameCheck) -> None:  # noqa: ANN401 - a stream
    try:
        old = bytes(program.read_bytes())
    except pikepdf.PdfError:
        return
    bare = without_names(old, keeps)
    if bare != old:
        program.write(bare)
        if "/Length1" in program and len(bare) != len(old):
            program.Length1 = len(bare)
