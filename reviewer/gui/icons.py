"""Our own icons: line drawings in resources/icons, drawn in the ink of the theme at every size and screen density."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.assets import resource
from reviewer.gui.theme import Theme

_SIZES = (16, 20, 24, 32)
_RATIOS = (1, 2, 3)
_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon of resources/icons/`name`.svg in the theme's ink, grey while its button is disabled.

    Raises FileNotFoundError when there is no such icon.
    """
    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    result = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, theme.ink),
        (QIcon.Mode.Disabled, theme.field_edge),
    ):
        renderer = _coloured(drawing, colour)
        for size in _SIZES:
            for ratio in _RATIOS:
                result.addPixmap(_drawn(renderer, size, ratio), mode)
    return result


def application_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    renderer = _coloured(resource("icons", "reviewer.svg").read_text("utf-8"), QColor(Qt.GlobalColor.black))
    result = QIcon()
    for size in _APPLICATION_SIZES:
        result.addPixmap(_drawn(renderer, size, 1))
    return result


def _coloured(drawing: str, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour.name()).encode()))


def _drawn(renderer: QSvgRenderer, size: int, ratio: int) -> QPixmap:
    pixmap = QPixmap(QSize(size * ratio, size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
