"""Prints the document in a pane, or the packet, through pages that a child draws."""

import hashlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from reviewer.gui.background import Jobs, Reporter
from reviewer.gui.galley_scene import GalleyScene
from reviewer.gui.printed_pages import SCALE, MarkedDocument, print_pages, wanted_pages
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.storage import Storage
from reviewer.gui.theme import load_theme
from reviewer.model.packet import PacketOptions
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import GalleyLoaded, LoadGalley, Pixels, Progress, RenderPage, Step
from reviewer.packet_workflow import make_packet
from reviewer.workflow import Asker


class PrintFlow(QObject):
    """`printed(int)` with the number of pages when the printer has them all, `problem(Problem)` when it does not."""

    printed = Signal(int)
    problem = Signal(object)

    def __init__(self, bridge: SessionBridge, jobs: Jobs, asker: Asker, storage: Storage) -> None:
        super().__init__(bridge)
        self._bridge, self._jobs, self._asker, self._storage = bridge, jobs, asker, storage

    def print_document(self, scene: GalleyScene, printer: QPrinter) -> None:
        """Print the document of a pane with what is marked on it."""
        document = scene.document
        if document is None:
            return
        marked = MarkedDocument.of(document, scene, load_theme("light"))
        name, count = document.id, len(document.pages)
        self._start(document.name, lambda job: self._print(name, count, printer, marked, job))

    def print_packet(self, options: PacketOptions, printer: QPrinter) -> None:
        """Make the packet's PDF of the review as it is now and print it; nothing of it is saved."""
        review = self._bridge.review

        def work(job: Reporter) -> int:
            files = make_packet(
                self._asker,
                review,
                options,
                self._storage.original,
                self._storage.galley,
                on_progress=job.report,
                cancel=job.cancelled,
            )
            packet = next(file.content for file in files if file.name.endswith(".pdf"))
            name = hashlib.sha256(packet).hexdigest()
            with self._storage.lend(name, packet):
                loaded = self._asker.ask(LoadGalley(name, packet), GalleyLoaded, cancel=job.cancelled)
                return self._print(name, loaded.pages, printer, None, job)

        self._start(self.tr("Packet"), work)

    def _start(self, name: str, work: Callable[[Reporter], int]) -> None:
        self._jobs.start(name, work, self.printed.emit, self.problem.emit)

    def _print(self, document: str, count: int, printer: QPrinter, marked: MarkedDocument | None, job: Reporter) -> int:
        wanted = wanted_pages(printer, count)

        def draw(page: int) -> Pixels:
            return self._asker.ask(RenderPage(document, page, SCALE), Pixels, cancel=job.cancelled)

        def goes_on(done: int) -> bool:
            job.report(Progress(Step.PRINTING, done, len(wanted)))
            return not job.cancelled.is_set()

        done = print_pages(printer, wanted, draw, marked, goes_on)
        if done < len(wanted):
            raise ReviewerError(ProblemCode.CANCELLED, name=printer.docName() or "print")
        return done
