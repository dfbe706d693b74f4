"""Drawn lines and shapes without what lies in blanked areas: words drawn as outlines go with the area round them."""

from collections.abc import Sequence
from typing import Any

import pymupdf as _pymupdf

from reviewer.model.geometry import Box

_low: Any = _pymupdf.mupdf

_MARGIN = 2.0
_PLAIN_POINTS = 6


class PathTooLongError(Exception):
    """A winding path runs through a blanked area and beyond it: it cannot be cut."""


class _Part:
    """One closed or open run of a path: its steps in the path's own coordinates, its points on the page."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, tuple[float, ...]]] = []
        self.points: list[tuple[float, float]] = []
        self.has_curves = False

    @property
    def box(self) -> Box:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Box(min(xs), min(ys), max(xs), max(ys))


class _Walker(_low.FzPathWalker2):  # type: ignore[misc]
    def __init__(self, matrix: Any) -> None:  # noqa: ANN401 - the native object has no type of its own
        super().__init__()
        for name in ("moveto", "lineto", "curveto", "closepath"):
            getattr(self, f"use_virtual_{name}")()
        self._matrix = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
        self.parts: list[_Part] = []

    def moveto(self, _context: Any, x: float, y: float) -> None:  # noqa: ANN401 - native
        self.parts.append(_Part())
        self._step("moveto", x, y)

    def lineto(self, _context: Any, x: float, y: float) -> None:  # noqa: ANN401 - native
        self._step("lineto", x, y)

    def curveto(self, _context: Any, *points: float) -> None:  # noqa: ANN401 - native
        self._step("curveto", *points)
        self.parts[-1].has_curves = True

    def closepath(self, _context: Any) -> None:  # noqa: ANN401 - native
        self._step("closepath")

    def _step(self, name: str, *numbers: float) -> None:
        if not self.parts:
            self.parts.append(_Part())
        part = self.parts[-1]
        part.steps.append((name, numbers))
        a, b, c, d, e, f = self._matrix
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            part.points.append((a * x + c * y + e, b * x + d * y + f))


def without_marked_parts(path: Any, ctm: Any, blanked: Sequence[Box], ruled: Sequence[Box]) -> Any:  # noqa: ANN401 - native
    """Return a path without its runs in blanked areas, itself when there are none, None when nothing is left.

    In `ruled` areas only what lies wholly inside goes.
    Plain shapes that only pass under an area (rules, frames, backgrounds) stay. Raises PathTooLongError when a
    winding run goes on beyond the area.
    """
    bounds = _low.ll_fz_bound_path(path.m_internal, None, ctm)
    around = Box(bounds.x0, bounds.y0, bounds.x1, bounds.y1)
    touched = [box for box in blanked if around.touches(box)]
    underlined = [box for box in ruled if around.touches(box)]
    if not touched and not underlined:
        return path
    walker = _Walker(ctm)
    _low.fz_walk_path(path, walker, walker.m_internal)
    kept = [
        part
        for part in walker.parts
        if part.points
        and not any(_goes(part, box) for box in touched)
        and not any(_is_rule_of(part.box, box) for box in underlined)
    ]
    if len(kept) == len(walker.parts):
        return path
    return _built(kept) if kept else None


def _goes(part: _Part, box: Box) -> bool:
    own = part.box
    if not own.touches(box):
        return False
    if own.lies_in(box, max(_MARGIN, 0.3 * box.height)):
        return True
    if not part.has_curves and len(part.points) <= _PLAIN_POINTS:
        return False
    if not any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for x, y in part.points):
        return False
    raise PathTooLongError("a drawing that runs on beyond the area")


def _is_rule_of(own: Box, line: Box) -> bool:
    return own.lies_in(line, 0.35 * min(line.width, line.height))


def _built(parts: Sequence[_Part]) -> Any:  # noqa: ANN401 - the native object has no type of its own
    path = _low.FzPath()
    for part in parts:
        for name, numbers in part.steps:
            getattr(_low, f"fz_{name}")(path, *numbers)
    return path
