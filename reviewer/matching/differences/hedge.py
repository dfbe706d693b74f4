"""A wording made surer or less sure: `may` to `will`, `linked to` to `causes`, a dropped `about` or `probably`."""

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.rules import strength_rules, word_list
from reviewer.model.evidence import DifferenceKind


def hedge_differences(block: Block, sides: Sides) -> list[Explained]:
    """Report steps on a ladder of strength, and hedges that only one side has."""
    if block.is_edge_run or block.joint:
        return []
    steps = _ladder_steps(block, sides)
    if steps:
        return steps
    mine = [item for item in block.claim if _hedges(item, block.after)]
    theirs = [item for item in block.source if _hedges(item, block.after)]
    if bool(mine) == bool(theirs) or len(block.source) > 6:
        return []
    return [explained(DifferenceKind.HEDGE, block, sides, mine, theirs)]


def _hedges(item: Item, following: tuple[Item, ...]) -> bool:
    rules = strength_rules()
    if item.form in rules.hedges and item.form not in rules.number_hedges:
        return True
    is_before_number = bool(following) and following[0].kind is ItemKind.QUANTITY
    return (
        item.form in rules.number_hedges
        and is_before_number
        and item.form not in ("to", "at", "an", "as", "than", "much", "many")
    )


def _ladder_steps(block: Block, sides: Sides) -> list[Explained]:
    for ladder in strength_rules().ladders.values():
        mine = [item for item in block.claim if item.form in ladder]
        theirs = [item for item in block.source if item.form in ladder]
        if len(mine) == len(theirs) == 1 and ladder[mine[0].form] != ladder[theirs[0].form]:
            return [explained(DifferenceKind.HEDGE, block, sides, mine, theirs)]
        if ladder is strength_rules().ladders["modal"] and bool(mine) != bool(theirs):
            weak = [item for item in (*mine, *theirs) if ladder[item.form] == 1]
            if weak:
                return [explained(DifferenceKind.HEDGE, block, sides, mine, theirs)]
    return []


def strength_of(words: str) -> int:
    """Return how sure some words are, 1 to 3 by the ladders; hedges count 1, other words 3."""
    rules = strength_rules()
    levels = [ladder[word] for word in words.casefold().split() for ladder in rules.ladders.values() if word in ladder]
    if any(word in rules.hedges or word in rules.number_hedges for word in words.casefold().split()):
        levels.append(1)
    levels += [1 for word in words.casefold().split() if word in ("whether", "if", "unless")]
    short_of_fact = word_list("intents") | word_list("accusations") | word_list("proposals")
    levels += [1 for word in words.casefold().split() if word in short_of_fact]
    return min(levels, default=3)
