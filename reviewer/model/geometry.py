"""Stretches of text and rectangles on a page."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch of a document's text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that runs backwards or starts before the text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    @property
    def length(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of the text that this span covers."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """Return how many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        """Return whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlap_over_union(self, other: "Span") -> float:
        """Return shared code points over covered ones, 0.0 to 1.0."""
        shared = self.overlap(other)
        covered = self.length + other.length - shared
        return shared / covered if covered else 0.0


class Box(msgspec.Struct, frozen=True):
    """A rectangle in PDF points; the origin is the top left corner of the visible page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Return the width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.y1 - self.y0

    def union(self, other: "Box") -> "Box":
        """Return the smallest box round both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def touches(self, other: "Box") -> bool:
        """Return whether the boxes share a point, be it on their edges."""
        return self.x0 <= other.x1 and other.x0 <= self.x1 and self.y0 <= other.y1 and other.y0 <= self.y1

    def lies_in(self, other: "Box", margin: float = 0.0) -> bool:
        """Return whether this box lies in the other one, or sticks out on no side by more than `margin` points."""
        return (
            self.x0 >= other.x0 - margin
            and self.x1 <= other.x1 + margin
            and self.y0 >= other.y0 - margin
            and self.y1 <= other.y1 + margin
        )
