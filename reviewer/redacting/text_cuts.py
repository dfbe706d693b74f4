"""Which stretches of the documents' texts have to go from a packet, and which words from all its other strings.

The editor marks places. A word that was marked somewhere in a document stays at the other places of that document
that a reader sees, because whoever marked it saw them too. In a document in which it was never marked nobody has
decided anything, so there it goes everywhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.locator import words_in
from reviewer.model.packet import TextCut
from reviewer.model.redaction import HiddenWord, MarkTarget, PageArea, RedactionHit, RedactionMark, RedactionOrder
from reviewer.model.verdict import Signature
from reviewer.redacting.plan import areas_of, marked_spans, marks_order, uncovered, with_kept
from reviewer.text.needles import Needles
from reviewer.text.needles_folding import Folded

_ONLY_SPACE = " \t\u00a0"
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")


class MarkedWords(msgspec.Struct, frozen=True):
    """The words marked anywhere in a review, with the reason of each, and those marked in each document by its id."""

    terms: tuple[str, ...]
    reasons: Mapping[str, str]
    by_document: Mapping[str, tuple[str, ...]]

    def foreign(self, document: str) -> tuple[str, ...]:
        """Return the terms that were marked in other documents only."""
        own = {Folded(term).letters or term for term in self.by_document.get(document, ())}
        return tuple(term for term in self.terms if (Folded(term).letters or term) not in own)


def marked_words(documents: Sequence[Document], marks: Sequence[RedactionMark]) -> MarkedWords:
    """Gather the words of all marks. Marks on documents not given count with the words they remember."""
    reasons: dict[str, str] = {}
    by_document: dict[str, tuple[str, ...]] = {}
    for document in documents:
        order = marks_order(as_pages(document), marks)
        by_document[document.id] = order.terms
        for term in order.terms:
            reasons.setdefault(term, order.reasons.get(term, order.reason))
    for mark in marks:
        if mark.target.document not in by_document:
            term = " ".join(_remembered(mark.target).split())
            if term:
                reasons.setdefault(term, mark.reason)
    return MarkedWords(tuple(reasons), reasons, by_document)


def _remembered(target: MarkTarget) -> str:
    match target:
        case Anchor(exact=words) | HiddenWord(word=words):
            return words
        case PageArea():
            return ""


def as_pages(document: Document) -> Document:
    """Return a document as its galley is: a file whose own pages these are, even if they were typeset by us."""
    return msgspec.structs.replace(document, typeset=False)


def text_cuts(
    document: Document, marks: Sequence[RedactionMark], words: MarkedWords, keeping: bool = True
) -> tuple[TextCut, ...]:
    """Return the stretches of a document's text that go, in order, none across the end of a block.

    Without `keeping`, the places that the editor left standing go as well.
    """
    marked = list(_marked(document, marks))
    found = Needles(words.foreign(document.id)).find(document.text)
    for match in Needles(words.by_document.get(document.id, ())).find(document.text):
        if not keeping or any(match.span.overlap(Span(cut.start, cut.end)) for cut in marked):
            found.append(match)
    more = (TextCut(one.span.start, one.span.end, words.reasons.get(one.term, ""), marked=False) for one in found)
    return _joined(document, [*marked, *more])


def has_kept_places(document: Document, marks: Sequence[RedactionMark], words: MarkedWords) -> bool:
    """Return whether a marked word stays anywhere in a document's text."""
    return text_cuts(document, marks, words) != text_cuts(document, marks, words, keeping=False)


def stands_uncut(document: Document, cuts: Sequence[TextCut], term: str) -> bool:
    """Return whether a term stands in a document's text outside all cuts."""
    return any(
        not any(match.span.overlap(Span(cut.start, cut.end)) for cut in cuts)
        for match in Needles((term,)).find(document.text)
    )


def telling_words(documents: Sequence[Document], cuts: Mapping[str, Sequence[TextCut]]) -> dict[str, str]:
    """Return names and numbers inside the cuts that stand in no document any more, each with its reason.

    Whoever marks a sentence means the name in it too: a note or a finding must not say it.
    """
    found: dict[str, str] = {}
    for document in documents:
        for cut in cuts.get(document.id, ()):
            for word in _WORD.findall(document.text[cut.start : cut.end]):
                if len(word) > 1 and (word[0].isupper() or any(letter.isdigit() for letter in word)):
                    found.setdefault(word, cut.reason)
    words = tuple(found)
    standing: set[int] = set()
    for document in documents:
        gone = [Span(cut.start, cut.end) for cut in cuts.get(document.id, ())]
        for match in Needles(words).find(document.text):
            if match.needle is not None and not any(match.span.overlap(one) for one in gone):
                standing.add(match.needle)
    return {word: found[word] for number, word in enumerate(words) if number not in standing}


def _marked(document: Document, marks: Sequence[RedactionMark]) -> Iterator[TextCut]:
    """Yield the marked passages, an area's words line by line."""
    typeset = msgspec.structs.replace(document, typeset=True)
    for mark in marks:
        if mark.target.document != document.id:
            continue
        for span in marked_spans(typeset, mark):
            yield TextCut(span.start, span.end, mark.reason)


def _joined(document: Document, cuts: Sequence[TextCut]) -> tuple[TextCut, ...]:
    """Make one of cuts that overlap or have only spaces between them, and part them where blocks end."""
    joined: list[TextCut] = []
    for cut in sorted(cuts, key=lambda one: (one.start, -one.end)):
        last = joined[-1] if joined else None
        if last is not None and (cut.start <= last.end or not document.text[last.end : cut.start].strip(_ONLY_SPACE)):
            joined[-1] = TextCut(
                last.start, max(last.end, cut.end), _both(last.reason, cut.reason), last.marked or cut.marked
            )
        else:
            joined.append(cut)
    return tuple(piece for cut in joined for piece in _pieces(document, cut))


def _both(first: str, second: str) -> str:
    codes = [code for code in (first, second) if code]
    return first if second in first.split(", ") else ", ".join(codes)


def _pieces(document: Document, cut: TextCut) -> Iterator[TextCut]:
    ends = {at for block in document.blocks for at in (block.start, block.end) if cut.start < at < cut.end}
    for start, end in pairwise([cut.start, *sorted(ends), cut.end]):
        words = document.text[start:end]
        stripped = words.strip()
        if stripped:
            first = start + words.index(stripped)
            yield TextCut(first, first + len(stripped), cut.reason, cut.marked)


def galley_marks(
    document: Document, marks: Sequence[RedactionMark], words: MarkedWords, keeping: bool
) -> tuple[RedactionMark, ...]:
    """Return the marks that take out of a document's galley what goes from its text: each cut, and each marked area."""
    by = marks[-1].by if marks else Signature("", "", "")
    passages = [mark for mark in marks if isinstance(mark.target, Anchor)]
    areas = [mark for mark in marks if isinstance(mark.target, PageArea) and mark.target.document == document.id]
    cuts = text_cuts(document, passages, words, keeping)
    return (*(_cut_mark(document, Span(cut.start, cut.end), cut.reason, by) for cut in cuts), *areas)


def in_lines(
    document: Document, marks: Sequence[RedactionMark], hits: Sequence[RedactionHit]
) -> tuple[RedactionMark, ...]:
    """Return marks for the lines of those passages that were not found as a whole, because numbers stand between."""
    made = []
    for mark, span in uncovered(as_pages(document), marks, hits):
        lines: dict[tuple[int, int], Span] = {}
        for page in document.pages:
            for word in words_in(page, span):
                part = Span(max(word.start, span.start), min(word.end, span.end))
                before = lines.get((page.number, word.line), part)
                lines[page.number, word.line] = Span(min(before.start, part.start), max(before.end, part.end))
        if len(lines) > 1:
            made += [_cut_mark(document, part, mark.reason, mark.by) for part in lines.values()]
    return tuple(made)


def galley_order(document: Document, marks: Sequence[RedactionMark], words: MarkedWords) -> RedactionOrder:
    """Return the order that takes marks out of a document's galley, and the words marked anywhere out of its depths."""
    own = marks_order(as_pages(document), marks)
    terms = tuple(dict.fromkeys((*words.terms, *own.terms)))
    reasons = {term: own.reasons.get(term, words.reasons.get(term, "")) for term in terms}
    return msgspec.structs.replace(own, terms=terms, reasons=reasons)


def reaching_all(
    document: Document, marks: Sequence[RedactionMark], order: RedactionOrder, hits: Sequence[RedactionHit]
) -> RedactionOrder:
    """Return a galley's order with areas for marked passages that finding their words did not reach."""
    pages = as_pages(document)
    missed = (areas_of(pages, span, mark.reason) for mark, span in uncovered(pages, marks, hits))
    areas = dict.fromkeys((*order.areas, *(area for areas in missed for area in areas)))
    return msgspec.structs.replace(order, areas=tuple(areas))


def keeping_places(
    document: Document, marks: Sequence[RedactionMark], order: RedactionOrder, hits: Sequence[RedactionHit]
) -> RedactionOrder:
    """Return a galley's order with every place kept that a reader sees and that no mark covers."""
    return with_kept(order, as_pages(document), marks, hits)


def _cut_mark(document: Document, span: Span, reason: str, by: Signature) -> RedactionMark:
    return RedactionMark(f"{span.start}:{span.end}", anchor_at(document, span), reason, by)
