"""Compares a claim with a passage item by item: typed differences, and the runs that the comparison view shows."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.alignment import Alignment, align
from reviewer.matching.differences.block import Block, Explain, Explained, Sides, find_blocks, without
from reviewer.matching.differences.brackets import bracket_differences
from reviewer.matching.differences.date import date_differences
from reviewer.matching.differences.figure import figure_differences
from reviewer.matching.differences.hedge import hedge_differences
from reviewer.matching.differences.hidden import hidden_differences
from reviewer.matching.differences.name import name_differences
from reviewer.matching.differences.negation import negation_differences
from reviewer.matching.differences.omission import omission_differences
from reviewer.matching.differences.wording import (
    attribution_verb_differences,
    rate_differences,
    spelling_differences,
    tense_differences,
    wording_differences,
)
from reviewer.matching.items import Item, ItemKind, join_split_words
from reviewer.matching.runs import runs_of
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.evidence import AlignedRun, Difference, DifferenceKind

RULES: tuple[Explain, ...] = (
    hidden_differences,
    bracket_differences,
    omission_differences,
    spelling_differences,
    rate_differences,
    figure_differences,
    date_differences,
    negation_differences,
    hedge_differences,
    attribution_verb_differences,
    tense_differences,
    name_differences,
    wording_differences,
)
"""Each rule explains what it can of a block; what it explains is gone for the next ones."""

_WORST_FIRST = {kind: place for place, kind in enumerate(DifferenceKind)}


class Comparison(msgspec.Struct, frozen=True):
    """What a claim and a passage have in common and what not.

    `start..end` are the code points of the passage that the claim covers; `coverage` is the weighted share of the
    claim's items that stand in it; `unmatched` the code points of the longest run
    of the claim that it has nothing for.
    """

    start: int
    end: int
    coverage: float
    differences: tuple[Difference, ...]
    runs: tuple[AlignedRun, ...]
    unmatched: tuple[int, int] | None = None
    longest_run: int = 0


def weight_of(item: Item) -> float:
    """Return how much an item counts towards coverage."""
    if item.kind is not ItemKind.WORD:
        return 1.5
    return 0.35 if item.form in STOPWORDS else 1.0


def compare_items(claim: Sequence[Item], source: Sequence[Item], sides: Sides) -> Comparison:
    """Align the claim with the passage and type every difference, worst first."""
    claim, source = join_split_words(claim, source), join_split_words(source, claim)
    alignment = _mend_edges(align(claim, source), source, sides)
    touched = [pair.source for pair in alignment.pairs if pair.source is not None]
    blocks = find_blocks(alignment, claim, source)
    parts = [(block, explain(block, sides)) for block in blocks]
    differences = [one.difference for _, ones in parts for one in ones]
    total = sum(map(weight_of, claim)) or 1.0
    at = source[touched[0]].start if touched else 0
    return Comparison(
        at,
        source[touched[-1]].end if touched else at,
        _held_weight(alignment, claim, source) / total,
        tuple(sorted(differences, key=lambda one: (one.harmless, _WORST_FIRST[one.kind], one.article_start))),
        runs_of(alignment, claim, source, parts, sides),
        _longest_unmatched(alignment, claim),
        _longest_run(alignment),
    )


def _held_weight(alignment: Alignment, claim: Sequence[Item], source: Sequence[Item]) -> float:
    """Return the weight of what the passage holds; a figure, date or word in another form counts half."""
    held = 0.0
    for pair in alignment.pairs:
        if pair.claim is None or pair.source is None:
            continue
        mine, theirs = claim[pair.claim], source[pair.source]
        same_kind = mine.kind is theirs.kind is not ItemKind.WORD
        same_stem = len(mine.form) > 4 and mine.form[:5] == theirs.form[:5]
        held += weight_of(mine) * (1.0 if pair.equal else 0.5 if same_kind or same_stem else 0.0)
    return held


def explain(block: Block, sides: Sides) -> list[Explained]:
    """Let the rules explain a block, one after another, until nothing of it is left."""
    found: list[Explained] = []
    for rule in RULES:
        ones = rule(block, sides)
        found += ones
        block = without(block, ones)
        if not block.claim and not block.source:
            break
    return found


def _mend_edges(alignment: Alignment, source: Sequence[Item], sides: Sides) -> Alignment:
    """Give one or two unmatched words at an edge of the claim the source's words in their place as counterparts.

    The ends of the passage are free for the alignment, so that a changed first word would seem to be added.
    """
    pairs = list(alignment.pairs)
    for backwards in (True, False):
        ordered = pairs if backwards else pairs[::-1]
        count = next((at for at, pair in enumerate(ordered) if pair.source is not None), 0)
        if not 1 <= count <= 2 or any(pair.claim is None for pair in ordered[:count]):
            continue
        edge = ordered[count].source
        assert edge is not None
        places = range(edge - count, edge) if backwards else range(edge + 1, edge + 1 + count)
        if places.start < 0 or places.stop > len(source):
            continue
        between = sides.source[source[places[0]].start : source[places[-1]].end]
        if any(mark in between for mark in ".!?\n"):
            continue
        touching = (places[-1], edge) if backwards else (edge, places[0])
        if any(mark in sides.source[source[touching[0]].end : source[touching[1]].start] for mark in '.!?\n"“”'):
            continue
        chosen = list(places) if backwards else list(places)[::-1]
        for at in range(count):
            ordered[at] = msgspec.structs.replace(ordered[at], source=chosen[at])
        pairs = ordered if backwards else ordered[::-1]
    return Alignment(tuple(pairs), alignment.score)


def _longest_unmatched(alignment: Alignment, claim: Sequence[Item]) -> tuple[int, int] | None:
    """Return the code points of the longest run of claim items without an equal, None when all have one."""
    best: tuple[int, int] | None = None
    start: int | None = None
    last = -1
    for pair in alignment.pairs:
        if pair.claim is None:
            continue
        last = pair.claim
        if pair.equal:
            start = None
            continue
        start = pair.claim if start is None else start
        if best is None or pair.claim + 1 - start > best[1] - best[0]:
            best = (start, last + 1)
    return (claim[best[0]].start, claim[best[1] - 1].end) if best else None


def _longest_run(alignment: Alignment) -> int:
    best = run = 0
    for pair in alignment.pairs:
        run = run + 1 if pair.equal else 0
        best = max(best, run)
    return best
