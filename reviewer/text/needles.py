"""The one matcher for words to be removed: finder, sanitisers and proof ask here, so that none sees more than another.

A term matches as a word in every spelling, case and break; an ending such as 's or a plural goes with it. Letters of
other words that happen to spell it stay.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

import msgspec

from reviewer.model.geometry import Span
from reviewer.model.redaction import RedactionOrder
from reviewer.text.needles_edges import ends_word, starts_word
from reviewer.text.needles_expressions import compile_expressions
from reviewer.text.needles_folding import Folded, has_lookalikes
from reviewer.text.needles_gaps import (
    is_grouped_number,
    is_letterspaced,
    is_part_of_longer_run,
    joins_letters,
    joins_words,
    visible,
)
from reviewer.text.needles_index import StartIndex
from reviewer.text.sensitive_shapes import find_shape

_LETTERSPACED_RUN = 24
_TELLING_INSIDE = 5
_MANY = 40
"""From so many spellings on, one walk over a text is faster than a search for each."""

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:)[^\s<>\"]+|(?<![^\s<>\"@])[^\s<>\"@]{1,200}@[^\s<>\"@]+", re.IGNORECASE
)

_MAY_BE_ADDRESS = re.compile(r"://|@|www\.|mailto:", re.IGNORECASE)
_FILE_END = (
    r"\.(?:avi|bmp|csv|docx?|eml|gif|heic|html?|jpe?g|json|m4a|mov|mp[34]|msg|od[pst]|pdf|png|"
    r"pptx?|rtf|tiff?|txt|wav|webp|xlsx?|xml|zip)(?!\w)"
)
_FILE_NAME = re.compile(rf"(?<![\w.%-])[\w.%-]{{5,200}}{_FILE_END}", re.IGNORECASE)
_MAY_BE_FILE_NAME = re.compile(_FILE_END, re.IGNORECASE)
_LONGEST_STRETCH = 202
_RUN_TOGETHER = (
    (_ADDRESS, _MAY_BE_ADDRESS, re.compile(r"[\s<>\"]")),
    (_FILE_NAME, _MAY_BE_FILE_NAME, re.compile(r"[^\w.%-]")),
)
"""Patterns of what names are run together in, what shows where one may be, and where it must have ended."""


class Match(msgspec.Struct, frozen=True):
    """A place of a text that has to go: `term` is the term as given, or the words that a pattern or expression found.

    `needle` counts the terms from 0 and is None for patterns and expressions; `lookalike` says that letters of
    another script stand for some of its own.
    """

    span: Span
    term: str
    needle: int | None = None
    lookalike: bool = False


class Needle:
    """A term to look for, ready for use."""

    def __init__(self, term: str) -> None:
        self.term = term
        self.shapes = tuple(_shapes(term))
        self._literal = _literal(term) if len(Folded(term).letters) < 2 else None

    def find(self, text: str) -> list[Span]:
        """Return every place of the term in a text, in order and without overlap; offsets are code points."""
        return [match.span for match in Needles((self.term,)).find(text)]

    def is_in(self, text: str) -> bool:
        """Return whether the term stands anywhere in a text."""
        return bool(self.find(text))

    @property
    def is_literal(self) -> bool:
        """Return whether the term is looked for as it stands: it has one letter or none."""
        return self._literal is not None

    def spans_inside(self, folded: Folded) -> Iterator[Span]:
        """Go through all places where the letters of the term stand, if they are enough for that to be no chance."""
        for shape in self.shapes:
            if len(shape.letters) >= _TELLING_INSIDE:
                at = folded.letters.find(shape.letters)
                while at >= 0:
                    yield folded.span(at, at + len(shape.letters) - 1)
                    at = folded.letters.find(shape.letters, at + len(shape.letters))

    def spans_in(self, folded: Folded) -> Iterator[Span]:
        """Go through the places of the term in a folded text."""
        if self._literal is not None:
            yield from (Span(*match.span()) for match in self._literal.finditer(folded.text))
            return
        for shape in self.shapes:
            yield from shape.spans_in(folded)


class Needles:
    """Several terms, looked for together."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = tuple(terms)
        self._needles = tuple(Needle(term) for term in self.terms)
        shapes = [(number, shape) for number, needle in enumerate(self._needles) for shape in needle.shapes]
        self._index = StartIndex([shape.letters for _, shape in shapes]) if len(shapes) >= _MANY else None
        self._shapes = shapes

    def find(self, text: str) -> list[Match]:
        """Return every place of every term, in the order of the text; places of one term do not overlap."""
        plain = Folded(text)
        found = [*self._matches(plain, lookalike=False), *self._run_together(text)]
        if has_lookalikes(text):
            found += self._matches(Folded(text, lookalikes=True), lookalike=True)
        return _without_repeats(found)

    def present_in(self, text: str) -> set[int]:
        """Return the numbers, from 0, of the terms that stand anywhere in a text."""
        return {match.needle for match in self.find(text) if match.needle is not None}

    @cached_property
    def _has_signs(self) -> bool:
        """Return whether a term of no letters has several parts."""
        return any(needle.is_literal and len(needle.term.split()) > 1 for needle in self._needles)

    def may_go_on(self, text: str) -> bool:
        """Return whether a term may begin in a text and end in the one behind it: its letters begin at the end."""
        if self._has_signs:
            return True
        both = set(_letters_of(text))
        return any(_meet_in(shape.letters, letters, None) for _, shape in self._shapes for letters in both)

    def may_span(self, before: str, behind: str) -> bool:
        """Return whether a term may begin in a text and end in the one behind it: its letters meet where they join."""
        if self._has_signs:
            return True
        pairs = list(zip(_letters_of(before), _letters_of(behind), strict=True))
        return any(_meet_in(shape.letters, *pair) for _, shape in self._shapes for pair in pairs)

    def _run_together(self, text: str) -> Iterator[Match]:
        """Go through the terms inside web and mail addresses and file names, be it within a longer word.

        People run names together there. Terms of fewer than five letters are too often part of other words.
        """
        for pattern, mark, edge in _RUN_TOGETHER:
            for start, end in _stretches(text, mark, edge):
                for found in pattern.finditer(text, start, end):
                    folded = Folded(found.group())
                    for number, needle in enumerate(self._needles):
                        for span in needle.spans_inside(folded):
                            place = Span(span.start + found.start(), span.end + found.start())
                            yield Match(place, needle.term, number)

    def _matches(self, folded: Folded, lookalike: bool) -> Iterator[Match]:
        if self._index is None:
            for number, needle in enumerate(self._needles):
                for span in needle.spans_in(folded):
                    yield Match(span, needle.term, number, lookalike)
            return
        for which, starts in self._index.starts_in(folded.letters).items():
            number, shape = self._shapes[which]
            for span in shape.spans_at(folded, starts):
                yield Match(span, self.terms[number], number, lookalike)
        for number, needle in enumerate(self._needles):
            if needle.is_literal:
                yield from (Match(span, needle.term, number, lookalike) for span in needle.spans_in(folded))


class OrderNeedles:
    """Everything that an order names, apart from its areas, looked for together."""

    def __init__(self, order: RedactionOrder) -> None:
        self._terms = Needles(order.terms)
        self._patterns = order.patterns
        self._expressions = compile_expressions(order.expressions)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is looked for."""
        return not (self._terms.terms or self._patterns or self._expressions)

    def may_go_on(self, text: str) -> bool:
        """Return whether something may begin in a text and end in another one that is set behind it."""
        return bool(self._patterns or self._expressions) or self._terms.may_go_on(text)

    def may_span(self, before: str, behind: str) -> bool:
        """Return whether something may begin in a text and end in the one behind it, with only a gap between them."""
        return bool(self._patterns or self._expressions) or self._terms.may_span(before, behind)

    def find(self, text: str) -> list[Match]:
        """Return every place of a text that the order names, in order; places may overlap one another.

        Raises ReviewerError with BAD_EXPRESSION when an expression of the order takes far too long on this text.
        """
        found = self._terms.find(text)
        finders: list[Callable[[str], Iterable[Span]]] = [one.find for one in self._expressions]
        for span in (span for find in finders for span in find(text)):
            found.append(Match(span, span.of(text)))
        for kind in self._patterns:
            found += (Match(span, span.of(text)) for span in find_shape(kind, text))
        return sorted(found, key=lambda match: (match.span.start, -match.span.end))


def order_needles(order: RedactionOrder) -> OrderNeedles:
    """Make an order ready for use. Raises ReviewerError with BAD_EXPRESSION for one that cannot be understood."""
    return OrderNeedles(order)


class _Shape:
    """The letters of a term and the places between them where it has gaps of its own."""

    def __init__(self, folded: Folded) -> None:
        self.letters = folded.letters
        gaps = [visible(folded.gap(at)) for at in range(1, len(self.letters))]
        self._junctions = {at: gap for at, gap in enumerate(gaps, 1) if gap}

    def spans_in(self, folded: Folded) -> Iterator[Span]:
        """Go through the places of the term in a folded text."""
        return self.spans_at(folded, _places(self.letters, folded.letters))

    def spans_at(self, folded: Folded, starts: Iterable[int]) -> Iterator[Span]:
        """Go through the places of the term among those where its letters stand, in order."""
        free = 0
        for at in starts:
            if at >= free and (end := self._end_of_match(folded, at, at + len(self.letters))):
                free = end
                yield folded.span(at, end - 1)

    def _end_of_match(self, folded: Folded, start: int, stop: int) -> int:
        """Return where the match that starts here ends, its ending included, or 0 when it is none."""
        gaps = [visible(folded.gap(at)) for at in range(start + 1, stop)]
        if not (starts_word(folded, start, stop) and (end := ends_word(folded, start, stop))):
            return 0
        if is_letterspaced(gaps):
            return 0 if _goes_on(folded, start, stop, gaps) else end
        return end if is_grouped_number(self.letters, gaps) or self._is_joined(gaps) else 0

    def _is_joined(self, gaps: list[str]) -> bool:
        cuts = [0, *self._junctions, len(self.letters)]
        for first, last in pairwise(cuts):
            if not joins_letters(self.letters[first:last], gaps[first : last - 1]):
                return False
        return all(
            joins_words(gaps[at - 1], in_term, at - before, len(self.letters))
            for (at, in_term), before in zip(self._junctions.items(), cuts, strict=False)
        )


def _stretches(text: str, mark: re.Pattern[str], edge: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Go through the stretches of a text between two edges that have a mark in them; offsets are code points."""
    end = 0
    while (found := mark.search(text, end)) is not None:
        start = end
        for before in edge.finditer(text, max(end, found.start() - _LONGEST_STRETCH), found.start()):
            start = before.end()
        behind = edge.search(text, found.end())
        end = behind.start() if behind is not None else len(text)
        yield start, end


@lru_cache(maxsize=256)
def _letters_of(text: str) -> tuple[str, str]:
    """Return the letters of a text, as they are and as they look."""
    plain = Folded(text).letters
    return plain, Folded(text, lookalikes=True).letters if has_lookalikes(text) else plain


def _meet_in(letters: str, before: str, behind: str | None) -> bool:
    """Return whether a text ends with the first of some letters, or all of them, and the next begins with the rest.

    What stands behind is left open when it is None.
    """
    at = letters.find(before[-1]) if before else -1
    while at >= 0:
        at += 1
        if before.endswith(letters[:at]) and (behind is None or behind.startswith(letters[at:])):
            return True
        at = letters.find(before[-1], at)
    return False


def _goes_on(folded: Folded, start: int, stop: int, gaps: list[str]) -> bool:
    """Return whether letterspaced letters belong to a longer letterspaced word."""
    before = _single_letters(folded, start, -1)
    behind = _single_letters(folded, stop, 1)
    return is_part_of_longer_run(gaps, (*before[:1], *behind[:1]), len(before) + len(behind) + stop - start)


def _single_letters(folded: Folded, at: int, step: int) -> list[str]:
    """Return the gaps from a place outwards to letters that stand alone, as far as there are any."""
    count = len(folded.letters)
    gaps: list[str] = []
    while 0 < at < count and len(gaps) < _LETTERSPACED_RUN:
        gap = visible(folded.gap(at))
        beyond = at + step if step > 0 else at - 1
        if not gap or (0 < beyond < count and not visible(folded.gap(beyond))):
            break
        gaps.append(gap)
        at += step
    return gaps


def _places(letters: str, text: str) -> Iterator[int]:
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def _shapes(term: str) -> Iterator[_Shape]:
    """Give the spellings of a term by letters: its own, the plural in -ies, and how its look-alikes would read."""
    folded = Folded(term)
    written = {folded.letters: folded}
    if len(folded.letters) > 3 and folded.letters[-1] == "y" and folded.letters[-2] not in "aeiou":
        plural = Folded(term.rstrip()[:-1] + "ies")
        written.setdefault(plural.letters, plural)
    if has_lookalikes(term + term.upper()):
        for variant in (term, term.upper(), term.lower()):
            seen = Folded(variant, lookalikes=True)
            written.setdefault(seen.letters, seen)
    return (_Shape(one) for one in written.values() if len(one.letters) > 1)


def _literal(term: str) -> re.Pattern[str] | None:
    """Return how to look for a term that is one letter or has none: as it stands, apart from other letters."""
    words = r"\s+".join(map(re.escape, term.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)" if term.strip().isalnum() else words or r"(?!)", re.IGNORECASE)


def _without_repeats(found: list[Match]) -> list[Match]:
    """Sort, and keep of overlapping places of one needle the longest."""
    kept: list[Match] = []
    last: dict[int | None, Match] = {}
    for match in sorted(found, key=lambda one: (one.span.start, -one.span.end, one.lookalike)):
        before = last.get(match.needle)
        if before is not None and match.span.start < before.span.end:
            continue
        last[match.needle] = match
        kept.append(match)
    return kept
