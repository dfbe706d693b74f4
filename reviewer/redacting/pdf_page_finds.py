"""Everything that an order removes from one page: among its glyphs, on its picture, in its areas, in its layers."""

from reviewer.model.geometry import Box
from reviewer.pages.glyph_columns import Glyph
from reviewer.pages.page_trace import PageTrace, trace_page
from reviewer.redacting.pdf_finding import Finder, PageFinds
from reviewer.redacting.pdf_kept import keep_what_stays
from reviewer.redacting.pdf_layout import glyph_box
from reviewer.redacting.pdf_line_texts import run_view
from reviewer.redacting.pdf_lines import runs_of
from reviewer.redacting.pdf_page_breaks import places_over_breaks
from reviewer.redacting.pdf_pictures import (
    PageReading,
    hidden_picture_finds,
    may_show_other_words,
    places_to_read,
    words_inside,
)
from reviewer.redacting.pdf_source import PdfSource

_COVERED = 0.4


def page_finds(source: PdfSource, number: int, trace: PageTrace, finder: Finder) -> PageFinds:
    """Look for an order on page `number` (from 1), whose trace as displayed is given. Raises ReviewerError: DAMAGED."""
    areas = [area for area in finder.order.areas if area.page == number]
    finds = PageFinds(places=finder.in_glyphs(trace), areas=[area.box for area in areas])
    finds.reasons = {area.box: (area.reason,) for area in areas if area.reason}
    if not finder.needles.is_empty:
        before, after = source.neighbours(number)
        finds.places += places_over_breaks(finder, before, trace, after)
        if source.turns_letters(number):
            finds.places += finder.in_glyphs_turned(trace)
    if source.has_layers:
        _look_into_layers(source, number, trace, finder, finds)
    page = source.shown.page(number)
    reads = not finder.needles.is_empty and may_show_other_words(trace)
    is_read = reads or (areas and trace.pictures)
    reading = PageReading.of_page(page, places_to_read(trace), source.readings) if is_read else None
    if reading is not None and not finder.needles.is_empty:
        finds.pixels = [one for one in reading.find(finder) if not _is_known(one[0], finds, trace)]
    if not finder.needles.is_empty:
        finds.pixels += hidden_picture_finds(page, trace, finder)
    finds.reasons.update({box: own for box, words in finds.pixels if (own := finder.reasons_of(words))})
    finds.words_in_areas = [words for area in finds.areas for words in _words_under(trace, reading, area)]
    if finder.order.kept:
        keep_what_stays(finds, finder, page, trace)
    return finds


def _look_into_layers(source: PdfSource, number: int, trace: PageTrace, finder: Finder, finds: PageFinds) -> None:
    every = trace_page(source.whole.page(number))
    finds.is_layered = len(every.glyphs) != len(trace.glyphs) or len(every.pictures) != len(trace.pictures)
    finds.is_layered = finds.is_layered or every.paths != trace.paths or has_layers(source, number)
    if len(every.glyphs) != len(trace.glyphs):
        finds.unshown = [place for place in finder.in_glyphs(every) if not _stands_in(place.words, finds)]


def _stands_in(words: str, finds: PageFinds) -> bool:
    return any(place.words == words for place in (*finds.places, *finds.kept))


def has_layers(source: PdfSource, number: int) -> bool:
    """Return whether a page of a layered document has to be drawn anew to be rid of its layers."""
    return source.has_layers and number > 0


def _is_known(area: Box, finds: PageFinds, trace: PageTrace) -> bool:
    """Return whether words read off the picture are those of seen glyphs already found in the same place."""
    for place in finds.places:
        seen = [number for number in place.numbers if trace.glyphs[number].is_seen]
        box = glyph_box(seen, trace.glyphs)
        if box is not None and abs(box.x0 - area.x0) < 0.6 * box.height and _level(box, area):
            return True
    return False


def _level(first: Box, second: Box) -> bool:
    shared = min(first.y1, second.y1) - max(first.y0, second.y0)
    return shared > _COVERED * min(first.height, second.height)


def _words_under(trace: PageTrace, reading: PageReading | None, area: Box) -> list[str]:
    """Return the words under an area, a line each, from its glyphs and from its picture."""
    found: list[str] = []
    inside = [_is_inside(glyph, area) for glyph in trace.glyphs]
    for run in runs_of(trace.glyphs, inside):
        found.append(run_view(run, trace.glyphs).text)
    if reading is not None:
        found += words_inside(reading.words, area).split("\n")
    return [words.strip() for words in found if words.strip()]


def _is_inside(glyph: Glyph, area: Box) -> bool:
    box = glyph.box
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return area.x0 <= x <= area.x1 and area.y0 <= y <= area.y1
