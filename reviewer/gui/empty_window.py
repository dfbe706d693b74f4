"""What a window without a review shows: where to drop things, the sample, and what was opened last."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.drop import read_mime
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.gui.widgets import button, label, plain_tip
from reviewer.model.problem import printable

MOST_RECENT = 5
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


MADE_AT = re.compile(r"-(\d{8})-(\d{6})-\d{6}$")


def recent_name(path: Path) -> str:
    """Return a review's name for the list: its first document, and when it was begun if the file name says so."""
    begun = MADE_AT.search(path.stem)
    if begun is None:
        return printable(path.stem, 60)
    at = QDateTime.fromString("".join(begun.groups()), "yyyyMMddHHmmss")
    shown = QLocale().toString(at, "d MMM yyyy, HH:mm")
    return f"{printable(path.stem[: begun.start()], 60)} · {shown}"


class EmptyWindow(QWidget):
    """Two drop zones, the sample, recent reviews, and the promise that nothing leaves the computer."""

    article_wanted = Signal()
    sources_wanted = Signal()
    article_dropped = Signal(object)
    sources_dropped = Signal(object)
    sample_wanted = Signal()
    review_wanted = Signal(Path)

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
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.article.set_theme(theme)
        self.sources.set_theme(theme)

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the reviews opened last."""
        while item := self._recent.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if paths:
            self._recent.addWidget(label(self.tr("RECENT REVIEWS"), "label"))
        for path in map(Path, paths[:MOST_RECENT]):
            name = recent_name(path)
            link = button(name.replace("&", "&&"), "quiet", self.tr("Open the review {name}").format(name=name))
            link.setToolTip(plain_tip(printable(str(path))))
            link.clicked.connect(lambda _checked=False, wanted=path: self.review_wanted.emit(wanted))
            self._recent.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

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
        layout.addLayout(self._recent)
        layout.addStretch(1)

    def _heading(self) -> QLabel:
        return label(self.tr("Check an article against its sources, claim by claim."), "title")
