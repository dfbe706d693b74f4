"""The list of places found: the words in a column, what stands round them on either side."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reviewer.gui.positions import boxes_of
from reviewer.gui.redact_hits import Hit
from reviewer.gui.redact_hits_model import NODE, STATE, FileHits, HitsModel
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale

ROW = 28
TICK = 16
GAP = 8
PLACE = 136
STATE_WIDTH = 128
BEFORE = 0.36
"""Share of the line that what stands before the words may take."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class HitsView(QTreeView):
    """`chosen(Hit)` when the editor goes to a place, by click or the arrow keys."""

    chosen = Signal(object)

    def __init__(self, model: HitsModel, bridge: SessionBridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._hits = model
        self.delegate = HitDelegate(bridge, theme)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Places found"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(lambda *_what: self._show_files())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.delegate.theme = theme
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which place the editor went to."""
        super().currentChanged(current, previous)
        node = current.data(NODE) if current.isValid() else None
        if isinstance(node, Hit):
            self.chosen.emit(node)

    def _show_files(self) -> None:
        for row, file in enumerate(self._hits.files):
            is_idle = not (file.hits or file.note)
            if self.isRowHidden(row, QModelIndex()) is not is_idle:
                self.setRowHidden(row, QModelIndex(), is_idle)
            index = self._hits.index(row, 0)
            if file.hits and not self.isExpanded(index):
                self.setExpanded(index, True)


class HitDelegate(QStyledItemDelegate):
    """Paints a file with its numbers, or a place: tick, where, and the words with what stands round them."""

    def __init__(self, bridge: SessionBridge, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._bridge = bridge

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row; all are equally high."""
        return QSize(option.rect.width(), ROW)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the words to this delegate; the style draws the tick."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row at `index`."""
        painter.save()
        node = index.data(NODE)
        rect = option.rect
        painter.fillRect(rect, self._ground(option, node))
        if isinstance(node, FileHits):
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.theme.hairline)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            self._paint_tick(painter, option, index)
        inside = rect.adjusted(GAP + TICK + GAP, 0, -GAP, 0)
        if isinstance(node, FileHits):
            self._paint_file(painter, inside, node)
        else:
            is_decided = index.data(Qt.ItemDataRole.CheckStateRole) is None
            self._paint_hit(painter, inside, node, index.data(STATE), is_decided)
        painter.restore()

    def place(self, hit: Hit) -> str:
        """Return where a place is: page and line, or the part of the file."""
        document = self._bridge.review.documents.get(hit.document)
        if hit.anchor is None or document is None:
            return hit.part
        boxes = boxes_of(document, hit.span)
        return self.tr("p{page} l{line}").format(page=boxes[0].page, line=boxes[0].line) if boxes else hit.part

    def _ground(self, option: QStyleOptionViewItem, node: object) -> object:
        if option.state & QStyle.StateFlag.State_Selected:
            return self.theme.row
        return self.theme.chrome if isinstance(node, FileHits) else self.theme.raised

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        style = option.widget.style() if option.widget else QApplication.style()
        where = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, filled, option.widget)
        filled.rect = where
        state = QStyle.StateFlag
        filled.state &= ~(state.State_On | state.State_Off | state.State_NoChange | state.State_HasFocus)
        filled.state |= {
            Qt.CheckState.Checked: state.State_On,
            Qt.CheckState.Unchecked: state.State_Off,
            Qt.CheckState.PartiallyChecked: state.State_NoChange,
        }[Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))]
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, filled, painter, option.widget)
        painter.setPen(QPen(self.theme.muted, 1))
        painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)

    def _paint_file(self, painter: QPainter, rect: QRect, file: FileHits) -> None:
        said = file.note or self._numbers(file)
        painter.setFont(self.theme.sans(Scale.SMALL))
        painter.setPen(self.theme.error_ink if file.note else self.theme.muted)
        small = QFontMetrics(painter.font())
        shown = small.elidedText(said, Qt.TextElideMode.ElideRight, rect.width() * 2 // 3)
        painter.drawText(rect, _RIGHT, shown)
        painter.setFont(self.theme.sans(Scale.TEXT, bold=True))
        painter.setPen(self.theme.ink)
        room = rect.width() - small.horizontalAdvance(shown) - 2 * GAP
        title = QFontMetrics(painter.font()).elidedText(file.title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(rect, _LEFT, title)

    def _numbers(self, file: FileHits) -> str:
        inside, outside = len(file.hits) - file.outside, file.outside
        if not outside:
            return self.tr("1 place") if inside == 1 else self.tr("{count:,} places").format(count=inside)
        if not inside:
            return self.tr("only outside the text: {count:,}").format(count=outside)
        return self.tr("{count:,} in the text, {outside:,} outside it").format(count=inside, outside=outside)

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit, state: str, faded: bool) -> None:
        painter.setFont(self.theme.sans(Scale.SMALL))
        painter.setPen(self.theme.muted)
        small = QFontMetrics(painter.font())
        place = QRect(rect.left(), rect.top(), PLACE, rect.height())
        painter.drawText(place, _LEFT, small.elidedText(self.place(hit), Qt.TextElideMode.ElideRight, PLACE))
        painter.drawText(rect, _RIGHT, state)
        self._paint_words(painter, rect.adjusted(PLACE + GAP, 0, -STATE_WIDTH - GAP, 0), hit, faded)

    def _paint_words(self, painter: QPainter, line: QRect, hit: Hit, faded: bool) -> None:
        """Paint the words so that they stand one below the other in every row, on a tint and in bold."""
        theme, elide = self.theme, Qt.TextElideMode
        plain, bold = theme.serif(Scale.LIST), theme.serif(Scale.LIST, bold=True)
        metrics, heavy = QFontMetrics(plain), QFontMetrics(bold)
        before_width = round(line.width() * BEFORE)
        before = QRect(line.left(), line.top(), before_width, line.height())
        painter.setFont(plain)
        painter.setPen(theme.muted)
        if hit.before.endswith(" "):
            before.setRight(before.right() - metrics.horizontalAdvance(" "))
        painter.drawText(before, _RIGHT, metrics.elidedText(hit.before.rstrip(), elide.ElideLeft, before.width()))
        words = heavy.elidedText(hit.text, elide.ElideRight, line.width() - before_width)
        width = heavy.horizontalAdvance(words)
        at = QRect(line.left() + before_width, line.top(), width, line.height())
        painter.fillRect(at.adjusted(-1, 4, 1, -4), theme.pressed if faded else theme.search_hit)
        painter.setFont(bold)
        painter.setPen(theme.muted if faded else theme.ink)
        painter.drawText(at, _LEFT, words)
        after = QRect(at.right() + 1, line.top(), line.right() - at.right(), line.height())
        painter.setFont(plain)
        painter.setPen(theme.muted)
        painter.drawText(after, _LEFT, metrics.elidedText(hit.after, elide.ElideRight, after.width()))
