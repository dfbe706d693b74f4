"""The claims list: chips, text filter and the rows."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QVBoxLayout, QWidget

from reviewer.gui.claim_delegate import ClaimDelegate
from reviewer.gui.claim_rows import Filter
from reviewer.gui.claims_model import ClaimsModel
from reviewer.gui.filter_bar import FilterBar
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import hairline, wrapped

WIDTH = 336
NARROWEST = 264


class ClaimsList(QWidget):
    """Shows the model's rows; `claim_chosen(str)` when the editor goes to another one.

    `together_chosen(list[str])` with all rows chosen, in their order, when these change.
    """

    claim_chosen = Signal(str)
    together_chosen = Signal(list)

    def __init__(self, model: ClaimsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setMinimumWidth(NARROWEST)
        self._model = model
        self._current: str | None = None
        self._delegate = ClaimDelegate(theme)
        self.filters = FilterBar(theme)
        self.view = self._make_view(model)
        self._nothing = wrapped("", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(24)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(hairline())
        layout.addLayout(self._stack, 1)
        self.filters.chosen.connect(model.show_only)
        self.filters.typed.connect(model.filter_text)
        model.counted.connect(self._show_counts)
        model.modelReset.connect(self._restore)
        self.setFocusProxy(self.view)
        self._total = 0

    def set_current(self, claim: str | None) -> None:
        """Mark this claim's row and bring it into sight; nothing is emitted."""
        self._current = claim
        self._mark(claim)

    def choose_same(self) -> None:
        """Choose the current claim's row and those that say the same; the current one stays the current one."""
        chosen = QItemSelection()
        for row in map(self._model.row_of, self._model.same_as(self._current)):
            chosen.select(self._model.index(row), self._model.index(row))
        self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._delegate.set_theme(theme)
        self.filters.set_theme(theme)
        self.view.viewport().update()

    def show_only(self, only: Filter) -> None:
        """Press one of the chips."""
        self.filters.choose(only)

    def _make_view(self, model: ClaimsModel) -> QListView:
        view = QListView()
        view.setModel(model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(self.tr("Claims"))
        view.setAccessibleDescription(self.tr("J and K go to the next and previous claim, 1 to 6 give a verdict"))
        view.selectionModel().currentChanged.connect(self._choose)
        view.selectionModel().selectionChanged.connect(lambda *_: self._choose_together(view))
        return view

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.row()
        if current.isValid() and self._model.shown_claims[row] != self._current:
            self._current = self._model.shown_claims[row]
            self.claim_chosen.emit(self._current)

    def _choose_together(self, view: QListView) -> None:
        rows = sorted(index.row() for index in view.selectionModel().selectedIndexes())
        shown = self._model.shown_claims
        self.together_chosen.emit([shown[row] for row in rows if row < len(shown)])

    def _mark(self, claim: str | None) -> None:
        row = self._model.row_of(claim)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        if row >= 0:
            self.view.scrollTo(index)

    def _restore(self) -> None:
        self._mark(self._current)
        self._say_if_empty()

    def _show_counts(self, counts: dict[Filter, int]) -> None:
        self.filters.show_counts(counts)
        self._total = counts[Filter.ALL]
        self._say_if_empty()

    def _say_if_empty(self) -> None:
        empty = self.tr("Claims appear here as they are found.")
        filtered = self.tr("No claim passes this filter.")
        self._nothing.setText(filtered if self._total else empty)
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)
