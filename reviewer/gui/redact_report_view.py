"""The self-attack report on the screen, growing file by file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.redact_report import Line, Outcome, report_lines
from reviewer.gui.widgets import give_role, wrapped


class RedactReportView(QScrollArea):
    """Shows outcomes; the words can be selected with the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Redaction report"))
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(6)
        self._lines.addStretch(1)
        self.setWidget(inside)
        self.outcomes: list[Outcome] = []

    def clear(self) -> None:
        """Take away what is shown."""
        self.outcomes = []
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, outcome: Outcome) -> None:
        """Show what became of one more file."""
        if self.outcomes:
            self._lines.insertSpacing(self._lines.count() - 1, 10)
        self.outcomes.append(outcome)
        for line, text in report_lines([outcome], names_words=True):
            shown = wrapped(text)
            give_role(shown, "slug" if line is Line.FILE else line.value)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self._lines.insertWidget(self._lines.count() - 1, shown)
