"""Documents made of plain text, without opening a file: for the rooms that come after opening."""

import hashlib

from reviewer.model.document import Block, BlockKind, Document, Page, Word, WordArray
from reviewer.model.geometry import Box

LINE_WIDTH = 60
LINES_A_PAGE = 40


def document_of(text: str, name: str = "article.txt", published: str | None = None) -> Document:
    """A document whose paragraphs are its lines, on pages of 40 lines of at most 60 characters."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), BlockKind.PARAGRAPH))
        at += len(line) + 1
    return Document(
        id=hashlib.sha256(f"{name}\n{text}".encode("utf-8", "surrogatepass")).hexdigest(),
        name=name,
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        pages=_pages(text, blocks),
        typeset=True,
        published=published,
    )


def _pages(text: str, blocks: list[Block]) -> tuple[Page, ...]:
    words: list[list[Word]] = [[]]
    line, column = 0, 0
    for block in blocks:
        line, column = line + 1, 0
        at = block.start
        for word in text[block.start : block.end].split():
            start = text.index(word, at)
            at = start + len(word)
            if column and column + len(word) > LINE_WIDTH:
                line, column = line + 1, 0
            if line > LINES_A_PAGE:
                words.append([])
                line = 1
            box = Box(72 + 6 * column, 60 + 18 * line, 72 + 6 * (column + len(word)), 74 + 18 * line)
            words[-1].append(Word(start, at, line, box))
            column += len(word) + 1
    return tuple(
        Page(number, 595, 842, WordArray.pack(page), page[0].start if page else 0, page[-1].end if page else 0)
        for number, page in enumerate(words, 1)
    )
