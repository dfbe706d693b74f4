"""Tells which block is the headline, which the standfirst, and which lines of bare text are headings."""

import re
from collections.abc import Sequence

import msgspec

from reviewer.model.document import Block, BlockKind, Furniture

_HEADLINE_LENGTH = 200
_STANDFIRST_LENGTH = 320
_FULL_STOP = re.compile(r"(?<!\.)\.[”\"’')\]]*$")
_RELEASE_LABEL = re.compile(r"(?:press|news|media) (?:release|statement|notice|information|advisory)\b.*", re.I)
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,30}(?:, [\w. ]{2,30})?(?: \([\w ]+\))? ?[—–-]+ ")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED_SHARE = 0.5
_LETTERHEAD_BLOCKS = 5
_HEADING_LENGTH = 70
_AFTER_SENTENCE = (".", "!", "?", "”", '"', "’", ":", "…")
_NOT_AFTER_HEADING = (*_AFTER_SENTENCE, ";", ",", ")")
_LABELLED_VALUE = re.compile(r":\s*[\d£$€+-]")
_MAY_FOLLOW_HEADING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
_MAY_HEAD = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def mark_headline(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with headline and standfirst marked, as far as the document has any.

    A headline that the file itself names is kept. Otherwise it is the first block of the story, when that is short
    and does not end in a full stop. A standfirst is one block between the headline and the body that a byline, a
    dateline or a first paragraph repeating it sets apart. Mails have neither.
    """
    marked = list(blocks)
    if any(block.kind is BlockKind.MAIL_HEADER for block in marked):
        return tuple(marked)
    headline = next((at for at, block in enumerate(marked) if block.kind is BlockKind.HEADLINE), None)
    if headline is None:
        headline = _find_headline(text, marked)
        if headline is None:
            return tuple(marked)
        marked[headline] = msgspec.structs.replace(marked[headline], kind=BlockKind.HEADLINE)
    if all(block.kind is not BlockKind.STANDFIRST for block in marked):
        standfirst = _find_standfirst(text, marked, headline)
        if standfirst is not None:
            marked[standfirst] = msgspec.structs.replace(marked[standfirst], kind=BlockKind.STANDFIRST)
    return tuple(marked)


def mark_headings(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of bare text with its headings marked.

    Bare text names no headings: one is a short line without punctuation at its end that stands above a longer one.
    """
    marked = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        heads = following is not None and _is_heading(text, block, following)
        marked.append(msgspec.structs.replace(block, kind=BlockKind.HEADING) if heads else block)
    return tuple(marked)


def _is_heading(text: str, block: Block, following: Block) -> bool:
    words, after = block.span.of(text), following.span.of(text)
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.furniture is None
        and following.furniture is None
        and following.kind in _MAY_FOLLOW_HEADING
        and len(words) <= _HEADING_LENGTH
        and len(after) > len(words)
        and not words.endswith(_NOT_AFTER_HEADING)
        and (words[:1].isupper() or words[:1].isdigit())
        and not _LABELLED_VALUE.search(words)
        and (after.endswith(_AFTER_SENTENCE) or following.kind is not BlockKind.PARAGRAPH)
    )


def _find_headline(text: str, blocks: Sequence[Block]) -> int | None:
    story = [at for at, block in enumerate(blocks) if block.furniture is None and block.kind in _MAY_HEAD]
    if not story or len(blocks) < 2:
        return None
    first = story[0]
    below = _below_letterhead(text, blocks, first)
    if below in story:
        first = below
    words = blocks[first].span.of(text)
    if len(words) > _HEADLINE_LENGTH or _FULL_STOP.search(words) or words.endswith((":", ";", ",")):
        return None
    return first if any(at > first for at in story) else None


def _below_letterhead(text: str, blocks: Sequence[Block], first: int) -> int:
    """Return the block below a letterhead, which the words "press release" or an embargo part from the rest."""
    top = blocks[first : first + _LETTERHEAD_BLOCKS]
    labels = [
        at
        for at, block in enumerate(top, first)
        if block.furniture is Furniture.EMBARGO
        or (block.furniture is Furniture.PUBLICATION and _RELEASE_LABEL.fullmatch(block.span.of(text).strip()))
    ]
    if not labels:
        return first
    below = labels[-1] + 1
    while below < len(blocks) and blocks[below].furniture is not None:
        below += 1
    return below


def _find_standfirst(text: str, blocks: Sequence[Block], headline: int) -> int | None:
    at = next((i for i in range(headline + 1, len(blocks)) if not _is_passed_over(blocks[i])), None)
    if at is None or blocks[at].furniture is not None or blocks[at].kind not in _MAY_HEAD:
        return None
    words = blocks[at].span.of(text)
    if len(words) > _STANDFIRST_LENGTH or _DATELINE.match(words) or words[:1] in "“\"‘'":
        return None
    return at if _is_set_apart(text, blocks, at) else None


def _is_passed_over(block: Block) -> bool:
    return block.furniture in (Furniture.PUBLICATION, Furniture.SHARING, Furniture.OTHER, Furniture.CAPTION)


def _is_set_apart(text: str, blocks: Sequence[Block], at: int) -> bool:
    following = next((block for block in blocks[at + 1 :] if not _is_passed_over(block)), None)
    if following is None:
        return False
    if following.furniture in (Furniture.BYLINE, Furniture.DATELINE):
        return True
    lead = following.span.of(text)
    if following.furniture is not None or len(lead) < 60:
        return False
    if _DATELINE.match(lead):
        return True
    return _shared_words(blocks[at].span.of(text), lead) >= _SHARED_SHARE and len(lead) > 80


def _shared_words(standfirst: str, lead: str) -> float:
    mine = {word.casefold() for word in _WORD.findall(standfirst)}
    theirs = {word.casefold() for word in _WORD.findall(lead)}
    return len(mine & theirs) / len(mine) if mine else 0.0
