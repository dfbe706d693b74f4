"""A place that no source knows, where the passage names another one in the same part of the sentence."""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.proper import names_among
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.35
_WHERE = frozenset({"in", "at", "near", "from", "to", "outside", "off"})


def replaced_places(case: Case) -> list[Conflict]:
    """Report the one place of a claim that no source names when its passage has just one that the article lacks.

    Both must stand after a word that tells where (`tested in Harbury`, `at the laboratory in Hartlow`). A reporter adds
    the place of a story, but the sources of a story know it.
    """
    passage = case.paraphrase.passages[0]
    if passage.share < _LEAST_HELD:
        return []
    mine = [n for n in _places(case.paraphrase.items, case.article.text) if not _is_known(n, case)]
    text = case.text_of(passage)
    theirs = [n for n in _places(passage.items, text) if text[n.start : n.end] not in case.article.text]
    if len(mine) != 1 or len(theirs) != 1:
        return []
    return [difference(case, DifferenceKind.NAME, mine[0], 0, theirs[0])]


def _places(items: Sequence[Item], text: str) -> list[Item]:
    before = {item.start: other.form for other, item in pairwise(items)}
    return [name for name in names_among(items, text) if before.get(name.start, "") in _WHERE]


def _is_known(name: Item, case: Case) -> bool:
    return any(case.library.knows(part) for part in name.form.split())
