"""Draws a comparison: old words struck, new ones underlined, harmless changes grey, each on a ground of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.gui.comparison_pieces import Piece, PieceStyle
from reviewer.gui.positions import utf16_length
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale, TypeSize
from reviewer.model.finding import Tone

_CHIP_ROUND = 3.0
_CHIP_SIDE = 2.0


class ComparisonText(QWidget):
    """The words themselves, wrapped to the width, in the type of the comparison unless another size is given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, size: TypeSize = Scale.COMPARISON) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._pieces: Sequence[Piece] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these words."""
        self._pieces = tuple(pieces)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words in logical pixels."""
        return max(1, self._laid_out(width).lineCount()) * self._size.leading + 2

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height that follows."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a single line."""
        return QSize(160, self._size.leading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grounds, words and underlines."""
        layout = self._laid_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece, start, length in self._ranges():
            if piece.style in _TONES:
                for rect in _line_rects(layout, start, length):
                    self._chip(painter, piece.style, rect)
        painter.setPen(self._theme.ink)
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _chip(self, painter: QPainter, style: PieceStyle, rect: QRectF) -> None:
        tone = _TONES[style]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tint(tone))
        painter.drawRoundedRect(rect.adjusted(-_CHIP_SIDE, 0, _CHIP_SIDE, 0), _CHIP_ROUND, _CHIP_ROUND)
        if style is PieceStyle.SOURCE_ONLY:
            painter.setPen(QPen(self._theme.underline(tone), 2))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _ranges(self) -> list[tuple[Piece, int, int]]:
        """Return each piece with its start and length in UTF-16 units, as Qt counts."""
        ranges, at = [], 0
        for piece in self._pieces:
            length = utf16_length(piece.text)
            ranges.append((piece, at, length))
            at += length
        return ranges

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout("".join(piece.text for piece in self._pieces), self._theme.serif(self._size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(piece, start, length) for piece, start, length in self._ranges()])
        layout.beginLayout()
        line, row = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(max(40, width - 2 * _CHIP_SIDE))
            down = (self._size.leading - line.height()) / 2
            line.setPosition(QPointF(_CHIP_SIDE, row * self._size.leading + down))
            line, row = layout.createLine(), row + 1
        layout.endLayout()
        return layout

    def _format(self, piece: Piece, start: int, length: int) -> QTextLayout.FormatRange:
        result = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setForeground(self._colour(piece.style))
        look.setFontStrikeOut(piece.style is PieceStyle.ARTICLE_ONLY)
        if piece.style in _TONES:
            look.setFontWeight(700)
        result.start, result.length, result.format = start, length, look
        return result

    def _colour(self, style: PieceStyle) -> QColor:
        if style in _TONES:
            return self._theme.underline(_TONES[style])
        return self._theme.muted if style is PieceStyle.HARMLESS else self._theme.ink


_TONES = {PieceStyle.ARTICLE_ONLY: Tone.PROBLEM, PieceStyle.SOURCE_ONLY: Tone.CLEAN}


def _line_rects(layout: QTextLayout, start: int, length: int) -> list[QRectF]:
    """Return where a range of UTF-16 units stands, one rectangle a line."""
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(start + length, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            rects.append(QRectF(left, line.y() + 1, right - left, line.height() - 2))
    return rects


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # the stub gives the pair only
