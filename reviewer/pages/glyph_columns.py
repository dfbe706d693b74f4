"""The glyphs of a page as columns of numbers: what is asked of all of them is asked of a column at once."""

import html
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

from reviewer.model.geometry import Box

FILL, STROKE, CLIP, IGNORE = range(4)
KINDS = ("fill", "stroke", "clip", "ignore")
"""What glyphs are painted as, by the numbers in `GlyphColumns.kinds`."""

_ITEM = np.dtype([("x", "f4"), ("y", "f4"), ("adv", "f4"), ("gid", "i4"), ("ucs", "i4"), ("cid", "i4")])
SIZE_OF_ITEM = _ITEM.itemsize
_FARTHEST = 1e7
_DESCENT, _ASCENT = -0.22, 0.78
_THINNEST = 0.01
_PLAIN = 0x20, 0x7F

Numbers = NDArray[np.float64]
Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]


class Glyph(msgspec.Struct, gc=False):
    """One glyph: where its origin stands, the vector of one em along its line, and the vector of one em upwards.

    `kind` is fill, stroke, clip or ignore (invisible text mode); `advance` in ems; `is_seen` is false when it leaves
    no trace on the page: invisible, transparent, clipped away, off the page, or too small. `tiles` is where the
    pattern is painted that it stands in, if any; its own place is then that in the pattern's first cell.
    `is_head` is false for the second and further letters of a glyph that means several. `size` is the length of an em
    along the line, in points.
    """

    text: str
    x: float
    y: float
    along: tuple[float, float]
    up: tuple[float, float]
    advance: float
    kind: str
    font: str
    is_seen: bool
    tiles: Box | None = None
    is_head: bool = True
    size: float = 0.0

    @property
    def box(self) -> Box:
        """Return the rectangle round the glyph's advance, from a little under its baseline to its ascenders."""
        (ax, ay), (ux, uy) = self.along, self.up
        width = self.advance or _THINNEST
        if not ay and not ux:
            right, bottom, top = self.x + width * ax, self.y + _DESCENT * uy, self.y + _ASCENT * uy
            return Box(min(self.x, right), min(bottom, top), max(self.x, right), max(bottom, top))
        corners = [
            (self.x + along * width * ax + up * ux, self.y + along * width * ay + up * uy)
            for along in (0, 1)
            for up in (_DESCENT, _ASCENT)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


class Span(msgspec.Struct, gc=False):
    """Glyphs of one font, size and direction that one operation paints.

    `items` are MuPDF's own records of them, `ctm` turns their places into points of the page. `clip` is what of the
    page can be painted on then, None when nothing; `tiles` as in `Glyph`. `can_show` is false where nothing of the
    kind can be seen: invisible, transparent or too small letters. `names` gives what the font calls a glyph.
    """

    items: bytes
    ctm: tuple[float, float, float, float, float, float]
    along: tuple[float, float]
    up: tuple[float, float]
    size: float
    kind: int
    font: str
    can_show: bool
    clip: Box | None
    tiles: Box | None
    names: Callable[[int], str]


class GlyphColumns:
    """The glyphs of a page in the order of painting, a column for each property; `spans` tells the span of each.

    `codes` are the characters that a glyph means, -1 where it means none. Coordinates are points from the top left of
    the page as displayed, sizes points, advances ems.
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self.table = spans
        raw = np.frombuffer(b"".join(span.items for span in spans), _ITEM)
        counts = [len(span.items) // SIZE_OF_ITEM for span in spans]
        self.spans: NDArray[np.intp] = np.repeat(np.arange(len(spans)), counts)
        a, b, c, d, e, f = self._of_spans([span.ctm for span in spans], 6)
        x, y = _near(raw["x"]), _near(raw["y"])
        self.xs: Numbers = a * x + c * y + e
        self.ys: Numbers = b * x + d * y + f
        self.advances: Numbers = _near(raw["adv"])
        self.codes: Codes = _shown(raw["ucs"])
        self.is_head: Flags = raw["gid"] >= 0
        self._glyphs: Codes = raw["gid"]
        (self.sizes,) = self._of_spans([(span.size,) for span in spans], 1)
        self.kinds: Codes = np.array([span.kind for span in spans], np.int32)[self.spans]
        self.in_pattern: Flags = np.array([span.tiles is not None for span in spans], bool)[self.spans]

    def __len__(self) -> int:
        return len(self.codes)

    def _of_spans(self, rows: Sequence[Sequence[float]], width: int) -> Numbers:
        """Return a column for each of some numbers of spans, a row for each glyph."""
        table: Numbers = np.array(rows, np.float64).reshape(len(rows), width)
        return table.T[:, self.spans]

    @cached_property
    def ems(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Return the vectors of one em along the line and upwards: columns of along x, along y, up x and up y."""
        ax, ay, ux, uy = self._of_spans([(*span.along, *span.up) for span in self.table], 4)
        return ax, ay, ux, uy

    @cached_property
    def is_seen(self) -> Flags:
        """Return which glyphs leave a trace on the page."""
        x0, y0, x1, y1 = self._of_spans([_edges(span.clip) for span in self.table], 4)
        lefts, tops, rights, bottoms = self._boxes()
        is_inside = (lefts < x1) & (x0 < rights) & (tops < y1) & (y0 < bottoms) & (lefts < rights) & (tops < bottoms)
        can_show = np.array([span.can_show and span.clip is not None for span in self.table], bool)[self.spans]
        seen: Flags = can_show & (is_inside | self.in_pattern)
        return seen

    @cached_property
    def is_doubtful(self) -> Flags:
        """Return which glyphs their font calls by another letter than its table says."""
        fonts: dict[int, int] = {}
        numbers = [fonts.setdefault(id(span.names), at) for at, span in enumerate(self.table)]
        owners = np.array(numbers, np.int64)[self.spans]
        keys = (owners << 38) | ((self._glyphs & 0xFFFF).astype(np.int64) << 22) | (self.codes + 1)
        found, places = np.unique(keys, return_inverse=True)
        odd = [self._is_at_odds(int(key)) for key in found]
        doubtful: Flags = np.array(odd, bool)[places] & self.is_head if any(odd) else np.zeros(len(self), bool)
        return doubtful

    def _is_at_odds(self, key: int) -> bool:
        code = (key & 0x3FFFFF) - 1
        if code >= 0x80:
            return False
        name = self.table[key >> 38].names((key >> 22) & 0xFFFF)
        text = chr(code) if code >= 0 else ""
        return len(name) == 1 and name.isalpha() and name.casefold() != text.casefold()

    def _boxes(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        ax, ay, ux, uy = self.ems
        widths = np.where(self.advances, self.advances, _THINNEST)
        sides: list[Numbers] = []
        for places, along, up in ((self.xs, ax, ux), (self.ys, ay, uy)):
            reach, low, high = widths * along, _DESCENT * up, _ASCENT * up
            sides += (
                places + np.minimum(reach, 0.0) + np.minimum(low, high),
                places + np.maximum(reach, 0.0) + np.maximum(low, high),
            )
        left, right, top, bottom = sides
        return left, top, right, bottom

    def box_of_all(self) -> Box | None:
        """Return the rectangle round all glyphs, None when there are none."""
        if not len(self):
            return None
        left, top, right, bottom = self._boxes()
        return Box(float(left.min()), float(top.min()), float(right.max()), float(bottom.max()))

    def text(self) -> str:
        """Return the characters in the order of painting, nothing between them."""
        return text_of_codes(self.codes[self.codes >= 0])


class Glyphs(Sequence[Glyph]):
    """The glyphs of a page as records, made when asked for; `columns` has them all."""

    def __init__(self, columns: GlyphColumns) -> None:
        self.columns = columns
        self._made: dict[int, Glyph] = {}

    def __len__(self) -> int:
        return len(self.columns)

    @overload
    def __getitem__(self, number: int) -> Glyph: ...

    @overload
    def __getitem__(self, number: slice) -> list[Glyph]: ...

    def __getitem__(self, number: int | slice) -> Glyph | list[Glyph]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        made = self._made.get(number)
        if made is None:
            if not -len(self) <= number < len(self):
                raise IndexError(number)
            made = self._made[number] = self._glyph(number % len(self))
        return made

    def __iter__(self) -> Iterator[Glyph]:
        return (self[number] for number in range(len(self)))

    def _glyph(self, number: int) -> Glyph:
        columns = self.columns
        span, code = columns.table[columns.spans[number]], int(columns.codes[number])
        return Glyph(
            chr(code) if code >= 0 else "",
            float(columns.xs[number]),
            float(columns.ys[number]),
            span.along,
            span.up,
            float(columns.advances[number]),
            KINDS[span.kind],
            span.font,
            bool(columns.is_seen[number]),
            span.tiles,
            bool(columns.is_head[number]),
            span.size,
        )


def text_of_codes(codes: NDArray[Any]) -> str:
    """Return a text given as code points."""
    return codes.astype("<u4").tobytes().decode("utf-32-le", "replace")


def _near(values: NDArray[Any]) -> Numbers:
    """Return numbers, 0.0 for what is none or so far off that no page reaches there."""
    numbers: Numbers = values.astype(np.float64)
    is_far = ~(np.abs(numbers) < _FARTHEST)
    if is_far.any():
        numbers[is_far] = 0.0
    return numbers


def _edges(box: Box | None) -> tuple[float, float, float, float]:
    return (box.x0, box.y0, box.x1, box.y1) if box is not None else (0.0, 0.0, 0.0, 0.0)


def _shown(codes: NDArray[Any]) -> Codes:
    """Return the characters that codes stand for, as a browser would show them, -1 for none."""
    shown: Codes = codes.astype(np.int32)
    is_odd = (shown < _PLAIN[0]) | (shown >= _PLAIN[1])
    if is_odd.any():
        odd, places = np.unique(shown[is_odd], return_inverse=True)
        shown[is_odd] = np.array([_character(int(code)) for code in odd], np.int32)[places]
    return shown


@lru_cache(maxsize=4096)
def _character(code: int) -> int:
    """Return the character of a code: codes of Windows' quotation marks are those, broken ones are U+FFFD."""
    text = html.unescape(f"&#x{code & 0xFFFFFFFF:x};")
    return ord(text) if text else -1
