"""How far the search inside the files is, with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from reviewer.gui.widgets import ElidedLabel, button
from reviewer.model.problem import printable

HEIGHT = 40


class LookStrip(QWidget):
    """`stop_wanted()` and `again_wanted()` from its one button."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Files looked into"))
        self._text = ElidedLabel("muted")
        self._stop = button(self.tr("Cancel"), "quiet", self.tr("Stop looking inside the files"))
        self._again = button(self.tr("Look again"), "quiet", self.tr("Look inside the files again"))
        self._stop.clicked.connect(self.stop_wanted)
        self._again.clicked.connect(self.again_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._bar)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._stop)
        layout.addWidget(self._again)
        self.clear()

    @property
    def said(self) -> str:
        """Return what is said."""
        return self._text.text()

    def clear(self) -> None:
        """Say what the search inside the files is for."""
        self._show(self.tr("Comments, properties, attachments and pictures are looked into as well."))

    def move_on(self, done: int, total: int, what: str) -> None:
        """Show that `done` of `total` files were looked into, and which one is."""
        if what:
            text = self.tr("Looking inside {name}: comments, properties, attachments, pictures")
            self._show(text.format(name=printable(what, 60)), is_running=True)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def say_done(self, looked: int, files: int) -> None:
        """Say that the search is over and how many of the files could be looked into."""
        if not files:
            self.clear()
        elif looked == files:
            self._show(self.tr("Looked inside every file: {count}.").format(count=files))
        else:
            self._show(self.tr("Looked inside {looked} of {count} files.").format(looked=looked, count=files))

    def say_stopped(self, files: int) -> None:
        """Say that some files were not looked into."""
        self._show(self.tr("Stopped; files not looked inside: {count}.").format(count=files), can_go_on=True)

    def _show(self, text: str, is_running: bool = False, can_go_on: bool = False) -> None:
        self._text.setText(text)
        self._bar.setVisible(is_running)
        self._stop.setVisible(is_running)
        self._again.setVisible(can_go_on)
