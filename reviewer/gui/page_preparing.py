"""Treats drawn pages off the window's thread: a coloured page takes longer to turn over than an eye takes to blink."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

Treatment = Callable[[QImage], QImage]


class PagePreparer(QObject):
    """Runs treatments one after another; `prepared(ticket, image)` arrives on the main thread for each.

    The ticket is whatever the caller gave. After the preparer is gone, what is still under way is dropped.
    """

    prepared = Signal(object, object)
    _made = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="prepare")
        self._made.connect(self.prepared, Qt.ConnectionType.QueuedConnection)
        gate = self._gate = _Gate()
        self.destroyed.connect(lambda: gate.shut())

    def start(self, treatment: Treatment, image: QImage, ticket: object) -> None:
        """Treat an image that nobody else changes; returns at once."""
        gate, made = self._gate, self._made
        self._pool.submit(lambda: gate.pass_through(lambda one: made.emit(ticket, one), treatment(image)))


class _Gate:
    """Lets results through until it is shut, and never while it is being shut."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open = True

    def pass_through(self, emit: Callable[[QImage], None], image: QImage) -> None:
        with self._lock:
            if self._open:
                emit(image)

    def shut(self) -> None:
        with self._lock:
            self._open = False
