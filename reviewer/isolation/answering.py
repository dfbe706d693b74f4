"""A handler's exceptions made into replies, so that a child answers whatever happens."""

from collections.abc import Callable

from reviewer.model.problem import Problem, ProblemCode, ReviewerError
from reviewer.model.request import Failed, LoadGalley, OpenFile, OpenPastedText, Progress, Reply, Request

Report = Callable[[Progress], None]

Handler = Callable[[Request, Report], Reply]
"""What serves a request: `reviewer.worker.handle` in production."""


def answer(handle: Handler, request: Request, report: Report) -> Reply:
    """Return the handler's reply, or `Failed` for what it raised.

    The reason of an unforeseen failure is the exception's class and nothing else: its text may quote the document.
    """
    try:
        return handle(request, report)
    except ReviewerError as error:
        return Failed(error.problem)
    except MemoryError:
        return Failed(Problem(ProblemCode.MEMORY_LIMIT))
    except RecursionError:
        return Failed(Problem(ProblemCode.TOO_DEEP))
    except Exception as error:
        return Failed(_unforeseen(request, error))


def _unforeseen(request: Request, error: Exception) -> Problem:
    is_about_a_file = isinstance(request, OpenFile | OpenPastedText | LoadGalley)
    code = ProblemCode.DAMAGED if is_about_a_file and not isinstance(error, ImportError) else ProblemCode.READER_DIED
    return Problem(code, {"reason": type(error).__name__})
