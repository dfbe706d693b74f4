"""The glyphs of a page as lines, whatever the order in which they were painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.model.geometry import Box
from reviewer.pages.glyph_columns import Flags, Glyph, GlyphColumns, Glyphs, Numbers, Span
from reviewer.pages.page_trace import PageTrace

_SAME_BASELINE = 0.35
_CELL_GAP = 1.9
_DOUBLE_STRIKE = 0.12
_LARGER = 1.3
_MARGIN = 0.6
_SMALLEST = 0.05
_Entry = tuple[float, float, int]
"""How far down and how far along a glyph stands, in points, and its number."""

_Integers = NDArray[np.intp]
_BY_PLACE = itemgetter(1, 2)


@dataclass
class Run:
    """Glyphs that stand side by side on one baseline, in the order of the line.

    `along` is the direction of writing (a unit vector); positions are measured along it in points. `flipped`: the
    letters are mirrored, so that they stand on the other side of their baseline.
    """

    numbers: list[int]
    along: tuple[float, float]
    level: float
    start: float
    end: float
    size: float
    flipped: bool
    doubles: dict[int, list[int]] = field(default_factory=dict)

    def all_numbers(self) -> Iterable[int]:
        """Go through the numbers of its glyphs, those struck twice included."""
        for number in self.numbers:
            yield number
            yield from self.doubles.get(number, ())


def runs_of(glyphs: Glyphs, wanted: Sequence[bool] | Flags | None = None) -> list[Run]:
    """Sort glyphs into runs by place, whatever the order of painting; `wanted` picks some of them.

    Glyphs of no size and those in patterns stand in no run.
    """
    columns = glyphs.columns
    is_usable = (columns.sizes >= _SMALLEST) & ~columns.in_pattern
    if wanted is not None:
        is_usable &= np.asarray(wanted, bool)
    numbers = np.flatnonzero(is_usable)
    if not len(numbers):
        return []
    runs = _Lines(glyphs, numbers).runs()
    return sorted(runs, key=lambda run: (run.level, run.start))


def page_runs(trace: PageTrace) -> list[Run]:
    """Return the runs of all glyphs of a page, worked out once."""
    runs: list[Run] | None = trace.notes.get("runs")
    if runs is None:
        runs = trace.notes["runs"] = runs_of(trace.glyphs)
    return runs


class _Lines:
    """Some glyphs of a page in lines, each from its start to its end: columns in that order."""

    def __init__(self, glyphs: Glyphs, numbers: _Integers) -> None:
        self._glyphs = glyphs
        columns = glyphs.columns
        shelves, levels, places = _positions(columns, numbers)
        sizes = columns.sizes[numbers]
        order = np.lexsort((places, levels, shelves))
        shelves, levels, places, sizes, numbers = (
            shelves[order], levels[order], places[order], sizes[order], numbers[order],
        )  # fmt: skip
        drops = np.diff(levels)
        begins = (drops > _SAME_BASELINE * np.minimum(sizes[1:], sizes[:-1])) | (np.diff(shelves) != 0)
        lines = np.concatenate(([0], np.cumsum(begins)))
        if (drops[~begins] != 0).any():
            order = np.lexsort((numbers, places, lines))
            levels, places, sizes, numbers = levels[order], places[order], sizes[order], numbers[order]
        self.lines, self.levels, self.places, self.sizes, self.numbers = lines, levels, places, sizes, numbers
        self.is_first = np.concatenate(([True], np.diff(lines) != 0))
        advances = columns.advances[numbers]
        ends = places + advances * sizes
        self.ends = reach_of(ends, lines)
        self._odd = self._odd_lines(columns, advances)

    def _odd_lines(self, columns: GlyphColumns, advances: Numbers) -> set[int]:
        """Return the lines that have to be gone through glyph by glyph: letters of several sizes, or struck twice."""
        numbers, sizes, inner = self.numbers, self.sizes, ~self.is_first[1:]
        near = _DOUBLE_STRIKE * np.maximum(sizes[1:], sizes[:-1])
        is_double = (
            (np.diff(columns.codes[numbers]) == 0)
            & (np.abs(np.diff(columns.xs[numbers])) < near)
            & (np.abs(np.diff(columns.ys[numbers])) < near)
        )
        is_odd = np.concatenate(([False], inner & (is_double | (np.diff(sizes) != 0)))) | (advances < 0)
        return set(self.lines[is_odd].tolist())

    def runs(self) -> list[Run]:
        """Return the runs of all lines."""
        gaps = self.places[1:] - self.ends[:-1]
        begins = np.concatenate(([True], self.is_first[1:] | (gaps > _CELL_GAP * self.sizes[1:])))
        starts = np.flatnonzero(begins).tolist()
        first_of_line = np.flatnonzero(self.is_first).tolist()
        runs: list[Run] = []
        if self._odd:
            for start, end in pairwise([*first_of_line, len(self.numbers)]):
                if int(self.lines[start]) in self._odd:
                    runs += _split(self._entries(start, end), self._glyphs)
        for start, end in pairwise([*starts, len(self.numbers)]):
            if not self._odd or int(self.lines[start]) not in self._odd:
                runs.append(self._run(start, end))
        return runs

    def _entries(self, start: int, end: int) -> list[_Entry]:
        columns: tuple[list[Any], ...] = (
            self.levels[start:end].tolist(), self.places[start:end].tolist(), self.numbers[start:end].tolist(),
        )  # fmt: skip
        return list(zip(*columns, strict=True))

    def _run(self, start: int, end: int) -> Run:
        numbers = self.numbers[start:end].tolist()
        level, place, size = float(self.levels[start]), float(self.places[start]), float(self.sizes[start])
        columns = self._glyphs.columns
        span = columns.table[columns.spans[numbers[0]]]
        return _begun(span, numbers, level, place, float(self.ends[end - 1]), size)


def _positions(columns: GlyphColumns, numbers: _Integers) -> tuple[_Integers, Numbers, Numbers]:
    """Return of some glyphs the direction in whole degrees, how far down and how far along they stand, in points."""
    along = np.array([span.along for span in columns.table]).reshape(len(columns.table), 2)
    angles = np.arctan2(along[:, 1], along[:, 0])
    degrees = np.round(np.degrees(angles)).astype(np.intp) % 360
    owners = columns.spans[numbers]
    ux, uy = np.cos(angles)[owners], np.sin(angles)[owners]
    xs, ys = columns.xs[numbers], columns.ys[numbers]
    return degrees[owners], ys * ux - xs * uy, xs * ux + ys * uy


def reach_of(ends: Numbers, groups: _Integers) -> Numbers:
    """Return for each value the largest so far in its group; groups are numbered in the order in which they stand."""
    apart = groups * (float(ends.max()) - float(ends.min()) + 1.0)
    reach: Numbers = np.maximum.accumulate(ends + apart) - apart
    return reach


def _begun(glyph: Glyph | Span, numbers: list[int], level: float, start: float, end: float, size: float) -> Run:
    along = (glyph.along[0] / glyph.size, glyph.along[1] / glyph.size)
    flipped = glyph.along[0] * glyph.up[1] - glyph.along[1] * glyph.up[0] > 0
    return Run(numbers, along, level, start, end, size, flipped)


def _split(line: list[_Entry], glyphs: Sequence[Glyph]) -> list[Run]:
    runs: list[Run] = []
    run: Run | None = None
    before: Glyph | None = None
    for level, place, number in sorted(line, key=_BY_PLACE):
        glyph = glyphs[number]
        size = glyph.size
        if run is not None and before is not None:
            widest = size if size > run.size else run.size
            if place - run.end <= _CELL_GAP * widest and not _is_line_number(run, place, size, glyphs):
                if before.text == glyph.text and _is_double(before, glyph):
                    run.doubles.setdefault(run.numbers[-1], []).append(number)
                    continue
                run.numbers.append(number)
                end = place + glyph.advance * size
                run.end = end if end > run.end else run.end
                run.size = widest
                before = glyph
                continue
        run, before = _begun(glyph, [number], level, place, place + glyph.advance * size, size), glyph
        runs.append(run)
    return runs


def _is_line_number(run: Run, place: float, size: float, glyphs: Sequence[Glyph]) -> bool:
    """Return whether a run is a small number in the margin of the line that begins at `place` in a larger size."""
    if size < _LARGER * run.size or place - run.end < _MARGIN * size:
        return False
    return all(glyphs[number].text.isdecimal() for number in run.numbers)


def _is_double(first: Glyph, second: Glyph) -> bool:
    """Return whether a glyph is the one before struck again, for boldness or shadow."""
    if first.text != second.text or not second.is_head:
        return False
    near = _DOUBLE_STRIKE * first.size
    return abs(first.x - second.x) < near and abs(first.y - second.y) < near


def box_of(numbers: Iterable[int], glyphs: Sequence[Glyph]) -> Box | None:
    """Return the rectangle round some glyphs."""
    box: Box | None = None
    for number in numbers:
        own = glyphs[number].box
        box = own if box is None else box.union(own)
    return box
