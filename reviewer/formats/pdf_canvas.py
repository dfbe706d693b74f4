"""One page being drawn: text, rules, shapes, pictures, as the operators of a content stream.

Coordinates are points from the top left of the page; `baseline` is a y coordinate. Colours are six hex digits.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from reviewer.formats.pdf_tags import Node, StructureTree
from reviewer.model.geometry import Box

Point = tuple[float, float]
_CURVE = 0.5522847498
"""Length of the control arms with which four Bezier curves draw a circle of radius 1."""


@dataclass(frozen=True)
class LinkArea:
    """A place on the page that leads to a named target in the same file."""

    box: Box
    target: str
    description: str
    node: Node
    key: int


class Glyphs(Protocol):
    """Text turned into glyphs, from left to right.

    `advance` is its width in ems; `runs` are (resource name of the font, advance in ems, glyph codes in hex).
    """

    @property
    def advance(self) -> float:
        """Return the width in ems."""

    @property
    def runs(self) -> tuple[tuple[str, float, str], ...]:
        """Return the stretches in one font each."""


class Canvas:
    """The content of one page; `index` counts pages from 0."""

    def __init__(self, index: int, width: float, height: float, tree: StructureTree) -> None:
        self.index = index
        self.width = width
        self.height = height
        self.tree = tree
        self.links: list[LinkArea] = []
        self.late: list[Callable[[], None]] = []
        self.pictures: set[str] = set()
        self._out: list[str] = []
        self._marked: Node | None = None
        self._is_open = False
        self._artifact_depth = 0

    @property
    def is_tagging(self) -> bool:
        """Return whether what is drawn now is content of an element of the structure."""
        return not self._artifact_depth and self.tree.current is not self.tree.root

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what is no part of the text: rules, running heads and feet."""
        self._artifact_depth += 1
        try:
            yield
        finally:
            self._artifact_depth -= 1

    def glyphs(
        self,
        x: float,
        baseline: float,
        glyphs: Glyphs,
        size: float,
        colour: str,
        tracking: float = 0.0,
        spoken: str = "",
    ) -> None:
        """Draw glyphs from left to right as content of the current node.

        `tracking` is in points a glyph. `spoken` is the text that is read out and copied where it is not what the
        glyphs are called: joined letters, words that run from right to left.
        """
        self._mark()
        out = self._out
        if spoken:
            out.append(f"/Span <</ActualText <FEFF{spoken.encode('utf-16-be', 'replace').hex().upper()}>>> BDC")
        parts = [f"BT {_colour(colour)} rg"]
        if tracking:
            parts.append(f"{_n(tracking)} Tc")
        for font, advance, codes in glyphs.runs:
            place = f"1 0 0 1 {_n(x)} {_n(self.height - baseline)} Tm"
            parts.append(f"/{font} {_n(size)} Tf {place} <{codes}> Tj")
            x += advance * size + tracking * len(codes) / 4
        if tracking:
            parts.append("0 Tc")
        out.append(" ".join([*parts, "ET"]))
        if spoken:
            out.append("EMC")

    def line(
        self, start: Point, end: Point, width: float, colour: str, dash: Sequence[float] = (), round_ends: bool = False
    ) -> None:
        """Draw a straight line; never part of the text."""
        self.strokes([start, end], width, colour, dash, round_ends)

    def strokes(
        self, points: Sequence[Point], width: float, colour: str, dash: Sequence[float] = (), round_ends: bool = False
    ) -> None:
        """Draw a line through points; never part of the text."""
        dashes = f"[{' '.join(_n(part) for part in dash)}] 0 d " if dash else ""
        caps = "1 J 1 j " if round_ends else ""
        with self.artifact():
            self._mark()
            self._out.append(
                f"q {_colour(colour)} RG {_n(width)} w {dashes}{caps}{self._path(points)} S Q",
            )

    def shape(self, points: Sequence[Point], fill: str | None, stroke: str | None = None, width: float = 0.6) -> None:
        """Draw a closed polygon; never part of the text."""
        self._paint(self._path(points) + " h", fill, stroke, width)

    def box(self, box: Box, fill: str | None, stroke: str | None = None, width: float = 0.6) -> None:
        """Draw a rectangle; never part of the text."""
        path = f"{_n(box.x0)} {_n(self.height - box.y1)} {_n(box.width)} {_n(box.height)} re"
        self._paint(path, fill, stroke, width)

    def disc(
        self, centre: Point, radius: float, fill: str | None, stroke: str | None = None, width: float = 0.6
    ) -> None:
        """Draw a circle; never part of the text."""
        x, y, r, k = centre[0], self.height - centre[1], radius, radius * _CURVE
        curves = [
            f"{_n(x + r)} {_n(y)} m",
            f"{_n(x + r)} {_n(y + k)} {_n(x + k)} {_n(y + r)} {_n(x)} {_n(y + r)} c",
            f"{_n(x - k)} {_n(y + r)} {_n(x - r)} {_n(y + k)} {_n(x - r)} {_n(y)} c",
            f"{_n(x - r)} {_n(y - k)} {_n(x - k)} {_n(y - r)} {_n(x)} {_n(y - r)} c",
            f"{_n(x + k)} {_n(y - r)} {_n(x + r)} {_n(y - k)} {_n(x + r)} {_n(y)} c h",
        ]
        self._paint(" ".join(curves), fill, stroke, width)

    def picture(self, name: str, box: Box) -> None:
        """Draw an image of the file, stretched to a box, as content of the current node."""
        self.pictures.add(name)
        self._mark()
        self._out.append(
            f"q {_n(box.width)} 0 0 {_n(box.height)} {_n(box.x0)} {_n(self.height - box.y1)} cm /{name} Do Q"
        )

    def imported_page(self, name: str, corner: Point, scale: float, size: Point, clip: Box | None = None) -> None:
        """Draw a page of another PDF whose displayed size is `size`, its top left at `corner`."""
        self.pictures.add(name)
        self._mark()
        x, y = corner[0], self.height - corner[1] - size[1] * scale
        clipping = ""
        if clip is not None:
            clipping = f"{_n(clip.x0)} {_n(self.height - clip.y1)} {_n(clip.width)} {_n(clip.height)} re W n "
        self._out.append(f"q {clipping}{_n(scale)} 0 0 {_n(scale)} {_n(x)} {_n(y)} cm /{name} Do Q")

    @contextmanager
    def linked(self, target: str, description: str) -> Iterator[Callable[[Box], None]]:
        """Draw text that leads to a target; call what is given with the box to be clicked."""
        with self.tree.node("Link") as node:
            yield lambda box: self.links.append(LinkArea(box, target, description, node, self.tree.reserve_key(node)))

    def content(self) -> bytes:
        """Return the content stream."""
        ending = ["EMC"] if self._is_open else []
        return "\n".join([*self._out, *ending]).encode("ascii")

    def _mark(self) -> None:
        wanted = self.tree.current if self.is_tagging else None
        if self._is_open and wanted is self._marked:
            return
        if self._is_open:
            self._out.append("EMC")
        if wanted is None:
            self._out.append("/Artifact BMC")
        else:
            self._out.append(f"/{wanted.kind} <</MCID {self.tree.content(self.index)}>> BDC")
        self._marked, self._is_open = wanted, True

    def _path(self, points: Sequence[Point]) -> str:
        operators = ["m"] + ["l"] * (len(points) - 1)
        return " ".join(
            f"{_n(x)} {_n(self.height - y)} {operator}" for (x, y), operator in zip(points, operators, strict=True)
        )

    def _paint(self, path: str, fill: str | None, stroke: str | None, width: float) -> None:
        filling = f"{_colour(fill)} rg " if fill else ""
        stroking = f"{_colour(stroke)} RG {_n(width)} w " if stroke else ""
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(stroke)), "n")
        with self.artifact():
            self._mark()
            self._out.append(f"q {filling}{stroking}{path} {operator} Q")


def _n(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _colour(digits: str) -> str:
    return " ".join(_n(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
