"""Sources that say otherwise than the newsroom's own claim."""

from collections.abc import Sequence

from reviewer.matching.differences.negation import is_negation
from reviewer.matching.items import Item, ItemKind
from reviewer.matching.restated.binding import bind, overlap
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.matching.restated.connector import joined_words
from reviewer.matching.restated.proper import are_one_name, names_among
from reviewer.matching.restated.scope import denied
from reviewer.matching.rules import opposite_words, word_list
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
_DIFFERENCES = word_list("differences")
_ADVERBS = word_list("adverbs_of_degree")
_COMPARING = word_list("comparing")


def denied_differences(case: Case) -> list[Conflict]:
    """Report a claim that compares (`thicker than`) where the passage finds no difference."""
    compares = [
        i for i in case.paraphrase.items if i.form in _COMPARING or (i.form.endswith("er") and _precedes_than(i, case))
    ]
    if not compares or any(is_negation(item) for item in case.paraphrase.items):
        return []
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        if passage.share < 0.4:
            continue
        denial = _no_difference(passage.items)
        if denial:
            return [difference(case, DifferenceKind.NEGATION, compares[0], rank, denial)]
    return []


def _precedes_than(item: Item, case: Case) -> bool:
    items = case.paraphrase.items
    at = next(place for place, other in enumerate(items) if other.start == item.start)
    return any(other.form == "than" for other in items[at + 1 : at + 4])


def _no_difference(items: tuple[Item, ...]) -> Item | None:
    for at, item in enumerate(items):
        if item.form not in ("no", "not", "without") or item.kind is not ItemKind.WORD:
            continue
        for other in items[at + 1 : at + 4]:
            if other.form in _DIFFERENCES:
                return Item(item.start, other.end, "no difference")
            if other.form not in _ADVERBS and other.form not in ("any", "a", "find", "found", "show"):
                break
    return None


def turned_round(case: Case) -> list[Conflict]:
    """Report a word that says the opposite of a word of its passage (`rose`, `fell`) about the same figure or thing.

    Of the passage's words of that pair the one with most of the claim's words beside it counts; two words, or a
    figure, must agree. Where one side denies its word, or names have changed places as well (`A beat B`, `B lost to
    A`), nothing is opposite.
    """
    for rank, passage in enumerate(case.paraphrase.passages[:2]):
        if passage.share < _LEAST_HELD:
            continue
        text, items = case.text_of(passage), list({item.start: item for item in passage.items}.values())
        printed = {h.point.item.start: h.item.form for h in passage.hits if h.item.kind is ItemKind.QUANTITY}
        mine = _directions(case.paraphrase.items)
        theirs = _directions(items)
        denied_here, denied_there = denied(case.paraphrase.items, case.article.text), denied(items, text)
        compared = joined_words(case, rank)
        for item, sides in mine:
            if item.start in compared:
                continue
            like = [other for other, others in mine if _pairs(others) & _pairs(sides)]
            here = bind(case.paraphrase.items, like, case.article.text, printed)
            there = bind(items, [other for other, others in theirs if _pairs(others) & _pairs(sides)], text, {})
            rated = [
                (overlap(here[item.start], there[other.start]), side, other)
                for other, others in theirs
                for pair, side in others
                if pair in dict(sides)
            ]
            if not rated:
                continue
            best, side, other = max(rated, key=lambda rate: (rate[0], rate[1] == dict(sides)[pair_of(rate[2], sides)]))
            opposite = side != dict(sides)[pair_of(other, sides)]
            if (item.start in denied_here) != (other.start in denied_there):
                opposite = not opposite
            if opposite and best >= 2 and not _sides_change(case, item, items, other, text):
                return [difference(case, DifferenceKind.NEGATION, item, rank, other)]
    return []


def _sides_change(case: Case, item: Item, items: Sequence[Item], other: Item, text: str) -> bool:
    """Return whether the name before the claim's word stands after the passage's: the other side of the same thing."""
    before = [name for name in names_among(case.paraphrase.items, case.article.text) if name.end <= item.start]
    theirs = [name for name in names_among(items, text) if before and are_one_name(before[-1], name)]
    return bool(theirs) and all(name.start >= other.end for name in theirs)


Sides = tuple[tuple[int, int], ...]


def pair_of(item: Item, sides: Sides) -> int:
    """Return the pair of opposites that a word shares with another one."""
    return next((pair for pair, _ in opposite_words().get(item.form, ()) if pair in dict(sides)), _FOR_OR_AGAINST)


def _pairs(sides: Sides) -> set[int]:
    return {pair for pair, _ in sides}


def _directions(items: Sequence[Item]) -> list[tuple[Item, Sides]]:
    """Return the words that have an opposite; `for` has one after a verb like `voted` only."""
    opposites = opposite_words()
    found: list[tuple[Item, Sides]] = []
    for at, item in enumerate(items):
        if item.kind is not ItemKind.WORD:
            continue
        form = "for" if item.form == "favour" else item.form
        takes_sides = any(other.form in _TAKING_SIDES for other in items[max(0, at - _VERB_BEFORE) : at])
        if form in ("for", "against") and takes_sides:
            found.append((item, ((_FOR_OR_AGAINST, int(form == "against")),)))
        elif item.form in opposites:
            found.append((item, opposites[item.form]))
    return found


_TAKING_SIDES = word_list("taking_sides")
_FOR_OR_AGAINST = -1
_VERB_BEFORE = 10
"""Items before `for` or `against` within which the verb may stand (`54 voted for it and 38 against`)."""
