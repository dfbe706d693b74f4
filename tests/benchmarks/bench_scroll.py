"""Scrolling long documents: processor time of a frame, and pages that were still blank when they came into sight.

Run: python -m tests.benchmarks.bench_scroll [frames]. 1,000 pages of text and 200 scanned ones are drawn by a real
child process and scrolled at 60 and at 400 pixels a frame, 60 frames a second (24,000 pixels a second), in a view of
1,000 x 900. A frame's time is what the window's own thread spends on it. "Cached" scrolls to and fro over pages that
are all there: the floor. Goals: p99 at most 8.3 ms and 1.3 times the floor with no blank page for text; p99 at most
8.3 ms and 2 % blank pages for scans.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reviewer.gui.galley_view import GalleyView
from reviewer.gui.page_requests import PageRequests
from reviewer.gui.theme import apply_theme, load_theme
from reviewer.isolation.supervisor import Supervisor
from tests.benchmarks.long_documents import image_document, text_document

FRAME = 1 / 60
SIZE = (1000, 900)
CACHED_RANGE = 3_000


def wait(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(max(0, round(seconds * 1000)), loop.quit)
    loop.exec()


def blanks(view: GalleyView) -> tuple[int, int]:
    """Return how many of the pages in sight have no picture at all, and how many there are."""
    seen = list(view.visible_pages())
    return sum(not view.pictures_of(index) for index in seen), len(seen)


def scroll(view: GalleyView, step: int, frames: int, within: int) -> tuple[list[float], int, int]:
    """Scroll `frames` times by `step` pixels, back and forth in a range; return turns in ms, blank and all pages."""
    bar = view.verticalScrollBar()
    turns, blank, all_ = [], 0, 0
    for number in range(frames):
        begun, started = time.perf_counter(), time.thread_time()
        place = number * step % (2 * within)
        bar.setValue(place if place < within else 2 * within - place)
        view.viewport().repaint()
        turns.append((time.thread_time() - started) * 1000)
        missing, seen = blanks(view)
        blank, all_ = blank + missing, all_ + seen
        wait(FRAME - (time.perf_counter() - begun))
    return turns, blank, all_


def percentile(turns: list[float], share: float) -> float:
    """Return the turn that this share of them does not go over."""
    return sorted(turns)[min(len(turns) - 1, int(share * len(turns)))]


def main(frames: int) -> None:
    """Measure both documents and print one line for each run."""
    app = QApplication(sys.argv[:1])
    theme = load_theme("light")
    apply_theme(app, theme)
    made = {"text, 1,000 pages": text_document(1_000), "scans, 200 pages": image_document(200)}
    galleys = {document.id: galley for document, galley in made.values()}
    supervisor = Supervisor(galleys.__getitem__)
    supervisor.start()
    pages = PageRequests(supervisor)
    for name, (document, _galley) in made.items():
        view = GalleyView(pages, theme)
        view.resize(*SIZE)
        view.show()
        view.set_document(document)
        wait(3)
        whole = view.verticalScrollBar().maximum()
        scroll(view, 60, 2 * CACHED_RANGE // 60, CACHED_RANGE)
        runs = (("cached", 60, CACHED_RANGE), ("60 px", 60, whole), ("400 px", 400, whole))
        for what, step, within in runs:
            turns, blank, all_ = scroll(view, step, frames, within)
            ninety_nine, middle = percentile(turns, 0.99), percentile(turns, 0.5)
            print(f"{name}, {what}: p50 {middle:.1f} ms, p99 {ninety_nine:.1f} ms, blank {blank} of {all_} pages")
        view.close()
    supervisor.close()
    pages.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 600)
