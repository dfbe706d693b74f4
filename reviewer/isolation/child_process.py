"""The child's side of the wall: take the limits, then serve requests one after another until the other end closes."""

import contextlib

import msgspec

from reviewer.isolation import confinement, protocol
from reviewer.isolation.answering import Handler, answer
from reviewer.isolation.frames import Channel, ChannelClosedError, GarbledError, Kind
from reviewer.isolation.limits import Limits
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import Failed, Progress, Request


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
        channel.send(Kind.MESSAGE, protocol.encode(answer(handle, request, report)))
    except (MemoryError, ValueError) as error:
        too_large = isinstance(error, MemoryError) or not isinstance(error, UnicodeError)
        code = ProblemCode.MEMORY_LIMIT if too_large else ProblemCode.DAMAGED
        channel.send(Kind.MESSAGE, protocol.encode(Failed(Problem(code, {"reason": type(error).__name__}))))
