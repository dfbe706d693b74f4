"""The desk: list, panes and the three panels below, with their proportions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.claims_list import WIDTH, ClaimsList
from reviewer.gui.comparison_panel import ComparisonPanel
from reviewer.gui.finding_panel import FindingPanel
from reviewer.gui.panes import Panes
from reviewer.gui.redaction_panel import RedactionPanel
from reviewer.gui.theme import Theme
from reviewer.gui.verdict_panel import VerdictPanel

STACK_BELOW = 1_200
DRAWER_BELOW = 900
LOW = 660
"""Logical pixels of height under which two stacked panes would show a line or two each; the list gives way instead."""

PANELS_HEIGHT = 196
NARROW_FINDING = 220
VERDICTS = 290


class DeskPage(QWidget):
    """Lays the parts out; in narrow windows the source goes under the article and the list becomes a drawer.

    The redaction panel takes the list's place. `list_shown(bool)` when the list was opened or closed,
    `redaction_shown(bool)` when the panel was.
    """

    list_shown = Signal(bool)
    redaction_shown = Signal(bool)

    def __init__(
        self,
        claims: ClaimsList,
        redaction: RedactionPanel,
        panes: Panes,
        finding: FindingPanel,
        comparison: ComparisonPanel,
        verdict: VerdictPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.claims, self.redaction, self.panes = claims, redaction, panes
        self._side = QStackedWidget()
        self._side.addWidget(claims)
        self._side.addWidget(redaction)
        self.finding, self.comparison, self.verdict = finding, comparison, verdict
        self._upper = _splitter(Qt.Orientation.Horizontal, (self._side, panes), (WIDTH, 2 * WIDTH), stretch=1)
        self._lower = _splitter(
            Qt.Orientation.Horizontal, (finding, comparison, verdict), (WIDTH, 2 * WIDTH, VERDICTS), stretch=1
        )
        sizes = (3 * PANELS_HEIGHT, PANELS_HEIGHT)
        self._whole = _splitter(Qt.Orientation.Vertical, (self._upper, self._lower), sizes, stretch=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)
        self.setFocusProxy(claims)
        self._is_narrow = False
        self._is_stacked = False
        self._is_tight = False

    @property
    def borders(self) -> dict[str, QSplitter]:
        """Return what the editor can move, by a name to remember it under."""
        return {"list": self._upper, "panels": self._whole, "below": self._lower, "panes": self.panes.splitter}

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 stops, in its order."""
        redacts = self._side.currentWidget() is self.redaction
        side = (self.redaction.marks, self.redaction.suggestions) if redacts else (self.claims.view,)
        return (
            *side,
            *self.panes.article.body.stops,
            *self.panes.source.body.stops,
            self.finding,
            self.comparison.correction,
            self.verdict.first_button,
        )

    @property
    def key_panes(self) -> tuple[QWidget, ...]:
        """Return the list and the panes' bodies, where single keys work."""
        return (self.claims.view, self.panes.article.body, self.panes.source.body)

    @property
    def menu_places(self) -> tuple[QWidget, ...]:
        """Return the list and the pages, which have a context menu."""
        return (self.claims.view, self.panes.article.view, self.panes.source.view)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for one in (self.claims, self.redaction, self.panes, self.finding, self.comparison, self.verdict):
            one.set_theme(theme)

    def show_list(self, on: bool) -> None:
        """Open or close the claims list."""
        self._show_side(self.claims if on else None)

    def show_redaction(self, on: bool) -> None:
        """Open the redaction panel in the list's place, or the list again."""
        self._show_side(self.redaction if on else self.claims)
        (self.redaction if on else self.claims).setFocus()

    def _show_side(self, shown: QWidget | None) -> None:
        if shown is not None:
            self._side.setCurrentWidget(shown)
        self._side.setVisible(shown is not None)
        self.list_shown.emit(shown is self.claims)
        self.redaction_shown.emit(shown is self.redaction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the panes or close the list when the window becomes too narrow, and back."""
        super().resizeEvent(event)
        narrow, low = self.width() < STACK_BELOW, self.height() < LOW
        stacked, tight = narrow and not low, self.width() < DRAWER_BELOW or (narrow and low)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._lower.setSizes([NARROW_FINDING if narrow else WIDTH, 2 * WIDTH, VERDICTS])
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            self.panes.stack(stacked)
        if tight != self._is_tight:
            self._is_tight = tight
            self._show_side(None if tight else self._side.currentWidget())


def _splitter(
    orientation: Qt.Orientation, widgets: tuple[QWidget, ...], sizes: tuple[int, ...], stretch: int
) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for at, widget in enumerate(widgets):
        made.addWidget(widget)
        made.setStretchFactor(at, 1 if at == stretch else 0)
    made.setSizes(list(sizes))
    return made
