"""The glyphs of a page as texts, in the orders in which somebody could read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from reviewer.pages.glyph_columns import GlyphColumns, Glyphs, Numbers, text_of_codes
from reviewer.pages.page_trace import PageTrace
from reviewer.redacting.pdf_lines import Run, page_runs, reach_of

_SPACE = 0.17
_SAME_BASELINE = 0.35
_TINY = 1e-6
_SPACE_CODE, _BREAK_CODE = ord(" "), ord("\n")

_Integers = NDArray[np.intp]


@dataclass(frozen=True)
class View:
    """A text read off a page; `origins` gives for each code point the number of its glyph, -1 for added spaces."""

    text: str
    origins: Sequence[int]

    def reads_as(self, other: "View") -> bool:
        """Return whether another text has the same characters of the same glyphs, but for line breaks at the end."""
        return self.text.rstrip("\n") == other.text.rstrip("\n") and all(map(int.__eq__, self.origins, other.origins))


def content_view(glyphs: Glyphs) -> View:
    """Return the text in the order in which it is painted."""
    columns = glyphs.columns
    count = len(columns)
    gaps = np.zeros(count, np.int32)
    if count > 1:
        gaps[1:] = _gaps(columns)
    text, origins, _ = _written(columns, np.arange(count), gaps)
    return View(text, origins.tolist())


def _gaps(columns: GlyphColumns) -> NDArray[np.int32]:
    """Return what stands before each glyph but the first in the order of painting: a space, a line break, or 0."""
    sizes, advances = columns.sizes[:-1], columns.advances[:-1]
    is_tiny = sizes < _TINY
    safe = np.where(is_tiny, 1.0, sizes)
    ax, ay, _, _ = columns.ems
    ux, uy = ax[:-1] / safe, ay[:-1] / safe
    dx, dy = np.diff(columns.xs), np.diff(columns.ys)
    across, along = dy * ux - dx * uy, dx * ux + dy * uy - advances * sizes
    breaks = (np.abs(across) > _SAME_BASELINE * np.maximum(sizes, columns.sizes[1:])) & (across != 0)
    breaks |= along < -sizes * (0.6 + advances)
    gaps = np.where(breaks, _BREAK_CODE, np.where(along > _SPACE * sizes, _SPACE_CODE, 0))
    if is_tiny.any():
        gaps = np.where(is_tiny, np.where((dx == 0) & (dy == 0), 0, _SPACE_CODE), gaps)
    return gaps.astype(np.int32)


def _written(columns: GlyphColumns, numbers: _Integers, gaps: NDArray[np.int32]) -> tuple[str, _Integers, _Integers]:
    """Return the text of glyphs with what stands before each of them, the glyph of each character, and its place."""
    codes = columns.codes[numbers]
    has_gap = gaps != 0
    places = np.arange(len(numbers)) + np.cumsum(has_gap)
    written = np.zeros(len(numbers) + int(has_gap.sum()), np.int32)
    origins = np.full(len(written), -1)
    written[places], origins[places] = codes, numbers
    written[places[has_gap] - 1] = gaps[has_gap]
    if (codes < 0).any():
        stays = written >= 0
        places = np.concatenate(([0], np.cumsum(stays)))[places]
        written, origins = written[stays], origins[stays]
    return text_of_codes(written), origins, places


def run_view(run: Run, glyphs: Glyphs) -> View:
    """Return the text of one run, with spaces where its glyphs stand apart."""
    return run_views([run], glyphs)[0]


def run_views(runs: Sequence[Run], glyphs: Glyphs) -> list[View]:
    """Return the text of each run, with spaces where its glyphs stand apart."""
    if not runs:
        return []
    columns = glyphs.columns
    lengths = [len(run.numbers) for run in runs]
    numbers = np.fromiter(chain.from_iterable(run.numbers for run in runs), np.intp, sum(lengths))
    owners = np.repeat(np.arange(len(runs)), lengths)
    along = np.array([run.along for run in runs])[owners]
    places = columns.xs[numbers] * along[:, 0] + columns.ys[numbers] * along[:, 1]
    firsts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    gaps = _spaces(columns, numbers, places, owners, firsts)
    text, origins, at = _written(columns, numbers, gaps)
    starts = [*at[firsts].tolist(), len(text)]
    every = origins.tolist()
    return [View(text[start:end], every[start:end]) for start, end in pairwise(starts)]


def _spaces(
    columns: GlyphColumns, numbers: _Integers, places: Numbers, owners: _Integers, firsts: _Integers
) -> NDArray[np.int32]:
    sizes, advances = columns.sizes[numbers], columns.advances[numbers]
    ends = places + advances * sizes
    nowhere = min(float(ends.min()), float(places.min())) - 1.0
    ends = np.where(advances != 0, ends, nowhere)
    is_first = np.zeros(len(numbers), bool)
    is_first[firsts] = True
    ends = np.where(is_first & (advances == 0), places, ends)
    reach = reach_of(ends, owners)
    gaps = np.zeros(len(numbers), np.int32)
    is_apart = (places[1:] - reach[:-1] > _SPACE * sizes[1:]) & (columns.codes[numbers[:-1]] != _SPACE_CODE)
    gaps[1:] = np.where(is_apart & ~is_first[1:], _SPACE_CODE, 0)
    return gaps


def page_views(trace: PageTrace) -> list[View]:
    """Return the texts of the runs of all glyphs of a page, worked out once."""
    views: list[View] | None = trace.notes.get("views")
    if views is None:
        views = trace.notes["views"] = run_views(page_runs(trace), trace.glyphs)
    return views


def placed_views(runs: Sequence[Run], views: Sequence[View]) -> list[View]:
    """Return the text by place, given that of each run: rows from the top, and columns where they read otherwise.

    In a column each run is followed by the one that stands under it.
    """
    rows, columns = list(range(len(runs))), _column_order(runs)
    return [_joined(views, rows)] if rows == columns else [_joined(views, rows), _joined(views, columns)]


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
