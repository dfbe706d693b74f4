"""All checks of the text against itself."""

from collections.abc import Callable, Iterable, Sequence

from reviewer.analysing.consistency.ages import two_ages, wrong_ages
from reviewer.analysing.consistency.brackets import unbalanced_marks
from reviewer.analysing.consistency.counts import wrong_counts
from reviewer.analysing.consistency.feasts import wrong_feasts
from reviewer.analysing.consistency.followers import wrong_followers
from reviewer.analysing.consistency.headlines import wrong_headlines
from reviewer.analysing.consistency.leads import wrong_leads
from reviewer.analysing.consistency.namesakes import misspelt_namesakes
from reviewer.analysing.consistency.parts import wrong_parts
from reviewer.analysing.consistency.percentages import wrong_percentages
from reviewer.analysing.consistency.scene import CheckedText, checked_text, slip
from reviewer.analysing.consistency.spans_of_time import wrong_spans
from reviewer.analysing.consistency.spelling import misspelt_names
from reviewer.analysing.consistency.sums import wrong_sums
from reviewer.analysing.consistency.units import wrong_units
from reviewer.analysing.consistency.weekdays import wrong_weekdays
from reviewer.analysing.consistency.wholes import wrong_wholes
from reviewer.analysing.entities import Entity
from reviewer.analysing.passages import Story
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span

_CHECKS: tuple[Callable[[CheckedText], Iterable[InternalCheck]], ...] = (
    wrong_weekdays,
    wrong_percentages,
    wrong_sums,
    wrong_units,
    wrong_ages,
    wrong_counts,
    wrong_leads,
    wrong_parts,
    wrong_spans,
    wrong_followers,
    wrong_feasts,
    wrong_headlines,
    wrong_wholes,
    unbalanced_marks,
)


def check_story(text: str, story: Story, entities: Sequence[Entity], published: str | None) -> list[InternalCheck]:
    """Return the slips inside a story in text order, one of a kind for each stretch."""
    checked = checked_text(text, story, published)
    found = [check for find in _CHECKS for check in find(checked)]
    found.extend(misspelt_names(text, entities))
    found.extend(misspelt_namesakes(text, entities))
    found.extend(two_ages(text, entities))
    found.extend(
        slip(span, CheckKind.UNBALANCED_QUOTE, span.of(text), "a pair of marks", "this mark has no partner")
        for span in story.unbalanced
    )
    return _once(found)


def _once(found: Iterable[InternalCheck]) -> list[InternalCheck]:
    """Return each slip once in text order: of several that overlap in one kind, the first that was found."""
    kept: list[InternalCheck] = []
    for check in found:
        span = Span(check.start, check.end)
        same = (one for one in kept if one.kind is check.kind and span.overlap(Span(one.start, one.end)))
        if next(same, None) is None:
            kept.append(check)
    return sorted(kept, key=lambda check: (check.start, check.end))
