"""Checks of a document that came from a child: every offset within its text, everything in order, every size sane."""

import re
import struct

from reviewer.isolation.frames import GarbledError
from reviewer.model.document import Document, Page

_LARGEST_SIDE = 200_000.0
_FURTHEST_OUT = 100_000.0
_HASH = re.compile(r"[0-9a-f]{64}")

_WORD_LAYOUT = struct.Struct("<IIHffff")
"""What `WordArray` packs; read raw, as a record for each of 700,000 words would take three times as long."""


def require(condition: bool, complaint: str) -> None:
    """Raise GarbledError with the complaint unless the condition holds."""
    if not condition:
        raise GarbledError(complaint)


def check_document(untrusted: Document) -> None:
    """Check blocks, pages, words and tracked changes against the document's own text. Raises GarbledError."""
    length = len(untrusted.text)
    require(bool(_HASH.fullmatch(untrusted.id)), "an id that is no hash")
    end_before = 0
    for block in untrusted.blocks:
        require(end_before <= block.start <= block.end <= length, "blocks out of order or outside the text")
        end_before = block.end
    require(bool(untrusted.pages), "no pages")
    for place, page in enumerate(untrusted.pages, start=1):
        require(page.number == place, "pages out of order")
        _check_page(page, length)
    for revision in untrusted.revisions:
        require(0 <= revision.start <= revision.end <= length, "a tracked change outside the text")


def _check_page(untrusted: Page, length: int) -> None:
    sides = (untrusted.width, untrusted.height)
    require(all(0 < side <= _LARGEST_SIDE for side in sides), "a page of impossible size")
    require(0 <= untrusted.start <= untrusted.end <= length, "a page outside the text")
    far = _FURTHEST_OUT
    for start, end, _, x0, y0, x1, y1 in _WORD_LAYOUT.iter_unpack(untrusted.words.packed):
        require(start < end <= length, "a word outside the text")
        require(-far < x0 < far and -far < y0 < far and -far < x1 < far and -far < y1 < far, "a word off every page")
