"""Places that find-and-redact lists: in the text of a document, or elsewhere in its file. No widget in here."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate

from reviewer.model.analysis import SensitiveKind
from reviewer.model.anchor import Anchor, anchor_at, locate
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.problem import printable
from reviewer.model.redaction import HiddenWord, RedactionHit, RedactionMark, RedactionOrder
from reviewer.redacting.plan import PlacedHit
from reviewer.text.name_variants import name_variants
from reviewer.text.needles import Needles, order_needles
from reviewer.text.needles_folding import Folded

CONTEXT = 56
"""Code points shown on either side of the words."""

LONGEST_PART = 60
LONGEST_WORDS = 160
Key = tuple[str, int, int, str]

_WORD_BEFORE = re.compile(r"[^\W_\u2e80-\U0010ffff]*$")
_WORD_AFTER = re.compile(r"[^\W_\u2e80-\U0010ffff]*")
"""Letters and digits of scripts whose words have spaces between them."""


@dataclass(frozen=True)
class Query:
    """What is looked for: words, the spellings of the names among them, shapes of data, and one expression."""

    terms: tuple[str, ...] = ()
    patterns: tuple[SensitiveKind, ...] = ()
    expression: str = ""

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the other spellings of the names among the terms, the likeliest first, none that is a term itself."""
        typed = {term.casefold() for term in self.terms}
        found = (spelling for term in self.terms for spelling in name_variants(term))
        return tuple(dict.fromkeys(spelling for spelling in found if spelling.casefold() not in typed))

    @property
    def in_text(self) -> RedactionOrder:
        """Return what is looked for in the text that the window holds.

        Without the expression: one that never ends must not hold up the window, so that is for a child to match.
        """
        return RedactionOrder(terms=(*self.terms, *self.variants), patterns=self.patterns)

    @property
    def in_files(self) -> RedactionOrder:
        """Return everything that is looked for, for a child."""
        return RedactionOrder(
            terms=(*self.terms, *self.variants),
            patterns=self.patterns,
            expressions=(self.expression,) if self.expression else (),
        )

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is looked for."""
        return not (self.terms or self.patterns or self.expression)


@dataclass(frozen=True)
class Hit:
    """One place. `anchor` is None outside the text, where `part` says where it is and `word` is what a mark takes out.

    `spellings` are those of the query's terms and variants that stand there; none for patterns and expressions.
    """

    document: str
    text: str
    before: str = ""
    after: str = ""
    anchor: Anchor | None = None
    part: str = ""
    spellings: frozenset[str] = frozenset()
    word: str = ""

    @cached_property
    def key(self) -> Key:
        """Return what tells a place in the text from every other; outside it, one word of a file from every other."""
        word = "" if self.anchor else Folded(self.word).letters or self.word
        return self.document, self.span.start, self.span.end, word

    @cached_property
    def span(self) -> Span:
        """Return the place in code points of the document's text, empty outside the text."""
        return self.anchor.span if self.anchor else Span(0, 0)

    @property
    def words(self) -> str:
        """Return the words as the document has them, empty outside the text."""
        return self.anchor.exact if self.anchor else ""

    def goes_with(self, spellings: Collection[str], words: Collection[str]) -> bool:
        """Return whether all of this place outside the text goes when these are marked in its file.

        Where "Hanes" is marked, "Ada Hanes" in the properties loses one of its words only.
        """
        own = tuple(sorted(self.spellings.intersection(spellings)))
        return self.text.casefold() in words or (bool(own) and _take_all(own, self.text))

    def is_wanted(self, chosen: frozenset[str]) -> bool:
        """Return whether the place is looked for when only these spellings are."""
        return not self.spellings or not chosen.isdisjoint(self.spellings)


def hits_in_text(document: Document, query: Query) -> tuple[Hit, ...]:
    """Return the places in the text of a document, in its order; nothing is asked of a child."""
    found = order_needles(query.in_text).find(document.text)
    return tuple(
        _hit_at(document, match.span, frozenset((match.term,)) if match.needle is not None else frozenset())
        for match in found
    )


def hits_in_file(document: Document, placed: Sequence[PlacedHit], query: Query) -> tuple[Hit, ...]:
    """Return the places that a child found in a document's file."""
    needles = Needles((*query.terms, *query.variants))
    found = []
    for one in placed:
        numbers = needles.present_in(one.hit.text)
        spellings = frozenset(needles.terms[number] for number in numbers)
        span = locate(one.anchor, document) if one.anchor else None
        found.append(_hit_at(document, span, spellings) if span else _hit_outside(document, one.hit, spellings))
    return tuple(found)


def merged(in_text: Iterable[Hit], in_file: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return a document's places in the order shown: its text, with what only a child saw there, then the rest."""
    known = list(in_text)
    covered = Covered(hit.span for hit in known)
    outside = _largest(hit for hit in in_file if hit.anchor is None)
    further = [hit for hit in in_file if hit.anchor is not None and not covered.touches(hit.span)]
    return (*sorted((*known, *further), key=_by_place), *sorted(outside, key=lambda hit: hit.part))


def wanted(hits: Iterable[Hit], chosen: frozenset[str]) -> tuple[Hit, ...]:
    """Return those of a document's places that are looked for when only these spellings are, none inside another."""
    kept: list[Hit] = []
    for hit in hits:
        if not hit.is_wanted(chosen):
            continue
        if hit.anchor and kept and kept[-1].anchor and kept[-1].span.contains(hit.span):
            continue
        kept.append(hit)
    return tuple(kept)


def marked_outside(hits: Iterable[Hit], marks: Iterable[RedactionMark]) -> set[Key]:
    """Return the keys of those of a document's places outside the text whose words its marks take out as a whole."""
    needles = Needles(tuple(mark.target.word for mark in marks if isinstance(mark.target, HiddenWord)))
    return {hit.key for hit in hits if hit.anchor is None and _takes_all(needles, hit.word)}


def first_outside(hits: Sequence[Hit]) -> frozenset[int]:
    """Return the rows of the first place outside the text of each word: it stands for all of them."""
    rows: dict[Key, int] = {}
    for row, hit in enumerate(hits):
        if hit.anchor is None:
            rows.setdefault(hit.key, row)
    return frozenset(rows.values())


def further_places(hits: Sequence[Hit], terms: frozenset[str]) -> dict[str, set[Hit]]:
    """Return the places of a document that each other spelling would add to those of the terms."""
    listed = Covered(hit.span for hit in wanted(hits, terms) if hit.anchor)
    places: dict[str, set[Hit]] = {}
    for hit in hits:
        if not hit.is_wanted(terms) and not (hit.anchor and listed.holds(hit.span)):
            bare = replace(hit, spellings=frozenset())
            for spelling in hit.spellings:
                places.setdefault(spelling, set()).add(bare)
    return places


def worth_offering(variants: Sequence[str], places: Mapping[str, set[Hit]]) -> dict[str, int]:
    """Return the spellings to offer, with how many places each adds; of those for the same places only the first."""
    offered: dict[str, int] = {}
    seen: list[set[Hit]] = []
    for spelling in variants:
        own = places.get(spelling, set())
        if own and own not in seen:
            seen.append(own)
            offered[spelling] = len(own)
    return offered


class Covered:
    """Stretches of a text that can be asked whether another one lies in them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def touches(self, span: Span) -> bool:
        """Return whether any stretch shares a code point with this one."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def holds(self, span: Span) -> bool:
        """Return whether one stretch covers all of this one."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end


def _largest(hits: Iterable[Hit]) -> list[Hit]:
    """Return places outside the text without those that are a part of another one."""
    kept: dict[tuple[str, str], list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: -len(hit.text)):
        there = kept.setdefault((hit.part, hit.before + hit.text + hit.after), [])
        start, end = len(hit.before), len(hit.before) + len(hit.text)
        if not any(len(one.before) <= start and end <= len(one.before) + len(one.text) for one in there):
            there.append(hit)
    return [hit for there in kept.values() for hit in there]


@lru_cache(maxsize=4_096)
def _take_all(terms: tuple[str, ...], words: str) -> bool:
    """Return whether terms cover every letter of some words."""
    return _takes_all(Needles(terms), words)


def _takes_all(needles: Needles, word: str) -> bool:
    covered = Covered(match.span for match in needles.find(word))
    return all(covered.touches(Span(at, at + 1)) for at, letter in enumerate(word) if letter.isalnum())


def _by_place(hit: Hit) -> tuple[int, int]:
    """Sort by place, the longer of two that begin together first."""
    return hit.span.start, -hit.span.end


def _hit_at(document: Document, span: Span, spellings: frozenset[str]) -> Hit:
    text = document.text
    return Hit(
        document.id,
        _one_line(span.of(text)),
        _one_line(text[max(0, span.start - CONTEXT) : span.start]),
        _one_line(text[span.end : span.end + CONTEXT]),
        anchor_at(document, span),
        spellings=spellings,
    )


def _hit_outside(document: Document, hit: RedactionHit, spellings: frozenset[str]) -> Hit:
    before, text, after = (_one_line(words) for words in (hit.before[-CONTEXT:], hit.text, hit.after[:CONTEXT]))
    return Hit(document.id, text, before, after, None, printable(hit.part, LONGEST_PART), spellings, _whole_word(hit))


def _whole_word(hit: RedactionHit) -> str:
    """Return a hit's words grown to whole ones, as passages are when they are marked."""
    words = hit.text.strip()
    if words[:1].isalnum() and hit.text[:1] == words[:1]:
        words = "".join(_WORD_BEFORE.findall(hit.before)[:1]) + words
    if words[-1:].isalnum() and hit.text[-1:] == words[-1:]:
        words += "".join(_WORD_AFTER.findall(hit.after)[:1])
    return " ".join(words.split())


def _one_line(words: str) -> str:
    """Return words on one line, the space at their ends kept."""
    return printable(re.sub(r"\s+", " ", words), LONGEST_WORDS)
