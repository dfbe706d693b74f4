"""Short scrolling: a near place is glided to, so that the eye keeps its hold; a far one is simply there."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QScrollBar

_MILLISECONDS = 120
_NEAR = 1.2


class Glide(QObject):
    """Moves one scroll bar; a second call, or the editor's own scrolling, takes over at once."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._move)

    def to(self, value: int) -> None:
        """Scroll to a value of the bar, in logical pixels."""
        self.stop()
        value = min(self._bar.maximum(), max(self._bar.minimum(), value))
        if abs(value - self._bar.value()) > self._bar.pageStep() * _NEAR or not self._bar.isVisible():
            self._bar.setValue(value)
            return
        self._animation.setStartValue(self._bar.value())
        self._animation.setEndValue(value)
        self._animation.start()

    def stop(self) -> None:
        """Stay where it is."""
        if self._animation.state() == QAbstractAnimation.State.Running:
            self._animation.stop()

    def _move(self, value: object) -> None:
        if isinstance(value, int):
            self._bar.setValue(value)
