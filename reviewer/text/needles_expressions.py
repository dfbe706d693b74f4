"""Regular expressions of an order, with an eye on the clock."""

import re
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.text.needles_folding import IGNORABLE

_SECONDS_PER_TEXT = 10.0
_INVISIBLE = re.compile("[" + "".join(map(re.escape, sorted(IGNORABLE))) + "]")


class _TooSlowError(Exception):
    pass


class Expression:
    """A regular expression in Python's syntax, matched as given: case counts unless it says (?i)."""

    def __init__(self, source: str) -> None:
        self._source = source
        try:
            self._pattern = re.compile(source, re.MULTILINE)
        except (re.error, RecursionError, OverflowError) as error:
            raise ReviewerError(ProblemCode.BAD_EXPRESSION, expression=source, reason=str(error)) from error

    def find(self, text: str) -> list[Span]:
        """Return its places in a text; characters that show nothing are passed over. Empty matches are none.

        Raises ReviewerError with BAD_EXPRESSION when it takes more than ten seconds.
        """
        shown = _INVISIBLE.sub("", text)
        try:
            with _time_limit(_SECONDS_PER_TEXT):
                found = [match.span() for match in self._pattern.finditer(shown) if match.end() > match.start()]
        except (_TooSlowError, RecursionError, MemoryError) as error:
            raise ReviewerError(
                ProblemCode.BAD_EXPRESSION, expression=self._source, reason="it takes too long to match"
            ) from error
        if len(shown) == len(text):
            return [Span(start, end) for start, end in found]
        places = [at for at, character in enumerate(text) if character not in IGNORABLE]
        return [Span(places[start], places[end - 1] + 1) for start, end in found]


def compile_expressions(sources: Sequence[str]) -> tuple[Expression, ...]:
    """Compile expressions. Raises ReviewerError with BAD_EXPRESSION for one that cannot be understood."""
    return tuple(Expression(source) for source in sources)


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Interrupt a match that runs too long.

    The matcher looks for signals while it works; where there are none (Windows, or outside the main thread) the
    deadline of the whole request ends it instead.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise _TooSlowError
