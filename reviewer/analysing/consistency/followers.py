"""Figures that should follow from others by the wording around them."""

from collections.abc import Iterator
from itertools import groupby

from reviewer.analysing.consistency import (
    votes,
    wordings_of_change,
    wordings_of_parts,
    wordings_of_price,
    wordings_of_totals,
)
from reviewer.analysing.consistency.elapsed import wrong_elapsed
from reviewer.analysing.consistency.frames import mark, readings, unexplained
from reviewer.analysing.consistency.lifetimes import wrong_lifetimes
from reviewer.analysing.consistency.rates import wrong_rates
from reviewer.analysing.consistency.scene import CheckedSentence, CheckedText
from reviewer.analysing.consistency.scores import wrong_scores
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
        yield from unexplained(readings(marked, checked.text, _FRAMES))
        yield from votes.wrong_votes(marked, checked.text)
        yield from wrong_rates(marked, checked.text)
        yield from wrong_elapsed(marked, checked.text, checked.published)
        yield from wrong_lifetimes(checked, marked, paragraph)
        for one in paragraph:
            yield from votes.wrong_polls(checked.text, one.sentence.span, one.quantities)
            yield from wrong_scores(checked.text, one.sentence.span)


def _runs(checked: CheckedText) -> Iterator[list[CheckedSentence]]:
    """Yield the runs of sentences of a paragraph with figures or dates: no wording reaches over one without either."""
    for sentences in checked.paragraphs():
        for has_figures, run in groupby(sentences, key=lambda one: bool(one.quantities or one.dates)):
            if has_figures:
                yield list(run)
