"""Where an order's words stand on a page of a PDF: among its glyphs in every order, and in its pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reviewer.model.geometry import Box
from reviewer.model.redaction import RedactionOrder
from reviewer.pages.page_trace import Glyph, PageTrace
from reviewer.redacting.pdf_lines import View, content_view, placed_views, runs_of
from reviewer.text.needles import Match, OrderNeedles, order_needles

_CONTEXT = 40


@dataclass(frozen=True)
class Place:
    """A match on a page: the glyphs that spell it, the words with what stands round them."""

    numbers: tuple[int, ...]
    words: str
    before: str
    after: str


@dataclass
class PageFinds:
    """Everything found on one page.

    `pixels` are areas in which it was read off the picture of the page, `unshown` stands in layers that are off and
    has no place among the page's glyphs. `is_layered`: the page has to be drawn anew to be rid of its layers.
    """

    places: list[Place] = field(default_factory=list)
    pixels: list[tuple[Box, str]] = field(default_factory=list)
    inside: set[int] = field(default_factory=set)
    areas: list[Box] = field(default_factory=list)
    unshown: list[Place] = field(default_factory=list)
    words_in_areas: list[str] = field(default_factory=list)
    is_layered: bool = False

    @property
    def glyphs(self) -> set[int]:
        """Return the numbers of all glyphs that have to go for their letters."""
        return {number for place in self.places for number in place.numbers} | self.inside

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was found."""
        return not (self.places or self.pixels or self.areas or self.unshown)


class Finder:
    """One order, ready to be looked for. Raises ReviewerError with BAD_EXPRESSION."""

    def __init__(self, order: RedactionOrder) -> None:
        self.order = order
        self.needles: OrderNeedles = order_needles(order)

    def matches(self, text: str) -> list[Match]:
        """Return every place of a text that has to go."""
        return self.needles.find(text) if text.strip() and not self.needles.is_empty else []

    def is_clean(self, text: str) -> bool:
        """Return whether nothing in a text has to go."""
        return not self.matches(text)

    def in_glyphs(self, trace: PageTrace) -> list[Place]:
        """Find words among the glyphs of a page, each set of glyphs once."""
        glyphs = trace.glyphs
        if not glyphs:
            return []
        places: dict[tuple[int, ...], Place] = {}
        doubles: dict[int, list[int]] = {}
        for view in self._views(glyphs, doubles):
            for match in self.matches(view.text):
                place = _place(view, match)
                if place is not None:
                    places.setdefault(place.numbers, place)
        return _without_smaller(_with_doubles(place, doubles) for place in places.values())

    def _views(self, glyphs: Sequence[Glyph], doubles: dict[int, list[int]]) -> list[View]:
        seen = [glyph.is_seen for glyph in glyphs]
        selections: list[list[bool] | None] = [None]
        if not all(seen):
            selections += [seen, [not one for one in seen]]
        views = [content_view(glyphs)]
        for wanted in selections:
            runs = runs_of(glyphs, wanted)
            for run in runs:
                for number, others in run.doubles.items():
                    doubles.setdefault(number, []).extend(others)
            views += placed_views(runs, glyphs)
        return views


def _place(view: View, match: Match) -> Place | None:
    start, end = match.span.start, match.span.end
    numbers = tuple(sorted({number for number in view.origins[start:end] if number >= 0}))
    if not numbers:
        return None
    before = view.text[max(0, start - _CONTEXT) : start]
    return Place(numbers, view.text[start:end], before, view.text[end : end + _CONTEXT])


def _with_doubles(place: Place, doubles: dict[int, list[int]]) -> Place:
    extra = {other for number in place.numbers for other in doubles.get(number, ())}
    if not extra:
        return place
    return Place(tuple(sorted({*place.numbers, *extra})), place.words, place.before, place.after)


def _without_smaller(places: Iterable[Place]) -> list[Place]:
    kept: list[Place] = []
    covered: list[set[int]] = []
    for place in sorted(places, key=lambda one: -len(one.numbers)):
        own = set(place.numbers)
        if not any(own <= other for other in covered):
            kept.append(place)
            covered.append(own)
    return sorted(kept, key=lambda one: one.numbers)
