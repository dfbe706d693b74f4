"""The child's side of the wall: take the limits, then serve requests one after another until the other end closes."""

import contextlib
from collections.abc import Callable

import msgspec

from reviewer.isolation import confinement, protocol
from reviewer.isolation.frames import Channel, ChannelClosedError, GarbledError, Kind
from reviewer.isolation.limits import Limits
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import Failed, Progress, Reply, Request

Handler = Callable[[Request, Callable[[Progress], None]], Reply]
"""What serves a request: `reviewer.worker.handle` in production."""


def serve_requests(channel: Channel, handle: Handler, directory: str) -> None:
    """Confine this process and answer requests until the window's end of the channel closes.

    Confinement comes from the first frame, before any stranger's bytes are read. Never raises for a request: what
    goes wrong is answered with `Failed`.
    """
    with contextlib.suppress(ChannelClosedError, GarbledError):
        _, parts = channel.receive(frozenset({Kind.LIMITS}))
        limits = msgspec.msgpack.decode(parts[0], type=Limits)
        confinement.confine(limits, directory)
        while True:
            _, parts = channel.receive(frozenset({Kind.REQUEST}))
            channel.send(Kind.BEGAN, [])
            confinement.allow_cpu_time(limits.cpu_seconds)
            request = protocol.decode_request(parts)
            del parts
            _answer(channel, handle, request)


def _answer(channel: Channel, handle: Handler, request: Request) -> None:
    def report(progress: Progress) -> None:
        channel.send(Kind.PROGRESS, protocol.encode(progress))

    try:
        parts = protocol.encode(handle(request, report))
    except MemoryError:
        parts = protocol.encode(Failed(Problem(ProblemCode.MEMORY_LIMIT)))
    except (UnicodeEncodeError, OverflowError) as error:
        parts = protocol.encode(Failed(Problem(ProblemCode.DAMAGED, {"reason": type(error).__name__})))
    _send_reply(channel, parts)


def _send_reply(channel: Channel, parts: list[bytes]) -> None:
    try:
        channel.send(Kind.MESSAGE, parts)
    except ValueError:
        channel.send(Kind.MESSAGE, protocol.encode(Failed(Problem(ProblemCode.MEMORY_LIMIT))))
