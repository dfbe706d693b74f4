"""Whether the passages found for a claim in other words hold it: the one decision between held and unsupported."""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.content import is_sure_value, is_telling
from reviewer.matching.items import Item, ItemKind, is_printed_age
from reviewer.matching.restated.binding import clauses
from reviewer.matching.restated.check import Case, Conflict
from reviewer.matching.restated.date import missing_dates
from reviewer.matching.restated.figure import missing_figures
from reviewer.matching.rules import support_rules, word_list
from reviewer.text.number_words import ORDINALS

_SMALL_COUNT = 12
_OPENING = 4
"""Words of a claim in which its subject stands."""

_FIRST = 2
"""Items of a claim in which a figure is the number of what it speaks of (`One in four people ...`)."""

_LONG = frozenset({"month", "year", "decade"})


def is_supported(case: Case, conflicts: Sequence[Conflict]) -> bool:
    """Return whether the passages hold the claim, rightly or with a change.

    The share of the claim's points that they hold decides, with thresholds from resources/rules/support.json. A
    telling figure or date that a passage gives lowers what is needed: it is hardly met by chance. A figure or date
    that no passage gives, from none of theirs follows, and that none of theirs conflicts with raises it, the more
    telling it is. A superlative, a comparison with others or a count in a row that no passage has is a claim of its
    own.
    """
    rules = support_rules()
    paraphrase = case.paraphrase
    best = paraphrase.passages[0]
    share = max(best.share, rules.together * paraphrase.held)
    share += _derived_share(case) + _disputed_share(case, conflicts) + (rules.voice if best.said_by_named else 0.0)
    if case.library.is_headline(best.source, best.span):
        share -= rules.heading
    given = [hit.point.item for passage in paraphrase.passages for hit in passage.hits if is_sure_value(hit)]
    if share < rules.holds - (rules.value if given else 0.0):
        return False
    if _added_superlative(case) and best.share < rules.superlative:
        return False
    if best.share < rules.sure and (_tells_of_others(case) or _counts_in_a_row(case)):
        return False
    disputed = {c.difference.article_start for c in conflicts if not c.difference.harmless}
    if disputed and share >= rules.disputed:
        return True
    missing = [item for item in (*missing_figures(case), *missing_dates(case, share)) if item.start not in disputed]
    return all(share + _ease(item, given) >= _needed(item, case) for item in missing)


def _ease(item: Item, given: Sequence[Item]) -> float:
    """Return how much less is needed because a passage gives other telling values of the claim.

    Not when it gives one of the same unit: where that stands, this one would stand as well.
    """
    alike = not _is_small_count(item) and any(
        item.quantity and one.quantity and item.quantity.unit == one.quantity.unit for one in given
    )
    return support_rules().value_beside if given and not alike else 0.0


def _needed(item: Item, case: Case) -> float:
    """Return the share that must be held for a claim to be supported without this figure or date of it."""
    rules = support_rules()
    if item.date:
        return rules.date
    if is_printed_age(item, case.article.text):
        return 0.0
    if _is_small_count(item):
        return rules.small_count
    if _is_in_unheld_clause(item, case):
        return rules.other_clause
    if item in case.paraphrase.items[:_FIRST]:
        return rules.first_figure
    return rules.telling_figure if is_telling(item) else rules.figure


def _is_in_unheld_clause(item: Item, case: Case) -> bool:
    """Return whether no passage holds any word of the clause in which a figure stands: it tells of another thing."""
    held = {hit.point.item.start for passage in case.paraphrase.passages for hit in passage.hits}
    clause = next(one for one in clauses(case.paraphrase.items, case.article.text) if item in one)
    return not any(other.start in held for other in clause)


def _added_superlative(case: Case) -> bool:
    """Return whether the claim says `largest` or `first` of something and its passages have no such word."""
    superlatives = word_list("superlatives")
    theirs = [item for passage in case.paraphrase.passages for item in passage.items]
    if any(item.form in superlatives for item in theirs):
        return False
    items = case.paraphrase.items
    return any(item.form in superlatives and _ranks(case, at) for at, item in enumerate(items)) or _has_most(
        items, theirs
    )


def _has_most(mine: Sequence[Item], theirs: Sequence[Item]) -> bool:
    """Return whether the claim says `the most visited` and its passages have no `most`."""
    forms = [item.form for item in mine]
    ranked = any(one == "the" and other == "most" for one, other in pairwise(forms))
    return ranked and all(item.form != "most" for item in theirs)


def _tells_of_others(case: Case) -> bool:
    """Return whether the claim speaks of others (`Two other parishes`) and its passages of none: not the same thing."""
    others = word_list("others")
    theirs = {item.form for passage in case.paraphrase.passages for item in passage.items}
    return any(item.form in others for item in case.paraphrase.items[:_OPENING]) and not theirs & others


def _counts_in_a_row(case: Case) -> bool:
    """Return whether the claim counts a thing in a row (`the third flood in two years`) and its passages do not."""
    theirs = {item.form for passage in case.paraphrase.passages for item in passage.items}
    absent = [item for item in case.paraphrase.items if item.form not in theirs]
    is_ranked = any(item.form in ORDINALS or (item.quantity and item.quantity.unit == "ordinal") for item in absent)
    return is_ranked and any(item.quantity and item.quantity.unit in _LONG for item in absent)


def _ranks(case: Case, at: int) -> bool:
    """Return whether a superlative is more than `only 29 percent` or `at first`."""
    items = case.paraphrase.items
    before = items[at - 1].form if at else ""
    return items[at].form not in ("only", "first", "record", "best", "worst") and before != "at"


def _is_small_count(item: Item) -> bool:
    """Return whether a figure is a count that a reader takes from the things named (`the two ships`)."""
    return item.quantity is not None and item.quantity.unit == "" and 0 < item.quantity.value <= _SMALL_COUNT


def _disputed_share(case: Case, conflicts: Sequence[Conflict]) -> float:
    """Return the share of the claim's points that are figures and dates which the passage gives otherwise."""
    points = case.paraphrase.points
    disputed = {c.difference.article_start for c in conflicts if not c.difference.harmless}
    held = sum(p.weight for p in points if p.item.start in disputed and p.item.kind is not ItemKind.WORD)
    return held / (sum(p.weight for p in points) or 1.0)


def _derived_share(case: Case) -> float:
    """Return the share of the claim's points that are figures which follow from figures of the passage."""
    points = case.paraphrase.points
    absent = {item.start for item in missing_figures(case)}
    held = {hit.point.item.start for hit in case.paraphrase.passages[0].hits}
    derived = [p for p in points if p.item.quantity and p.item.start not in absent and p.item.start not in held]
    return sum(p.weight for p in derived) / (sum(p.weight for p in points) or 1.0)
