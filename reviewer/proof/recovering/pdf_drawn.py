"""The text of PDF pages as pdfium draws it: in the order of the content, and again in the order of the places."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as _pdfium  # type: ignore[import-untyped]

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.glyph_lines import Glyph, lines_of_glyphs
from reviewer.proof.recovering.pdf_fonts import FontUse, note_fonts

ENGINE = "pdfium"
_MOST_GLYPHS = 200_000
_FAULTS = (pypdfium2.PdfiumError, ValueError, OverflowError, ctypes.ArgumentError, OSError, KeyError, IndexError)


@contextmanager
def opened(content: bytes, password: str | None, name: str) -> Iterator[Any]:
    """Open a PDF with pdfium. Raises ReviewerError with PASSWORD_NEEDED, PASSWORD_WRONG or DAMAGED."""
    try:
        document = pypdfium2.PdfDocument(content, password=password)
    except _FAULTS as error:
        if getattr(error, "err_code", 0) == _pdfium.FPDF_ERR_PASSWORD:
            code = ProblemCode.PASSWORD_NEEDED if password is None else ProblemCode.PASSWORD_WRONG
            raise ReviewerError(code, name=name) from error
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="it has no readable PDF structure") from error
    try:
        yield document
    finally:
        document.close()


def read_drawn_text(
    gathering: Gathering,
    document: Any,  # noqa: ANN401 - the native object has no type of its own
    names: list[str],
    fonts: dict[int, FontUse] | None = None,
) -> dict[int, str]:
    """Read the pages that have a name in `names`; return the text, by page number from 0, of those that were read.

    What is seen of fonts is noted in `fonts`; its numbers hold only while the document is open.
    """
    read: dict[int, str] = {}
    for number in range(min(len(document), len(names))):
        if not names[number]:
            continue
        try:
            page = document[number]
            text_page = page.get_textpage()
            glyphs = _glyphs(text_page)
        except _FAULTS:
            continue
        try:
            text = "".join(glyph.text for glyph in glyphs)
            gathering.read_text(names[number], ENGINE, text)
            gathering.read_plain(names[number], ENGINE, lines_of_glyphs(glyphs), "in geometric order", noisy=True)
            if fonts is not None:
                note_fonts(fonts, number, glyphs)
            read[number] = text
        finally:
            text_page.close()
            page.close()
    return read


def _glyphs(text_page: Any) -> list[Glyph]:  # noqa: ANN401 - the native object has no type of its own
    """Return the characters of a page in content order; made-up spaces and line ends have no box.

    Size, direction and font are asked once for each text object: they are the same for all its characters.
    """
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    box = (ctypes.c_double * 4)()
    start = ctypes.addressof(box)
    left, bottom, right, top = range(start, start + ctypes.sizeof(box), ctypes.sizeof(ctypes.c_double))
    glyphs: list[Glyph] = []
    known: dict[int, tuple[float, float, int]] = {}
    before = 0
    for at in range(min(text_page.count_chars(), _MOST_GLYPHS)):
        code = _code_at(handle, at)
        if 0xDC00 <= code < 0xE000 and 0xD800 <= before < 0xDC00:
            code, before = 0x10000 + ((before - 0xD800) << 10) + code - 0xDC00, 0
        else:
            before = code
        character = chr(code) if code and not 0xD800 <= code < 0xE000 else ""
        thing = _thing_at(handle, at)
        if not thing or not _box_at(handle, at, left, right, bottom, top):
            glyphs.append(Glyph(character, None))
            continue
        look = known.get(thing)
        if look is None:
            look = known[thing] = _look(text_page, at)
        glyphs.append(Glyph(character, tuple(box), *look))
    return glyphs


def _look(text_page: Any, at: int) -> tuple[float, float, int]:  # noqa: ANN401 - the native object has no type
    """Return size, direction and font of the character at a place, which belongs to a text object."""
    font = _pdfium.FPDFTextObj_GetFont(_pdfium.FPDFText_GetTextObject(text_page, at))
    number = ctypes.addressof(font.contents) if font else 0
    return (
        float(_pdfium.FPDFText_GetFontSize(text_page, at)),
        float(_pdfium.FPDFText_GetCharAngle(text_page, at)),
        number,
    )


def _with_bare_numbers(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - native functions
    """Return a function of pdfium that takes and gives addresses as numbers: it is called for every character."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_address, _int = ctypes.c_void_p, ctypes.c_int
_code_at = _with_bare_numbers(_pdfium.FPDFText_GetUnicode, ctypes.c_uint, _address, _int)
_thing_at = _with_bare_numbers(_pdfium.FPDFText_GetTextObject, _address, _address, _int)
_box_at = _with_bare_numbers(_pdfium.FPDFText_GetCharBox, _int, _address, _int, *[_address] * 4)
