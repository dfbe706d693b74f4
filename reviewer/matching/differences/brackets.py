"""Words in square brackets: the article's own, put in openly."""

import re
from collections.abc import Sequence

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.differences.name import is_name
from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item
from reviewer.matching.rules import strength_rules, word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.evidence import DifferenceKind


def bracket_differences(block: Block, sides: Sides) -> list[Explained]:
    """Explain bracketed words, with the words of the source that they stand for."""
    bracketed = [item for item in block.claim if item.bracketed]
    is_of_the_source = any(item.bracketed for item in (*block.before, *block.after))
    if not bracketed or is_of_the_source:
        return []
    replaced = block.source if len(bracketed) == len(block.claim) and len(block.source) <= 8 else ()
    kind = _sense_changed(bracketed, replaced, sides)
    if kind:
        return [explained(kind, block, sides, bracketed, replaced)]
    allowed = sides.profile is None or DifferenceKind.BRACKET.value in sides.profile.harmless
    return [explained(DifferenceKind.BRACKET, block, sides, bracketed, replaced, harmless=allowed)]


def _sense_changed(bracketed: Sequence[Item], replaced: Sequence[Item], sides: Sides) -> DifferenceKind | None:
    """Return what a bracket changes beyond naming or fitting in: a denial, how sure it is, or the thing itself.

    A bracket names what a pronoun or a word like `this` stands for, or puts a verb in another form. Words with a sense
    of their own that give way to quite other ones are a change, however openly it was made.
    """
    if any(map(is_negation, bracketed)) != any(map(is_negation, replaced)):
        return DifferenceKind.NEGATION
    modals = strength_rules().ladders["modal"]
    weak = [[item for item in side if modals.get(item.form) == 1] for side in (replaced, bracketed)]
    if weak[0] and not weak[1] and any(modals.get(item.form) == 3 for item in bracketed):
        return DifferenceKind.HEDGE
    mine, theirs = _with_sense(bracketed), _with_sense(replaced)
    points = any(item.form in STOPWORDS or item.form in word_list("pronouns") for item in replaced)
    names = any(is_name(item, sides.article) for item in bracketed) or any(
        is_name(item, sides.source) for item in replaced
    )
    if not mine or not theirs or points or names or {_stem(item) for item in mine} & {_stem(item) for item in theirs}:
        return None
    return DifferenceKind.WORD_CHANGED


def _with_sense(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.form not in STOPWORDS and item.form not in word_list("pronouns")]


def _stem(item: Item) -> str:
    """Return the first letter and consonants of a word, which its other forms share (`fell`, `fallen`)."""
    return (item.form[0] + re.sub(r"[aeiou]", "", item.form[1:]))[:2]
