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
        if before is not None:
            gap = _gap_between(before, glyph)
            if gap:
                text.append(gap)
                origins.append(-1)
        letters = glyph.text
        text.append(letters)
        if len(letters) == 1:
            origins.append(number)
        else:
            origins += [number] * len(letters)
        before = glyph
    return View("".join(text), origins)


def _gap_between(before: Glyph, glyph: Glyph) -> str:
    size = before.size
    if size < _TINY:
        return "" if (before.x, before.y) == (glyph.x, glyph.y) else " "
    ux, uy = before.along
    ux, uy = ux / size, uy / size
    dx, dy, advance = glyph.x - before.x, glyph.y - before.y, before.advance
    across = dy * ux - dx * uy
    if across and abs(across) > _SAME_BASELINE * max(size, glyph.size):
        return "\n"
    along = dx * ux + dy * uy - advance * size
    if along < -size * (0.6 + advance):
        return "\n"
    return " " if along > _SPACE * size else ""


def runs_of(glyphs: Sequence[Glyph], wanted: Sequence[bool] | None = None) -> list[Run]:
    """Sort glyphs into runs by place, whatever the order of painting; `wanted` picks some of them.

    Glyphs of no size and those in patterns stand in no run.
    """
    shelves: dict[int, list[_Entry]] = defaultdict(list)
    directions: dict[tuple[float, float], tuple[float, float, list[_Entry]]] = {}
    latest: tuple[float, float] | None = None
    ux = uy = 0.0
    shelf: list[_Entry] = []
    for number, glyph in enumerate(glyphs):
        if (wanted is not None and not wanted[number]) or glyph.size < 0.05 or glyph.tiles is not None:
            continue
        along = glyph.along
        if along is not latest:
            direction = directions.get(along)
            if direction is None:
                angle = math.atan2(along[1], along[0])
                shelf = shelves[round(math.degrees(angle)) % 360]
                direction = directions[along] = (math.cos(angle), math.sin(angle), shelf)
            ux, uy, shelf = direction
            latest = along
        x, y = glyph.x, glyph.y
        shelf.append((y * ux - x * uy, x * ux + y * uy, number))
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
        if line and entry[0] != level:
            if entry[0] - level > _SAME_BASELINE * min(glyphs[entry[2]].size, glyphs[line[-1][2]].size):
                yield line
                line = []
            level = entry[0]
        elif not line:
            level = entry[0]
        line.append(entry)
    if line:
        yield line


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
        along = (glyph.along[0] / size, glyph.along[1] / size)
        flipped = glyph.along[0] * glyph.up[1] - glyph.along[1] * glyph.up[0] > 0
        run, before = Run([number], along, level, place, place + glyph.advance * size, size, flipped), glyph
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


def run_view(run: Run, glyphs: Sequence[Glyph]) -> View:
    """Return the text of one run, with spaces where its glyphs stand apart."""
    text: list[str] = []
    origins: list[int] = []
    end: float | None = None
    ux, uy = run.along
    for number in run.numbers:
        glyph = glyphs[number]
        size, letters, advance = glyph.size, glyph.text, glyph.advance
        place = glyph.x * ux + glyph.y * uy
        if end is not None and place - end > _SPACE * size and text[-1] != " ":
            text.append(" ")
            origins.append(-1)
        text.append(letters)
        if len(letters) == 1:
            origins.append(number)
        else:
            origins += [number] * len(letters)
        if advance:
            reached = place + advance * size
            end = max(end or -1e9, reached)
        else:
            end = end or place
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
