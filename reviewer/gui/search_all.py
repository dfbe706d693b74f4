"""Search in the article and all sources at once: a window beside the desk that stays open while one reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer.gui.galley_search import FoldedText, find_all, fold
from reviewer.gui.positions import boxes_of
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.widgets import label
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.problem import printable
from reviewer.model.review import Review

MOST_HITS = 500
CONTEXT = 48
PAUSE_MS = 150
SIZE = (560, 420)


@dataclass(frozen=True)
class Hit:
    """A place where the words stand: document, code points of its text, and one line that shows it."""

    document: str
    span: Span
    line: str


class SearchAll(QDialog):
    """`chosen(Hit, words)` when the editor goes to a hit, by Enter, double click or the arrow keys."""

    chosen = Signal(object, str)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search article and sources"))
        self.resize(*SIZE)
        self._bridge = bridge
        self._folded: dict[str, FoldedText] = {}
        self._hits: list[Hit] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Words to look for in the article and all sources"))
        self.field.setAccessibleName(self.tr("Words to look for"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Places found"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._count = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(8)
        for one in (self.field, self.list, self._count):
            layout.addWidget(one)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.returnPressed.connect(self._enter)
        self.list.itemActivated.connect(lambda _item: self._choose())
        self.list.currentRowChanged.connect(lambda row: self._choose() if row >= 0 else None)

    @property
    def said(self) -> str:
        """Return the line under the list: how many places there are."""
        return self._count.text()

    def open_search(self, text: str = "") -> None:
        """Show the window with the cursor in the field; a text given is looked for."""
        if text:
            self.field.setText(text)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.look()

    def look(self) -> None:
        """Look for the words in the field."""
        self._pause.stop()
        self._hits = []
        for hit in hits_in(self._bridge.review, self.field.text(), self.tr("Article"), self._folded):
            self._hits.append(hit)
            if len(self._hits) == MOST_HITS:
                break
        self.list.clear()
        for hit in self._hits:
            QListWidgetItem(hit.line, self.list)
        self._count.setText(self._summary())

    def _summary(self) -> str:
        if not self.field.text().strip():
            return ""
        if len(self._hits) == MOST_HITS:
            return self.tr("The first {count} places").format(count=MOST_HITS)
        documents = len({hit.document for hit in self._hits})
        if not self._hits:
            return self.tr("Not found")
        return self.tr("Places: {count} · documents: {documents}").format(count=len(self._hits), documents=documents)

    def _enter(self) -> None:
        self.look()
        if self._hits:
            self.list.setFocus()
            self.list.setCurrentRow(0)

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._hits):
            self.chosen.emit(self._hits[row], self.field.text())


def hits_in(review: Review, words: str, article_name: str, folded: dict[str, FoldedText]) -> Iterator[Hit]:
    """Yield every place of the words, article first, then the sources in their order; `folded` keeps texts folded."""
    if not words.strip():
        return
    article = [(review.article, article_name)] if review.article else []
    sources = [(review.documents[entry.document], entry.label) for entry in review.desk.sources]
    for document, name in (*article, *sources):
        if document.id not in folded:
            folded[document.id] = fold(document.text)
        for span in find_all(folded[document.id], words):
            yield Hit(document.id, span, _line(document, name, span))


def _line(document: Document, name: str, span: Span) -> str:
    boxes = boxes_of(document, span)
    place = f"p{boxes[0].page} l{boxes[0].line}" if boxes else ""
    start, end = max(0, span.start - CONTEXT // 2), min(len(document.text), span.end + CONTEXT)
    words = printable(" ".join(document.text[start:end].split()), 2 * CONTEXT + span.length)
    return "  ".join(part for part in (name, place, f"… {words} …") if part)
