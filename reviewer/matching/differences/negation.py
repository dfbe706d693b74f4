"""A denial put in, left out or turned round."""

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import Item
from reviewer.matching.rules import negation_rules
from reviewer.model.evidence import DifferenceKind

FOCUS = frozenset({"only", "just", "merely", "simply"})
"""Words that take the denial out of a denial (`not only`)."""


def negation_differences(block: Block, sides: Sides) -> list[Explained]:
    """Report a block in which one side denies more often than the other, or says the opposite of a word."""
    if block.is_edge_run or (block.joint and not block.claim):
        return []
    opposites = _opposite_words(block)
    if opposites:
        return [explained(DifferenceKind.NEGATION, block, sides, [mine], [theirs]) for mine, theirs in opposites]
    mine = [item for item in block.claim if is_negation(item)]
    theirs = [item for item in block.source if is_negation(item)]
    if only := _focus(block):
        return [explained(DifferenceKind.NEGATION, block, sides, *only)]
    if len(mine) == len(theirs) or len(block.source) > 8:
        return []
    return [explained(DifferenceKind.NEGATION, block, sides, mine, theirs)]


def _focus(block: Block) -> tuple[list[Item], list[Item]] | None:
    """Return the `only` of `not only` when just one side has it: without it the sentence denies."""
    if not block.before or not is_negation(block.before[0]):
        return None
    mine = [item for item in block.claim if item.form in FOCUS]
    theirs = [item for item in block.source if item.form in FOCUS]
    return None if bool(mine) == bool(theirs) else (mine, theirs)


def is_negation(item: Item) -> bool:
    """Return whether a word denies."""
    return item.form in negation_rules().words


def _opposite_words(block: Block) -> list[tuple[Item, Item]]:
    return [(mine, theirs) for mine in block.claim for theirs in block.source if are_opposites(mine.form, theirs.form)]


def are_opposites(one: str, other: str) -> bool:
    """Return whether two words differ by a denying prefix (`likely`, `unlikely`) or are a known pair of opposites."""
    rules = negation_rules()
    if (one, other) in rules.pairs or (other, one) in rules.pairs:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in rules.prefixes)
