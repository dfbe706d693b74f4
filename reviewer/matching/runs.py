"""The columns of the word-by-word comparison that window and packet show."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from reviewer.matching.alignment import Alignment
from reviewer.matching.differences.block import Block, Explained, Sides
from reviewer.matching.items import Item
from reviewer.model.evidence import AlignedRun, RunKind

_MARKS = ".,;:!?…"


def runs_of(
    alignment: Alignment,
    claim: Sequence[Item],
    source: Sequence[Item],
    parts: Sequence[tuple[Block, list[Explained]]],
    sides: Sides,
) -> tuple[AlignedRun, ...]:
    """Return the stretches of claim and passage that correspond, in order; each change holds the fewest words."""
    runs: list[AlignedRun] = []
    rest = iter(parts)
    run: list[tuple[Item, Item]] = []
    inside = False
    for pair in alignment.pairs:
        if pair.equal and pair.claim is not None and pair.source is not None:
            mine = claim[pair.claim]
            if run and mine.part != run[-1][0].part:
                runs.append(_equal_run(run))
                run = []
            run.append((mine, source[pair.source]))
            inside = False
        elif not inside:
            if run:
                runs.append(_equal_run(run))
                run = []
            runs += _changed_runs(*next(rest), sides)
            inside = True
    if run:
        runs.append(_equal_run(run))
    return tuple(runs)


def _equal_run(run: Sequence[tuple[Item, Item]]) -> AlignedRun:
    return AlignedRun(RunKind.EQUAL, run[0][0].start, run[-1][0].end, run[0][1].start, run[-1][1].end)


def _changed_runs(block: Block, ones: Sequence[Explained], sides: Sides) -> list[AlignedRun]:
    """Return a run for each difference of a block, or one for all when they do not come in the same order."""
    ordered = sorted((one.difference for one in ones), key=lambda d: (d.article_start, d.source_start))
    in_order = all(
        one.article_end <= other.article_start and one.source_end <= other.source_start
        for one, other in pairwise(ordered)
    )
    if len(ordered) < 2 or not in_order:
        return [_whole_block(block, ones)]
    runs: list[AlignedRun] = []
    for difference in ordered:
        places = difference.article_start, difference.article_end, difference.source_start, difference.source_end
        if runs:
            a, b = (runs[-1].article_end, places[0]), (runs[-1].source_end, places[2])
            between = sides.article[a[0] : a[1]]
            if between.strip() and between == sides.source[b[0] : b[1]]:
                runs.append(AlignedRun(RunKind.EQUAL, *a, *b))
        runs.append(AlignedRun(_kind(difference.harmless, bool(difference.article), bool(difference.source)), *places))
    return runs


def _whole_block(block: Block, ones: Sequence[Explained]) -> AlignedRun:
    a = (block.claim[0].start, block.claim[-1].end) if block.claim else (block.claim_at, block.claim_at)
    b = (block.source[0].start, block.source[-1].end) if block.source else (block.source_at, block.source_at)
    harmless = all(one.difference.harmless for one in ones)
    return AlignedRun(_kind(harmless, bool(block.claim), bool(block.source)), *a, *b)


def _kind(harmless: bool, has_claim: bool, has_source: bool) -> RunKind:
    if harmless:
        return RunKind.HARMLESS
    if has_claim and has_source:
        return RunKind.CHANGED
    return RunKind.ADDED if has_claim else RunKind.DROPPED


def reach_to_the_end(runs: tuple[AlignedRun, ...], article: str, end: int, source: str) -> tuple[AlignedRun, ...]:
    """Return the runs with the marks that close the claim up to `end`: equal ones, else a harmless run of both."""
    if not runs:
        return runs
    last = runs[-1]
    tail = last.article_end
    while tail < end and article[tail] in _MARKS:
        tail += 1
    marks = article[last.article_end : tail]
    theirs = last.source_end
    while theirs < len(source) and source[theirs] in _MARKS:
        theirs += 1
    if not marks:
        return runs
    if source[last.source_end : theirs] == marks and last.kind is RunKind.EQUAL:
        return (*runs[:-1], msgspec.structs.replace(last, article_end=tail, source_end=theirs))
    same = source[last.source_end : theirs] == marks
    kind = RunKind.EQUAL if same else RunKind.HARMLESS
    return (*runs, AlignedRun(kind, last.article_end, tail, last.source_end, theirs))
