"""A stand-in for the supervisor that asks a handler in this very process; for tests, never for a stranger's files.

Requests and replies go through the same frames, the same decoding and the same checks as between processes. There
are no limits and no deadline, and cancelling takes effect when the handler next reports progress.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

from reviewer.isolation import protocol
from reviewer.isolation.answering import Handler, answer
from reviewer.isolation.conversation import OnProgress, RefusedError
from reviewer.isolation.frames import GarbledError
from reviewer.isolation.names import NameBook, with_sendable_text
from reviewer.isolation.validation import REPLY_TYPES, checked_reply
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Failed, LoadGalley, Progress, RenderPage, Reply, Request

R = TypeVar("R", bound=Reply)


class InProcess:
    """Answers like a supervisor, one request at a time."""

    def __init__(self, handle: Handler, galleys: Callable[[str], bytes] | None = None) -> None:
        """Ask `handle`; `galleys` gives a document's galley by its id when a page of it is to be drawn."""
        self._handle = handle
        self._galleys = galleys
        self._loaded: set[str] = set()
        self._names = NameBook()
        self._lock = threading.RLock()
        self._closed = False

    def start(self) -> None:
        """Do nothing: there is nothing to warm up."""

    def close(self) -> None:
        """Refuse further requests as cancelled; may be called twice."""
        self._closed = True

    def ask(
        self,
        request: Request,
        expect: type[R],
        *,
        on_progress: OnProgress | None = None,
        cancel: threading.Event | None = None,
    ) -> R:
        """Return the checked reply to a request. Raises what `Supervisor.ask` raises."""
        if REPLY_TYPES[type(request)] is not expect:
            raise TypeError(f"{type(request).__name__} is answered with {REPLY_TYPES[type(request)].__name__}")
        sendable = with_sendable_text(request)
        name = self._names.name_of(sendable)

        def report(progress: Progress) -> None:
            self._check_wanted(name, cancel)
            if on_progress is not None:
                on_progress(protocol.decode_progress(protocol.encode(progress)))

        with self._lock:
            self._check_wanted(name, cancel)
            if isinstance(sendable, RenderPage):
                self._load_galley(sendable.document, name)
            reply = self._converse(sendable, name, report)
            self._check_wanted(name, cancel)
        assert isinstance(reply, expect)
        self._names.remember(reply)
        return reply

    def _check_wanted(self, name: str, cancel: threading.Event | None) -> None:
        if self._closed or (cancel is not None and cancel.is_set()):
            raise ReviewerError(ProblemCode.CANCELLED, name=name)

    def _load_galley(self, document: str, name: str) -> None:
        if self._galleys is None:
            raise ValueError("no galleys were given to draw pages of")
        if document not in self._loaded:
            self._converse(LoadGalley(document, self._galleys(document)), name, lambda _: None)
            self._loaded.add(document)

    def _converse(self, request: Request, name: str, report: OnProgress) -> Reply:
        arrived = protocol.decode_request(protocol.encode(request))
        try:
            untrusted_parts = protocol.encode(answer(self._handle, arrived, report))
            reply = checked_reply(request, protocol.decode_reply(untrusted_parts))
        except GarbledError as error:
            raise ReviewerError(ProblemCode.READER_GARBLED, name=name) from error
        if isinstance(reply, Failed):
            raise RefusedError(reply, name)
        return reply
