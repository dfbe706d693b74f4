"""The longest turns of the window's event loop while the sample and 2,000 pages of sources are opened and scrolled.

Run: python -m tests.benchmarks.bench_event_loop [seconds]. A timer of 2 ms measures the gaps between its own ticks; the
aim is that none is longer than 50 ms. First the sample is opened, analysed and matched, then 20 sources of 100 pages
are added while the article scrolls up and down. The processor time of the window's thread in the longest turn tells
how much of it was ours: the rest went to other programs.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reviewer.gui.application import Program
from tests.benchmarks.long_documents import PARAGRAPH, WORDS

AIM_MS = 50
SOURCES = 20
PARAGRAPHS = 470
LONGEST = 240
SHOWN = 6


def wait(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main(seconds: float) -> None:
    """Open the sample in a fresh window and print the longest turns in milliseconds of wall time."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_STATE_HOME=home)
        program = Program(QApplication(sys.argv[:1]))
        program.window.show()
        wait(1)
        ticks = Ticks()
        program.begin([], True)
        wait(seconds)
        print(f"sample, {len(program.bridge.review.findings)} claims with findings; {ticks.longest()}")
        sources = [write_source(Path(home, f"source-{number}.txt"), number) for number in range(SOURCES)]
        bar = program.window.desk.panes.article.view.verticalScrollBar()
        scrolling = QTimer()
        scrolling.timeout.connect(lambda: bar.setValue((bar.value() + 60) % max(1, bar.maximum())))
        scrolling.start(16)
        ticks.begin()
        program.window.flow.open_files(sources, None)
        started = time.perf_counter()
        while len(program.bridge.review.desk.sources) < SOURCES and time.perf_counter() - started < LONGEST:
            wait(0.5)
        pages = sum(len(document.pages) for document in program.bridge.review.sources)
        print(f"{pages} pages of sources in {time.perf_counter() - started:.0f} s; {ticks.longest()}")
        scrolling.stop()
        program.close()


class Ticks:
    """Measures the gaps between its own ticks: wall time, and the processor time of this thread in them."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(2)
        self.begin()

    def begin(self) -> None:
        """Forget what was measured."""
        self._gaps: list[tuple[float, float]] = []
        self._last = time.perf_counter(), time.thread_time()

    def longest(self) -> str:
        """Say which turns were the longest, by wall and by processor time."""
        walls = ", ".join(f"{wall:.0f}" for wall, _ in sorted(self._gaps, reverse=True)[:SHOWN])
        busy = ", ".join(f"{own:.0f}" for own in sorted((own for _, own in self._gaps), reverse=True)[:SHOWN])
        return f"longest turns {walls} ms, by processor time {busy} ms, aim {AIM_MS}"

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._gaps.append(((now[0] - self._last[0]) * 1000, (now[1] - self._last[1]) * 1000))
        self._last = now


def write_source(path: Path, number: int) -> Path:
    """Write a text of about 100 pages and return its path."""
    chance = random.Random(number)
    paragraphs = (" ".join(chance.choices(WORDS, k=PARAGRAPH)) + "." for _ in range(PARAGRAPHS))
    path.write_text("\n\n".join(paragraphs), "utf-8")
    return path


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
