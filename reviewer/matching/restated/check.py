"""What the checks on a claim in other words share."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.content import stem
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.paraphrased import Paraphrase, Passage
from reviewer.matching.rules import synonym_groups
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind

_REACH = 7
"""Items on either side of a figure that tell what it is a figure of."""


class Case(msgspec.Struct, frozen=True):
    """A claim in other words with its passages, and the texts they stand in."""

    claim: Claim
    article: Document
    sources: tuple[Document, ...]
    paraphrase: Paraphrase

    def text_of(self, passage: Passage) -> str:
        """Return the text of a passage's source."""
        return self.sources[passage.source].text


class Conflict(msgspec.Struct, frozen=True):
    """A difference and the rank of the passage that it is with."""

    difference: Difference
    passage: int


def difference(
    case: Case, kind: DifferenceKind, item: Item, rank: int, other: Item, harmless: bool = False
) -> Conflict:
    """Make the difference between an item of the claim and one of a passage."""
    text = case.text_of(case.paraphrase.passages[rank])
    return Conflict(
        Difference(
            kind,
            case.article.text[item.start : item.end],
            text[other.start : other.end],
            item.start,
            item.end,
            other.start,
            other.end,
            harmless,
        ),
        rank,
    )


def context_of(item: Item, items: Sequence[Item]) -> set[str]:
    """Return the stems and word families round an item."""
    at = next((place for place, other in enumerate(items) if other.start == item.start), 0)
    groups = synonym_groups()
    around = [*items[max(0, at - _REACH) : at], *items[at + 1 : at + 1 + _REACH]]
    words = [other.form for other in around if other.kind is ItemKind.WORD and other.form not in STOPWORDS]
    return {stem(word) for word in words} | {f"#{group}" for word in words for group in groups.get(word, ())}
