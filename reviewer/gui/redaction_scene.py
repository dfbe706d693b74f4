"""The redaction marks of one galley, page by page, and which of them are chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewer.gui.galley_redactions import GalleyRedaction
from reviewer.model.document import Page
from reviewer.model.geometry import Box


@dataclass(frozen=True)
class PageRedaction:
    """The part of a mark that stands on one page; boxes in points."""

    redaction: GalleyRedaction
    boxes: tuple[Box, ...]
    is_chosen: bool


@dataclass
class RedactionScene:
    """`chosen` are the ids of the marks that list and page speak of."""

    chosen: frozenset[str] = frozenset()
    _by_page: dict[int, list[GalleyRedaction]] = field(default_factory=dict)

    def show(self, redactions: Iterable[GalleyRedaction]) -> None:
        """Replace all marks."""
        self._by_page = {}
        for one in redactions:
            for number in sorted({line.page for line in one.boxes}):
                self._by_page.setdefault(number, []).append(one)

    def on_page(self, page: Page) -> Sequence[PageRedaction]:
        """Return the marks of a page, the chosen ones last so that they are painted on top."""
        parts = [self._part(one, page) for one in self._by_page.get(page.number, ())]
        return sorted(parts, key=lambda part: part.is_chosen)

    def at(self, page: Page, x: float, y: float) -> GalleyRedaction | None:
        """Return the smallest mark at a place of a page, in points, or None."""
        holding = [
            (sum(box.width * box.height for box in part.boxes), part.redaction)
            for part in self.on_page(page)
            if any(box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1 for box in part.boxes)
        ]
        return min(holding, key=lambda one: one[0])[1] if holding else None

    def _part(self, one: GalleyRedaction, page: Page) -> PageRedaction:
        boxes = tuple(line.box for line in one.boxes if line.page == page.number)
        return PageRedaction(one, boxes, one.mark in self.chosen)
