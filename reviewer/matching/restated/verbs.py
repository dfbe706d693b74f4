"""Words that make up a clause: its verb, by form alone, and the words with a sense of their own."""

from collections.abc import Sequence
from functools import lru_cache

from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.operators import operator_rules
from reviewer.matching.rules import irregular_forms, word_list
from reviewer.matching.stopwords import STOPWORDS

_POLAR_SMALL_WORDS = frozenset({"up", "down", "against", "above", "below", "more", "off"})
SMALL = frozenset(
    {"against", "yet", "still", "ever", "anymore", "now", "either", "already", "else", "even", "ago", "so"}
    | {"going", "need", "able", "really"}
)
"""Words that say nothing of their own about what happened."""

SUBJECTS = frozenset({"i", "we", "he", "she", "they", "it", "there", "nobody", "none"})
"""Words that can only be the subject of a clause."""


def says_something(item: Item) -> bool:
    """Return whether a word has a sense of its own: no small word, unless it is one that has an opposite."""
    if item.kind is not ItemKind.WORD or item.form.startswith("'"):
        return False
    if item.form in operator_rules().subordinators or item.form in SMALL:
        return False
    return item.form not in STOPWORDS or item.form in _POLAR_SMALL_WORDS


def takes_sides(items: Sequence[Item], at: int) -> bool:
    """Return whether `for` or `against` says on which side somebody is (`voted for it`, `is against it`)."""
    before = items[max(0, at - 4) : at]
    sides = word_list("taking_sides") | (operator_rules().finite if items[at].form == "against" else frozenset())
    return (
        items[at].form in ("for", "against") and any(item.form in sides for item in before) and not before[-1].quantity
    )


def is_bound(items: Sequence[Item], at: int) -> bool:
    """Return whether `up`, `above` or `below` belongs to a figure (`up to 24 hours`)."""
    following = items[at + 1 : at + 2]
    return (
        items[at].form in _POLAR_SMALL_WORDS
        and bool(following)
        and (following[0].form == "to" or following[0].quantity is not None)
    )


def is_finite(item: Item) -> bool:
    """Return whether a word can be the verb of a clause by itself: an auxiliary or a past form."""
    rules = operator_rules()
    return item.form in rules.finite | rules.present | rules.speaking or _is_past_form(item.form)


def is_verb(item: Item) -> bool:
    """Return whether a word is a form of a verb, or the `to` of one."""
    return item.kind is ItemKind.WORD and (
        is_finite(item) or item.form in ("be", "been", "being", "to") or item.form.endswith(("ed", "ing"))
    )


@lru_cache(maxsize=4_000)
def _is_past_form(form: str) -> bool:
    first = irregular_forms().get(form)
    return (first is not None and first != form and not form.endswith(("ing", "s", "th"))) or (
        form.endswith("ed") and len(form) > 3 and not form.endswith("eed")
    )


def is_past(items: Sequence[Item]) -> bool:
    """Return whether a clause tells what was or has been: no modal verb, and a verb in the past or perfect."""
    forms = [item.form for item in items]
    future = {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "to"}
    for at, form in enumerate(forms):
        if form in ("was", "were", "had", "did"):
            return form in ("had", "did") or not any(other.endswith("ing") for other in forms[at + 1 : at + 3])
        if form in ("has", "have"):
            return not future & set(forms[:at])
        if _is_past_form(form):
            before = forms[max(0, at - 2) : at]
            return not set(before) & (future | {"is", "are", "be", "being", "a", "the", "an"})
    return False
