"""A window with an article and sources of several formats, read and redacted by the real stages in this process."""

import threading
from dataclasses import dataclass
from pathlib import Path

from reviewer import worker
from reviewer.isolation.in_process import InProcess
from reviewer.model.request import Progress
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.html_builder import build_page
from tests.documents.pdf_builder import PdfBuilder
from tests.window.desk_builders import Desk

ARTICLE = """Board kept quiet about cracks

Maria Kovač, who inspected the quay at Aldsund, warned the board in March.

Kovač said on Tuesday that nobody answered. Call her on 01632 960 118.

Reference X-4711 stands on the letter of the harbour office.
"""
PATIENCE = 60_000


class HeldAsker(InProcess):
    """Waits, while `held` is set, at the first progress of each request until it is released or cancelled."""

    def __init__(self, handle, galleys):
        super().__init__(handle, galleys)
        self.held = threading.Event()
        self.waiting = threading.Event()
        self.released = threading.Event()

    def ask(self, request, expect, *, on_progress=None, cancel=None):
        def report(progress: Progress) -> None:
            if self.held.is_set():
                self.waiting.set()
                while not (self.released.wait(0.01) or (cancel is not None and cancel.is_set())):
                    pass
            if on_progress is not None:
                on_progress(progress)

        return super().ask(request, expect, on_progress=report, cancel=cancel)


def unsigned_pdf(author: str = "Ada Quill") -> bytes:
    """Return a letter whose author is named in its properties only."""
    builder = PdfBuilder().page().text(72, 100, "They are wider than in March.")
    builder.document.set_metadata({"author": author, "subject": f"dictated by {author}"})
    return builder.content()


def letter_pdf(author: str = "Maria Kovac") -> bytes:
    builder = PdfBuilder().page().text(72, 100, "I have measured the cracks again, says Maria Kovac.")
    builder.text(72, 130, "They are wider than in March.")
    builder.document.set_metadata({"author": author})
    return builder.content()


def minutes_docx() -> bytes:
    body = paragraph("Ms Kovač reported on the quay."), paragraph("The chair thanked Kovač and closed the meeting.")
    return build_docx(*body, title="Minutes, with Ms Kovač")


def page_html() -> bytes:
    return build_page("<p>The engineer Kovač <!-- Kovač again --> was not asked.</p>", "<title>Harbour Post</title>")


@dataclass
class RedactDesk:
    """The window and what a test asks of it."""

    desk: Desk
    folder: Path
    asker: HeldAsker

    @property
    def dialogs(self):
        return self.desk.window.redact_dialogs

    @property
    def review(self):
        return self.desk.bridge.review

    @property
    def marks(self):
        return self.review.desk.marks

    def document(self, name):
        return next(one for one in self.review.documents.values() if one.name == name)


def open_redact_desk(open_window, qtbot, folder: Path, **sources: bytes) -> RedactDesk:
    """Open the article and the sources given by name, "letter_pdf" meaning letter.pdf."""
    paths = [folder / "quay.txt"]
    paths[0].write_text(ARTICLE, encoding="utf-8")
    for name, content in sources.items():
        paths.append(folder / name.replace("_", "."))
        paths[-1].write_bytes(content)
    opened = []
    asker = HeldAsker(worker.handle, lambda document: opened[0].storage.galley(document))
    opened.append(open_window(builder=False, asker=asker))
    desk = opened[0]
    desk.window.flow.open_files(paths, paths[0])
    qtbot.waitUntil(
        lambda: len(desk.desk.sources) == len(sources) and not desk.jobs.running,
        timeout=PATIENCE,
    )
    return RedactDesk(desk, folder, asker)


def find(redact: RedactDesk, qtbot, words: str = "", **fields):
    """Open find-and-redact, look for words (and an expression, and patterns), and wait for the files."""
    redact.desk.trigger("redact.find")
    window = redact.dialogs.find_window
    window.panel.words.setPlainText(words)
    window.panel.expression.setText(fields.get("expression", ""))
    for kind in fields.get("patterns", ()):
        window.panel.patterns[kind].setChecked(True)
    window.look()
    if fields.get("wait", True):
        qtbot.waitUntil(lambda: not window.search.is_running and not redact.desk.jobs.running, timeout=PATIENCE)
    return window


def apply(redact: RedactDesk, qtbot, folder: Path | None = None):
    """Open the dialog that applies redactions and wait until it knows what will happen."""
    redact.desk.trigger("redact.apply")
    window = redact.dialogs.apply_window
    window.plan.choose_folder(folder or redact.folder)
    qtbot.waitUntil(
        lambda: not redact.desk.jobs.running and all(row.plan or row.problem for row in window.plan.rows.values()),
        timeout=PATIENCE,
    )
    window.plan.check()
    return window


def run(window, qtbot):
    """Press the button and wait for the report."""
    assert window.apply_button.isEnabled()
    with qtbot.waitSignal(window.flow.ended, timeout=PATIENCE):
        window.apply_button.click()
    return window.report_as_text()
