"""What a window without a review shows: where to drop things, the sample, and what was opened last."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.drop import read_mime
from reviewer.gui.recent_list import RecentList
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.gui.widgets import button, label
from reviewer.preferences import Preferences

ZONE = QSize(280, 200)
HIGHEST = 420


class DropZone(QPushButton):
    """A large field to drop on or to click; `dropped(Dropped)`."""

    dropped = Signal(object)

    def __init__(self, title: str, sentence: str, invitation: str, theme: Theme) -> None:
        super().__init__()
        self._texts = (title, sentence, invitation)
        self._theme = theme
        self._hovered = False
        self.setFlat(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{sentence} {invitation}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(ZONE)
        self.setMaximumHeight(HIGHEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up while something is held over it."""
        event.acceptProposedAction()
        self._light(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        event.acceptProposedAction()
        self._light(False)
        self.dropped.emit(read_mime(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper with a dashed edge and three lines of text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._hovered or self.hasFocus() or self.underMouse()
        pen = QPen(self._theme.focus if lit else self._theme.field_edge, 2 if self._hovered or self.hasFocus() else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.row if self._hovered else self._theme.paper)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
        self._paint_texts(painter)

    def _paint_texts(self, painter: QPainter) -> None:
        title, sentence, invitation = self._texts
        fonts: tuple[tuple[str, QFont, object], ...] = (
            (title, self._theme.serif(Scale.TITLE, bold=True), self._theme.ink),
            (sentence, self._theme.sans(Scale.TEXT), self._theme.muted),
            (invitation, self._theme.sans(Scale.TEXT), self._theme.accent),
        )
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(32, 0, -32, 0)
        heights = []
        for text, font, _colour in fonts:
            painter.setFont(font)
            heights.append(painter.boundingRect(room, flags, text).height() + 12)
        top = (self.height() - sum(heights)) // 2
        for (text, font, colour), height in zip(fonts, heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(room.left(), top, room.width(), height, flags, text)
            top += height

    def _light(self, on: bool) -> None:
        self._hovered = on
        self.update()


class EmptyWindow(QWidget):
    """Two drop zones, the sample, recent reviews, and the promise that nothing leaves the computer."""

    article_wanted = Signal()
    sources_wanted = Signal()
    article_dropped = Signal(object)
    sources_dropped = Signal(object)
    sample_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        choose = self.tr("Drop it here, paste it, or choose a file")
        self.article = DropZone(self.tr("Article"), self.tr("The draft that is to be checked"), choose, theme)
        several = self.tr("Drop them here, or choose files")
        self.sources = DropZone(self.tr("Sources"), self.tr("The documents that stand behind it"), several, theme)
        self.article.clicked.connect(self.article_wanted)
        self.sources.clicked.connect(self.sources_wanted)
        self.article.dropped.connect(self.article_dropped)
        self.sources.dropped.connect(self.sources_dropped)
        self.recent = RecentList(theme)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.article.set_theme(theme)
        self.sources.set_theme(theme)
        self.recent.set_theme(theme)

    def show_recent(self, values: Preferences) -> None:
        """List the reviews opened last."""
        self.recent.show_recent(values)

    def _lay_out(self) -> None:
        zones = QHBoxLayout()
        zones.setSpacing(24)
        zones.addWidget(self.article)
        zones.addWidget(self.sources)
        sample = button(self.tr("Open the sample review"))
        sample.clicked.connect(self.sample_wanted)
        promise = label(self.tr("Works offline. Nothing leaves this computer."), "promise")
        foot = QHBoxLayout()
        foot.addWidget(sample)
        foot.addStretch(1)
        foot.addWidget(promise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(64, 48, 64, 32)
        layout.setSpacing(20)
        layout.addStretch(1)
        layout.addWidget(self._heading())
        layout.addLayout(zones, 4)
        layout.addLayout(foot)
        layout.addWidget(self.recent)
        layout.addStretch(1)

    def _heading(self) -> QLabel:
        return label(self.tr("Check an article against its sources, claim by claim."), "title")
