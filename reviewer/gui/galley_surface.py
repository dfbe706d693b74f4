"""The surface under the galley: continuous pages, scrolled, zoomed and painted from images drawn elsewhere."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer.gui.galley_fit import fit_to_width
from reviewer.gui.galley_painter import GalleyPainter
from reviewer.gui.galley_scene import GalleyScene
from reviewer.gui.glide import Glide
from reviewer.gui.night import night_page
from reviewer.gui.page_cache import PageSource
from reviewer.gui.page_pictures import PagePictures, PageSight, Sheet, coming
from reviewer.gui.positions import PAGE_GAP, PIXELS_PER_POINT, words_of
from reviewer.gui.theme import Theme
from reviewer.model.document import Document

SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 6.0
ZOOM_STEP = 1.15
FAST = 200
"""Logical pixels of one step of scrolling above which pages only go by."""

_SETTLE = 90
_AHEAD, _AHEAD_IN_PASSING = 2, 3
_LINE_OF_SCROLL = 44


class GalleySurface(QAbstractScrollArea):
    """Shows a document's pages; nothing here waits for a page to be drawn.

    `viewport_changed` follows every scroll, zoom and resize.
    """

    viewport_changed = Signal()

    def __init__(self, pages: PageSource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = GalleyScene()
        self._pictures = PagePictures(pages, self)
        self._pictures.arrived.connect(self.viewport().update)
        self._glide = Glide(self.verticalScrollBar(), self)
        self._fits_width, self._fits_paper = True, False
        self._scrolls_down = True
        self._focus_shown = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._ask_for_pages)
        self.setProperty("role", "galley")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(_LINE_OF_SCROLL)
        self.horizontalScrollBar().setSingleStep(_LINE_OF_SCROLL)
        self.setAccessibleName(self.tr("Document pages"))
        self.set_theme(theme)

    # What is shown

    def set_document(self, document: Document | None) -> None:
        """Show a document from its first page, or the bare desk."""
        if document is self.scene.document:
            return
        self._glide.stop()
        self.scene.show(document)
        self._pictures.clear()
        self.setAccessibleName(self.tr("Pages of {0}").format(document.name) if document else self.tr("Document pages"))
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._ask_for_pages()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme; the dark one turns the pages' lightness over."""
        self.theme = theme
        self._painter = GalleyPainter(theme)
        self._pictures.set_treatment((lambda image: night_page(image, theme)) if theme.dark else None)
        self._ask_for_pages()
        self.viewport().update()

    # Zoom

    @property
    def zoom(self) -> float:
        """Return the zoom; at 1.0 a point is 4/3 logical pixels."""
        return self.scene.strip.scale / PIXELS_PER_POINT

    @property
    def fits_width(self) -> bool:
        """Return whether the zoom follows the width of the view."""
        return self._fits_width

    def set_zoom(self, factor: float) -> None:
        """Zoom to a factor, keeping the middle of the view where it is."""
        self._zoom_about(factor, QPointF(self.viewport().rect().center()))

    def zoom_in(self) -> None:
        """Make pages one step larger."""
        self.set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Make pages one step smaller."""
        self.set_zoom(self.zoom / ZOOM_STEP)

    def fit_width(self, whole_page: bool = False) -> None:
        """Fit the text, or the whole page, to the width of the view, now and whenever it is resized."""
        self._fits_width, self._fits_paper = True, whole_page
        self._lay_out()

    # Where it is

    def go_to(self, page: int, line: int = 1) -> None:
        """Scroll to a page and line, both from 1; beyond the end is the last page."""
        strip = self.scene.strip
        if not strip.pages:
            return
        index = min(max(1, page), len(strip.pages)) - 1
        word = next((w for w in words_of(strip.pages[index]) if w.line >= line), None)
        page_top = strip.page_rect(index, self.viewport().width()).top()
        if word and line > 1:
            self._glide.to(round(page_top + word.box.y0 * strip.scale - self.viewport().height() / 3))
        else:
            self._glide.to(round(strip.top(index) - PAGE_GAP))

    def current_page_line(self) -> tuple[int, int] | None:
        """Return page and line, both from 1, of what stands in the upper quarter of the view; line 0 for none."""
        strip = self.scene.strip
        if not strip.pages:
            return None
        y = self.verticalScrollBar().value() + self.viewport().height() / 4
        index = strip.page_at(y)
        down = (y - strip.page_rect(index, self.viewport().width()).top()) / strip.scale
        line = next((w.line for w in words_of(strip.pages[index]) if w.box.y1 >= down), 0)
        return strip.pages[index].number, line

    def visible_fraction(self) -> tuple[float, float]:
        """Return where the view begins and ends in the whole document, each from 0 to 1."""
        height = max(1.0, self.scene.strip.height)
        top = self.verticalScrollBar().value()
        return min(1.0, top / height), min(1.0, (top + self.viewport().height()) / height)

    def paper_rect(self, index: int) -> QRectF:
        """Return a whole page (from 0) in viewport coordinates, on whole device pixels."""
        ratio = self.devicePixelRatioF()
        rect = self.scene.strip.page_rect(index, self.viewport().width()).translated(self._scrolled())
        rect.moveTo(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio)
        return rect

    def visible_pages(self) -> range:
        """Return the pages (from 0) in sight."""
        top = self.verticalScrollBar().value()
        return self.scene.strip.visible(top, top + self.viewport().height())

    @property
    def is_drawn(self) -> bool:
        """Return whether every page in sight is there, sharp."""
        return all(self._pictures.is_drawn(self._sight(index)) for index in self.visible_pages())

    def pictures_of(self, index: int) -> list[Sheet]:
        """Return what there is of a page's pictures (from 0), to be laid down in this order."""
        return self._pictures.sheets(self._sight(index))

    def _scrolled(self) -> QPointF:
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _bring_into_sight(self, rects: list[QRectF]) -> None:
        """Scroll as little as needed; what is out of sight comes to rest in the upper third. Strip coordinates."""
        if not rects:
            return
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        first, last = rects[0], rects[-1]
        comfort = min(48.0, self.viewport().height() / 8)
        fits = last.bottom() - first.top() <= bottom - top - 2 * comfort
        lower = last.bottom() if fits else first.bottom()
        if not top + comfort <= first.top() or not lower <= bottom - comfort:
            self._glide.to(round(first.top() - self.viewport().height() / 4))
        across = self.horizontalScrollBar()
        if not across.value() <= first.left() <= across.value() + self.viewport().width():
            across.setValue(round(first.left() - 48))

    # Layout

    def _lay_out(self) -> None:
        strip = self.scene.strip
        hidden, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(hidden if self._fits_width else needed)
        view = self.viewport().size()
        if self._fits_width and strip.widest_paper:
            fit = fit_to_width(self.scene, view.width(), self._fits_paper)
            self._rescale(max(SMALLEST_ZOOM * PIXELS_PER_POINT, fit.scale), QPointF(0, view.height() / 4))
            self._set_ranges()
            self.horizontalScrollBar().setValue(fit.across)
        else:
            self._set_ranges()
        self._settle.start()
        self.viewport().update()
        self.viewport_changed.emit()

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(max(1, view.height() - _LINE_OF_SCROLL))
        self.verticalScrollBar().setRange(0, max(0, round(self.scene.strip.height) - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(self.scene.strip.width) - view.width()))

    def _zoom_about(self, factor: float, fixed: QPointF) -> None:
        self._fits_width = False
        self._glide.stop()
        self._rescale(min(LARGEST_ZOOM, max(SMALLEST_ZOOM, factor)) * PIXELS_PER_POINT, fixed)
        self._lay_out()

    def _rescale(self, scale: float, fixed: QPointF) -> None:
        """Change the scale so that the text under `fixed`, in viewport coordinates, stays there."""
        strip = self.scene.strip
        if scale == strip.scale or not strip.pages:
            self.scene.strip = strip.at_scale(scale)
            return
        index = strip.page_at(self.verticalScrollBar().value() + fixed.y())
        paper = self.paper_rect(index)
        down, across = (fixed.y() - paper.y()) / strip.scale, (fixed.x() - paper.x()) / strip.scale
        self.scene.strip = strip.at_scale(scale)
        self._set_ranges()
        moved = self.scene.strip.page_rect(index, self.viewport().width())
        self.verticalScrollBar().setValue(round(moved.y() + down * scale - fixed.y()))
        self.horizontalScrollBar().setValue(round(moved.x() + across * scale - fixed.x()))

    # Pages drawn elsewhere

    def _sight(self, index: int) -> PageSight:
        ratio, document = self.devicePixelRatioF(), self.scene.document
        return PageSight(
            document.id if document else "",
            self.scene.strip.pages[index],
            self.paper_rect(index),
            QRectF(self.viewport().rect()),
            self.scene.strip.scale * ratio,
            ratio,
        )

    def _ask_for_pages(self) -> None:
        """Ask for the pages in sight, then for their neighbours in the direction of scrolling."""
        seen, count = self.visible_pages(), len(self.scene.strip.pages)
        ahead, behind = (coming(seen, count, down, _AHEAD) for down in (self._scrolls_down, not self._scrolls_down))
        self._pictures.want([self._sight(index) for index in seen], [self._sight(index) for index in ahead + behind])

    def _ask_in_passing(self) -> None:
        """Ask for small pictures of what goes by; sharp ones follow once it stands still."""
        seen, count = self.visible_pages(), len(self.scene.strip.pages)
        ahead = coming(seen, count, self._scrolls_down, _AHEAD_IN_PASSING)
        self._pictures.want_rough([self._sight(index) for index in (*seen, *ahead)])
        self._settle.start()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk and the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.desk)
        for index in self.visible_pages():
            sight = self._sight(index)
            self._painter.paint_page(painter, self.scene, sight.page, sight.paper, self._pictures.sheets(sight))
        if self._focus_shown and self.hasFocus():
            self._painter.paint_focus(painter, QRect(self.viewport().rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Follow the scroll bars."""
        self._scrolls_down = dy <= 0
        if abs(dy) > FAST:
            self._ask_in_passing()
        else:
            self._ask_for_pages()
        self.viewport().update()
        self.viewport_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus unless it came by the mouse, which shows where it is by itself."""
        self._focus_shown = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom about the pointer."""
        self._glide.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self._zoom_about(self.zoom * ZOOM_STEP**steps, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ask for sharper pages when the view moves to a denser screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        return super().event(event)
