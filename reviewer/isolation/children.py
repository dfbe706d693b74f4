"""A child as the window's process sees it: a channel, a way to end it, and how it ended."""

import math
import threading
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from reviewer.isolation.frames import Channel
from reviewer.isolation.limits import Limits, in_words
from reviewer.model.problem import ProblemCode, ReviewerError


class Ending(msgspec.Struct, frozen=True):
    """How a child ended: the signal that killed it (0 for none) and its largest memory in bytes (0: unknown)."""

    signal: int = 0
    peak_memory: int = 0


class Child:
    """One child and the window's end of its channel."""

    def __init__(self, channel: Channel, limits: Limits, kill: Callable[[], None]) -> None:
        """Take over the channel; `kill` ends the child's whole process group."""
        self.channel = channel
        self.limits = limits
        self._kill = kill
        self._ending: Ending | None = None
        self._has_ended = threading.Event()

    def end(self) -> None:
        """Kill the child and close its channel; may be called twice and on a child that is gone."""
        if not self._has_ended.is_set():
            self._kill()
        self.channel.close()

    def note_ending(self, ending: Ending) -> None:
        """Remember how it ended; called by whoever reaps it."""
        if not self._has_ended.is_set():
            self._ending = ending
            self._has_ended.set()

    def ending(self, wait_seconds: float) -> Ending | None:
        """Return how it ended, None while that is unknown after `wait_seconds`."""
        self._has_ended.wait(wait_seconds)
        return self._ending


class Brood(Protocol):
    """Where children come from: a helper that forks them, or a pool of spawned workers."""

    def start(self) -> None:
        """Begin to warm up; returns at once."""

    def bear(self, limits: Limits) -> Child:
        """Return a new child. Raises NoChildError when it cannot be had."""

    def close(self) -> None:
        """End everything; may be called twice."""


class NoChildError(Exception):
    """No child could be started."""


class Patience:
    """How long one request may take, and whether somebody still wants it; handed to channels as their `check`."""

    def __init__(
        self, name: str, cancel: threading.Event | None, closing: threading.Event, grace_seconds: float = 0
    ) -> None:
        """Be patient without end until `allow` says otherwise.

        A child that would be missed gets `grace_seconds` to finish after a cancel before it is given up.
        """
        self._name = name
        self._cancel = cancel
        self._closing = closing
        self._grace_seconds = grace_seconds
        self._cancelled_at: float | None = None
        self.allow(math.inf)

    def allow(self, seconds: float) -> None:
        """Start counting again, with this many seconds."""
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    def check(self) -> None:
        """Raise ReviewerError: CANCELLED when nobody wants it any more, TIME_LIMIT when the time is over."""
        now = time.monotonic()
        if self._cancel is not None and self._cancel.is_set() and self._cancelled_at is None:
            self._cancelled_at = now
        cancelled = self._cancelled_at is not None and now >= self._cancelled_at + self._grace_seconds
        if cancelled or self._closing.is_set():
            raise ReviewerError(ProblemCode.CANCELLED, name=self._name)
        if now > self._deadline:
            raise ReviewerError(ProblemCode.TIME_LIMIT, name=self._name, limit=in_words(self._seconds))

    def check_at_once(self) -> None:
        """Raise ReviewerError(CANCELLED) when nobody wants it any more, without grace."""
        if self._closing.is_set() or (self._cancel is not None and self._cancel.is_set()):
            raise ReviewerError(ProblemCode.CANCELLED, name=self._name)
