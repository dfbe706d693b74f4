"""How a page is drawn without its marked words, so that nothing left on a marked line tells how long they were.

A marked line is set anew: a box of constant width for each mark, its words one after another with plain spaces, from
the place where it began. Where a picture lies under the line, the words cannot be moved: the box runs to the end of
the column instead. Every other line stays where it is.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from reviewer.model.geometry import Box
from reviewer.pages.drawing_plan import DrawingPlan
from reviewer.pages.glyph_columns import FILL, IGNORE, STROKE, Glyph
from reviewer.pages.page_trace import PageTrace
from reviewer.redacting.pdf_finding import PageFinds
from reviewer.redacting.pdf_line_starts import LineStarts
from reviewer.redacting.pdf_line_texts import run_view
from reviewer.redacting.pdf_lines import Run, box_of, page_runs, runs_of

_BOX_EMS = 2.4
_NARROW_BOX_EMS = 1.2
_SPACE_EMS = 0.25
_TIGHTEST = 0.75
_SAME_STRETCH = 1e-5
_PLAIN = 0.75, 1.3
_TINY = 1e-9
_ASCENT, _DESCENT = 0.78, 0.22


@dataclass
class PagePlan:
    """How to draw a page: as planned in `drawing`; as a picture with `covered` painted over and `drawing` left aside.

    `touched` are the areas in which the page may look different afterwards; `reasons` the codes of what goes in each
    box, drawn or covered, none for the order's own.
    """

    drawing: DrawingPlan
    reasons: dict[Box, tuple[str, ...]] = field(default_factory=dict)
    covered: list[Box] = field(default_factory=list)
    touched: list[Box] = field(default_factory=list)


def plan_page(trace: PageTrace, finds: PageFinds) -> PagePlan:
    """Plan a page. Boxes are in points from the top left of the page as displayed."""
    plan = PagePlan(DrawingPlan())
    _Planner(trace, finds, plan).run()
    return plan


class _Planner:
    def __init__(self, trace: PageTrace, finds: PageFinds, plan: PagePlan) -> None:
        self.glyphs = trace.glyphs
        self.trace = trace
        self.finds = finds
        self.plan = plan
        self.gone = set(finds.glyphs)
        self.reasons_of = finds.reasons_of_glyphs
        self.fixed = [*finds.areas, *(box for box, _ in finds.pixels)]
        columns = trace.glyphs.columns
        self.seen_runs = page_runs(trace) if columns.is_seen.all() else runs_of(self.glyphs, columns.is_seen)
        ghosts = columns.kinds == IGNORE
        self.ghost_runs = runs_of(self.glyphs, ghosts) if ghosts.any() else []
        self.starts = LineStarts(self.seen_runs, trace.width)

    def run(self) -> None:
        drawing = self.plan.drawing
        for run in self.seen_runs:
            if not self.gone.isdisjoint(run.numbers):
                self._marked_run(run)
        for run in self.ghost_runs:
            if not self.gone.isdisjoint(run.numbers):
                self._ghost_run(run)
        for box in self.fixed:
            drawing.blanked.append(box)
            drawing.boxes.append(box)
            self.plan.covered.append(box)
            self.plan.touched.append(box)
            self.plan.reasons[box] = self.finds.reasons.get(box, ())
        self.plan.covered += {tiles for number in self.gone if (tiles := self.glyphs[number].tiles) is not None}
        drawing.dropped |= self.gone
        columns = self.glyphs.columns
        is_painted = (columns.kinds == FILL) | (columns.kinds == STROKE)
        drawing.dropped |= set(np.flatnonzero(~columns.is_seen & is_painted).tolist())
        if self.fixed:
            drawing.dropped |= {number for number, glyph in enumerate(self.glyphs) if self._is_under_fixed(glyph)}

    def _is_under_fixed(self, glyph: Glyph) -> bool:
        box = glyph.box
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        return any(
            (fixed.x0 <= x <= fixed.x1 and fixed.y0 <= y <= fixed.y1) or _shared(box, fixed) > 0.15
            for fixed in self.fixed
        )

    def _marked_run(self, run: Run) -> None:
        band = self._band(run, run.start, run.end)
        first = self._first_mark(run)
        column = self._column_end(run)
        cover = self._band(run, first, column)
        self.plan.covered.append(cover)
        self.plan.reasons[cover] = self._reasons(run.all_numbers())
        self.plan.touched.append(band.union(cover))
        lies_on_picture = any(picture.shown and _meet(picture.shown, band) for picture in self.trace.pictures)
        if lies_on_picture or any(_meet(fixed, band) for fixed in self.fixed):
            self._cover_to_the_end(run, first, cover)
        else:
            self.plan.drawing.ruled.append(band)
            self._set_anew(run)

    def _cover_to_the_end(self, run: Run, first: float, cover: Box) -> None:
        drawing = self.plan.drawing
        drawing.blanked.append(cover)
        drawing.boxes.append(cover)
        drawing.dropped |= {
            number for number in run.all_numbers() if self._place(run, number) >= first - 0.01 or number in self.gone
        }

    def _ghost_run(self, run: Run) -> None:
        """Drop the rest of a line of invisible text; what a picture shows in its place goes as well."""
        first = self._first_mark(run)
        band = self._band(run, first, self._column_end(run))
        self.plan.drawing.dropped |= {
            number for number in run.all_numbers() if self._place(run, number) >= first - 0.01
        }
        if any(picture.shown and _meet(picture.shown, band) for picture in self.trace.pictures):
            self.plan.drawing.blanked.append(band)
            self.plan.drawing.boxes.append(band)
            self.plan.covered.append(band)
            self.plan.touched.append(band)
            self.plan.reasons[band] = self._reasons(run.all_numbers())

    def _reasons(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the codes of the marked ones among some glyphs."""
        return tuple(dict.fromkeys(one for number in numbers for one in self.reasons_of.get(number, ())))

    def _set_anew(self, run: Run) -> None:
        tokens = list(self._tokens(run))
        start = self.starts.start_of(run)
        room = max(self._room(run) - start, run.size)
        natural, em = self._space(run), self._em(run)
        for box_ems, shrink in ((_BOX_EMS, 1.0), (_BOX_EMS, 0.7), (_NARROW_BOX_EMS, 0.7)):
            setting = _Setting(box_ems * em, natural * shrink, 1.0)
            width = sum(self._token_width(token, setting) for token in tokens)
            if width <= room:
                break
        else:
            squeeze = max(_TIGHTEST, min(1.0, int(100 * room / width) / 100))
            setting = _Setting(setting.box, setting.space * squeeze, squeeze)
        self.plan.drawing.lanes.append(self._band(run, start, start + room))
        self._lay(run, tokens, start, room, setting)

    def _lay(self, run: Run, tokens: Sequence["_Token"], start: float, room: float, setting: "_Setting") -> None:
        pen = start = round(start, 2)
        drawing = self.plan.drawing
        for token in tokens:
            width = self._token_width(token, setting)
            if token.is_mark:
                area = _rounded(self._band(run, pen, pen + setting.box))
                drawing.boxes.append(area)
                self.plan.touched.append(area)
                self.plan.reasons[area] = self._reasons(token.marked)
            elif pen + width > start + room + 0.5 and token.numbers and not token.is_space:
                drawing.dropped |= self._with_doubles(run, token.numbers)
                continue
            else:
                self._place_token(run, token, pen, setting)
            pen = round(pen + width, 2)
        self.plan.touched.append(self._band(run, min(run.start, start), max(run.end, pen)))

    def _place_token(self, run: Run, token: "_Token", pen: float, setting: "_Setting") -> None:
        """Set the letters of a word one after another by their own widths, whatever spread or tightened them."""
        drawing = self.plan.drawing
        for number in token.numbers:
            stretch = self._stretch(number) * setting.squeeze
            by = pen - self._place(run, number)
            for each in self._with_doubles(run, (number,)):
                drawing.moved[each] = (by * run.along[0], by * run.along[1])
                if abs(stretch - 1) > _SAME_STRETCH:
                    drawing.stretched[each] = stretch
            pen += self._step(number) * setting.squeeze

    def _step(self, number: int) -> float:
        """Return how far a glyph moves the pen by itself, in points, once its letters have one of few widths."""
        glyph = self.glyphs[number]
        return glyph.advance * _height(glyph) * _widening(glyph)[1]

    def _stretch(self, number: int) -> float:
        """Return what turns the width of a letter into one of few: how far a line was stretched tells its length."""
        ratio, wanted = _widening(self.glyphs[number])
        return wanted / ratio

    def _with_doubles(self, run: Run, numbers: Iterable[int]) -> set[int]:
        return {each for number in numbers for each in (number, *run.doubles.get(number, ()))}

    def _tokens(self, run: Run) -> Iterable["_Token"]:
        """Part a run into words, spaces and marks; marks with only a space between them are one."""
        tokens: list[_Token] = []
        view = run_view(run, self.glyphs)
        for character, number in zip(view.text, view.origins, strict=True):
            if number >= 0 and tokens and tokens[-1].numbers[-1:] == [number]:
                continue
            if number in self.gone:
                if len(tokens) > 1 and tokens[-1].is_space and tokens[-2].is_mark:
                    self.plan.drawing.dropped |= self._with_doubles(run, tokens.pop().numbers)
                if not tokens or not tokens[-1].is_mark:
                    tokens.append(_Token([], is_mark=True))
                tokens[-1].marked.append(number)
            elif character.isspace():
                if tokens and tokens[-1].is_space:
                    tokens[-1].numbers += [number] if number >= 0 else []
                else:
                    tokens.append(_Token([number] if number >= 0 else [], is_space=True))
            elif tokens and not tokens[-1].is_space and not tokens[-1].is_mark:
                tokens[-1].numbers.append(number)
            else:
                tokens.append(_Token([number]))
        return tokens

    def _token_width(self, token: "_Token", setting: "_Setting") -> float:
        if token.is_mark:
            return setting.box
        if token.is_space:
            return setting.space
        return sum(self._step(number) for number in token.numbers) * setting.squeeze

    def _space(self, run: Run) -> float:
        for number in run.numbers:
            glyph = self.glyphs[number]
            if glyph.text == " " and 0.1 < glyph.advance < 1:
                return self._step(number)
        return _SPACE_EMS * self._em(run)

    def _place(self, run: Run, number: int) -> float:
        glyph = self.glyphs[number]
        return glyph.x * run.along[0] + glyph.y * run.along[1]

    def _em(self, run: Run) -> float:
        """Return the height of a run's largest em across the line, in points: its width may have been fitted."""
        return max(_height(self.glyphs[number]) for number in run.numbers)

    def _first_mark(self, run: Run) -> float:
        return min(self._place(run, number) for number in run.numbers if number in self.gone)

    def _column_end(self, run: Run) -> float:
        """Return where the column of a run ends: as far as its widest line, short of what stands beside the run."""
        same = [other for other in self.seen_runs if _parallel(run, other)]
        beside = [other.start for other in same if abs(other.level - run.level) < run.size and other.start > run.end]
        reach = max((other.end for other in same if other.start < run.end and run.start < other.end), default=run.end)
        limit = min(beside, default=1e9) - 1.0
        step = 3 * run.size
        stepped = run.start + step * (int((run.end - run.start) / step) + 1)
        return max(run.end, min(max(reach, stepped), limit))

    def _room(self, run: Run) -> float:
        same = [other for other in self.seen_runs if _parallel(run, other) and other is not run]
        beside = [other.start for other in same if abs(other.level - run.level) < run.size and other.start >= run.end]
        edge = self.trace.width - 4 if run.along == (1.0, 0.0) else run.end + 4 * run.size
        return min(min(beside, default=1e9) - 0.5 * run.size, edge)

    def _band(self, run: Run, start: float, end: float) -> Box:
        (ux, uy), level = run.along, run.level
        rise, fall = (_DESCENT, _ASCENT) if run.flipped else (_ASCENT, _DESCENT)
        height = self._em(run)
        corners = [
            (t * ux - v * uy, t * uy + v * ux)
            for t in (start, end)
            for v in (level - rise * height, level + fall * height)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True)
class _Setting:
    """How a line is set: the width of its boxes and spaces in points, and what its letters are narrowed by."""

    box: float
    space: float
    squeeze: float


@dataclass
class _Token:
    numbers: list[int]
    is_mark: bool = False
    is_space: bool = False
    marked: list[int] = field(default_factory=list)


def _height(glyph: Glyph) -> float:
    """Return the height of an em across the line, in points, the same for letters of one size however wide."""
    (ax, ay), (ux, uy) = glyph.along, glyph.up
    if abs(ax * ux + ay * uy) < _TINY * glyph.size:
        return round(math.hypot(ux, uy), 4)
    return round(abs(ax * uy - ay * ux) / glyph.size, 4) if glyph.size > _TINY else 0.0


def _widening(glyph: Glyph) -> tuple[float, float]:
    """Return how much wider than high a glyph's em is, and the one of few values to be used instead."""
    height = _height(glyph)
    if height < _TINY:
        return 1.0, 1.0
    ratio = glyph.size / height
    return ratio, 1.0 if _PLAIN[0] < ratio < _PLAIN[1] else max(0.25, round(ratio * 4) / 4)


def glyph_box(numbers: Iterable[int], glyphs: Sequence[Glyph]) -> Box | None:
    """Return the rectangle round glyphs, those of no size left out."""
    return box_of((number for number in numbers if glyphs[number].size > 0), glyphs)


def _rounded(box: Box) -> Box:
    """Return a box on a grid of hundredths of a point: its last digits would come from the words it replaces."""
    return Box(round(box.x0, 2), round(box.y0, 2), round(box.x1, 2), round(box.y1, 2))


def _parallel(first: Run, second: Run) -> bool:
    return first.along[0] * second.along[0] + first.along[1] * second.along[1] > 0.999


def _meet(first: Box, second: Box) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1 and first.y0 < second.y1 and second.y0 < first.y1


def _shared(box: Box, other: Box) -> float:
    """Return the share of a box that lies in another."""
    width = min(box.x1, other.x1) - max(box.x0, other.x0)
    height = min(box.y1, other.y1) - max(box.y0, other.y0)
    area = box.width * box.height
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0
