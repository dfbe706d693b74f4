"""What the checks on a claim in other words share."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.content import SYNONYM, held_share
from reviewer.matching.families import stem
from reviewer.matching.items import Item, ItemKind, read_items
from reviewer.matching.library import Library
from reviewer.matching.paraphrased import Paraphrase, Passage
from reviewer.matching.restated.binding import keys_of
from reviewer.matching.restated.proper import names_among
from reviewer.matching.rules import synonym_groups, word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Difference, DifferenceKind
from reviewer.text.numbers import Quantity

_SPEAKING = frozenset({"we", "i", "he", "she", "they", "you"})
"""Words that may stand in a source for what the claim names."""

_LONGEST = 2500
_MOST = 0.75
_REACH = 7
"""Items on either side of a figure that tell what it is a figure of."""


class Case(msgspec.Struct, frozen=True):
    """A claim in other words with its passages, and the texts they stand in."""

    claim: Claim
    article: Document
    sources: tuple[Document, ...]
    paraphrase: Paraphrase
    library: Library
    published: str | None = None

    def share_of_words(self, passage: Passage) -> float:
        """Return the share of the claim that a passage holds when names for which it has a pronoun are left out."""
        held = {hit.point.item.start for hit in passage.hits}
        words = {item.form for item in passage.items}
        if not words & word_list("pronouns"):
            return passage.share
        points = [p for p in self.paraphrase.points if p.item.start in held or not p.item.capital or p.item.leads]
        names = {name.start for name in names_among(self.paraphrase.items, self.article.text)}
        points = [p for p in points if p.item.start in held or p.item.start not in names]
        return held_share(points, passage.hits)

    def every_item(self) -> list[Item]:
        """Return all items of the claim, those that tell who says it included (`the twist suggests that ...`)."""
        return read_items(self.article.text, self.claim.span, self.published)

    def paragraph_of(self, passage: Passage) -> list[Item]:
        """Return the items of the paragraph in which a passage begins."""
        paragraph = self.library.paragraph_at(passage.source, passage.span.start)
        return self.library.items(passage.source, paragraph) if paragraph.length < _LONGEST else list(passage.items)

    def is_about(self, passage: Passage) -> bool:
        """Return whether a passage speaks of what the claim speaks of: of its first word, or of most of its words."""
        words = [item for item in self.paraphrase.items if keys_of(item) and item.kind is ItemKind.WORD]
        held = {hit.point.item.start for hit in passage.hits if hit.worth > SYNONYM}
        stands_for_it = {item.form for item in passage.items} & _SPEAKING
        if not words or stands_for_it or words[0].start in held or (words[0].capital and not words[0].leads):
            return True
        return sum(item.start in held for item in words) >= _MOST * len(words)

    def figures(self, unit: str) -> list[Quantity]:
        """Return the figures in a unit of all sources, none when they are too long to read them all."""
        return [quantity for quantity in self.library.quantities() if quantity.unit == unit]

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
