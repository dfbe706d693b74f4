"""A condition or restriction that the passage puts on what the claim tells, and that the claim leaves off."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reviewer.matching.content import Hit
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.operators import operator_rules
from reviewer.matching.restated.pairing import relation_of
from reviewer.matching.restated.verbs import says_something
from reviewer.matching.rules import strength_rules
from reviewer.model.evidence import DifferenceKind
from reviewer.model.geometry import Span
from reviewer.text.words import find_words

_LEAST_HELD, _MOST_IN_MAIN, _HITS = 0.45, 0.6, 2
_TOLD = 0.5
"""Share of a condition's words from which a text tells it in other words."""

_NO_CONDITION = ("until", "once", "except", "although not", "though not")


def condition_conflicts(case: Case) -> list[Conflict]:
    """Report a claim that leaves off the condition (`if`, `provided that`, `only for those who`) of what it tells.

    The sentence must hold most of the claim outside its condition. A condition told in other words, in the claim or
    elsewhere in the article, is kept; so is one where the claim has a condition or a weak verb of its own.
    """
    passage = case.paraphrase.passages[0]
    own = case.claim.span.of(case.article.text)
    own = own[:1].lower() + own[1:]
    if case.share_of_words(passage) < _LEAST_HELD or _conditional().search(own):
        return []
    text = case.text_of(passage)
    for sentence in case.library.sentences(passage.source, passage.span):
        for stretch in _conditions(text, sentence):
            main = [hit for hit in passage.hits if _is_in(hit.item, sentence) and not _is_in(hit.item, stretch)]
            inside = [item for item in passage.items if _is_in(item, stretch) and says_something(item)]
            if inside and _holds_the_claim(case, main) and not _is_told(case, inside):
                mine = max(main, key=lambda hit: hit.point.weight).point.item
                return [
                    difference(case, DifferenceKind.CONDITION, mine, 0, Item(stretch.start, stretch.end, "condition"))
                ]
    return []


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    words = [word for word in strength_rules().conditions if word not in _NO_CONDITION]
    either = "|".join([*map(re.escape, words), *operator_rules().restrictions])
    return re.compile(
        rf"(?<!even )(?<!as )(?<!what )\b(?:{either})\b(?! (?:necessary|possible|any|anything|not|so|ever)\b)", re.I
    )


@lru_cache(maxsize=1)
def _conditional() -> re.Pattern[str]:
    either = "|".join([*map(re.escape, strength_rules().conditions), *operator_rules().conditional])
    return re.compile(rf"\b(?:{either})\b")


def _conditions(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the conditions of a sentence, each up to the next comma or stop."""
    for match in _opening().finditer(text, sentence.start, sentence.end):
        end = next((at for at in range(match.end(), sentence.end) if text[at] in ",;.!?)"), sentence.end)
        yield Span(match.start(), end)


def _is_in(item: Item, span: Span) -> bool:
    return span.start <= item.start < span.end


def _holds_the_claim(case: Case, main: Sequence[Hit]) -> bool:
    words = [hit for hit in main if hit.point.item.kind is ItemKind.WORD]
    weight = sum(hit.point.weight for hit in case.paraphrase.passages[0].hits)
    return len(words) >= _HITS and sum(hit.point.weight for hit in main) >= _MOST_IN_MAIN * weight


def _is_told(case: Case, inside: Sequence[Item]) -> bool:
    mine = case.every_item()
    kept = [item for item in inside if any(relation_of(item, other) for other in mine)]
    if len(kept) >= _TOLD * len(inside):
        return True
    article = {token.form for token in find_words(case.article.text, Span(0, len(case.article.text)))}
    elsewhere = [item for item in inside if item.form in article]
    return len(elsewhere) >= _TOLD * len(inside)
