"""What was hoped, planned, tried, alleged or allowed to some only, told as done, as sure, or as open to all."""

import re
from collections.abc import Iterator, Sequence

from reviewer.matching.families import stem
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.rules import strength_rules, word_list
from reviewer.matching.stopwords import STOPWORDS
from reviewer.model.evidence import DifferenceKind
from reviewer.model.geometry import Span
from reviewer.text.words import find_words

_FOLLOWED_BY = {"intents": ("to",), "accusations": ("of", "with"), "proposals": ("a", "an", "that", "to", "the")}
_LIMITS = frozenset({"in", "for", "if", "when", "after", "with", "to", "from", "by", "on", "at", "those", "people"})
_REACH, _WITHIN = 2, 6


def following_words(items: Sequence[Item], at: int) -> Iterator[Item]:
    """Yield the first words with a sense of their own after a place, within a few words."""
    found = 0
    for item in items[at + 1 : at + 1 + _WITHIN]:
        if item.form in STOPWORDS or item.kind is not ItemKind.WORD:
            continue
        yield item
        found += 1
        if found == _REACH:
            return


def intent_conflicts(case: Case) -> list[Conflict]:
    """Report a claim that tells as done or certain what its passage says was hoped, planned, tried or alleged.

    The passage's word must govern a word that both sides have, and the claim have no such word, and no weak one.
    """
    weak = strength_rules().hedges - strength_rules().number_hedges
    tempered = frozenset().union(*map(word_list, _FOLLOWED_BY)) | word_list("court") | weak | {"would", "could", "want"}
    if any(item.form in tempered and not item.capital for item in case.every_item()):
        return []
    held = {hit.item.start: hit for hit in case.paraphrase.passages[0].hits}
    for clause in _clauses(case):
        for at, item in enumerate(clause[:-1]):
            names = [name for name in _FOLLOWED_BY if item.form in word_list(name) and not item.capital]
            if not names or clause[at + 1].form not in _FOLLOWED_BY[names[0]]:
                continue
            words = list(following_words(clause, at))
            governed = [held[word.start].point.item for word in words if word.start in held]
            if governed and _is_told(case, words[0], governed[0]):
                return [difference(case, DifferenceKind.HEDGE, governed[0], 0, item)]
    return []


def _is_told(case: Case, verb: Item, governed: Item) -> bool:
    """Return whether the claim has the governed verb, in whatever form (`stealing`, `stole`), and not as `to steal`."""
    before = [item.form for item in case.paraphrase.items if item.end <= governed.start][-1:]
    return before != ["to"] and any(item.form[:2] == verb.form[:2] for item in case.paraphrase.items)


def only_conflicts(case: Case) -> list[Conflict]:
    """Report a claim that leaves off the `only` which says for whom, where or when its passage holds."""
    if any(item.form in word_list("limiting") for item in case.every_item()):
        return []
    held = {hit.item.start: hit.point.item for hit in case.paraphrase.passages[0].hits}
    for clause in _clauses(case):
        for at, item in enumerate(clause[:-1]):
            if item.form != "only" or (at and clause[at - 1].form in ("not", "if", "the", "an")):
                continue
            limits = at == 0 or clause[at + 1].form in _LIMITS
            governed = [held[other.start] for other in following_words(clause, at) if other.start in held]
            if limits and governed and clause[at + 1].kind is ItemKind.WORD:
                return [difference(case, DifferenceKind.CONDITION, governed[0], 0, item)]
    return []


def leading_condition(case: Case) -> list[Conflict]:
    """Report a condition that opens the passage's sentence (`Subject to the weather, ...`) and that the claim lacks."""
    passage = case.paraphrase.passages[0]
    text = case.text_of(passage)
    conditions = [c for c in strength_rules().conditions if c not in _NO_LEADING]
    either = "|".join(map(re.escape, conditions))
    words = case.article.text[case.claim.span.start : case.claim.span.end]
    if re.search(rf"\b(?:{either}|would|could|may|might)\b", words, re.IGNORECASE):
        return []
    for match in re.finditer(rf"(?:^|(?<=[.!?“\"] ))(?:{either})\b[^,.!?]{{1,80}},", text[passage.span.start :], re.I):
        start, end = passage.span.start + match.start(), passage.span.start + match.end()
        after = [hit for hit in passage.hits if end <= hit.item.start < passage.span.end]
        inside = [hit for hit in passage.hits if start <= hit.item.start < end]
        if _is_told_elsewhere(case, text[start:end]):
            continue
        if end < passage.span.end and len(after) >= 2 and not inside and "." not in text[end : after[0].item.start]:
            return [difference(case, DifferenceKind.CONDITION, after[0].point.item, 0, Item(start, end - 1, "if"))]
    return []


def _is_told_elsewhere(case: Case, condition: str) -> bool:
    """Return whether the article has a word of the condition anywhere: it may well tell it in another sentence."""
    words = [token.form for token in find_words(condition, Span(0, len(condition)))]
    stems = [stem(word) for word in words if len(word) > 4 and word not in STOPWORDS]
    return any(re.search(rf"\b{re.escape(word[:5])}", case.article.text, re.IGNORECASE) for word in stems)


_NO_LEADING = ("until", "once", "except", "but only", "but not", "but never", "although not", "though not")


def _clauses(case: Case) -> list[list[Item]]:
    passage = case.paraphrase.passages[0]
    return [list(clause) for clause in clauses(passage.items, case.text_of(passage))]
