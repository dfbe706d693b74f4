"""Paths of a content stream without the rules and drawings that belong to marked words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reviewer.formats.pdf_edit_order import EditOrder, NotEditableError
from reviewer.formats.pdf_matrix import Matrix, Point, applied, inverse, times
from reviewer.model.geometry import Box

CONSTRUCTION = frozenset({"m", "l", "c", "v", "y", "h", "re"})
PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"})
_MARGIN = 2.0
_PLAIN_POINTS = 6


@dataclass
class _Part:
    """One run of a path: its operators, and its points on the page as displayed."""

    steps: list[tuple[str, list[Any]]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    has_curves: bool = False

    @property
    def box(self) -> Box:
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass
class PathEditor:
    """Collects the path that is being built."""

    order: EditOrder
    parts: list[_Part] = field(default_factory=list)
    clip: str = ""

    def add(self, operator: str, operands: list[Any], ctm: Matrix) -> None:
        """Take an operator that builds the path."""
        if operator in ("m", "re") or not self.parts:
            self.parts.append(_Part())
        part = self.parts[-1]
        part.steps.append((operator, operands))
        numbers = [float(one) for one in operands]
        if operator == "re":
            x, y, width, height = numbers
            numbers = [x, y, x + width, y, x + width, y + height, x, y + height]
        part.has_curves = part.has_curves or operator in ("c", "v", "y")
        whole = times(ctm, self.order.shown)
        part.points += (applied(whole, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False))

    def lane(self, written: Matrix) -> list[tuple[str, list[Any]]]:
        """Return the operators of a wider clip when the path is one that was cut to a marked line, else nothing.

        `written` is the matrix written so far: the one that the content has set may tell where the words stood.
        """
        around = [part.box for part in self.parts if part.points] if self.clip else []
        lane = lane_of(self.order, box_of_points(_corners(around))) if around else None
        if lane is None:
            return []
        clip, self.parts, self.clip = self.clip, [], ""
        return [*_rectangle(lane, times(written, self.order.shown)), (clip, []), ("n", [])]

    def finish(self, painting: str, is_hidden: bool) -> tuple[list[tuple[str, list[Any]]], bool]:
        """Return the operators of the path as it may stay, and whether it changed. Raises NotEditableError."""
        parts, clip = self.parts, self.clip
        self.parts, self.clip = [], ""
        steps = [step for part in parts for step in part.steps]
        if clip:
            if is_hidden and painting != "n":
                return [*steps, (clip, []), ("n", [])], True
            return [*steps, (clip, []), (painting, [])], False
        if is_hidden:
            return [], True
        if painting == "n":
            return [*steps, (painting, [])], False
        kept = [part for part in parts if not self._goes(part)]
        if len(kept) == len(parts):
            return [*steps, (painting, [])], False
        steps = [step for part in kept for step in part.steps]
        return ([*steps, (painting, [])] if steps else []), True

    def _goes(self, part: _Part) -> bool:
        if not part.points:
            return False
        own = part.box
        return any(_is_rule_of(own, line) for line in self.order.ruled) or any(
            _goes_with(part, own, box) for box in self.order.blanked
        )


def lane_of(order: EditOrder, around: Box) -> Box | None:
    """Return the lane of the marked line to which a clip is cut, None when it is cut to none."""
    for line, lane in zip(order.ruled, order.lanes, strict=True):
        margin = 0.6 * min(line.width, line.height)
        if around.lies_in(line, margin):
            return Box(min(lane.x0, line.x0) - margin, lane.y0 - margin, lane.x1 + margin, lane.y1 + margin)
    return None


def box_of_points(points: Iterable[Point]) -> Box:
    """Return the rectangle round points."""
    several = list(points)
    xs, ys = [x for x, _ in several], [y for _, y in several]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _corners(boxes: Sequence[Box]) -> Iterable[Point]:
    for box in boxes:
        yield from ((box.x0, box.y0), (box.x1, box.y1))


def _rectangle(box: Box, whole: Matrix) -> list[tuple[str, list[Any]]]:
    back = inverse(whole)
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    points = [[round(value, 3) for value in applied(back, *corner)] for corner in corners]
    return [("m", points[0]), *(("l", point) for point in points[1:]), ("h", [])]


def _is_rule_of(own: Box, line: Box) -> bool:
    return own.lies_in(line, 0.35 * min(line.width, line.height))


def _goes_with(part: _Part, own: Box, box: Box) -> bool:
    if not own.touches(box):
        return False
    if own.lies_in(box, max(_MARGIN, 0.3 * box.height)):
        return True
    if not part.has_curves and len(part.points) <= _PLAIN_POINTS:
        return False
    if not any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for x, y in part.points):
        return False
    raise NotEditableError("a drawing that runs on beyond the area")
