"""Rendering children: one for each document that is being looked at, kept alive, and never more than a few."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reviewer.isolation.children import Child, Patience
from reviewer.isolation.conversation import end_quietly

_SLICE = 0.05


class RenderingChildren:
    """Lends each document's child to one request at a time; the least recently used idle one makes room for a new one.

    Thread-safe.
    """

    def __init__(self, most: int) -> None:
        """Keep at most this many children."""
        self._most = most
        self._changed = threading.Condition()
        self._idle: OrderedDict[str, Child] = OrderedDict()
        self._busy: set[str] = set()

    @contextmanager
    def lent(self, document: str, patience: Patience, bear: Callable[[], Child]) -> Iterator[Child]:
        """Lend the document's child, born by `bear` when there is none.

        The child is kept for the next request when the block ends well, and ended when it raises anything. Raises
        what `patience` and `bear` do.
        """
        child = self._reserve(document, patience)
        try:
            if child is None:
                child = bear()
            yield child
        except BaseException:
            self._release(document, None)
            if child is not None:
                end_quietly(child)
            raise
        self._release(document, child)

    def end_all(self) -> None:
        """End the idle children; busy ones are ended by whoever uses them."""
        with self._changed:
            idle, self._idle = list(self._idle.values()), OrderedDict()
        for child in idle:
            end_quietly(child)

    def _reserve(self, document: str, patience: Patience) -> Child | None:
        with self._changed:
            while document in self._busy or not self._has_room_for(document):
                patience.check_at_once()
                self._changed.wait(_SLICE)
            self._busy.add(document)
            child = self._idle.pop(document, None)
            crowded = child is None and len(self._idle) + len(self._busy) > self._most
            evicted = self._idle.popitem(last=False)[1] if crowded else None
        if evicted is not None:
            end_quietly(evicted)
        return child

    def _has_room_for(self, document: str) -> bool:
        return document in self._idle or len(self._busy) < self._most

    def _release(self, document: str, child: Child | None) -> None:
        with self._changed:
            self._busy.discard(document)
            if child is not None:
                self._idle[document] = child
            self._changed.notify_all()
