"""How large pages are drawn when they fit the width of the view."""

from dataclasses import dataclass

from reviewer.gui.galley_scene import MARGIN_LEFT, GalleyScene
from reviewer.gui.positions import PAGE_GAP, PIXELS_PER_POINT, text_edges

LARGEST_FIT = 1.5
"""Zoom beyond which fitting no longer enlarges: on a wide screen longer lines are read, not larger letters."""

_PAGES_LOOKED_AT = 8
_SHAPES, _BARE = 54.0, 20.0
_MOST_ENLARGED = 1.4


@dataclass(frozen=True)
class Fit:
    """A scale in logical pixels a point, and how far the view is scrolled across, in logical pixels."""

    scale: float
    across: int


def fit_to_width(scene: GalleyScene, width: int, whole_page: bool = False) -> Fit:
    """Return the scale at which the pages fill a view of this width, in logical pixels.

    Pages set by us, already trimmed, fill it paper and all. A stranger's page is never trimmed, but beside a list
    and a second pane its whole width would leave the type too small to read: its text fills the view, and its blank
    margins are a scroll away, or shown with `whole_page`. Pages of several widths fit whole.
    """
    strip = scene.strip
    largest = LARGEST_FIT * PIXELS_PER_POINT
    whole = min(largest, max(1.0, width - 2 * PAGE_GAP) / strip.widest_paper)
    pages = [page for page in strip.pages[:_PAGES_LOOKED_AT] if len(page.words)]
    is_even = all(abs(page.width - strip.widest) < 1 for page in pages)
    if whole_page or scene.document is None or scene.document.typeset or not pages or not is_even:
        return Fit(whole, 0)
    left = min(text_edges(page)[0] for page in pages)
    right = max(text_edges(page)[1] for page in pages)
    before, after = (_SHAPES, _BARE) if scene.margin == MARGIN_LEFT else (_BARE, _SHAPES)
    text = (width - before - after) / max(1.0, right - left)
    if text <= whole:
        return Fit(whole, 0)
    scale = min(text, largest, whole * _MOST_ENLARGED)
    spare = (width - before - after - (right - left) * scale) / 2
    return Fit(scale, max(0, round(PAGE_GAP + left * scale - before - spare)))
