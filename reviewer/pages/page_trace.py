"""Every glyph and picture that a page's content paints, seen or not, in the order in which it paints them.

Text extraction leaves out what is clipped away, of no size or off the page; a trace leaves out nothing. Coordinates
are points from the top left of the page as displayed, y downwards.
"""

import hashlib
import html
import re
from typing import Any

import msgspec
import pymupdf as _pymupdf

from reviewer.model.geometry import Box
from reviewer.pages.faults import faults_are_damage
from reviewer.pages.glyph_columns import columns_of, number_of
from reviewer.pages.mupdf import PdfPage

_low: Any = _pymupdf.mupdf

_FONT = re.compile(r'font="(.*?)" wmode="(\d)" bidi="-?\d+" trm="([^"]*)"')
_TRANSFORM = re.compile(r' transform="([^"]*)"')
_LARGEST_BRICK = 40.0
_POINT = re.compile(r'x\d?="([^"]*)" y\d?="([^"]*)"')
_PIXELS = re.compile(r' width="(\d+)" height="(\d+)"')
_TAG = re.compile(r"</?([a-z_]+)")
_ALPHA = re.compile(r' alpha="([^"]*)"')
_SMALLEST_SEEN = 0.5
_SEEN_KINDS = ("fill", "stroke")
_SMALLEST_COVER = 3.0

Matrix = tuple[float, float, float, float, float, float]


class Glyph(msgspec.Struct, gc=False):
    """One glyph: where its origin stands, the vector of one em along its line, and the vector of one em upwards.

    `kind` is fill, stroke, clip or ignore (invisible text mode); `advance` in ems; `is_seen` is false when it leaves
    no trace on the page: invisible, transparent, clipped away, off the page, or too small. `tiles` is where the
    pattern is painted that it stands in, if any; its own place is then that in the pattern's first cell.
    `is_doubtful`: the font calls the glyph by another letter than its table says. `is_head` is false for the second
    and further letters of a glyph that means several. `size` is the length of an em along the line, in points.
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
    is_doubtful: bool = False
    is_head: bool = True
    size: float = 0.0

    @property
    def box(self) -> Box:
        """Return the rectangle round the glyph's advance, from a little under its baseline to its ascenders."""
        (ax, ay), (ux, uy) = self.along, self.up
        width = self.advance or 0.01
        if not ay and not ux:
            right, bottom, top = self.x + width * ax, self.y - 0.22 * uy, self.y + 0.78 * uy
            return Box(min(self.x, right), min(bottom, top), max(self.x, right), max(bottom, top))
        corners = [
            (self.x + along * width * ax + up * ux, self.y + along * width * ay + up * uy)
            for along in (0, 1)
            for up in (-0.22, 0.78)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


class Picture(msgspec.Struct):
    """A raster image as painted: its matrix from the unit square, its size in pixels, and what of it can be seen.

    `is_covered`: something is painted over part of it later.
    """

    matrix: Matrix
    width: int
    height: int
    box: Box
    shown: Box | None
    is_mask: bool = False
    is_covered: bool = False


class PageTrace(msgspec.Struct):
    """What a page's content paints. `curves` counts the curves of filled or stroked paths, `tiles` the patterns.

    `bricks` counts the painted paths so small that letters may be built of them.

    `texts` holds for each text operation of the reader the number of its first glyph. `digest` is the same for two
    pages on which all is painted alike; `notes` is room for what others work out from the page, kept with it.
    """

    width: float
    height: float
    glyphs: list[Glyph]
    pictures: list[Picture]
    paths: int = 0
    curves: int = 0
    tiles: int = 0
    bricks: int = 0
    texts: list[int] = msgspec.field(default_factory=list)
    digest: bytes = b""
    notes: dict[str, Any] = msgspec.field(default_factory=dict)


def trace_page(page: PdfPage) -> PageTrace:
    """Trace a page's own content, without annotations. Raises ReviewerError with DAMAGED."""
    return RawTrace(page).read()


class RawTrace:
    """What MuPDF says that it paints on a page, not yet taken apart.

    `digest` is that of its `PageTrace`: pages known already need not be read again. Raises ReviewerError with DAMAGED.
    """

    def __init__(self, page: PdfPage) -> None:
        self._page = page
        with faults_are_damage(f"page {page.number}", "its content cannot be read"):
            buffer = _low.FzBuffer(1 << 16)
            output = _low.FzOutput(buffer)
            device = _low.fz_new_trace_device(output)
            _low.fz_run_page_contents(page.handle.this, device, _low.FzMatrix(), _low.FzCookie())
            _low.fz_close_device(device)
            _low.fz_close_output(output)
            self._painted = bytes(_low.fz_buffer_extract(buffer))
        size = f"{page.width} {page.height}".encode()
        self.digest = hashlib.sha256(size + b"\0" + self._painted).digest()

    def read(self) -> PageTrace:
        """Take the trace apart. Raises ReviewerError with DAMAGED."""
        with faults_are_damage(f"page {self._page.number}", "its content cannot be read"):
            reader = _TraceReader(self._page.width, self._page.height)
            reader.read(self._painted.decode("utf-8", "replace").split("\n"))
            reader.trace.digest = self.digest
            return reader.trace


class _TraceReader:
    def __init__(self, width: float, height: float) -> None:
        self.trace = PageTrace(width, height, [], [])
        self._page = Box(0, 0, width, height)
        self._clips: list[Box | None] = [self._page]
        self._tile_depth = 0
        self._kind = "fill"
        self._opaque = True
        self._ctm: Matrix = (1, 0, 0, 1, 0, 0)
        self._font = ""
        self._along = self._up = (0.0, 0.0)
        self._size = 0.0
        self._has_size = False
        self._outline: list[tuple[float, float]] = []
        self._first_glyph = 0

    def read(self, lines: list[str]) -> None:
        side_by_side: list[str] = []
        for line in lines:
            bare = line.lstrip()
            if bare[:3] == "<g ":
                side_by_side.append(bare)
                continue
            if side_by_side:
                self._glyphs(side_by_side)
                side_by_side = []
            if bare.startswith(("<moveto", "<lineto", "<curveto", "<rectto", "<closepath")):
                if bare.startswith("<curveto"):
                    self.trace.curves += 1
                self._outline += ((float(x), float(y)) for x, y in _POINT.findall(bare))
            elif (tag := _TAG.match(bare)) is not None:
                self._element(tag.group(1), bare, bare.startswith("</"))

    def _element(self, name: str, line: str, closes: bool) -> None:
        if name == "span":
            if not closes:
                self._span(line)
        elif closes:
            self._close(name)
        elif name == "pop_clip":
            if len(self._clips) > 1:
                self._clips.pop()
        else:
            self._open(name, line)

    def _open(self, name: str, line: str) -> None:
        self._outline = []
        if (transform := _TRANSFORM.search(line)) is not None:
            self._ctm = _matrix(transform.group(1))
        if name.endswith("_text"):
            self._kind = "clip" if name.startswith("clip") else name.removesuffix("_text")
            alpha = _ALPHA.search(line)
            self._opaque = alpha is None or float(alpha.group(1)) > 0.01
            self._first_glyph = len(self.trace.glyphs)
            self.trace.texts.append(self._first_glyph)
        elif name in ("fill_image", "fill_image_mask", "clip_image_mask"):
            self._picture(name, line)
        elif name == "tile":
            self._tile_depth += 1
            self.trace.tiles += 1
            self._clips.append(self._clips[-1])
        elif name in ("fill_path", "stroke_path"):
            self.trace.paths += 1
        elif name == "group" or name == "mask":
            self._clips.append(self._clips[-1])

    def _close(self, name: str) -> None:
        if name in ("fill_path", "stroke_path"):
            painted = _bounds(self._outline, self._ctm)
            self.trace.bricks += painted is not None and max(painted.width, painted.height) <= _LARGEST_BRICK
        if name in ("clip_path", "clip_stroke_path"):
            self._clips.append(_common(self._clips[-1], _bounds(self._outline, self._ctm, 2.0 * ("stroke" in name))))
        elif name == "fill_path":
            self._cover(_common(self._clips[-1], _bounds(self._outline, self._ctm)))
        elif name in ("clip_text", "clip_stroke_text"):
            boxes = [glyph.box for glyph in self.trace.glyphs[self._first_glyph :]]
            self._clips.append(_common(self._clips[-1], _around(boxes)))
        elif name in ("group", "mask", "tile"):
            if len(self._clips) > 1:
                self._clips.pop()
            self._tile_depth -= name == "tile"

    def _span(self, line: str) -> None:
        found = _FONT.search(line)
        if found is None:
            return
        a, b, c, d = map(number_of, found.group(3).split())
        ctm = self._ctm
        self._font = html.unescape(found.group(1))
        is_vertical = found.group(2) == "1"
        along = a * ctm[0] + b * ctm[2], a * ctm[1] + b * ctm[3]
        up = c * ctm[0] + d * ctm[2], c * ctm[1] + d * ctm[3]
        self._along, self._up = ((-up[0], -up[1]), along) if is_vertical else (along, up)
        self._size = float((self._along[0] ** 2 + self._along[1] ** 2) ** 0.5)
        self._has_size = abs(along[0] * up[1] - along[1] * up[0]) >= _SMALLEST_SEEN**2

    def _glyphs(self, lines: list[str]) -> None:
        """Take the glyphs of one span: font, direction and clip are the same for all of them."""
        texts, names, own_xs, own_ys, advances = columns_of(lines)
        a, b, c, d, e, f = self._ctm
        xs = [a * x + c * y + e for x, y in zip(own_xs, own_ys, strict=True)]
        ys = [b * x + d * y + f for x, y in zip(own_xs, own_ys, strict=True)]
        along, up, kind, font, size = self._along, self._up, self._kind, self._font, self._size
        tiles = (self._clips[-1] or self._page) if self._tile_depth else None
        is_seen = self._shown(xs, ys, advances)
        self.trace.glyphs += [
            Glyph(
                text, x, y, along, up, advance, kind, font, seen, tiles,
                name is not None and len(name) == 1 and name != text and _are_at_odds(text, name),
                name is not None, size,
            )
            for text, name, x, y, advance, seen in zip(texts, names, xs, ys, advances, is_seen, strict=True)
        ]  # fmt: skip

    def _shown(self, xs: list[float], ys: list[float], advances: list[float]) -> list[bool]:
        """Return which glyphs of a span leave a trace on the page."""
        clip, count = self._clips[-1], len(xs)
        if clip is None or not (self._has_size and self._opaque and self._kind in _SEEN_KINDS):
            return [False] * count
        if self._tile_depth:
            return [True] * count
        along, up = self._along, self._up
        if along[1] or up[0]:
            boxes = (
                Glyph("", x, y, along, up, advance, "", "", False).box
                for x, y, advance in zip(xs, ys, advances, strict=True)
            )
            return [_common(clip, box) is not None for box in boxes]
        low, high = sorted((-0.22 * up[1], 0.78 * up[1]))
        step = along[0]
        is_high = max(ys) + low < clip.y1 and clip.y0 < min(ys) + high
        if is_high and step > 0 and clip.x0 < min(xs) and max(xs) < clip.x1 and min(advances) >= 0:
            return [True] * count
        ends = [x + (advance or 0.01) * step for x, advance in zip(xs, advances, strict=True)]
        lefts, rights = (xs, ends) if step > 0 else (ends, xs)
        return [
            left < clip.x1 and clip.x0 < right and y + low < clip.y1 and clip.y0 < y + high
            for left, right, y in zip(lefts, rights, ys, strict=True)
        ]

    def _cover(self, area: Box | None) -> None:
        for picture in self.trace.pictures:
            shared = _common(picture.shown, area)
            if shared is not None and min(shared.width, shared.height) > _SMALLEST_COVER:
                picture.is_covered = True

    def _picture(self, name: str, line: str) -> None:
        pixels = _PIXELS.search(line)
        box = _bounds([(0, 0), (1, 0), (1, 1), (0, 1)], self._ctm)
        shown = _common(self._clips[-1], box)
        self._cover(shown)
        if pixels is not None and box is not None:
            width, height = int(pixels.group(1)), int(pixels.group(2))
            self.trace.pictures.append(Picture(self._ctm, width, height, box, shown, name != "fill_image"))
        if name == "clip_image_mask":
            self._clips.append(shown)


def _are_at_odds(text: str, name: str) -> bool:
    """Return whether a glyph is named by another letter than its font's table tells."""
    return name.isalpha() and text.isascii() and name.casefold() != text.casefold()


def _matrix(text: str) -> Matrix:
    a, b, c, d, e, f = map(number_of, text.split())
    return a, b, c, d, e, f


def _bounds(points: list[tuple[float, float]], matrix: Matrix, margin: float = 0.0) -> Box | None:
    if not points:
        return None
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return Box(min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


def _common(first: Box | None, second: Box | None) -> Box | None:
    if first is None or second is None:
        return None
    x0, y0 = max(first.x0, second.x0), max(first.y0, second.y0)
    x1, y1 = min(first.x1, second.x1), min(first.y1, second.y1)
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def _around(boxes: list[Box]) -> Box | None:
    around: Box | None = None
    for box in boxes:
        around = box if around is None else around.union(box)
    return around
