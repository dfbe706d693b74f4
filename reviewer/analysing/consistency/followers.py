"""Figures that should follow from others by the wording around them."""

from collections.abc import Iterator
from itertools import chain, groupby

from reviewer.analysing.consistency import (
    votes,
    wordings_of_change,
    wordings_of_parts,
    wordings_of_price,
    wordings_of_totals,
)
from reviewer.analysing.consistency.comparisons import related, wrong_ways
from reviewer.analysing.consistency.durations import wrong_hours, wrong_months_ago, wrong_spells
from reviewer.analysing.consistency.elapsed import wrong_elapsed
from reviewer.analysing.consistency.frames import mark, readings, unexplained
from reviewer.analysing.consistency.leagues import wrong_records
from reviewer.analysing.consistency.lifetimes import wrong_lifetimes
from reviewer.analysing.consistency.partitions import partitions, wrong_partitions
from reviewer.analysing.consistency.portions import portions, wrong_votes_in_all
from reviewer.analysing.consistency.rates import wrong_rates
from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText
from reviewer.analysing.consistency.scores import wrong_scores
from reviewer.analysing.consistency.stages import wrong_stages
from reviewer.model.analysis import InternalCheck

_FRAMES = (
    *wordings_of_change.FRAMES,
    *wordings_of_parts.FRAMES,
    *wordings_of_price.FRAMES,
    *wordings_of_totals.FRAMES,
    *votes.FRAMES,
)


def wrong_followers(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield the figures that follow from those beside them in no way in which they are said to."""
    for paragraph in _runs(checked):
        marked = mark(checked.text, paragraph)
        parts = (read(checked.text, one) for read in (partitions, portions) for one in paragraph)
        told = chain(readings(marked, checked.text, _FRAMES), related(checked.text, paragraph), *parts)
        yield from unexplained(told)
        yield from wrong_ways(checked.text, paragraph)
        yield from votes.wrong_votes(marked, checked.text)
        yield from wrong_rates(marked, checked.text)
        yield from wrong_elapsed(marked, checked.text, checked.published)
        yield from wrong_lifetimes(checked, marked, paragraph)
        for one in paragraph:
            yield from wrong_partitions(checked.text, one)
            yield from wrong_votes_in_all(checked.text, one)
            yield from votes.wrong_polls(checked.text, one.sentence.span, one.quantities)
            yield from wrong_scores(checked.text, one.sentence.span)
            yield from wrong_records(checked.text, one.sentence.span)
            yield from wrong_spells(checked.text, one)
            yield from wrong_stages(checked.text, one)
            yield from wrong_hours(checked.text, one)
            if checked.published is not None:
                yield from wrong_months_ago(checked.text, one, checked.published)


def _runs(checked: CheckedText) -> Iterator[list[CheckedSentence]]:
    """Yield the runs of sentences of a paragraph with figures or dates: no wording reaches over one without either."""
    for sentences in checked.paragraphs():
        for has_figures, run in groupby(sentences, key=lambda one: bool(one.quantities or one.dates)):
            if has_figures:
                yield list(run)
