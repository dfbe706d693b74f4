"""Dates of a claim in other words against those of its passages."""

from reviewer.matching.calendar import dates_agree, share_a_part
from reviewer.matching.items import Item
from reviewer.matching.restated.check import Case, Conflict, difference
from reviewer.model.evidence import DifferenceKind

_LEAST_HELD = 0.4
"""Share of the claim that a passage must hold before another date in it means anything."""


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
            if len(free) == 1 and passage.share >= _LEAST_HELD:
                found.append(difference(case, DifferenceKind.DATE, item, rank, free[0]))
                break
    return found


def _belongs_to_the_tag(case: Case, item: Item) -> bool:
    """Return whether the date tells when it was said (`said on Tuesday`) and not what was said."""
    tag = case.claim.attribution
    if tag is None:
        return False
    return any(span is not None and -2 <= item.start - span.end <= 3 for span in (tag.cue_span, tag.speaker_span))
