"""Words that begin at the foot of one PDF page and end at the head of the next."""

from itertools import pairwise

from reviewer.pages.page_trace import PageTrace
from reviewer.redacting.pdf_finding import Finder, Place, place_of
from reviewer.redacting.pdf_line_texts import View, page_views

_LINES = 4
"""So many lines at foot and head are tried: page numbers, footnotes and titles may stand between the halves."""


def places_over_breaks(
    finder: Finder, before: PageTrace | None, trace: PageTrace, after: PageTrace | None
) -> list[Place]:
    """Return what of a page belongs to words that begin on the page before it or end on the page after it.

    Each place has the glyphs of this page alone, and the whole words.
    """
    places: dict[tuple[int, ...], Place] = {}
    couples: list[tuple[View, View]] = []
    if before and (feet := _going_on(finder, _foot(before))):
        couples += ((foot, head) for foot in map(_unowned, feet) for head in _head(trace))
    if after and (feet := _going_on(finder, _foot(trace))):
        couples += ((foot, head) for head in map(_unowned, _head(after)) for foot in feet)
    for foot, head in couples:
        if not finder.needles.may_span(foot.text, head.text):
            continue
        view = _joined(foot, head)
        for match in finder.matches(view.text):
            if match.span.start < len(foot.text) and match.span.end > len(foot.text) + 1:
                place = place_of(view, match, finder.order.reasons)
                if place is not None:
                    places.setdefault(place.numbers, place)
    return list(places.values())


def _going_on(finder: Finder, feet: list[View]) -> list[View]:
    return [foot for foot in feet if finder.needles.may_go_on(foot.text)]


def _head(trace: PageTrace) -> list[View]:
    """Return each line at the head of a page with the one below it, and remember them with the page."""
    if "head" not in trace.notes:
        trace.notes["head"] = _lines_at_head(trace)
    views: list[View] = trace.notes["head"]
    return views


def _foot(trace: PageTrace) -> list[View]:
    """Return each line at the foot of a page with the one above it, and remember them with the page."""
    if "foot" not in trace.notes:
        trace.notes["foot"] = _lines_at_foot(trace)
    views: list[View] = trace.notes["foot"]
    return views


def _lines_at_head(trace: PageTrace) -> list[View]:
    lines = page_views(trace)[: _LINES + 1]
    return [*(_joined(line, below) for line, below in pairwise(lines)), *lines[-1:]]


def _lines_at_foot(trace: PageTrace) -> list[View]:
    lines = page_views(trace)[-_LINES - 1 :]
    return [*lines[:1], *(_joined(above, line) for above, line in pairwise(lines))]


def _joined(first: View, second: View) -> View:
    return View(f"{first.text}\n{second.text}", (*first.origins, -1, *second.origins))


def _unowned(view: View) -> View:
    """Return a text whose glyphs stand on another page."""
    return View(view.text, [-1] * len(view.text))
