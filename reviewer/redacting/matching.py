"""Where an order's words stand in a text, in whatever way they are written there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.views import encoded_words, views_of
from reviewer.text.needles import Match, order_needles


@dataclass(frozen=True, order=True)
class Found:
    """A stretch to be removed, in code points.

    `words` are what patterns or expressions found there; `reasons` are the codes of what was found, the order's own
    left out.
    """

    start: int
    end: int
    words: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class WordFinder:
    """Finds what one order removes; `met` are its terms that stood anywhere so far.

    Raises ReviewerError with BAD_EXPRESSION when an expression makes no sense.
    """

    def __init__(self, order: RedactionOrder) -> None:
        self._needles = order_needles(order)
        self._reasons = order.reasons
        self._only_terms = order_needles(RedactionOrder(terms=order.terms))
        self._bare_terms = {term: bare for term in order.terms if len(bare := _bare(term)) >= _SHORTEST_INSIDE}
        self.met: set[str] = set()

    def find(self, text: str) -> list[Found]:
        """Return all that is to be removed from a text, in its order, stretches that touch made one."""
        return joined(text, self.find_apart(text))

    def find_apart(self, text: str) -> list[Found]:
        """Return all that is to be removed from a text, in its order, stretches that overlap made one."""
        if not text.strip():
            return []
        apart: list[Found] = []
        for one in sorted(self._all(text)):
            if apart and one.start < apart[-1].end:
                apart[-1] = _both(apart[-1], one)
            else:
                apart.append(one)
        return apart

    def is_clean(self, text: str) -> bool:
        """Return whether nothing in a text is to be removed."""
        return not text or not self.find(text)

    def names_a_term(self, value: str) -> bool:
        """Return whether a value that is no prose (a formatting value, a style's name) holds a term as a word."""
        if not value:
            return False
        if any(self._meet(self._only_terms.find(view.text)) for view in views_of(value)):
            return True
        return any(self._meet(self._only_terms.find(meaning)) for _, _, meaning in encoded_words(value))

    def hides_a_term(self, identifier: str) -> bool:
        """Return whether a made-up name holds a term, be it inside a longer word or run together."""
        bare = _bare(identifier)
        inside = [term for term, letters in self._bare_terms.items() if letters in bare]
        self.met.update(inside)
        if inside:
            return True
        return self.names_a_term(identifier) or self.names_a_term(_parted(identifier))

    def is_in_identifier(self, identifier: str) -> bool:
        """Return whether a file's name or an address holds anything to be removed, be it inside a longer word."""
        if not identifier:
            return False
        return self.hides_a_term(identifier) or not self.is_clean(identifier) or not self.is_clean(_parted(identifier))

    def _all(self, text: str) -> Iterator[Found]:
        for view in views_of(text):
            for match in self._meet(self._needles.find(view.text)):
                if match.span.length:
                    start, end = view.origin(match.span.start, match.span.end)
                    words = () if match.needle is not None else (match.term,)
                    yield Found(start, end, words, self._reasons_of([match]))
        for start, end, meaning in encoded_words(text):
            matches = self._meet(self._needles.find(meaning))
            if matches:
                yield Found(start, end, (), self._reasons_of(matches))

    def _meet(self, matches: list[Match]) -> list[Match]:
        self.met.update(match.term for match in matches if match.needle is not None)
        return matches

    def _reasons_of(self, matches: list[Match]) -> tuple[str, ...]:
        terms = (match.term for match in matches if match.needle is not None)
        return tuple(dict.fromkeys(self._reasons[term] for term in terms if term in self._reasons))


_SHORTEST_INSIDE = 4
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD_PARTS = re.compile(r"[\W_\d]+")
_ONLY_SPACE = re.compile(r"[ \t\u00a0]*")


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _parted(identifier: str) -> str:
    return _WORD_PARTS.sub(" ", _CAMEL.sub(" ", identifier))


def joined(text: str, found: Iterable[Found]) -> list[Found]:
    """Make one of stretches that have only spaces between them: blocks side by side would be counted."""
    made: list[Found] = []
    for one in found:
        if made and _ONLY_SPACE.fullmatch(text, made[-1].end, one.start):
            made[-1] = _both(made[-1], one)
        else:
            made.append(one)
    return made


def _both(first: Found, second: Found) -> Found:
    words, reasons = first.words + second.words, dict.fromkeys(first.reasons + second.reasons)
    return Found(first.start, max(first.end, second.end), words, tuple(reasons))
