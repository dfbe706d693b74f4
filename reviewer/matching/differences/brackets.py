"""Words in square brackets: the article's own, put in openly."""

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.model.evidence import DifferenceKind


def bracket_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain bracketed words, with the words of the source that they stand for."""
    bracketed = [item for item in block.claim if item.bracketed]
    is_of_the_source = any(item.bracketed for item in (*block.before, *block.after))
    if not bracketed or is_of_the_source:
        return []
    replaced = block.source if len(bracketed) == len(block.claim) and len(block.source) <= 8 else ()
    allowed = sides.profile is None or DifferenceKind.BRACKET.value in sides.profile.harmless
    return [explained(DifferenceKind.BRACKET, block, sides, bracketed, replaced, harmless=allowed)]
