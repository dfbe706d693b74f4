"""A whole window over an invented review; pages are drawn in this process, nothing else is asked of a child."""

import threading
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent

from reviewer.gui.background import Jobs
from reviewer.gui.main_window import MainWindow
from reviewer.gui.services import Services
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.storage import Storage
from reviewer.gui.theme import apply_theme, load_theme
from reviewer.model.claim import ClaimKind
from reviewer.model.evidence import DifferenceKind
from reviewer.model.finding import Rule
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Pixels, RenderPage
from reviewer.pages.render import RenderedGalley
from reviewer.preferences import Preferences
from reviewer.reviewing.session import Session
from tests.documents.review_builder import ReviewBuilder

ARTICLE = """Ferry fare to stay at £72

A single fare will cost £72, the Brackwater line said on Monday.

“We shall not raise it this year,” said Ilse Tarn, who runs the line.

The line carried 4,100 people in May.

The pier is older than the town.
"""
SOURCE = """Statement of the Brackwater line

A single fare will cost £27.

"We hope not to raise it this year," said Ilse Tarn.

The line carried 4,100 people in May.
"""


def ferry_review():
    """Four claims: a changed figure, an altered quote, a clean figure, and one that no source holds."""
    builder = ReviewBuilder(ARTICLE)
    source = builder.source("statement.txt", SOURCE)
    fare = builder.claim("A single fare will cost £72", ClaimKind.FIGURE)
    change = (DifferenceKind.FIGURE, "£72", "£27")
    builder.found(
        fare, source, "A single fare will cost £27", Rule.FIGURE_CHANGED, (change,), article="£72", source="£27"
    )
    quote = builder.claim("“We shall not raise it this year,”", ClaimKind.DIRECT_QUOTE, "Ilse Tarn")
    altered = (DifferenceKind.WORD_CHANGED, "shall not", "hope not to")
    builder.found(quote, source, '"We hope not to raise it this year,"', Rule.ALTERED_QUOTE, (altered,))
    figure = builder.claim("The line carried 4,100 people in May.", ClaimKind.FIGURE)
    builder.found(figure, source, "The line carried 4,100 people in May.", Rule.PARAPHRASE_OK)
    pier = builder.claim("The pier is older than the town.", ClaimKind.ASSERTION)
    builder.finding(pier, Rule.UNSUPPORTED)
    return builder


class GalleyAsker:
    """Draws pages; refuses everything else as a dead child would."""

    def __init__(self, galleys):
        self.galleys, self.requests = galleys, []
        self.lock = threading.Lock()

    def ask(self, request, expect, *, on_progress=None, cancel=None):
        self.requests.append(request)
        if not isinstance(request, RenderPage):
            raise ReviewerError(ProblemCode.READER_DIED, name="it")
        with self.lock:
            raster = RenderedGalley(self.galleys[request.document]).render(request.page, request.scale, request.clip)
        size = raster.width, raster.height, raster.stride
        return Pixels(request.document, request.page, request.scale, *size, raster.data, request.clip)


@dataclass
class Desk:
    """The window, its session's bridge and the claims of the review in text order."""

    window: MainWindow
    bridge: SessionBridge
    jobs: Jobs
    claims: tuple
    storage: Storage

    @property
    def desk(self):
        return self.bridge.review.desk

    def trigger(self, *actions):
        for action in actions:
            assert self.window.action(action).isEnabled(), action
            self.window.action(action).trigger()

    def go_to(self, number):
        self.window.selection.choose(self.claims[number].id)
        return self.claims[number].id

    def close(self):
        self.window.close()
        self.window.pages.close()
        self.jobs.close()
        self.storage.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_desk(app, folder, builder=None, theme="light", asker=None):
    """Show a window, with the ferry review in it unless told otherwise; `builder` False leaves it empty."""
    builder = ferry_review() if builder is None else builder
    review = builder.build() if builder else None
    jobs = Jobs()
    settings = Settings(Preferences(initials="MD", name="Mara Dunmore"), jobs, keep=lambda _values: None)
    bridge = SessionBridge(Session())
    look = load_theme(theme)
    if app.property("theme") != theme:
        apply_theme(app, look)
        app.setProperty("theme", theme)
    storage = Storage(lambda: folder)
    asker = asker or GalleyAsker(builder.galleys if builder else {})
    services = Services(bridge, jobs, asker, settings, storage)
    window = MainWindow(services, look)
    window.set_theme(look)
    window.resize(1440, 900)
    window.show()
    if review is not None:
        bridge.replace(Session(None, review))
    return Desk(window, bridge, jobs, bridge.review.claims, storage)
