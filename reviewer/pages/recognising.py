"""Words of a page that is only a picture, read by OCR, in the coordinates of the page as displayed."""

import re
from collections.abc import Sequence
from statistics import median

import numpy as np

from reviewer.model.geometry import Box
from reviewer.model.problem import ReviewerError
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.ocr import OcrWord, read_picture
from reviewer.pages.printed_text import PrintedLine, PrintedWord

_DPI = 300
_MOST_PIXELS = 40_000_000
_LIKELY_WORD = re.compile(r"\W*(?:[A-Za-z]?[a-z]*[aeiouy][a-z]*|[A-Z]{2,}|\d[\d.,:/%-]*)(?:['’-]\w+)?\W*")
_FUNCTION_WORDS = """
    the of and to in is was for on that by with at from as it be are this not have or an has he she will we
"""
_COMMON = frozenset(_FUNCTION_WORDS.split())
"""Words that any English sentence has some of; a page read upside down gives none."""
_FIGURE = re.compile(r"[(£$€]?\d[\d.,:/-]*[)%]?")
_FEWEST, _FEW, _MANY = 2, 5, 20
_COMMON_SHARE = 0.08
_WHOLE_WORD, _LIKELY_SHARE = 3, 0.7
"""Share of a few signs that have to look like words of some length; those seen in scenery do not."""
_FONT_SHARE = 0.75
"""Font size as a share of the height of a line's boxes."""

Settings = dict[tuple[int, int], PrintedLine]


def recognised_words(page: PdfPage) -> tuple[list[PrintedWord], Settings]:
    """Return the words that OCR reads on a page as displayed, with the setting of each line.

    A page that gives hardly any English as it stands, but signs of some sort, is read turned by a quarter and by half
    too: a sheet may lie sideways on the glass. Rows of a turned page do not count as upright, so that they keep the
    order of reading. A page that cannot be drawn or read, or whose signs look like no words, gives none.
    """
    scale = min(_DPI / 72, (_MOST_PIXELS / max(1.0, page.width * page.height)) ** 0.5)
    try:
        bitmap = page.display_list().draw(scale)
        rows = np.frombuffer(bitmap.data, np.uint8).reshape(bitmap.height, bitmap.stride)
        picture = np.ascontiguousarray(rows[:, : bitmap.width * 4].reshape(bitmap.height, bitmap.width, 4)[:, :, 2::-1])
        best, turns = _read(picture, scale), 0
        if len(best) >= _FEWEST and _is_doubtful(best):
            for quarter in (1, 3, 2):
                other = _read(np.ascontiguousarray(np.rot90(picture, quarter)), scale)
                if _reads_better(other, best):
                    best, turns = other, quarter
    except ReviewerError:
        return [], {}
    if not _is_writing(best):
        return [], {}
    return _printed(best, turns, page.width * scale, page.height * scale, scale)


def _read(picture: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]", scale: float) -> list[OcrWord]:
    height, width = picture.shape[:2]
    return read_picture(width, height, picture.tobytes(), 3, round(scale * 72))


def _common(words: Sequence[OcrWord]) -> int:
    return sum(word.text.strip(".,;:'\"").lower() in _COMMON for word in words)


def _is_doubtful(words: Sequence[OcrWord]) -> bool:
    return len(words) < _FEW or _common(words) < _COMMON_SHARE * len(words)


def _reads_better(other: Sequence[OcrWord], best: Sequence[OcrWord]) -> bool:
    if _common(other) != _common(best):
        return _common(other) > _common(best)
    return _likely(other) > 1.5 * _likely(best)


def _is_writing(words: Sequence[OcrWord]) -> bool:
    """Return whether signs read off a picture are words: a few that look so, or many with common ones or figures."""
    if len(words) < _MANY:
        whole = [word for word in words if len(word.text) >= _WHOLE_WORD]
        return _common(words) >= _FEWEST or (bool(words) and _likely(whole) >= _LIKELY_SHARE * len(words))
    figures = sum(bool(_FIGURE.fullmatch(word.text)) for word in words)
    return _common(words) + figures >= _COMMON_SHARE * len(words)


def _likely(words: Sequence[OcrWord]) -> int:
    return sum(bool(_LIKELY_WORD.fullmatch(word.text)) for word in words)


def _printed(
    words: Sequence[OcrWord], turns: int, width: float, height: float, scale: float
) -> tuple[list[PrintedWord], Settings]:
    """Return words as the page's content would give them; sizes of the picture in pixels, results in points."""
    printed: list[PrintedWord] = []
    heights: dict[int, list[float]] = {}
    for word in words:
        text = word.text.strip()
        if not text:
            continue
        box = _turned_back(word.box, turns, width, height)
        printed.append(
            PrintedWord(text, Box(*(side / scale for side in (box.x0, box.y0, box.x1, box.y1))), 0, word.line)
        )
        heights.setdefault(word.line, []).append((word.box.y1 - word.box.y0) / scale)
    settings = {
        (0, line): PrintedLine(median(sizes) * _FONT_SHARE, bold=False, upright=turns == 0)
        for line, sizes in heights.items()
    }
    return printed, settings


def _turned_back(box: Box, turns: int, width: float, height: float) -> Box:
    """Return a box of the picture turned `turns` quarters anticlockwise as one of the page as it stands."""
    if turns == 1:
        return Box(width - box.y1, box.x0, width - box.y0, box.x1)
    if turns == 2:
        return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
    if turns == 3:
        return Box(box.y0, height - box.x1, box.y1, height - box.x0)
    return box
