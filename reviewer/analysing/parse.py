"""The parse of a paragraph as plain frozen data: words with their tag, their head and what they are to it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from reviewer.model.geometry import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

BATCH = 32
"""Paragraphs parsed at a time: larger batches gain no speed and cost memory."""


class ParsedWord(msgspec.Struct, frozen=True):
    """One word: its place in the document in code points, Penn tag, dependency, head (its own index for a root)."""

    index: int
    start: int
    end: int
    text: str
    tag: str
    dep: str
    head: int
    entity: str = ""

    @property
    def lower(self) -> str:
        """Return the word without regard to capitals."""
        return self.text.casefold()

    @property
    def is_verb(self) -> bool:
        """Return whether it is a verb, modal verbs left out."""
        return self.tag.startswith("VB")


class Parse:
    """The words of one paragraph and the tree over them."""

    def __init__(self, words: Sequence[ParsedWord]) -> None:
        self.words = tuple(words)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.index:
                children[word.head].append(word.index)
        return tuple(tuple(found) for found in children)

    def children(self, word: ParsedWord, *deps: str) -> list[ParsedWord]:
        """Return the words that hang on a word, in text order; only those with the given dependencies if any."""
        found = [self.words[index] for index in self._children[word.index]]
        return [child for child in found if child.dep in deps] if deps else found

    def child(self, word: ParsedWord, *deps: str) -> ParsedWord | None:
        """Return the first word that hangs on a word with one of these dependencies."""
        return next(iter(self.children(word, *deps)), None)

    def head(self, word: ParsedWord) -> ParsedWord | None:
        """Return the word that a word hangs on; None for a root."""
        return None if word.head == word.index else self.words[word.head]

    def subtree(self, word: ParsedWord, without: frozenset[int] = frozenset()) -> list[ParsedWord]:
        """Return a word and everything below it in text order, leaving out the given branches."""
        found: list[ParsedWord] = []
        waiting = [word.index]
        while waiting:
            index = waiting.pop()
            found.append(self.words[index])
            waiting.extend(child for child in self._children[index] if child not in without)
        return sorted(found, key=lambda one: one.index)

    def span(self, words: Sequence[ParsedWord]) -> Span:
        """Return the stretch from the first to the last of some words."""
        return Span(min(word.start for word in words), max(word.end for word in words))

    def within(self, span: Span) -> Iterator[ParsedWord]:
        """Yield the words that begin inside a stretch."""
        return (word for word in self.words if span.start <= word.start < span.end)


def parse_paragraphs(model: "Language", text: str, paragraphs: Iterable[tuple[Span, Sequence[Span]]]) -> list[Parse]:
    """Parse paragraphs, each as a unit of its own, given with their sentences.

    Line breaks inside a paragraph would glue or cut sentences, so that they are shown to the model as spaces; the
    offsets stay those of the document. A sentence begins at least where the given ones begin.
    """
    units = list(paragraphs)
    docs = (_prepared(model, text, span, sentences) for span, sentences in units)
    parses = []
    for (span, _), doc in zip(units, model.pipe(docs, batch_size=BATCH), strict=True):
        parses.append(_reindexed([_word(token, span.start) for token in doc if not token.is_space]))
    return parses


def _prepared(model: "Language", text: str, span: Span, sentences: Sequence[Span]) -> "Doc":
    shown = "".join(" " if character in "\n\r\t\u00a0\u2028\u2029" else character for character in span.of(text))
    doc = model.make_doc(shown)
    starts = sorted(sentence.start - span.start for sentence in sentences)
    place = 0
    for token in doc:
        if place < len(starts) and token.idx >= starts[place]:
            token.is_sent_start = True
            while place < len(starts) and token.idx >= starts[place]:
                place += 1
    return doc


def _word(token: "Token", offset: int) -> ParsedWord:
    start = offset + token.idx
    return ParsedWord(
        index=token.i,
        start=start,
        end=start + len(token.text),
        text=token.text,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i,
        entity=token.ent_type_,
    )


def _reindexed(words: Sequence[ParsedWord]) -> Parse:
    """Number the words anew after white space was dropped; a word whose head was dropped becomes a root."""
    place = {word.index: number for number, word in enumerate(words)}
    return Parse(
        [
            msgspec.structs.replace(word, index=number, head=place.get(word.head, number))
            for number, word in enumerate(words)
        ]
    )
