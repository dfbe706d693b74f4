"""What PyMuPDF raises becomes one kind of error."""

from collections.abc import Iterator
from contextlib import contextmanager

from reviewer.model.problem import ProblemCode, ReviewerError


@contextmanager
def faults_are_damage(name: str, reason: str) -> Iterator[None]:
    """Turn whatever a hostile or broken file makes PyMuPDF raise into a ReviewerError with DAMAGED.

    A changed byte is enough for it to raise nearly every built-in exception and a dozen of its own, without a common
    base. Running out of memory is no fault of the file's structure and passes through.
    """
    try:
        yield
    except (ReviewerError, MemoryError):
        raise
    except Exception as error:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason=reason) from error
