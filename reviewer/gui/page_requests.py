"""Asks a child process for drawn pages, off the window's thread."""

import threading
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from reviewer.model.geometry import Box
from reviewer.model.problem import ReviewerError
from reviewer.model.request import Pixels, RenderPage
from reviewer.workflow import Asker

THREADS = 3


class PageRequests(QObject):
    """The page source of every pane: `ready(Pixels)` for a drawn page, `failed(Problem)` when one could not be.

    Both arrive on the main thread. A page that failed is asked for again by whoever still wants it.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="pages")
        self._closed = threading.Event()

    def request(self, document: str, page: int, scale: float, clip: Box | None = None) -> None:
        """Ask for a page (from 1) at `scale` device pixels a point, or a part of it in points; returns at once."""
        if not self._closed.is_set():
            self._pool.submit(self._render, RenderPage(document, page, scale, clip))

    def close(self) -> None:
        """Stop asking; threads under way are waited for."""
        self._closed.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _render(self, request: RenderPage) -> None:
        try:
            pixels = self._asker.ask(request, Pixels, cancel=self._closed)
        except ReviewerError as error:
            if not self._closed.is_set():
                self.failed.emit(error.problem)
        except KeyError:
            return
        else:
            if not self._closed.is_set():
                self.ready.emit(pixels)
