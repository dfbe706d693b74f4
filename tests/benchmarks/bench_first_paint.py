"""Process start to first paint, against a bare QMainWindow with the same imports, in one run.

Run: python -m tests.benchmarks.bench_first_paint [rounds]. Prints both medians and minima in milliseconds, and their
ratio. Both sides start a fresh interpreter, import the whole window and stop at their first paint event; the bare side
then shows an empty QMainWindow, the other the real one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = 1.25

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
import reviewer.gui.application
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

REAL = """
import sys
from PySide6.QtWidgets import QApplication
from reviewer.gui.application import Program
app = QApplication(sys.argv)
program = Program(app)
program.window.painted.connect(app.quit)
program.window.show()
app.exec()
program.close()
"""


def milliseconds(script: str, home: str) -> float:
    """Return how long one start took, from before the process to after its end."""
    environment = {**os.environ, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], check=True, env=environment, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1000


def main(rounds: int) -> None:
    """Measure both sides in turn and print the ratio of their fastest starts."""
    bare, real = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(rounds):
            bare.append(milliseconds(BARE, home))
            real.append(milliseconds(REAL, home))
    for name, times in (("bare", bare), ("real", real)):
        print(f"{name}: min {min(times):.0f} ms, median {statistics.median(times):.0f} ms")
    print(
        f"ratio of minima {min(real) / min(bare):.2f}, of medians {statistics.median(real) / statistics.median(bare):.2f}, goal {GOAL}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
