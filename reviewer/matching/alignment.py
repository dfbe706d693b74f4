"""Aligns the items of a claim with those of a passage.

Semi-global alignment with affine gap costs (Gotoh 1982): the whole claim is used, the ends of the passage are free.
Rows are computed at once with numpy; the gap along a row is a running maximum.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.stopwords import STOPWORDS

Scores = npt.NDArray[np.float64]

_OPEN, _EXTEND = 1.1, 0.4
_NEXT_PART_OPEN, _NEXT_PART_EXTEND = 0.3, 0.0
"""A gap where two parts of the claim meet costs next to nothing: something was left out there, and it says so."""

_EQUAL_WORD, _EQUAL_STOPWORD, _EQUAL_VALUE = 1.5, 0.8, 2.0
_SAME_STEM, _SAME_KIND, _DIFFERENT = 0.4, -0.3, -1.3
_NEVER = -1e9


class Pair(msgspec.Struct, frozen=True):
    """One column: the place of an item in the claim and of one in the passage, None for a gap on that side."""

    claim: int | None
    source: int | None
    equal: bool = False


class Alignment(msgspec.Struct, frozen=True):
    """The columns in order, from the first to the last that touch the claim."""

    pairs: tuple[Pair, ...]
    score: float


def align(claim: Sequence[Item], source: Sequence[Item]) -> Alignment:
    """Align all items of the claim with a stretch of the source."""
    if not claim or not source:
        return Alignment(tuple(Pair(at, None) for at in range(len(claim))), 0.0)
    scores = _similarity(claim, source)
    costs = [
        (_NEXT_PART_OPEN, _NEXT_PART_EXTEND)
        if at + 1 < len(claim) and claim[at + 1].part != item.part
        else (_OPEN, _EXTEND)
        for at, item in enumerate(claim)
    ]
    tables = _fill(scores, costs)
    return _trace(tables, costs, claim, source)


def _similarity(claim: Sequence[Item], source: Sequence[Item]) -> Scores:
    numbers: dict[str, int] = {}
    mine = np.array([numbers.setdefault(item.form, len(numbers)) for item in claim])
    theirs = np.array([numbers.setdefault(item.form, len(numbers)) for item in source])
    worth = np.array([_worth(item) for item in claim])
    scores = np.where(mine[:, None] == theirs[None, :], worth[:, None], _DIFFERENT)
    stems: dict[str, int] = {}
    my_stems = np.array([stems.setdefault(_stem(item), len(stems)) for item in claim])
    their_stems = np.array([stems.setdefault(_stem(item), len(stems)) for item in source])
    related = (my_stems[:, None] == their_stems[None, :]) & (scores < 0)
    scores[related] = _SAME_STEM
    kinds = [ItemKind.WORD, ItemKind.QUANTITY, ItemKind.DATE]
    my_kinds = np.array([kinds.index(item.kind) for item in claim])
    their_kinds = np.array([kinds.index(item.kind) for item in source])
    values = (my_kinds[:, None] == their_kinds[None, :]) & (my_kinds[:, None] > 0) & (scores < 0)
    scores[values] = _SAME_KIND
    return scores


def _worth(item: Item) -> float:
    if item.kind is not ItemKind.WORD:
        return _EQUAL_VALUE
    return _EQUAL_STOPWORD if item.form in STOPWORDS else _EQUAL_WORD


def _stem(item: Item) -> str:
    if item.kind is not ItemKind.WORD or len(item.form) < 4:
        return f"={item.form}"
    return item.form[:5]


def _fill(scores: Scores, costs: Sequence[tuple[float, float]]) -> tuple[Scores, Scores, Scores]:
    """Fill the three tables: ending in a pair, in an item of the claim alone, in an item of the source alone."""
    rows, columns = scores.shape
    paired = np.full((rows + 1, columns + 1), _NEVER)
    claim_only, source_only = paired.copy(), paired.copy()
    paired[0] = 0.0
    steps = np.arange(columns + 1, dtype=np.float64)
    for row in range(1, rows + 1):
        before = np.maximum(np.maximum(paired[row - 1], claim_only[row - 1]), source_only[row - 1])
        paired[row, 1:] = before[:-1] + scores[row - 1]
        claim_only[row] = np.maximum(
            np.maximum(paired[row - 1], source_only[row - 1]) - _OPEN, claim_only[row - 1] - _EXTEND
        )
        if row < rows:
            opening, extending = costs[row - 1]
            ending = np.maximum(paired[row], claim_only[row])
            reach = np.maximum.accumulate(ending + extending * steps)
            source_only[row, 1:] = reach[:-1] - opening - extending * (steps[1:] - 1)
    return paired, claim_only, source_only


def _trace(
    tables: tuple[Scores, Scores, Scores],
    costs: Sequence[tuple[float, float]],
    claim: Sequence[Item],
    source: Sequence[Item],
) -> Alignment:
    paired, claim_only, source_only = tables
    row = len(claim)
    last = np.maximum(paired[row], claim_only[row])
    column = int(np.argmax(last))
    total = float(last[column])
    state = 0 if paired[row, column] >= claim_only[row, column] else 1
    pairs: list[Pair] = []
    while row > 0:
        if state == 0:
            pairs.append(Pair(row - 1, column - 1, claim[row - 1].form == source[column - 1].form))
            row, column = row - 1, column - 1
            state = _best_state(tables, row, column)
        elif state == 1:
            pairs.append(Pair(row - 1, None))
            goes_on = claim_only[row - 1, column] - _EXTEND
            row -= 1
            if goes_on < claim_only[row + 1, column] - 1e-9:
                state = 0 if paired[row, column] >= source_only[row, column] else 2
        else:
            opening, _ = costs[row - 1]
            pairs.append(Pair(None, column - 1))
            here = source_only[row, column]
            column -= 1
            ending = max(paired[row, column], claim_only[row, column])
            if abs(ending - opening - here) < 1e-9:
                state = 0 if paired[row, column] >= claim_only[row, column] else 1
    return Alignment(tuple(reversed(pairs)), total)


def _best_state(tables: tuple[Scores, Scores, Scores], row: int, column: int) -> int:
    values = [table[row, column] for table in tables]
    return int(np.argmax(values))
