"""The paragraphs of pages are written one after another into the text of a document."""

from collections.abc import Mapping, Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Furniture, Page, Word, WordArray
from reviewer.pages.margin_numbers import line_numbers
from reviewer.pages.paragraphs import Paragraph, continues
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Row

_CELL_GAP_EMS = 1.5


class LaidOutPage(msgspec.Struct, frozen=True):
    """A page whose paragraphs are known; `body` is in reading order. Sizes are in points."""

    number: int
    width: float
    height: float
    heads: list[Paragraph]
    body: list[Paragraph]
    feet: list[Paragraph]
    margin_numbers: list[PrintedWord]


class PageAssembler:
    """Takes pages in their order; one is held back until it is known whether its last paragraph runs on."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._pages: list[Page] = []
        self._held: LaidOutPage | None = None
        self._held_runs_in = False
        self._open: Paragraph | None = None

    def add(self, page: LaidOutPage) -> None:
        """Add the next page."""
        runs_on = False
        if self._held:
            tail = _tail_of_story(self._held)
            runs_on = bool(tail and page.body) and continues(tail[-1], page.body[0])
            runs_on = runs_on and not (self._held_runs_in and tail[0] is self._held.body[0])
            self._write_page(self._held, self._held_runs_in, runs_on)
        self._held, self._held_runs_in = page, runs_on

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Page, ...]]:
        """Return text, blocks and pages; the pages divide the text without a gap."""
        if self._held:
            self._write_page(self._held, self._held_runs_in, runs_on=False)
            self._held = None
        if not self._pages:
            return "", (), ()
        starts = [0, *(page.start for page in self._pages[1:])]
        ends = [*starts[1:], self._length]
        pages = tuple(
            msgspec.structs.replace(page, start=start, end=end)
            for page, start, end in zip(self._pages, starts, ends, strict=True)
        )
        return "".join(self._parts), tuple(self._blocks), pages

    def _write_page(self, page: LaidOutPage, runs_in: bool, runs_on: bool) -> None:
        lines = _lines_by_row(page)
        numbers = _margin_paragraphs(page.margin_numbers)
        first = page.body[:1] if runs_in else []
        story = page.body[len(first) :]
        tail = _tail_of_story(page) if runs_on else []
        rest = [paragraph for paragraph in story if not any(paragraph is other for other in tail)]
        ordered = [*first, *page.heads, *rest, *page.feet, *numbers, *tail]
        words: list[Word] = []
        for paragraph in ordered:
            self._write(paragraph, words, lines)
        start = words[0].start if words else self._length
        packed = WordArray.pack(words)
        self._pages.append(Page(page.number, page.width, page.height, packed, start, self._length))

    def _write(self, paragraph: Paragraph, words: list[Word], lines: Mapping[int, int]) -> None:
        """Add a paragraph's words to the text, each with the number of its line."""
        runs_on = self._open is not None and continues(self._open, paragraph)
        if self._parts:
            self._put("\n" if runs_on else "\n\n")
        start = self._length
        for index, row in enumerate(paragraph.rows):
            if index:
                self._put("\n")
            self._write_row(row, words, lines.get(id(row), len(lines) + 1))
        if runs_on:
            before = self._blocks.pop()
            self._blocks.append(Block(before.start, self._length, before.kind, before.furniture))
        else:
            furniture = Furniture.RUNNING_HEAD if paragraph.is_running else None
            self._blocks.append(Block(start, self._length, paragraph.kind, furniture))
        self._open = paragraph

    def _write_row(self, row: Row, words: list[Word], line: int) -> None:
        at = self._length
        right: float | None = None
        parts: list[str] = []
        for word in row.words:
            box = word.box
            if right is not None:
                parts.append("\t" if box.x0 - right > _CELL_GAP_EMS * row.size else " ")
                at += 1
            end = at + len(word.text)
            parts.append(word.text)
            words.append(Word(at, end, line, box))
            at, right = end, box.x1
        self._parts.append("".join(parts))
        self._length = at

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _tail_of_story(page: LaidOutPage) -> list[Paragraph]:
    """Return the last paragraph of a page that is no footnote, with its beginnings in the columns before."""
    story = [paragraph for paragraph in page.body if paragraph.kind is not BlockKind.FOOTNOTE]
    tail = story[-1:]
    for before in reversed(story[:-1]):
        if not continues(before, tail[0]):
            break
        tail.insert(0, before)
    return tail


def _lines_by_row(page: LaidOutPage) -> dict[int, int]:
    """Return the line number of each row, by the row's identity: from head to foot, whatever the text's order is."""
    paragraphs: Sequence[Paragraph] = [*page.heads, *page.body, *page.feet]
    rows = [row for paragraph in paragraphs for row in paragraph.rows]
    numbers = line_numbers(paragraphs, page.margin_numbers)
    return {id(row): number for row, number in zip(rows, numbers, strict=False)}


def _margin_paragraphs(numbers: list[PrintedWord]) -> list[Paragraph]:
    if not numbers:
        return []
    return [Paragraph([Row(numbers, numbers[0].box, numbers[0].box.height, False)], BlockKind.PAGE_FOOTER)]
