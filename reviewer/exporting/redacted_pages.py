"""Where the words of a redacted document stand on the pages of its redacted galley.

A redactor sets a marked line anew: what is left of it stands elsewhere than before. The words are found again by
their letters on the redacted page; where they cannot be (a page that became a picture) they are set in steps that
depend on nothing that was removed. Lines without a mark keep their words as they are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import median

from reviewer.exporting.text_map import TextMap
from reviewer.model.document import Document, Page, Word, WordArray
from reviewer.model.geometry import Box
from reviewer.pages.mupdf import Pdf
from reviewer.pages.printed_text import PrintedWord

PrintedPages = Callable[[str], Callable[[int], Sequence[PrintedWord]]]
"""Gives, for a document's id, what gives the words printed on a page (from 1) of its redacted galley."""

_LABEL_EMS = 2.4
_NARROW_LABEL_EMS = 1.2
_SPACE_EMS = 0.25
_LETTER_EMS = 0.5
_LINE_EMS = 1.2
_MARGIN = 72.0
_NO_LETTERS = "\n"
"""Stands for a label among the words looked for: no printed word is a line feed."""


def printed_pages(galleys: Mapping[str, bytes]) -> PrintedPages:
    """Return what reads the pages of galleys, given by document id, when they are asked for."""

    def pages_of(document: str) -> Callable[[int], Sequence[PrintedWord]]:
        def words_on(number: int) -> Sequence[PrintedWord]:
            if document not in galleys:
                return ()
            if document not in opened:
                opened[document] = Pdf.open(galleys[document])
            return opened[document].page(number).printed_words()[0]

        return words_on

    opened: dict[str, Pdf] = {}
    return pages_of


def redacted_pages(
    document: Document, text_map: TextMap, printed: Callable[[int], Sequence[PrintedWord]]
) -> tuple[Page, ...]:
    """Return a document's pages with its words where they stand now.

    Each line that a cut touches has the label in place of its words there. Line numbers stay. Offsets are those of
    the redacted text.
    """
    return tuple(_page(document, page, text_map, printed) for page in document.pages)


def _page(document: Document, page: Page, text_map: TextMap, printed: Callable[[int], Sequence[PrintedWord]]) -> Page:
    words = list(page.words)
    cut_lines = {word.line for word in words if text_map.touching(word.start, word.end)}
    kept = [_shifted(word, text_map) for word in words if word.line not in cut_lines]
    if cut_lines:
        on_page = printed(page.number)
        left = min((word.box.x0 for word in kept), default=_MARGIN)
        for line in sorted(cut_lines):
            kept += _Line(document, [word for word in words if word.line == line], text_map, left).set(on_page)
    return Page(
        page.number,
        page.width,
        page.height,
        WordArray.pack(sorted(kept, key=lambda word: (word.start, word.line))),
        text_map.start(page.start),
        text_map.end(page.end),
    )


def _shifted(word: Word, text_map: TextMap) -> Word:
    by = text_map.shifted(word.start)
    return Word(word.start + by, word.end + by, word.line, word.box)


@dataclass
class _Token:
    """A word of the new line, or what a cut left of one; `box` is where it stood before, None for a label."""

    start: int
    end: int
    text: str
    old: Box | None


class _Line:
    """One line that a cut touches."""

    def __init__(self, document: Document, words: Sequence[Word], text_map: TextMap, left: float) -> None:
        self._words = sorted(words, key=lambda word: word.start)
        self._map = text_map
        self._old_text = document.text
        self._number = words[0].line
        self._left = left
        self._top = median(word.box.y0 for word in words)
        self._bottom = median(word.box.y1 for word in words)
        self._size = max((self._bottom - self._top) / _LINE_EMS, 1.0)
        self._leftwards = len(words) > 1 and self._words[0].box.x0 > self._words[-1].box.x0

    def set(self, on_page: Sequence[PrintedWord]) -> list[Word]:
        """Return the words of the line with their boxes."""
        tokens = list(self._tokens())
        found = self._found(tokens, on_page)
        boxes: list[Box] = []
        for at in range(len(tokens)):
            boxes.append(found.get(at) or self._placed(tokens, boxes, at, found.get(at + 1)))
        return [Word(token.start, token.end, self._number, box) for token, box in zip(tokens, boxes, strict=True)]

    def _tokens(self) -> Iterator[_Token]:
        last_cut = -1
        for word in self._words:
            at = word.start
            for number in self._map.touching(word.start, word.end):
                cut, label = self._map.cuts[number], self._map.labels[number]
                if cut.start > at:
                    yield self._rest(word, at, cut.start)
                if number != last_cut:
                    yield _Token(label.start, label.end, _NO_LETTERS, None)
                last_cut, at = number, max(at, cut.end)
            if at < word.end:
                yield self._rest(word, at, word.end)

    def _rest(self, word: Word, start: int, end: int) -> _Token:
        """Return what is left of a word; the width of a part must not come from that of the whole."""
        box, by = word.box, self._map.shifted(start)
        if (start, end) != (word.start, word.end):
            box = Box(box.x0, box.y0, box.x0 + _LETTER_EMS * self._size * (end - start), box.y1)
        return _Token(start + by, end + by, self._old_text[start:end], box)

    def _found(self, tokens: Sequence[_Token], on_page: Sequence[PrintedWord]) -> dict[int, Box]:
        """Return the boxes of the tokens that are printed on this line of the page, by number."""
        printed = sorted(
            (word for word in on_page if self._top < (word.box.y0 + word.box.y1) / 2 < self._bottom),
            key=lambda word: -word.box.x0 if self._leftwards else word.box.x0,
        )
        matcher = SequenceMatcher(None, [one.text for one in tokens], [one.text for one in printed], autojunk=False)
        return {
            block.a + step: printed[block.b + step].box
            for block in matcher.get_matching_blocks()
            for step in range(block.size)
        }

    def _placed(self, tokens: Sequence[_Token], before: Sequence[Box], at: int, following: Box | None) -> Box:
        """Return a place for a label, or for a word that is not found, next to the word before it."""
        token = tokens[at]
        if token.old is not None and all(one.old is not None for one in tokens[:at]):
            return token.old
        width = token.old.width if token.old is not None else _LABEL_EMS * self._size
        if self._leftwards:
            right = before[-1].x0 - self._space(tokens, at) if before else self._words[0].box.x1
            return Box(right - width, self._top, right, self._bottom)
        if before:
            left = before[-1].x1 + self._space(tokens, at)
        elif following is not None:
            left = following.x0 - self._space(tokens, at + 1) - width
        else:
            left = self._left
        right = left + width
        if following is not None and following.x0 < right:
            right = max(left + _NARROW_LABEL_EMS * self._size, following.x0) if token.old is None else right
        return Box(left, self._top, right, self._bottom)

    def _space(self, tokens: Sequence[_Token], at: int) -> float:
        return _SPACE_EMS * self._size if tokens[at].start > tokens[at - 1].end else 0.0
