"""The sources of a review while they are matched: index, sentences, items and voices, each read once."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import numpy as np

from reviewer.matching.folding import fold
from reviewer.matching.headings import is_heading, is_no_passage
from reviewer.matching.index import IndexShelf, SourceIndex
from reviewer.matching.items import Item, read_items
from reviewer.matching.paragraphs import paragraphs_of
from reviewer.matching.seeds import Window, find_windows
from reviewer.matching.tables import is_row, with_table_units
from reviewer.model.analysis import Analysis
from reviewer.model.document import BlockKind, Document
from reviewer.model.geometry import Span
from reviewer.text.numbers import Quantity
from reviewer.text.sentences import split_sentences

_HEAD_LINE = re.compile(
    r"\s*(?:(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To):[^\n]*|(?:Dear |Hi |Hello )?[\w.' -]{1,40},)"
    r"[ \t]*\r?(?:\n|\Z)"
)
_LONGEST_SENTENCE = 1500
"""Code points after which a stretch without a sentence's end is cut: lists and hostile text."""

_CUT_SHORT = re.compile(
    r"(?:[\w’'-]+\s){1,5}(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)(?:\snot|n[’']t|not)[.!]"
)
"""A denial that leaves off what it denies (`Her escort is not.`): it belongs to the sentence before it."""

_HEADLINES = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING)
_SHORT = 2
"""Words up to which a sentence (`Against? Nine.`) belongs to the one before it."""

_MOST_PLACES = 20
_TOP = 400
"""Code points at the top of a source that hold its own date."""

_HEAD, _FULL = 160, len("2000-12-31")
"""Code points at the very top of a source in which one full date is its own, and letters of such a date in ISO."""

SMALL = 30_000
"""Code points of all sources together up to which every sentence is looked at for a paraphrase."""


class Library:
    """Answers questions about the sources; nothing here depends on a claim."""

    def __init__(self, documents: Sequence[Document], analyses: Mapping[str, Analysis], shelf: IndexShelf) -> None:
        self.documents = tuple(documents)
        self.index: SourceIndex = shelf.index_of(self.documents)
        self._analyses = analyses
        self._paragraphs: dict[int, list[Span]] = {}
        self._sentences: dict[tuple[int, int], list[Span]] = {}
        self._items: dict[tuple[int, int, int], list[Item]] = {}
        self._rarity: dict[str, float] = {}
        self._days: dict[int, str | None] = {}
        self._dates_on_top: list[Item] | None = None
        self._places: dict[str, list[list[int]]] = {}
        self._no_passage: dict[tuple[int, int, int], bool] = {}
        self._headlines: dict[int, set[int]] = {}
        self._quantities: list[Quantity] | None = None
        self._matches: dict[tuple[int, str], list[tuple[int, str]]] = {}

    @property
    def size(self) -> int:
        """Return the code points of all sources together."""
        return sum(len(document.text) for document in self.documents)

    def analysis(self, source: int) -> Analysis | None:
        """Return what analysing found in a source, or None when it was not analysed."""
        return self._analyses.get(self.documents[source].id)

    def remembered(self, source: int, what: re.Pattern[str]) -> list[tuple[int, str]]:
        """Return start and the group that was found of all matches of a pattern in a source, looked for once."""
        key = (source, what.pattern)
        if key not in self._matches:
            found = what.finditer("\n" + self.documents[source].text)
            self._matches[key] = [(max(0, match.start() - 1), match.group(match.lastgroup or 1)) for match in found]
        return self._matches[key]

    def windows(self, text: str, most: int) -> list[Window]:
        """Return the stretches of all sources where the words of a text gather, best first."""
        return find_windows(fold(text), self.index, most)

    def rarity(self, form: str) -> float:
        """Return how rare a word is in the sources, from 0 (everywhere) to 1 (nowhere)."""
        if form not in self._rarity:
            stems = fold(form).stems
            count = int(self.index.stems.counts(stems[:1]).sum()) if len(stems) else 0
            words = self.index.words
            self._rarity[form] = max(0.0, float(np.log((words + 1) / (count + 1)) / np.log(words + 2)))
        return self._rarity[form]

    def knows(self, form: str) -> bool:
        """Return whether any source has a word, in whatever case."""
        return any(self._positions(form))

    def is_no_passage(self, source: int, span: Span) -> bool:
        """Return whether a stretch is a dateline, a mail's head or a line of contacts; found out once."""
        key = (source, span.start, span.end)
        if key not in self._no_passage:
            self._no_passage[key] = is_no_passage(self.documents[source].text, span)
        return self._no_passage[key]

    def places_of(self, source: int, word: str) -> list[int]:
        """Return where a word stands in a source, in code points; the first twenty places."""
        text = self.index.folded[source]
        return [int(text.starts[at]) for at in self._positions(word)[source][:_MOST_PLACES]]

    def _positions(self, form: str) -> list[list[int]]:
        """Return for each source at which of its words a word stands; looked up once, through the index of stems."""
        if form not in self._places:
            folded = fold(form)
            found: list[list[int]] = [[] for _ in self.documents]
            for position in self.index.stems.of(folded.stems[0]).tolist() if len(folded.words) else []:
                source = self.index.source_at(position)
                at = position - int(self.index.bases[source])
                if self.index.folded[source].words[at] == folded.words[0]:
                    found[source].append(at)
                if len(found[source]) >= _MOST_PLACES:
                    break
            self._places[form] = found
        return self._places[form]

    def quantities(self) -> list[Quantity]:
        """Return the figures of all sources while these are small, else none; read once."""
        if self._quantities is None:
            self._quantities = [
                item.quantity
                for source in range(len(self.documents) if self.size <= SMALL else 0)
                for span in self.every_sentence(source)
                for item in self.passage_items(source, span)
                if item.quantity
            ]
        return self._quantities

    def dates_on_top(self) -> list[Item]:
        """Return the dates at the top of the sources, which tell when something was said or done; read once."""
        if self._dates_on_top is None:
            self._dates_on_top = [i for at in range(len(self.documents)) for i in self.dates_on_top_of(at)]
        return self._dates_on_top

    def dates_on_top_of(self, source: int) -> list[Item]:
        """Return the dates at the top of one source."""
        top = Span(0, min(_TOP, len(self.documents[source].text)))
        return [item for item in self.items(source, top) if item.date]

    def items(self, source: int, span: Span) -> list[Item]:
        """Return the items of a stretch of a source, read once."""
        key = (source, span.start, span.end)
        if key not in self._items:
            self._items[key] = read_items(self.documents[source].text, span, self.day_of(source))
        return self._items[key]

    def day_of(self, source: int) -> str | None:
        """Return the ISO day from which a source counts: that of its publication, or the one full date at its top."""
        if source not in self._days:
            document = self.documents[source]
            top = read_items(document.text, Span(0, min(_HEAD, len(document.text))), None)
            days = {
                item.date.iso for item in top if item.date and not item.date.relative and len(item.date.iso) == _FULL
            }
            self._days[source] = document.published or (next(iter(days)) if len(days) == 1 else None)
        return self._days[source]

    def passage_items(self, source: int, span: Span) -> list[Item]:
        """Return the items of a stretch as a reader takes them: numbers in a table with the unit of its heading."""
        text = self.documents[source].text
        items = self.items(source, span)
        return with_table_units(text, span, items) if is_row(text, span) else items

    def sentences(self, source: int, span: Span) -> list[Span]:
        """Return the sentences that touch a stretch; each row of a table is one."""
        found: list[Span] = []
        paragraphs = self.paragraphs(source)
        at = max(0, bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1)
        while at < len(paragraphs) and paragraphs[at].start < span.end:
            found += [
                s for s in self._sentences_of(source, paragraphs[at]) if s.start < span.end and s.end > span.start
            ]
            at += 1
        return found

    def every_sentence(self, source: int) -> list[Span]:
        """Return all sentences of a source."""
        return [s for paragraph in self.paragraphs(source) for s in self._sentences_of(source, paragraph)]

    def paragraphs(self, source: int) -> list[Span]:
        """Return the paragraphs of a source in text order, read once."""
        if source not in self._paragraphs:
            self._paragraphs[source] = paragraphs_of(self.documents[source])
        return self._paragraphs[source]

    def is_headline(self, source: int, span: Span) -> bool:
        """Return whether a stretch without figures is a headline or heading of its source, by layout or by wording."""
        if source not in self._headlines:
            blocks = self.documents[source].blocks
            self._headlines[source] = {block.start for block in blocks if block.kind in _HEADLINES}
        text = self.documents[source].text
        is_marked = span.start in self._headlines[source] and not any(c.isdigit() for c in span.of(text))
        return is_marked or is_heading(text, span)

    def paragraph_at(self, source: int, offset: int) -> Span:
        """Return the paragraph that holds a code point, or the one before it."""
        paragraphs = self.paragraphs(source)
        at = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return paragraphs[max(at, 0)] if paragraphs else Span(0, len(self.documents[source].text))

    def _sentences_of(self, source: int, paragraph: Span) -> list[Span]:
        key = (source, paragraph.start)
        if key not in self._sentences:
            text = self.documents[source].text
            if is_row(text, paragraph):
                sentences = _lines(text, paragraph)
            else:
                pieces = _without_mail_head(text, paragraph)
                sentences = [s for piece in pieces for s in _with_short_ones(text, split_sentences(text, piece))]
            self._sentences[key] = [piece for sentence in sentences for piece in _cut(sentence)]
        return self._sentences[key]


def _without_mail_head(text: str, paragraph: Span) -> list[Span]:
    """Cut off the lines of a mail's head and its salutation, each a piece of its own."""
    pieces: list[Span] = []
    start = paragraph.start
    while match := _HEAD_LINE.match(text, start, paragraph.end):
        pieces.append(Span(match.start(), match.end()))
        start = match.end()
    return [*pieces, Span(start, paragraph.end)] if start < paragraph.end else pieces


def _with_short_ones(text: str, sentences: list[Span]) -> list[Span]:
    """Join very short sentences to the one before: alone they say nothing."""
    joined: list[Span] = []
    for span in sentences:
        is_short = len(span.of(text).split()) <= _SHORT or bool(_CUT_SHORT.fullmatch(span.of(text).strip()))
        if joined and is_short and joined[-1].length < 200:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _lines(text: str, within: Span) -> list[Span]:
    spans = []
    for match in re.compile(r"[^\r\n]+").finditer(text, within.start, within.end):
        if match.group().strip():
            spans.append(Span(match.start(), match.end()))
    return spans


def _cut(sentence: Span) -> list[Span]:
    return [
        Span(start, min(start + _LONGEST_SENTENCE, sentence.end))
        for start in range(sentence.start, sentence.end, _LONGEST_SENTENCE)
    ]
