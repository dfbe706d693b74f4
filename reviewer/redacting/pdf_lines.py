"""The glyphs of a page as lines, and as texts in the orders in which somebody could read them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from reviewer.model.geometry import Box
from reviewer.pages.page_trace import Glyph, PageTrace

_SPACE = 0.17
_SAME_BASELINE = 0.35
_CELL_GAP = 1.9
_DOUBLE_STRIKE = 0.12
_LARGER = 1.3
_MARGIN = 0.6
_TINY = 1e-6
_Entry = tuple[float, float, int]
"""How far down and how far along a glyph stands, in points, and its number."""

_BY_PLACE = itemgetter(1, 2)


@dataclass(frozen=True)
class View:
    """A text read off a page; `origins` gives for each code point the number of its glyph, -1 for added spaces."""

    text: str
    origins: Sequence[int]


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


def content_view(glyphs: Sequence[Glyph]) -> View:
    """Return the text in the order in which it is painted."""
    text: list[str] = []
    origins: list[int] = []
    before: Glyph | None = None
    for number, glyph in enumerate(glyphs):
        gap = _gap_between(before, glyph) if before is not None else ""
        for part, origin in ((gap, -1), (glyph.text, number)):
            text.append(part)
            origins += [origin] * len(part)
        before = glyph
    return View("".join(text), origins)


def _gap_between(before: Glyph, glyph: Glyph) -> str:
    size = before.size
    if size < _TINY:
        return "" if (before.x, before.y) == (glyph.x, glyph.y) else " "
    ux, uy = before.along[0] / size, before.along[1] / size
    dx, dy = glyph.x - before.x, glyph.y - before.y
    along = dx * ux + dy * uy - before.advance * size
    across = abs(-dx * uy + dy * ux)
    if across > _SAME_BASELINE * max(size, glyph.size):
        return "\n"
    if along < -size * (0.6 + before.advance):
        return "\n"
    return " " if along > _SPACE * size else ""


def runs_of(glyphs: Sequence[Glyph], wanted: Sequence[bool] | None = None) -> list[Run]:
    """Sort glyphs into runs by place, whatever the order of painting; `wanted` picks some of them.

    Glyphs of no size and those in patterns stand in no run.
    """
    shelves: dict[int, list[_Entry]] = defaultdict(list)
    directions: dict[tuple[float, float], tuple[float, float, list[_Entry]]] = {}
    for number, glyph in enumerate(glyphs):
        if (wanted is not None and not wanted[number]) or glyph.size < 0.05 or glyph.tiles is not None:
            continue
        direction = directions.get(glyph.along)
        if direction is None:
            angle = math.atan2(glyph.along[1], glyph.along[0])
            shelf = shelves[round(math.degrees(angle)) % 360]
            direction = directions[glyph.along] = (math.cos(angle), math.sin(angle), shelf)
        ux, uy, shelf = direction
        shelf.append((glyph.y * ux - glyph.x * uy, glyph.x * ux + glyph.y * uy, number))
    runs: list[Run] = []
    for entries in shelves.values():
        for line in _levels(sorted(entries), glyphs):
            runs += _split(line, glyphs)
    return sorted(runs, key=lambda run: (run.level, run.start))


def page_runs(trace: PageTrace) -> list[Run]:
    """Return the runs of all glyphs of a page, worked out once."""
    runs: list[Run] | None = trace.notes.get("runs")
    if runs is None:
        runs = trace.notes["runs"] = runs_of(trace.glyphs)
    return runs


def _levels(entries: list[_Entry], glyphs: Sequence[Glyph]) -> Iterable[list[_Entry]]:
    line: list[_Entry] = []
    level = 0.0
    for entry in entries:
        is_lower = line and entry[0] != level
        if is_lower and entry[0] - level > _SAME_BASELINE * min(glyphs[entry[2]].size, glyphs[line[-1][2]].size):
            yield line
            line = []
        level = entry[0]
        line.append(entry)
    if line:
        yield line


def _split(line: list[_Entry], glyphs: Sequence[Glyph]) -> list[Run]:
    runs: list[Run] = []
    for level, place, number in sorted(line, key=_BY_PLACE):
        glyph = glyphs[number]
        size = glyph.size
        run = runs[-1] if runs else None
        if run is not None and _is_line_number(run, place, size, glyphs):
            run = None
        if run is not None and place - run.end <= _CELL_GAP * max(size, run.size):
            last = run.numbers[-1]
            if _is_double(glyphs[last], glyph):
                run.doubles.setdefault(last, []).append(number)
                continue
            run.numbers.append(number)
            run.end = max(run.end, place + glyph.advance * size)
            run.size = max(run.size, size)
            continue
        along = (glyph.along[0] / size, glyph.along[1] / size)
        flipped = glyph.along[0] * glyph.up[1] - glyph.along[1] * glyph.up[0] > 0
        runs.append(Run([number], along, level, place, place + glyph.advance * size, size, flipped))
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


def run_view(run: Run, glyphs: Sequence[Glyph]) -> View:
    """Return the text of one run, with spaces where its glyphs stand apart."""
    text: list[str] = []
    origins: list[int] = []
    end: float | None = None
    for number in run.numbers:
        glyph = glyphs[number]
        place = glyph.x * run.along[0] + glyph.y * run.along[1]
        if end is not None and place - end > _SPACE * glyph.size and text[-1:] != [" "]:
            text.append(" ")
            origins.append(-1)
        text.append(glyph.text)
        origins += [number] * len(glyph.text)
        end = max(end or -1e9, place + glyph.advance * glyph.size) if glyph.advance else (end or place)
    return View("".join(text), origins)


def placed_views(runs: Sequence[Run], glyphs: Sequence[Glyph]) -> list[View]:
    """Return the text by place: rows from the top, and columns, each run followed by the one that stands under it."""
    views = [run_view(run, glyphs) for run in runs]
    return [_joined(views, range(len(runs))), _joined(views, _column_order(runs))]


def _joined(views: Sequence[View], order: Iterable[int]) -> View:
    text: list[str] = []
    origins: list[int] = []
    for index in order:
        view = views[index]
        text += (view.text, "\n")
        origins += view.origins
        origins.append(-1)
    return View("".join(text), origins)


def _column_order(runs: Sequence[Run]) -> list[int]:
    """Return the order in which each run is followed by the nearest one below it that overlaps it."""
    following: dict[int, int] = {}
    taken: set[int] = set()
    for index, run in enumerate(runs):
        for other in range(index + 1, min(len(runs), index + 40)):
            below = runs[other]
            drop = below.level - run.level
            if drop > 2.6 * run.size:
                break
            if drop > 0.5 * run.size and other not in taken and below.start < run.end and run.start < below.end:
                following[index] = other
                taken.add(other)
                break
    order: list[int] = []
    for index in range(len(runs)):
        if index in taken:
            continue
        at: int | None = index
        while at is not None:
            order.append(at)
            at = following.get(at)
    return order


def box_of(numbers: Iterable[int], glyphs: Sequence[Glyph]) -> Box | None:
    """Return the rectangle round some glyphs."""
    box: Box | None = None
    for number in numbers:
        own = glyphs[number].box
        box = own if box is None else box.union(own)
    return box
