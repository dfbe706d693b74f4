"""A document as plain structured text for screen readers: headings, paragraphs, page numbers, claims as links."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from reviewer.gui.galley_marks import passage_spans
from reviewer.gui.translation import noop, translated
from reviewer.gui.wording import RULES, decision_word, word
from reviewer.model.anchor import locate
from reviewer.model.document import Block, BlockKind, Document
from reviewer.model.finding import worst
from reviewer.model.geometry import Span
from reviewer.model.review import Review

TEXTS = {
    "page": noop("Reader", "Page {page} of {pages}"),
    "furniture": noop("Reader", "Page furniture: {text}"),
    "earlier": noop("Reader", "Earlier pages"),
    "later": noop("Reader", "Later pages"),
}
_SAID = ' <span class="said" style="font-size:12px; font-weight:normal">[{}]</span>'
_TAGS = {BlockKind.HEADLINE: "h1", BlockKind.HEADING: "h2", BlockKind.QUOTE: "blockquote", BlockKind.LIST_ITEM: "li"}


@dataclass(frozen=True)
class ReaderMark:
    """A claim or passage in the text: code points, the claim's id, and what is said after its words."""

    span: Span
    claim: str
    said: str


def article_reading(review: Review) -> tuple[ReaderMark, ...]:
    """Return the claims of the article in text order, each with number, verdict and finding in words."""
    article = review.article
    if article is None:
        return ()
    found = ((locate(claim.anchor, article), claim.id) for claim in review.claims)
    return tuple(ReaderMark(span, claim, _said(review, claim)) for span, claim in found if span is not None)


def source_reading(review: Review, document: str) -> tuple[ReaderMark, ...]:
    """Return the passages of a source that claims rest on, in text order."""
    source = review.documents.get(document)
    if source is None:
        return ()
    marks = [
        ReaderMark(span, claim.id, _said(review, claim.id))
        for claim in review.claims
        if (passage := review.passage(claim.id)) is not None and passage.supports
        for span in passage_spans(passage, source)
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))


def reader_html(document: Document, marks: Sequence[ReaderMark], first: int, last: int) -> str:
    """Return the pages `first` to `last` (from 0, the last one left out) as HTML without anything to load.

    A block that runs over a page end stands on the page where it begins. Links are "claim:ID", "pages:earlier" and
    "pages:later"; every mark is an anchor of the name "claim-ID", every block one of "at-OFFSET".
    """
    pages = document.pages
    parts = [_link("earlier")] if first > 0 else []
    for page in pages[first:last]:
        said = translated("Reader", TEXTS["page"]).format(page=page.number, pages=len(pages))
        parts.append(f'<p class="page">{escape(said)}</p>')
        end = pages[page.number].start if page.number < len(pages) else len(document.text) + 1
        blocks = [block for block in document.blocks if page.start <= block.start < end]
        parts += [_block_html(document, block, marks) for block in blocks]
    if last < len(pages):
        parts.append(_link("later"))
    return "\n".join(parts)


def _link(which: str) -> str:
    return f'<p><a href="pages:{which}">{escape(translated("Reader", TEXTS[which]))}</a></p>'


def _block_html(document: Document, block: Block, marks: Sequence[ReaderMark]) -> str:
    inside = "".join(_pieces(document.text, block.span, marks))
    if block.furniture is not None:
        inside = translated("Reader", TEXTS["furniture"]).replace("{text}", inside)
        return f'<p class="furniture"><a name="at-{block.start}"></a>{inside}</p>'
    tag = _TAGS.get(block.kind, "p")
    return f'<{tag}><a name="at-{block.start}"></a>{inside}</{tag}>'


def _pieces(text: str, block: Span, marks: Sequence[ReaderMark]) -> Iterator[str]:
    """Yield the block's words with its marks as links; where two overlap, the later one begins after the earlier."""
    at = block.start
    for mark in marks:
        start, end = max(at, mark.span.start), min(block.end, mark.span.end)
        if start >= end:
            continue
        yield escape(text[at:start])
        words = escape(text[start:end])
        begins = f'<a name="claim-{mark.claim}"></a>' if mark.span.start >= block.start else ""
        said = (
            f' <span class="said" style="font-size:12px; font-weight:normal">[{escape(mark.said)}]</span>'
            if mark.span.end <= block.end
            else ""
        )
        yield f'{begins}<a href="claim:{mark.claim}">{words}</a>{said}'
        at = end
    yield escape(text[at : block.end])


def _said(review: Review, claim: str) -> str:
    verdict = review.verdict_on(claim)
    finding = worst(review.findings.get(claim, ()))
    parts = (
        review.display_id(claim),
        decision_word(verdict.decision if verdict else None),
        word(RULES, finding.rule) if finding else "",
    )
    return ", ".join(part for part in parts if part)
