"""Changed figures: another value, another unit, a number left out or put in."""

import re
from collections.abc import Sequence

import msgspec

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.quantities import Likeness, compare
from reviewer.model.evidence import DifferenceKind
from reviewer.text.numbers import Quantity
from reviewer.text.units import dimension_of

_KINDS = {
    Likeness.SAME: DifferenceKind.NUMBER_FORMAT,
    Likeness.CONVERTED: DifferenceKind.NUMBER_FORMAT,
    Likeness.ROUNDED: DifferenceKind.ROUNDING,
    Likeness.UNIT_MISSING: DifferenceKind.UNIT,
    Likeness.UNIT_CHANGED: DifferenceKind.UNIT,
    Likeness.DIFFERENT: DifferenceKind.FIGURE,
}


_COUNTING = frozenset({"first", "second", "third", "half", "one", "once", "twice", "double", "triple"})
_BARE_M = re.compile(r"\d\s?m")


def figure_differences(block: Block, sides: Sides) -> list[Explained]:
    """Tell quantities of the two sides apart, pairing each with its likest counterpart.

    A quantity without a counterpart has been put in, left out, or stands for a word (`three` for `several`).
    Inside quotation marks a rounded or converted number is not what was said, and so not harmless.
    """
    if block.is_edge_run:
        return []
    mine = [item for item in block.claim if item.kind is ItemKind.QUANTITY]
    theirs = [item for item in block.source if item.kind is ItemKind.QUANTITY]
    done = _counting_words(block, sides)
    for item in mine:
        other = _likest(item, theirs)
        if other is None:
            if _stands_alone(block, item):
                done.append(explained(DifferenceKind.FIGURE, block, sides, [item], _words_for(block, done)))
            continue
        theirs.remove(other)
        done.append(_compared(block, sides, item, other))
    if not _is_long_gap(block):
        done += [explained(DifferenceKind.FIGURE, block, sides, [], [item]) for item in theirs]
    return done


def _counting_words(block: Block, sides: Sides) -> list[Explained]:
    """Report one counting word put for another (`the third` for `the second`), which are words and not quantities."""
    mine = [item for item in block.claim if item.form in _COUNTING]
    theirs = [item for item in block.source if item.form in _COUNTING]
    if len(mine) != 1 or len(theirs) != 1 or mine[0].kind is not ItemKind.WORD or theirs[0].kind is not ItemKind.WORD:
        return []
    return [explained(DifferenceKind.FIGURE, block, sides, mine, theirs)]


def _likest(item: Item, others: Sequence[Item]) -> Item | None:
    order = list(Likeness)
    if item.quantity is None:
        return None
    rated = [
        (order.index(compare(item.quantity, other.quantity)), at) for at, other in enumerate(others) if other.quantity
    ]
    return others[min(rated)[1]] if rated else None


def _compared(block: Block, sides: Sides, item: Item, other: Item) -> Explained:
    assert item.quantity is not None
    assert other.quantity is not None
    mine = _in_metres(item.quantity, sides.article, other.quantity)
    theirs = _in_metres(other.quantity, sides.source, item.quantity)
    likeness = compare(mine, theirs)
    kind = _KINDS[likeness]
    if sides.profile is None:
        return explained(kind, block, sides, [item], [other], harmless=likeness.is_fair)
    harmless = likeness is Likeness.SAME and kind.value in sides.profile.harmless
    if likeness is Likeness.CONVERTED:
        kind = DifferenceKind.UNIT
    return explained(kind, block, sides, [item], [other], harmless)


def _in_metres(quantity: Quantity, text: str, other: Quantity) -> Quantity:
    """Return a number with a bare `m` as metres when the other side has a length: `1.5m` may be millions or metres."""
    is_bare = quantity.unit == "" and _BARE_M.search(text[max(0, quantity.end - 3) : quantity.end])
    if not is_bare or dimension_of(other.unit) != dimension_of("m") or quantity.high is not None:
        return quantity
    return msgspec.structs.replace(quantity, value=quantity.value / 1e6, step=quantity.step / 1e6, unit="m")


def _stands_alone(block: Block, item: Item) -> bool:
    """Return whether the number is really put in: a long run from elsewhere is no change of figure."""
    return len(block.claim) < 6 or item.kind is not ItemKind.QUANTITY


def _words_for(block: Block, done: list[Explained]) -> list[Item]:
    used = {item.start for one in done for item in one.source}
    return [item for item in block.source if item.kind is ItemKind.WORD and item.start not in used][:1]


def _is_long_gap(block: Block) -> bool:
    return block.joint or len(block.source) > 5
