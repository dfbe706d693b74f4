"""Small pictures of pages: the model of a document's pages, and how each is painted."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.gui.theme import Theme
from reviewer.gui.typography import Scale
from reviewer.model.document import Page

PAGE = Qt.ItemDataRole.UserRole
THUMB_WIDTH, THUMB_HEIGHT = 112, 144
GAP = 8
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class PageRows(QAbstractListModel):
    """One row for each page, with the number of claims or passages that begin on it."""

    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]  # a QObject or None
        self._pages: Sequence[Page] = ()
        self._counts: Mapping[int, int] = {}

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages."""
        self.beginResetModel()
        self._pages, self._counts = pages, {}
        self.endResetModel()

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """Show other counts, by page number from 1."""
        if counts != self._counts:
            self._counts = counts
            if self._pages:
                self.dataChanged.emit(self.index(0), self.index(len(self._pages) - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the page, or its number and its claims in words."""
        if not index.isValid() or index.row() >= len(self._pages):
            return None
        page = self._pages[index.row()]
        if role == PAGE:
            return page
        if role == Qt.ItemDataRole.DisplayRole:
            count = self._counts.get(page.number, 0)
            return (
                self.tr("{page} · {count} marked").format(page=page.number, count=count) if count else str(page.number)
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            marked = self._counts.get(page.number, 0)
            return self.tr("Page {page}, {count} marked").format(page=page.number, count=marked)
        return None


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a page's picture, asked for by row, with its number below; an empty sheet while it is awaited."""

    def __init__(self, theme: Theme, picture: Callable[[int], object]) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self._theme = theme

    @property
    def height(self) -> int:
        """Return the height of a row in logical pixels."""
        return GAP + THUMB_HEIGHT + Scale.SMALL.leading + GAP

    def scale_of(self, page: Page) -> float:
        """Return logical pixels a point of a page's picture."""
        return min(THUMB_WIDTH / max(1.0, page.width), THUMB_HEIGHT / max(1.0, page.height))

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row; all rows are equally high."""
        return QSize(option.rect.width(), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the page at `index`."""
        page: Page = index.data(PAGE)
        scale = self.scale_of(page)
        size = QPointF(page.width * scale, page.height * scale)
        left = option.rect.left() + (option.rect.width() - size.x()) / 2
        top = option.rect.top() + GAP + (THUMB_HEIGHT - size.y()) / 2
        paper = QRectF(round(left), round(top), round(size.x()), round(size.y()))
        painter.save()
        painter.fillRect(paper, self._theme.paper)
        picture = self._picture(index.row())
        if isinstance(picture, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, picture, QRectF(picture.rect()))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(self._theme.accent, 3 if focused else 2) if chosen else QPen(self._theme.hairline, 1))
        painter.drawRect(paper.adjusted(-1, -1, 1, 1) if chosen else paper)
        painter.setFont(self._theme.sans(Scale.SMALL, bold=chosen))
        painter.setPen(self._theme.ink if chosen else self._theme.muted)
        below = QRectF(option.rect.left(), option.rect.top() + GAP + THUMB_HEIGHT + 4, option.rect.width(), 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
