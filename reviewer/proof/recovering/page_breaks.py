"""Words that begin at the foot of one page and end at the head of the next."""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.proof.recovering.gathering import Gathering

_LINES = 4
"""So many lines at foot and head are tried: page numbers, footnotes and titles may stand between the halves."""


class PageBreaks:
    """Reads the pages of one document over their ends, in order."""

    def __init__(self, gathering: Gathering, engine: str) -> None:
        self._gathering, self._engine = gathering, engine
        self._part = ""
        self._foot: Sequence[str] = ()

    def go_on(self, part: str, text: str) -> None:
        """Take the lines of the next page, from top to bottom; `part` names it."""
        lines = [line for line in text.split("\n") if line.strip(" \u00a6")]
        head = [*map("\n".join, pairwise(lines[: _LINES + 1])), *lines[-1:][: len(lines) <= _LINES]]
        for before in self._foot:
            for behind in head:
                self._gathering.read_across(self._part, self._engine, before, behind)
        last = lines[-_LINES - 1 :]
        self._foot = [*last[: len(lines) <= _LINES], *map("\n".join, pairwise(last))]
        self._part = part
