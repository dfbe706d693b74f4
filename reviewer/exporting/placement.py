"""The article's lines on the packet's pages: where each code point stands, whether set again by us or imported."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.exporting.galley_lines import GalleyLine
from reviewer.model.geometry import Box, Span


@dataclass(frozen=True)
class PlacedWord:
    """A word on a packet page; `stops` are the x coordinates before each of its code points and after the last."""

    start: int
    end: int
    stops: tuple[float, ...]

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return min(self.stops[0], self.stops[-1])

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return max(self.stops[0], self.stops[-1])

    def part(self, start: int, end: int) -> tuple[float, float]:
        """Return left and right edge of the code points that lie in start..end."""
        first = max(start, self.start) - self.start
        last = min(end, self.end) - self.start
        if first <= 0 and last >= len(self.stops) - 1:
            return self.x0, self.x1
        a, b = self.stops[first], self.stops[min(last, len(self.stops) - 1)]
        return min(a, b), max(a, b)


@dataclass(frozen=True)
class PlacedLine:
    """A line on a packet page (`sheet` counts the article's pages in the packet from 0)."""

    sheet: int
    source: GalleyLine
    top: float
    bottom: float
    baseline: float
    size: float
    words: tuple[PlacedWord, ...]

    @property
    def middle(self) -> float:
        """Return the height of the middle of the lower-case letters."""
        return self.baseline - 0.26 * self.size

    def starts_from_right(self, span: Span) -> bool:
        """Return whether the span's first word on this line runs from right to left."""
        first = next((word for word in self.words if word.start < span.end and word.end > span.start), None)
        return first is not None and first.stops[0] > first.stops[-1]

    def extent(self, span: Span) -> Box | None:
        """Return the box of the part of a span on this line, None when the line holds none of it."""
        parts = [
            word.part(span.start, span.end) for word in self.words if word.start < span.end and word.end > span.start
        ]
        if not parts:
            return None
        left, right = min(part[0] for part in parts), max(part[1] for part in parts)
        return Box(left, self.baseline - 0.75 * self.size, right, self.baseline + 0.25 * self.size)


@dataclass(frozen=True)
class Placement:
    """All lines of the article in text order."""

    lines: tuple[PlacedLine, ...]

    def __post_init__(self) -> None:
        """Remember where lines end, to find those of a span at once."""
        furthest, ends = 0, []
        for line in self.lines:
            furthest = max(furthest, line.source.end)
            ends.append(furthest)
        object.__setattr__(self, "_ends", ends)

    def lines_of(self, span: Span) -> list[tuple[PlacedLine, Box]]:
        """Return the lines that a span touches, with its box on each."""
        found = []
        ends: list[int] = self.__dict__["_ends"]
        for line in self.lines[bisect_right(ends, span.start) :]:
            if line.source.start >= span.end:
                break
            box = line.extent(span)
            if box is not None:
                found.append((line, box))
        return found


def even_stops(x0: float, x1: float, length: int) -> tuple[float, ...]:
    """Return stops in equal steps, for words whose letters were not measured."""
    return tuple(x0 + (x1 - x0) * place / max(length, 1) for place in range(max(length, 1) + 1))


def measured_stops(x0: float, text: str, width_of: Callable[[str], float]) -> tuple[float, ...]:
    """Return stops by the widths of the characters, for words that run from left to right."""
    stops, x = [x0], x0
    for character in text:
        x += width_of(character)
        stops.append(x)
    return tuple(stops)
