"""The wall's gate: puts requests to children that hold all the danger, and lets only checked replies through."""

import math
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from reviewer.isolation.children import Brood, Child, NoChildError, Patience
from reviewer.isolation.command_line import DEFAULT_COMMAND, Role
from reviewer.isolation.conversation import NeverBeganError, OnProgress, RefusedError, converse, end_quietly
from reviewer.isolation.limits import Limits, limits_for
from reviewer.isolation.names import NameBook, with_sendable_text
from reviewer.isolation.rendering import RenderingChildren
from reviewer.isolation.spawned import SpawnedWorkers
from reviewer.isolation.validation import REPLY_TYPES
from reviewer.model.analysis import Depth
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Analyse, LoadGalley, RenderPage, Reply, Request

R = TypeVar("R", bound=Reply)

_MOST_CHILDREN_AT_WORK = 4
_MOST_RENDERING_CHILDREN = 4
_ATTEMPTS = 2
_SECONDS_TO_FINISH_A_PAGE = 0.5


class Supervisor:
    """Starts the helpers and answers requests through their children.

    Every request gets a child of its own, except that a document's pages are drawn by one child that stays. `ask`
    may be called from any thread. Nothing here imports a parser: helpers are named by their command line.
    """

    def __init__(
        self,
        galleys: Callable[[str], bytes] | None = None,
        *,
        command: Sequence[str] = DEFAULT_COMMAND,
        forking: bool = sys.platform == "linux",
        limits: Callable[[Request], Limits] = limits_for,
    ) -> None:
        """Make a supervisor that starts nothing yet.

        `galleys` gives a document's galley by its id when a page of it is to be drawn. `command` starts a helper,
        `forking` tells whether helpers fork or single workers are spawned, `limits` what a request's child may use.
        """
        self._galleys = galleys
        self._limits = limits
        self._closing = threading.Event()
        self._at_work = threading.Semaphore(_MOST_CHILDREN_AT_WORK)
        self._rendering = RenderingChildren(_MOST_RENDERING_CHILDREN)
        self._names = NameBook()
        self._broods: dict[Role, Brood] = {role: _brood(command, role, forking) for role in Role}

    def start(self) -> None:
        """Begin to warm the helpers up in the background; returns at once."""
        for brood in self._broods.values():
            brood.start()

    def ask(
        self,
        request: Request,
        expect: type[R],
        *,
        on_progress: OnProgress | None = None,
        cancel: threading.Event | None = None,
    ) -> R:
        """Return the checked reply to a request; blocks until it is there.

        `on_progress` is called on the calling thread. When `cancel` is set, the child and its whole process group are
        killed, except that a child that draws pages gets half a second to finish the one it is at, as loading its
        galley again would cost more. Raises ReviewerError with the child's problem, or CANCELLED, TIME_LIMIT,
        MEMORY_LIMIT, READER_DIED, READER_GARBLED; TypeError when `expect` is not what such a request is answered
        with.
        """
        if REPLY_TYPES[type(request)] is not expect:
            raise TypeError(f"{type(request).__name__} is answered with {REPLY_TYPES[type(request)].__name__}")
        sendable = with_sendable_text(request)
        name = self._names.name_of(sendable)
        grace = _SECONDS_TO_FINISH_A_PAGE if isinstance(request, RenderPage) else 0
        patience = Patience(name, cancel, self._closing, grace)
        for _ in range(_ATTEMPTS):
            patience.check_at_once()
            try:
                reply = self._attempt(sendable, name, patience, on_progress)
            except (NeverBeganError, NoChildError):
                continue
            assert isinstance(reply, expect)
            self._names.remember(reply)
            return reply
        patience.check_at_once()
        raise ReviewerError(ProblemCode.READER_DIED, name=name)

    def close(self) -> None:
        """End every helper and child; requests under way raise CANCELLED. May be called twice."""
        self._closing.set()
        self._rendering.end_all()
        for brood in self._broods.values():
            brood.close()

    def _attempt(self, request: Request, name: str, patience: Patience, on_progress: OnProgress | None) -> Reply:
        patience.allow(math.inf)
        if isinstance(request, RenderPage):
            return self._render(request, name, patience)
        with self._one_of_a_few(patience), self._child_for(request) as child:
            return converse(child, request, name, patience, on_progress)

    def _render(self, request: RenderPage, name: str, patience: Patience) -> Reply:
        refusal: RefusedError | None = None

        def bear_and_load() -> Child:
            child = self._bear(request)
            try:
                load = LoadGalley(request.document, self._galley(request.document))
                converse(child, load, name, patience, None)
            except BaseException:
                end_quietly(child)
                raise
            return child

        with self._rendering.lent(request.document, patience, bear_and_load) as child:
            try:
                pixels = converse(child, request, name, patience, None)
            except RefusedError as error:
                refusal = error
        patience.check_at_once()
        if refusal is not None:
            raise refusal
        return pixels

    def _galley(self, document: str) -> bytes:
        if self._galleys is None:
            raise ValueError("this supervisor was given no galleys to draw pages of")
        return self._galleys(document)

    def _bear(self, request: Request) -> Child:
        full = isinstance(request, Analyse) and request.depth is Depth.FULL
        return self._broods[Role.LANGUAGE if full else Role.PARSER].bear(self._limits(request))

    @contextmanager
    def _child_for(self, request: Request) -> Iterator[Child]:
        child = self._bear(request)
        try:
            yield child
        finally:
            end_quietly(child)

    @contextmanager
    def _one_of_a_few(self, patience: Patience) -> Iterator[None]:
        while not self._at_work.acquire(timeout=0.05):
            patience.check()
        try:
            yield
        finally:
            self._at_work.release()


def _brood(command: Sequence[str], role: Role, forking: bool) -> Brood:
    if forking:
        from reviewer.isolation.helper import Helper

        return Helper(command, role)
    return SpawnedWorkers(command, role)
