"""Where a marked line may begin without telling how long it was."""

from collections.abc import Sequence

from reviewer.redacting.pdf_lines import Run

_SAME = 0.8


class LineStarts:
    """The starts, ends and middles of a page's lines: a line set to the right or centred tells its length by them."""

    def __init__(self, runs: Sequence[Run], width: float) -> None:
        self._runs = runs
        self._middle = width / 2

    def start_of(self, run: Run) -> float:
        """Return where a line is to begin when set anew, in points along its direction.

        A line that begins where another one begins stays there. One that is centred or set to the right goes to the
        left edge of its column.
        """
        others = [one for one in self._runs if one is not run and abs(one.along[0] - run.along[0]) < 0.01]
        if any(abs(other.start - run.start) < _SAME for other in others):
            return run.start
        if self._is_centred(run, others) or any(abs(other.end - run.end) < _SAME for other in others):
            beside = [one.end for one in others if abs(one.level - run.level) < run.size and one.end <= run.start]
            column = [one.start for one in others if one.start < run.end and run.start < one.end]
            left = min([*column, run.start])
            return max([left, *(end + run.size for end in beside)])
        return run.start

    def _is_centred(self, run: Run, others: Sequence[Run]) -> bool:
        middle = (run.start + run.end) / 2
        if run.along == (1.0, 0.0) and abs(middle - self._middle) < _SAME:
            return True
        return any(abs((other.start + other.end) / 2 - middle) < _SAME for other in others)
