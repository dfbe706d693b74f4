"""One request put to one child: send, wait for the beginning, hear progress, take the reply, check it."""

import contextlib
import signal
from collections.abc import Callable

from reviewer.isolation import protocol
from reviewer.isolation.children import Child, Patience
from reviewer.isolation.frames import ChannelClosedError, GarbledError, Kind
from reviewer.isolation.limits import in_words
from reviewer.isolation.validation import checked_reply
from reviewer.isolation.validation_of_documents import require
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Failed, Progress, Reply, Request

_SIGXCPU = int(getattr(signal, "SIGXCPU", 0)) or None
_SECONDS_TO_LEARN_THE_END = 2.0
_NEAR_THE_LIMIT = 0.8

OnProgress = Callable[[Progress], None]


class NeverBeganError(Exception):
    """The child was gone before it began, so that the request may be put to another one."""


def converse(child: Child, request: Request, name: str, patience: Patience, on_progress: OnProgress | None) -> Reply:
    """Return the checked reply to a request.

    Raises ReviewerError for everything that goes wrong after the child began, NeverBeganError for its death before. The
    caller ends the child after either, as its state is unknown then; only a `Failed` leaves it usable.
    """
    try:
        _begin(child, request, name, patience)
        patience.allow(child.limits.wall_seconds)
        reply = checked_reply(request, _hear_out(child, patience, on_progress))
    except GarbledError as error:
        raise ReviewerError(ProblemCode.READER_GARBLED, name=name) from error
    except ChannelClosedError as error:
        patience.check_at_once()
        raise _cause_of_death(child, name) from error
    if isinstance(reply, Failed):
        raise RefusedError(reply, name)
    return reply


class RefusedError(ReviewerError):
    """The child answered that it cannot; it is still well."""

    def __init__(self, failed: Failed, name: str) -> None:
        """Take the child's problem, under the name that the file has in the window's process."""
        arguments = {key: value for key, value in failed.problem.arguments.items() if key not in ("code", "self")}
        super().__init__(failed.problem.code, **{**arguments, "name": name})


def _begin(child: Child, request: Request, name: str, patience: Patience) -> None:
    patience.allow(child.limits.starting_seconds)
    try:
        child.channel.send(Kind.REQUEST, protocol.encode(request), patience.check)
        child.channel.receive(frozenset({Kind.BEGAN}), patience.check)
    except ChannelClosedError as error:
        raise NeverBeganError from error
    except ValueError as error:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit="4 GB") from error


def _hear_out(child: Child, patience: Patience, on_progress: OnProgress | None) -> Reply:
    while True:
        kind, untrusted_parts = child.channel.receive(frozenset({Kind.PROGRESS, Kind.MESSAGE}), patience.check)
        if kind is Kind.MESSAGE:
            return protocol.decode_reply(untrusted_parts)
        progress = protocol.decode_progress(untrusted_parts)
        require(progress.done >= 0 and progress.total >= 0, "progress below nothing")
        if on_progress is not None:
            on_progress(progress)


def _cause_of_death(child: Child, name: str) -> ReviewerError:
    ending = child.ending(_SECONDS_TO_LEARN_THE_END)
    if ending is not None and ending.signal == _SIGXCPU:
        return ReviewerError(ProblemCode.TIME_LIMIT, name=name, limit=in_words(child.limits.cpu_seconds))
    if ending is not None and ending.peak_memory > _NEAR_THE_LIMIT * child.limits.memory:
        return ReviewerError(ProblemCode.MEMORY_LIMIT, name=name)
    return ReviewerError(ProblemCode.READER_DIED, name=name)


def end_quietly(child: Child) -> None:
    """End a child whatever state its channel is in."""
    with contextlib.suppress(OSError):
        child.end()
