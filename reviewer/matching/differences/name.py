"""One name printed for another."""

import re
import unicodedata

from reviewer.matching.differences.block import Block, Explained, Sides, explained
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.evidence import DifferenceKind

_ANOTHER_NAME = re.compile(r"[ \u00a0][A-ZÀ-Þ][\w'’-]")
_SIMILAR_COUNT = 2
"""By how many words the two sides may differ in length and still be one name for another."""


def name_differences(block: Block, sides: Sides) -> list[Explained]:
    """Report names of the source for which other names are printed.

    A name that only one side has was put in or left out and is no change of name; words from elsewhere at the edge
    of a claim are none either.
    """
    if block.is_edge_run or block.joint:
        return []
    mine = [item for item in block.claim if is_name(item, sides.article)]
    theirs = [item for item in block.source if is_name(item, sides.source)]
    if all(item.kind is ItemKind.DATE for item in (*mine, *theirs)):
        return []
    if not mine or not theirs or abs(len(block.claim) - len(block.source)) > _SIMILAR_COUNT:
        return []
    harmless = [_plain(item.form) for item in mine] == [_plain(item.form) for item in theirs]
    return [explained(DifferenceKind.NAME, block, sides, mine, theirs, harmless)]


def is_name(item: Item, text: str) -> bool:
    """Return whether an item is a name: a word with a capital that it has not from starting a sentence."""
    if item.kind is ItemKind.DATE:
        return not any(character.isdigit() for character in text[item.start : item.end])
    if item.kind is not ItemKind.WORD or not item.capital or item.form in STOPWORDS:
        return False
    if not item.leads:
        return True
    word = text[item.start : item.end]
    if _ANOTHER_NAME.match(text, item.end):
        return True
    return (word.isupper() and len(word) > 1) or _stands_inside_a_sentence(word, text)


def _stands_inside_a_sentence(word: str, text: str) -> bool:
    """Return whether the word stands with its capital after a small letter or comma, as only names do."""
    at = text.find(f" {word}")
    for _ in range(20):
        if at < 1:
            return False
        if text[at - 1].islower() or text[at - 1] == ",":
            return True
        at = text.find(f" {word}", at + 1)
    return False


def _plain(form: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
