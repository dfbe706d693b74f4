"""Dates of a claim in other words against those of its passages."""

from reviewer.matching.calendar import dates_agree, share_a_part, share_an_equal_part
from reviewer.matching.content import says_the_same
from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.model.evidence import DifferenceKind

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
            for passage in case.paraphrase.passages
            for other in passage.items
        ):
            continue
        for rank, passage in enumerate(case.paraphrase.passages[:2]):
            free = [
                other
                for other in passage.items
                if other.date
                and share_a_part(item.date, other.date)
                and not any(one.date and dates_agree(one.date, other.date) for one in mine)
            ]
            if len(free) == 1 and passage.share >= (_LESS_HELD if _nearly_agree(item, free[0]) else _LEAST_HELD):
                found.append(difference(case, DifferenceKind.DATE, item, rank, free[0]))
                break
    return found


def _nearly_agree(item: Item, other: Item) -> bool:
    """Return whether two dates share a year, month or day, as slips of the pen do."""
    return item.date is not None and other.date is not None and share_an_equal_part(item.date, other.date)


def missing_dates(case: Case) -> list[Item]:
    """Return the absolute dates of the claim, apart from that of the attribution, that no passage gives."""
    return [
        item
        for item in case.paraphrase.items
        if item.date
        and item.date.iso
        and not item.date.relative
        and not _belongs_to_the_tag(case, item)
        and not any(says_the_same(item, other) for passage in case.paraphrase.passages for other in passage.items)
    ]


def _belongs_to_the_tag(case: Case, item: Item) -> bool:
    """Return whether the date tells when it was said (`said on Tuesday`) and not what was said."""
    tag = case.claim.attribution
    if tag is None:
        return False
    return any(span is not None and -2 <= item.start - span.end <= 3 for span in (tag.cue_span, tag.speaker_span))
