"""Dates of a claim in other words against those of its passages."""

from itertools import pairwise

from reviewer.matching.calendar import dates_agree, share_a_part, share_an_equal_part
from reviewer.matching.content import is_as_exact, says_the_same
from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.model.evidence import DifferenceKind

_HALF = 0.5
"""Share below which a day of the week that no passage names speaks against the claim as well."""

_LEAST_HELD, _LESS_HELD = 0.4, 0.25
"""Share of the claim that a passage must hold before another date in it means anything; less when they are alike."""


def date_conflicts(case: Case) -> list[Conflict]:
    """Report each date of the claim that its first passages give otherwise.

    Only when no passage gives the claim's date, and the passage has exactly one comparable date that the claim does
    not give: with several there is no telling which of them it should be.
    """
    mine = [item for item in case.paraphrase.items if item.date and not _belongs_to_the_tag(case, item)]
    found: list[Conflict] = []
    for item in mine:
        assert item.date is not None
        if any(
            other.date and share_a_part(item.date, other.date) and dates_agree(item.date, other.date)
            for rank, passage in enumerate(case.paraphrase.passages)
            for other in passage.items
            if rank == 0 or is_as_exact(item, other)
        ):
            continue
        for rank, passage in enumerate(case.paraphrase.passages[:2]):
            free = [
                other
                for other in passage.items
                if other.date and share_a_part(item.date, other.date) and not any(_gives(one, other) for one in mine)
            ]
            if (
                len(free) == 1
                and (_nearly_agree(item, free[0]) or case.is_about(passage))
                and passage.share >= (_LESS_HELD if _nearly_agree(item, free[0]) else _LEAST_HELD)
            ):
                found.append(difference(case, DifferenceKind.DATE, item, rank, free[0]))
                break
    return found


def _gives(one: Item, other: Item) -> bool:
    if one.date is None or other.date is None:
        return False
    is_alike = share_a_part(one.date, other.date) or one.date.iso[:1] != "T" != other.date.iso[:1]
    return is_alike and dates_agree(one.date, other.date)


def narrowed_dates(case: Case) -> list[Conflict]:
    """Report one date where the passage leaves two open (`in May or June`)."""
    mine = [item for item in case.paraphrase.items if item.date]
    for rank, passage in enumerate(case.paraphrase.passages):
        dates = [item for item in passage.items if item.date]
        for one, other in pairwise(dates):
            if case.text_of(passage)[one.end : other.start].strip() != "or":
                continue
            held = [[item for item in mine if says_the_same(item, end)] for end in (one, other)]
            if bool(held[0]) != bool(held[1]):
                return [difference(case, DifferenceKind.DATE, (held[0] or held[1])[0], rank, one if held[1] else other)]
    return []


def _nearly_agree(item: Item, other: Item) -> bool:
    """Return whether two dates share a year, month or day, as slips of the pen do."""
    if item.date is None or other.date is None or (item.date.relative and item.date.weekday is not None):
        return False
    return share_an_equal_part(item.date, other.date)


def missing_dates(case: Case, share: float) -> list[Item]:
    """Return the dates of the claim, apart from that of the attribution, that no passage gives.

    A day of the week or time of day speaks against a claim only if little of it is held; `share` is how much.
    """
    return [
        item
        for item in case.paraphrase.items
        if item.date
        and item.date.iso
        and (not item.date.relative or (item.date.weekday is not None and share < _HALF))
        and "Q" not in item.date.iso
        and (item.date.iso[0] != "T" or share < _LEAST_HELD)
        and not _belongs_to_the_tag(case, item)
        and not any(
            says_the_same(item, other) and is_as_exact(item, other)
            for passage in case.paraphrase.passages
            for other in passage.items
        )
        and not any(says_the_same(item, other) for other in case.library.dates_on_top())
    ]


def _belongs_to_the_tag(case: Case, item: Item) -> bool:
    """Return whether the date tells when it was said (`said on Tuesday`) and not what was said."""
    tag = case.claim.attribution
    if tag is None:
        return False
    return any(span is not None and -2 <= item.start - span.end <= 3 for span in (tag.cue_span, tag.speaker_span))
