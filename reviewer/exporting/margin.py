"""Where margin notes go: each wants the height of its claim, none may touch another, order is kept.

Notes that would touch are merged to a block that stands where the weighted mean of their wishes is, until none
touch (isotonic regression by pooling adjacent violators), as a careful hand would shift them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_CLOSEST = 1.1
"""Points between two lines that the eye can still follow."""


@dataclass(frozen=True)
class WishedNote:
    """A note's height, the top it would like to have, and how strongly (a problem's note 3, a clean one's 1)."""

    height: float
    top: float
    weight: float


@dataclass(frozen=True)
class Elbow:
    """A line from a claim's height to its note's, in points."""

    start: float
    end: float


@dataclass
class _Block:
    first: int
    last: int
    height: float
    weight: float
    wish: float

    @property
    def top(self) -> float:
        return self.wish / self.weight


def arrange(notes: Sequence[WishedNote], first: float, last: float, gap: float) -> list[float] | None:
    """Return the tops of the notes, none touching, all between `first` and `last`; None when they do not fit.

    All values are points; notes keep their order.
    """
    total = sum(note.height for note in notes) + gap * max(0, len(notes) - 1)
    if total > last - first + 0.01:
        return None
    blocks: list[_Block] = []
    for index, note in enumerate(notes):
        blocks.append(_Block(index, index, note.height, note.weight, note.weight * note.top))
        while len(blocks) > 1 and blocks[-2].top + blocks[-2].height + gap > blocks[-1].top:
            _merge(blocks, gap)
    tops = [0.0] * len(notes)
    for block in blocks:
        y = block.top
        for index in range(block.first, block.last + 1):
            tops[index] = y
            y += notes[index].height + gap
    return _clamped(tops, notes, first, last, gap)


def _merge(blocks: list[_Block], gap: float) -> None:
    lower, upper = blocks.pop(), blocks.pop()
    shift = upper.height + gap
    blocks.append(
        _Block(
            upper.first,
            lower.last,
            upper.height + gap + lower.height,
            upper.weight + lower.weight,
            upper.wish + lower.wish - lower.weight * shift,
        )
    )


def _clamped(tops: list[float], notes: Sequence[WishedNote], first: float, last: float, gap: float) -> list[float]:
    floor = first
    for index, note in enumerate(notes):
        tops[index] = max(tops[index], floor)
        floor = tops[index] + note.height + gap
    ceiling = last
    for index in range(len(notes) - 1, -1, -1):
        tops[index] = min(tops[index], ceiling - notes[index].height)
        ceiling = tops[index] - gap
    return tops


def bends(elbows: Sequence[Elbow], left: float, right: float, step: float) -> list[float | None]:
    """Return the x at which each elbow turns, so that none of them crosses another.

    Runs down take their turns from right to left, runs up from left to right, `step` points apart, closer where
    that many do not fit. Where they would stand so close that nobody could tell them apart there is None instead:
    no line, the numbers must do. Elbows are given from the top of the page down.
    """
    turns: list[float | None] = [None] * len(elbows)
    for falling in (True, False):
        indexes = [index for index, elbow in enumerate(elbows) if (elbow.end > elbow.start) is falling]
        for chain in _chains(elbows, indexes):
            apart = min(step, (right - left) / max(1, len(chain) - 1))
            if apart < _CLOSEST:
                continue
            for place, index in enumerate(chain):
                turns[index] = right - place * apart if falling else left + place * apart
    return turns


def _chains(elbows: Sequence[Elbow], indexes: Sequence[int]) -> list[list[int]]:
    """Return the indexes in groups whose runs overlap."""
    chains: list[list[int]] = []
    reach = float("-inf")
    for index in indexes:
        top = min(elbows[index].start, elbows[index].end)
        bottom = max(elbows[index].start, elbows[index].end)
        if chains and top <= reach:
            chains[-1].append(index)
        else:
            chains.append([index])
            reach = float("-inf")
        reach = max(reach, bottom)
    return chains
