"""What a claim says, without the words that tell who says it."""

from collections.abc import Sequence

from reviewer.matching.carried_units import with_carried_units
from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item, is_printed_age, read_items
from reviewer.matching.rules import word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.claim import Claim, ClaimKind
from reviewer.model.document import Document
from reviewer.model.geometry import Span

_LONGEST_TAG = 120
"""Code points from speaker to cue, with what describes the speaker between them."""


def claim_items(article: Document, claim: Claim, published: str | None) -> list[Item]:
    """Return the items of a claim without its attribution: what is said, not who says it."""
    items = with_carried_units(read_items(article.text, claim.span, published), article.text)
    outside = [span for span in _attribution_spans(claim, items, article.text) if span is not None]
    inside = [
        item
        for item in items
        if not any(s.start <= item.start and item.end <= s.end for s in outside) or _is_figure(item, article.text)
    ]
    tag = claim.attribution.speaker_span if claim.attribution else None
    if (
        _has_figure(tag, items, article.text)
        or claim.kind is not ClaimKind.INDIRECT_QUOTE
        or not claim.said
        or not claim.attribution
        or claim.attribution.cue.casefold() not in word_list("plain_cues")
    ):
        return inside
    said = [item for item in inside if any(s.start <= item.start and item.end <= s.end for s in claim.said)]
    kept = [item for item in items if item.form in ("majority", "minority") and item not in said]
    return [*kept, *said] if any(item.form not in STOPWORDS for item in said) else inside


def _is_figure(item: Item, text: str) -> bool:
    """Return whether a figure in the words that attribute is more than somebody's age: it has to be checked as well."""
    return item.quantity is not None and not is_printed_age(item, text)


def _attribution_spans(claim: Claim, items: Sequence[Item], text: str) -> list[Span | None]:
    if claim.attribution is None or _has_figure(claim.attribution.speaker_span, items, text):
        return []
    speaker, cue = claim.attribution.speaker_span, claim.attribution.cue_span
    if speaker and cue:
        start, end = min(speaker.start, cue.start), max(speaker.end, cue.end)
        denies = any(is_negation(item) for item in items if start <= item.start < end)
        tells = any(item.quantity and not is_printed_age(item, text) for item in items if start <= item.start < end)
        if end - start < _LONGEST_TAG and not denies and not tells:
            return [Span(start, end)]
    return [speaker, cue]


def _has_figure(mention: Span | None, items: Sequence[Item], text: str) -> bool:
    """Return whether the mention of a speaker has a figure in it: then it says something as well."""
    return mention is not None and any(_is_figure(i, text) for i in items if mention.start <= i.start < mention.end)
