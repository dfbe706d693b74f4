"""Claims that work out a figure from the sentence before (`That is a fall of a third`)."""

import re
from collections.abc import Sequence

from reviewer.matching.arithmetic import direction_of, follows_from
from reviewer.matching.items import Item, read_items
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.text.sentences import split_sentences

_POINTS_BACK = re.compile(
    r"(?:That|This|It|Both|Together|In all|Altogether)\b,?\s(?:\w+\s)?"
    r"(?:is|was|are|were|means|meant|makes|made|amounts|amounted|works|comes)\b"
)


def with_sentence_before(article: Document, claim: Claim, items: list[Item], published: str | None) -> list[Item]:
    """Return the items of the sentence before in place of a claim's own that only says what they come to.

    Only when every figure of the claim follows from those of the sentence before: then it is right if they are.
    """
    figures = [item.quantity for item in items if item.quantity]
    if not figures or not _POINTS_BACK.match(claim.text):
        return items
    before = _sentence_before(article.text, claim.span.start)
    if before is None:
        return items
    theirs: Sequence[Item] = read_items(article.text, before, published)
    values = [item.quantity for item in theirs if item.quantity]
    return (
        list(theirs)
        if values and all(follows_from(figure, values, direction_of(items)) for figure in figures)
        else items
    )


def _sentence_before(text: str, at: int) -> Span | None:
    start = max(text.rfind("\n\n", 0, at) + 1, at - 600, 0)
    sentences = [span for span in split_sentences(text, Span(start, at)) if span.of(text).strip()]
    return sentences[-1] if sentences else None
