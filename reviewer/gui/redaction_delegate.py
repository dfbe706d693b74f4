"""Paints the rows of the redaction panel."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.gui.redaction_rows import Group, Row
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.model.finding import Tone

ROW = int(Qt.ItemDataRole.UserRole)
PADDING = 6
LEFT, RIGHT = 16, 12
BAR = 3
CHIP_PADDING = 6


class RedactionDelegate(QStyledItemDelegate):
    """A heading with its number of rows; a row's words in serif, its reason as a chip, where and who in grey."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row or heading."""
        shown = index.data(ROW)
        if isinstance(shown, Group):
            note = Scale.SMALL.leading + 2 if shown.note else 0
            return QSize(option.rect.width(), 2 * PADDING + Scale.TEXT.leading + note)
        foot = 2 + Scale.TEXT.leading if _has_foot(shown) else 0
        return QSize(option.rect.width(), 2 * PADDING + Scale.LIST.leading + foot + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row or heading at `index`."""
        shown = index.data(ROW)
        painter.save()
        self._ground(painter, option)
        inside = option.rect.adjusted(LEFT, PADDING, -RIGHT, -PADDING)
        if isinstance(shown, Group):
            self._heading(painter, inside, shown)
        elif isinstance(shown, Row):
            self._row(painter, inside, shown)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, theme = option.rect, self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.row)
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), theme.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.focus, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.hairline)

    def _heading(self, painter: QPainter, rect: QRect, group: Group) -> None:
        line = QRect(rect.left(), rect.top(), rect.width(), Scale.TEXT.leading)
        count = str(len(group.rows))
        painter.setFont(self._theme.sans(Scale.SMALL))
        painter.setPen(self._theme.muted)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = line.width() - QFontMetrics(painter.font()).horizontalAdvance(count) - 2 * PADDING
        painter.setFont(self._theme.sans(Scale.SMALL, bold=True))
        self._text(painter, QRect(line.left(), line.top(), room, line.height()), group.title)
        if group.note:
            painter.setFont(self._theme.sans(Scale.SMALL))
            painter.setPen(self._theme.underline(Tone.PROBLEM))
            below = QRect(rect.left(), line.bottom() + 2, rect.width(), Scale.SMALL.leading)
            self._text(painter, below, group.note)

    def _row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        words = QRect(rect.left(), rect.top(), rect.width(), Scale.LIST.leading)
        if not _has_foot(row):
            painter.setFont(self._theme.sans(Scale.SMALL))
            painter.setPen(self._theme.muted)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.place)
            words.setWidth(words.width() - QFontMetrics(painter.font()).horizontalAdvance(row.place) - 2 * PADDING)
        painter.setFont(self._theme.serif(Scale.LIST))
        painter.setPen(self._theme.muted if row.lost else self._theme.ink)
        self._text(painter, words, row.words)
        if _has_foot(row):
            self._foot(painter, rect, row)

    def _foot(self, painter: QPainter, rect: QRect, row: Row) -> None:
        foot = QRect(rect.left(), rect.bottom() - Scale.TEXT.leading, rect.width(), Scale.TEXT.leading)
        room = foot.width() - self._chip(painter, foot, row.reason)
        painter.setFont(self._theme.sans(Scale.SMALL))
        painter.setPen(self._theme.underline(Tone.PROBLEM) if row.lost else self._theme.muted)
        self._text(painter, QRect(foot.left(), foot.top(), room, foot.height()), row.foot)

    def _chip(self, painter: QPainter, foot: QRect, reason: str) -> int:
        if not reason:
            return 0
        painter.setFont(self._theme.sans(Scale.LABEL))
        width = QFontMetrics(painter.font()).horizontalAdvance(reason) + 2 * CHIP_PADDING
        chip = QRectF(foot.right() - width, foot.top() + 0.5, width, foot.height() - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.field_edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(self._theme.ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, reason)
        return width + PADDING

    def _text(self, painter: QPainter, rect: QRect, text: str) -> None:
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _has_foot(shown: object) -> bool:
    """Tell whether a row has a second line: a mark does, a suggestion has its place beside its words."""
    return isinstance(shown, Row) and bool(shown.reason or shown.who)
