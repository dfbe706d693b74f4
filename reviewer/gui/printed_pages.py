"""Puts drawn pages on a printer, one sheet each, off the window's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from reviewer.gui.galley_painter import GalleyPainter
from reviewer.gui.galley_scene import GalleyScene
from reviewer.gui.page_cache import image_of
from reviewer.gui.page_pictures import Sheet
from reviewer.gui.positions import PIXELS_PER_POINT, Trim
from reviewer.gui.theme import Theme
from reviewer.model.document import Document, Page
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Pixels

DENSITY = 2.5
"""Device pixels a logical one: 240 dots an inch, as sharp as paper shows type; an A4 page takes 21 MB."""

SCALE = PIXELS_PER_POINT * DENSITY
"""Device pixels a point that pages are drawn at for paper."""

Draw = Callable[[int], Pixels]
"""Gives a page (from 1) drawn at `SCALE`."""


@dataclass(frozen=True)
class MarkedDocument:
    """A document with what is marked on its pages, as the window shows it in the light theme."""

    scene: GalleyScene
    theme: Theme

    @classmethod
    def of(cls, document: Document, scene: GalleyScene, theme: Theme) -> "MarkedDocument":
        """Take over a view's marks, none of them current, on untrimmed paper."""
        printed = GalleyScene()
        printed.margin = scene.margin
        printed.show(document)
        printed.set_marks(scene.marks)
        printed.furniture = scene.furniture
        printed.strip = printed.strip.trimmed(Trim()).at_scale(PIXELS_PER_POINT)
        return cls(printed, theme)

    def paint(self, image: QImage, page: Page) -> QImage:
        """Return a page's image with its marks on it."""
        image.setDevicePixelRatio(DENSITY)
        marked = QImage(image.size(), QImage.Format.Format_RGB32)
        marked.setDevicePixelRatio(DENSITY)
        marked.fill(self.theme.paper)
        painter = QPainter(marked)
        paper = QRectF(0, 0, page.width * PIXELS_PER_POINT, page.height * PIXELS_PER_POINT)
        GalleyPainter(self.theme).paint_page(painter, self.scene, page, paper, [Sheet(image, paper, True)])
        painter.end()
        return marked


def print_pages(
    printer: QPrinter,
    numbers: Sequence[int],
    draw: Draw,
    marked: MarkedDocument | None,
    goes_on: Callable[[int], bool],
) -> int:
    """Print pages (numbers from 1) in their order and return how many were.

    A page larger than the sheet is made smaller, none is made larger; each sheet is turned as its page is. `goes_on`
    is asked before each page with how many are done, and ends the print when it says no. Raises ReviewerError with
    CANNOT_WRITE when the printer takes no page, and whatever drawing raises.
    """
    painter: QPainter | None = None
    try:
        for done, number in enumerate(numbers):
            if not goes_on(done):
                printer.abort()
                return done
            image = image_of(draw(number))
            _turn(printer, image)
            if painter is None:
                painter = QPainter()
                if not painter.begin(printer):
                    raise _refused(printer)
            elif not printer.newPage():
                raise _refused(printer)
            if marked is not None and marked.scene.document is not None:
                image = marked.paint(image, marked.scene.document.pages[number - 1])
            painter.drawImage(_place(printer, image), image, QRectF(image.rect()))
        return len(numbers)
    finally:
        if painter is not None and painter.isActive():
            painter.end()


def wanted_pages(printer: QPrinter, count: int) -> range:
    """Return which of `count` pages were asked for in the print dialog, numbered from 1."""
    first, last = printer.fromPage(), printer.toPage()
    chosen = printer.printRange() == QPrinter.PrintRange.PageRange and first > 0
    return range(first, min(last or count, count) + 1) if chosen else range(1, count + 1)


def _turn(printer: QPrinter, image: QImage) -> None:
    wide = image.width() > image.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


def _place(printer: QPrinter, image: QImage) -> QRectF:
    """Return where an image goes, in the printer's pixels: its own size in the middle, or as large as fits."""
    dots = printer.resolution() / (72 * SCALE)
    size = QSizeF(image.width() * dots, image.height() * dots)
    room = QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size())
    share = min(1.0, room.width() / size.width(), room.height() / size.height())
    fitting = size * share
    return QRectF(
        (room.width() - fitting.width()) / 2, (room.height() - fitting.height()) / 2, fitting.width(), fitting.height()
    )


def _refused(printer: QPrinter) -> ReviewerError:
    name = printer.printerName() or printer.outputFileName() or "printer"
    return ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason="the printer takes no page")


def page_size(paper: str) -> QPageSize:
    """Return the printer's size for the paper of the preferences, "a4" or "letter"."""
    return QPageSize(QPageSize.PageSizeId.Letter if paper == "letter" else QPageSize.PageSizeId.A4)
