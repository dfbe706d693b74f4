"""The longest turns of the window's event loop while the sample review is opened, analysed and matched.

Run: python -m tests.benchmarks.bench_event_loop [seconds]. A timer of 2 ms measures the gaps between its own ticks;
the aim is that none is longer than 50 ms.
"""

import os
import sys
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reviewer.gui.application import Program

AIM_MS = 50
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
        gaps: list[float] = []
        last = [time.perf_counter()]

        def tick() -> None:
            now = time.perf_counter()
            gaps.append((now - last[0]) * 1000)
            last[0] = now

        timer = QTimer()
        timer.timeout.connect(tick)
        timer.start(2)
        program.begin([], True)
        wait(seconds)
        claims, findings = len(program.bridge.review.claims), len(program.bridge.review.findings)
        longest = ", ".join(f"{gap:.0f}" for gap in sorted(gaps, reverse=True)[:SHOWN])
        print(f"{claims} claims, {findings} with findings; longest turns {longest} ms, aim {AIM_MS}")
        program.close()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
