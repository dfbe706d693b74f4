"""How article and source move together: by the claim, line by line from where both stand now, or not at all."""

from enum import StrEnum

from PySide6.QtCore import QObject

from reviewer.gui.galley_surface import GalleySurface


class Sync(StrEnum):
    """What moves the source while one goes through the article."""

    CLAIM = "claim"
    HERE = "here"
    OFF = "off"


class ScrollTogether(QObject):
    """While it is on, one view scrolls as far as the other, on paper: each line that goes by takes one along.

    Where both stand when it is switched on, or when one of them shows another document or scale, is where they
    belong together; the end of the shorter document does not move that.
    """

    def __init__(self, first: GalleySurface, second: GalleySurface, parent: QObject) -> None:
        super().__init__(parent)
        self._views = (first, second)
        self._is_on = False
        self._moving = False
        self._here: tuple[float, float] = (0.0, 0.0)
        self._seen = self._state()
        first.viewport_changed.connect(lambda: self._follow(0))
        second.viewport_changed.connect(lambda: self._follow(1))

    def set_on(self, on: bool) -> None:
        """Hold the two views together from where they are now, or let them go."""
        self._is_on = on
        self._join()

    def _join(self) -> None:
        self._here = (self._place(0), self._place(1))
        self._seen = self._state()

    def _follow(self, moved: int) -> None:
        if not self._is_on or self._moving:
            return
        if self._state() != self._seen:
            self._join()
            return
        self._moving = True
        other = 1 - moved
        wanted = self._here[other] + self._place(moved) - self._here[moved]
        self._views[other].verticalScrollBar().setValue(round(wanted * self._views[other].scene.strip.scale))
        self._moving = False

    def _place(self, which: int) -> float:
        """Return how far down a view stands, in points."""
        view = self._views[which]
        return view.verticalScrollBar().value() / view.scene.strip.scale

    def _state(self) -> tuple[object, ...]:
        return tuple((id(view.scene.document), view.scene.strip.scale) for view in self._views)
