"""Takes pictures of the window: `python -m tests.window.screenshots FOLDER`.

With `resources/help/pictures shipped` those that README and user guide show are taken anew. The shipped sample is read, analysed and matched in this process; nothing on the screen is needed and the pictures are
the same every time.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from reviewer import worker
from reviewer.gui.claim_history_dialog import ClaimHistoryDialog
from reviewer.gui.export_dialog import ExportDialog
from reviewer.gui.key_card import KeyCard
from reviewer.gui.reasons_dialog import ReasonsDialog
from reviewer.gui.theme import apply_theme, load_theme
from reviewer.isolation.in_process import InProcess
from reviewer.model.finding import Rule
from reviewer.model.geometry import Box, Span
from reviewer.model.standing import standing_of
from reviewer.preferences import Preferences
from reviewer.reviewing.reason_codes import reason_presets
from tests.window.desk_builders import Desk, open_desk

PATIENCE = 120
GLIDE_MS = 400
SIZE, SMALL, SHIPPED = (1440, 900), (1280, 720), (1280, 800)
Picture = tuple[str, QPixmap]


def main(arguments: list[str]) -> int:
    """Take all pictures, those at 200 % in a process of their own since a scale is chosen at the start."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    if len(arguments) > 1:
        return _take(folder, SETS[arguments[1]])
    for name in PICTURES:
        environment = {**os.environ, "QT_SCALE_FACTOR": "2" if name == "double" else "1"}
        done = subprocess.run([sys.executable, "-m", __spec__.name, str(folder), name], env=environment, check=False)
        if done.returncode:
            return done.returncode
    return 0


def _take(folder: Path, pictures: Callable[[QApplication, Path], Iterator[Picture]]) -> int:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        for name, picture in pictures(app, Path(scratch)):
            path = folder / f"{name}.png"
            if not picture.save(str(path)):
                print(f"{path} could not be written", file=sys.stderr)
                return 1
            print(path)
    return 0


def _single(app: QApplication, scratch: Path) -> Iterator[Picture]:
    empty = open_desk(app, scratch, builder=False)
    _pause(GLIDE_MS)
    yield "empty", empty.window.grab()
    names = ("night-ferry-20261124-090926-665840", "council-budget-20261123-160102-000001", "Mill fire")
    recent = tuple(f"/reviews/{name}.review" for name in names)
    empty.window.settings.change(recent=recent, pinned=("/reviews/Harbour inquiry.review",))
    _pause(GLIDE_MS)
    yield "recent", empty.window.grab()
    empty.close()
    sample = _sample(app, scratch)
    yield "sample-light", _desk_picture(sample)
    _go_to_altered_quote(sample)
    yield "altered-quote", _desk_picture(sample)
    standing = standing_of(sample.bridge.review)
    yield "export", _with_dialog(sample, ExportDialog(standing, Preferences(), Path("/packets"), sample.window))
    yield "history", _with_dialog(sample, _history(sample))
    yield "keys", _with_dialog(sample, KeyCard(sample.window))
    yield "find-redact", _with_dialog(sample, _found_and_marked(sample))
    yield "apply-redactions", _with_dialog(sample, _planned(sample))
    sample.window.activateWindow()
    sample.window.desk.panes.article.view.setFocus()
    sample.trigger("view.reader")
    sample.window.desk.panes.source.view.setFocus()
    sample.trigger("view.pages")
    _pause(GLIDE_MS)
    yield "reader-and-pages", sample.window.grab()
    sample.trigger("view.pages")
    sample.window.desk.panes.article.body.toggle_reader()
    sample.window.top.say_read_only(True)
    yield "read-only", _desk_picture(sample)
    sample.window.top.say_read_only(False)
    sample.window.action("view.present").trigger()
    yield "presentation", _desk_picture(sample)
    sample.window.action("view.present").trigger()
    sample.window.resize(*SMALL)
    yield "sample-1280x720", _desk_picture(sample)
    sample.window.resize(1024, 720)
    yield "sample-1024x720", _desk_picture(sample)
    sample.window.resize(*SIZE)
    apply_theme(app, load_theme("dark"))
    sample.window.set_theme(load_theme("dark"))
    yield "sample-dark", _desk_picture(sample)
    sample.window.action("view.present").trigger()
    yield "presentation-dark", _desk_picture(sample)
    sample.window.action("view.present").trigger()
    _mark_for_redaction(sample)
    yield "redaction-dark", _desk_picture(sample)
    apply_theme(app, load_theme("light"))
    sample.window.set_theme(load_theme("light"))
    yield "redaction-light", _desk_picture(sample)
    yield "reasons", _with_dialog(sample, ReasonsDialog(reason_presets()[1].codes, sample.window))
    sample.close()


def _double(app: QApplication, scratch: Path) -> Iterator[Picture]:
    sample = _sample(app, scratch)
    _go_to_altered_quote(sample)
    yield "sample-200", _desk_picture(sample)
    standing = standing_of(sample.bridge.review)
    yield "export-200", _with_dialog(sample, ExportDialog(standing, Preferences(), Path("/packets"), sample.window))
    sample.window.activateWindow()
    sample.window.desk.panes.source.view.setFocus()
    sample.trigger("view.pages")
    _pause(GLIDE_MS)
    yield "pages-200", sample.window.grab()
    sample.trigger("view.pages")
    _mark_for_redaction(sample)
    yield "redaction-200", _desk_picture(sample)
    sample.close()


def _shipped(app: QApplication, scratch: Path) -> Iterator[Picture]:
    """Take what README and user guide show."""
    sample = _sample(app, scratch)
    sample.window.resize(*SHIPPED)
    _go_to_altered_quote(sample)
    yield "desk", _desk_picture(sample)
    sample.window.activateWindow()
    sample.window.desk.panes.article.view.setFocus()
    sample.trigger("view.reader")
    sample.window.desk.panes.source.view.setFocus()
    sample.trigger("view.pages")
    _pause(GLIDE_MS)
    yield "reader-and-pages", sample.window.grab()
    sample.close()


PICTURES = {"single": _single, "double": _double}
"""Taken when nothing else is asked for."""

SETS = {**PICTURES, "shipped": _shipped}


def _sample(app: QApplication, scratch: Path) -> Desk:
    """Open the sample, have everything read and matched, and judge its first claims."""
    opened: list[Desk] = []
    asker = InProcess(worker.handle, lambda document: opened[0].storage.galley(document))
    opened.append(open_desk(app, scratch, builder=False, asker=asker))
    sample = opened[0]
    sample.trigger("file.sample")
    _wait_for(lambda: bool(sample.bridge.review.findings) and not sample.jobs.running, "the sample is read")
    sample.trigger("verdict.verified", "verdict.verified", "verdict.verified", "verdict.query")
    return sample


def _found_and_marked(sample: Desk) -> QWidget:
    """Look for a speaker's name in every file and mark its first half."""
    review = sample.bridge.review
    name = next(claim.attribution.resolved for claim in review.claims if claim.attribution)
    sample.trigger("redact.find")
    dialog = sample.window.redact_dialogs.find_window
    dialog.panel.look_for(name)
    dialog.look()
    _wait_for(lambda: not dialog.search.is_running and not sample.jobs.running, "the files are looked into")
    for hit in dialog.model.chosen()[1::2]:
        dialog.model.tick_hit(hit, False)
    dialog.mark()
    return dialog


def _planned(sample: Desk) -> QWidget:
    sample.trigger("redact.apply")
    dialog = sample.window.redact_dialogs.apply_window
    dialog.plan.choose_folder(Path("/"))
    _wait_for(lambda: all(row.plan or row.problem for row in dialog.plan.rows.values()), "it is known what will happen")
    return dialog


def _pause(milliseconds: int) -> None:
    """Let the window go on; an event loop, unlike a wait of the test library, lets other threads work too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_for(is_so: Callable[[], bool], what: str) -> None:
    until = monotonic() + PATIENCE
    while not is_so():
        if monotonic() > until:
            raise TimeoutError(f"{PATIENCE} seconds went by before {what}")
        _pause(50)


def _go_to_altered_quote(sample: Desk) -> None:
    review = sample.bridge.review
    altered = (
        claim.id
        for claim in review.claims
        if any(finding.rule is Rule.ALTERED_QUOTE for finding in review.findings.get(claim.id, ()))
    )
    sample.window.selection.choose(next(altered))


def _mark_for_redaction(sample: Desk) -> None:
    """Mark some words of both panes and an area of the source, with the panel open."""
    panes, marking = sample.window.desk.panes, sample.window.marking
    for pane, words, reason in (
        (panes.article, "Tovan Resk", "SRC"),
        (panes.article, "the statement added. “Our fighters may return", "LEGAL"),
        (panes.source, "garrisons leave", "SAFE"),
    ):
        document = pane.view.scene.document
        marking.give_reason(frozenset(), reason)
        at = document.text.index(words)
        marking.mark(document.id, Span(at, at + len(words)))
    marking.mark_area(panes.source.document, 1, Box(80, 130, 220, 160))
    sample.trigger("redact.panel")


def _desk_picture(sample: Desk) -> QPixmap:
    panes = sample.window.desk.panes
    _pause(GLIDE_MS)
    _wait_for(lambda: panes.article.view.is_drawn and panes.source.view.is_drawn, "the pages are drawn")
    sample.window.messages.clear()
    _pause(GLIDE_MS)
    return sample.window.grab()


def _history(sample: Desk) -> ClaimHistoryDialog:
    review, claim = sample.bridge.review, sample.bridge.review.claims[1]
    entries = sample.bridge.session.history_of(claim.id)
    return ClaimHistoryDialog(review.display_id(claim.id), claim.text, entries, sample.window)


def _with_dialog(sample: Desk, dialog: QWidget) -> QPixmap:
    """Return the window with a dialog in its middle, as a window manager would place it."""
    picture = _desk_picture(sample)
    dialog.show()
    _pause(GLIDE_MS)
    shown = dialog.grab()
    place = sample.window.rect().center() - QPoint(dialog.width() // 2, dialog.height() // 2)
    painter = QPainter(picture)
    painter.fillRect(QRect(place, dialog.size()).adjusted(-1, -1, 1, 1), QColor(0, 0, 0, 90))
    painter.drawPixmap(place, shown)
    painter.end()
    dialog.close()
    return picture


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
