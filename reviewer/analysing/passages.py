"""What is analysed: the paragraphs of the story, cut into sentences that keep their quotations whole."""

import re
from bisect import bisect_left

import msgspec

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.turns import find_read_out, find_turns, turn_start
from reviewer.model.claim import Place
from reviewer.model.document import Block, BlockKind, Document
from reviewer.model.geometry import Span
from reviewer.text.quotation import Quotation, find_quotations_in_paragraphs
from reviewer.text.sentences import split_sentences
from reviewer.text.wordlists import word_set

_PLACES = {
    BlockKind.HEADLINE: Place.HEADLINE,
    BlockKind.STANDFIRST: Place.STANDFIRST,
    BlockKind.CAPTION: Place.CAPTION,
}
_NOT_TEXT = {BlockKind.MAIL_HEADER, BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.COMMENT}
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'.\-]+(?:[ ,]+[A-Z][A-Za-z.’'\-]+){0,4}|[A-Z][\w’'\-]+(?:[ ,]+[A-Z][\w.’'\-]+){0,3})"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:—|–| - |--)\s+(?=[\"“‘'A-Z0-9£$€])"
)
_NUMBERED = re.compile(r"(?:\(?\d{1,3}[.)]|\[\d{1,3}\]|\([a-z]\))[ \t\u00a0]+(?=[\"“‘'(\[]?[A-Z])")
"""The number of a paragraph, as in a judgment or a list."""
_TAG_AFTER_MARK = re.compile(r"[?!…][\"”’»]$")
_LONGEST_HEADLINE = 140


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; a quotation is never cut, so it may hold several quoted ones. Offsets are code points.

    `quotations` are the outermost ones that begin in it. `paragraph` numbers the passages from 0.
    """

    start: int
    end: int
    place: Place
    paragraph: int
    quotations: tuple[Quotation, ...] = ()

    @property
    def span(self) -> Span:
        """Return the stretch covered."""
        return Span(self.start, self.end)


class Passage(msgspec.Struct, frozen=True):
    """One paragraph of the story: its stretch, what it is, its sentences, and the label of a transcript's turn."""

    span: Span
    place: Place
    sentences: tuple[Sentence, ...]
    turn: Span | None = None


class Story(msgspec.Struct, frozen=True):
    """The passages that are analysed, in order, and the quotation marks that have no partner."""

    passages: tuple[Passage, ...]
    unbalanced: tuple[Span, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of all passages."""
        return tuple(sentence for passage in self.passages for sentence in passage.sentences)


def read_story(document: Document, furniture: tuple[Span, ...] | None) -> Story:
    """Return what is to be analysed: every block that is neither page furniture nor a page or mail header.

    `furniture` replaces the furniture of the blocks when it is given. A dateline at the head of a paragraph
    (`PORT ELLIN — `) and the number of a paragraph (`3. `) are left outside its first sentence.
    """
    blocks = [
        block for block in document.blocks if _is_story(block, furniture) and block.span.of(document.text).strip()
    ]
    spans = [_trimmed(document.text, block.span) for block in blocks]
    quotations = find_quotations_in_paragraphs(document.text, spans)
    outer = list(quotations.outer)
    starts = [quotation.start for quotation in outer]
    turns = find_turns(document.text, spans)
    turns = find_read_out(document.text, spans) | turns if turns else turns
    passages: list[Passage] = []
    for number, (block, span) in enumerate(zip(blocks, spans, strict=True)):
        place = _place(document.text, block, span, number, len(blocks))
        inside = outer[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        turn = turns.get(number)
        body = Span(turn_start(document.text, turn), span.end) if turn is not None else span
        sentences = _sentences(document.text, body, place, number, inside)
        passages.append(Passage(span, place, tuple(sentences), turn))
    return Story(tuple(passages), quotations.unbalanced)


def furniture_of(document: Document, furniture: tuple[Span, ...] | None) -> tuple[Span, ...]:
    """Return the stretches treated as page furniture."""
    if furniture is not None:
        return furniture
    return tuple(block.span for block in document.blocks if block.furniture is not None)


def _is_story(block: Block, furniture: tuple[Span, ...] | None) -> bool:
    if block.kind in _NOT_TEXT:
        return False
    if furniture is None:
        return block.furniture is None
    return not any(2 * block.span.overlap(span) >= block.span.length for span in furniture)


def _trimmed(text: str, span: Span) -> Span:
    stretch = span.of(text)
    start = span.start + len(stretch) - len(stretch.lstrip())
    return Span(start, max(start, span.start + len(stretch.rstrip())))


def _place(text: str, block: Block, span: Span, number: int, count: int) -> Place:
    """Return where a block stands; the first short line without a full stop is a headline though nothing says so."""
    if block.kind in _PLACES:
        return _PLACES[block.kind]
    ends = ".:;" if count > 1 else ".:;!?…”’\"'"
    looks_like_headline = span.length <= _LONGEST_HEADLINE and text[span.end - 1] not in ends
    if number == 0 and block.kind is BlockKind.PARAGRAPH and looks_like_headline:
        return Place.HEADLINE
    return Place.BODY


def _sentences(text: str, span: Span, place: Place, number: int, quotations: list[Quotation]) -> list[Sentence]:
    lead = None
    if place is Place.BODY:
        lead = _DATELINE.match(text, span.start, span.end) or _NUMBERED.match(text, span.start, span.end)
    body = Span(lead.end(), span.end) if lead else span
    if place is Place.HEADLINE:
        return [_sentence(body, place, number, quotations)]
    merged: list[Span] = []
    for sentence in split_sentences(text, body):
        if merged and _goes_on(text, merged[-1], sentence, quotations):
            merged[-1] = Span(merged[-1].start, sentence.end)
        else:
            merged.append(sentence)
    return [_sentence(sentence, place, number, quotations) for sentence in merged]


def _goes_on(text: str, before: Span, after: Span, quotations: list[Quotation]) -> bool:
    if any(quotation.start < after.start < quotation.end for quotation in quotations):
        return True
    ends_a_quote = any(quotation.end == before.end for quotation in quotations)
    if ends_a_quote and text[after.start] in "—–":
        return True
    if not _TAG_AFTER_MARK.search(before.of(text)) or not text[after.start].isupper():
        return False
    words = re.findall(r"[\w’'-]+", after.of(text))[1:6]
    singing = word_set("cues", "beside_quotes")
    return ends_a_quote and any(lexicon().cue(word) or word in singing for word in words)


def _sentence(span: Span, place: Place, number: int, quotations: list[Quotation]) -> Sentence:
    inside = tuple(quotation for quotation in quotations if span.start <= quotation.start < span.end)
    return Sentence(span.start, span.end, place, number, inside)
