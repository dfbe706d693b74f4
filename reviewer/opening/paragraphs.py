"""Finds the paragraphs of bare text, which may be one a line, wrapped by hand, or a mixture."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.model.document import Block, BlockKind
from reviewer.model.geometry import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"(?:\r\n|[\r\n\x0b\x85\u2028]).*?(?:\r\n|[\r\n\x0b\x85\u2028])|[\x0c\u2029]", re.S)
_LABEL = re.compile(r"[A-Z][\w’' .-]{0,40}:(?:\s|$)")
_BULLET = re.compile(r"(?:[-*•‣▪◦–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_QUOTED = re.compile(r"\s*>")
_MAIL_FIELD = re.compile(r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Attachments?)\s*:\s*\S", re.I)
_NARROWEST, _WIDEST = 45, 110
_NEAR_WIDTH = 16
_WRAPPED_LINES = 3


def find_paragraphs(text: str, within: Span | None = None) -> tuple[Block, ...]:
    """Return the paragraphs of bare text in order, furniture not yet marked.

    A blank line always parts paragraphs. Inside a run of lines a line break is taken for hand wrapping only where
    the next word would not have fitted on the line: a short line followed by another is an item of its own, as
    bylines, addresses and mail headers are. Lines set in columns stay together as one block, a table. Blocks leave
    out the white space round them. Offsets are code points.
    """
    lines = _lines(text, within or Span(0, len(text)))
    width = _wrapping_width([line.of(text) for line in lines])
    blocks: list[Block] = []
    for run in _runs(text, lines):
        blocks.extend(_run_blocks(text, run, width))
    return tuple(_with_mail_headers(text, blocks))


def split_at_line_breaks(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with paragraphs that hold line breaks of their own parted as bare text would be.

    Pasted stories and converted mails often stand in one paragraph, with line breaks where paragraphs should be.
    """
    parted: list[Block] = []
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH or "\n" not in block.span.of(text):
            parted.append(block)
            continue
        for part in find_paragraphs(text, block.span):
            parted.append(Block(part.start, part.end, part.kind, block.furniture))
    return tuple(parted)


def _lines(text: str, within: Span) -> list[Span]:
    found = []
    for match in _LINE.finditer(text, within.start, within.end):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped[0])
            found.append(Span(start, start + len(line.strip())))
    return found


def _runs(text: str, lines: list[Span]) -> list[list[Span]]:
    runs: list[list[Span]] = []
    for line in lines:
        if runs and not _BLANK_BETWEEN.search(text, runs[-1][-1].end, line.start):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _wrapping_width(lines: list[str]) -> int | None:
    """Return the width that lines were wrapped at, or None when they do not look wrapped.

    Wrapped lines come close to their width again and again; lines much longer than a page is wide were not wrapped.
    """
    lengths = [len(line) for line in lines if not _COLUMNS.search(line) and " " in line]
    long = sum(1 for length in lengths if length > _WIDEST)
    fitting = [length for length in lengths if length <= _WIDEST]
    if not fitting or long > len(lengths) // 20:
        return None
    width = max(fitting)
    near = sum(1 for length in fitting if length > width - _NEAR_WIDTH)
    return width if width >= _NARROWEST and near >= _WRAPPED_LINES else None


def _run_blocks(text: str, run: list[Span], width: int | None) -> list[Block]:
    wrapped_at = width or _wrapping_width([line.of(text) for line in run])
    groups: list[list[Span]] = [[run[0]]]
    for before, line in pairwise(run):
        same_table = _has_columns(text, before) and _has_columns(text, line)
        if same_table or (wrapped_at and _continues(text, before, line, wrapped_at)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Block(group[0].start, group[-1].end, _kind(text, group)) for group in groups]


def _has_columns(text: str, line: Span) -> bool:
    return _COLUMNS.search(line.of(text)) is not None


def _continues(text: str, before: Span, line: Span, width: int) -> bool:
    first, last = line.of(text), before.of(text)
    if _LABEL.match(first) or _BULLET.match(first) or _COLUMNS.search(first) or _COLUMNS.search(last):
        return False
    if _MAIL_FIELD.match(last) or bool(_QUOTED.match(first)) != bool(_QUOTED.match(last)):
        return False
    return before.length + 1 + len(first.split(maxsplit=1)[0]) > width


def _kind(text: str, group: list[Span]) -> BlockKind:
    line = group[0].of(text)
    if _QUOTED.match(line):
        return BlockKind.QUOTE
    if _BULLET.match(line):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _with_mail_headers(text: str, blocks: list[Block]) -> list[Block]:
    """Mark the header lines with which a mail saved as text begins."""
    count = 0
    for block in blocks:
        if not _MAIL_FIELD.match(block.span.of(text)):
            break
        count += 1
    if count < 2:
        return blocks
    headers = [Block(block.start, block.end, BlockKind.MAIL_HEADER) for block in blocks[:count]]
    return [*headers, *blocks[count:]]
