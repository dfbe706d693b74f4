"""A stretch of the comparison where claim and passage do not agree, and what the rules make of it."""

from collections.abc import Callable, Sequence

import msgspec

from reviewer.matching.alignment import Alignment, Pair
from reviewer.matching.items import Item
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.model.quoting import QuoteProfile

LONG = 4
"""Words from which an unmatched run at the edge of a claim is not a change of words but words from elsewhere."""


class Block(msgspec.Struct, frozen=True):
    """The items of both sides between two places where they agree.

    `claim_at` and `source_at` are the code points where words missing on that side would stand. `opens` and `closes`
    say that it is at the beginning or end of the claim, `joint` that two parts of the claim meet in it. `before` and
    `after` are the items of the source on either side of it.
    """

    claim: tuple[Item, ...]
    source: tuple[Item, ...]
    claim_at: int
    source_at: int
    opens: bool = False
    closes: bool = False
    joint: bool = False
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()

    @property
    def is_edge_run(self) -> bool:
        """Return whether it is a long run at an edge of the claim that the passage has nothing for."""
        return (self.opens or self.closes) and len(self.claim) >= LONG


class Sides(msgspec.Struct, frozen=True):
    """The two texts, and how strictly quotations are read (None outside quotation marks)."""

    article: str
    source: str
    profile: QuoteProfile | None = None


class Explained(msgspec.Struct, frozen=True):
    """A difference with the items of the block that it accounts for."""

    difference: Difference
    claim: tuple[Item, ...]
    source: tuple[Item, ...]


Explain = Callable[[Block, Sides], list[Explained]]


def explained(
    kind: DifferenceKind,
    block: Block,
    sides: Sides,
    claim: Sequence[Item],
    source: Sequence[Item],
    harmless: bool = False,
) -> Explained:
    """Make the difference between these items of a block."""
    a, b = _stretch(claim, block.claim_at), _stretch(source, block.source_at)
    words = sides.article[a[0] : a[1]], sides.source[b[0] : b[1]]
    return Explained(Difference(kind, *words, *a, *b, harmless=harmless), tuple(claim), tuple(source))


def _stretch(items: Sequence[Item], otherwise: int) -> tuple[int, int]:
    return (items[0].start, items[-1].end) if items else (otherwise, otherwise)


def without(block: Block, done: Sequence[Explained]) -> Block:
    """Return the block less the items that are accounted for."""
    claim = {item.start for one in done for item in one.claim}
    source = {item.start for one in done for item in one.source}
    return msgspec.structs.replace(
        block,
        claim=tuple(item for item in block.claim if item.start not in claim),
        source=tuple(item for item in block.source if item.start not in source),
    )


def find_blocks(alignment: Alignment, claim: Sequence[Item], source: Sequence[Item]) -> list[Block]:
    """Cut an alignment into the stretches where the two sides differ, in order."""
    blocks: list[Block] = []
    pairs = alignment.pairs
    at = 0
    while at < len(pairs):
        end = at
        while end < len(pairs) and not pairs[end].equal:
            end += 1
        if end > at:
            blocks.append(_block(pairs[:at], pairs[at:end], pairs[end:], claim, source))
        at = end + 1
    return blocks


def _block(
    before: Sequence[Pair], inside: Sequence[Pair], after: Sequence[Pair], claim: Sequence[Item], source: Sequence[Item]
) -> Block:
    mine = [claim[pair.claim] for pair in inside if pair.claim is not None]
    theirs = [source[pair.source] for pair in inside if pair.source is not None]
    left = next((p.claim for p in reversed(before) if p.claim is not None), None)
    right = next((p.claim for p in after if p.claim is not None), None)
    first = next((pair.source for pair in (*reversed(before),) if pair.source is not None), None)
    last = next((pair.source for pair in after if pair.source is not None), None)
    parts = {item.part for item in mine} | {claim[at].part for at in (left, right) if at is not None}
    return Block(
        tuple(mine),
        tuple(theirs),
        claim_at=claim[left].end if left is not None else claim[right].start if right is not None else claim[0].start,
        source_at=source[first].end if first is not None else source[last].start if last is not None else 0,
        opens=left is None,
        closes=right is None,
        joint=len(parts) > 1,
        before=(source[first],) if first is not None else (),
        after=(source[last],) if last is not None else (),
    )
