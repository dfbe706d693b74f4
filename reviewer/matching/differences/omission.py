"""Words left out openly (an ellipsis, another quotation) or that were never part of the speech."""

import re

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.model.evidence import DifferenceKind
from reviewer.model.geometry import Span
from reviewer.text.words import find_words

_CLOSES = re.compile(r"[”\"’'][\s,.]*$")
_LABEL_OPENS = re.compile(r"(?:[.!?…]|\n|\A)\s*$")
_OPENS = re.compile(r"^[\s,.:;]*[“\"‘']")


def omission_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain a run of the source that the claim leaves out where two of its parts meet, or that is a tag.

    A tag (`..., " she said. "...`) stands between the quotation marks of the source and is not what was said; nor is
    the label of a transcript's turn.
    """
    if not block.source or (block.claim and not (block.joint and _stands_round_the_cut(block, sides))):
        return []
    if block.joint:
        allowed = sides.profile is None or DifferenceKind.ELLIPSIS.value in sides.profile.harmless
        return [explained(DifferenceKind.ELLIPSIS, block, sides, block.claim, block.source, harmless=allowed)]
    before = sides.source[max(0, block.source[0].start - 4) : block.source[0].start]
    after = sides.source[block.source[-1].end : block.source[-1].end + 4]
    is_label = _LABEL_OPENS.search(before) and after.startswith(":")
    if is_label or (_CLOSES.search(before) and _OPENS.search(after)):
        return [explained(DifferenceKind.ELLIPSIS, block, sides, [], block.source, harmless=True)]
    return []


def _stands_round_the_cut(block: Block, sides: Sides) -> bool:
    """Return whether the claim's words are the source's first and last ones: the cut went through a date or figure."""
    between = Span(block.source[0].start, block.source[-1].end)
    theirs = [token.form for token in find_words(sides.source, between)]
    mine = [item.form for item in block.claim]
    if len(mine) >= len(theirs):
        return False
    return any(
        theirs[:cut] == mine[:cut] and theirs[len(theirs) - len(mine) + cut :] == mine[cut:]
        for cut in range(len(mine) + 1)
    )
