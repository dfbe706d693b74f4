"""Regular expressions of an order, with an eye on the clock."""

import re
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from reviewer.model.geometry import Span
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.text.needles_folding import IGNORABLE, without_invisible

_SECONDS_IN_ALL = 10.0
_LONGEST = 5_000
_SHOWN = 200
_TOO_LONG = "it takes too long to match"


class _TooSlowError(Exception):
    pass


class Expression:
    """A regular expression in Python's syntax, matched as given: case counts unless it says (?i).

    It has ten seconds in all for the texts that it is asked about, be they one or many.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._seconds_left = _SECONDS_IN_ALL
        if len(source) > _LONGEST:
            raise self._refusal(f"it has more than {_LONGEST:,} characters")
        try:
            with _time_limit(self._seconds_left):
                self._pattern = re.compile(source, re.MULTILINE)
        except (_TooSlowError, MemoryError) as error:
            raise self._refusal(_TOO_LONG) from error
        except (re.error, RecursionError, OverflowError) as error:
            raise self._refusal(str(error)) from error

    def find(self, text: str) -> list[Span]:
        """Return its places in a text; characters that show nothing are passed over. Empty matches are none.

        Raises ReviewerError with BAD_EXPRESSION when its time is used up.
        """
        shown = without_invisible(text)
        found = self._matches(shown)
        if len(shown) == len(text) or not found:
            return found
        places = [at for at, character in enumerate(text) if character not in IGNORABLE]
        return [Span(places[span.start], places[span.end - 1] + 1) for span in found]

    def _matches(self, shown: str) -> list[Span]:
        started = time.perf_counter()
        try:
            with _time_limit(self._seconds_left):
                found = [Span(*match.span()) for match in self._pattern.finditer(shown) if match.end() > match.start()]
        except (_TooSlowError, RecursionError, MemoryError) as error:
            raise self._refusal(_TOO_LONG) from error
        self._seconds_left -= time.perf_counter() - started
        if self._seconds_left <= 0:
            raise self._refusal(_TOO_LONG)
        return found

    def _refusal(self, reason: str) -> ReviewerError:
        return ReviewerError(ProblemCode.BAD_EXPRESSION, expression=self._source[:_SHOWN], reason=reason)


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
