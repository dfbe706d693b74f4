"""The desk: list, panes and the three panels below, with their proportions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.gui.claims_list import WIDTH, ClaimsList
from reviewer.gui.comparison_panel import ComparisonPanel
from reviewer.gui.finding_panel import FindingPanel
from reviewer.gui.panes import Panes
from reviewer.gui.theme import Theme
from reviewer.gui.verdict_panel import VerdictPanel

STACK_BELOW = 1_200
DRAWER_BELOW = 900
PANELS_HEIGHT = 212
NARROW_FINDING = 220
VERDICTS = 290


class DeskPage(QWidget):
    """Lays the parts out; in narrow windows the source goes under the article and the list becomes a drawer."""

    def __init__(
        self,
        claims: ClaimsList,
        panes: Panes,
        finding: FindingPanel,
        comparison: ComparisonPanel,
        verdict: VerdictPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.claims, self.panes = claims, panes
        self.finding, self.comparison, self.verdict = finding, comparison, verdict
        self._upper = _splitter(Qt.Orientation.Horizontal, (claims, panes), (WIDTH, 2 * WIDTH), stretch=1)
        self._lower = _splitter(
            Qt.Orientation.Horizontal, (finding, comparison, verdict), (WIDTH, 2 * WIDTH, VERDICTS), stretch=1
        )
        whole = _splitter(Qt.Orientation.Vertical, (self._upper, self._lower), (3 * PANELS_HEIGHT, PANELS_HEIGHT), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(whole)
        self.setFocusProxy(claims)
        self._is_narrow = False
        self._is_tight = False

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 stops, in its order."""
        return (
            self.claims.view,
            self.panes.article.view,
            self.panes.source.view,
            self.finding,
            self.comparison.correction,
            self.verdict.first_button,
        )

    @property
    def key_panes(self) -> tuple[QWidget, ...]:
        """Return the list and the pages, where single keys work."""
        return (self.claims.view, self.panes.article.view, self.panes.source.view)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        for one in (self.claims, self.panes, self.finding, self.comparison, self.verdict):
            one.set_theme(theme)

    def show_list(self, on: bool) -> None:
        """Open or close the claims list."""
        self.claims.setVisible(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the panes or close the list when the window becomes too narrow, and back."""
        super().resizeEvent(event)
        narrow, tight = self.width() < STACK_BELOW, self.width() < DRAWER_BELOW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._lower.setSizes([NARROW_FINDING if narrow else WIDTH, 2 * WIDTH, VERDICTS])
            self.panes.stack(narrow)
        if tight != self._is_tight:
            self._is_tight = tight
            self.show_list(not tight)


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
