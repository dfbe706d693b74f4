"""What stands under a pane's header: its pages, beside them the page panel, or in their place the plain text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reviewer.gui.galley_scene import MARGIN_RIGHT
from reviewer.gui.galley_view import GalleyView
from reviewer.gui.page_cache import PageSource
from reviewer.gui.page_panel import PagePanel
from reviewer.gui.reader_text import ReaderMark
from reviewer.gui.reader_view import ReaderView
from reviewer.gui.theme import Theme
from reviewer.model.document import Document

ReadMarks = Callable[[], tuple[ReaderMark, ...]]


class PaneBody(QWidget):
    """Makes panel and reader when they are first wanted: most reviews need neither."""

    def __init__(self, view: GalleyView, pages: PageSource, theme: Theme, read_marks: ReadMarks) -> None:
        super().__init__()
        self.view = view
        self._pages, self._theme, self._read_marks = pages, theme, read_marks
        self.panel: PagePanel | None = None
        self.reader: ReaderView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._stack, 1)

    @property
    def shown(self) -> QWidget:
        """Return what is read: the pages or the plain text."""
        return self._stack.currentWidget() or self.view

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 stops: the open panel's list, then what is read."""
        panel = (self.panel.shown,) if self.panel is not None and self.panel.isVisible() else ()
        return (*panel, self.shown)

    @property
    def reads_plain(self) -> bool:
        """Return whether the plain text is shown in place of the pages."""
        return self.reader is not None and self.shown is self.reader

    def show_document(self, document: Document | None) -> None:
        """Show a document in everything that is open."""
        self.view.set_document(document)
        if self.panel is not None and self.panel.isVisibleTo(self):
            self.panel.show_document(document)
        if self.reads_plain:
            self._read()

    def show_marks(self) -> None:
        """Take over what is marked on the pages."""
        if self.panel is not None and self.panel.isVisibleTo(self):
            self.panel.show_marks(self.view.scene.marks)
        if self.reads_plain:
            self._read()

    def show_current(self, claim: str | None) -> None:
        """Bring a claim into sight in the plain text."""
        if self.reads_plain and self.reader is not None and claim:
            self.reader.show_claim(claim)

    def follow_page(self) -> None:
        """Let the panel mark the page that is being read."""
        at = self.view.current_page_line()
        if self.panel is not None and at is not None:
            self.panel.show_page(at[0])

    def toggle_panel(self) -> None:
        """Open the page panel with the focus in it, or close it and go back to the pages."""
        if self.panel is None:
            self.panel = PagePanel(self._pages, self._theme)
            self.panel.hide()
            self.panel.page_chosen.connect(self.view.go_to)
            self.panel.place_chosen.connect(self.view.show_span)
        opens = not self.panel.isVisibleTo(self)
        # On the side away from the shapes, where no band crosses it.
        self._row.insertWidget(0 if self.view.scene.margin == MARGIN_RIGHT else self._row.count(), self.panel)
        self.panel.setVisible(opens)
        if opens:
            self.panel.show_document(self.view.scene.document)
            self.show_marks()
            self.follow_page()
            self.panel.focus_list()
        else:
            self.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_reader(self) -> None:
        """Show the plain text in place of the pages, or the pages again; the place is kept."""
        if self.reads_plain:
            self._stack.setCurrentWidget(self.view)
        else:
            if self.reader is None:
                self.reader = ReaderView(self._theme)
                self.reader.claim_chosen.connect(self.view.claim_clicked)
                self._stack.addWidget(self.reader)
            self._stack.setCurrentWidget(self.reader)
            self._read()
            self.reader.show_offset(self.view.first_visible_offset())
            self.show_current(self.view.scene.current)
        self.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        if self.panel is not None:
            self.panel.set_theme(theme)
        if self.reader is not None:
            self.reader.set_theme(theme)

    def _read(self) -> None:
        if self.reader is not None:
            self.reader.show_document(self.view.scene.document, self._read_marks())
