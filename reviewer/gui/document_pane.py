"""A pane with a document in it: header, pages, search; one for the article, one for the sources."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from reviewer.gui.drop import read_mime
from reviewer.gui.galley_furniture import switches_of
from reviewer.gui.galley_marks import GalleyMark, article_marks, source_marks
from reviewer.gui.galley_view import GalleyView
from reviewer.gui.notice_words import all_sentences, was_recognised
from reviewer.gui.page_cache import PageSource
from reviewer.gui.pane_body import PaneBody
from reviewer.gui.reader_text import ReaderMark, article_reading, source_reading
from reviewer.gui.search_bar import SearchBar
from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.source_strip import HEADER, SourceStrip
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import label, plain_tip, wrapped
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.problem import printable
from reviewer.reviewing.session import Change


class DocumentPane(QWidget):
    """What both panes share. `claim_chosen(str)` for a click on a claim, `dropped(Dropped)` for files and text."""

    claim_chosen = Signal(str)
    selection_changed = Signal()
    moved = Signal()
    dropped = Signal(object)

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        pages: PageSource,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(240, 120))
        self.bridge, self.selection = bridge, selection
        self.selected = Span(0, 0)
        self.view = GalleyView(pages, theme)
        self.body = PaneBody(self.view, pages, theme, self.reader_marks)
        self.search = SearchBar()
        self.search.wanted.connect(self._find)
        self.search.closed.connect(self.view.setFocus)
        self.view.claim_clicked.connect(self.claim_chosen)
        self.view.span_selected.connect(self._select)
        self.setFocusProxy(self.view)

    def lay_out(self, header: QWidget, invitation: str) -> None:
        """Put the header above the pages, and begin to follow review and selection.

        The invitation is shown while there is no document.
        """
        self.view.viewport_changed.connect(self._move)
        self.bridge.changed.connect(self.follow)
        self.selection.changed.connect(self.show_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.search)
        layout.addWidget(self.body, 1)
        self._invitation = wrapped(invitation, "muted")
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setMargin(24)
        layout.addWidget(self._invitation, 1)

    def show_document(self, document: Document | None) -> None:
        """Show a document, or the invitation to bring one."""
        if document is not self.view.scene.document:
            self._select(0, 0)
        self._invitation.setVisible(document is None)
        self.body.setVisible(document is not None)
        self.body.show_document(document)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.body.set_theme(theme)

    def has_focus(self) -> bool:
        """Return whether the focus is anywhere in this pane."""
        return self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False

    def place_text(self) -> str:
        """Return page and pages for the header."""
        document, at = self.view.scene.document, self.view.current_page_line()
        if document is None or at is None:
            return ""
        return self.tr("p {page} / {pages}").format(page=at[0], pages=len(document.pages))

    def follow(self, change: Change) -> None:
        """Take in a change of the review."""
        raise NotImplementedError

    def show_current(self) -> None:
        """Show the current claim."""
        raise NotImplementedError

    def reader_marks(self) -> tuple[ReaderMark, ...]:
        """Return what is marked in the plain text of the document."""
        raise NotImplementedError

    def show_place(self, text: str) -> None:
        """Write page and zoom into the header."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files, addresses and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped on this pane."""
        event.acceptProposedAction()
        self.dropped.emit(read_mime(event.mimeData()))

    def _find(self, text: str, forward: bool) -> None:
        self.search.show_hits(self.view.find(text, forward))

    def _select(self, start: int, end: int) -> None:
        self.selected = Span(start, end)
        self.selection_changed.emit()

    def _move(self) -> None:
        self.show_place(self.place_text())
        self.body.follow_page()
        self.moved.emit()


def marks_changed(change: Change) -> bool:
    """Return whether a change can alter what is marked in article or sources."""
    before, after = change.before, change.after
    parts = ("analyses", "evidence", "findings", "numbers")
    choices = ("dismissed", "links", "candidates", "furniture_switches")
    desk_parts = ("article", "sources", "verdicts", "added_claims", *choices)
    return any(getattr(before, part) is not getattr(after, part) for part in parts) or any(
        getattr(before.desk, part) is not getattr(after.desk, part) for part in desk_parts
    )


class ArticlePane(DocumentPane):
    """The article with its claims."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        pages: PageSource,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, selection, pages, theme, parent)
        self.marks: tuple[GalleyMark, ...] = ()
        self._name = QTabBar()
        self._name.setDrawBase(False)
        self._name.setExpanding(False)
        self._name.setElideMode(Qt.TextElideMode.ElideMiddle)
        self._name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name.addTab("")
        self._place = label("", "muted")
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 6, 16, 6)
        header.setFixedHeight(HEADER)
        row.addWidget(self._name, 1)
        row.addWidget(self._place)
        self.lay_out(header, self.tr("Drop the article here, or paste it."))
        self._show_all()

    def show_place(self, text: str) -> None:
        """Write page and zoom into the header."""
        zoom = self.tr("{zoom} %").format(zoom=round(self.view.zoom * 100))
        self._place.setText(f"{text} · {zoom}" if text else "")

    def follow(self, change: Change) -> None:
        """Show another article, or the claims as they are now."""
        if change.before.article is not change.after.article:
            self._show_all()
        elif marks_changed(change):
            self._mark()

    def show_current(self) -> None:
        """Outline the current claim and bring it into sight."""
        self.view.set_current(self.selection.claim)
        if self.selection.claim:
            self.view.show_claim(self.selection.claim)
        self.body.show_current(self.selection.claim)
        self.moved.emit()

    def reader_marks(self) -> tuple[ReaderMark, ...]:
        """Return the claims."""
        return article_reading(self.bridge.review)

    def _mark(self) -> None:
        review = self.bridge.review
        self.marks = article_marks(review)
        self.view.set_marks(self.marks)
        self.view.set_furniture(switches_of(review, review.desk.article or ""))
        self.body.show_marks()

    def _show_all(self) -> None:
        article = self.bridge.review.article
        self.show_document(article)
        self._mark()
        name = printable(article.name, 80) if article else ""
        title = self.tr("Article · {name}").format(name=name) if article else self.tr("Article")
        title = self.tr("{title} · OCR").format(title=title) if article and was_recognised(article) else title
        self._name.setTabText(0, title.replace("&", "&&"))
        self._name.setTabToolTip(0, plain_tip("\n".join((name, *all_sentences(article)))) if article else "")
        self.show_current()
        self.show_place(self.place_text())


class SourcePane(DocumentPane):
    """One source at a time, with the passages that claims rest on."""

    def __init__(
        self,
        bridge: SessionBridge,
        selection: Selection,
        pages: PageSource,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, selection, pages, theme, parent)
        self.follows_claims = True
        self.view.set_margin("left")
        self.strip = SourceStrip(bridge)
        self.strip.source_chosen.connect(self._show_source)
        self.lay_out(self.strip, self.tr("Drop the documents behind the article here, or use “Add source”."))
        self._show_source()

    @property
    def document(self) -> str | None:
        """Return the id of the source shown."""
        return self.strip.current

    def follow_claims(self, on: bool) -> None:
        """Open the current claim's passage by itself, or stay where the editor is reading."""
        self.follows_claims = on
        self.show_current()

    def show_place(self, text: str) -> None:
        """Write the page into the strip."""
        self.strip.show_place(text)

    def follow(self, change: Change) -> None:
        """Show the passages as they are now, and the source of a passage chosen anew."""
        if not marks_changed(change):
            return
        claim = self.selection.claim or ""
        if change.before.passage(claim) is not change.after.passage(claim):
            self.show_current()
        self._mark()

    def show_current(self) -> None:
        """Open the source of the current claim's passage and bring the passage into sight."""
        claim = self.selection.claim
        passage = self.bridge.review.passage(claim) if claim else None
        if passage and passage.anchor and self.follows_claims:
            self.strip.choose(passage.anchor.document)
        self.view.set_current(claim)
        if claim and self.follows_claims:
            self.view.show_claim(claim)
            self.body.show_current(claim)
        self.moved.emit()

    def reader_marks(self) -> tuple[ReaderMark, ...]:
        """Return the passages that claims rest on."""
        return source_reading(self.bridge.review, self.document or "")

    def _show_source(self) -> None:
        document = self.bridge.review.documents.get(self.document or "")
        self.show_document(document)
        self._mark()
        self.show_place(self.place_text())
        self.moved.emit()

    def _mark(self) -> None:
        self.view.set_marks(source_marks(self.bridge.review, self.document or ""))
        self.body.show_marks()
        self.view.set_current(self.selection.claim)
