"""Which of the words found on a page of a PDF stay there: places that the editor kept, and that a reader sees."""

from collections.abc import Sequence

from reviewer.model.geometry import Box
from reviewer.model.redaction import RedactionHit
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.page_pixels import contrast_in, page_pixels
from reviewer.pages.page_trace import PageTrace
from reviewer.redacting.kept import KeptHits
from reviewer.redacting.pdf_finding import PageFinds, Place
from reviewer.redacting.pdf_layout import glyph_box

_DPI = 100
_POINTS_AN_INCH = 72.0
_READABLE = 24


def keep_what_stays(finds: PageFinds, kept: Sequence[RedactionHit], page: PdfPage, trace: PageTrace) -> None:
    """Move the places of a page that stay from those that go.

    A place is known by its words, by those round it and by where it stands. One that leaves no trace on the page is
    a hidden copy, and so is one whose letters do not stand out from what is round them: those go. Invisible letters
    stay where the page shows a picture of them. Raises ReviewerError with DAMAGED.
    """
    hits = KeptHits([hit for hit in kept if hit.part == f"page {page.number}"])
    if not hits:
        return
    pixels = page_pixels(page, _DPI)
    scale = pixels.width / page.width if page.width else 1.0
    gone: list[Place] = []
    for place in finds.places:
        box = glyph_box(place.numbers, trace.glyphs)
        is_seen = box is not None and _may_be_seen(place, box, trace)
        stands_out = is_seen and box is not None and contrast_in(pixels, box, scale) >= _READABLE
        stays = stands_out and hits.claims(f"page {page.number}", place.words, place.before, place.after, box)
        (finds.kept if stays else gone).append(place)
    finds.places = gone
    finds.pixels = [
        (box, words) for box, words in finds.pixels if not hits.claims(f"page {page.number}", words, "", "", box)
    ]


def _may_be_seen(place: Place, box: Box, trace: PageTrace) -> bool:
    glyphs = [trace.glyphs[number] for number in place.numbers]
    if all(glyph.is_seen for glyph in glyphs):
        return True
    shown = (picture.shown for picture in trace.pictures if picture.shown is not None)
    return all(glyph.kind == "ignore" for glyph in glyphs) and any(_holds(picture, box) for picture in shown)


def _holds(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 and inner.x1 <= outer.x1 and outer.y0 <= inner.y0 and inner.y1 <= outer.y1
