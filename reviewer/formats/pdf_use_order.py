"""Which pages of a PDF show fonts whose glyphs are numbered in the order in which the document first shows them.

What is left of that order when words are gone spells them. TrueType programs are put in another order
(`pdf_letter_order`); of other kinds it can only be told that they are so.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from reviewer.formats.pdf_font_codes import FontCodes, UnknownCodesError, bearer_of
from reviewer.formats.pdf_shown_strings import Number, shown_strings

_FEWEST_CODES = 6
"""With as few as six codes, one font in 720 has them in this order by chance."""

_MOST_FALLS = 0.1
_SPACE = 32


def pages_in_order_of_use(pdf: pikepdf.Pdf, with_truetype: bool) -> frozenset[int]:
    """Return the pages (from 1) that have such a font; those with TrueType programs count on demand only.

    Where the content of pages cannot be taken apart, every page that has a font of such a kind is meant.
    """
    kinds = ("/FontFile", "/FontFile3", *(("/FontFile2",) if with_truetype else ()))
    fonts = {thing.objgen: thing for thing in pdf.objects if _is_of(thing, kinds)}
    if not fonts:
        return frozenset()
    try:
        telling = {number for number, codes in _first_uses(pdf, fonts).items() if _rises(codes)}
    except (pikepdf.PdfError, TypeError, ValueError):
        telling = set(fonts)
    pages = enumerate(pdf.pages, 1) if telling else ()
    return frozenset(number for number, page in pages if telling & _fonts_of(page.obj.get("/Resources")))


def _is_of(thing: Any, kinds: tuple[str, ...]) -> bool:  # noqa: ANN401 - an object
    if not isinstance(thing, pikepdf.Dictionary) or thing.get("/Type") != "/Font":
        return False
    descriptor = bearer_of(thing).get("/FontDescriptor")
    is_drawn = thing.get("/Subtype") == "/Type3"
    return is_drawn or (isinstance(descriptor, pikepdf.Dictionary) and any(kind in descriptor for kind in kinds))


def _first_uses(pdf: pikepdf.Pdf, fonts: dict[Number, Any]) -> dict[Number, list[int]]:
    """Return the codes of each font in the order of their first use, spaces left out."""
    readers: dict[Number, FontCodes | None] = {}
    uses: dict[Number, dict[int, None]] = {}
    for number, data in shown_strings(pdf, skips_unsure=True):
        if number in fonts and number not in readers:
            readers[number] = _reader(fonts[number])
        reader = readers.get(number)
        if reader is not None:
            known = uses.setdefault(number, {})
            known.update(dict.fromkeys(int.from_bytes(code, "big") for code in reader.split(data)))
    return {number: [code for code in codes if code not in (0, _SPACE)] for number, codes in uses.items()}


def _reader(font: Any) -> FontCodes | None:  # noqa: ANN401 - a font
    try:
        return FontCodes(font)
    except (UnknownCodesError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _rises(codes: list[int]) -> bool:
    falls = sum(1 for first, second in pairwise(codes) if first > second)
    return len(codes) >= _FEWEST_CODES and falls <= _MOST_FALLS * (len(codes) - 1)


def _fonts_of(resources: Any) -> set[Number]:  # noqa: ANN401 - a dictionary
    """Return the object numbers of the fonts that resources give, those of forms and patterns in them too.

    Forms that give one another are looked into once: by all ways from one to the next there would be no end to it.
    """
    found: set[Number] = set()
    seen: set[Number] = set()
    waiting = [resources]
    while waiting:
        given = waiting.pop()
        if not isinstance(given, pikepdf.Dictionary):
            continue
        fonts = given.get("/Font")
        if isinstance(fonts, pikepdf.Dictionary):
            found.update(font.objgen for _, font in fonts.items() if isinstance(font, pikepdf.Dictionary))
        for form in _forms_in(given):
            if form.objgen not in seen:
                seen.add(form.objgen)
                waiting.append(form.get("/Resources"))
    return found


def _forms_in(resources: pikepdf.Dictionary) -> Iterator[pikepdf.Stream]:
    for kind in ("/XObject", "/Pattern"):
        group = resources.get(kind)
        for _, thing in group.items() if isinstance(group, pikepdf.Dictionary) else ():
            if isinstance(thing, pikepdf.Stream):
                yield thing
