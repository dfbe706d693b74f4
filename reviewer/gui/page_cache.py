"""Drawn pages: asked of a child process, kept while there is room, never waited for."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QImage

from reviewer.gui.page_preparing import PagePreparer, Treatment
from reviewer.model.geometry import Box
from reviewer.model.request import Pixels

MOST_UNDER_WAY = 4
"""Pages asked for at once; the rest wait here, where they can still be forgotten when the editor scrolls on."""

PATIENCE = 5.0
"""Seconds after which a page is asked for again: the child that drew it may have died."""

DEFAULT_BYTES = 192 * 1024 * 1024


class PageSource(Protocol):
    """Whoever draws pages. `ready` carries a `Pixels`; it may come for pages nobody asked for."""

    @property
    def ready(self) -> SignalInstance:
        """Return the signal of a drawn page."""
        ...

    def request(self, document: str, page: int, scale: float, clip: Box | None = None) -> None:
        """Ask for a page (from 1) at `scale` device pixels a point, or a part of it in points; returns at once."""
        ...


@dataclass(frozen=True)
class PageKey:
    """A page of a document at a scale in device pixels a point; `clip` in points for a part of it."""

    document: str
    page: int
    scale: float
    clip: Box | None = None


class PageCache(QObject):
    """The drawn pages of one view, the least recently painted dropped first when `budget` bytes are full.

    A treatment (the dark theme recolours) is applied to each image once, on arrival, off the window's thread.
    """

    arrived = Signal(int)

    def __init__(self, source: PageSource, parent: QObject | None = None, budget: int = DEFAULT_BYTES) -> None:
        super().__init__(parent)
        self._source = source
        self._budget = budget
        self._treatment: Treatment | None = None
        self._preparer = PagePreparer(self)
        self._preparer.prepared.connect(self._take_prepared)
        self._images: OrderedDict[PageKey, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: list[PageKey] = []
        self._under_way: dict[PageKey, float] = {}
        self._retry = QTimer(self)
        self._retry.setInterval(round(PATIENCE * 1000))
        self._retry.timeout.connect(self._ask)
        source.ready.connect(self._receive)

    def set_treatment(self, treatment: Treatment | None) -> None:
        """Use another treatment for arriving images, or none; those kept were made with the old one and go."""
        self._treatment = treatment
        self.clear()

    def clear(self) -> None:
        """Forget every image and wish."""
        self._images.clear()
        self._bytes = 0
        self._wanted.clear()
        self._under_way.clear()
        self._retry.stop()

    def want(self, keys: Sequence[PageKey]) -> None:
        """Say which pages are needed now, most urgent first; earlier wishes not yet asked for are dropped."""
        self._wanted = [key for key in keys if key not in self._images]
        self._ask()

    def image(self, key: PageKey) -> QImage | None:
        """Return the page drawn at exactly this scale, or None while it is not there."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def stand_in(self, key: PageKey) -> QImage | None:
        """Return the whole page drawn at any other scale, to be stretched until the right one comes."""
        same = (kept for kept in self._images if kept.page == key.page and kept.document == key.document)
        candidates = [kept for kept in same if kept.clip is None]
        if not candidates:
            return None
        return self._images[max(candidates, key=lambda kept: kept.scale)]

    @property
    def bytes_kept(self) -> int:
        """Return how many bytes the images take."""
        return self._bytes

    def _ask(self) -> None:
        now = monotonic()
        self._under_way = {key: since for key, since in self._under_way.items() if now - since < PATIENCE}
        for key in self._wanted:
            if len(self._under_way) >= MOST_UNDER_WAY:
                break
            if key not in self._under_way and key not in self._images:
                self._under_way[key] = now
                self._source.request(key.document, key.page, key.scale, key.clip)
        if self._under_way:
            self._retry.start()
        else:
            self._retry.stop()

    def _receive(self, pixels: Pixels) -> None:
        key = PageKey(pixels.document, pixels.page, pixels.scale, pixels.clip)
        if key not in self._under_way and key not in self._wanted:
            return
        image = image_of(pixels)
        if self._treatment is None or image.isNull():
            self._take(key, image)
        else:
            self._preparer.start(self._treatment, image, (key, self._treatment))

    def _take_prepared(self, ticket: tuple[PageKey, Treatment], image: QImage) -> None:
        key, treatment = ticket
        if treatment is self._treatment and (key in self._under_way or key in self._wanted):
            self._take(key, image)

    def _take(self, key: PageKey, image: QImage) -> None:
        self._under_way.pop(key, None)
        if not image.isNull():
            self._keep(key, image)
            self.arrived.emit(key.page)
        self._wanted = [wanted for wanted in self._wanted if wanted != key]
        self._ask()

    def _keep(self, key: PageKey, image: QImage) -> None:
        old = self._images.pop(key, None)
        self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old else 0)
        self._images[key] = image
        while self._bytes > self._budget and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()


def image_of(pixels: Pixels) -> QImage:
    """Return a drawn page as an image of its own; a null image when the child's numbers do not fit its bytes."""
    fits = 0 < pixels.width * 4 <= pixels.stride and 0 < pixels.height * pixels.stride <= len(pixels.data)
    if not fits:
        return QImage()
    shared = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_ARGB32_Premultiplied)
    return shared.copy()
