"""The strip of sources above the source pane: S1, S2, S2.1 for an attachment, and a way to add more."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from reviewer.gui.notice_words import all_sentences, was_recognised
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.source_tabs import SourceTabs, TabName
from reviewer.gui.widgets import button
from reviewer.gui.wording import GRADES, SOURCE_KINDS, word
from reviewer.model.problem import printable
from reviewer.model.source import SourceEntry
from reviewer.reviewing.session import Change

MARGIN = 16
GAP = 4
HEADER = 40
"""Logical pixels of the strip above each pane."""


class SourceStrip(QWidget):
    """Tabs of the sources; `source_chosen(document)`, `add_wanted()`, `describe_wanted(document)`."""

    source_chosen = Signal(str)
    add_wanted = Signal()
    describe_wanted = Signal(str)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._documents: list[str] = []
        self._place = ""
        self.tabs = SourceTabs()
        self.tabs.setAccessibleName(self.tr("Sources"))
        self.tabs.currentChanged.connect(self._choose)
        self.tabs.tabBarDoubleClicked.connect(lambda at: self.describe_wanted.emit(self._documents[at]))
        self._add = button("", "quiet", self.tr("Add a source"))
        self._add.clicked.connect(self.add_wanted)
        self._all = button("", "quiet", self.tr("List of all sources"))
        self._all.clicked.connect(self._list_all)
        self._all.hide()
        self._grade = button("", "quiet", self.tr("Kind and grade of this source"))
        self._grade.clicked.connect(lambda: self.describe_wanted.emit(self.current or ""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN, 6)
        self.setFixedHeight(HEADER)
        layout.setSpacing(GAP)
        layout.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._all)
        layout.addWidget(self._add)
        layout.addWidget(self._grade)
        bridge.changed.connect(self._follow)
        self._read()

    @property
    def current(self) -> str | None:
        """Return the document of the tab in front, None without sources."""
        at = self.tabs.currentIndex()
        return self._documents[at] if 0 <= at < len(self._documents) else None

    def choose(self, document: str) -> None:
        """Bring a source's tab to the front."""
        if document in self._documents:
            self.tabs.setCurrentIndex(self._documents.index(document))

    def step(self, by: int) -> None:
        """Go to the tab `by` places on, round the end."""
        if self._documents:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self._documents))

    def show_place(self, text: str) -> None:
        """Write the page at the right, after the grade."""
        self._place = text
        self._describe()

    def _follow(self, change: Change) -> None:
        if change.before.desk.sources is not change.after.desk.sources:
            self._read()

    def _read(self) -> None:
        before = self.current
        with QSignalBlocker(self.tabs):
            self.tabs.set_names([self._tab_name(entry) for entry in self._bridge.review.desk.sources])
            self._documents = [entry.document for entry in self._bridge.review.desk.sources]
            if before in self._documents:
                self.tabs.setCurrentIndex(self._documents.index(before))
        self._describe()
        if self.current != before:
            self.source_chosen.emit(self.current or "")

    def _choose(self, _at: int) -> None:
        self._describe()
        self.source_chosen.emit(self.current or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write whole names where there is room, labels alone where there is none."""
        super().resizeEvent(event)
        self._name_tabs()

    def _tab_name(self, entry: SourceEntry) -> TabName:
        document = self._bridge.review.documents[entry.document]
        name, kind, grade = printable(document.name, 60), word(SOURCE_KINDS, entry.kind), word(GRADES, entry.grade)
        label = self.tr("{label} OCR").format(label=entry.label) if was_recognised(document) else entry.label
        return TabName(label, name, "\n".join((name, f"{kind} · {grade}", *all_sentences(document))))

    def _name_tabs(self) -> None:
        others = (self._add, self._grade)
        room = self.width() - 2 * MARGIN - sum(one.sizeHint().width() + GAP for one in others)
        fits = self.tabs.fit(room)
        self._all.setText(self.tr("All {count}…").format(count=self.tabs.count()))
        self._all.setVisible(not fits)

    def _list_all(self) -> None:
        menu = self.list_menu()
        menu.popup(self._all.mapToGlobal(self._all.rect().bottomLeft()))

    def list_menu(self) -> QMenu:
        """Return a menu of all sources by label and name, the one in front ticked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, entry in enumerate(self._bridge.review.desk.sources):
            name = printable(self._bridge.review.documents[entry.document].name, 60)
            action = menu.addAction(f"{entry.label}  {name}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == self.tabs.currentIndex())
            action.triggered.connect(lambda _checked=False, wanted=at: self.tabs.setCurrentIndex(wanted))
        return menu

    def _describe(self) -> None:
        entry = self._bridge.review.source_entry(self.current or "")
        self._add.setText(self.tr("+ Add") if entry else self.tr("+ Add source"))
        self._grade.setVisible(entry is not None)
        if entry:
            grade = word(GRADES, entry.grade).split(" (")[0].lower()
            self._grade.setText(" · ".join(filter(None, (grade, self._place))))
            self._grade.setToolTip(self.tr("Kind and grade of this source"))
        self._name_tabs()
