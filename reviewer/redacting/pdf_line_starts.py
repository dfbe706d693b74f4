"""Where a marked line may begin without telling how long it was."""

from collections.abc import Sequence

from reviewer.redacting.pdf_lines import Run

_SAME = 0.8
_MANY = 2
_MARGIN = 0.25
_INDENT = 2.5


class LineStarts:
    """The starts, ends and middles of a page's lines: a line set to the right or centred tells its length by them."""

    def __init__(self, runs: Sequence[Run], width: float) -> None:
        self._runs = runs
        self._middle = width / 2

    def start_of(self, run: Run) -> float:
        """Return where a line is to begin when set anew, in points along its direction.

        A line that begins where two others begin stays there, or where one does that ends elsewhere; so does one that
        is indented a little from the left edge of its column and ends short of others. Any other may be centred or set
        to the right: it goes to that edge, which is told by the other lines alone.
        """
        others = [one for one in self._runs if one is not run and _is_parallel(one, run)]
        shared = sum(abs(other.start - run.start) < _SAME for other in others)
        if shared >= _MANY:
            return run.start
        edge = self._left_edge(run, others)
        is_little = bool(others) and run.start - edge < _INDENT * run.size and not self._reaches_furthest(run, others)
        is_set_right = any(abs(other.end - run.end) < _SAME for other in others)
        if (shared or is_little) and not is_set_right and not self._is_centred(run, others):
            return run.start
        beside = [one.end for one in others if abs(one.level - run.level) < run.size and one.end <= run.start]
        return max([edge, *(end + run.size for end in beside)])

    def _reaches_furthest(self, run: Run, others: Sequence[Run]) -> bool:
        """Return whether a line ends where the page's right margin may be: behind the end of every other."""
        return all(other.end < run.end for other in others)

    def _left_edge(self, run: Run, others: Sequence[Run]) -> float:
        """Return the left edge of a run's column, of the page where it stands alone."""
        starts = [one.start for one in others if one.start < run.start + _SAME]
        common = [one for one in starts if sum(abs(one - other) < _SAME for other in starts) > _MANY]
        if common or others:
            return max(common) if common else min(one.start for one in others)
        return round(self._middle * _MARGIN) if run.along == (1.0, 0.0) else run.start

    def _is_centred(self, run: Run, others: Sequence[Run]) -> bool:
        middle = (run.start + run.end) / 2
        if run.along == (1.0, 0.0) and abs(middle - self._middle) < _SAME:
            return True
        return any(abs((other.start + other.end) / 2 - middle) < _SAME for other in others)


def _is_parallel(first: Run, second: Run) -> bool:
    return abs(first.along[0] - second.along[0]) < 0.01 and abs(first.along[1] - second.along[1]) < 0.01
