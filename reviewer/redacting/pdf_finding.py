"""Where an order's words stand on a page of a PDF: among its glyphs in every order, and in its pictures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import RedactionOrder
from reviewer.pages.page_trace import PageTrace
from reviewer.proof.kept_places import KeptPlaces
from reviewer.redacting.pdf_line_texts import View, content_view, page_views, placed_views, run_views
from reviewer.redacting.pdf_lines import page_runs, runs_of
from reviewer.text.needles import Match, Needles, OrderNeedles, order_needles

_CONTEXT = 40


@dataclass(frozen=True)
class Place:
    """A match on a page: the glyphs that spell it, the words with what stands round them, and its own reasons."""

    numbers: tuple[int, ...]
    words: str
    before: str
    after: str
    reasons: tuple[str, ...] = ()
    needle: int | None = None


@dataclass
class PageFinds:
    """Everything found on one page.

    `pixels` are areas in which it was read off the picture of the page, `unshown` stands in layers that are off and
    has no place among the page's glyphs. `is_layered`: the page has to be drawn anew to be rid of its layers.
    `reasons` are the codes of areas and pixels, none for the order's own. `kept` is what stays.
    """

    places: list[Place] = field(default_factory=list)
    pixels: list[tuple[Box, str]] = field(default_factory=list)
    inside: set[int] = field(default_factory=set)
    areas: list[Box] = field(default_factory=list)
    unshown: list[Place] = field(default_factory=list)
    words_in_areas: list[str] = field(default_factory=list)
    is_layered: bool = False
    reasons: dict[Box, tuple[str, ...]] = field(default_factory=dict)
    kept: list[Place] = field(default_factory=list)

    @property
    def reasons_of_glyphs(self) -> dict[int, tuple[str, ...]]:
        """Return the codes of each glyph that goes for its letters."""
        return {number: place.reasons for place in self.places for number in place.numbers}

    @property
    def glyphs(self) -> set[int]:
        """Return the numbers of all glyphs that have to go for their letters."""
        return {number for place in self.places for number in place.numbers} | self.inside

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was found."""
        return not (self.places or self.pixels or self.areas or self.unshown)


class Finder:
    """One order, ready to be looked for; `met` are its terms that stood anywhere so far.

    Raises ReviewerError with BAD_EXPRESSION.
    """

    def __init__(self, order: RedactionOrder) -> None:
        self.order = order
        self.needles: OrderNeedles = order_needles(order)
        self.met: set[str] = set()
        self._clean: set[bytes] = set()
        self._stays = KeptPlaces(order.kept, Needles(order.terms))

    def matches(self, text: str) -> list[Match]:
        """Return every place of a text that has to go."""
        if self.needles.is_empty or not text.strip():
            return []
        found = self.needles.find(text)
        self.met.update(match.term for match in found if match.needle is not None)
        return found

    def is_clean(self, text: str) -> bool:
        """Return whether nothing in a text has to go."""
        return not self.matches(text)

    def left_in(self, text: str, part: str = "", engine: str = "") -> list[Match]:
        """Return every place of a text of a finished copy that is none of those that the order keeps."""
        return self._stays.left_over(text, self.matches(text), part, engine)

    def left_in_glyphs(self, trace: PageTrace, part: str) -> list[Place]:
        """Find words among the glyphs of a finished page that are none of those that the order keeps."""
        found = self.in_glyphs(trace)
        if not self._stays:
            return found
        left = self._stays.left_among(map(_in_its_text, found), part)
        return [place for place, is_left in zip(found, left, strict=True) if is_left]

    def reasons_of(self, words: str) -> tuple[str, ...]:
        """Return the codes that the order gives the terms in some words, none for its own."""
        terms = [match.term for match in self.matches(words) if match.needle is not None]
        return tuple(dict.fromkeys(self.order.reasons[term] for term in terms if term in self.order.reasons))

    def in_glyphs(self, trace: PageTrace) -> list[Place]:
        """Find words among the glyphs of a page, each set of glyphs once."""
        glyphs = trace.glyphs
        if not len(glyphs) or self.is_known_clean(trace.digest):
            return []
        places: dict[tuple[int, ...], Place] = {}
        doubles: dict[int, list[int]] = {}
        for view in self._views(trace, doubles):
            for match in self.matches(view.text):
                place = place_of(view, match, self.order.reasons)
                if place is not None:
                    places.setdefault(place.numbers, place)
        if not places:
            self._clean.add(trace.digest)
        return _without_smaller(_with_doubles(place, doubles) for place in places.values())

    def in_glyphs_turned(self, trace: PageTrace) -> list[Place]:
        """Find words among the glyphs of a page read backwards: it marks letters as painted in reverse order."""
        view = content_view(trace.glyphs)
        turned = View(view.text[::-1], view.origins[::-1])
        found = (place_of(turned, match, self.order.reasons) for match in self.matches(turned.text))
        return [place for place in found if place is not None]

    def is_known_clean(self, digest: bytes) -> bool:
        """Return whether a page that paints just this was looked through already and nothing was found."""
        return digest in self._clean

    def _views(self, trace: PageTrace, doubles: dict[int, list[int]]) -> list[View]:
        glyphs = trace.glyphs
        seen = glyphs.columns.is_seen
        selections = [(page_runs(trace), page_views(trace))]
        if not seen.all():
            for wanted in (seen, ~seen):
                runs = runs_of(glyphs, wanted)
                selections.append((runs, run_views(runs, glyphs)))
        views = [content_view(glyphs)]
        for runs, texts in selections:
            for run in runs:
                for number, others in run.doubles.items():
                    doubles.setdefault(number, []).extend(others)
            views += (view for view in placed_views(runs, texts) if not any(map(view.reads_as, views)))
        return views


def place_of(view: View, match: Match, reasons: Mapping[str, str]) -> Place | None:
    """Return the glyphs that a match in a text read off a page stands for, None when it has none there."""
    start, end = match.span.start, match.span.end
    numbers = tuple(sorted({number for number in view.origins[start:end] if number >= 0}))
    if not numbers:
        return None
    before = view.text[max(0, start - _CONTEXT) : start]
    own = (reasons[match.term],) if match.needle is not None and match.term in reasons else ()
    return Place(numbers, view.text[start:end], before, view.text[end : end + _CONTEXT], own, match.needle)


def _in_its_text(place: Place) -> tuple[str, Match]:
    start = len(place.before)
    text = f"{place.before}{place.words}{place.after}"
    return text, Match(Span(start, start + len(place.words)), place.words, place.needle)


def _with_doubles(place: Place, doubles: dict[int, list[int]]) -> Place:
    extra = {other for number in place.numbers for other in doubles.get(number, ())}
    if not extra:
        return place
    return replace(place, numbers=tuple(sorted({*place.numbers, *extra})))


def _without_smaller(places: Iterable[Place]) -> list[Place]:
    kept: list[Place] = []
    covered: list[set[int]] = []
    for place in sorted(places, key=lambda one: -len(one.numbers)):
        own = set(place.numbers)
        if not any(own <= other for other in covered):
            kept.append(place)
            covered.append(own)
    return sorted(kept, key=lambda one: one.numbers)
