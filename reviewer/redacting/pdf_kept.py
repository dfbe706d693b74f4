"""Which of the words found on a page of a PDF stay there: places that the editor kept, and that a reader sees."""

from reviewer.model.geometry import Box
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.ocr import read_picture
from reviewer.pages.page_pixels import PagePixels, contrast_in, cut_out, page_pixels
from reviewer.pages.page_trace import PageTrace
from reviewer.redacting.kept import KeptHits
from reviewer.redacting.pdf_finding import Finder, PageFinds, Place
from reviewer.redacting.pdf_layout import glyph_box

_DPI = 200
_READABLE = 24
_ACROSS, _DOWN = 60.0, 3.0
"""Points round a word that are looked at with it."""


def keep_what_stays(finds: PageFinds, finder: Finder, page: PdfPage, trace: PageTrace) -> None:
    """Move the places of a page that stay from those that go.

    A place is known by its words, by those round it and by where it stands. One that leaves no trace on the page is
    a hidden copy, and so is one whose letters do not stand out from what is round them: those go. Where a picture lies,
    letters stay only when they can be read there on the page as displayed: so do invisible ones that say what a scan
    shows. Raises ReviewerError with DAMAGED.
    """
    part = f"page {page.number}"
    hits = KeptHits([hit for hit in finder.order.kept if hit.part == part])
    if not hits:
        return
    sight = _Sight(page, trace, finder)
    gone: list[Place] = []
    for place in finds.places:
        box = glyph_box(place.numbers, trace.glyphs)
        stays = box is not None and hits.holds(part, place.words, place.before, place.after, box)
        if stays and box is not None and sight.shows(place, box):
            hits.claims(part, place.words, place.before, place.after, box)
            finds.kept.append(place)
        else:
            gone.append(place)
    finds.places = gone
    finds.pixels = [(box, words) for box, words in finds.pixels if not hits.claims(part, words, "", "", box)]


class _Sight:
    """What can be seen of words on one page."""

    def __init__(self, page: PdfPage, trace: PageTrace, finder: Finder) -> None:
        self._trace = trace
        self._finder = finder
        self._pixels: PagePixels = page_pixels(page, _DPI)
        self._scale = self._pixels.width / page.width if page.width else 1.0

    def shows(self, place: Place, box: Box) -> bool:
        glyphs = [self._trace.glyphs[number] for number in place.numbers]
        is_ghost = all(glyph.kind == "ignore" for glyph in glyphs)
        if not is_ghost and not all(glyph.is_seen for glyph in glyphs):
            return False
        if contrast_in(self._pixels, box, self._scale) < _READABLE:
            return False
        pictures = (picture.shown for picture in self._trace.pictures if picture.shown is not None)
        if any(_meet(picture, box) for picture in pictures):
            return self._is_read_in(box)
        return not is_ghost

    def _is_read_in(self, box: Box) -> bool:
        """Return whether something that is to go is read off the page in a box."""
        around = Box(box.x0 - _ACROSS, box.y0 - _DOWN, box.x1 + _ACROSS, box.y1 + _DOWN)
        part = cut_out(self._pixels, around, self._scale)
        words = read_picture(part.width, part.height, bytes(part.samples), 3, _DPI)
        left = (box.x0 - max(0.0, around.x0)) * self._scale
        right = left + box.width * self._scale
        inside = [word.text for word in words if word.box.x0 < right and word.box.x1 > left]
        return bool(self._finder.matches(" ".join(inside)))


def _meet(first: Box, second: Box) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1 and first.y0 < second.y1 and second.y0 < first.y1
