"""The text of PDF pages as pdfium draws it: in the order of the content, and again in the order of the places."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as _pdfium  # type: ignore[import-untyped]
from numpy.typing import NDArray

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.glyph_lines import DrawnGlyphs, lines_of_glyphs
from reviewer.proof.recovering.page_breaks import PageBreaks
from reviewer.proof.recovering.pdf_fonts import FontUse, note_fonts

ENGINE = "pdfium"
_MOST_GLYPHS = 200_000
_NUMBER = ctypes.sizeof(ctypes.c_double)
_BOX = 4 * _NUMBER
_HALVES = 0xD800, 0xDC00, 0xE000
_LAST_CODE = 0x10FFFF
_HYPHEN_IN_TEXT = 0xFFFE
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
    breaks = PageBreaks(gathering, ENGINE)
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
            text = glyphs.text()
            gathering.read_text(names[number], ENGINE, text)
            lines = lines_of_glyphs(glyphs)
            gathering.read_plain(names[number], ENGINE, lines, "in geometric order", noisy=True)
            if fonts is not None:
                note_fonts(fonts, number, glyphs)
                breaks.go_on(names[number], lines)
            read[number] = text
        finally:
            text_page.close()
            page.close()
    return read


def _glyphs(text_page: Any) -> DrawnGlyphs:  # noqa: ANN401 - the native object has no type of its own
    """Return the characters of a page in content order; made-up spaces and line ends have no box.

    Size, direction and font are asked once for each text object: they are the same for all its characters.
    """
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    count = min(text_page.count_chars(), _MOST_GLYPHS)
    boxes = np.zeros((count, 4))
    start = boxes.ctypes.data
    left, bottom, right, top = (range(start + at, start + at + boxes.nbytes, _BOX) for at in range(0, _BOX, _NUMBER))
    things = np.array([thing or 0 for thing in map(_thing_at, repeat(handle), range(count))], np.uint64)
    is_told = list(map(_box_at, repeat(handle), range(count), left, right, bottom, top))
    looks = np.zeros((count, 2))
    fonts = np.zeros(count, np.int64)
    known: dict[int, tuple[float, float, int]] = {0: (0.0, 0.0, 0)}
    bounds = [0, *(np.flatnonzero(np.diff(things)) + 1).tolist(), count] if count else []
    for first, end in pairwise(bounds):
        thing = int(things[first])
        if thing not in known:
            known[thing] = _look(text_page, first)
        looks[first:end], fonts[first:end] = known[thing][:2], known[thing][2]
    has_box = (things != 0) & np.array(is_told, bool)
    fonts[~has_box] = 0
    return DrawnGlyphs(_codes(text_page, handle, count), boxes, has_box, looks[:, 0], looks[:, 1], fonts)


def _codes(text_page: Any, handle: Any, count: int) -> NDArray[np.int64]:  # noqa: ANN401 - native objects
    """Return the character of each place, -1 where there is none; the two halves of one stand in its second place."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if _pdfium.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        codes: NDArray[np.int64] = np.frombuffer(bytes(buffer), np.uint16)[:count].astype(np.int64)
        for at in np.flatnonzero(codes == _HYPHEN_IN_TEXT).tolist():
            codes[at] = _code_at(handle, at)
    else:
        codes = np.array(list(map(_code_at, repeat(handle), range(count))), np.int64)
    is_half = (codes >= _HALVES[0]) & (codes < _HALVES[2])
    if is_half.any():
        seconds = np.flatnonzero((codes[1:] >= _HALVES[1]) & is_half[1:] & is_half[:-1] & (codes[:-1] < _HALVES[1])) + 1
        whole = 0x10000 + ((codes[seconds - 1] - _HALVES[0]) << 10) + codes[seconds] - _HALVES[1]
        codes[is_half] = -1
        codes[seconds] = whole
    codes[(codes == 0) | (codes > _LAST_CODE)] = -1
    return codes


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
