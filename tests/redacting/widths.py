"""How many bits about a removed surname a redacted page gives away."""

import ctypes
import io
import math
from collections import Counter
from collections.abc import Hashable, Sequence

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

from tests.redacting.surnames import surnames

Seen = tuple[Hashable, ...]


def bits_given_away(observations: Sequence[Hashable]) -> float:
    """Return the mutual information of a uniformly drawn name and what is seen of it, one observation a name."""
    total = len(observations)
    remaining = sum(count * math.log2(count) for count in Counter(observations).values()) / total
    return math.log2(total) - remaining


def line_breaks(page: pypdfium2.PdfPage) -> Seen:
    """Return which words stand together on lines, wherever they stand on them; boxes and labels left out."""
    levels: dict[int, str] = {}
    for letter, _, y in _letters(page):
        levels[round(y)] = levels.get(round(y), "") + letter
    return tuple("".join(sorted(letters)) for _, letters in sorted(levels.items()))


def seen(page: pypdfium2.PdfPage) -> Seen:
    """Return every letter with its place and every drawn shape with its corners, to a hundredth of a point."""
    letters = tuple((letter, round(x, 2), round(y, 2)) for letter, x, y in _letters(page))
    return letters + tuple(tuple(round(at, 2) for at in thing.get_bounds()) for thing in page.get_objects((2,)))


def written(content: bytes) -> list[Seen]:
    """Return for each page all that its objects say: content operators byte for byte, boxes, links."""
    pages: list[Seen] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            links = tuple(str(one.Rect) for one in page.obj.get("/Annots", []))
            forms = tuple(one.read_bytes() for _, one in page.obj.Resources.get("/XObject", {}).items())
            pages.append((bytes(page.Contents.read_bytes()), str(page.obj.get("/MediaBox")), links, forms))
    return pages


def _letters(page: pypdfium2.PdfPage) -> list[tuple[str, float, float]]:
    text = page.get_textpage()
    found: list[tuple[str, float, float]] = []
    for index in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.strip() and raw.FPDFText_IsGenerated(text, index) != 1:
            found.append((letter, x.value, y.value))
    text.close()
    return found


__all__ = ["bits_given_away", "line_breaks", "seen", "surnames", "written"]
