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
_TOO_LONG = "takes too long to match"
_PROBES = (
    "".join(map(chr, range(0x20, 0x7F))),
    "Two small dogs (brown, 7 & 9 weeks old) were seen at the old mill.\nNobody called.",
    "Čtvrtek: żółta łódź – 42 €, «ça va»\nПонедельник",
)


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
            raise self._refusal(f"has more than {_LONGEST:,} characters")
        try:
            with _time_limit(self._seconds_left):
                self._pattern = re.compile(source, re.MULTILINE)
        except (_TooSlowError, MemoryError) as error:
            raise self._refusal(_TOO_LONG) from error
        except (re.error, RecursionError, OverflowError) as error:
            raise self._refusal(f"cannot be understood ({error})") from error
        self._refuse_all_or_nothing()

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

    def _refuse_all_or_nothing(self) -> None:
        """Refuse what would take every letter of any text, and what only finds places between letters."""
        letters = re.sub(r"\W", "", self._source)
        found = [self._matches(probe) for probe in (*_PROBES, self._source, letters)]
        if all(_takes_all(probe, spans) for probe, spans in zip(_PROBES, found, strict=False)):
            raise self._refusal("matches everything")
        if not any(found) and any(self._pattern.search(probe) for probe in _PROBES):
            raise self._refusal("matches no letter, only places between letters")

    def _refusal(self, reason: str) -> ReviewerError:
        return ReviewerError(ProblemCode.BAD_EXPRESSION, expression=self._source[:_SHOWN], reason=reason)


def compile_expressions(sources: Sequence[str]) -> tuple[Expression, ...]:
    """Compile expressions. Raises ReviewerError with BAD_EXPRESSION for one that cannot be understood."""
    return tuple(Expression(source) for source in sources)


def _takes_all(text: str, spans: Sequence[Span]) -> bool:
    taken = {at for span in spans for at in range(span.start, span.end)}
    return all(at in taken for at, character in enumerate(text) if character.isalnum())


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
