"""Article and source beside or above each other, the minimap between them and the band over all."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QWidget

from reviewer.gui.document_pane import ArticlePane, DocumentPane, SourcePane, marks_changed
from reviewer.gui.minimap import ClaimsMinimap
from reviewer.gui.passage_band import PassageBand
from reviewer.gui.scroll_sync import ScrollTogether, Sync
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.theme import Theme
from reviewer.model.geometry import Span
from reviewer.model.locator import LineBox
from reviewer.reviewing.session import Change


class Panes(QWidget):
    """Holds the two panes in their order; `swap` and `stack` change it.

    `sync_changed(Sync)` tells what moves the source from now on.
    """

    sync_changed = Signal(object)

    def __init__(
        self,
        article: ArticlePane,
        source: SourcePane,
        bridge: SessionBridge,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.article, self.source, self._bridge = article, source, bridge
        self.sync = Sync.CLAIM
        self.minimap = ClaimsMinimap(theme)
        self._beside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._beside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(article, 1)
        self._row.addWidget(self.minimap)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self._beside)
        self.splitter.addWidget(source)
        self.splitter.setSizes([1000, 1000])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.band = PassageBand(theme, self)
        self._swapped = False
        self._together = ScrollTogether(article.view, source.view, self)
        for pane in (article, source):
            pane.moved.connect(self._follow_view)
        self.splitter.splitterMoved.connect(lambda _at, _index: self._follow_view())
        bridge.changed.connect(self._follow)
        self._map_claims()

    def show_hit(self, document: str, span: Span, words: str) -> None:
        """Show words found in the article or in a source, which comes to the front; `span` in code points."""
        self._bring(document).view.find_at(words, span)

    def show_boxes(self, document: str, boxes: Sequence[LineBox]) -> None:
        """Show lines or areas of the article or of a source, which comes to the front; points of their pages.

        Without any the document alone is shown. Nothing moves for a document that is neither.
        """
        pane = self._bring(document)
        if pane.view.scene.document is not None and pane.view.scene.document.id == document:
            pane.view.show_boxes(boxes)

    def _bring(self, document: str) -> DocumentPane:
        if document == self._bridge.review.desk.article:
            return self.article
        self.source.strip.choose(document)
        return self.source

    def choose_sync(self, sync: Sync) -> None:
        """Let the source follow the claim, or scroll with the article from here; chosen again, let it stay."""
        self.sync = Sync.OFF if sync is self.sync else sync
        self.source.follow_claims(self.sync is Sync.CLAIM)
        self._together.set_on(self.sync is Sync.HERE)
        self.sync_changed.emit(self.sync)

    def swap(self) -> None:
        """Let article and source change places."""
        self._swapped = not self._swapped
        self.splitter.insertWidget(0, self.source if self._swapped else self._beside)
        direction = QBoxLayout.Direction.RightToLeft if self._swapped else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self.article.view.set_margin("left" if self._swapped else "right")
        self.source.view.set_margin("right" if self._swapped else "left")
        self._follow_view()

    def stack(self, on: bool) -> None:
        """Put one pane above the other, or beside it."""
        self.splitter.setOrientation(Qt.Orientation.Vertical if on else Qt.Orientation.Horizontal)
        self._follow_view()

    @property
    def is_stacked(self) -> bool:
        """Return whether one pane stands above the other."""
        return self.splitter.orientation() == Qt.Orientation.Vertical

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for one in (self.article, self.source, self.minimap, self.band):
            one.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the band over everything."""
        super().resizeEvent(event)
        self._follow_view()

    def event(self, event: QEvent) -> bool:
        """Join claim and passage anew once the panes have been placed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow_view()
        return handled

    def _follow(self, change: Change) -> None:
        if marks_changed(change):
            self._map_claims()
            self._follow_view()

    def _map_claims(self) -> None:
        self.minimap.set_marks(self.article.marks, self._bridge.review.article)

    def _follow_view(self) -> None:
        self.minimap.set_visible(self.article.view.visible_fraction())
        claim = self.article.selection.claim
        self.minimap.set_current(claim)
        self.band.setGeometry(self.rect())
        self.band.raise_()
        passage = self._bridge.review.passage(claim or "")
        joined = claim if passage is not None and passage.supports else None
        ends = [self._end(pane, joined) for pane in (self.article, self.source)]
        left, right = reversed(ends) if self._swapped else ends
        self.band.set_ends(*((None, None) if self.is_stacked else (left, right)))

    def _end(self, pane: DocumentPane, claim: str | None) -> QRectF | None:
        rect = pane.view.band_end(claim) if claim and pane.view.isVisible() else None
        if rect is None:
            return None
        return rect.translated(pane.view.viewport().mapTo(self, pane.view.viewport().rect().topLeft()).toPointF())
