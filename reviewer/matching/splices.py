"""Quotations that come from more than one place: run together without a mark, or openly shortened."""

from collections.abc import Sequence

import msgspec

from reviewer.matching.comparison import Comparison
from reviewer.matching.items import Item
from reviewer.matching.library import Library
from reviewer.model.evidence import AlignedRun, Difference, DifferenceKind, RunKind
from reviewer.model.geometry import Span

SPLICE = 4
"""Words from which an unmatched run of a quote is looked for in another place."""

LONG_OMISSION = 6
"""Words left out without a mark from which two places were run together, and not a few words dropped."""

_REACH = 600
"""Code points on either side of a passage in which it may go on with the quote."""

HOLDS = 0.5
"""Coverage from which a passage holds a quote at all; what differs is told by the differences, never by this."""


class QuoteMatch(msgspec.Struct, frozen=True):
    """A passage for a quote: where it stands, how it compares, and further segments when it is spliced or shortened."""

    source: int
    comparison: Comparison
    segments: tuple[tuple[int, Span], ...]
    exact: bool = False
    spliced: bool = False

    @property
    def span(self) -> Span:
        """Return the words of the source that the quote covers, of a spliced one those of its longest segment."""
        if len(self.segments) > 1:
            return max((span for source, span in self.segments if source == self.source), key=lambda span: span.length)
        return Span(self.comparison.start, self.comparison.end)

    @property
    def holds(self) -> bool:
        """Return whether the passage holds the quote, changed or not."""
        return self.exact or self.comparison.coverage >= HOLDS or self.spliced


def cut_at_long_omissions(match: QuoteMatch) -> QuoteMatch:
    """Cut a match into segments where many words were left out without a mark; one openly shortened stays whole."""
    kinds = {d.source_start: d for d in match.comparison.differences if _leaves_out_much(d)}
    groups: list[list[AlignedRun]] = [[]]
    spliced = False
    for run in match.comparison.runs:
        gap = kinds.get(run.source_start) if run.kind is not RunKind.EQUAL else None
        if gap is None:
            groups[-1].append(run)
            continue
        spliced = spliced or not gap.harmless
        groups.append([])
    segments = tuple((match.source, _source_span(runs)) for runs in groups if runs)
    return msgspec.structs.replace(match, segments=segments, spliced=True) if spliced else match


def _leaves_out_much(difference: Difference) -> bool:
    """Return whether a long stretch of the source is left out, with at most a joining word put in its place."""
    if difference.kind not in (DifferenceKind.WORD_DROPPED, DifferenceKind.WORD_CHANGED, DifferenceKind.ELLIPSIS):
        return False
    return len(difference.source.split()) - 2 * len(difference.article.split()) >= LONG_OMISSION


def _source_span(runs: Sequence[AlignedRun]) -> Span:
    return Span(min(run.source_start for run in runs), max(run.source_end for run in runs))


def reach(claim: Sequence[Item], rest: Sequence[Item], other: QuoteMatch, library: Library) -> list[Item]:
    """Return the run of a quote that was found in another place, with as much on either side as that place goes on.

    Words where the two places meet may stand in both: they belong to the one that goes on without a break.
    """
    first = next(at for at, item in enumerate(claim) if item.start == rest[0].start)
    last = first + len(rest) - 1
    length = len(library.documents[other.source].text)
    start, end = other.comparison.start, other.comparison.end
    before = library.items(other.source, Span(max(0, start - _REACH), start))
    after = library.items(other.source, Span(end, min(length, end + _REACH)))
    while first > 0 and before and claim[first - 1].form == before[-1].form:
        first, before = first - 1, before[:-1]
    while last + 1 < len(claim) and after and claim[last + 1].form == after[0].form:
        last, after = last + 1, after[1:]
    return list(claim[first : last + 1])


def _outside(match: QuoteMatch, claim: Sequence[Item], within: Span, library: Library) -> list[AlignedRun]:
    """Return the runs of a match that lie within a stretch of the claim, equal ones across its ends cut there."""
    kept: list[AlignedRun] = []
    for run in match.comparison.runs:
        if within.start <= run.article_start and run.article_end <= within.end:
            kept.append(run)
            continue
        mine = [item for item in claim if run.article_start <= item.start and item.end <= run.article_end]
        theirs = library.items(match.source, Span(run.source_start, run.source_end))
        if run.kind is not RunKind.EQUAL or [item.form for item in mine] != [item.form for item in theirs]:
            continue
        inside = [at for at, item in enumerate(mine) if within.start <= item.start and item.end <= within.end]
        if inside:
            a, b = inside[0], inside[-1]
            places = mine[a].start, mine[b].end, theirs[a].start, theirs[b].end
            kept.append(AlignedRun(RunKind.EQUAL, *places))
    return [run for run in kept if run.article_start < run.article_end]


def join(
    claim: Sequence[Item], rest: Sequence[Item], match: QuoteMatch, other: QuoteMatch, library: Library
) -> QuoteMatch:
    """Join the passage of a quote with that of the run it has nothing for.

    The quote is spliced unless the two meet where it has an ellipsis or where one quotation ends and another begins.
    """
    start, end = rest[0].start, rest[-1].end
    before = [item for item in claim if item.end <= start]
    after = [item for item in claim if item.start >= end]
    disclosed = (not before or before[-1].part != rest[0].part) and (not after or after[0].part != rest[-1].part)
    left = _outside(match, claim, Span(claim[0].start, start), library)
    right = _outside(match, claim, Span(end, claim[-1].end), library)
    outside = tuple(
        d for d in match.comparison.differences if d.article and (d.article_end <= start or d.article_start >= end)
    )
    comparison = msgspec.structs.replace(
        match.comparison,
        differences=outside + other.comparison.differences,
        runs=tuple(sorted((*left, *right, *other.comparison.runs), key=lambda run: run.article_start)),
        coverage=max(match.comparison.coverage, HOLDS),
        unmatched=None,
    )
    ends = [*([(match.source, _source_span(left))] if left else []), (other.source, other.span)]
    segments = (*ends, *([(match.source, _source_span(right))] if right else []))
    return QuoteMatch(match.source, comparison, segments, spliced=not disclosed)
