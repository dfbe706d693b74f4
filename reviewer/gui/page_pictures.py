"""Which pictures a galley needs of a page: the whole of it, or far in a rough one and tiles of what is in sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from reviewer.gui.page_cache import PageCache, PageKey, PageSource
from reviewer.gui.page_preparing import Treatment
from reviewer.model.document import Page
from reviewer.model.geometry import Box

TILE = 1024
"""Device pixels of a tile's side."""

TILED_ABOVE = 6_000_000
"""Device pixels of a page above which it is drawn in tiles: an A4 page at 200 % on a plain screen has 3.6 million."""

ROUGH_PIXELS = 1_500_000
"""Device pixels of the rough picture that lies under the tiles."""

PASSING_PIXELS = 100_000
"""Device pixels of the picture of a page that goes by fast."""

_MARGIN = 160
_INSIDE = 0.25


@dataclass(frozen=True)
class PageSight:
    """A page as it stands in a view: the whole of it at `paper` and what is in sight at `view`, in logical pixels.

    `scale` is device pixels a point, `ratio` device pixels a logical one.
    """

    document: str
    page: Page
    paper: QRectF
    view: QRectF
    scale: float
    ratio: float

    @property
    def is_tiled(self) -> bool:
        """Return whether the page is too large to be drawn in one piece."""
        return self.page.width * self.page.height * self.scale**2 > TILED_ABOVE


@dataclass(frozen=True)
class Sheet:
    """A picture of a page or of a part of it, and where it lies, in logical pixels.

    An exact one was drawn for this very scale and is laid down pixel by pixel, any other is stretched.
    """

    image: QImage
    place: QRectF
    exact: bool


@dataclass(frozen=True)
class Tile:
    """A part of a page: what is asked for, and where it lies in logical pixels."""

    key: PageKey
    place: QRectF


class PagePictures(QObject):
    """Asks for the pictures of the pages in sight and gives those that are there. `arrived()` for each new one."""

    arrived = Signal()

    def __init__(self, pages: PageSource, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = PageCache(pages, self)
        self._cache.arrived.connect(lambda _page: self.arrived.emit())

    def clear(self) -> None:
        """Forget every picture."""
        self._cache.clear()

    def set_treatment(self, treatment: Treatment | None) -> None:
        """Use another treatment for arriving pictures, or none."""
        self._cache.set_treatment(treatment)

    def want(self, in_sight: Sequence[PageSight], near: Sequence[PageSight]) -> None:
        """Ask for what the pages in sight need, rough pictures first, then for the nearest others."""
        whole = [whole_key(sight) for sight in in_sight]
        tiles = [tile.key for sight in in_sight for tile in tiles_of(sight, _MARGIN)]
        self._cache.want([*whole, *tiles, *(whole_key(sight) for sight in near)])

    def want_rough(self, passing: Sequence[PageSight]) -> None:
        """Ask for small pictures of pages that go by fast, which are drawn several times faster than sharp ones."""
        missing = [sight for sight in passing if self._cache.image(whole_key(sight)) is None]
        self._cache.want([*map(passing_key, missing), *map(whole_key, missing[:1])])

    def is_drawn(self, sight: PageSight) -> bool:
        """Return whether everything of a page that is in sight is there, sharp."""
        if sight.is_tiled:
            return all(self._cache.image(tile.key) is not None for tile in tiles_of(sight))
        return self._cache.image(whole_key(sight)) is not None

    def sheets(self, sight: PageSight) -> list[Sheet]:
        """Return what there is of a page, to be laid down in this order."""
        key = whole_key(sight)
        whole = self._cache.image(key) or self._cache.stand_in(key)
        sheets = []
        if whole is not None:
            across = sight.paper.width() * sight.ratio
            exact = not sight.is_tiled and abs(whole.width() - across) <= 2
            whole.setDevicePixelRatio(sight.ratio if exact else 1.0)
            sheets.append(Sheet(whole, sight.paper, exact))
        for tile in tiles_of(sight):
            image = self._cache.image(tile.key)
            if image is not None:
                image.setDevicePixelRatio(sight.ratio)
                sheets.append(Sheet(image, tile.place, True))
        return sheets


def whole_key(sight: PageSight) -> PageKey:
    """Return the picture of the whole page: rough where tiles lie over it."""
    page = sight.page
    rough = (ROUGH_PIXELS / max(1.0, page.width * page.height)) ** 0.5
    return PageKey(sight.document, page.number, rough if sight.is_tiled else sight.scale)


def coming(seen: range, count: int, down: bool, most: int) -> list[int]:
    """Return up to `most` of `count` pages (from 0) that come into sight next, nearest first."""
    if down:
        return list(range(seen.stop, min(seen.stop + most, count)))
    return list(range(seen.start - 1, max(-1, seen.start - most - 1), -1))


def passing_key(sight: PageSight) -> PageKey:
    """Return the small picture of a page that goes by."""
    scale = (PASSING_PIXELS / max(1.0, sight.page.width * sight.page.height)) ** 0.5
    return PageKey(sight.document, sight.page.number, min(scale, sight.scale))


def tiles_of(sight: PageSight, margin: int = 0) -> list[Tile]:
    """Return the tiles that cover what is in sight and `margin` logical pixels round it; none of a small page.

    A tile's edges lie on whole device pixels of the page, whatever they are in points.
    """
    if not sight.is_tiled:
        return []
    seen = sight.paper.intersected(sight.view.adjusted(-margin, -margin, margin, margin))
    if seen.isEmpty():
        return []
    seen.translate(-sight.paper.topLeft())
    side = TILE / sight.ratio
    columns = range(int(seen.left() / side), int((seen.right() - 1e-6) / side) + 1)
    rows = range(int(seen.top() / side), int((seen.bottom() - 1e-6) / side) + 1)
    return [_tile(sight, row, column) for row in rows for column in columns]


def _tile(sight: PageSight, row: int, column: int) -> Tile:
    page, scale = sight.page, sight.scale
    clip = Box(
        (column * TILE + _INSIDE) / scale,
        (row * TILE + _INSIDE) / scale,
        min(((column + 1) * TILE - _INSIDE) / scale, page.width),
        min(((row + 1) * TILE - _INSIDE) / scale, page.height),
    )
    left, top = sight.paper.left() + column * TILE / sight.ratio, sight.paper.top() + row * TILE / sight.ratio
    size = QRectF(left, top, TILE / sight.ratio, TILE / sight.ratio)
    return Tile(PageKey(sight.document, page.number, scale, clip), size.intersected(sight.paper))
