"""Tabs that are named as fully as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from reviewer.gui.typography import Scale
from reviewer.gui.widgets import plain_tip

PADDING = 26
"""Logical pixels that the theme puts round a tab's words."""

NAMINGS = ((60, 60), (0, 60), (0, 16), (0, 10), (0, 0))
"""Most characters of the other tabs' names and of the one in front, from the fullest to the shortest."""

CROWDED = (0, 16)
_MANY = 8


@dataclass(frozen=True)
class TabName:
    """A label that always stands, a name that may be shortened or left out, and the tool tip."""

    label: str
    name: str
    hint: str


class SourceTabs(QTabBar):
    """Measures before it writes: setting a tab's text lays out all of them, which is slow with sixty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[TabName, ...] = ()
        self._fitted: tuple[int, int, tuple[TabName, ...]] | None = None
        self._fits = True
        font = QFont(self.font())
        font.setPixelSize(round(Scale.SMALL.pixels))
        font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(font)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMinimumWidth(0)

    def set_names(self, names: Sequence[TabName]) -> None:
        """Show these tabs; those at the beginning that stay the same are left alone."""
        same = 0
        while same < min(len(names), len(self._names)) and names[same] == self._names[same]:
            same += 1
        while self.count() > same:
            self.removeTab(self.count() - 1)
        for name in names[same:]:
            self.setTabToolTip(self.addTab(name.label), plain_tip(name.hint))
        self._names = tuple(names)

    def fit(self, room: int) -> bool:
        """Name the tabs for so many logical pixels; return whether all of them fit."""
        asked = (room, self.currentIndex(), self._names)
        if asked != self._fitted:
            self._fitted = asked
            fitting = (self._texts(*naming) for naming in NAMINGS)
            texts = next((texts for texts in fitting if self._width(texts) <= room), None)
            self._fits = texts is not None
            self._write(texts or self._texts(*CROWDED))
        return self._fits

    def _texts(self, longest_others: int, longest: int) -> list[str]:
        current = self.currentIndex()
        limits = [longest if at == current else longest_others for at in range(len(self._names))]
        pairs = zip(self._names, limits, strict=True)
        return [f"{one.label} {shortened(one.name, limit)}".strip() for one, limit in pairs]

    def _width(self, texts: Sequence[str]) -> int:
        return sum(self._metrics.horizontalAdvance(text) + PADDING for text in texts)

    def _write(self, texts: Sequence[str]) -> None:
        shown = [text.replace("&", "&&") for text in texts]
        changed = [at for at, text in enumerate(shown) if self.tabText(at) != text]
        at_once = len(changed) > _MANY and self.isVisible() and not self.hasFocus()
        if at_once:
            self.hide()
        for at in changed:
            self.setTabText(at, shown[at])
        if at_once:
            self.show()


def shortened(name: str, limit: int) -> str:
    """Return a name of at most `limit` characters; what is left out of its middle shows as an ellipsis."""
    if len(name) <= limit or not limit:
        return name[:limit]
    tail = limit // 3
    return f"{name[: limit - tail - 1]}…{name[-tail:]}"
