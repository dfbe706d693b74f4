"""Words that begin at the foot of one PDF page and end at the head of the next."""

from itertools import pairwise

from reviewer.pages.page_trace import PageTrace
from reviewer.redacting.pdf_finding import Finder, Place, place_of
from reviewer.redacting.pdf_lines import View, run_view, runs_of

_LINES = 4
"""So many lines at foot and head are tried: page numbers, footnotes and titles may stand between the halves."""


def places_over_breaks(
    finder: Finder, before: PageTrace | None, trace: PageTrace, after: PageTrace | None
) -> list[Place]:
    """Return what of a page belongs to words that begin on the page before it or end on the page after it.

    Each place has the glyphs of this page alone, and the whole words.
    """
    places: dict[tuple[int, ...], Place] = {}
    own_head, own_foot = _head(trace), _foot(trace)
    couples = [(_unowned(foot), head) for foot in _foot(before) for head in own_head] if before else []
    couples += [(foot, _unowned(head)) for foot in own_foot for head in _head(after)] if after else []
    for foot, head in couples:
        view = _joined(foot, head)
        for match in finder.matches(view.text):
            if match.span.start < len(foot.text) and match.span.end > len(foot.text) + 1:
                place = place_of(view, match, finder.order.reasons)
                if place is not None:
                    places.setdefault(place.numbers, place)
    return list(places.values())


def _head(trace: PageTrace) -> list[View]:
    """Return each line at the head of a page with the one below it."""
    lines = [run_view(run, trace.glyphs) for run in runs_of(trace.glyphs)[: _LINES + 1]]
    return [*(_joined(line, below) for line, below in pairwise(lines)), *lines[-1:]]


def _foot(trace: PageTrace) -> list[View]:
    """Return each line at the foot of a page with the one above it."""
    lines = [run_view(run, trace.glyphs) for run in runs_of(trace.glyphs)[-_LINES - 1 :]]
    return [*lines[:1], *(_joined(above, line) for above, line in pairwise(lines))]


def _joined(first: View, second: View) -> View:
    return View(f"{first.text}\n{second.text}", (*first.origins, -1, *second.origins))


def _unowned(view: View) -> View:
    """Return a text whose glyphs stand on another page."""
    return View(view.text, [-1] * len(view.text))
