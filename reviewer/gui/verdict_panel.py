"""What is decided about the current claim: six verdicts, how it was verified, who by."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.gui.selection import Selection
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.shapes import verdict_icon
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.gui.widgets import ChoiceBox, button, label
from reviewer.gui.wording import METHODS, decision_word, word
from reviewer.model.verdict import Decision, Method, Signature
from reviewer.reviewing.session import Change

KEYS: dict[Decision, str] = {
    Decision.VERIFIED: "1",
    Decision.FIX: "2",
    Decision.UNSOURCED: "3",
    Decision.QUERY: "4",
    Decision.NOT_CHECKABLE: "5",
    Decision.CUT: "6",
}
SHAPE = 14


class VerdictButton(QPushButton):
    """Shape, word and, at the right edge, the key."""

    def __init__(self, decision: Decision, theme: Theme) -> None:
        super().__init__(decision_word(decision))
        self.decision = decision
        self._theme = theme
        self.setProperty("role", "verdict")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIconSize(QSize(SHAPE, SHAPE))
        self.setAccessibleName(self.tr("{verdict}, key {key}").format(verdict=self.text(), key=KEYS[decision]))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the shape in another theme's colours."""
        self._theme = theme
        self.setIcon(verdict_icon(self.decision, theme, SHAPE))

    def sizeHint(self) -> QSize:
        """Return the button's size with room for the key."""
        return super().sizeHint() + QSize(28, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the word is never clipped."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then the key in a small frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.sans(Scale.LABEL))
        frame = self.rect().adjusted(self.width() - 26, (self.height() - 16) // 2, -9, 0)
        frame.setHeight(16)
        painter.setPen(self._theme.hairline)
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(self._theme.muted)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, KEYS[self.decision])


class VerdictPanel(QWidget):
    """Emits what the editor wants: `decided(Decision)`, `cleared()`, `method_chosen(Method)`, `second_read()`."""

    decided = Signal(object)
    cleared = Signal()
    method_chosen = Signal(object)
    second_read = Signal()

    def __init__(
        self, bridge: SessionBridge, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._bridge, self._selection = bridge, selection
        self._title = label("", "label")
        self._buttons = {decision: VerdictButton(decision, theme) for decision in KEYS}
        self._method = self._make_methods()
        self._second = button(self.tr("Second reader"), name=self.tr("Add the second reader's initials, key i"))
        self._second.clicked.connect(self.second_read)
        self._lay_out()
        bridge.changed.connect(self._follow)
        selection.changed.connect(self.refresh)
        selection.group_changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw the shapes in another theme's colours."""
        for one in self._buttons.values():
            one.set_theme(theme)

    @property
    def first_button(self) -> VerdictButton:
        """Return the first of the six buttons."""
        return self._buttons[Decision.VERIFIED]

    def button(self, decision: Decision) -> VerdictButton:
        """Return the button of a verdict."""
        return self._buttons[decision]

    @property
    def title(self) -> str:
        """Return the line above the buttons."""
        return self._title.text()

    @property
    def method(self) -> Method:
        """Return how claims are being verified, as chosen in the box."""
        return Method(self._method.currentData())

    def refresh(self) -> None:
        """Show the current claim's verdict, and how many claims another one would be for."""
        review, claim = self._bridge.review, self._selection.claim or ""
        verdict = review.verdict_on(claim)
        second = review.desk.second_readings.get(claim) if verdict else None
        for decision, one in self._buttons.items():
            one.setEnabled(bool(claim))
            one.setChecked(verdict is not None and verdict.decision is decision)
        if verdict:
            self._method.setCurrentIndex(self._method.findData(verdict.method.value))
        self._method.setEnabled(bool(claim))
        self._second.setEnabled(verdict is not None)
        second_text = self.tr("Second reader: {initials}").format(initials=second.initials) if second else ""
        self._second.setText(second_text or self.tr("Second reader"))
        signed = " · ".join(_signed(one) for one in (verdict.by if verdict else None, second) if one)
        chosen = len(self._selection.claims)
        title = self.tr("VERDICT ON {count} CLAIMS").format(count=chosen) if chosen > 1 else self.tr("VERDICT")
        self._title.setText(" · ".join(part for part in (title, "" if chosen > 1 else signed) if part))

    def _make_methods(self) -> QComboBox:
        box = ChoiceBox()
        for method in Method:
            box.addItem(word(METHODS, method), method.value)
        box.setAccessibleName(self.tr("How verified"))
        box.setToolTip(self.tr("How verified"))
        box.activated.connect(lambda _index: self.method_chosen.emit(self.method))
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, (decision, one) in enumerate(self._buttons.items()):
            grid.addWidget(one, place // 2, place % 2)
            one.clicked.connect(lambda _checked=False, wanted=decision: self._press(wanted))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._method, 1)
        foot.addWidget(self._second, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(grid)
        layout.addLayout(foot)
        layout.addStretch(1)

    def _press(self, wanted: Decision) -> None:
        was_on = not self._buttons[wanted].isChecked()
        self.refresh()
        if was_on:
            self.cleared.emit()
        else:
            self.decided.emit(wanted)

    def _follow(self, change: Change) -> None:
        before, after = change.before.desk, change.after.desk
        if before.verdicts is not after.verdicts or before.second_readings is not after.second_readings:
            self.refresh()


def _signed(by: Signature) -> str:
    return f"{by.initials} {by.at[11:16]}".strip()
