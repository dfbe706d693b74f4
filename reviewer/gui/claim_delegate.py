"""Paints one row of the claims list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.gui.claim_rows import ClaimRow, Tie
from reviewer.gui.claims_model import LOCATOR, ROW
from reviewer.gui.shapes import paint_verdict
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.gui.wording import RULES, voice, word

PADDING = 8
GUTTER = 48
RIGHT = 12
SHAPE = 14
BAR = 3
LINES = 2
CHIP_PADDING = 6
INDENT = 12
"""Logical pixels by which a claim stands in that says what the one above it says."""


class ClaimDelegate(QStyledItemDelegate):
    """Shape and number, two lines of the claim in serif, who and where in grey, the finding as an outlined chip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row; all rows are equally high."""
        return QSize(option.rect.width(), 2 * PADDING + LINES * Scale.LIST.leading + 4 + Scale.TEXT.leading + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row at `index`."""
        row = index.data(ROW)
        painter.save()
        self._paint_ground(painter, option, row.tie)
        self._paint_tie(painter, option.rect, row.tie)
        self._paint_shape(painter, option.rect, row)
        follows = row.tie in (Tie.INNER, Tie.LAST)
        text = option.rect.adjusted(GUTTER + (INDENT if follows else 0), PADDING, -RIGHT, -PADDING)
        self._paint_claim(painter, text, row.claim.text)
        self._paint_foot(painter, text, row, index.data(LOCATOR))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, tie: Tie) -> None:
        rect, theme = option.rect, self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.row)
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), theme.accent)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.focus, 1))
                painter.drawRect(rect.adjusted(0, 0, -1, -2))
        inside = GUTTER if tie in (Tie.FIRST, Tie.INNER) else 0
        painter.fillRect(QRect(rect.left() + inside, rect.bottom(), rect.width() - inside, 1), theme.hairline)

    def _paint_tie(self, painter: QPainter, rect: QRect, tie: Tie) -> None:
        """Draw a line beside the words of a row that says what the one above it says."""
        if tie in (Tie.INNER, Tie.LAST):
            bottom = rect.bottom() - (PADDING if tie is Tie.LAST else 0)
            painter.fillRect(QRect(rect.left() + GUTTER, rect.top(), 2, bottom - rect.top()), self._theme.field_edge)

    def _paint_shape(self, painter: QPainter, rect: QRect, row: ClaimRow) -> None:
        left = rect.left() + BAR
        width = GUTTER - BAR
        shape = QRectF(left + (width - SHAPE) / 2, rect.top() + PADDING + 3, SHAPE, SHAPE)
        paint_verdict(painter, row.decision, shape, self._theme)
        painter.setFont(self._theme.sans(Scale.LABEL))
        painter.setPen(self._theme.muted)
        below = QRect(left, round(shape.bottom()) + 3, width, Scale.LABEL.leading)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, row.number)
        initials = " ".join(part for part in (row.initials, row.second_initials) if part)
        last = QRect(left, below.bottom(), width, Scale.LABEL.leading)
        shown = QFontMetrics(painter.font()).elidedText(initials, Qt.TextElideMode.ElideRight, width)
        painter.drawText(last, Qt.AlignmentFlag.AlignHCenter, shown)

    def _paint_claim(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setPen(self._theme.ink)
        font = self._theme.serif(Scale.LIST)
        metrics = QFontMetrics(font)
        for number, line in enumerate(two_lines(" ".join(text.split()), font, rect.width())):
            top = rect.top() + number * Scale.LIST.leading
            baseline = top + (Scale.LIST.leading + metrics.ascent() - metrics.descent()) // 2
            painter.setFont(font)
            painter.drawText(rect.left(), baseline, line)

    def _paint_foot(self, painter: QPainter, rect: QRect, row: ClaimRow, locator: str) -> None:
        foot = QRect(rect.left(), rect.bottom() - Scale.TEXT.leading, rect.width(), Scale.TEXT.leading)
        taken = self._paint_chip(painter, foot, row)
        painter.setFont(self._theme.sans(Scale.SMALL))
        painter.setPen(self._theme.muted)
        metrics = QFontMetrics(painter.font())
        room = foot.width() - taken
        where = f" · {locator}" if locator else ""
        who = metrics.elidedText(
            voice(row.claim), Qt.TextElideMode.ElideRight, max(0, room - metrics.horizontalAdvance(where))
        )
        foot.setWidth(room)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"{who}{where}")

    def _paint_chip(self, painter: QPainter, foot: QRect, row: ClaimRow) -> int:
        if row.finding is None:
            return 0
        text = word(RULES, row.finding.rule)
        colour = self._theme.underline(row.tone)
        painter.setFont(self._theme.sans(Scale.LABEL))
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + 2 * CHIP_PADDING
        chip = QRectF(foot.right() - width, foot.top() + 0.5, width, foot.height() - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, 4, 4)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return width + PADDING


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break a text into at most two lines of `width` pixels; what does not fit ends in an ellipsis."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    units = text.encode("utf-16-le")
    first_length = line.textLength()
    layout.endLayout()
    first = units[: 2 * first_length].decode("utf-16-le").rstrip()
    rest = units[2 * first_length :].decode("utf-16-le")
    if not rest:
        return [first]
    return [first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
