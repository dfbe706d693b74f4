"""What the window's own process may and may not hold; each test starts one."""

import os
import subprocess
import sys

import pytest

from tests.window.desk_builders import ARTICLE, SOURCE

PARSERS = ("pymupdf", "fitz", "pikepdf", "docx", "lxml", "spacy", "numpy", "rapidfuzz")

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reviewer.gui.application import Program
app = QApplication(sys.argv[:1])
program = Program(app)
"""

REPORT = """
program.close()
parsers = {parsers}
print("modules", sorted(name for name in sys.modules if name.split(".")[0] in parsers))
"""

TO_FIRST_PAINT = """
program.window.painted.connect(app.quit)
program.window.show()
app.exec()
"""

TO_FINDINGS = """
def look():
    if program.bridge.review.findings and not program.jobs.running:
        print("findings", len(program.bridge.review.findings) > 0)
        app.quit()
files = [Path(name) for name in sys.argv[1:]]
program.window.painted.connect(lambda: program.begin([], False))
program.window.painted.connect(lambda: program.window.flow.open_files(files, files[0]))
timer = QTimer()
timer.timeout.connect(look)
timer.start(100)
QTimer.singleShot(90_000, app.quit)
program.window.show()
app.exec()
print("problems", program.window.messages.sentences)
"""


@pytest.fixture
def run(tmp_path):
    def start(middle, *arguments):
        script = START + middle + REPORT.format(parsers=PARSERS)
        folders = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, arguments)],
            capture_output=True,
            text=True,
            env=environment,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return start


def test_nothing_heavy_is_loaded_before_the_first_paint(run):
    assert run(TO_FIRST_PAINT) == ["modules []"]


def test_the_window_never_loads_a_parser_while_children_do_the_work(run, tmp_path):
    article, source = tmp_path / "fare.txt", tmp_path / "statement.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    source.write_text(SOURCE, encoding="utf-8")
    assert run(TO_FINDINGS, article, source) == ["findings True", "problems ()", "modules []"]
