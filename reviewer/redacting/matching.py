"""Where an order's words stand in a text, in whatever way they are written there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.views import encoded_words, views_of
from reviewer.text.needles import order_needles


@dataclass(frozen=True, order=True)
class Found:
    """A stretch to be removed, in code points; `words` are what patterns or expressions found there."""

    start: int
    end: int
    words: tuple[str, ...] = ()


class WordFinder:
    """Finds what one order removes. Raises ReviewerError with BAD_EXPRESSION when an expression makes no sense."""

    def __init__(self, order: RedactionOrder) -> None:
        self._needles = order_needles(order)
        self._only_terms = order_needles(RedactionOrder(terms=order.terms))
        self._bare_terms = [bare for term in order.terms if len(bare := _bare(term)) >= _SHORTEST_INSIDE]

    def find(self, text: str) -> list[Found]:
        """Return all that is to be removed from a text, in its order, stretches that touch made one."""
        if not text.strip():
            return []
        return _joined(text, sorted(self._all(text)))

    def is_clean(self, text: str) -> bool:
        """Return whether nothing in a text is to be removed."""
        return not text or not self.find(text)

    def names_a_term(self, value: str) -> bool:
        """Return whether a value that is no prose (a formatting value, a style's name) holds a term as a word."""
        if not value:
            return False
        if any(self._only_terms.find(view.text) for view in views_of(value)):
            return True
        return any(self._only_terms.find(meaning) for _, _, meaning in encoded_words(value))

    def hides_a_term(self, identifier: str) -> bool:
        """Return whether a made-up name holds a term, be it inside a longer word or run together."""
        bare = _bare(identifier)
        if any(term in bare for term in self._bare_terms):
            return True
        return self.names_a_term(identifier) or self.names_a_term(_parted(identifier))

    def is_in_identifier(self, identifier: str) -> bool:
        """Return whether a file's name or an address holds anything to be removed, be it inside a longer word."""
        if not identifier:
            return False
        return self.hides_a_term(identifier) or not self.is_clean(identifier) or not self.is_clean(_parted(identifier))

    def _all(self, text: str) -> Iterator[Found]:
        for view in views_of(text):
            for match in self._needles.find(view.text):
                if match.span.length:
                    start, end = view.origin(match.span.start, match.span.end)
                    words = () if match.needle is not None else (match.term,)
                    yield Found(start, end, words)
        for start, end, meaning in encoded_words(text):
            if self._needles.find(meaning):
                yield Found(start, end)


_SHORTEST_INSIDE = 4
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD_PARTS = re.compile(r"[\W_\d]+")
_ONLY_SPACE = re.compile(r"[ \t\u00a0]*")


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _parted(identifier: str) -> str:
    return _WORD_PARTS.sub(" ", _CAMEL.sub(" ", identifier))


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Make one of stretches that overlap or have only spaces between them: blocks side by side would be counted."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and (one.start < last.end or _ONLY_SPACE.fullmatch(text, last.end, one.start)):
            joined[-1] = Found(last.start, max(last.end, one.end), last.words + one.words)
        else:
            joined.append(one)
    return joined
