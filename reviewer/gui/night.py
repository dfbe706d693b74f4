"""Recolours a drawn page for the dark theme: paper dark, ink light, colours still what they were."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.gui.theme import Theme

_MOST_AT_ONCE = 500_000
_THUMBNAIL_WIDTH, _THUMBNAIL_HEIGHT = 160, 220
_HARDLY_COLOURED = 40
_Mode = QPainter.CompositionMode


def night_page(image: QImage, theme: Theme) -> QImage:
    """Return a page image with its lightness turned over: white becomes the theme's paper, black near its ink.

    Only painting steps over whole images are used, since a page has millions of pixels. The part of the page that
    holds colour, such as a letterhead, keeps its hues; the rest takes the short way. Made for a thread of its own:
    no single step holds up the others for long.
    """
    turned = image.convertToFormat(QImage.Format.Format_RGB32)
    part = coloured_part(turned)
    with_hues = [(band.topLeft(), _turned_keeping_hues(turned.copy(band))) for band in _bands(part)]
    turned.invertPixels()
    painter = QPainter(turned)
    for place, band in with_hues:
        painter.drawImage(place, band)
    painter.fillRect(turned.rect(), _haze(theme))
    painter.end()
    return turned


def coloured_part(image: QImage) -> QRect:
    """Return, from a thumbnail, the rectangle that holds all colour worth keeping, in pixels; empty for none.

    Warm or cool blacks and whites are no colour.
    """
    small = image.scaled(_THUMBNAIL_WIDTH, _THUMBNAIL_HEIGHT).convertToFormat(QImage.Format.Format_RGB32)
    apart = _combined(small, _grey(small), _Mode.CompositionMode_Difference)
    apart = apart.convertToFormat(QImage.Format.Format_RGB888)
    stride = apart.bytesPerLine()
    pixels = bytes(apart.constBits())
    rows = [y for y in range(_THUMBNAIL_HEIGHT) if max(pixels[y * stride : (y + 1) * stride]) > _HARDLY_COLOURED]
    if not rows:
        return QRect()
    inside = range(rows[0] * stride, (rows[-1] + 1) * stride)
    columns = [
        x
        for x in range(_THUMBNAIL_WIDTH)
        if any(
            max(pixels[inside.start + 3 * x + channel : inside.stop : stride]) > _HARDLY_COLOURED
            for channel in range(3)
        )
    ]
    across, down = image.width() / _THUMBNAIL_WIDTH, image.height() / _THUMBNAIL_HEIGHT
    left, top = int((columns[0] - 1) * across), int((rows[0] - 1) * down)
    right, bottom = int((columns[-1] + 2) * across), int((rows[-1] + 2) * down)
    return QRect(left, top, right - left + 1, bottom - top + 1).intersected(image.rect())


def _bands(part: QRect) -> list[QRect]:
    """Return a rectangle cut into bands of at most `_MOST_AT_ONCE` pixels; none for an empty one."""
    if part.isEmpty():
        return []
    step = max(1, _MOST_AT_ONCE // part.width())
    tops = range(part.top(), part.bottom() + 1, step)
    return [QRect(part.left(), top, part.width(), min(step, part.bottom() + 1 - top)) for top in tops]


def _turned_keeping_hues(image: QImage) -> QImage:
    """Return each channel c as c + 1 - 2 Y, with Y its grey value: the hue-keeping inversion of CSS filters.

    What a channel has more than Y is added to 1 - Y, what it has less is taken away, so that neither step runs over.
    """
    grey = _grey(image)
    more = _combined(_combined(image, grey, _Mode.CompositionMode_Lighten), grey, _Mode.CompositionMode_Difference)
    less = _combined(_combined(image, grey, _Mode.CompositionMode_Darken), grey, _Mode.CompositionMode_Difference)
    grey.invertPixels()
    result = _combined(grey, more, _Mode.CompositionMode_Plus)
    result.invertPixels()
    result = _combined(result, less, _Mode.CompositionMode_Plus)
    result.invertPixels()
    return result


def _combined(below: QImage, above: QImage, mode: QPainter.CompositionMode) -> QImage:
    result = below.copy()
    painter = QPainter(result)
    painter.setCompositionMode(mode)
    painter.drawImage(0, 0, above)
    painter.end()
    return result


def _grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)


def _haze(theme: Theme) -> QColor:
    """Return the colour that, laid over black, gives the theme's paper, and over white about its ink."""
    ink, paper = theme.ink, theme.paper
    reach = ink.redF() - paper.redF() + ink.greenF() - paper.greenF() + ink.blueF() - paper.blueF()
    density = 1 - reach / 3
    red, green, blue = (channel / density for channel in (paper.redF(), paper.greenF(), paper.blueF()))
    return QColor.fromRgbF(red, green, blue, density)
