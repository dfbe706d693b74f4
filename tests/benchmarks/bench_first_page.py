"""The first page on the screen from a warm worker, against `mutool draw -r 150 -o x.pam` of the same page, wall time.

Run: python -m tests.benchmarks.bench_first_page [rounds]. Ours runs from giving the galley to the view to its painted
page, at 150 dots an inch. Without mutool on the path the same library draws the page into a PAM file in a process that
is warm already, which leaves out what mutool needs to start. Goal: at most 1.0 times. After it: a document of 1,000
pages to its first page against one of 10, goal at most 1.5 times.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
import pymupdf
from PySide6.QtWidgets import QApplication

from reviewer.gui.galley_view import GalleyView
from reviewer.gui.page_requests import PageRequests
from reviewer.gui.theme import apply_theme, load_theme
from reviewer.isolation.supervisor import Supervisor
from reviewer.model.document import Document
from tests.benchmarks.bench_scroll import wait
from tests.benchmarks.long_documents import text_document

DOTS = 150
WARM_SECONDS = 4


def peer(pdf: Path, out: Path) -> tuple[str, Callable[[], None]]:
    """Return who else draws the page, and how."""
    mutool = shutil.which("mutool")
    if mutool:
        command = [mutool, "draw", "-q", "-r", str(DOTS), "-o", str(out), str(pdf), "1"]
        return "mutool draw", lambda: subprocess.run(command, check=True) and None

    def draw() -> None:
        with pymupdf.open(pdf) as opened:
            opened[0].get_pixmap(dpi=DOTS, alpha=True).save(str(out), output="pam")

    return "the library in a warm process", draw


def fastest(step: Callable[[], None], rounds: int) -> float:
    """Return the shortest of some turns in milliseconds of wall time."""
    turns = []
    for _ in range(rounds):
        started = time.perf_counter()
        step()
        turns.append((time.perf_counter() - started) * 1000)
        wait(0.05)
    return min(turns)


def main(rounds: int) -> None:
    """Measure both sides in turn."""
    app = QApplication(sys.argv[:1])
    theme = load_theme("light")
    apply_theme(app, theme)
    made = {"10 pages": text_document(10), "1,000 pages": text_document(1_000)}
    galleys: dict[str, bytes] = {}
    kept: list[PageRequests] = []
    supervisor = Supervisor(galleys.__getitem__)
    supervisor.start()
    wait(WARM_SECONDS)

    def show(document: Document, galley: bytes) -> None:
        # A new id each time, so that no child has this galley open already.
        new = msgspec.structs.replace(document, id=f"{len(galleys):064x}")
        galleys[new.id] = galley
        pages = PageRequests(supervisor)
        kept.append(pages)
        view = GalleyView(pages, theme)
        view.resize(1300, 900)
        view.show()
        view.set_zoom(DOTS / 96)
        view.set_document(new)
        while not view.is_drawn:
            app.processEvents()
        view.viewport().repaint()
        view.close()
        pages.close()

    ours = {name: fastest(partial(show, *document), rounds) for name, document in made.items()}
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder, "long.pdf")
        pdf.write_bytes(made["1,000 pages"][1])
        who, draw = peer(pdf, Path(folder, "x.pam"))
        theirs = fastest(draw, rounds)
    short, long = ours["10 pages"], ours["1,000 pages"]
    print(f"first page of 1,000: {long:.0f} ms, {who}: {theirs:.0f} ms, ratio {long / theirs:.2f}, goal 1.0")
    print(f"1,000 pages / 10 pages: {long:.0f} / {short:.0f} ms = {long / short:.2f}, goal 1.5")
    supervisor.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
