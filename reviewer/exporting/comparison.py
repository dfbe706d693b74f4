"""The word-by-word comparison of a claim and its passage, as cells that stand above one another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.exporting.records import ClaimRecord, SourcePassage, one_line
from reviewer.model.document import Document
from reviewer.model.evidence import AlignedRun, Difference, RunKind

_WORD = re.compile(r"\S+")
_LABELS = {
    RunKind.EQUAL: "",
    RunKind.HARMLESS: "same sense",
    RunKind.CHANGED: "changed",
    RunKind.ADDED: "not in the source",
    RunKind.DROPPED: "dropped",
}


@dataclass(frozen=True)
class Cell:
    """What the article has, what the source has, and what the difference is called."""

    kind: RunKind
    article: str
    source: str
    label: str

    @property
    def is_change(self) -> bool:
        """Return whether the two sides differ in a way that matters."""
        return self.kind in (RunKind.CHANGED, RunKind.ADDED, RunKind.DROPPED)


def compare(article: Document, record: ClaimRecord, passage: SourcePassage) -> list[Cell]:
    """Return the cells of a claim and the passage shown for it, in the article's order."""
    evidence = passage.evidence
    runs = evidence.runs or (
        AlignedRun(
            RunKind.CHANGED, record.claim.span.start, record.claim.span.end, passage.span.start, passage.span.end
        ),
    )
    cells = []
    for run in runs:
        mine = one_line(article.text[run.article_start : run.article_end])
        theirs = one_line(passage.document.text[run.source_start : run.source_end])
        if mine or theirs:
            cells.append(Cell(_kind(run, mine, theirs), mine, theirs, _label(run, evidence.differences)))
    return cells


def chunks(cell: Cell, words: int) -> Iterator[Cell]:
    """Yield a cell of equal words in parts of so many words, and any other cell as it is."""
    mine, theirs = _WORD.findall(cell.article), _WORD.findall(cell.source)
    if cell.kind is not RunKind.EQUAL or len(mine) != len(theirs) or len(mine) <= words:
        yield cell
        return
    for at in range(0, len(mine), words):
        yield Cell(cell.kind, " ".join(mine[at : at + words]), " ".join(theirs[at : at + words]), cell.label)


def _kind(run: AlignedRun, mine: str, theirs: str) -> RunKind:
    if run.kind in (RunKind.EQUAL, RunKind.HARMLESS):
        return run.kind
    if not theirs:
        return RunKind.ADDED
    return RunKind.CHANGED if mine else RunKind.DROPPED


def _label(run: AlignedRun, differences: tuple[Difference, ...]) -> str:
    if run.kind is RunKind.EQUAL:
        return ""
    found = [
        wording.difference_words(difference.kind)
        for difference in differences
        if _touches(run.article_start, run.article_end, difference.article_start, difference.article_end)
        and _touches(run.source_start, run.source_end, difference.source_start, difference.source_end)
    ]
    return ", ".join(dict.fromkeys(found)) or _LABELS[run.kind]


def _touches(start: int, end: int, other_start: int, other_end: int) -> bool:
    if start == end or other_start == other_end:
        return other_start <= end and other_end >= start
    return other_start < end and other_end > start
