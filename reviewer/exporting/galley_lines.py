"""The lines of a galley, read back from the words that were stored with it, with the same numbers.

A typeset galley is set again word for word, each at its own place: the packet shows exactly the lines that the
editor saw and that every locator speaks of. Sizes come out of the words' widths, not out of today's styles.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from reviewer.exporting.blocks import is_label
from reviewer.model.document import Block, BlockKind, Document, Page, Word
from reviewer.model.geometry import Box
from reviewer.pages.fonts import Face, FontBook

_FACES: dict[BlockKind, Face] = {
    BlockKind.HEADLINE: Face.SERIF_BOLD,
    BlockKind.HEADING: Face.SERIF_BOLD,
    BlockKind.CAPTION: Face.SANS,
    BlockKind.PAGE_HEADER: Face.SANS,
    BlockKind.PAGE_FOOTER: Face.SANS,
    BlockKind.COMMENT: Face.SANS,
    BlockKind.MAIL_HEADER: Face.SANS,
}
_AGREES = 0.03
_SHORTEST_MEASURED = 0.3
"""Ems below which a word is too short to tell the size."""


@dataclass(frozen=True)
class GalleyLine:
    """One printed line: its page and number, its words in text order, and what sort of block it belongs to."""

    page: int
    number: int
    words: tuple[Word, ...]
    kind: BlockKind
    is_furniture: bool
    block_start: int
    box: Box

    @property
    def start(self) -> int:
        """Return where its text starts, in code points."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Return where its text ends, in code points."""
        return max(word.end for word in self.words)


def galley_lines(document: Document) -> list[GalleyLine]:
    """Return all lines of a document's galley in reading order."""
    return [line for page in document.pages for line in page_lines(document, page)]


def face_and_size(document: Document, line: GalleyLine, fonts: FontBook) -> tuple[Face, float]:
    """Return how a line of a typeset galley was set: the face whose widths its words have, and the size in points.

    Preformatted text is set in the mono face whatever its block is, so that the widths must decide. The pages of a
    PDF are in its own fonts: there it is our serif, so small that hardly any word is wider than its place.
    """
    if not document.typeset:
        return Face.SERIF, _narrow_size(document, line, fonts)
    expected = Face.SANS if line.is_furniture else _FACES.get(line.kind, Face.SERIF)
    best = (expected, _size(document, line, expected, fonts)[0])
    for face in (expected, Face.MONO, Face.SERIF, Face.SANS):
        size, deviation = _size(document, line, face, fonts)
        if deviation < _AGREES:
            return face, size
    return best


def _narrow_size(document: Document, line: GalleyLine, fonts: FontBook) -> float:
    sizes = _word_sizes(document, line, Face.SERIF, fonts)
    return sorted(sizes)[len(sizes) // 5] if sizes else line.box.height / 1.2


def _size(document: Document, line: GalleyLine, face: Face, fonts: FontBook) -> tuple[float, float]:
    sizes = _word_sizes(document, line, face, fonts)
    if not sizes:
        return line.box.height / 1.2, 0.0
    middle = median(sizes)
    return middle, max(abs(size - middle) for size in sizes) / middle if middle else 1.0


def _word_sizes(document: Document, line: GalleyLine, face: Face, fonts: FontBook) -> list[float]:
    sizes = []
    for word in line.words:
        if is_label(document.text[word.start : word.end]):
            continue
        advance = fonts.shape(face, document.text[word.start : word.end]).advance
        if advance > _SHORTEST_MEASURED:
            sizes.append(word.box.width / advance)
    return sizes


def page_lines(document: Document, page: Page) -> list[GalleyLine]:
    """Return the lines of one page in the order of their numbers."""
    words: dict[int, list[Word]] = {}
    for word in page.words:
        words.setdefault(word.line, []).append(word)
    lines = [_line(document, page.number, number, found) for number, found in words.items()]
    return sorted(lines, key=lambda line: line.number)


def _line(document: Document, page: int, number: int, words: Sequence[Word]) -> GalleyLine:
    ordered = tuple(sorted(words, key=lambda word: word.start))
    box = ordered[0].box
    for word in ordered[1:]:
        box = box.union(word.box)
    block = document.block_at(ordered[0].start) or Block(ordered[0].start, ordered[0].end, BlockKind.PARAGRAPH)
    return GalleyLine(page, number, ordered, block.kind, block.furniture is not None, block.start, box)
