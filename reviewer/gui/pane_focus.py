"""F6: the focus goes from pane to pane."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class PaneFocus:
    """Knows the stops in their order and which one has the focus."""

    def __init__(self, stops: Callable[[], Sequence[QWidget]]) -> None:
        self._stops = stops

    def step(self, by: int) -> None:
        """Move the focus to the next or previous stop that can take it, round the end."""
        stops = [stop for stop in self._stops() if stop.isVisible() and stop.isEnabled()]
        if not stops:
            return
        at = self._current(stops)
        following = (at + by) % len(stops) if at is not None else (0 if by > 0 else -1)
        stops[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _current(self, stops: Sequence[QWidget]) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        for at, stop in enumerate(stops):
            if focused is stop or stop.isAncestorOf(focused):
                return at
        parent = focused.parentWidget()
        return next((at for at, stop in enumerate(stops) if parent is not None and stop.parentWidget() is parent), None)
