"""Claims that an editor makes by selecting words of the article."""

from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, Place, claim_id
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.quotation import Quotation, find_quotations

_AROUND = " \t\r\n.,;:!?…“”«»„‟\"'‘’()[]–—-"


def hand_made_claim(article: Document, span: Span, like: Claim | None = None) -> Claim | None:
    """Return a claim over the selected code points of the article; None when they hold no letter or figure.

    White space at the ends is left out, and so is the mark of a quotation of which the other one was not selected.
    The kind is read off the words: all, some or none of them between quotation marks, attributed or not, with a
    figure or without. `like` is the claim it is made from; who is said to say it is taken over.
    """
    quotations = _quotations(article, span)
    span = _trimmed(article.text, span, quotations)
    if not any(letter.isalnum() for letter in span.of(article.text)):
        return None
    quoted = tuple(_shared(one.inside, span) for one in quotations if one.inside.overlap(span))
    attribution = like.attribution if like else None
    return Claim(
        id=claim_id(article.id, span),
        anchor=anchor_at(article, span),
        kind=_kind(article.text, span, quoted, attributed=attribution is not None),
        attribution=attribution,
        quoted=quoted,
        added_by_editor=True,
        place=like.place if like else Place.BODY,
    )


def _quotations(article: Document, span: Span) -> list[Quotation]:
    blocks = [
        Span(block.start, block.end) for block in article.blocks if block.start < span.end and span.start < block.end
    ]
    return [one for block in blocks for one in find_quotations(article.text, block).outer]


def _trimmed(text: str, span: Span, quotations: list[Quotation]) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.end - (len(words) - len(words.rstrip())))
    for one in quotations:
        if one.opened and end == one.start + 1 and start < one.start:
            end = start + len(text[start : one.start].rstrip())
        if one.closed and start == one.end - 1 and one.end < end:
            start = end - len(text[one.end : end].lstrip())
    return Span(start, end)


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _kind(text: str, span: Span, quoted: tuple[Span, ...], attributed: bool) -> ClaimKind:
    outside = _outside(text, span, quoted)
    if quoted and not outside.strip(_AROUND):
        return ClaimKind.DIRECT_QUOTE
    if quoted:
        return ClaimKind.MIXED_QUOTE
    if attributed:
        return ClaimKind.INDIRECT_QUOTE
    return ClaimKind.FIGURE if any(letter.isdigit() for letter in outside) else ClaimKind.ASSERTION


def _outside(text: str, span: Span, quoted: tuple[Span, ...]) -> str:
    pieces, at = [], span.start
    for one in quoted:
        pieces.append(text[at : one.start])
        at = one.end
    return "".join((*pieces, text[at : span.end]))
