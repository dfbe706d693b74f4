"""Reader view: a document as plain text that screen readers can read, with its claims as links."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from reviewer.gui.reader_text import ReaderMark, reader_html
from reviewer.gui.theme import Theme
from reviewer.model.document import Document

PAGES_AT_ONCE = 20
MARGIN = 24
STYLE = """
h1 {{ font-size: 22px; }} h2 {{ font-size: 18px; }} p, li, blockquote {{ font-size: 16px; line-height: 115%; }}
.page {{ color: {muted}; font-size: 12px; }} .furniture {{ color: {muted}; }}
.said {{ color: {muted}; font-size: 12px; }} a {{ color: {accent}; }}
"""


class ReaderView(QTextBrowser):
    """`claim_chosen(str)` when a link is followed; Tab goes from link to link, Enter follows it."""

    claim_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._marks: Sequence[ReaderMark] = ()
        self._first = 0
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("role", "reader")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)
        self.set_theme(theme)

    def show_document(self, document: Document | None, marks: Sequence[ReaderMark]) -> None:
        """Show a document's text with these marks; the place is kept while it is the same document."""
        if document is self._document and tuple(marks) == tuple(self._marks):
            return
        same = document is self._document
        self._document, self._marks = document, marks
        name = document.name if document else ""
        self.setAccessibleName(self.tr("Text of {name}").format(name=name) if name else self.tr("Text"))
        place = self.verticalScrollBar().value()
        self._show_from(self._first if same else 0)
        if same:
            self.verticalScrollBar().setValue(place)

    def show_claim(self, claim: str) -> None:
        """Bring a claim's words into sight; nothing moves when they are not in this document."""
        mark = next((one for one in self._marks if one.claim == claim), None)
        if mark is not None:
            self._bring(mark.span.start)
            self.scrollToAnchor(f"claim-{claim}")

    def show_offset(self, offset: int) -> None:
        """Bring the paragraph at a code point into sight."""
        block = self._document.block_at(offset) if self._document else None
        if block is not None:
            self._bring(block.start)
            self.scrollToAnchor(f"at-{block.start}")

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.document().setDefaultStyleSheet(STYLE.format(muted=theme.muted.name(), accent=theme.accent.name()))
        self.document().setDefaultFont(theme.serif())
        self._show_from(self._first)

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Load nothing: a stranger's file decides what stands here."""
        return None

    def _show_from(self, first: int) -> None:
        document = self._document
        self._first = first
        if document is None:
            self.clear()
            return
        last = min(first + PAGES_AT_ONCE, len(document.pages))
        self.setHtml(reader_html(document, self._marks, first, last))
        self.document().setDocumentMargin(MARGIN)

    def _bring(self, offset: int) -> None:
        assert self._document is not None
        page = max(0, bisect_right(self._document.pages, offset, key=lambda one: one.start) - 1)
        if not self._first <= page < self._first + PAGES_AT_ONCE:
            self._show_from(page // PAGES_AT_ONCE * PAGES_AT_ONCE)

    def _follow(self, address: QUrl) -> None:
        what, _, which = address.toString().partition(":")
        if what == "claim":
            self.claim_chosen.emit(which)
        elif what == "pages":
            self._show_from(max(0, self._first + (PAGES_AT_ONCE if which == "later" else -PAGES_AT_ONCE)))
