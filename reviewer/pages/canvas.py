"""Drawing on a page: text in the program's faces, rules, areas and shapes, all in points from the top left corner."""

from collections.abc import Iterable, Sequence
from typing import Final

from reviewer.model.geometry import Box
from reviewer.pages.fonts import Face, FontBook, Shaped

Colour = tuple[float, float, float]

INK: Final[Colour] = (0x11 / 255, 0x11 / 255, 0x11 / 255)
GREY: Final[Colour] = (0x55 / 255, 0x55 / 255, 0x55 / 255)
PALE: Final[Colour] = (0x76 / 255, 0x76 / 255, 0x76 / 255)

_CIRCLE = 0.5522847498
"""Length of the control arms of a quarter circle drawn as a Bézier curve, in radii."""


class Canvas:
    """Collects the drawing of one page of `width` x `height` points; `PdfWriter.add_page` puts it into a PDF."""

    def __init__(self, width: float, height: float, book: FontBook) -> None:
        self.width = width
        self.height = height
        self._book = book
        self._operations: list[str] = []

    def text(self, x: float, baseline: float, text: str, face: Face, size: float, colour: Colour = INK) -> float:
        """Write one line of text with its left end at x and return its width in points."""
        shaped = self._book.shape(face, text)
        self.shaped(x, baseline, shaped, size, colour)
        return shaped.advance * size

    def text_right(self, x: float, baseline: float, text: str, face: Face, size: float, colour: Colour = INK) -> None:
        """Write one line of text with its right end at x."""
        self.text(x - self._book.width(face, text, size), baseline, text, face, size, colour)

    def shaped(self, x: float, baseline: float, shaped: Shaped, size: float, colour: Colour = INK) -> None:
        """Write a shaped word with its left end at x."""
        self._operations.append(
            f"BT {_colour(colour)} rg {glyph_operators(x, self.height - baseline, shaped, size)} ET"
        )

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = 0.5,
        colour: Colour = INK,
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw a straight line; `dashes` are lengths on and off in points."""
        pattern = " ".join(f"{length:g}" for length in dashes)
        (x0, y0), (x1, y1) = start, end
        self._operations.append(
            f"q {_colour(colour)} RG {width:g} w [{pattern}] 0 d "
            f"{x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S Q"
        )

    def area(self, box: Box, fill: Colour | None = None, stroke: Colour | None = None, width: float = 0.5) -> None:
        """Draw a rectangle, filled, outlined, or both."""
        corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
        self.polygon(corners, fill, stroke, width)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 0.6,
        closed: bool = True,
    ) -> None:
        """Draw straight lines through points, closed to an area unless said otherwise."""
        path = " ".join(
            f"{x:.2f} {self.height - y:.2f} {'m' if index == 0 else 'l'}" for index, (x, y) in enumerate(points)
        )
        self._paint(path + (" h" if closed else ""), fill, stroke, width)

    def disc(
        self,
        centre: tuple[float, float],
        radius: float,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 0.6,
    ) -> None:
        """Draw a circle, filled, outlined, or both."""
        x, y, arm = centre[0], self.height - centre[1], radius * _CIRCLE
        r = radius
        path = (
            f"{x + r:.2f} {y:.2f} m "
            f"{x + r:.2f} {y + arm:.2f} {x + arm:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x - arm:.2f} {y + r:.2f} {x - r:.2f} {y + arm:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - arm:.2f} {x - arm:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x + arm:.2f} {y - r:.2f} {x + r:.2f} {y - arm:.2f} {x + r:.2f} {y:.2f} c h"
        )
        self._paint(path, fill, stroke, width)

    def raw(self, operators: str) -> None:
        """Add content operators as they are; coordinates are PDF's own, from the bottom left."""
        self._operations.append(operators)

    @property
    def content(self) -> bytes:
        """Return the page's content stream."""
        return "\n".join(self._operations).encode("ascii")

    def _paint(self, path: str, fill: Colour | None, stroke: Colour | None, width: float) -> None:
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(stroke)), "n")
        colours = (f"{_colour(fill)} rg " if fill else "") + (f"{_colour(stroke)} RG {width:g} w " if stroke else "")
        self._operations.append(f"q {colours}{path} {operator} Q")


class TextStream:
    """Collects lines of shaped words in the shortest operators; for pages that hold nothing but text."""

    def __init__(self) -> None:
        self._operators = ["BT"]
        self._font = ""
        self._size = 0.0
        self._colour: Colour | None = None

    def line(self, y: float, words: Iterable[tuple[float, Shaped]], size: float, colour: Colour) -> None:
        """Add words, each with its left end, that stand on one baseline; y is PDF's own, from the bottom."""
        add = self._operators.append
        if colour != self._colour:
            self._colour = colour
            add(f"{_colour(colour)} rg")
        pen = None
        for x, shaped in words:
            for font, advance, codes in shaped.runs:
                if font != self._font or size != self._size:
                    self._font, self._size = font, size
                    add(f"/{font} {size:g} Tf")
                if pen is None:
                    add(f"1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj")
                else:
                    add(f"{x - pen:.2f} 0 Td <{codes}> Tj")
                pen = x
                x += advance * size

    @property
    def content(self) -> bytes:
        """Return the content stream."""
        return "\n".join([*self._operators, "ET"]).encode("ascii")


def glyph_operators(x: float, y: float, shaped: Shaped, size: float) -> str:
    """Return the text operators that show a shaped word at a point in PDF's own coordinates, from the bottom left."""
    parts = []
    for font, advance, codes in shaped.runs:
        parts.append(f"/{font} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{codes}> Tj")
        x += advance * size
    return " ".join(parts)


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:.5g}" for part in colour)
