"""Pages and headings of a document beside it: small pictures of its pages, or its outline."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reviewer.gui.galley_marks import GalleyMark
from reviewer.gui.night import night_page
from reviewer.gui.page_cache import PageCache, PageKey, PageSource
from reviewer.gui.page_thumbnails import PageRows, ThumbnailDelegate
from reviewer.gui.positions import pages_touching
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import plain_tip, wrapped
from reviewer.model.document import BlockKind, Document
from reviewer.model.geometry import Span
from reviewer.model.problem import printable

WIDTH = 168
CACHE_BYTES = 24 * 1024 * 1024
HEADINGS = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING)
_LONGEST = 90


class PagePanel(QWidget):
    """`page_chosen(int)` for a page (from 1), `place_chosen(Span)` for a heading."""

    page_chosen = Signal(int)
    place_chosen = Signal(object)

    def __init__(self, pages: PageSource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._document: Document | None = None
        self._headings: list[Span] = []
        self._cache = PageCache(pages, self, CACHE_BYTES)
        self._rows = PageRows(self)
        self._delegate = ThumbnailDelegate(theme, self._picture)
        self.thumbnails = self._make_thumbnails()
        self.outline = QListWidget()
        self.outline.setAccessibleName(self.tr("Headings"))
        self.outline.setWordWrap(True)
        self.outline.itemClicked.connect(lambda _item: self._go_to_heading(self.outline.currentRow()))
        self.outline.currentRowChanged.connect(self._go_to_heading)
        self._nothing = wrapped(self.tr("This document has no headings."), "muted")
        self._nothing.setMargin(12)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for one in (self.thumbnails, self.outline, self._nothing):
            self._stack.addWidget(one)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Pages or outline"))
        self.tabs.addTab(self.tr("Pages"))
        self.tabs.addTab(self.tr("Outline"))
        self.tabs.currentChanged.connect(self._show_tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self._cache.arrived.connect(lambda _page: self.thumbnails.viewport().update())
        self.setFocusProxy(self._stack)
        self.set_theme(theme)

    def show_document(self, document: Document | None) -> None:
        """Show another document's pages and headings."""
        if document is self._document:
            return
        self._document = document
        self._cache.clear()
        self._rows.show_pages(document.pages if document else ())
        self._fill_outline(document)
        self._show_tab(self.tabs.currentIndex())

    def show_marks(self, marks: Iterable[GalleyMark]) -> None:
        """Say under each page how many claims or passages begin on it."""
        self._rows.show_counts(Counter(min(line.page for line in mark.boxes) for mark in marks if mark.boxes))

    def show_page(self, number: int) -> None:
        """Mark the page (from 1) that is being read; nothing is emitted."""
        index = self._rows.index(number - 1)
        if self.isVisible() and index.isValid() and index != self.thumbnails.currentIndex():
            with QSignalBlocker(self.thumbnails.selectionModel()):
                self.thumbnails.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
            self.thumbnails.scrollTo(index)
            self.thumbnails.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme; the dark one turns the pages' lightness over."""
        self._delegate.set_theme(theme)
        self._cache.set_treatment((lambda image: night_page(image, theme)) if theme.dark else None)
        self.thumbnails.viewport().update()

    @property
    def shown(self) -> QWidget:
        """Return the list shown: thumbnails or headings."""
        return self._stack.currentWidget() or self.thumbnails

    def focus_list(self) -> None:
        """Put the focus into the list shown."""
        self.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def picture_is_there(self, row: int) -> bool:
        """Return whether the picture of a page (from 0) has come."""
        return self._document is not None and self._cache.image(self._key(row)) is not None

    @property
    def headings(self) -> list[str]:
        """Return the headings as they are listed."""
        return [self.outline.item(at).text() for at in range(self.outline.count())]

    def _make_thumbnails(self) -> QListView:
        view = QListView()
        view.setModel(self._rows)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.tr("Pages"))
        view.selectionModel().currentChanged.connect(self._go_to_page)
        view.clicked.connect(lambda index: self.page_chosen.emit(index.row() + 1))
        return view

    def _picture(self, row: int) -> object:
        """Return a page's picture if it is there; those in sight are asked for."""
        if self._document is None:
            return None
        first = max(0, self.thumbnails.indexAt(self.thumbnails.viewport().rect().topLeft()).row())
        seen = max(1, self.thumbnails.viewport().height() // max(1, self._delegate.height) + 2)
        last = min(first + seen, len(self._document.pages))
        self._cache.want([self._key(at) for at in range(first, last)])
        return self._cache.image(self._key(row)) or self._cache.stand_in(self._key(row))

    def _key(self, row: int) -> PageKey:
        assert self._document is not None
        page = self._document.pages[row]
        scale = self._delegate.scale_of(page) * self.devicePixelRatioF()
        return PageKey(self._document.id, page.number, scale)

    def _fill_outline(self, document: Document | None) -> None:
        with QSignalBlocker(self.outline):
            self.outline.clear()
            self._headings = []
            for block in document.blocks if document else ():
                if document is not None and block.kind in HEADINGS and block.furniture is None:
                    words = " ".join(block.span.of(document.text).split())
                    page = next((one.number for one in pages_touching(document, block.span)), None)
                    shown = printable(words, _LONGEST)
                    item = QListWidgetItem(f"{shown}  ·  {page}" if page else shown, self.outline)
                    item.setToolTip(plain_tip(printable(words, 400)))
                    self._headings.append(block.span)

    def _show_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(0 if at == 0 else 1 if self._headings else 2)

    def _go_to_page(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.thumbnails.hasFocus():
            self.page_chosen.emit(index.row() + 1)

    def _go_to_heading(self, row: int) -> None:
        if 0 <= row < len(self._headings):
            self.place_chosen.emit(self._headings[row])
